"""How far the answers of two groups lie apart on an ordinal scale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ketenspiegel.methods._counts import shares


def ordinal_distance(first: Sequence[float], second: Sequence[float]) -> float:
    """How many steps the answers of one group must move, on average, to look like those of the other.

    This is the earth mover's distance on a line: the sum over categories of |F_i - G_i|, with F and G the cumulative
    shares of the two groups. It is zero only when both have the same shares.

    Parameters
    ----------
    first, second
        Answers per category, lowest first; the same categories for both, at least two.

    Returns
    -------
    float
        From 0 to K - 1 steps, for K categories.

    Raises
    ------
    ValueError
        With different numbers of categories, fewer than two, a negative count, or no answers in a group.

    References
    ----------
    Vallender, S. S. (1974). Calculation of the Wasserstein distance between probability distributions on the
    line. Theory of Probability and Its Applications 18(4), 784-786. https://doi.org/10.1137/1118101
    Rubner, Y., Tomasi, C. and Guibas, L. J. (2000). The earth mover's distance as a metric for image retrieval.
    International Journal of Computer Vision 40(2), 99-121. https://doi.org/10.1023/A:1026543900054

    Examples
    --------
    >>> ordinal_distance([0, 0, 0, 2, 2], [3, 3, 0, 0, 0])
    3.0
    """
    if len(first) != len(second):
        raise ValueError(f"the groups have {len(first)} and {len(second)} categories")
    pairs = zip(accumulate(shares(first)), accumulate(shares(second)), strict=True)
    return sum(abs(f - g) for f, g in list(pairs)[:-1])
