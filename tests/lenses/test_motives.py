"""Who misreads whom is told with pair, motive and direction, false conflicts first, and only when it is certain."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.motives import motives
from ketenspiegel.questions import load_question_set


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-motieven.yaml")


@pytest.fixture
def found(questions, sheet_for):
    """Policy thinks the provider cares little for residents (it cares) and much for budget (it does not)."""
    policy = {"client": 5, "budget": 5, "client--aanbieder": 2, "budget--aanbieder": 5}
    provider = {"client": 5, "budget": 1, "client--beleid": 5, "budget--beleid": 5}
    return [
        sheet_for(questions, role, answers)
        for role, answers in (("beleid", policy), ("aanbieder", provider))
        for _ in range(4)
    ]


def test_the_four_states_by_pair_and_motive(questions, found):
    view = motives(found, questions)
    states = {(row["observer"], row["about"], row["item"]): row["state"] for row in view.table_rows}
    assert states == {
        ("Beleid", "Aanbieder", "De inwoner helpen"): "schijnbaar oneens",
        ("Beleid", "Aanbieder", "Binnen het budget blijven"): "schijnbaar eens",
        ("Aanbieder", "Beleid", "De inwoner helpen"): "echt eens",
        ("Aanbieder", "Beleid", "Binnen het budget blijven"): "echt oneens",
    }
    assert view.table_rows[0]["bias"] == "−3,0"
    assert view.table_rows[0]["accuracy"] == "0,25 (0,25 tot 0,25, n=4)"


def test_false_conflicts_come_first_and_name_pair_motive_and_direction(questions, found):
    view = motives(found, questions)
    assert view.findings[0].startswith(
        "Schijnbaar oneens over ‘De inwoner helpen’: Beleid denkt dat dit voor Aanbieder lichter weegt"
    )
    assert view.findings[1].startswith(
        "Schijnbaar eens over ‘Binnen het budget blijven’: Beleid denkt op één lijn te zitten"
    )
    assert "Maar voor Aanbieder weegt het lichter: 4,0 stappen." in view.findings[1]
    assert view.questions[0].startswith("Beleid en Aanbieder: over ‘De inwoner helpen’ denkt u te verschillen")
    assert "Welke afspraak tussen u rust op dat misverstand?" in view.questions[1]
    assert "bent u het oneens, en u weet dat van elkaar" in view.questions[2]


def test_the_table_counts_what_is_misread(questions, found):
    pairs = {
        (row["observer"], row["about"]): row["misread"]
        for row in motives(found, questions).rows
        if row["kind"] == "pair"
    }
    assert pairs == {("Beleid", "Aanbieder"): 2, ("Aanbieder", "Beleid"): 0}


def test_small_groups_and_few_predictions_are_left_out(questions, found, sheet_for):
    school = [sheet_for(questions, "school", {"client": 1, "client--beleid": 1}) for _ in range(2)]
    view = motives([*found, *school], questions)
    assert not any("School" in (row["observer"], row["about"]) for row in view.table_rows)
    assert "School" in view.notes[0]
    third = [
        sheet_for(questions, "school", {"client": 1}),
        sheet_for(questions, "school", {"client--beleid": "unknown"}),
    ]
    assert not any(row["observer"] == "School" for row in motives([*found, *school, *third], questions).table_rows)


def test_what_may_be_otherwise_with_other_people_is_not_concluded(questions, sheet_for):
    scattered = [(1, 5, 3), (5, 1, 2), (3, 3, 5), (4, 2, 1)]
    sheets = [
        sheet_for(
            questions, role, {"client": own, f"client--{other}": guess, "budget": budget, f"budget--{other}": own}
        )
        for role, other in (("beleid", "aanbieder"), ("aanbieder", "beleid"))
        for own, guess, budget in scattered
    ]
    view = motives(sheets, questions)
    assert any("onzeker" in row["certainty"] for row in view.table_rows)
    uncertain = sum("onzeker" in row["certainty"] for row in view.table_rows)
    assert view.notes[-1].startswith(f"Bij {uncertain} van de 4 vergelijkingen")


def test_no_answers(questions):
    view = motives([], questions)
    assert not (view.rows or view.findings or view.questions)
    view.chart().to_dict()


def test_scattered_guesses_that_are_right_on_the_whole_are_no_misunderstanding(questions, sheet_for):
    sheets = [
        sheet_for(questions, "beleid", {"client": own, "client--aanbieder": guess})
        for own, guess in ((2, 4), (4, 2), (2, 4), (4, 2))
    ] + [sheet_for(questions, "aanbieder", {"client": value}) for value in (2, 4, 2, 4)]
    view = motives(sheets, questions)
    (row,) = view.table_rows
    assert (row["state"], row["accuracy"][:4]) == ("schijnbaar oneens", "1,00")
    assert view.findings == ("Er zijn geen misverstanden die bij bijna elke trekking blijven staan.",)
    assert not view.questions
