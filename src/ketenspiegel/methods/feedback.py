"""What feeds back on itself in a map: its loops, each reinforcing or balancing.

A *map* is given as its factors and its arrows: ``{(source, target): weight}``, where a positive weight strengthens and
a negative one weakens. Only the sign of the weight counts here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ketenspiegel.methods.influence import Arrow, Arrows, check_map

LONGEST = 6

Signs = list[dict[int, int]]  # for every factor, the sign of its arrow to each factor that it has an arrow to


@dataclass(frozen=True)
class Loop:
    """A closed path that passes each of its factors once.

    ``factors`` starts with the one that comes first in the map; the last one leads back to it. ``sign`` is the product
    of the signs of its arrows: 1 when a change comes back strengthened (reinforcing), -1 when it comes back turned
    round (balancing).
    """

    factors: tuple[str, ...]
    sign: int

    @property
    def reinforcing(self) -> bool:
        """Whether a change in a factor of the loop comes back to it in the same direction."""
        return self.sign > 0

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows of the loop, the last one back to the first factor."""
        return tuple(zip(self.factors, (*self.factors[1:], self.factors[0]), strict=True))


def loops(factors: Sequence[str], arrows: Arrows, longest: int = LONGEST) -> list[Loop]:
    """Find every feedback loop of a map, reinforcing or balancing, each once.

    A loop is a simple cycle (elementary circuit) of at most ``longest`` factors; an arrow from a factor to itself is a
    loop of one. Use `each_loop` to stop earlier.

    Parameters
    ----------
    factors
        The names of the factors, each once. Their order decides where a loop starts and how loops are ordered.
    arrows
        The weight of every arrow, not zero.
    longest
        The most factors in a loop, at least 1.

    Returns
    -------
    list of Loop
        The shortest first; loops of one length by the order of their factors in ``factors``.

    Raises
    ------
    ValueError
        When it is not a map (see `ketenspiegel.methods.influence.check_map`), or ``longest`` is below 1.

    Notes
    -----
    The number of loops grows fast: 12 factors that all influence each other have 133,364 loops of at most six factors.
    The search walks out from every factor and turns back as soon as the way home is longer than what is left; this is
    simpler than Johnson's algorithm, which is meant for loops of any length.

    References
    ----------
    Loops: Johnson, D. B. (1975). Finding all the elementary circuits of a directed graph. SIAM Journal on Computing
    4(1), 77-84. https://doi.org/10.1137/0204007
    Signs: Sterman, J. D. (2000). Business Dynamics: Systems Thinking and Modeling for a Complex World. McGraw-Hill,
    ISBN 0-07-231135-5; Richardson, G. P. Loop polarity, loop dominance, and the concept of dominant polarity.
    https://studylib.net/doc/18629669/loop-dominance---university-at-albany

    Examples
    --------
    >>> drawn = {
    ...     ("waiting", "crises"): 1, ("crises", "waiting"): -1,
    ...     ("crises", "pressure"): 1, ("pressure", "waiting"): 1,
    ... }
    >>> for loop in loops(["waiting", "crises", "pressure"], drawn):
    ...     print("reinforcing" if loop.reinforcing else "balancing", loop.factors)
    balancing ('waiting', 'crises')
    reinforcing ('waiting', 'crises', 'pressure')
    """
    return list(each_loop(factors, arrows, longest))


def each_loop(factors: Sequence[str], arrows: Arrows, longest: int = LONGEST) -> Iterator[Loop]:
    """Yield the loops that `loops` lists, in the same order, so that one may stop early.

    Loops are looked for in batches of one length and one first factor, each when its turn has come.
    """
    if longest < 1:
        raise ValueError(f"a loop has at least one factor, not {longest}")
    signs = signs_of(factors, arrows)
    homes = [_way_home(signs, start, longest) for start in range(len(factors))]
    for length in range(1, longest + 1):
        for start, home in enumerate(homes):
            yield from _closed(factors, signs, start, home, length)


def membership(found: Iterable[Loop]) -> dict[str, int]:
    """Count in how many loops each factor takes part; factors in none are left out.

    Examples
    --------
    >>> membership([Loop(("a", "b"), 1), Loop(("a", "c"), -1)])
    {'a': 2, 'b': 1, 'c': 1}
    """
    return dict(Counter(name for loop in found for name in loop.factors))


def signs_of(factors: Sequence[str], arrows: Arrows) -> Signs:
    """Give the sign of every arrow, by the places of its two factors."""
    check_map(factors, arrows)
    place = {name: i for i, name in enumerate(factors)}
    signs: Signs = [{} for _ in factors]
    for source, target in sorted(arrows, key=lambda arrow: place[arrow[1]]):
        signs[place[source]][place[target]] = 1 if arrows[source, target] > 0 else -1
    return signs


def _way_home(signs: Signs, start: int, longest: int) -> list[int]:
    """Give, for 0 to ``longest`` arrows, the set (as bits) of factors from which ``start`` can be that close.

    Only factors from ``start`` on count: a loop through an earlier one is found from there.
    """
    within = [1 << start]
    for _ in range(longest):
        near = within[-1]
        farther = (i for i in range(start, len(signs)) if not near >> i & 1 and any(near >> to & 1 for to in signs[i]))
        within.append(near + sum(1 << i for i in farther))
    return within


def _closed(factors: Sequence[str], signs: Signs, start: int, within: list[int], length: int) -> list[Loop]:
    """List the loops of exactly ``length`` factors of which ``start`` is the first."""
    found: list[Loop] = []

    def walk(here: int, path: tuple[str, ...], sign: int, free: int, left: int) -> None:
        if left == 1:
            if start in signs[here]:
                found.append(Loop(path, sign * signs[here][start]))
            return
        open_ways = free & within[left - 1]
        for there, turn in signs[here].items():
            if open_ways >> there & 1:
                walk(there, (*path, factors[there]), sign * turn, free ^ 1 << there, left - 1)

    later = (1 << len(factors)) - (2 << start)
    walk(start, (factors[start],), 1, later, length)
    return found
