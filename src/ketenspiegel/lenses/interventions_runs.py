"""Every intervention pushed through every map, by three rules and with strengths that vary within their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from random import Random
from statistics import median_low

from ketenspiegel.lenses.influence_maps import MOST_LOOPS, Maps
from ketenspiegel.lenses.loops import begun_at
from ketenspiegel.methods.cognitive_effects import Effect, drawn, effects
from ketenspiegel.methods.cognitive_map import FuzzyCognitiveMap, Rule
from ketenspiegel.methods.feedback import Loop, each_loop
from ketenspiegel.methods.influence import Arrow
from ketenspiegel.methods.map_agreement import DrawnMap
from ketenspiegel.questions import Intervention

RULES: tuple[Rule, ...] = ("kosko", "modified", "rescaled")
DRAWS = 40
# On a scale from 0 to 1; less is no change that three rules could agree on.
STILL = 0.005
# In so many of the draws a factor must go one way before a map counts as saying that it does.
SURE = 0.9
LONGEST = 5

_Ranges = tuple[tuple[Arrow, tuple[float, float]], ...]
_Held = tuple[tuple[str, tuple[tuple[str, float], ...]], ...]


@dataclass(frozen=True)
class Outcome:
    """What one intervention does on one map, over all rules and strengths.

    Attributes
    ----------
    way
        Per factor 1 (rises), -1 (falls), 0 (stays) or None (undecided: rules or strengths disagree).
    turned
        The factors that in most draws first go one way and end on the other side.
    first
        Per factor that moves, after how many steps that shows: the middle of the draws.
    push
        What the map does to what the intervention holds on to: 1 it drives it further, -1 it pushes back, 0 neither,
        or it depends on rules and strengths.
    unsettled
        How many draws never came to rest.
    """

    way: Mapping[str, int | None]
    turned: frozenset[str]
    first: Mapping[str, int]
    push: int
    unsettled: int


@dataclass(frozen=True)
class Votes:
    """In how many maps a factor rises, falls, stays or is undecided; and per group how many rise and fall."""

    rises: int
    falls: int
    stays: int
    undecided: int
    by_group: Mapping[str, tuple[int, int]]

    @property
    def total(self) -> int:
        """How many maps hold the factor."""
        return self.rises + self.falls + self.stays + self.undecided

    @property
    def moves(self) -> int:
        """How many maps do not say that it stays."""
        return self.total - self.stays


class Tried:
    """One intervention tried on all maps that hold what it changes.

    Parameters
    ----------
    intervention
        The intervention.
    maps
        The maps.
    outcomes
        Per map what it does; None where the map lacks a factor that it changes.
    """

    def __init__(self, intervention: Intervention, maps: Maps, outcomes: Sequence[Outcome | None]) -> None:
        self.intervention, self._maps = intervention, maps
        pairs = zip(maps.drawn, outcomes, strict=True)
        self.outcomes: list[tuple[DrawnMap, Outcome]] = [(one, found) for one, found in pairs if found is not None]
        self.left_out = len(maps.drawn) - len(self.outcomes)

    @cached_property
    def votes(self) -> dict[str, Votes]:
        """Per factor that the intervention does not itself change, what the maps say of it."""
        free = [factor for factor in self._maps.shown if factor not in self.intervention.does]
        return {factor: self._votes(factor) for factor in free}

    @property
    def without_arrow(self) -> int:
        """On how many maps no arrow leaves what the intervention changes, so that nothing can follow."""
        changed = set(self.intervention.does)
        return sum(not any(source in changed for source, _ in one.arrows) for one, _ in self.outcomes)

    @property
    def unsettled(self) -> int:
        """On how many maps some draw never came to rest."""
        return sum(found.unsettled > 0 for _, found in self.outcomes)

    def pushed(self, way: int) -> int:
        """Count the maps that push back (-1) against what the intervention does, or drive it further (1)."""
        return sum(found.push == way for _, found in self.outcomes)

    def through(self, way: int) -> tuple[Loop, Mapping[Arrow, float]] | None:
        """Give the loop by which most maps push that way, with the signs of its arrows; None when there is none."""
        # Two maps can close the same loop by arrows of other signs; that is another story.
        counts: Counter[tuple[Loop, tuple[int, ...]]] = Counter()
        for one, found in self.outcomes:
            if found.push == way:
                counts.update((loop, _signs(loop, one)) for loop in self._loops(one, way))
        if not counts:
            return None
        most = min(counts, key=lambda each: (-counts[each], len(each[0].factors), each[0].factors, each[1]))
        return most[0], dict(zip(most[0].arrows, most[1], strict=True))

    def _loops(self, one: DrawnMap, way: int) -> list[Loop]:
        """List the loops of a map through what the intervention changes, begun there and past shown factors only."""
        order = tuple(factor for factor in self._maps.factors if factor in one.factors)
        every = _loops_of(order, tuple(sorted(one.arrows.items())))
        return [
            begun_at(loop, factor)
            for loop in every
            for factor in self.intervention.does
            if factor in loop.factors and loop.sign == way and set(loop.factors) <= set(self._maps.shown)
        ]

    def turned(self, factor: str) -> int:
        """Count the maps in which a factor first goes one way and ends on the other side."""
        return sum(factor in found.turned for _, found in self.outcomes)

    def first(self, factor: str) -> int | None:
        """Give the step at which a factor begins to move, in the middle map; None when it moves in none."""
        steps = [found.first[factor] for _, found in self.outcomes if factor in found.first]
        return median_low(steps) if steps else None

    def _votes(self, factor: str) -> Votes:
        ways = [(one.group, found.way[factor]) for one, found in self.outcomes if factor in one.factors]
        groups = dict.fromkeys(group for group, _ in ways)
        return Votes(
            rises=sum(way == 1 for _, way in ways),
            falls=sum(way == -1 for _, way in ways),
            stays=sum(way == 0 for _, way in ways),
            undecided=sum(way is None for _, way in ways),
            by_group={group: (ways.count((group, 1)), ways.count((group, -1))) for group in groups},
        )


def try_all(maps: Maps) -> dict[str, Tried]:
    """Try every intervention of the question set on every map.

    Each map is run 40 times per intervention: three rules in turn, every time with strengths drawn anew within what
    the words can mean. The same maps always give the same answer.
    """
    interventions = maps.asked.interventions
    found = [
        _on_one_map(record.factors(maps.asked), record.ranges(maps.asked), interventions) for record in maps.records
    ]
    return {each.id: Tried(each, maps, [outcomes.get(each.id) for outcomes in found]) for each in interventions}


def _on_one_map(
    factors: tuple[str, ...], ranges: Mapping[Arrow, tuple[float, float]], interventions: Sequence[Intervention]
) -> Mapping[str, Outcome]:
    held = tuple(
        (each.id, tuple((factor, 1.0 if way == "more" else 0.0) for factor, way in sorted(each.does.items())))
        for each in interventions
        if set(each.does) <= set(factors)
    )
    return _run(factors, tuple(sorted(ranges.items())), held)


@lru_cache(maxsize=512)
def _run(factors: tuple[str, ...], ranges: _Ranges, held: _Held) -> Mapping[str, Outcome]:
    """Run one map; kept, so that looking again at the same maps takes no time."""
    chance = Random(0)
    clamped = {name: dict(values) for name, values in held}
    found: dict[str, list[Effect]] = {name: [] for name in clamped}
    for draw in range(DRAWS):
        weights = drawn(dict(ranges), chance)
        prepared = FuzzyCognitiveMap(factors, weights, rule=RULES[draw % len(RULES)])
        for name, effect in effects(prepared, clamped, threshold=STILL).items():
            found[name].append(effect)
    return {name: _outcome(factors, clamped[name], each) for name, each in found.items()}


def _outcome(factors: Sequence[str], held: Mapping[str, float], found: Sequence[Effect]) -> Outcome:
    settled = [effect for effect in found if effect.settled]
    return Outcome(
        way={factor: _sure([_way(effect.change[factor]) for effect in settled], len(found)) for factor in factors},
        turned=frozenset(
            factor for factor in factors if 2 * sum(effect.turned[factor] for effect in settled) > len(found)
        ),
        first={
            factor: median_low(steps)
            for factor in factors
            if (steps := [step for effect in settled if (step := effect.first_step[factor]) is not None])
        },
        push=_push(held, settled, len(found)),
        unsettled=len(found) - len(settled),
    )


def _signs(loop: Loop, one: DrawnMap) -> tuple[int, ...]:
    return tuple(1 if one.arrows[arrow] > 0 else -1 for arrow in loop.arrows)


def _way(change: float) -> int:
    return (change > STILL) - (change < -STILL)


def _sure(ways: Sequence[int], total: int) -> int | None:
    return next((way for way in (1, -1, 0) if ways.count(way) >= SURE * total), None)


def _push(held: Mapping[str, float], settled: Sequence[Effect], total: int) -> int:
    """Tell whether what is held is driven further or pushed back, in the way in which it is held."""
    sides = {factor: 1 if value > 0.5 else -1 for factor, value in held.items()}
    ways = [_way(sum(side * effect.push[factor] for factor, side in sides.items())) for effect in settled]
    return _sure(ways, total) or 0


@lru_cache(maxsize=512)
def _loops_of(factors: tuple[str, ...], arrows: tuple[tuple[Arrow, float], ...]) -> tuple[Loop, ...]:
    return tuple(islice(each_loop(factors, dict(arrows), LONGEST), MOST_LOOPS))
