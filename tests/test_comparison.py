"""What the page that brings answers together shows, without a browser."""

from __future__ import annotations

import pytest

from ketenspiegel.answers import dump
from ketenspiegel.forms.comparison import Comparison
from ketenspiegel.questions import load_question_set

REPORT = ("rapport.csv", b"thema;score\nSamen;3,5\nSturen;2\n")


def titles(column):
    return [panel._head.value for panel in column.children[1:]]


def upload(sheets):
    return [(f"{number}.json", dump(sheet).encode()) for number, sheet in enumerate(sheets)]


@pytest.fixture
def page(small):
    return Comparison(small)


def test_a_report_alone_shows_the_simple_view_and_says_what_is_missing(page):
    page._add_files([REPORT], [])
    assert titles(page._views._left) == ["<h3>Het gemiddelde, uit uw rapport</h3>"]
    assert titles(page._views._right) == []
    assert "niet te zien wie wat antwoordde" in page._views._right._notice.value
    assert "Uit het bestand rapport.csv" in page._views._left.children[1]._text.value
    assert "Cijfers uit een rapport: rapport.csv." in page._intake.message


def test_a_report_stands_beside_the_teams_own_answers(page, sheet_of):
    page._add_files([REPORT, *upload(sheet_of("inwoner", samen_weten=4) for _ in range(3))], [])
    assert titles(page._views._left) == ["<h3>Het gemiddelde</h3>", "<h3>Het gemiddelde, uit uw rapport</h3>"]
    assert titles(page._views._right) == ["<h3>De verschillende werkelijkheden</h3>"]
    assert page._views._right._notice.value == ""
    page._request("clear")
    assert "ks-hidden" in page._results._dom_classes


def test_sheets_of_another_assessment_are_counted_and_not_called_wrong(page, sheet_of):
    other = [sheet_of("inwoner", samen_weten=2).model_copy(update={"question_set": "groot"}) for _ in range(2)]
    page._add_files(upload([*other, sheet_of("inwoner", samen_weten=4)]), [])
    assert "Antwoordbladen van een andere zelftest: 2. Die doen hier niet mee." in page._overview.value
    assert "Geweigerd" not in page._overview.value
    assert len(page._collection.sheets) == 1


def test_every_lens_of_the_question_set_is_shown(data):
    questions = load_question_set(data / "klein-ink.yaml")
    page = Comparison(questions)
    caf = b"criterium;caf\nLeadership;50\nMaatschappij;25\n"
    page._add_files([("caf.csv", caf)], [])
    assert titles(page._views._left) == ["<h3>Het INK-model, uit uw rapport</h3>"]
    assert "Daarmee betekenen ze nog niet hetzelfde" in page._views._left.children[1]._text.value


def test_rounds_appear_with_a_second_round_and_do_not_mind_the_choice_of_a_round(page, sheet_of):
    def answered(name, value):
        return [sheet_of("inwoner", sturen_besluit=value).model_copy(update={"round": name}) for _ in range(3)]

    page._add_files(upload(answered("2026-01", 1)), [])
    assert "ks-hidden" in page._rounds._dom_classes
    page._add_files(upload([*answered("2026-01", 1), *answered("2026-11", 5)])[3:], [])
    assert "ks-hidden" not in page._rounds._dom_classes
    assert page._rounds._remarks.rounds == ["2026-11"]
    page._filters["round"].value = "2026-11"
    assert "ks-hidden" not in page._rounds._dom_classes
    assert "U hebt niet opgeschreven" in page._rounds._panel._text.value
    page._rounds._remarks.remarks = {"2026-11": "Nieuwe <b>wethouder</b>."}
    assert "ronde 2026-11: Nieuwe &lt;b&gt;wethouder&lt;/b&gt;." in page._rounds._panel._text.value
