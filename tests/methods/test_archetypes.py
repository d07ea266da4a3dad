"""Two archetypes, found where they are, and not found where something is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.archetypes import FixThatFails, ShiftedBurden, fixes_that_fail, shifting_the_burden
from ketenspiegel.methods.feedback import loops
from tests.methods.maps import maps

OVERTIME = {("waiting", "overtime"): 1, ("overtime", "waiting"): -1, ("overtime", "ill"): 1, ("ill", "waiting"): 1}
WORK = ("waiting", "overtime", "ill", "left")


def test_a_fix_that_fails():
    assert fixes_that_fail(WORK, OVERTIME) == [FixThatFails("waiting", "overtime", ("ill",))]
    # The same with a problem that calls for its fix when it is low: trust.
    low = {("trust", "check"): -1, ("check", "trust"): 1, ("check", "distance"): 1, ("distance", "trust"): -1}
    assert fixes_that_fail(("trust", "check", "distance"), low) == [FixThatFails("trust", "check", ("distance",))]


@pytest.mark.parametrize(
    "change",
    [
        {("overtime", "waiting"): 1},  # the fix does not help
        {("overtime", "waiting"): None},  # or does nothing
        {("ill", "waiting"): -1},  # the detour helps too
        {("overtime", "ill"): None},  # there is no detour
        {("ill", "waiting"): None, ("ill", "overtime"): 1},  # it does not reach the problem
        {("overtime", "ill"): None, ("waiting", "ill"): 1},  # it does not start at the fix
    ],
)
def test_near_misses_of_a_fix_that_fails(change):
    arrows = {arrow: weight for arrow, weight in (OVERTIME | change).items() if weight}
    assert fixes_that_fail(WORK, arrows) == []


def test_a_detour_does_not_pass_the_problem():
    arrows = {("p", "f"): 1, ("f", "p"): -1, ("p", "x"): -1, ("x", "p"): 1}
    # f → p → x → p has the sign of a detour, but it is two loops at p.
    assert fixes_that_fail("pfx", arrows) == [] == shifting_the_burden("pfx", arrows)


def test_only_the_shortest_detours_and_all_of_them():
    longer = {("overtime", "left"): 1, ("left", "ill"): 1}
    assert fixes_that_fail(WORK, OVERTIME | longer) == [FixThatFails("waiting", "overtime", ("ill",))]
    as_long = {("overtime", "left"): -1, ("left", "waiting"): -1}
    assert [each.detour for each in fixes_that_fail(WORK, OVERTIME | as_long)] == [("ill",), ("left",)]
    # A shorter path with the wrong sign does not hide a longer one with the right sign.
    turned = OVERTIME | {("ill", "waiting"): -1, ("ill", "left"): 1, ("left", "waiting"): 1}
    assert [each.detour for each in fixes_that_fail(WORK, turned)] == [("ill", "left")]
    assert fixes_that_fail(WORK, turned, longest=3) == []


CRISES = {
    ("crises", "placement"): 1,
    ("placement", "crises"): -1,
    ("crises", "prevention"): 1,
    ("prevention", "crises"): -1,
    ("placement", "cost"): 1,
    ("cost", "prevention"): -1,
}
CARE = ("crises", "placement", "prevention", "cost")


def test_a_shifted_burden():
    assert shifting_the_burden(CARE, CRISES) == [ShiftedBurden("crises", "placement", "prevention", ("cost",))]
    direct = {arrow: weight for arrow, weight in CRISES.items() if "cost" not in arrow} | {
        ("placement", "prevention"): -1
    }
    assert shifting_the_burden(CARE, direct) == [ShiftedBurden("crises", "placement", "prevention", ())]
    assert shifting_the_burden(CARE, CRISES | direct) == shifting_the_burden(CARE, direct)
    # What the problem asks less of: here the quick answer brings more of it.
    less = CRISES | {("crises", "prevention"): -1, ("prevention", "crises"): 1, ("cost", "prevention"): 1}
    assert shifting_the_burden(CARE, less) == shifting_the_burden(CARE, CRISES)


@pytest.mark.parametrize(
    "change",
    [
        {("cost", "prevention"): 1},  # the quick answer brings on the lasting one
        {("placement", "crises"): 1},  # one of the two does not help
        {("prevention", "crises"): 1},
        {("crises", "prevention"): None},  # or is not called for
        {("cost", "prevention"): None},  # they have nothing to do with each other
        {("cost", "prevention"): None, ("cost", "crises"): 1},  # the detour goes to the problem: a fix that fails only
    ],
)
def test_near_misses_of_a_shifted_burden(change):
    arrows = {arrow: weight for arrow, weight in (CRISES | change).items() if weight}
    assert shifting_the_burden(CARE, arrows) == []


def test_a_shifted_burden_within_reach():
    assert shifting_the_burden(CARE, CRISES, longest=3) == []
    assert shifting_the_burden(CARE, CRISES, longest=4) == shifting_the_burden(CARE, CRISES)


@given(maps(), st.integers(2, 6))
def test_archetypes_are_pairs_of_loops(drawn, longest):
    """Told from all loops: both archetypes have balancing loops of two, and one reinforcing loop round the detour."""
    factors, arrows = drawn
    every = loops(factors, arrows, longest)
    balanced = {arrow for loop in every if len(loop.factors) == 2 and not loop.reinforcing for arrow in loop.arrows}
    fails, shifts = {}, {}
    for loop in every:
        size = len(loop.factors)
        for i in range(size) if loop.reinforcing and size > 2 else ():
            before, problem, fix, *between = (loop.factors[(i + k) % size] for k in range(size))
            if (problem, fix) in balanced:
                fails.setdefault((problem, fix), []).append((*between, before))
                if (problem, before) in balanced:
                    shifts.setdefault((problem, fix, before), []).append(tuple(between))

    found = fixes_that_fail(factors, arrows, longest)
    assert sorted((each.problem, each.fix, each.detour) for each in found) == shortest(fails)
    burdens = shifting_the_burden(factors, arrows, longest)
    assert sorted((each.problem, each.quick, each.lasting, each.detour) for each in burdens) == shortest(shifts)
    assert {(each.problem, each.quick) for each in burdens} <= {(each.problem, each.fix) for each in found}

    place = {name: i for i, name in enumerate(factors)}
    order = [(place[each.problem], place[each.fix], [place[name] for name in each.detour]) for each in found]
    assert order == sorted(order)


def shortest(detours):
    return sorted(
        (*key, detour) for key, every in detours.items() for detour in every if len(detour) == min(map(len, every))
    )
