"""The permutation test: exact small cases by hand, and what must hold for any answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.chance import chance_of_shift, shift

sheets = st.lists(st.tuples(st.integers(1, 5), st.one_of(st.none(), st.integers(1, 3))), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # 20 divisions of six sheets; only the one found and its mirror lie 4 steps apart.
        ([1, 1, 1], [5, 5, 5], 2 / 20),
        # 6 divisions of 1 1 2 2 in two and two: 11|22 and 22|11 lie one step apart, the other four not at all.
        ([1, 1], [2, 2], 2 / 6),
        # Nothing shifted, so every division is at least as far.
        ([1, 2], [1, 2], 1.0),
        # 3 divisions: the 5 alone against 1 1 (as found), or a 1 alone (2 steps from 1 5), twice.
        ([5], [1, 1], 1 / 3),
    ],
)
def test_small_cases_are_exact(first, second, expected):
    found = chance_of_shift([(value,) for value in first], [(value,) for value in second], [5])
    assert found == pytest.approx(expected)


def test_a_clear_shift_of_many_is_not_chance_and_no_shift_is():
    low, high = [(1, 2), (2, 2), (2, 1)] * 4, [(4, 5), (5, 5), (4, 4)] * 4
    assert chance_of_shift(low, high, [5, 5]) == pytest.approx(1 / 500)
    assert chance_of_shift(low, low, [5, 5]) == 1


def test_nothing_to_compare():
    assert shift([(None,)], [(1,)], [5]) is None
    assert chance_of_shift([], [(1,)], [5]) is None


@given(sheets, sheets)
def test_chance_is_a_share_and_the_same_every_time(first, second):
    points = [5, 3]
    found = chance_of_shift(first, second, points, draws=30)
    assert found == chance_of_shift(first, second, points, draws=30)
    assert 0 < found <= 1
    assert shift(first, second, points) == pytest.approx(shift(second, first, points))
