"""Every item gets the light that a quick scan would give it."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results
from ketenspiegel.lenses.lights import lights
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture
def found(sheet_of):
    return [
        sheet_of("inwoner", samen_weten=5, samen_dubbel=1, sturen_besluit="unknown"),
        sheet_of("professional", samen_weten=4, samen_dubbel=2, sturen_besluit=2),
        sheet_of("bestuurder", samen_weten=1, sturen_besluit=3, sturen_geld=5),
    ]


def test_lights_by_hand(small, found):
    rows = lights(tally(found, small), small).rows
    # Turned round, 1 and 2 on ‘samen-dubbel’ are 5 and 4, and 5 on ‘sturen-geld’ is 1.
    assert [row["mean"] for row in rows] == pytest.approx([10 / 3, 4.5, 2.5, 1])
    assert [row["light"] for row in rows] == ["orange", "green", "orange", "red"]
    assert [row["answers"] for row in rows] == [3, 2, 2, 1]
    assert [row["theme"] for row in rows] == ["Samen", "Samen", "Sturen", "Sturen"]


def test_findings_count_the_lights_and_give_the_standard_advice(small, found):
    assert lights(tally(found, small), small).findings == (
        "Op rood: 1. Op oranje: 2. Op groen: 1.",
        "Samen: 1 van 2 op oranje of rood. Standaardadvies: Begin een overleg.",
        "Sturen: 2 van 2 op oranje of rood. Standaardadvies: Benoem een regisseur.",
    )


def test_one_theme(small, found):
    view = lights(tally(found, small), small, theme="samen")
    assert [row["item"] for row in view.rows] == [
        "Ik weet wie er ‘nee’ mag zeggen",
        "Wij doen werk dubbel (omgedraaid)",
    ]
    assert view.findings[0] == "Op rood: 0. Op oranje: 1. Op groen: 1."
    with pytest.raises(ValueError, match="no theme 'anders'"):
        lights(tally(found, small), small, theme="anders")


@pytest.mark.parametrize(("answer", "light"), [(8, "green"), (6, "orange"), (4, "red")])
def test_an_item_is_judged_on_its_own_scale(data, sheet_of, answer, light):
    questions = load_question_set(data / "klein-tevreden.yaml")
    # On ten points green begins at 6.625 and orange at 4.375.
    rows = lights(tally([sheet_of(cijfer_alles=answer)], questions), questions, theme="cijfer").rows
    assert rows[0]["light"] == light


def test_results_of_a_report(small):
    view = lights(Results({"samen-weten": 3.5, "sturen-besluit": 2.4}), small)
    assert [row["light"] for row in view.rows] == ["green", None, "red", None]
    assert [row["Antwoorden"] for row in view.table()] == ["–"] * 4
    assert view.findings == (
        "Op rood: 1. Op oranje: 0. Op groen: 1.",
        "Sturen: 1 van 1 op oranje of rood. Standaardadvies: Benoem een regisseur.",
    )


def test_without_answers(small):
    view = lights(tally([], small), small)
    assert view.findings == (view.summary,) == ("Er zijn nog geen antwoorden.",)
