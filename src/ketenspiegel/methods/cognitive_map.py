"""Fuzzy cognitive maps: what a map of influences does when it is left alone, and when somebody holds on to a factor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, nan, tanh
from operator import itemgetter, mul, sub
from random import Random
from typing import Literal, get_args

from ketenspiegel.methods.influence import Arrow, Arrows

Rule = Literal["kosko", "modified", "rescaled"]
Squashing = Literal["sigmoid", "tanh"]

TOLERANCE = 0.001
MOST_STEPS = 100
THRESHOLD = 0.01
LONGEST_PERIOD = 50
# A baseline comes to rest this much more finely than a run, so that its own last drift is not taken for an effect.
FINER = 1000

# One factor: its place, the weights of what comes in, what takes the sources out of a state, and what is always added.
_Row = tuple[int, tuple[float, ...], Callable[[Sequence[float]], tuple[float, ...]], float]
_States = list[list[float]]


@dataclass(frozen=True)
class Run:
    """The way of a map from one state to the next.

    Attributes
    ----------
    states
        Per step the value of every factor, in the order of the factors; the first is the start.
    settled
        Whether the map came to rest: no factor changed more than the tolerance in the last step.
    period
        For a run that did not settle, after how many steps the last states come round again, within the tolerance;
        None when they do not, or not within 50 steps.
    """

    states: tuple[tuple[float, ...], ...]
    settled: bool
    period: int | None

    @property
    def end(self) -> tuple[float, ...]:
        """The last state."""
        return self.states[-1]

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.states) - 1


@dataclass(frozen=True)
class Effect:
    """What differs in a map, once it has come to rest, when some factors are held at a value.

    Attributes
    ----------
    settled
        Whether both the map alone and the map with the held factors came to rest. If not, ``change`` and ``push`` are
        not a number: there is no end to compare.
    change
        Per factor the end less the baseline; exactly 0 where no path of arrows leads from a held factor.
    first_step
        Per factor the first step at which it lies more than the threshold from the baseline (0 for the held factors
        themselves); None when it never does.
    turned
        Per factor whether it first went the other way: it ends more than the threshold on one side of the baseline,
        and was more than the threshold on the other side before.
    push
        Per held factor the sum of weight times change over the arrows that come in from other factors: what the map
        itself would do to it. Negative means that the rest pushes it down: against who raises it.
    """

    settled: bool
    change: dict[str, float]
    first_step: dict[str, int | None]
    turned: dict[str, bool]
    push: dict[str, float]


class FuzzyCognitiveMap:
    """A map with its rule, made ready once for many runs.

    Factors influence each other over arrows with a weight from -1 to 1. In every step all factors take their next
    value at once, from what comes in, squashed by f to between 0 and 1 (sigmoid) or -1 and 1 (tanh):

    - kosko: f(sum of w_ji a_j);
    - modified: f(a_i + sum of w_ji a_j), a factor also keeps to where it is;
    - rescaled: f((2 a_i - 1) + sum of w_ji (2 a_j - 1)), where 0.5 says nothing; made for the sigmoid.

    The three are all in use and end in different states on one and the same map: an end state is no forecast.

    Parameters
    ----------
    factors
        The names, each once; states follow their order.
    arrows
        Weights from -1 to 1 by (source, target).
    rule, squashing
        See above.
    steepness
        Lambda in f(x) = 1 / (1 + exp(-lambda x)) or tanh(lambda x), above 0.

    Raises
    ------
    ValueError
        When a name is used twice or unknown, a weight is out of range, or a rule or squashing does not exist.

    Notes
    -----
    A step takes time in proportion to the factors and arrows.

    References
    ----------
    Kosko, B. (1986). Fuzzy cognitive maps. International Journal of Man-Machine Studies 24(1), 65-75.
    https://doi.org/10.1016/S0020-7373(86)80040-2
    Stylios, C. D. and Groumpos, P. P. (2004). Modeling complex systems using fuzzy cognitive maps. IEEE Transactions on
    Systems, Man, and Cybernetics A 34(1), 155-162. https://doi.org/10.1109/TSMCA.2003.818878 (modified)
    Papageorgiou, E. I. (2011). A new methodology for decisions in medical informatics using fuzzy cognitive maps based
    on fuzzy rule-extraction techniques. Applied Soft Computing 11(1), 500-513.
    https://doi.org/10.1016/j.asoc.2009.12.010 (rescaled)

    Examples
    --------
    >>> alone = FuzzyCognitiveMap(["trust", "control"], {("trust", "control"): -1.0}, rule="kosko")
    >>> [round(value, 3) for value in alone.run({"trust": 1.0, "control": 1.0}).end]
    [0.5, 0.378]
    """

    def __init__(
        self,
        factors: Sequence[str],
        arrows: Arrows,
        *,
        rule: Rule = "modified",
        squashing: Squashing = "sigmoid",
        steepness: float = 1.0,
    ) -> None:
        _check_one_of("rule", rule, get_args(Rule))
        _check_one_of("squashing", squashing, get_args(Squashing))
        if not 0 < steepness < inf:
            raise ValueError(f"the steepness must be above 0, not {steepness}")
        self.factors = tuple(factors)
        self._places = {factor: place for place, factor in enumerate(self.factors)}
        if len(self._places) != len(self.factors):
            raise ValueError("a factor is named twice")
        self._incoming = self._read(arrows)
        self._targets: list[list[int]] = [[] for _ in self.factors]
        for target, incoming in enumerate(self._incoming):
            for source in incoming:
                self._targets[source].append(target)
        # The sigmoid is 0.5 + 0.5 tanh(x / 2), which never overflows: so one way of walking serves both.
        self._middle, self._reach = (0.5, 0.5) if squashing == "sigmoid" else (0.0, 1.0)
        self._rows = [
            _row(place, incoming, rule, steepness * self._reach) for place, incoming in enumerate(self._incoming)
        ]

    def run(
        self,
        start: Mapping[str, float],
        *,
        clamped: Mapping[str, float] = {},
        tolerance: float = TOLERANCE,
        most_steps: int = MOST_STEPS,
    ) -> Run:
        """Let the map go from a start until it comes to rest; see `run`."""
        _check_stop(tolerance, most_steps)
        held, given = self._values(clamped), self._values(start)
        state = [0.0] * len(self.factors)
        for place, factor in enumerate(self.factors):
            if place not in held and place not in given:
                raise ValueError(f"no start for {factor!r}")
            state[place] = held[place] if place in held else given[place]
        moving = [row for row in self._rows if row[0] not in held]
        states, settled = self._walk(state, moving, tolerance, most_steps)
        return Run(tuple(map(tuple, states)), settled, None if settled else _period(states, tolerance))

    def effects(
        self,
        interventions: Mapping[str, Mapping[str, float]],
        *,
        threshold: float = THRESHOLD,
        tolerance: float = TOLERANCE,
        most_steps: int = MOST_STEPS,
    ) -> dict[str, Effect]:
        """Tell what each intervention changes, compared with the map left alone; see `effects`."""
        _check_stop(tolerance, most_steps)
        held = {name: self._values(clamped) for name, clamped in interventions.items()}
        baseline, settled = self._walk([self._middle] * len(self.factors), self._rows, tolerance, most_steps)
        if settled:
            baseline, settled = self._walk(baseline[-1], self._rows, tolerance / FINER, most_steps * 10)
        if not settled:
            return {name: self._unsettled(values) for name, values in held.items()}
        rest = baseline[-1]
        return {name: self._effect(rest, values, threshold, tolerance, most_steps) for name, values in held.items()}

    def _effect(
        self, baseline: list[float], held: Mapping[int, float], threshold: float, tolerance: float, most_steps: int
    ) -> Effect:
        start = baseline.copy()
        for place, value in held.items():
            start[place] = value
        # From a map at rest, only what a held factor reaches can move.
        reached = self._reached(held)
        moving = [self._rows[place] for place in reached]
        states, settled = self._walk(start, moving, tolerance, most_steps)
        if not settled:
            return self._unsettled(held)
        change = dict.fromkeys(self.factors, 0.0)
        first_step: dict[str, int | None] = dict.fromkeys(self.factors)
        turned = dict.fromkeys(self.factors, False)
        ways = list(zip(*states, strict=True))
        for place in (*held, *reached):
            factor, base, way = self.factors[place], baseline[place], ways[place]
            change[factor] = end = way[-1] - base
            above, below = max(way) - base > threshold, min(way) - base < -threshold
            if above or below:
                first_step[factor] = next(step for step, value in enumerate(way) if abs(value - base) > threshold)
                turned[factor] = (below and end > threshold) or (above and end < -threshold)
        moved = list(map(sub, states[-1], baseline))
        push = {self.factors[place]: self._push(place, moved) for place in held}
        return Effect(True, change, first_step, turned, push)

    def _unsettled(self, held: Mapping[int, float]) -> Effect:
        return Effect(
            settled=False,
            change=dict.fromkeys(self.factors, nan),
            first_step=dict.fromkeys(self.factors),
            turned=dict.fromkeys(self.factors, False),
            push={self.factors[place]: nan for place in held},
        )

    def _push(self, place: int, moved: Sequence[float]) -> float:
        """Sum what comes in at a place because of what moved, without what it does to itself."""
        return sum(weight * moved[source] for source, weight in self._incoming[place].items() if source != place)

    def _reached(self, held: Mapping[int, float]) -> list[int]:
        """Give the places that a path of arrows leads to from a held one, the held ones left out."""
        seen, found, to_do = set(held), [], list(held)
        for place in to_do:
            for target in self._targets[place]:
                if target not in seen:
                    seen.add(target)
                    found.append(target)
                    to_do.append(target)
        return found

    def _walk(
        self, state: list[float], moving: Iterable[_Row], tolerance: float, most_steps: int
    ) -> tuple[_States, bool]:
        """Give the states from a start, the start included, and whether the last step changed next to nothing."""
        middle, reach, states = self._middle, self._reach, [state]
        for _ in range(most_steps):
            following = state.copy()
            for place, weights, sources, always in moving:
                following[place] = middle + reach * tanh(sum(map(mul, weights, sources(state)), always))
            states.append(following)
            if _close(following, state, tolerance):
                return states, True
            state = following
        return states, False

    def _read(self, arrows: Arrows) -> list[dict[int, float]]:
        """Give per factor the weights that come in, by place of the source; an arrow without weight is no arrow."""
        incoming: list[dict[int, float]] = [{} for _ in self.factors]
        for (source, target), weight in arrows.items():
            if not -1 <= weight <= 1:
                raise ValueError(f"the weight of {source!r} on {target!r} is {weight}, not from -1 to 1")
            if weight:
                incoming[self._place(target)][self._place(source)] = weight
        return incoming

    def _values(self, values: Mapping[str, float]) -> dict[int, float]:
        lowest = self._middle - self._reach
        for factor, value in values.items():
            if not lowest <= value <= 1:
                raise ValueError(f"{factor!r} is {value}, not from {lowest:.0f} to 1")
        return {self._place(factor): value for factor, value in values.items()}

    def _place(self, factor: str) -> int:
        if factor not in self._places:
            raise ValueError(f"unknown factor: {factor!r}")
        return self._places[factor]


def run(
    factors: Sequence[str],
    arrows: Arrows,
    start: Mapping[str, float],
    *,
    rule: Rule = "modified",
    squashing: Squashing = "sigmoid",
    steepness: float = 1.0,
    clamped: Mapping[str, float] = {},
    tolerance: float = TOLERANCE,
    most_steps: int = MOST_STEPS,
) -> Run:
    """Let a map go from a start until it comes to rest.

    Parameters
    ----------
    factors, arrows, rule, squashing, steepness
        As for `FuzzyCognitiveMap`; make one of those when many runs go over the same map.
    start
        A value for every factor that is not clamped: from 0 to 1 for the sigmoid, from -1 to 1 for tanh.
    clamped
        The factors that keep one value throughout.
    tolerance
        The run ends after the first step in which no factor changes more than this.
    most_steps
        The run ends in any case after so many steps.

    Returns
    -------
    Run
        With ``settled`` False, and the period if there is one, when it did not come to rest.

    Raises
    ------
    ValueError
        As for `FuzzyCognitiveMap`; when a factor has no start, a value is out of range or the tolerance is negative.

    Examples
    --------
    Two that oppose and answer each other go round and round:

    >>> ring = {("control", "distrust"): 1.0, ("distrust", "control"): -1.0}
    >>> start = {"control": 0.9, "distrust": 0.0}
    >>> found = run(["control", "distrust"], ring, start, rule="kosko", squashing="tanh", steepness=5)
    >>> found.settled, found.period
    (False, 4)
    """
    prepared = FuzzyCognitiveMap(factors, arrows, rule=rule, squashing=squashing, steepness=steepness)
    return prepared.run(start, clamped=clamped, tolerance=tolerance, most_steps=most_steps)


def effects(
    factors: Sequence[str],
    arrows: Arrows,
    interventions: Mapping[str, Mapping[str, float]],
    *,
    rule: Rule = "modified",
    squashing: Squashing = "sigmoid",
    steepness: float = 1.0,
    threshold: float = THRESHOLD,
    tolerance: float = TOLERANCE,
    most_steps: int = MOST_STEPS,
) -> dict[str, Effect]:
    """Tell what each intervention changes in a map, compared with the map left alone.

    The map first goes alone, from 0.5 everywhere (sigmoid) or 0 everywhere (tanh), until it rests: the baseline. From
    there each intervention holds its factors at their values until the map rests again. Rescaled with the sigmoid, and
    kosko and modified with tanh, rest where they start, even if the least push would end that rest.

    Parameters
    ----------
    factors, arrows, rule, squashing, steepness
        As for `FuzzyCognitiveMap`.
    interventions
        By name: the factors that are held and their values.
    threshold
        How far from the baseline counts as a change, for ``first_step`` and ``turned``; choose it above the tolerance.
    tolerance, most_steps
        As for `run`, for each intervention. The baseline must come to rest in as many steps too, and is then followed
        on to a thousandth of the tolerance.

    Returns
    -------
    dict of str to Effect
        In the order of the interventions.

    Raises
    ------
    ValueError
        As for `run`.

    References
    ----------
    Özesmi, U. and Özesmi, S. L. (2004). Ecological models based on people's knowledge: a multi-step fuzzy cognitive
    mapping approach. Ecological Modelling 176(1-2), 43-64. https://doi.org/10.1016/j.ecolmodel.2003.10.027

    Examples
    --------
    Rules speed things up, so people think; but they bring a burden too, and speed makes rules look needless:

    >>> arrows = {("rules", "speed"): 0.5, ("rules", "burden"): 1, ("burden", "speed"): -1, ("speed", "rules"): -0.5}
    >>> found = effects(["rules", "burden", "speed"], arrows, {"more rules": {"rules": 1.0}})["more rules"]
    >>> {factor: round(value, 3) for factor, value in found.change.items()}
    {'rules': 0.417, 'burden': 0.067, 'speed': 0.047}
    >>> round(found.push["rules"], 3)
    -0.024
    """
    prepared = FuzzyCognitiveMap(factors, arrows, rule=rule, squashing=squashing, steepness=steepness)
    return prepared.effects(interventions, threshold=threshold, tolerance=tolerance, most_steps=most_steps)


def drawn(ranges: Mapping[Arrow, tuple[float, float]], chance: Random) -> dict[Arrow, float]:
    """Draw a weight for every arrow, each as likely as any other within what the words for its strength can mean.

    Parameters
    ----------
    ranges
        Per arrow the lowest and highest weight, with their sign, from -1 to 1.
    chance
        The same seed gives the same weights, in whatever order the arrows stand.

    Raises
    ------
    ValueError
        When a range is not from low to high within -1 to 1.

    Examples
    --------
    >>> weights = drawn({("rules", "burden"): (0.5, 1.0), ("burden", "speed"): (-1.0, -0.5)}, Random(7))
    >>> {arrow: round(weight, 2) for arrow, weight in weights.items()}
    {('rules', 'burden'): 0.58, ('burden', 'speed'): -0.84}
    """
    for (source, target), (low, high) in ranges.items():
        if not -1 <= low <= high <= 1:
            raise ValueError(
                f"the range of {source!r} on {target!r} is {low} to {high}: not low to high within -1 to 1"
            )
    weights = {arrow: chance.uniform(*ranges[arrow]) for arrow in sorted(ranges)}
    return {arrow: weights[arrow] for arrow in ranges}


def _row(place: int, incoming: Mapping[int, float], rule: Rule, scale: float) -> _Row:
    """Write a rule as weights and something that is always added: all three are sums of that kind."""
    weights, always = dict(incoming), 0.0
    if rule != "kosko":
        weights[place] = weights.get(place, 0.0) + 1
    if rule == "rescaled":
        always = -sum(weights.values())
        weights = {source: 2 * weight for source, weight in weights.items()}
    # An itemgetter gives a tuple only from two items on; places without weight fill up.
    fill = [place] * (2 - len(weights))
    values = (*weights.values(), *(0.0 for _ in fill))
    return place, tuple(scale * value for value in values), itemgetter(*weights, *fill), scale * always


def _period(states: Sequence[Sequence[float]], tolerance: float) -> int | None:
    """Give the smallest number of steps after which the last states, a whole round of them, come again."""
    for period in range(2, min(LONGEST_PERIOD, len(states) // 2) + 1):
        last, before = states[-period:], states[-2 * period : -period]
        if all(_close(*pair, tolerance) for pair in zip(last, before, strict=True)):
            return period
    return None


def _close(one: Sequence[float], other: Sequence[float], tolerance: float) -> bool:
    return max(map(abs, map(sub, one, other)), default=0.0) <= tolerance


def _check_stop(tolerance: float, most_steps: int) -> None:
    if not tolerance >= 0:
        raise ValueError(f"the tolerance must be 0 or more, not {tolerance}")
    if most_steps < 1:
        raise ValueError(f"there must be at least one step, not {most_steps}")


def _check_one_of(what: str, given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise ValueError(f"unknown {what} {given!r}; there are: {', '.join(known)}")
