"""Which meetings can go, against trying everything."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.affiliation import Gathering, person_hours, ties
from ketenspiegel.methods.affiliation_change import without
from ketenspiegel.methods.skippable import largest_skippable_set, skippable

PEOPLE = {"a": 3, "b": 2}

some_gatherings = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from("abcde")),
        st.floats(0, 20).map(lambda hours: round(hours, 1)),
        st.frozensets(st.sampled_from("pq")),
    ),
    max_size=7,
).map(lambda made: [Gathering(f"m{number}", *each) for number, each in enumerate(made)])


def held(gatherings, same_purposes):
    pairs = {(pair, "") for each in gatherings for pair in each.pairs}
    about = {(pair, purpose) for each in gatherings for pair in each.pairs for purpose in each.purposes}
    return pairs | about if same_purposes else pairs


def most_that_can_go(gatherings, same_purposes):
    """Try every set of meetings."""
    needed = held(gatherings, same_purposes)
    return max(
        sum(person_hours(each, PEOPLE) for each in gone)
        for size in range(len(gatherings) + 1)
        for gone in combinations(gatherings, size)
        if held([each for each in gatherings if each not in gone], same_purposes) == needed
    )


def test_by_hand():
    # The big meeting holds all pairs; either it stays alone, or the three small ones do, which takes fewer hours.
    small = [Gathering(name, frozenset(name), 1) for name in ("ab", "bc", "ac")]
    meetings = [*small, Gathering("abc", frozenset("abc"), 3)]
    assert skippable(meetings) == ["ab", "abc", "ac", "bc"]
    found = largest_skippable_set(meetings, {})
    assert (found.names, found.hours, found.proven) == (("abc",), 9, True)
    assert largest_skippable_set(meetings, {"c": 9}).names == ("abc",)
    longer = [*small, Gathering("abc", frozenset("abc"), 1)]
    assert largest_skippable_set(longer, {}).names == ("ab", "ac", "bc")


def test_pairs_may_have_to_keep_their_purposes():
    meetings = [
        Gathering("A", frozenset("xy"), 1, frozenset({"plan"})),
        Gathering("B", frozenset("xy"), 1, frozenset({"case"})),
    ]
    assert skippable(meetings) == ["A", "B"]
    assert skippable(meetings, same_purposes=True) == []
    assert largest_skippable_set(meetings, {}, same_purposes=True).names == ()


@given(some_gatherings, st.booleans())
def test_against_trying_everything(gatherings, same_purposes):
    found = largest_skippable_set(gatherings, PEOPLE, same_purposes)
    kept = [each for each in gatherings if each.name not in found.names]
    assert held(kept, same_purposes) == held(gatherings, same_purposes)
    gone = [each for each in gatherings if each.name in found.names]
    assert found.hours == pytest.approx(sum(person_hours(each, PEOPLE) for each in gone))
    assert found.hours == pytest.approx(most_that_can_go(gatherings, same_purposes))
    assert found.proven


@given(some_gatherings)
def test_skippable_are_those_that_break_nothing(gatherings):
    assert skippable(gatherings) == [
        each.name for each in gatherings if not without(gatherings, each.name, PEOPLE).broken
    ]


@given(some_gatherings, st.randoms(use_true_random=False))
def test_order_changes_nothing(gatherings, chance):
    shuffled = list(gatherings)
    chance.shuffle(shuffled)
    assert largest_skippable_set(shuffled, PEOPLE) == largest_skippable_set(gatherings, PEOPLE)
    assert skippable(shuffled) == skippable(gatherings)


def thirty(seed, participants=15):
    chance = random.Random(seed)
    everybody = [chr(97 + number) for number in range(participants)]
    return [
        Gathering(f"m{number:02}", frozenset(chance.sample(everybody, chance.randint(2, 8))), chance.randint(1, 16) / 2)
        for number in range(30)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_thirty_meetings_are_proven(seed):
    found = largest_skippable_set(thirty(seed), PEOPLE)
    assert found.proven
    assert found.names


def test_what_is_not_proven_says_so_and_still_breaks_nothing():
    meetings = thirty(0)
    found = largest_skippable_set(meetings, PEOPLE, steps=1)
    assert not found.proven
    assert found.hours <= largest_skippable_set(meetings, PEOPLE).hours
    assert ties([each for each in meetings if each.name not in found.names]).keys() == ties(meetings).keys()


def test_nobody_and_one():
    assert skippable([]) == []
    assert largest_skippable_set([], {}).names == ()
    alone = [Gathering("A", frozenset("x"), 2), Gathering("B", frozenset(), 1)]
    assert skippable(alone) == ["A", "B"]
    assert largest_skippable_set(alone, {"x": 3}).hours == 6
    pair = [Gathering("A", frozenset("xy"), 2)]
    assert skippable(pair) == []
    assert largest_skippable_set(pair, {}).names == ()
