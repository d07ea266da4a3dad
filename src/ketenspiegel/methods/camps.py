"""Whether answers fall into two camps, rather than being spread."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from ketenspiegel.methods._counts import checked

CAMP = 0.25


def is_split(counts: Sequence[float]) -> bool:
    """Tell whether answers on an ordinal scale stand in two camps.

    A plain rule of our own: at least a quarter of the answers on each side of the middle, and fewer answers in
    the middle than in an average category of the smaller side. (With an even number of categories the middle is
    the mean of the two innermost.) It exists because a measure of agreement alone does not show camps that stand
    near the middle: van der Eijk's A of 0 5 0 5 0 is still 1/6. It cannot see three camps, nor camps on
    the same side of the middle.

    Parameters
    ----------
    counts
        Answers per category, lowest first, at least three categories.

    Raises
    ------
    ValueError
        With fewer than three categories, a negative count, or no answers.

    Examples
    --------
    >>> is_split([0, 5, 0, 5, 0]), is_split([2, 2, 2, 2, 2]), is_split([0, 0, 1, 5, 4])
    (True, False, False)
    """
    numbers = checked(counts, fewest_categories=3)
    half = len(numbers) // 2
    # Counts are compared, not shares: rounding must not decide when a side holds exactly a quarter.
    # fsum does not depend on order, so that turning the scale round cannot change the verdict.
    smaller_side = min(fsum(numbers[:half]), fsum(numbers[-half:]))
    middle = numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2
    return smaller_side >= CAMP * fsum(numbers) and middle * half < smaller_side
