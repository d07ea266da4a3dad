"""Calibration: the anchors mean what they say, and a suggestion divides the cases."""

from __future__ import annotations

from math import exp, inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ketenspiegel.methods.qca.calibration import Anchors, crisp, membership, suggested

numbers = st.integers(-1000, 1000)
scores = st.lists(st.integers(1, 7), max_size=30)


@st.composite
def anchors(draw):
    found = sorted(draw(st.sets(numbers, min_size=3, max_size=3)))
    return Anchors(*(found if draw(st.booleans()) else reversed(found)))


@given(anchors())
def test_anchors_have_log_odds_of_three(given_anchors):
    assert membership(given_anchors.out, given_anchors) == pytest.approx(1 / (1 + exp(3)))
    assert membership(given_anchors.crossover, given_anchors) == 0.5
    assert membership(given_anchors.full, given_anchors) == pytest.approx(1 / (1 + exp(-3)))


@given(anchors(), numbers, numbers)
def test_more_is_further_in_and_with_falling_anchors_further_out(given_anchors, one, other):
    low, high = sorted((one, other))
    rising = given_anchors.full > given_anchors.out
    lower, higher = membership(low, given_anchors), membership(high, given_anchors)
    assert 0 <= min(lower, higher) <= max(lower, higher) <= 1
    assert lower <= higher if rising else lower >= higher
    crossover = given_anchors.crossover
    assert (lower > 0.5) == (low > crossover if rising else low < crossover) or lower == 0.5


@given(anchors(), numbers)
def test_turned_anchors_negate(given_anchors, value):
    turned = Anchors(*reversed(given_anchors))
    assert membership(value, turned) == pytest.approx(1 - membership(value, given_anchors))


@given(anchors(), numbers, st.integers(1, 9), numbers)
def test_units_do_not_matter(given_anchors, value, factor, shift):
    other = Anchors(*(factor * anchor + shift for anchor in given_anchors))
    assert membership(factor * value + shift, other) == pytest.approx(membership(value, given_anchors))


def test_far_values_are_wholly_in_or_out():
    assert membership(1e9, Anchors(1, 2, 3)) == 1
    assert membership(-1e9, Anchors(1, 2, 3)) == 0


@pytest.mark.parametrize("wrong", [(1, 1, 2), (1, 2, 2), (1, 3, 2), (2, 1, 3), (1, 1, 1), (1, nan, 3), (1, 2, inf)])
def test_anchors_out_of_order_are_refused(wrong):
    with pytest.raises(ValueError, match="must"):
        membership(1, Anchors(*wrong))


def test_what_is_no_number_is_refused():
    for wrong in (nan, inf):
        with pytest.raises(ValueError, match="must be numbers"):
            membership(wrong, Anchors(1, 2, 3))
        with pytest.raises(ValueError, match="must be numbers"):
            crisp(wrong, 1)
        with pytest.raises(ValueError, match="must be a number"):
            suggested([1, 2, 3, wrong])


def test_a_middle_that_divides_the_cases_is_taken():
    assert suggested([1, 2, 4, 5, 5, 5, 5, 5], middle=3) == Anchors(1, 3, 5)
    # One of eight below it: the widest gap with two on each side lies between 4 and 5.
    assert suggested([2, 4, 4, 5, 5, 5, 5, 5], middle=3) == Anchors(2, 4.5, 5)


def test_the_widest_gap_divides():
    assert suggested([1, 2, 3, 10, 11, 12]) == Anchors(1, 6.5, 12)
    # Of equally wide gaps the one that divides most evenly, then the lowest.
    assert suggested([1, 2, 3, 4, 5, 6]).crossover == 3.5
    assert suggested([1, 1, 2, 2, 2, 3, 3, 3]).crossover == 2.5
    assert suggested([1, 1, 2, 2, 3, 3]).crossover == 1.5


def test_outer_anchors_leave_out_the_extremes():
    found = suggested([-500, *range(1, 20), 900])
    assert (found.out, found.full) == (2, 18)


@pytest.mark.parametrize("values", [[], [1], [1, 2], [1, 1, 2], [3, 3, 3, 3], [1, 5, 5, 5, 5, 5]])
def test_cases_that_cannot_be_divided(values):
    assert suggested(values, middle=3) is None


@given(scores, st.none() | st.integers(1, 7))
def test_a_suggestion_divides_the_cases_and_is_fit_for_use(values, middle):
    found = suggested(values, middle)
    assert found == suggested(sorted(values, reverse=True), middle)
    if found is None:
        splits = [value + 0.5 for value in range(7)]
        least = max(2, len(values) / 4)
        assert not any(
            sum(value < split for value in values) >= least and sum(value > split for value in values) >= least
            for split in splits
        )
        return
    memberships = [membership(value, found) for value in values]
    for side in (sum(one > 0.5 for one in memberships), sum(one < 0.5 for one in memberships)):
        assert side >= 2
        assert side >= len(values) / 4
    assert found.out < found.crossover < found.full


@given(scores)
def test_without_middle_no_case_is_undecided(values):
    found = suggested(values)
    assume(found is not None)
    assert all(membership(value, found) != 0.5 for value in values)


def test_crisp_scores():
    assert [crisp(value, 3) for value in (2, 2.99, 3, 4)] == [0, 0, 1, 1]
