"""How well one set fits in another: the measures of sufficiency and of necessity."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple


class Sufficiency(NamedTuple):
    """How far X is enough for Y; every measure from 0 to 1, None where there is nothing to divide by.

    ``consistency`` is the share of X that lies in Y; ``pri`` (proportional reduction in inconsistency) is that share
    once what lies in Y and in not-Y alike is left out; ``coverage`` is the share of Y that X accounts for.
    """

    consistency: float | None
    pri: float | None
    coverage: float | None


class Necessity(NamedTuple):
    """How far Y does not come without X; every measure from 0 to 1, None where there is nothing to divide by.

    ``consistency`` is the share of Y that lies in X; ``coverage`` the share of X that lies in Y; ``relevance`` (RoN)
    is low when X is nearly everywhere, so that it is necessary for anything at all.
    """

    consistency: float | None
    coverage: float | None
    relevance: float | None


def sufficiency(x: Sequence[float], y: Sequence[float]) -> Sufficiency:
    """Measure how far membership in X is enough for membership in Y.

    Parameters
    ----------
    x, y
        Per case the memberships, from 0 to 1, in the same order.

    Raises
    ------
    ValueError
        When the two differ in length.

    References
    ----------
    Ragin, C. C. (2008). Redesigning Social Inquiry. https://doi.org/10.7208/chicago/9780226702797.001.0001
    Schneider, C. Q. and Wagemann, C. (2012). Set-Theoretic Methods for the Social Sciences. Cambridge University
    Press. https://doi.org/10.1017/CBO9781139004244

    Examples
    --------
    >>> sufficiency([1.0, 0.5, 0.25], [1.0, 0.25, 0.75])
    Sufficiency(consistency=0.8571428571428571, pri=0.8, coverage=0.75)
    """
    both = [min(pair) for pair in zip(x, y, strict=True)]
    shared, all_x, all_y = fsum(both), fsum(x), fsum(y)
    ambiguous = fsum(min(part, 1 - outcome) for part, outcome in zip(both, y, strict=True))
    return Sufficiency(_share(shared, all_x), _share(shared - ambiguous, all_x - ambiguous), _share(shared, all_y))


def necessity(x: Sequence[float], y: Sequence[float]) -> Necessity:
    """Measure how far membership in Y does not come without membership in X.

    Parameters
    ----------
    x, y
        Per case the memberships, from 0 to 1, in the same order.

    Raises
    ------
    ValueError
        When the two differ in length.

    References
    ----------
    Schneider, C. Q. and Wagemann, C. (2012). Set-Theoretic Methods for the Social Sciences. Cambridge University
    Press. https://doi.org/10.1017/CBO9781139004244

    Examples
    --------
    >>> necessity([1.0, 0.75, 0.5], [1.0, 0.25, 0.75])
    Necessity(consistency=0.875, coverage=0.7777777777777778, relevance=0.6)
    """
    both = [min(pair) for pair in zip(x, y, strict=True)]
    shared = fsum(both)
    relevance = _share(fsum(1 - one for one in x), fsum(1 - one for one in both))
    return Necessity(_share(shared, fsum(y)), _share(shared, fsum(x)), relevance)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None
