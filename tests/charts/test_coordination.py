"""The triangle of organisations: a square for every pair."""

from __future__ import annotations

import pytest

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.lenses.coordination import coordination
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set("overlegkaart")


def view_of(*meetings):
    listed = [
        Meeting(
            name=f"Overleg {number}",
            participants=[Participant(name="medewerker", organisation=home) for home in homes],
            times=1,
            per="month",
            hours=1,
        )
        for number, homes in enumerate(meetings)
    ]
    sheets = [AnswerSheet(question_set="overlegkaart", question_set_version="1.0", meetings=listed)]
    return coordination(sheets, QUESTIONS)


def squares(view):
    datasets = view.chart().to_dict()["datasets"].values()
    return [row["filled"] for rows in datasets for row in rows if row.get("text") and "filled" in row]


def test_pairs_that_meet_are_filled(svg_of):
    view = view_of(["GGD", "School"], ["School", "Ggz"])
    assert sorted(squares(view)) == [0, 1, 1]
    assert all(f">{name}<" in svg_of(view) for name in ("GGD", "School", "Ggz", "zien elkaar nog niet"))


@pytest.mark.parametrize("number", [2, 13, 24, 40])
def test_any_number_of_organisations_fits(svg_of, number):
    svg = svg_of(view_of([f"Organisatie met een lange naam nummer {n}" for n in range(number)]))
    assert ("Niet getekend: 16 organisaties." in svg) is (number == 40)


def test_without_pairs_it_says_so(svg_of):
    assert "Nog geen overleggen" in svg_of(view_of(["GGD"]))
