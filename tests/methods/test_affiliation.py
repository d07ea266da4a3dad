"""Who sits where with whom: a case worked by hand, a published matrix, and what must hold for any meetings."""

from __future__ import annotations

from itertools import combinations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.affiliation import (
    Gathering,
    density,
    hours_per_group,
    hours_per_participant,
    overlap,
    person_hours,
    shared_purposes,
    ties,
)
from ketenspiegel.methods.affiliation_change import joinable, with_extra, without


def gathering(name, participants, hours=1.0, purposes=""):
    return Gathering(name, frozenset(participants), hours, frozenset(purposes))


# Doctor d, teacher t, alderman a, official o; purposes p (plan) and c (case).
CASE = [
    gathering("Casus", "dt", 4, "c"),
    gathering("Team", "dto", 6, "cp"),
    gathering("Bestuur", "ao", 2, "p"),
]
PEOPLE = {"d": 2, "t": 3}

some_gatherings = st.lists(
    st.tuples(st.frozensets(st.sampled_from("abcdef")), st.integers(0, 20), st.frozensets(st.sampled_from("pqr"))),
    max_size=6,
).map(lambda made: [Gathering(f"m{number}", *each) for number, each in enumerate(made)])


def met(gatherings):
    return {frozenset(pair) for each in gatherings for pair in combinations(each.participants, 2)}


def test_hours_by_hand():
    assert hours_per_participant(CASE) == {"a": 2, "d": 10, "o": 8, "t": 10}
    # Team takes two doctors, three teachers and one official six hours each.
    assert [person_hours(each, PEOPLE) for each in CASE] == [20, 36, 4]
    assert hours_per_group(CASE, {"d": "GGD", "o": "gemeente", "a": "gemeente"}, PEOPLE) == {
        "GGD": 20,
        "gemeente": 10,
        "t": 30,
    }


def test_ties_and_density_by_hand():
    assert ties(CASE) == {
        ("a", "o"): ("Bestuur",),
        ("d", "o"): ("Team",),
        ("d", "t"): ("Casus", "Team"),
        ("o", "t"): ("Team",),
    }
    assert density(CASE) == pytest.approx(4 / 6)


def test_overlap_and_purposes_by_hand():
    casus, team, bestuur = CASE
    assert overlap(casus, team) == pytest.approx(2 / 3)
    assert overlap(casus, bestuur) == 0
    assert shared_purposes(casus, team) == ("c",)
    assert shared_purposes(casus, bestuur) == ()


def test_changes_by_hand():
    dropped = without(CASE, "Team", PEOPLE)
    assert dropped.hours == -36
    assert dropped.broken == (("d", "o"), ("o", "t"))
    # Doctor and teacher still meet, about cases only.
    assert dropped.broken_purposes == {"p": (("d", "t"),)}
    assert without(CASE, "Casus", PEOPLE).broken == ()
    extra = with_extra(CASE, gathering("Regie", "adt", 1, "p"), PEOPLE)
    assert (extra.hours, extra.new, extra.broken) == (6, (("a", "d"), ("a", "t")), ())


def test_joining_by_hand():
    (found,) = joinable(CASE, PEOPLE)
    # Six hours for all six people, where Casus took 20 person-hours and Team 36.
    assert (found.first, found.second, found.purposes, found.change.hours) == ("Casus", "Team", ("c",), -20)
    assert found.change.new == found.change.broken == ()
    assert [(each.first, each.second) for each in joinable(CASE, PEOPLE, least_overlap=0.25)] == [
        ("Casus", "Team"),
        ("Bestuur", "Team"),
    ]
    bestuur = joinable(CASE, PEOPLE, least_overlap=0.25)[1].change
    # The alderman now sits six hours instead of two, the doctors and teachers nothing more.
    assert (bestuur.hours, bestuur.new) == (42 - 36 - 4, (("a", "d"), ("a", "t")))


def test_the_southern_women():
    """Evelyn's row of the women-by-women matrix of Davis, Gardner and Gardner (1941), as networkx holds the data and
    https://olizardo.github.io/SOCIOL208/backbone.html prints it."""
    graph = networkx.davis_southern_women_graph()
    gatherings = [gathering(event, graph[event]) for event in graph.graph["bottom"]]
    found = ties(gatherings)
    others = ("Laura", "Theresa", "Brenda", "Charlotte", "Frances", "Eleanor", "Pearl", "Ruth")
    together = [
        len(found[tuple(sorted(("Evelyn Jefferson", woman)))])
        for first in others
        for woman in graph.graph["top"]
        if woman.startswith(first)
    ]
    assert together == [6, 7, 6, 3, 4, 3, 3, 3]
    assert density(gatherings) == 139 / (18 * 17 / 2)
    assert {name: hours_per_participant(gatherings)[name] for name in graph.graph["top"]} == {
        name: graph.degree(name) for name in graph.graph["top"]
    }


def test_nobody_and_one():
    assert ties([]) == hours_per_participant([]) == {}
    assert density([]) is None
    assert joinable([], {}) == []
    alone = gathering("Alleen", "d", 3, "c")
    assert ties([alone]) == {}
    assert density([alone]) is None
    assert hours_per_participant([alone]) == {"d": 3}
    assert without([alone], "Alleen", {}).hours == -3
    assert overlap(gathering("A", ""), gathering("B", "")) == 0


def test_wrong_input_is_refused():
    with pytest.raises(ValueError, match="no meeting 'Regie'"):
        without(CASE, "Regie", {})
    with pytest.raises(ValueError, match="2 meetings 'Team'"):
        with_extra(CASE, gathering("Team", "ad"), {})
    for hours in (-1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="hours of 'A'"):
            gathering("A", "x", hours)


@given(some_gatherings)
def test_ties_are_exactly_the_pairs_that_meet(gatherings):
    found = ties(gatherings)
    assert {frozenset(pair) for pair in found} == met(gatherings)
    by_name = {each.name: each for each in gatherings}
    assert all(set(pair) <= by_name[name].participants for pair, names in found.items() for name in names)
    assert list(found) == sorted(found)


@given(some_gatherings, st.permutations("abcdef"))
def test_other_names_change_nothing_else(gatherings, letters):
    renamed = dict(zip("abcdef", letters, strict=True))
    others = [
        Gathering(each.name, frozenset(renamed[one] for one in each.participants), each.hours, each.purposes)
        for each in gatherings
    ]
    assert density(others) == density(gatherings)
    assert hours_per_participant(others) == {renamed[k]: v for k, v in hours_per_participant(gatherings).items()}
    assert {frozenset(renamed[one] for one in pair) for pair in ties(gatherings)} == met(others)


@given(some_gatherings.filter(bool), st.data())
def test_what_is_broken_is_really_broken_and_adding_gives_it_back(gatherings, data):
    gone = data.draw(st.sampled_from(gatherings))
    rest = [each for each in gatherings if each is not gone]
    dropped = without(gatherings, gone.name, {"a": 3})
    assert {frozenset(pair) for pair in dropped.broken} == met(gatherings) - met(rest)
    for purpose, pairs in dropped.broken_purposes.items():
        about = [each for each in rest if purpose in each.purposes]
        assert {frozenset(pair) for pair in pairs} <= met(rest) - met(about)
    added = with_extra(rest, gone, {"a": 3})
    assert added.new == dropped.broken
    assert added.hours == -dropped.hours


@given(some_gatherings)
def test_joining_breaks_nothing_and_costs_what_it_says(gatherings):
    by_name = {each.name: each for each in gatherings}
    people = {"a": 3, "b": 2}
    for found in joinable(gatherings, people, least_overlap=0.2):
        a, b = by_name[found.first], by_name[found.second]
        assert found.overlap == overlap(a, b) >= 0.2
        assert found.purposes
        assert found.change.broken == ()
        assert found.change.broken_purposes == {}
        one = Gathering("one", a.participants | b.participants, max(a.hours, b.hours))
        assert found.change.hours == person_hours(one, people) - person_hours(a, people) - person_hours(b, people)
        assert {frozenset(pair) for pair in found.change.new} == met([*gatherings, one]) - met(gatherings)


@given(some_gatherings)
def test_hours_per_group_add_up(gatherings):
    people = {"a": 3, "b": 2}
    per_group = hours_per_group(gatherings, {"a": "x", "b": "x", "c": "y"}, people)
    assert sum(per_group.values()) == sum(person_hours(each, people) for each in gatherings)
