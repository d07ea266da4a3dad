"""Betweenness in an affiliation network: through whom, and through which meetings, others are connected."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ketenspiegel.methods.affiliation import Gathering, distinct


@dataclass(frozen=True)
class Betweenness:
    """The betweenness of every participant and of every meeting, by name."""

    participants: dict[str, float]
    gatherings: dict[str, float]


def betweenness(gatherings: Iterable[Gathering], normalized: bool = False) -> Betweenness:
    """Give how much participants and meetings stand between others: of all shortest paths, those that run through them.

    The network is two-mode: participants are linked to the meetings they sit in, and to nothing else. For every two
    others (participants, meetings, or one of each), count the share of the shortest paths between them that pass
    here; betweenness is the sum of these shares. Who sits in one meeting only has 0. How many hours a meeting takes
    plays no part.

    Parameters
    ----------
    gatherings
        The meetings, with distinct names. A participant may have the same name as a meeting.
    normalized
        Divide by the highest value possible among as many participants and meetings, so that 1 is the most.

    Raises
    ------
    ValueError
        When names of meetings are not distinct.

    Notes
    -----
    O((p + m) k) time for p participants, m meetings and k seats.

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35-41.
    https://doi.org/10.2307/3033543
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2),
    163-177. https://doi.org/10.1080/0022250X.2001.9990249
    Borgatti, S. P. and Halgin, D. S. (2011). Analyzing affiliation networks. In: The SAGE Handbook of Social Network
    Analysis, 417-433. https://doi.org/10.4135/9781446294413.n28 (The highest value possible with two modes.)
    Faust, K. (1997). Centrality in affiliation networks. Social Networks 19(2), 157-191.
    https://doi.org/10.1016/S0378-8733(96)00300-0

    Examples
    --------
    Only y sits in both meetings, so that all that goes from one to the other goes through y.

    >>> betweenness([Gathering("A", frozenset("xy"), 1), Gathering("B", frozenset("yz"), 1)])
    Betweenness(participants={'x': 0.0, 'y': 4.0, 'z': 0.0}, gatherings={'A': 3.0, 'B': 3.0})
    """
    known = sorted(distinct(gatherings), key=lambda each: each.name)
    participants = sorted({participant for each in known for participant in each.participants})
    place = {participant: number for number, participant in enumerate(participants)}
    p, m = len(participants), len(known)
    neighbours: list[list[int]] = [[] for _ in range(p + m)]
    for number, each in enumerate(known, start=p):
        neighbours[number] = sorted(place[participant] for participant in each.participants)
        for participant in neighbours[number]:
            neighbours[participant].append(number)
    # Every pair is counted from both of its ends.
    found = [value / 2 for value in _dependencies(neighbours)]
    if normalized:
        most = [_most(p, m)] * p + [_most(m, p)] * m
        found = [value / highest if highest else 0.0 for value, highest in zip(found, most, strict=True)]
    return Betweenness(
        participants=dict(zip(participants, found[:p], strict=True)),
        gatherings={each.name: value for each, value in zip(known, found[p:], strict=True)},
    )


def _dependencies(neighbours: Sequence[Sequence[int]]) -> list[float]:
    """Sum over all sources how much each node is depended on to reach the others."""
    total = [0.0] * len(neighbours)
    for source in range(len(neighbours)):
        order, before, paths = _shortest_paths(neighbours, source)
        depends = [0.0] * len(neighbours)
        for node in reversed(order[1:]):
            for earlier in before[node]:
                depends[earlier] += paths[earlier] / paths[node] * (1 + depends[node])
            total[node] += depends[node]
    return total


def _shortest_paths(neighbours: Sequence[Sequence[int]], source: int) -> tuple[list[int], list[list[int]], list[int]]:
    """Give the nodes by distance from the source and, per node, those just before it and its number of paths."""
    distance = [-1] * len(neighbours)
    paths = [0] * len(neighbours)
    before: list[list[int]] = [[] for _ in neighbours]
    distance[source], paths[source] = 0, 1
    order, queue = [], deque([source])
    while queue:
        node = queue.popleft()
        order.append(node)
        for other in neighbours[node]:
            if distance[other] < 0:
                distance[other] = distance[node] + 1
                queue.append(other)
            if distance[other] == distance[node] + 1:
                paths[other] += paths[node]
                before[other].append(node)
    return order, before, paths


def _most(own: int, other: int) -> float:
    """Give the highest betweenness that a node can have with ``own`` nodes of its kind and ``other`` of the other kind.

    That is when all others hang from it: the other kind next to it, and the rest of its own kind spread evenly over
    those.
    """
    if not own or not other:
        return 0.0
    # Each of the other kind makes a branch with those of the own kind that hang from it. Paths between branches pass.
    each, left = divmod(own - 1, other)
    nodes = own - 1 + other
    inside = left * (each + 2) ** 2 + (other - left) * (each + 1) ** 2
    return (nodes**2 - inside) / 2
