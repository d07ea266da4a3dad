"""Our own rule for two camps does what its text says."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.agreement import agreement
from ketenspiegel.methods.camps import is_split

scales = st.lists(st.integers(0, 30), min_size=3, max_size=8).filter(any)


@pytest.mark.parametrize(
    "camps", [[5, 0, 0, 0, 5], [0, 5, 0, 5, 0], [4, 4, 1, 3, 5], [3, 0, 0, 1], [6, 3, 1, 1, 2, 6, 4]]
)
def test_sees_camps(camps):
    assert is_split(camps)


@pytest.mark.parametrize(
    "one_group", [[2, 2, 2, 2, 2], [1, 2, 4, 2, 1], [0, 0, 1, 5, 4], [0, 0, 9, 0, 0], [1, 1, 1, 1], [9, 0, 0, 0, 1]]
)
def test_sees_no_camps_in_spread_or_agreement(one_group):
    assert not is_split(one_group)


def test_sees_what_agreement_alone_does_not():
    camps = [0, 5, 0, 5, 0]
    assert agreement(camps) == pytest.approx(1 / 6)
    assert is_split(camps)


def by_the_rule(counts):
    """The rule of the docstring, in exact fractions."""
    half, total = len(counts) // 2, sum(counts)
    smaller = min(sum(counts[:half]), sum(counts[-half:]))
    middle = counts[half] if len(counts) % 2 else Fraction(counts[half - 1] + counts[half], 2)
    return Fraction(smaller, total) >= Fraction(1, 4) and middle < Fraction(smaller, half)


@given(scales)
def test_is_the_rule_it_says_it_is(counts):
    assert is_split(counts) == by_the_rule(counts)


# Rounded shares would put these just below a quarter, or the middle just below its bound.
@pytest.mark.parametrize(
    ("counts", "expected"),
    [([1, 4, 0, 6, 9], True), ([3, 1, 1, 11], True), ([0, 0, 3, 1, 1, 2, 3], False), ([5, 0, 0, 0, 15], True)],
)
def test_rounding_does_not_decide(counts, expected):
    assert is_split(counts) == expected == by_the_rule(counts)


@given(scales, st.integers(2, 50))
def test_the_number_of_people_does_not_matter(counts, factor):
    assert is_split([n * factor for n in counts]) == is_split(counts)


@pytest.mark.parametrize("bad", [[], [1, 1], [0, 0, 0], [1, -1, 2], [1, float("nan"), 2]])
def test_what_cannot_be_counts_is_refused(bad):
    with pytest.raises(ValueError, match=r"categories|counts"):
        is_split(bad)


@given(scales)
def test_does_not_depend_on_the_direction_of_the_scale(counts):
    assert is_split(counts) == is_split(counts[::-1])
