"""Whether a shift between two groups of answer sheets is more than chance would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb
from random import Random

from ketenspiegel.methods.distance import ordinal_distance

DRAWS = 499

Answers = Sequence[int | None]


def shift(first: Sequence[Answers], second: Sequence[Answers], points: Sequence[int]) -> float | None:
    """Give how many steps the answers of two groups lie apart: the mean of `ordinal_distance` over the items.

    Parameters
    ----------
    first, second
        Per respondent the answers, one for every item, 1 is the lowest; None where there is no answer.
    points
        The number of points on the scale of every item.

    Returns
    -------
    float or None
        In steps; items that nobody in one of the groups answered are left out; None when none is left.

    Examples
    --------
    >>> shift([(1, 5), (1, None)], [(3, 5)], [5, 5])
    1.0
    """
    distances = []
    for item, size in enumerate(points):
        counts = [_count((sheet[item] for sheet in group), size) for group in (first, second)]
        if all(map(any, counts)):
            distances.append(ordinal_distance(*counts))
    return sum(distances) / len(distances) if distances else None


def chance_of_shift(
    first: Sequence[Answers], second: Sequence[Answers], points: Sequence[int], draws: int = DRAWS, seed: int = 0
) -> float | None:
    """Give how often chance alone would shift answers at least as far: a permutation test.

    The sheets of both groups are put on one heap and divided anew, time and again, into groups of the same sizes. When
    there are no more divisions than ``draws``, all of them are tried and the answer is exact. The test takes the
    groups as different people, also when some took part twice; it does not know who is who.

    Parameters
    ----------
    first, second, points
        As for `shift`.
    draws
        How many divisions to draw at most.
    seed
        The same seed gives the same answer.

    Returns
    -------
    float or None
        From just above 0 to 1; None when there is no shift to measure.

    References
    ----------
    Phipson, B. and Smyth, G. K. (2010). Permutation P-values should never be zero. Statistical Applications in
    Genetics and Molecular Biology 9(1), article 39. https://doi.org/10.2202/1544-6115.1585

    Examples
    --------
    >>> chance_of_shift([(1,), (1,), (1,)], [(5,), (5,), (5,)], [5])
    0.1
    """
    found = shift(first, second, points)
    if found is None:
        return None
    heap, size = [*first, *second], len(first)
    if comb(len(heap), size) <= draws:
        shifts = [_divided(heap, chosen, points) for chosen in combinations(range(len(heap)), size)]
        return _at_least(shifts, found) / len(shifts)
    shifts = [_divided(heap, chosen, points) for chosen in _drawn(len(heap), size, draws, seed)]
    return (1 + _at_least(shifts, found)) / (1 + draws)


def _drawn(total: int, size: int, draws: int, seed: int) -> Iterator[Sequence[int]]:
    chance = Random(seed)
    for _ in range(draws):
        yield chance.sample(range(total), size)


def _divided(heap: Sequence[Answers], chosen: Sequence[int], points: Sequence[int]) -> float:
    taken = set(chosen)
    groups: tuple[list[Answers], list[Answers]] = ([], [])
    for place, sheet in enumerate(heap):
        groups[place not in taken].append(sheet)
    return shift(*groups, points) or 0.0


def _at_least(shifts: Sequence[float], found: float) -> int:
    # Sums in another order differ in the last digits; such a difference is no difference.
    return sum(each >= found - 1e-9 for each in shifts)


def _count(answers: Iterator[int | None], size: int) -> list[int]:
    counts = [0] * size
    for answer in answers:
        if answer is not None:
            counts[answer - 1] += 1
    return counts
