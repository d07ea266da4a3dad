"""What was not asked stands beside what was, and the advice that is ready beforehand is counted."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.outside import outside
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def view(data):
    questions = load_question_set(data / "klein-ink.yaml")
    return outside(tally([], questions), questions)


def test_fields_have_questions_and_the_rest_has_none(view):
    assert [row["items"] for row in view.rows] == [1] * 10 + [0] * 3
    assert view.rows[-1]["topic"] == "Kosten bij een ander"


def test_the_first_questions_that_were_not_asked_are_asked(view):
    assert view.questions == ("Wie wacht er bij een ander?", "Wie ziet u niet?")


def test_where_the_advice_comes_out(view):
    assert view.findings[0].endswith("meer regie (2 keer), training van medewerkers (1 keer).")


def test_a_set_without_gaps_still_gives_a_picture(small):
    view = outside(tally([], small), small)
    assert not (view.questions or view.findings)
    view.chart().to_dict()
