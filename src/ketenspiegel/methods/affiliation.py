"""Affiliation networks: who sits where with whom, and what that takes.

People who sit in the same meeting are tied through it, and meetings that share people are tied through them (Breiger
1974). That two sit in the same meeting says that they can talk there, not that they do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, inf

Pair = tuple[str, str]


@dataclass(frozen=True)
class Gathering:
    """A meeting that comes back: who sit in it, what for, and the ``hours`` a month that it takes each of them."""

    name: str
    participants: frozenset[str]
    hours: float
    purposes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not 0 <= self.hours < inf:
            raise ValueError(f"hours of {self.name!r} must be 0 or more")

    @property
    def pairs(self) -> Iterable[Pair]:
        """Give all pairs that meet here, both the pairs and those in a pair in alphabetical order."""
        return combinations(sorted(self.participants), 2)


def overlap(a: Gathering, b: Gathering) -> float:
    """Give the share of those who sit in either meeting that sit in both (Jaccard index), 0 when nobody does.

    Examples
    --------
    >>> overlap(Gathering("A", frozenset("xyz"), 1), Gathering("B", frozenset("yzw"), 1))
    0.5
    """
    either = a.participants | b.participants
    return len(a.participants & b.participants) / len(either) if either else 0.0


def shared_purposes(a: Gathering, b: Gathering) -> tuple[str, ...]:
    """Give the purposes that both meetings serve, in alphabetical order."""
    return tuple(sorted(a.purposes & b.purposes))


def hours_per_participant(gatherings: Iterable[Gathering]) -> dict[str, float]:
    """Give the hours a month that one person spends in meetings, per participant.

    Examples
    --------
    >>> hours_per_participant([Gathering("A", frozenset("xy"), 4), Gathering("B", frozenset("y"), 1.5)])
    {'x': 4.0, 'y': 5.5}
    """
    return _sums((participant, each.hours) for each in gatherings for participant in each.participants)


def hours_per_group(
    gatherings: Iterable[Gathering], group_of: Mapping[str, str], people: Mapping[str, int]
) -> dict[str, float]:
    """Give the person-hours a month that each group, such as an organisation, spends in meetings.

    Parameters
    ----------
    gatherings
        The meetings.
    group_of
        The group of each participant; a participant that is not in it stands on its own.
    people
        How many people each participant is; one for who is not in it.

    Examples
    --------
    >>> hours_per_group([Gathering("A", frozenset("xyz"), 2)], {"x": "GGD", "y": "GGD"}, {"y": 3})
    {'GGD': 8.0, 'z': 2.0}
    """
    return _sums(
        (group_of.get(participant, participant), each.hours * people.get(participant, 1))
        for each in gatherings
        for participant in each.participants
    )


def person_hours(gathering: Gathering, people: Mapping[str, int]) -> float:
    """Give the hours a month that a meeting takes all people in it together; participants are one person each unless
    ``people`` says otherwise."""
    return gathering.hours * sum(people.get(participant, 1) for participant in gathering.participants)


def ties(gatherings: Iterable[Gathering]) -> dict[Pair, tuple[str, ...]]:
    """Give all pairs of participants that meet, and the names of the meetings where they do.

    References
    ----------
    Breiger, R. L. (1974). The duality of persons and groups. Social Forces 53(2), 181-190.
    https://doi.org/10.2307/2576011

    Examples
    --------
    >>> ties([Gathering("B", frozenset("xy"), 1), Gathering("A", frozenset("xyz"), 1)])
    {('x', 'y'): ('A', 'B'), ('x', 'z'): ('A',), ('y', 'z'): ('A',)}
    """
    found: defaultdict[Pair, list[str]] = defaultdict(list)
    for each in sorted(distinct(gatherings), key=lambda each: each.name):
        for pair in each.pairs:
            found[pair].append(each.name)
    return {pair: tuple(found[pair]) for pair in sorted(found)}


def density(gatherings: Sequence[Gathering]) -> float | None:
    """Give the share of the possible pairs of participants that meet somewhere; None with fewer than two participants.

    References
    ----------
    Borgatti, S. P. and Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks 19(3), 243-269.
    https://doi.org/10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> density([Gathering("A", frozenset("xy"), 1), Gathering("B", frozenset("z"), 1)])
    0.3333333333333333
    """
    n = len({participant for each in gatherings for participant in each.participants})
    return len(ties(gatherings)) / (n * (n - 1) / 2) if n > 1 else None


def distinct(gatherings: Iterable[Gathering]) -> list[Gathering]:
    """Give the meetings as a list, and make sure that no two have the same name.

    Raises
    ------
    ValueError
        When two do.
    """
    known = list(gatherings)
    for name, times in sorted(Counter(each.name for each in known).items()):
        if times > 1:
            raise ValueError(f"there are {times} meetings {name!r}; names must be distinct")
    return known


def _sums(amounts: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: defaultdict[str, list[float]] = defaultdict(list)
    for name, amount in amounts:
        found[name].append(amount)
    # fsum does not depend on the order, which sets do not keep.
    return {name: fsum(found[name]) for name in sorted(found)}
