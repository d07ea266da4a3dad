"""A page as slides, from the keyboard and on a phone; and worksheets and folded notes on paper."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

CASES = "trainen/casussen.html"
WORKSHEETS = "trainen/werkbladen.html"
SHOW = "Toon deze bladzijde als dia's"
A4 = {"format": "A4", "margin": dict.fromkeys(("top", "bottom", "left", "right"), "15mm")}
FOLDED = "details.sd-dropdown"


@pytest.fixture
def show(open_page, static_site):
    def make(full_screen: bool = True, **options):
        page = open_page(**options)
        if not full_screen:
            page.add_init_script("delete Element.prototype.requestFullscreen")
        page.goto(static_site.address + CASES)
        page.get_by_role("button", name=SHOW).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        return page

    return make


def headings(page):
    """The title and the headings of the sections, as the page itself has them."""
    found = page.locator("article > section > h1, article > section > section > h2")
    return [text.rstrip("#") for text in found.all_text_contents()]


def on(page, number, titles):
    """Expect a slide: its heading has the focus, and the counter says which one it is."""
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(f"{number} van {len(titles)}")
    heading = dialog.get_by_role("heading", name=titles[number - 1], exact=True)
    expect(heading).to_be_focused()
    expect(dialog.locator("h1, h2")).to_have_count(1)
    expect(dialog.get_by_role("button", name="Vorige")).to_be_enabled(enabled=number > 1)
    expect(dialog.get_by_role("button", name="Volgende")).to_be_enabled(enabled=number < len(titles))


@pytest.mark.parametrize("full_screen", [True, False])
def test_through_all_slides_from_the_keyboard(show, full_screen):
    page = show(full_screen)
    titles = headings(page)
    assert len(titles) == 5
    for forth, back in (("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")):
        for number in range(1, len(titles) + 1):
            on(page, number, titles)
            page.keyboard.press(forth)
        on(page, len(titles), titles)  # after the last there is nothing
        page.keyboard.press(back)
        on(page, len(titles) - 1, titles)
        page.keyboard.press("End")
        on(page, len(titles), titles)
        page.keyboard.press("Home")
        on(page, 1, titles)
        page.keyboard.press(back)
        on(page, 1, titles)
    assert page.evaluate("document.fullscreenElement !== null") == full_screen
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name=SHOW)).to_be_focused()
    assert page.evaluate("document.fullscreenElement") is None
    page.keyboard.press("Enter")
    on(page, 1, titles)


def test_leaving_the_full_screen_ends_the_slides(show):
    page = show()
    page.wait_for_function("document.fullscreenElement")
    page.evaluate("document.exitFullscreen()")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name=SHOW)).to_be_focused()


def test_the_buttons(show):
    page = show(width=390)
    titles = headings(page)
    for name, number in (("Volgende", 2), ("Volgende", 3), ("Vorige", 2)):
        page.get_by_role("button", name=name).click()
        on(page, number, titles)
    for button in page.get_by_role("dialog").get_by_role("button").all():
        assert button.bounding_box()["height"] >= 44
    page.get_by_role("button", name="Sluit").click()
    expect(page.get_by_role("button", name=SHOW)).to_be_focused()


def test_a_slide_shows_its_section_and_keeps_notes_folded(show):
    page = show(full_screen=False)
    page.keyboard.press("Escape")
    page.locator(FOLDED).first.locator("summary").click()
    page.get_by_role("button", name=SHOW).click()
    page.keyboard.press("PageDown")
    dialog, section = page.get_by_role("dialog"), page.locator("article > section > section").first
    assert dialog.locator("li").all_text_contents() == section.locator("li").all_text_contents()
    expect(dialog.locator("ol")).to_be_visible()
    expect(dialog.locator(FOLDED)).not_to_have_attribute("open", "")
    expect(dialog.get_by_text("Wat er te ontdekken is.")).to_be_hidden()
    expect(section.locator(FOLDED)).to_have_attribute("open", "")


def test_a_long_slide_scrolls_with_the_arrows_and_a_short_one_moves_on(show):
    page = show(full_screen=False, width=390)
    titles = headings(page)
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.querySelector('.ks-stage').scrollTop > 0")
    on(page, 2, titles)
    page.keyboard.press("End")
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.keyboard.press("ArrowUp")
    on(page, 4, titles)


def test_no_barriers_on_slides(show, no_barriers):
    page = show(width=390, scheme="dark")
    for _ in range(3):
        no_barriers(page)
        dialog = page.get_by_role("dialog")
        assert dialog.evaluate("box => box.querySelector('.ks-stage').scrollWidth - innerWidth") <= 0
        page.keyboard.press("PageDown")


def test_without_javascript_there_is_no_button(visitor, static_site):
    page = visitor(java_script_enabled=False).new_page()
    for name in (CASES, WORKSHEETS):
        page.goto(static_site.address + name)
        expect(page.locator("article h1")).to_be_visible()
        expect(page.locator("article button")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_worksheet_is_one_sheet_of_paper(open_page, static_site, scheme):
    page = open_page(scheme=scheme)
    page.goto(static_site.address + WORKSHEETS)
    names = headings(page)[1:]
    printed = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(**A4))).pages]
    assert len(printed) == len(names) == 4
    for name, text in zip(names, printed, strict=True):
        assert text.strip().startswith(name)
        assert not [other for other in ("Op deze bladzijde", "Druk deze", "CC BY", "Zoeken") if other in text]
    page.emulate_media(media="print")
    ink = page.locator(".ks-box").first.evaluate("box => getComputedStyle(box).color")
    assert ink == "rgb(0, 0, 0)"


def test_the_button_asks_the_browser_to_print(open_page, static_site):
    page = open_page(width=390)
    page.add_init_script("window.print = () => (window.asked = (window.asked ?? 0) + 1)")
    page.goto(static_site.address + WORKSHEETS)
    page.get_by_role("button", name="Druk deze werkbladen af").press("Enter")
    assert page.evaluate("window.asked") == 1


def test_folded_notes_are_in_print(open_page, static_site):
    page = open_page()
    page.goto(static_site.address + CASES)
    notes = page.locator(f"{FOLDED} p")
    assert notes.count() >= 12
    assert not any(note.is_visible() for note in notes.all())
    page.emulate_media(media="print")
    assert all(note.is_visible() for note in notes.all())
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(**A4))).pages)
    assert text.count("Wat er te ontdekken is.") == 3
    page.emulate_media(media="screen")
    assert not any(note.is_visible() for note in notes.all())


def test_a_browser_with_only_the_script_unfolds_them_too(open_page, static_site):
    page = open_page()
    page.goto(static_site.address + CASES)
    folded = page.locator(FOLDED)
    folded.first.locator("summary").click()
    state = "all => all.map((each) => each.open)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.evaluate_all(state) == [True, True, True]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.evaluate_all(state) == [True, False, False]
