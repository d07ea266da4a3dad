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

# One factor: its place, the weights of what comes in, what takes the sources out of a state, and the bias.
_Row = tuple[int, tuple[float, ...], Callable[[Sequence[float]], tuple[float, ...]], float]


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

    Attributes
    ----------
    factors
        The names, in the order of the states.
    incoming
        Per factor the weights of the arrows that come in, by their source; an arrow without weight is no arrow.
    middle
        f(0), halfway between the lowest and the highest value: 0.5 for the sigmoid, 0 for tanh.

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
        self.incoming: dict[str, dict[str, float]] = {factor: {} for factor in self.factors}
        if len(self.incoming) != len(self.factors):
            raise ValueError("a factor is named twice")
        for (source, target), weight in arrows.items():
            if not -1 <= weight <= 1:
                raise ValueError(f"the weight of {source!r} on {target!r} is {weight}, not from -1 to 1")
            if weight:
                self._check_known((target, source))
                self.incoming[target][source] = weight
        # The sigmoid is 0.5 + 0.5 tanh(x / 2), which never overflows: so one iteration serves both.
        self.middle, self._reach = (0.5, 0.5) if squashing == "sigmoid" else (0.0, 1.0)
        scale = steepness * self._reach
        places = {factor: place for place, factor in enumerate(self.factors)}
        self._rows = [_row(factor, sources, places, rule, scale) for factor, sources in self.incoming.items()]

    def run(
        self,
        start: Mapping[str, float],
        *,
        clamped: Mapping[str, float] = {},
        tolerance: float = TOLERANCE,
        most_steps: int = MOST_STEPS,
    ) -> Run:
        """Let the map go from a start until it comes to rest; see `run`."""
        if not tolerance >= 0:
            raise ValueError(f"the tolerance must be 0 or more, not {tolerance}")
        if most_steps < 1:
            raise ValueError(f"there must be at least one step, not {most_steps}")
        for given in (clamped, start):
            self._check_values(given)
        values = {**start, **clamped}
        try:
            state = [values[factor] for factor in self.factors]
        except KeyError as missing:
            raise ValueError(f"no start for {missing}") from None
        free = [row for factor, row in zip(self.factors, self._rows, strict=True) if factor not in clamped]
        states, settled = self._iterate(state, free, tolerance, most_steps)
        return Run(tuple(map(tuple, states)), settled, None if settled else _period(states, tolerance))

    def _iterate(
        self, state: list[float], free: Sequence[_Row], tolerance: float, most_steps: int
    ) -> tuple[list[list[float]], bool]:
        """Give the states from a start, the start included, and whether the last step changed next to nothing."""
        middle, reach, states = self.middle, self._reach, [state]
        for _ in range(most_steps):
            following = state.copy()
            for place, weights, sources, bias in free:
                following[place] = middle + reach * tanh(sum(map(mul, weights, sources(state)), bias))
            states.append(following)
            if _close(following, state, tolerance):
                return states, True
            state = following
        return states, False

    def _check_values(self, values: Mapping[str, float]) -> None:
        lowest = self.middle - self._reach
        for factor, value in values.items():
            if not lowest <= value <= 1:
                raise ValueError(f"{factor!r} is {value}, not from {lowest:.0f} to 1")
        self._check_known(values)

    def _check_known(self, factors: Iterable[str]) -> None:
        for factor in factors:
            if factor not in self.incoming:
                raise ValueError(f"unknown factor: {factor!r}")


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


def _row(factor: str, incoming: Mapping[str, float], places: Mapping[str, int], rule: Rule, scale: float) -> _Row:
    """Write a rule as weights and a bias: all three are sums of that kind."""
    weights, bias = dict(incoming), 0.0
    if rule != "kosko":
        weights[factor] = weights.get(factor, 0.0) + 1
    if rule == "rescaled":
        bias = -sum(weights.values())
        weights = {source: 2 * weight for source, weight in weights.items()}
    # An itemgetter gives a tuple only from two items on; places without weight fill up.
    fill = 2 - len(weights)
    sources = [*(places[source] for source in weights), *[places[factor]] * fill]
    values = tuple(scale * weight for weight in (*weights.values(), *[0.0] * fill))
    return places[factor], values, itemgetter(*sources), scale * bias


def _period(states: Sequence[Sequence[float]], tolerance: float) -> int | None:
    """Give the smallest number of steps after which the last states, a whole round of them, come again."""
    for period in range(2, min(LONGEST_PERIOD, len(states) // 2) + 1):
        last, before = states[-period:], states[-2 * period : -period]
        if all(_close(*pair, tolerance) for pair in zip(last, before, strict=True)):
            return period
    return None


def _close(one: Sequence[float], other: Sequence[float], tolerance: float) -> bool:
    return max(map(abs, map(sub, one, other)), default=0.0) <= tolerance


def _check_one_of(what: str, given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise ValueError(f"unknown {what} {given!r}; there are: {', '.join(known)}")
