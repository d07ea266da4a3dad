"""Which meetings can be dropped while all who meet now still meet somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from ketenspiegel.methods.affiliation import Gathering, Pair, distinct, person_hours

# Enough for some sixty meetings; a few seconds at most.
STEPS = 20_000


@dataclass(frozen=True)
class SkippableSet:
    """Meetings that can be dropped together, and the person-hours a month that this saves.

    ``proven`` tells that no other set saves more; without it this is only the best that was found.
    """

    names: tuple[str, ...]
    hours: float
    proven: bool


def skippable(gatherings: Iterable[Gathering], same_purposes: bool = False) -> list[str]:
    """Give the meetings each of which can be dropped, alone, so that all pairs that meet now still meet somewhere.

    Two meetings that can each be dropped can not always be dropped both: see `largest_skippable_set`. A meeting of
    one participant or none is always among them.

    Parameters
    ----------
    gatherings
        The meetings, with distinct names.
    same_purposes
        Ask more: pairs must still meet about every purpose that they meet about now.

    Examples
    --------
    >>> meetings = [Gathering("A", frozenset("xy"), 1), Gathering("B", frozenset("xy"), 1)]
    >>> meetings += [Gathering("C", frozenset("yz"), 1)]
    >>> skippable(meetings)
    ['A', 'B']
    """
    known = sorted(distinct(gatherings), key=lambda each: each.name)
    needs = _needs(known, same_purposes)
    return [each.name for number, each in enumerate(known) if 1 << number not in needs]


def largest_skippable_set(
    gatherings: Iterable[Gathering], people: Mapping[str, int], same_purposes: bool = False, steps: int = STEPS
) -> SkippableSet:
    """Give the meetings that, dropped together, save most person-hours while all pairs that meet now still meet.

    It is the weighted set covering problem, for the meetings that stay: every pair must be covered by at least one of
    them. Of sets that save the same, the one with the most meetings is given; after that names decide.

    Parameters
    ----------
    gatherings
        The meetings, with distinct names.
    people
        How many people each participant is; one for who is not in it.
    same_purposes
        Ask more: pairs must still meet about every purpose that they meet about now.
    steps
        How many branches to look at, at most; when that is not enough ``proven`` is False.

    Notes
    -----
    Branch and bound. Exact within ``steps``; the time can double with every meeting, though seldom does.

    References
    ----------
    Karp, R. M. (1972). Reducibility among combinatorial problems. In: Complexity of Computer Computations, 85-103.
    https://doi.org/10.1007/978-1-4684-2001-2_9 (Why no fast exact method is known.)

    Examples
    --------
    >>> meetings = [Gathering("A", frozenset("xy"), 1), Gathering("B", frozenset("xy"), 2)]
    >>> meetings += [Gathering("C", frozenset("yz"), 1)]
    >>> largest_skippable_set(meetings, {"x": 3})
    SkippableSet(names=('B',), hours=8.0, proven=True)
    """
    known = sorted(distinct(gatherings), key=lambda each: each.name)
    needs = _needs(known, same_purposes)
    hours = [Fraction(person_hours(each, people)) for each in known]
    search = _Search(_costs(hours), best=_greedy(needs, hours), steps=steps)
    search.visit(0, 0, sorted(needs, key=lambda need: (need.bit_count(), need)))
    dropped = [number for number in range(len(known)) if not search.best >> number & 1]
    return SkippableSet(
        names=tuple(known[number].name for number in dropped),
        hours=float(sum((hours[number] for number in dropped), Fraction(0))),
        proven=search.steps >= 0,
    )


@dataclass
class _Search:
    """Looks for the cheapest set of meetings (a bit mask) that meets all needs; ``best`` is the best until now."""

    costs: Sequence[int]
    best: int
    steps: int
    best_cost: int = field(init=False)

    def __post_init__(self) -> None:
        self.best_cost = sum(self.costs[number] for number in _bits(self.best))

    def visit(self, kept: int, cost: int, needs: Sequence[int]) -> None:
        """Try all ways to meet the needs that are left, beside what is kept already."""
        if self.steps < 0 or cost + self._least(needs) >= self.best_cost:
            return
        if not needs:
            self.best, self.best_cost = kept, cost
            return
        self.steps -= 1
        tried = 0
        for number in sorted(_bits(min(needs, key=int.bit_count)), key=self.costs.__getitem__):
            bit = 1 << number
            left = [need & ~tried for need in needs if not need & bit]
            tried |= bit
            if 0 not in left:
                self.visit(kept | bit, cost + self.costs[number], left)

    def _least(self, needs: Iterable[int]) -> int:
        """Give what meeting the needs costs at least: needs that share no meeting must each be met by another one."""
        used = cost = 0
        for need in needs:
            if not need & used:
                used |= need
                cost += min(self.costs[number] for number in _bits(need))
        return cost


def _needs(gatherings: Sequence[Gathering], same_purposes: bool) -> frozenset[int]:
    """Give what must stay: bit masks of meetings of which at least one must, none of them following from another."""
    where: defaultdict[tuple[Pair, str], int] = defaultdict(int)
    for number, each in enumerate(gatherings):
        for pair in each.pairs:
            for purpose in ("", *(each.purposes if same_purposes else ())):
                where[pair, purpose] |= 1 << number
    least: list[int] = []
    for need in sorted(set(where.values()), key=lambda need: (need.bit_count(), need)):
        if not any(smaller & need == smaller for smaller in least):
            least.append(need)
    return frozenset(least)


def _greedy(needs: Iterable[int], hours: Sequence[Fraction]) -> int:
    """Drop the meetings that take most hours, one after another, as long as all needs are met."""
    kept = (1 << len(hours)) - 1
    for number in sorted(range(len(hours)), key=lambda number: (-hours[number], number)):
        fewer = kept & ~(1 << number)
        if all(need & fewer for need in needs):
            kept = fewer
    return kept


def _costs(hours: Sequence[Fraction]) -> list[int]:
    """Give what it costs to keep each meeting: hours first, then one for the meeting itself, then its place.

    Whole numbers, in which no two sets of meetings cost the same: the outcome then does not depend on rounding nor
    on the order of the search.
    """
    n = len(hours)
    unit = lcm(*(each.denominator for each in hours))
    return [(int(each * unit) * (n + 1) + 1) << n | 1 << number for number, each in enumerate(hours)]


def _bits(mask: int) -> list[int]:
    return [number for number in range(mask.bit_length()) if mask >> number & 1]
