"""The straight line, and the strongest direct cause by the mean."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.expectation import expectation
from ketenspiegel.questions import load_question_set
from tests.lenses.maps import sheet


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-kaart.yaml")


def test_a_line_goes_from_what_one_does_to_the_result(questions):
    view = expectation([], questions)
    assert [row["steps"] for row in view.rows] == [
        ["Meer praten", "Betere afstemming", "Betere hulp"],
        ["Minder praten", "Minder drukte", "Betere hulp"],
    ]
    assert not view.findings
    assert len(expectation([], questions, "stil").rows) == 1


def test_a_map_without_the_arrow_counts_as_nothing(questions):
    sheets = [
        sheet("vak", {"drukte hulp": -2, "afstemming hulp": 1}),
        sheet("vak", {"drukte hulp": 2}),
        sheet("gezin", {"afstemming hulp": 2}),
        sheet("gezin", {"praten afstemming": 2}),
    ]
    view = expectation(sheets, questions)
    causes = [(row["factor"], row["mean"]) for row in view.rows if row["what"] == "cause"]
    assert causes == [("Afstemming", pytest.approx((0.3 + 0.8) / 4)), ("Drukte", pytest.approx(0))]
    assert view.findings == (
        "Het sterkst werkt gemiddeld op het resultaat: Afstemming (0,28).",
        "Het gewone advies gaat over Afstemming (0,28): Een overleg erbij. Wie praat stemt af.",
    )
    assert not view.questions


def test_the_order_of_sheets_does_not_decide_what_is_strongest(questions):
    strengths = [(2, 1), (1, 2), (1, 1)]
    sheets = [sheet("vak", {"praten hulp": one, "drukte hulp": other}) for one, other in strengths]
    for turn in range(3):
        found = [row["factor"] for row in expectation(sheets[turn:] + sheets[:turn], questions).rows[2:]]
        assert found == ["Praten", "Drukte"]


def test_without_interventions_there_are_only_causes(questions):
    bare = questions.influences.model_copy(update={"interventions": ()})
    view = expectation([sheet("vak", {"drukte hulp": -2})], questions.model_copy(update={"influences": bare}))
    assert view.summary == "Gemiddelde invloed op het resultaat: Drukte −0,80."
    assert [row["what"] for row in view.rows] == ["cause"]


def test_only_a_question_set_with_a_map_and_its_own_interventions(questions, small):
    with pytest.raises(ValueError, match="no map"):
        expectation([], small)
    with pytest.raises(ValueError, match="no intervention"):
        expectation([], questions, "fusie")
