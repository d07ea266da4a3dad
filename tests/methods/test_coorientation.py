"""Co-orientation against hand-computed cases, and what must hold for any answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.coorientation import coorientation, state_of

answer = st.one_of(st.none(), st.integers(1, 5))


def each(own, expected, others):
    """Two persons on several matters: the mean similarity, as in a table of facts."""
    found = [coorientation([a], [b], [c], 5) for a, b, c in zip(own, expected, others, strict=True)]
    return [
        sum(getattr(one, name).value for one in found) / len(found) for name in ("agreement", "congruency", "accuracy")
    ]


def test_two_persons_on_three_matters():
    """The arithmetic case of the fact sheet (A5): A believes in full agreement that does not exist."""
    a, b, a_of_b, b_of_a = (5, 2, 4), (3, 2, 5), (5, 2, 4), (3, 3, 5)
    assert each(a, a_of_b, b) == pytest.approx([0.75, 1, 0.75])
    assert each(b, b_of_a, a) == pytest.approx([0.75, 0.9166667, 0.6666667], abs=1e-6)


def test_groups_by_hand():
    # Own 5 5 4 3 against 2 2 3: shares from low to high (0, 0, .25, .25, .5) and (0, 2/3, 1/3, 0, 0); cumulative
    # differences 0, 2/3, 3/4, 1/2: 23/12 steps. Expected 4 5 5 against 2 2 3: means 14/3 and 7/3, no overlap: 7/3.
    found = coorientation([5, 5, 4, 3], [4, 5, None, 5], [2, 2, 3, None], 5)
    assert found.agreement.value == pytest.approx(1 - 23 / 12 / 4)
    assert found.accuracy.value == pytest.approx(1 - 7 / 3 / 4)
    # Per person |5-4|, |5-5| and |3-5|; who did not guess does not count.
    assert found.congruency.value == pytest.approx(1 - 1 / 4)
    assert found.bias == pytest.approx(7 / 3)
    assert (found.agreement.n, found.congruency.n, found.accuracy.n) == (3, 3, 3)
    # 23/12 steps apart is not of one mind; that they expect one step keeps it from being false consensus.
    assert found.state == "true dissensus"


@pytest.mark.parametrize(
    ("own", "expected", "others", "state"),
    [
        ([5, 5, 4], [5, 4, 4], [5, 5, 4], "true consensus"),
        ([5, 5, 4], [5, 5, 4], [1, 2, 1], "false consensus"),
        ([5, 5, 4], [2, 1, 2], [5, 5, 4], "false conflict"),
        ([5, 5, 4], [2, 1, 2], [1, 2, 1], "true dissensus"),
    ],
)
def test_states(own, expected, others, state):
    found = coorientation(own, expected, others, 5, fewest=3)
    assert found.state == state
    assert found.certainty > 0.9


def test_exactly_one_step_is_not_of_one_mind():
    assert state_of(1.0, 0.99) == "false consensus"
    assert state_of(0.99, 1.0) == "false conflict"


def test_few_and_scattered_answers_are_uncertain():
    found = coorientation([1, 5, 3], [3, 3, 5], [3, 4, 2], 5)
    assert found.certainty < 0.8
    assert found.agreement.low < found.agreement.value < found.agreement.high


def test_missing_answers_are_handled_openly():
    assert coorientation([5, 5, None], [None, None, 3], [4, 4, 4], 5) is None
    assert coorientation([5, 5, 4], [3, 3, None], [4, 4, 4], 5, fewest=3) is None
    assert coorientation([], [], [], 5) is None


def test_wrong_input_is_refused():
    with pytest.raises(ValueError, match="3 observers"):
        coorientation([1, 2, 3], [1], [1], 5)
    with pytest.raises(ValueError, match="from 1 to 5"):
        coorientation([6], [1], [1], 5)


@given(st.lists(st.tuples(answer, answer), max_size=6), st.lists(answer, max_size=6))
def test_measures_stay_within_bounds_and_are_the_same_every_time(observers, others):
    own, expected = [a for a, _ in observers], [b for _, b in observers]
    found = coorientation(own, expected, others, 5, draws=20)
    assert found == coorientation(own, expected, others, 5, draws=20)
    if found is not None:
        for measure in (found.agreement, found.congruency, found.accuracy):
            assert 0 <= measure.low <= measure.high <= 1
            assert 0 <= measure.value <= 1
        assert -4 <= found.bias <= 4


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_who_knows_the_other_exactly_is_wholly_accurate(others):
    found = coorientation([3] * len(others), others, others, 5)
    assert found.accuracy.value == 1
    assert found.bias == 0
