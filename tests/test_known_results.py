"""Results from a report come in as they are, wrong cells are told by row, and a survey is not taken for a report."""

from __future__ import annotations

import pytest

from ketenspiegel.collection import collect
from ketenspiegel.known_results import looks_like_results, read_results
from ketenspiegel.lenses.average import average


def read(small, *rows):
    return read_results("rapport.csv", list(rows), small)


def test_a_number_for_a_theme_stands_for_its_items(small):
    results = read(small, ["Thema", "Score"], ["Samen", "3,5"], ["sturen", "2"])
    assert results.values == {"samen-weten": 3.5, "samen-dubbel": 3.5, "sturen-besluit": 2, "sturen-geld": 2}
    assert results.problems == ()
    view = average(results, small)
    assert [(row["mean"], row["light"], row["answers"]) for row in view.rows] == [(3.5, "green", "–"), (2, "red", "–")]


def test_a_number_for_a_statement_goes_before_that_of_its_theme_and_is_as_it_was_worded(small):
    results = read(small, ["", "cijfer"], ["Wij doen werk dubbel.", "4"], ["Samen", "3"], ["samen-weten", "5"])
    assert results.values == {"samen-weten": 5, "samen-dubbel": 2}


@pytest.mark.parametrize(("cell", "value"), [("rood", 1), ("Oranje", 3), ("GROEN", 5), ("4.2", 4.2)])
def test_colours_and_numbers(small, cell, value):
    assert read(small, ["thema", "stoplicht"], ["Samen", cell]).values["samen-weten"] == value


@pytest.mark.parametrize("cell", ["6", "0", "-1", "veel", "nan", "inf"])
def test_what_is_not_on_the_scale_is_told_with_its_row(small, cell):
    results = read(small, ["thema", "score"], ["Samen", cell], ["Sturen", "2"], ["Totaal", "3"])
    assert results.problems == (
        ("rij 2", f"‘{cell}’ past hier niet: verwacht een getal van 1 tot en met 5, of een kleur"),
        ("rij 4", "‘Totaal’ is geen thema of stelling van deze vragenlijst"),
    )
    assert set(results.values) == {"sturen-besluit", "sturen-geld"}


def test_a_row_that_was_there_already_is_told_and_not_silently_dropped(small):
    results = read(small, ["thema", "score"], ["Samen", "3"], ["samen", "5"])
    assert results.values["samen-weten"] == 3
    assert results.problems == (("rij 3", "‘samen’ stond er al; deze rij telt niet"),)


def test_a_step_of_plan_do_check_act_that_is_missing_is_told(small):
    results = read(small, ["criterium", "plan", "do", "check", "act"], ["Samen", "50", "", "", ""])
    assert results.values == {}
    assert len(results.problems) == 1


def test_a_report_and_a_survey_are_told_apart(small):
    assert looks_like_results([["thema", "score"], ["Samen", "3"]], small)
    assert not looks_like_results([["Rol", "samen-weten"], ["Inwoner", "4"]], small)
    assert not looks_like_results([["thema", "score"], ["Iets anders", "3"]], small)
    assert not looks_like_results([["thema"], ["Samen"]], small)
    assert not looks_like_results([], small)


def test_reports_come_in_with_everything_else(small):
    report = b"thema;score\nSamen;3,5\nSturen;9\n"
    found = collect([("rapport.csv", report), ("rapport.csv", report), ("leeg.csv", b"thema;score\nSamen;\n")], small)
    assert [results.source for results in found.results] == ["rapport.csv"]
    assert [(refusal.source, refusal.place) for refusal in found.refused] == [("rapport.csv", "rij 3")]
    assert not found.sheets


def test_parts_have_columns_of_their_own(data):
    from ketenspiegel.questions import load_question_set

    questions = load_question_set(data / "klein-regie.yaml")
    results = read_results("r.csv", [["", "Wat u ziet", "wil"], ["Eigen script", "2", "4"]], questions)
    assert results.values == {"script-ziet": 2, "script-wil": 4}
    one = read_results("r.csv", [["", "score"], ["Eigen script", "2"]], questions)
    assert one.values == {}
    assert one.problems[0][1] == (
        "‘2’ past niet bij ‘Eigen script’; daar horen deze kolommen bij: Wat u ziet, Wat u wilt"
    )
