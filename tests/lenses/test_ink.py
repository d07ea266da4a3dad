"""Positions on the nine fields, by hand, and the reading from left to right."""

from __future__ import annotations

import pytest

from ketenspiegel.charts.ink import PLACES
from ketenspiegel.known_results import read_results
from ketenspiegel.lenses.ink import ORGANISATION, RESULT, ink
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-ink.yaml")


def test_the_figure_has_a_place_for_every_field(questions):
    assert set(PLACES) == {*ORGANISATION, *RESULT}
    assert {theme.id for theme in questions.fields} == {*PLACES, "verbeteren-en-vernieuwen"}
    assert {theme.id for theme in load_question_set("ink").fields} == {theme.id for theme in questions.fields}


def test_positions_and_the_causal_reading(questions, sheet_for):
    low = {f"{field}-a": 2 for field in (*ORGANISATION, *RESULT)}
    sheets = [
        sheet_for(questions, "bestuurder", low | {"leiderschap-a": 4, "maatschappij-a": 1}),
        sheet_for(questions, "professional", low | {"management-van-processen-a": 1}),
    ]
    view = ink(tally(sheets, questions), questions)
    assert {row["field"]: row["position"] for row in view.rows} == {
        **dict.fromkeys((*ORGANISATION, *RESULT), 2),
        "leiderschap": 3,
        "maatschappij": 1.5,
        "management-van-processen": 1.5,
        "verbeteren-en-vernieuwen": None,
    }
    # (3 + 2 + 2 + 2 + 1.5) / 5 and (2 + 2 + 1.5 + 2) / 4.
    assert view.findings[0] == "Organisatie gemiddeld 2,1, resultaat gemiddeld 1,9."
    assert "Maatschappij is het laagste resultaat (1,5). Management van processen is het laagste" in view.findings[1]
    assert view.findings[2] == "Management van processen (1,5). Standaardadvies: Versterk management van processen."
    assert view.table_rows[0]["phase"] == "Systeem"


def test_positions_from_a_report_and_a_caf_score(questions):
    rows = [["Gebied", "Positie"], ["Leadership", "2,5"], ["Maatschappij", "4"]]
    view = ink(read_results("ink.csv", rows, questions), questions)
    assert {row["field"]: row["position"] for row in view.rows if row["position"]} == {
        "leiderschap": 2.5,
        "maatschappij": 4,
    }
    caf = [
        ["Criterium", "plan", "do", "check", "act"],
        ["Leadership", "80", "60", "40", "20"],
        ["Maatschappij", "0", "0", "0", "x"],
    ]
    results = read_results("caf.csv", caf, questions)
    # The mean of the four is 50 of 100: half way from 1 to 5.
    assert results.values == {"leiderschap-a": 3.0}
    assert results.percent
    assert results.problems == (("rij 3", "‘?’ past hier niet: verwacht een getal van 1 tot en met 5, of een kleur"),)


def test_one_field_shows_its_topics(questions, sheet_for):
    sheets = [sheet_for(questions, "bestuurder", {"leiderschap-a": 4})]
    view = ink(tally(sheets, questions), questions, "leiderschap")
    assert [(row["facet"], row["position"]) for row in view.rows] == [("Hoe leiderschap gaat", 4)]
    view.chart().to_dict()


def test_no_answers(questions):
    view = ink(tally([], questions), questions)
    assert view.findings == ("Er zijn nog geen antwoorden.",)
    view.chart().to_dict()
