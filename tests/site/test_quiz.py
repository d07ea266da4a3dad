"""Questions in the text: what is written becomes what a reader sees, and a wrong one stops the build."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from ketenspiegel.site.quiz import QuizError, options, quiz_html

LINES = ["- Meer overleg | Dat hangt ervan af.", "- (*) Dat weet niemand | Het staat niet", "  in de cijfers.", ""]


def test_an_explanation_may_run_on():
    first, second = options(LINES)
    assert (first.text, first.why, first.right) == ("Meer overleg", "Dat hangt ervan af.", False)
    assert (second.text, second.why, second.right) == ("Dat weet niemand", "Het staat niet in de cijfers.", True)


@pytest.mark.parametrize(
    "lines",
    [
        ["- Alleen één | Want."],
        ["- Een | Want.", "- Twee | Want."],
        ["- (*) Een | Want.", "- (*) Twee | Want."],
        ["- (*) Een | Want.", "- Twee"],
        ["Een", "- (*) Twee | Want."],
        [f"- {'(*) ' if n == 0 else ''}{n} | Want." for n in range(5)],
    ],
)
def test_what_is_wrong_stops_the_build(lines):
    with pytest.raises(QuizError):
        options(lines)


def test_every_answer_has_its_own_word_and_names_are_unique():
    found = options(LINES)
    page = BeautifulSoup(quiz_html("Wat <u>helpt?", found, 1, "../") + quiz_html("En?", found, 2, "../"), "html.parser")
    first, second = page.find_all("form")
    assert first.legend.get_text(" ", strip=True) == "Even nadenken Wat <u>helpt?"
    buttons = first.find_all("input", type="radio")
    assert [button["data-why"] for button in buttons] == [
        "Nee. Dat hangt ervan af.",
        "Ja. Het staat niet in de cijfers.",
    ]
    assert {button["name"] for button in buttons}.isdisjoint(each["name"] for each in second.find_all("input"))
    assert first.find(role="status").get_text() == ""
    assert "Dat weet niemand" in first.noscript.get_text()
    assert page.script["src"] == "../_static/quiz.js"
