"""The distance between groups is a distance, and says how many steps answers move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.distance import ordinal_distance

groups = st.lists(st.integers(0, 50), min_size=5, max_size=5).filter(any)


def mean(counts):
    return sum(place * n for place, n in enumerate(counts)) / sum(counts)


@given(groups, groups, groups)
def test_is_a_metric(a, b, c):
    assert ordinal_distance(a, a) == pytest.approx(0)
    assert ordinal_distance(a, b) == pytest.approx(ordinal_distance(b, a))
    assert ordinal_distance(a, c) <= ordinal_distance(a, b) + ordinal_distance(b, c) + 1e-9


@given(groups, groups)
def test_is_zero_only_for_the_same_shares(a, b):
    same = [n * sum(b) for n in a] == [n * sum(a) for n in b]
    assert (ordinal_distance(a, b) < 1e-9) == same


@given(groups, groups)
def test_is_at_least_the_difference_of_means(a, b):
    assert abs(mean(a) - mean(b)) - 1e-9 <= ordinal_distance(a, b) <= 4


@given(st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any), st.integers(0, 2))
def test_a_group_that_moves_as_a_whole_moves_that_many_steps(numbers, steps):
    assert ordinal_distance([*numbers, 0, 0], [*[0] * steps, *numbers, *[0] * (2 - steps)]) == pytest.approx(steps)


@pytest.mark.parametrize("bad", [[0, 0], [1, -1], [1, float("nan")]])
def test_what_cannot_be_counts_is_refused(bad):
    for pair in ((bad, [1, 1]), ([1, 1], bad)):
        with pytest.raises(ValueError, match="counts"):
            ordinal_distance(*pair)


def test_refuses_different_scales():
    with pytest.raises(ValueError, match="2 and 3 categories"):
        ordinal_distance([1, 2], [1, 2, 3])
