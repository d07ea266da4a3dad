"""Who sees a result working back is counted and asked about."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.conditions import conditions
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-ink.yaml")


@pytest.fixture
def found(questions, sheet_for):
    see = [sheet_for(questions, "professional", {"andersom-klanten": 3, "andersom-geld": 1}) for _ in range(4)]
    not_see = [sheet_for(questions, "bestuurder", {"andersom-klanten": 1, "andersom-geld": 3}) for _ in range(3)]
    return [*see, *not_see, sheet_for(questions, "bestuurder", {"andersom-klanten": "unknown", "andersom-geld": 2})]


def test_counts_per_role(questions, found):
    view = conditions(tally(found, questions), questions)
    assert [(row["path"], row["group"], row["n"]) for row in view.rows] == [
        ("Klanten en partners → Leiderschap", "Bestuurder", 0),
        ("Klanten en partners → Leiderschap", "Professional", 4),
        ("Bestuur en financiers → Management van processen", "Bestuurder", 3),
        ("Bestuur en financiers → Management van processen", "Professional", 0),
    ]
    first = view.table_rows[0]
    assert (first["group"], first["yes"], first["no"], first["rest"], first["unknown"]) == (
        "Bestuurder (4)",
        0,
        3,
        0,
        1,
    )


def test_what_half_sees_is_named_and_what_divides_is_asked(questions, found):
    view = conditions(tally(found, questions), questions)
    assert view.findings == ("Klanten en partners → Leiderschap: 4 van de 8 zien dit gebeuren, 3 niet.",)
    assert "4 van de 8 zien dit. Als een resultaat zelf een voorwaarde is" in view.questions[0]
    assert "3 van de 8 zien dit, 4 niet" in view.questions[1]


def test_one_theme_shows_only_its_own_arrows(questions, found):
    view = conditions(tally(found, questions), questions, "leiderschap")
    assert {row["item"] for row in view.rows} == {"andersom-klanten"}


def test_two_people_are_not_shown(questions, found):
    view = conditions(tally(found[:2], questions), questions)
    assert not (view.rows or view.questions)
    view.chart().to_dict()
