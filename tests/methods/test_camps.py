"""Our own rule for two camps does what its text says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.camps import is_split


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


@given(st.lists(st.integers(0, 30), min_size=3, max_size=8).filter(any))
def test_does_not_depend_on_the_direction_of_the_scale(counts):
    assert is_split(counts) == is_split(counts[::-1])
