"""A question in a chapter is answered from the keyboard, and tells at once why."""

from __future__ import annotations

from playwright.sync_api import expect

PAGE = "woorden/regie.html"


def test_an_answer_tells_at_once_why(open_page, static_site):
    page = open_page(width=390)
    page.goto(static_site.address + PAGE)
    quiz = page.locator("form.ks-quiz").first
    answers, told = quiz.get_by_role("radio"), quiz.get_by_role("status")
    expect(told).to_be_empty()
    answers.first.focus()
    page.keyboard.press("Space")
    for number in range(answers.count()):
        assert answers.nth(number).is_checked()
        expect(told).to_have_text(answers.nth(number).get_attribute("data-why"))
        right = answers.nth(number).get_attribute("data-right")
        expect(told).to_have_attribute("data-right", right)
        assert told.inner_text().startswith("Ja." if right == "true" else "Nee.")
        page.keyboard.press("ArrowDown")
    expect(page.locator("form.ks-quiz").nth(1).get_by_role("status")).to_be_empty()
    page.keyboard.press("Enter")
    assert page.url.endswith(PAGE)


def test_without_javascript_the_answer_is_folded_below(visitor, static_site):
    page = visitor(java_script_enabled=False).new_page()
    page.goto(static_site.address + PAGE)
    answer = page.locator("form.ks-quiz details").first
    answer.locator("summary").click()
    expect(answer.locator("p")).to_be_visible()
