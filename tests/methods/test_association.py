"""Kendall's tau-b against published and hand-computed values, and what must hold for any answers."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ketenspiegel.methods.association import kendall_tau, kendall_tau_within

rows = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=3, max_size=15)


def test_the_example_of_scipy():
    # https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.kendalltau.html (SciPy 1.x, example)
    found = kendall_tau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])
    assert found.tau == pytest.approx(-0.47140452079103173)
    assert found.chance == pytest.approx(0.2827454599327748)


def test_by_hand():
    # Pairs: (1,2) same direction, (1,3) same, (2,3) opposite: (2 - 1) / 3.
    assert kendall_tau([1, 2, 3], [1, 3, 2]).tau == pytest.approx(1 / 3)
    # A tie on one side: pairs (1,2) tied in the first, the other two same: 2 / sqrt(2 * 3).
    assert kendall_tau([1, 1, 2], [1, 2, 3]).tau == pytest.approx(2 / 6**0.5)


def test_nothing_to_compare():
    assert kendall_tau([1, 2], [1, 2]) is None
    assert kendall_tau([3, 3, 3], [1, 2, 3]) is None
    assert kendall_tau_within([([1], [2]), ([3], [4])]) is None


@pytest.mark.parametrize(("first", "second"), [([1, 2, 3], [1, 2]), ([1, 2, float("nan")], [1, 2, 3])])
def test_wrong_rows_are_refused(first, second):
    with pytest.raises(ValueError, match="answers"):
        kendall_tau(first, second)


@given(rows)
def test_it_has_no_direction_and_turns_with_the_scale(pairs):
    first, second = zip(*pairs, strict=True)
    found, other_way, turned = (
        kendall_tau(first, second),
        kendall_tau(second, first),
        kendall_tau(first, [6 - value for value in second]),
    )
    assume(found is not None)
    assert found.tau == pytest.approx(other_way.tau)
    assert found.tau == pytest.approx(-turned.tau)
    assert -1 - 1e-9 <= found.tau <= 1 + 1e-9
    assert 0 <= found.chance <= 1


@given(rows)
def test_one_group_within_is_the_whole(pairs):
    first, second = zip(*pairs, strict=True)
    whole, within = kendall_tau(first, second), kendall_tau_within([(first, second)])
    assert (whole is None) == (within is None)
    if whole is not None:
        assert within == pytest.approx(whole.tau)
