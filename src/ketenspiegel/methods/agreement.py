"""How far answers on an ordinal scale lie together: agreement, polarization, consensus, dispersion.

Every function takes the number of answers per category, lowest category first, and looks at their order but not
at distances between people. Counts may be whole numbers or weights; multiplying all of them changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import log2

from ketenspiegel.methods._counts import checked, shares


def agreement(counts: Sequence[float]) -> float:
    r"""How far answers agree: van der Eijk's *A*.

    1 when all answers are in one category, 0 when they are spread evenly, -1 when they are divided half and half
    over the two ends. The distribution is peeled into layers of equal height; the agreement of a layer depends
    on its pattern of empty and filled categories, and A is the mean of the layers, weighted by their share.
    For a pattern with S of K categories filled, the layer's agreement is U * (1 - (S - 1) / (K - 1)), where
    U = ((K - 2) TU - (K - 1) TDU) / ((K - 2)(TU + TDU)), TU counts the triples of categories that are unimodal
    (110 and 011) and TDU those that are bimodal (101).

    Parameters
    ----------
    counts
        Answers per category, at least three categories, lowest first.

    Returns
    -------
    float
        From -1 to 1.

    Raises
    ------
    ValueError
        With fewer than three categories, a negative count, or no answers.

    Notes
    -----
    O(K^2) in the number of categories, whatever the number of answers.

    References
    ----------
    van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity 35, 325-341.
    https://doi.org/10.1023/A:1010374114305

    Examples
    --------
    >>> agreement([0, 0, 10, 0, 0]), agreement([2, 2, 2, 2, 2]), agreement([5, 0, 0, 0, 5])
    (1.0, 0.0, -1.0)
    >>> round(agreement([30, 40, 210, 130, 530, 50, 10]), 4)
    0.6113
    """
    rest = checked(counts, fewest_categories=3)
    total = sum(rest)
    found = 0.0
    while any(rest):
        pattern = [n > 0 for n in rest]
        height = min(n for n in rest if n > 0)
        found += _layer_agreement(pattern) * sum(pattern) * (height / total)
        # The lowest category of the layer becomes exactly zero, also with fractional weights.
        rest = [n - height if n > height else 0 for n in rest]
    return max(-1.0, min(1.0, found))


def polarization(counts: Sequence[float]) -> float:
    """How far answers are divided over two poles: (1 - A) / 2, with A van der Eijk's agreement.

    0 when all answers are in one category, 0.5 when they are spread evenly, 1 when they are divided half and half
    over the two ends.

    Parameters
    ----------
    counts
        Answers per category, at least three categories, lowest first.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        As `agreement` does.

    Examples
    --------
    >>> polarization([5, 0, 0, 0, 5])
    1.0
    """
    return (1 - agreement(counts)) / 2


def consensus(counts: Sequence[float]) -> float:
    """How far answers lie near their own mean: Tastle and Wierman's consensus.

    Cns = 1 + sum of p_i * log2(1 - |i - m| / (K - 1)), with p_i the share of category i and m the mean category.

    Parameters
    ----------
    counts
        Answers per category, at least two categories, lowest first.

    Returns
    -------
    float
        From 0 (half and half over the two ends) to 1 (all in one category).

    Raises
    ------
    ValueError
        With fewer than two categories, a negative count, or no answers.

    References
    ----------
    Tastle, W. J. and Wierman, M. J. (2007). Consensus and dissention: A measure of ordinal dispersion.
    International Journal of Approximate Reasoning 45, 531-545. https://doi.org/10.1016/j.ijar.2006.06.024

    Examples
    --------
    >>> round(consensus([30, 40, 210, 130, 530, 50, 10]), 4)
    0.7257
    """
    p = shares(counts)
    if max(p) == 1:
        return 1.0
    mean = sum(place * share for place, share in enumerate(p))
    width = len(p) - 1
    # A category is at least as near to the mean as its own share; rounding must not make that zero.
    nearness = (max(share, 1 - abs(place - mean) / width) for place, share in enumerate(p))
    terms = (share * log2(near) for share, near in zip(p, nearness, strict=True) if share)
    return max(0.0, min(1.0, 1 + sum(terms)))


def leik(counts: Sequence[float]) -> float:
    """How far answers are dispersed: Leik's *D*.

    With F_i the cumulative shares and d_i the smaller of F_i and 1 - F_i, D = 2 * sum(d_i) / (K - 1).

    Parameters
    ----------
    counts
        Answers per category, at least two categories, lowest first.

    Returns
    -------
    float
        From 0 (all in one category) to 1 (half and half over the two ends). An even spread gives a value that
        depends on the number of categories: 0.6 with five.

    Raises
    ------
    ValueError
        With fewer than two categories, a negative count, or no answers.

    References
    ----------
    Leik, R. K. (1966). A measure of ordinal consensus. Pacific Sociological Review 9(2), 85-90.

    Examples
    --------
    >>> leik([2, 2, 2, 2, 2])
    0.6
    """
    p = shares(counts)
    distances = (min(f, abs(1 - f)) for f in accumulate(p))
    return round(min(1.0, 2 * sum(distances) / (len(p) - 1)), 12)


def _layer_agreement(pattern: Sequence[bool]) -> float:
    k, filled = len(pattern), sum(pattern)
    if filled == 1:
        return 1.0
    unimodal = bimodal = before = 0
    for is_filled in pattern:
        if is_filled:
            before += 1
            continue
        # An empty category makes 110 with two filled before it, 011 with two after it, 101 with one on each side.
        after = filled - before
        unimodal += before * (before - 1) // 2 + after * (after - 1) // 2
        bimodal += before * after
    if not unimodal + bimodal:
        return 0.0
    unimodality = ((k - 2) * unimodal - (k - 1) * bimodal) / ((k - 2) * (unimodal + bimodal))
    return unimodality * (1 - (filled - 1) / (k - 1))
