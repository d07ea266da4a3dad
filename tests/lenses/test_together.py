"""What goes together is told with its strength, without a direction, and chance is told as chance."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.together import FEWEST, together


@pytest.fixture
def rising(small, sheet_of):
    """Ten people of one role of whom the answers on both themes rise together."""
    values = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    return [sheet_of("inwoner", samen_weten=value, samen_dubbel=6 - value, sturen_besluit=value) for value in values]


def test_two_themes_that_rise_together(small, rising):
    view = together(rising, small)
    (row,) = view.rows
    assert row["tau"] == pytest.approx(1)
    assert row["clear"]
    assert view.findings[0].startswith("Bij 1 van de 1 paren")
    assert view.findings[1] == "‘Samen’ en ‘Sturen’ gaan samen op (1,00)."
    assert "het tweede op het eerste, allebei" in view.questions[0]
    assert "geen oorzaak en gevolg" in view.notes[0]


def test_opposite_is_said_as_opposite_and_not_asked_as_together(small, sheet_of):
    found = [
        sheet_of("inwoner", samen_weten=value, sturen_besluit=6 - value) for value in (1, 1, 2, 2, 3, 3, 4, 4, 5, 5)
    ]
    view = together(found, small)
    assert view.rows[0]["tau"] == pytest.approx(-1)
    assert "meestal lager" in view.findings[1]
    assert not view.questions


def test_what_only_differs_between_roles_is_told_as_such(small, sheet_of):
    low = [sheet_of("inwoner", samen_weten=a, sturen_besluit=b) for a, b in ((1, 2), (2, 1), (1, 1), (2, 2), (1, 2))]
    high = [
        sheet_of("bestuurder", samen_weten=a, sturen_besluit=b) for a, b in ((4, 5), (5, 4), (4, 4), (5, 5), (4, 5))
    ]
    view = together(low + high, small)
    assert view.rows[0]["clear"]
    assert "het verschil zit tussen rollen" in view.findings[1]
    assert "binnen elke rol bijna niet" in view.questions[0]


def test_reversed_items_and_half_answers(small, sheet_of):
    # Half of the items answered is enough; "weet ik niet" is no answer.
    found = [sheet_of("inwoner", samen_dubbel=value, sturen_besluit=value) for value in (1, 2, 3, 4, 5, 1, 2, 3)]
    assert together(found, small).rows[0]["tau"] == pytest.approx(-1)
    unknown = [sheet_of("inwoner", samen_dubbel="unknown", sturen_besluit=value) for value in (1, 2, 3, 4, 5, 1, 2, 3)]
    assert not together(unknown, small).rows


def test_too_few_people_give_no_picture(small, rising):
    view = together(rising[: FEWEST - 1], small)
    assert not (view.rows or view.findings or view.questions)
    assert "minstens 8 antwoordbladen" in view.notes[0]
    view.chart().to_dict()


def test_scattered_answers_are_called_chance(small, sheet_of):
    pairs = [(1, 3), (5, 3), (2, 4), (4, 2), (3, 1), (3, 5), (2, 2), (4, 4)]
    view = together([sheet_of("inwoner", samen_weten=a, sturen_besluit=b) for a, b in pairs], small)
    assert not view.rows[0]["clear"]
    assert view.table_rows[0]["clear"] == "kan toeval zijn"
    assert not view.questions
