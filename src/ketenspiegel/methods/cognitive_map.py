"""Fuzzy cognitive maps: what a map of influences does when it is left alone, and when somebody holds on to a factor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, tanh
from operator import itemgetter, mul, sub
from typing import Literal, get_args

from ketenspiegel.methods.influence import Arrows

Rule = Literal["kosko", "modified", "rescaled"]
Squashing = Literal["sigmoid", "tanh"]

TOLERANCE = 0.001
MOST_STEPS = 100
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

    def rest(self, *, tolerance: float = TOLERANCE, most_steps: int = MOST_STEPS) -> tuple[float, ...] | None:
        """Give the state in which the map comes to rest when it is left alone; None when it never does.

        It starts in the middle and must settle within ``most_steps``, like any run. It is then followed to a thousandth
        of the tolerance, so that its own last drift is not taken for an effect of something else.
        """
        _check_stop(tolerance, most_steps)
        states, settled = self._walk([self._middle] * len(self.factors), self._rows, tolerance, most_steps)
        if settled:
            states, settled = self._walk(states[-1], self._rows, tolerance / FINER, most_steps * 10)
        return tuple(states[-1]) if settled else None

    def disturbed(
        self,
        rest: Sequence[float],
        clamped: Mapping[str, float],
        *,
        tolerance: float = TOLERANCE,
        most_steps: int = MOST_STEPS,
    ) -> Run:
        """Let a map at rest go on while some factors are held; only what those reach can move."""
        _check_stop(tolerance, most_steps)
        held = self._values(clamped)
        start = list(rest)
        for place, value in held.items():
            start[place] = value
        moving = [self._rows[place] for place in self._reached(held)]
        states, settled = self._walk(start, moving, tolerance, most_steps)
        return Run(tuple(map(tuple, states)), settled, None if settled else _period(states, tolerance))

    def incoming(self, factor: str) -> dict[str, float]:
        """Give the weights of the arrows that come in at a factor, by their source."""
        return {self.factors[source]: weight for source, weight in self._incoming[self._place(factor)].items()}

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
