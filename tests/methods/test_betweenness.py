"""Betweenness in two modes, against networkx and by hand."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from ketenspiegel.methods.affiliation import Gathering
from ketenspiegel.methods.betweenness import betweenness


def gatherings_of(edges):
    names = sorted({name for name, _ in edges})
    return [Gathering(name, frozenset(one for each, one in edges if each == name), 1) for name in names]


edges = st.sets(st.tuples(st.integers(0, 6).map("m{}".format), st.sampled_from("abcdefg")), min_size=1)


def test_a_star_by_hand():
    # Three share one meeting: three pairs, all through it.
    found = betweenness([Gathering("A", frozenset("xyz"), 5)])
    assert found.gatherings == {"A": 3}
    assert set(found.participants.values()) == {0}
    assert betweenness([Gathering("A", frozenset("xyz"), 5)], normalized=True).gatherings == {"A": 1}


def test_the_southern_women():
    """What networkx' own tests hold for the data of Davis, Gardner and Gardner (1941), in two decimals."""
    graph = networkx.davis_southern_women_graph()
    found = betweenness([Gathering(each, frozenset(graph[each]), 1) for each in graph.graph["bottom"]], normalized=True)
    assert {name: round(value, 2) for name, value in found.gatherings.items() if value > 0.1} == {
        "E7": 0.13,
        "E8": 0.24,
        "E9": 0.23,
    }
    assert {name: round(value, 2) for name, value in found.participants.items() if value > 0.08} == {
        "Evelyn Jefferson": 0.1,
        "Nora Fayette": 0.11,
        "Theresa Anderson": 0.09,
    }


@given(edges)
def test_against_networkx(edges):
    graph = networkx.Graph(edges)
    expected = networkx.betweenness_centrality(graph, normalized=False)
    found = betweenness(gatherings_of(edges))
    assert found.participants | found.gatherings == pytest.approx(expected)


@given(edges)
def test_normalized_against_networkx(edges):
    graph = networkx.Graph(edges)
    meetings = {meeting for meeting, _ in edges}
    if len(meetings) == 1 or len(graph) - len(meetings) == 1:
        return  # Where the highest value may be 0 networkx divides by it; see the star above.
    found = betweenness(gatherings_of(edges), normalized=True)
    expected = bipartite.betweenness_centrality(graph, meetings)
    assert found.participants | found.gatherings == pytest.approx(expected)


@given(edges)
def test_normalized_lies_between_0_and_1(edges):
    found = betweenness(gatherings_of(edges), normalized=True)
    assert all(0 <= value <= 1 + 1e-12 for value in (found.participants | found.gatherings).values())


def test_a_meeting_may_be_called_like_a_participant():
    found = betweenness([Gathering("team", frozenset({"team", "x"}), 1), Gathering("B", frozenset({"team", "y"}), 1)])
    assert found.participants == {"team": 4, "x": 0, "y": 0}
    assert found.gatherings == {"B": 3, "team": 3}


def test_nobody_and_one():
    assert betweenness([]).participants == betweenness([], normalized=True).gatherings == {}
    for normalized in (False, True):
        found = betweenness([Gathering("A", frozenset("x"), 1), Gathering("B", frozenset(), 1)], normalized)
        assert found.participants == {"x": 0}
        assert found.gatherings == {"A": 0, "B": 0}


def test_two_meetings_of_one_name_are_refused():
    with pytest.raises(ValueError, match="distinct"):
        betweenness([Gathering("A", frozenset("x"), 1), Gathering("A", frozenset("y"), 1)])
