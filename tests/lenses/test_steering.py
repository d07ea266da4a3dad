"""Everybody stands somewhere in the field of steering; a municipality as a whole does not."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.steering import steering
from ketenspiegel.questions import load_question_set


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-regie.yaml")


@pytest.fixture
def found(questions, sheet_for):
    executives = {"script-ziet": 4, "macht-ziet": 5, "script-wil": 5, "macht-wil": 5}
    professionals = {"script-ziet": 2, "macht-ziet": 1, "script-wil": 5, "macht-wil": 2}
    undecided = {"script-ziet": 3, "macht-ziet": 1, "script-wil": 1, "macht-wil": 4}
    sheets = [
        (role, answers)
        for role, answers in (("bestuurder", executives), ("professional", professionals))
        for _ in range(3)
    ]
    return [sheet_for(questions, role, answers) for role, answers in (*sheets, ("professional", undecided))]


def test_the_four_kinds_and_the_line_between(questions, found):
    view = steering(found, questions)
    assert [tuple(row.values())[2:] for row in view.table_rows] == [
        # control, execution, vision, facilitation, in between
        (3, 0, 0, 0, 0),
        (0, 0, 0, 3, 1),
        (3, 0, 0, 0, 0),
        (0, 1, 3, 0, 0),
    ]
    assert view.findings[1] == "Professional, wat u ziet: faciliterend 3, ertussenin 1."


def test_roles_stand_apart_and_nobody_is_averaged_away(questions, found):
    rows = steering(found, questions).rows
    assert sum(row["n"] for row in rows) == 2 * len(found)
    seen = [(row["group"], row["x"], row["y"], row["n"]) for row in rows if row["part"] == "Wat u ziet"]
    assert seen == [("Bestuurder", 4, 5, 3), ("Professional", 2, 1, 3), ("Professional", 3, 1, 1)]


def test_the_questions_name_who_means_what(questions, found):
    view = steering(found, questions)
    assert view.questions[0].startswith(
        "Bestuurder ziet vooral beheersingsgericht; Professional ziet vooral faciliterend."
    )
    assert view.questions[1].startswith("Bestuurder wil vooral beheersingsgericht; Professional wil vooral visionair.")
    assert view.questions[2].startswith("Professional ziet vooral faciliterend en wil vooral visionair.")


def test_half_an_answer_has_no_place(questions, sheet_for):
    sheets = [sheet_for(questions, "bestuurder", {"script-ziet": 4, "macht-ziet": "unknown"}) for _ in range(3)]
    view = steering(sheets, questions)
    assert not view.rows
    view.chart().to_dict()


def test_small_groups_are_shown_together(questions, found, sheet_for):
    view = steering(found[:4], questions)
    assert {row["group"] for row in view.rows} == {"Alle rollen samen"}
    assert not steering(found[:2], questions).rows
