"""What dropping, adding or joining meetings would do: to hours, and to who meets whom about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import fsum

from ketenspiegel.methods.affiliation import (
    Gathering,
    Pair,
    distinct,
    overlap,
    person_hours,
    shared_purposes,
    ties,
)


@dataclass(frozen=True)
class Change:
    """What a change of meetings would do.

    Attributes
    ----------
    hours
        Person-hours a month that it adds; below zero is what it saves.
    new
        The pairs that did not meet yet and then do.
    broken
        The pairs that then meet nowhere.
    broken_purposes
        Per purpose the pairs that still meet then, but no longer about that purpose.
    """

    hours: float
    new: tuple[Pair, ...] = ()
    broken: tuple[Pair, ...] = ()
    broken_purposes: dict[str, tuple[Pair, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Joining:
    """Two meetings that might be one: the share of their participants that sit in both, and what joining would do."""

    first: str
    second: str
    overlap: float
    purposes: tuple[str, ...]
    change: Change


def without(gatherings: Iterable[Gathering], name: str, people: Mapping[str, int]) -> Change:
    """Tell what dropping one meeting would do.

    Raises
    ------
    ValueError
        When there is no meeting of that name, or names are not distinct.

    Examples
    --------
    >>> meetings = [Gathering("A", frozenset("xy"), 2, frozenset({"plan"})), Gathering("B", frozenset("xyz"), 1)]
    >>> without(meetings, "A", {"x": 2})
    Change(hours=-6.0, new=(), broken=(), broken_purposes={'plan': (('x', 'y'),)})
    >>> without(meetings, "B", {}).broken
    (('x', 'z'), ('y', 'z'))
    """
    known = distinct(gatherings)
    kept = [each for each in known if each.name != name]
    if len(kept) == len(known):
        raise ValueError(f"there is no meeting {name!r}")
    return _change(known, kept, people)


def with_extra(gatherings: Iterable[Gathering], extra: Gathering, people: Mapping[str, int]) -> Change:
    """Tell what one more meeting would do.

    Raises
    ------
    ValueError
        When names are not distinct.

    Examples
    --------
    >>> with_extra([Gathering("A", frozenset("xy"), 2)], Gathering("B", frozenset("xyz"), 1), {"z": 4})
    Change(hours=6.0, new=(('x', 'z'), ('y', 'z')), broken=(), broken_purposes={})
    """
    known = distinct(gatherings)
    return _change(known, distinct([*known, extra]), people)


def joinable(gatherings: Iterable[Gathering], people: Mapping[str, int], least_overlap: float = 0.5) -> list[Joining]:
    """Give the pairs of meetings that look alike enough to be one, and what joining each pair would do.

    Two meetings look alike when they share at least one purpose and at least half of those who sit in either sit in
    both; that half is our own choice. The joined meeting has the participants and purposes of both, and the hours of
    the longer one. This need not save anything: who sat in one of them now sits through the topics of both, so that
    ``change.hours`` may be above zero. The pairs that save most come first.

    Examples
    --------
    >>> plan = frozenset({"plan"})
    >>> alike = [Gathering("A", frozenset("xyz"), 4, plan), Gathering("B", frozenset("yzw"), 3, plan)]
    >>> joinable(alike, {})
    [Joining(first='A', second='B', overlap=0.5, purposes=('plan',), change=Change(hours=-5.0, new=(('w', 'x'),), \
broken=(), broken_purposes={}))]
    >>> joinable(alike, {"x": 9, "w": 9})[0].change.hours
    3.0
    """
    known = sorted(distinct(gatherings), key=lambda each: each.name)
    found = []
    for a, b in combinations(known, 2):
        if shared_purposes(a, b) and overlap(a, b) >= least_overlap:
            joined = Gathering(a.name, a.participants | b.participants, max(a.hours, b.hours), a.purposes | b.purposes)
            after = [each for each in known if each not in (a, b)] + [joined]
            found.append(Joining(a.name, b.name, overlap(a, b), shared_purposes(a, b), _change(known, after, people)))
    return sorted(found, key=lambda each: (each.change.hours, each.first, each.second))


def _change(before: Sequence[Gathering], after: Sequence[Gathering], people: Mapping[str, int]) -> Change:
    met, meet = ties(before).keys(), ties(after).keys()
    broken_purposes: defaultdict[str, list[Pair]] = defaultdict(list)
    for purpose, pair in sorted(_about(before) - _about(after)):
        if pair in meet:
            broken_purposes[purpose].append(pair)
    # Only what changes is summed: rounding elsewhere then cannot show up as hours saved.
    added = fsum(person_hours(each, people) for each in after if each not in before)
    dropped = fsum(person_hours(each, people) for each in before if each not in after)
    return Change(
        hours=added - dropped,
        new=tuple(sorted(meet - met)),
        broken=tuple(sorted(met - meet)),
        broken_purposes={purpose: tuple(pairs) for purpose, pairs in broken_purposes.items()},
    )


def _about(gatherings: Iterable[Gathering]) -> set[tuple[str, Pair]]:
    return {(purpose, pair) for each in gatherings for pair in each.pairs for purpose in each.purposes}
