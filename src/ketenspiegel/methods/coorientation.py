"""Co-orientation: do two groups think the same, do they think that they do, and do they know each other's mind?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from random import Random
from typing import Literal

from ketenspiegel.methods.distance import ordinal_distance

State = Literal["true consensus", "false consensus", "false conflict", "true dissensus"]

CLOSE = 1.0
DRAWS = 200
INTERVAL = 0.9

Answers = Sequence[int | None]


@dataclass(frozen=True)
class Measure:
    """A similarity from 0 (as far apart as the scale allows) to 1 (the same), with its interval and its ``n`` answers.

    ``low`` and ``high`` hold 90% of what samples of the same size from the same people would give.
    """

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Coorientation:
    """How one group (the observers) stands towards another on one matter.

    Attributes
    ----------
    agreement
        What both say of themselves, next to each other.
    congruency
        What an observer says of the own group, next to what the same observer expects of the other: perceived
        agreement.
    accuracy
        What the observers expect of the other, next to what the other says.
    bias
        How many steps the observers place the other too high (positive) or too low (negative), on average.
    state
        True or false, consensus, conflict or dissensus, as the observers live it; see `state_of`.
    certainty
        The share of the draws (0 to 1) that give this same state.
    """

    agreement: Measure
    congruency: Measure
    accuracy: Measure
    bias: float
    state: State
    certainty: float


def coorientation(
    own: Answers, expected: Answers, others: Answers, points: int, fewest: int = 1, draws: int = DRAWS, seed: int = 0
) -> Coorientation | None:
    """Compare what a group says, what it expects another group to say, and what that group does say.

    Similarity is 1 - d / (K - 1), with d the mean distance in steps on a scale of K points. For agreement and accuracy
    two groups of different people are compared, and d is the ordinal (earth mover's) distance between their answers.
    For congruency the same person gives both answers, and d is the mean of the differences per person.

    Parameters
    ----------
    own, expected
        Per observer what they answer for the own group and what they expect of the other, 1 to ``points``; None where
        there is no answer. A missing answer leaves out that answer only; congruency takes the observers who gave both.
    others
        What the members of the other group answer for themselves.
    points
        The number of points on the scale, at least two.
    fewest
        The fewest answers that each of the three measures must have on each side.
    draws
        How many samples to draw, with replacement and within each group, for intervals and certainty.
    seed
        The same seed gives the same draws.

    Returns
    -------
    Coorientation or None
        None with too few answers.

    Raises
    ------
    ValueError
        When observers' rows differ in length, or an answer is not on the scale.

    References
    ----------
    McLeod, J. M. and Chaffee, S. H. (1973). Interpersonal approaches to communication research. American Behavioral
    Scientist 16(4), 469-499. (As it is commonly cited; the article itself was not at hand.)
    Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics 7(1), 1-26.
    https://doi.org/10.1214/aos/1176344552

    Examples
    --------
    >>> found = coorientation(own=[5, 5, 4], expected=[2, 1, 2], others=[5, 4, 5], points=5)
    >>> found.state, found.agreement.value, round(found.congruency.value, 2), round(found.accuracy.value, 2)
    ('false conflict', 1.0, 0.25, 0.25)
    """
    if len(own) != len(expected):
        raise ValueError(f"{len(own)} observers answered for themselves and {len(expected)} for the other")
    if any(answer is not None and not 1 <= answer <= points for answer in (*own, *expected, *others)):
        raise ValueError(f"answers must be from 1 to {points}")
    observers = [pair for pair in zip(own, expected, strict=True) if pair != (None, None)]
    known = [answer for answer in others if answer is not None]
    found = _distances(observers, known, points, fewest)
    if found is None:
        return None
    chance = Random(seed)
    drawn = [
        _distances(chance.choices(observers, k=len(observers)), chance.choices(known, k=len(known)), points, 1)
        for _ in range(draws)
    ]
    samples = [each for each in drawn if each is not None]
    state = state_of(found.agreement, found.congruency)
    same = sum(state_of(each.agreement, each.congruency) == state for each in samples)

    def measure(distance: Callable[[_Distances], float], n: int) -> Measure:
        low, high = _interval([1 - distance(each) / (points - 1) for each in samples] or [0.0, 1.0])
        return Measure(1 - distance(found) / (points - 1), low, high, n)

    guesses, pairs = _count(observers, 1), sum(None not in pair for pair in observers)
    return Coorientation(
        agreement=measure(lambda each: each.agreement, min(_count(observers, 0), len(known))),
        congruency=measure(lambda each: each.congruency, pairs),
        accuracy=measure(lambda each: each.accuracy, min(guesses, len(known))),
        bias=_mean([guess for _, guess in observers if guess is not None]) - _mean(known),
        state=state,
        certainty=same / len(samples) if samples else 0.0,
    )


def state_of(agreement: float, congruency: float, close: float = CLOSE) -> State:
    """Name the state of two groups from two distances in steps: between them, and as one of them believes it to be.

    Less than ``close`` steps apart counts as being of one mind. One step is our own choice; on a five-point scale it
    is a similarity above 0.75.

    Examples
    --------
    >>> state_of(0.3, 0.2), state_of(2.0, 0.2), state_of(0.3, 2.0), state_of(2.0, 2.0)
    ('true consensus', 'false consensus', 'false conflict', 'true dissensus')
    """
    if agreement < close:
        return "true consensus" if congruency < close else "false conflict"
    return "false consensus" if congruency < close else "true dissensus"


@dataclass(frozen=True)
class _Distances:
    """The three distances, in steps."""

    agreement: float
    congruency: float
    accuracy: float


def _distances(
    observers: Sequence[tuple[int | None, int | None]], others: Sequence[int], points: int, fewest: int
) -> _Distances | None:
    own = [mine for mine, _ in observers if mine is not None]
    expected = [guess for _, guess in observers if guess is not None]
    apart = [abs(mine - guess) for mine, guess in observers if mine is not None and guess is not None]
    if min(len(own), len(expected), len(apart), len(others)) < max(1, fewest):
        return None
    theirs = _counts(others, points)
    return _Distances(
        agreement=ordinal_distance(_counts(own, points), theirs),
        congruency=_mean(apart),
        accuracy=ordinal_distance(_counts(expected, points), theirs),
    )


def _counts(answers: Sequence[int], points: int) -> list[int]:
    found = Counter(answers)
    return [found[value] for value in range(1, points + 1)]


def _count(observers: Sequence[tuple[int | None, int | None]], side: int) -> int:
    return sum(pair[side] is not None for pair in observers)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _interval(values: Sequence[float]) -> tuple[float, float]:
    """Give the lowest and highest of the middle 90% of the values."""
    ordered = sorted(values)
    edge = (1 - INTERVAL) / 2 * (len(ordered) - 1)
    return ordered[floor(edge)], ordered[ceil(len(ordered) - 1 - edge)]
