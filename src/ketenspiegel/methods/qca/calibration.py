"""Calibration: from a number to a membership in a set, by anchors that must come from knowledge of the matter."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, exp, floor, isfinite
from typing import NamedTuple

LOG_ODDS = 3.0


class Anchors(NamedTuple):
    """The three values that give a scale its meaning: fully out, neither in nor out, fully in; rising or falling."""

    out: float
    crossover: float
    full: float


def membership(value: float, anchors: Anchors) -> float:
    """Give how far a value is in the set: Ragin's direct method, with log odds of -3, 0 and 3 at the anchors.

    Parameters
    ----------
    value
        Any number, in the units of the anchors.
    anchors
        Strictly rising (more is further in) or strictly falling (less is further in).

    Returns
    -------
    float
        From 0 to 1: 0.047 at the anchor fully out, 0.5 at the crossover, 0.953 at the anchor fully in.

    Raises
    ------
    ValueError
        When the value is not a number or the anchors neither rise nor fall.

    References
    ----------
    Ragin, C. C. (2008). Redesigning Social Inquiry: Fuzzy Sets and Beyond. University of Chicago Press.
    https://doi.org/10.7208/chicago/9780226702797.001.0001

    Examples
    --------
    >>> [round(membership(dollars, Anchors(400, 550, 900)), 2) for dollars in (320, 550, 720, 1098)]
    [0.01, 0.5, 0.81, 0.99]
    """
    out, crossover, full = anchors
    if not all(map(isfinite, (value, *anchors))):
        raise ValueError(f"a value and its anchors must be numbers, not {value} with {tuple(anchors)}")
    if not (out < crossover < full or out > crossover > full):
        raise ValueError(f"anchors must rise or fall: {tuple(anchors)}")
    inward = (value > crossover) == (full > crossover)
    odds = exp(-LOG_ODDS * abs(value - crossover) / abs((full if inward else out) - crossover))
    return 1 / (1 + odds) if inward else odds / (1 + odds)


def crisp(value: float, threshold: float) -> float:
    """Give 1 when the value reaches the threshold and 0 when it does not.

    Examples
    --------
    >>> crisp(550, 550), crisp(549, 550)
    (1.0, 0.0)
    """
    if not (isfinite(value) and isfinite(threshold)):
        raise ValueError(f"a value and its threshold must be numbers, not {value} and {threshold}")
    return 1.0 if value >= threshold else 0.0


def suggested(values: Sequence[float], middle: float | None = None) -> Anchors | None:
    """Suggest anchors where nobody has set any yet: our own rule, a place to start from and no substitute.

    The crossover is ``middle`` when at least a quarter of the cases, and two, lie on each side of it. Otherwise it is
    the middle of the widest gap between neighbouring values that leaves as many on each side; of equally wide gaps
    the one that divides most evenly, then the lowest. The outer anchors are about the tenth and the ninetieth
    percentile of the values.

    Anchors from the data alone make a case high or low next to the other cases only. Ragin (2008) asks for outside
    knowledge: what is high for this matter, whoever is looked at?

    Parameters
    ----------
    values
        One number per case.
    middle
        A value with a meaning of its own, such as the middle of the scale.

    Returns
    -------
    Anchors or None
        Rising; None when no value divides the cases so.

    Examples
    --------
    >>> suggested([1, 2, 2, 4, 5, 5], middle=3)
    Anchors(out=1, crossover=3, full=5)
    >>> suggested([1, 2, 2, 4, 5, 5], middle=0)
    Anchors(out=1, crossover=3.0, full=5)
    >>> suggested([3, 3, 3, 3])
    """
    if not all(map(isfinite, values)):
        raise ValueError("every value must be a number")
    ordered = sorted(values)
    least = max(2, ceil(len(ordered) / 4))
    crossover = middle if middle is not None and _divides(ordered, middle, least) else _widest_gap(ordered, least)
    if crossover is None:
        return None
    return Anchors(ordered[floor((len(ordered) - 1) / 10)], crossover, ordered[ceil((len(ordered) - 1) * 9 / 10)])


def _divides(ordered: Sequence[float], middle: float, least: int) -> bool:
    return sum(value < middle for value in ordered) >= least and sum(value > middle for value in ordered) >= least


def _widest_gap(ordered: Sequence[float], least: int) -> float | None:
    half = len(ordered) / 2
    gaps = [
        (ordered[place - 1] - ordered[place], abs(place - half), ordered[place - 1] / 2 + ordered[place] / 2)
        for place in range(least, len(ordered) - least + 1)
    ]
    return min((gap for gap in gaps if _divides(ordered, gap[2], least)), default=(0, 0, None))[2]
