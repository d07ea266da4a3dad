"""Whether two things go together over respondents, without a direction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import erfc, isfinite, sqrt


@dataclass(frozen=True)
class Association:
    """Kendall's tau-b (-1 to 1; 0 is none) over ``n`` respondents.

    ``chance`` is how often chance alone would give a tau at least this far from 0 (0 to 1).
    """

    tau: float
    chance: float
    n: int


def kendall_tau(first: Sequence[float], second: Sequence[float]) -> Association | None:
    """Tell how far two rows of answers rise and fall together: Kendall's tau-b, which allows for ties.

    Every two respondents are compared: do they differ in the same direction on both, or in opposite directions? The
    measure looks at order only, has no direction, and says nothing about what causes what. ``chance`` uses the normal
    approximation with ties and is rough below about ten respondents.

    Parameters
    ----------
    first, second
        A number per respondent, in the same order of respondents.

    Returns
    -------
    Association or None
        None with fewer than three respondents, or when all give the same answer on one of the two.

    Raises
    ------
    ValueError
        When the rows differ in length or hold something that is not a finite number.

    Notes
    -----
    Compares all pairs: O(n^2).

    References
    ----------
    Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33(3), 239-251.
    https://doi.org/10.1093/biomet/33.3.239

    Examples
    --------
    >>> found = kendall_tau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])
    >>> round(found.tau, 4), round(found.chance, 4)
    (-0.4714, 0.2827)
    """
    if len(first) != len(second):
        raise ValueError(f"the rows have {len(first)} and {len(second)} answers")
    if not all(map(isfinite, (*first, *second))):
        raise ValueError("answers must be finite numbers")
    if len(first) < 3:
        return None
    score, spread = _score(first, second), _spread(first, second)
    if not spread:
        return None
    deviation = sqrt(_variance(first, second))
    return Association(score / spread, erfc(abs(score) / deviation / sqrt(2)), len(first))


def kendall_tau_within(groups: Sequence[tuple[Sequence[float], Sequence[float]]]) -> float | None:
    """Give Kendall's tau-b when only respondents of the same group are compared with each other.

    Two things can go together over everybody merely because groups differ; this tells what is left inside them.

    Parameters
    ----------
    groups
        For every group the two rows of answers, as for `kendall_tau`.

    Examples
    --------
    >>> low, high = ([1, 2, 3], [3, 2, 1]), ([7, 8, 9], [9, 8, 7])
    >>> round(kendall_tau([*low[0], *high[0]], [*low[1], *high[1]]).tau, 2), kendall_tau_within([low, high])
    (0.2, -1.0)
    """
    score = sum(_score(first, second) for first, second in groups)
    untied = (sum(_untied(pair[side]) for pair in groups) for side in (0, 1))
    spread = sqrt(next(untied) * next(untied))
    return score / spread if spread else None


def _score(first: Sequence[float], second: Sequence[float]) -> int:
    """Count the pairs that differ in the same direction, less those that differ in opposite directions."""
    return sum(_sign(a - b) * _sign(c - d) for (a, c), (b, d) in combinations(zip(first, second, strict=True), 2))


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _ties(row: Sequence[float]) -> list[int]:
    return [n for n in Counter(row).values() if n > 1]


def _untied(row: Sequence[float]) -> float:
    return (len(row) * (len(row) - 1) - sum(t * (t - 1) for t in _ties(row))) / 2


def _spread(first: Sequence[float], second: Sequence[float]) -> float:
    return sqrt(_untied(first) * _untied(second))


def _variance(first: Sequence[float], second: Sequence[float]) -> float:
    """Give the variance of the score when nothing goes together (Kendall 1945, with ties in both rows)."""
    n, ties_first, ties_second = len(first), _ties(first), _ties(second)
    tied = sum(t * (t - 1) * (2 * t + 5) for t in (*ties_first, *ties_second))
    pairs = sum(t * (t - 1) for t in ties_first) * sum(t * (t - 1) for t in ties_second)
    triples = sum(t * (t - 1) * (t - 2) for t in ties_first) * sum(t * (t - 1) * (t - 2) for t in ties_second)
    return (n * (n - 1) * (2 * n + 5) - tied) / 18 + pairs / (2 * n * (n - 1)) + triples / (9 * n * (n - 1) * (n - 2))
