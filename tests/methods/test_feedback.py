"""Feedback loops against networkx and by hand, and the archetypes with their near misses."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from math import comb, factorial, prod

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.archetypes import fixes_that_fail, shifting_the_burden
from ketenspiegel.methods.feedback import Loop, each_loop, loops, membership
from tests.methods.maps import maps


def by_networkx(arrows, longest):
    """The loops as sets of arrows, for a loop is its arrows wherever one starts."""
    cycles = nx.simple_cycles(nx.DiGraph(list(arrows)), length_bound=longest)
    return Counter(frozenset(zip(cycle, [*cycle[1:], cycle[0]], strict=True)) for cycle in cycles)


def sign(weight):
    return 1 if weight > 0 else -1


@given(maps(), st.integers(1, 7))
def test_no_loop_is_missed_none_is_invented(drawn, longest):
    factors, arrows = drawn
    found = loops(factors, arrows, longest)
    assert Counter(frozenset(loop.arrows) for loop in found) == by_networkx(arrows, longest)
    place = {name: i for i, name in enumerate(factors)}
    for loop in found:
        assert loop.sign == prod(sign(arrows[arrow]) for arrow in loop.arrows)
        assert loop.reinforcing == (loop.sign == 1)
        assert loop.factors[0] == min(loop.factors, key=place.get)
    order = [(len(loop.factors), [place[name] for name in loop.factors]) for loop in found]
    assert order == sorted(order)


@given(maps())
def test_names_and_order_change_nothing(drawn):
    factors, arrows = drawn
    names = {name: f"other {name}" for name in factors}
    back = {(names[a], names[b]): weight for (a, b), weight in reversed(arrows.items())}
    again = loops([names[name] for name in reversed(factors)], back)
    there = {(frozenset((names[a], names[b]) for a, b in loop.arrows), loop.sign) for loop in loops(factors, arrows)}
    assert {(frozenset(loop.arrows), loop.sign) for loop in again} == there
    assert [Loop(tuple(names[name] for name in loop.factors), loop.sign) for loop in loops(factors, arrows)] == loops(
        list(names.values()), back
    )


def test_all_loops_of_a_map_where_all_influence_all():
    factors = [str(i) for i in range(9)]
    arrows = {(a, b): 1 for a in factors for b in factors if a != b}
    counts = Counter(len(loop.factors) for loop in loops(factors, arrows, 5))
    assert counts == {k: comb(9, k) * factorial(k - 1) for k in range(2, 6)}


def test_one_may_stop_early():
    factors = [str(i) for i in range(40)]
    arrows = {(a, b): 1 for a in factors for b in factors if a != b}
    first = list(islice(each_loop(factors, arrows, longest=40), 800))
    assert Counter(len(loop.factors) for loop in first) == {2: 780, 3: 20}


def test_loops_by_hand():
    arrows = {("b", "a"): -1, ("a", "b"): 2, ("b", "c"): -1, ("c", "a"): -0.5, ("c", "c"): -3, ("c", "d"): 1}
    assert loops("abcd", arrows) == [Loop(("c",), -1), Loop(("a", "b"), -1), Loop(("a", "b", "c"), 1)]
    assert loops("cbad", arrows)[1:] == [Loop(("b", "a"), -1), Loop(("c", "a", "b"), 1)]
    assert loops("abcd", arrows, longest=2) == [Loop(("c",), -1), Loop(("a", "b"), -1)]
    assert Loop(("a", "b", "c"), 1).arrows == (("a", "b"), ("b", "c"), ("c", "a"))
    assert Loop(("c",), -1).arrows == (("c", "c"),)


@pytest.mark.parametrize("find", [loops, fixes_that_fail, shifting_the_burden])
def test_a_map_without_loops(find):
    assert find([], {}) == find("abc", {}) == find("abc", {("a", "b"): 1, ("b", "c"): -1, ("a", "c"): 1}) == []


@pytest.mark.parametrize("find", [loops, fixes_that_fail, shifting_the_burden])
def test_what_is_not_a_map_is_refused(find):
    with pytest.raises(ValueError, match="not in the map"):
        find("ab", {("a", "c"): 1})
    with pytest.raises(ValueError, match="not zero"):
        find("ab", {("a", "b"): 0})


def test_a_loop_of_no_factors_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        loops("ab", {}, longest=0)


@given(maps())
def test_membership_counts_each_loop_once_per_factor(drawn):
    found = loops(*drawn)
    counts = membership(found)
    assert sum(counts.values()) == sum(len(loop.factors) for loop in found)
    for name in drawn[0]:
        assert counts.get(name, 0) == sum(name in loop.factors for loop in found)
