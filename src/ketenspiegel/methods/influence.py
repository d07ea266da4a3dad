"""Which place a factor has in a map of influences: how much it moves, and how much it is moved.

A *map* is given as its factors and its arrows: ``{(source, target): weight}``. The measures here look at the strength
of an arrow (the absolute weight) and leave its sign alone; for signs see `ketenspiegel.methods.feedback`. All of them
say something about what people drew, not about what causes what outside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, isclose, isfinite
from typing import Literal

Arrow = tuple[str, str]
Arrows = Mapping[Arrow, float]
Role = Literal["active", "reactive", "critical", "buffering"]

HIGHEST = 10


@dataclass(frozen=True)
class Standing:
    """The place of one factor in Vester's influence matrix.

    Attributes
    ----------
    active, passive
        The sum of the strengths of the arrows that leave the factor, and of those that arrive (0 or more).
    product
        P, active times passive: how far the factor is bound up with the rest.
    quotient
        Q, active over passive: whether it moves more than it is moved. None when nothing arrives.
    role
        See `standings`.
    """

    active: float
    passive: float
    product: float
    quotient: float | None
    role: Role


def standings(factors: Sequence[str], arrows: Arrows) -> dict[str, Standing]:
    """Tell for every factor whether it is active, reactive, critical or buffering in this map.

    Active factors move more than the average factor and are moved less; reactive ones the other way round; critical
    ones do both more than average, buffering ones neither. The border is the mean of all active sums, which is also the
    mean of all passive sums. A sum exactly at the mean counts as *not* above it (sums that differ by less than one part
    in a thousand million count as equal). So factors that all stand alike, as in a map without arrows or in one ring of
    equal arrows, are all buffering.

    Dividing at the mean is one of several conventions, and the role of a factor near the mean says little. Vester
    himself divides by P and Q.

    Parameters
    ----------
    factors
        The names of the factors, each once.
    arrows
        The weight of every arrow, not zero. An arrow from a factor to itself counts in both its sums.

    Returns
    -------
    dict of str to Standing
        In the order of ``factors``.

    Raises
    ------
    ValueError
        When it is not a map; see `check_map`.

    References
    ----------
    Vester, F., the influence matrix ("Papiercomputer") of the Sensitivity Model, as it is described in
    https://de.zxc.wiki/wiki/Papiercomputer_%28Vester%29 and https://strategiewerkzeuge.com/einflussmatrix (Vester's own
    books were not at hand). Dividing at the mean: Produktmanagement (6th edition, ISBN 9783486705232), section on the
    Papiercomputer.

    Examples
    --------
    >>> found = standings(["pressure", "illness", "trust"], {("pressure", "illness"): 3, ("illness", "trust"): -1})
    >>> [(name, each.active, each.passive, each.role) for name, each in found.items()]
    [('pressure', 3.0, 0.0, 'active'), ('illness', 1.0, 3.0, 'reactive'), ('trust', 0.0, 1.0, 'buffering')]
    """
    check_map(factors, arrows)
    active = leaving(factors, arrows, dict.fromkeys(factors, 1.0))
    passive = arriving(factors, arrows, dict.fromkeys(factors, 1.0))
    mean = fsum(active.values()) / max(len(factors), 1)
    return {
        name: Standing(
            active=active[name],
            passive=passive[name],
            product=active[name] * passive[name],
            quotient=active[name] / passive[name] if passive[name] else None,
            role=_role(_above(active[name], mean), _above(passive[name], mean)),
        )
        for name in factors
    }


def indirect(factors: Sequence[str], arrows: Arrows, power: int) -> dict[str, tuple[float, float]]:
    """Give every factor's influence and dependence along paths of ``power`` arrows (MICMAC).

    These are the row and column sums of the matrix of strengths raised to that power: along every path the strengths
    are multiplied, and paths may pass a factor more than once. Power 1 gives the active and passive sums. Only the
    order of the factors means something; the numbers grow with the power.

    Parameters
    ----------
    factors, arrows
        The map.
    power
        The number of arrows in a path, at least 1.

    Returns
    -------
    dict of str to (influence, dependence)
        In the order of ``factors``. All zero when no path is that long.

    Raises
    ------
    ValueError
        When it is not a map, or the power is below 1.

    Notes
    -----
    Takes ``power`` passes over the arrows; the matrix itself is never made.

    References
    ----------
    Arcade, J., Godet, M., Meunier, F. and Roubelat, F. Structural analysis with the MICMAC method. In: Futures Research
    Methodology, AC/UNU Millennium Project. https://ro.scribd.com/document/460522384/Analisis-MICMACMETHOD

    Examples
    --------
    >>> indirect(["a", "b", "c"], {("a", "b"): 2, ("b", "c"): -3}, power=2)
    {'a': (6.0, 0.0), 'b': (0.0, 0.0), 'c': (0.0, 6.0)}
    """
    if power < 1:
        raise ValueError(f"the power must be at least 1, not {power}")
    return _powers(factors, arrows, power)[-1]


def stable_power(factors: Sequence[str], arrows: Arrows, highest: int = HIGHEST) -> int | None:
    """Give the first power from which indirect influence and dependence rank the factors the same up to the next power.

    Parameters
    ----------
    factors, arrows
        The map.
    highest
        The highest power to look at, at least 2. Practice reports a stable order at power 3 to 5.

    Returns
    -------
    int or None
        None when the two rankings do not settle together up to ``highest`` (two factors with one arrow each way, of
        unequal strength, never do), and when all paths have ended before they do (a map without loops).

    Raises
    ------
    ValueError
        When it is not a map, or ``highest`` is below 2.

    References
    ----------
    As for `indirect`; on powers 3 to 5:
    http://memoireonline.com/11/19/11296/m_Les-determinants-de-l-agritourisme-en-Tunisie-Une-analyse-structurelle-prospective96184115.html

    Examples
    --------
    >>> stable_power(["a", "b"], {("a", "b"): 2, ("b", "a"): 1, ("a", "a"): 1})
    1
    >>> stable_power(["a", "b"], {("a", "b"): 2}) is None
    True
    """
    if highest < 2:
        raise ValueError(f"the highest power must be at least 2, not {highest}")
    for power, (now, then) in enumerate(pairwise(_powers(factors, arrows, highest)), 1):
        if not any(influence for influence, _ in then.values()):
            return None
        if _rankings(now) == _rankings(then):
            return power
    return None


def check_map(factors: Sequence[str], arrows: Arrows) -> None:
    """Raise ValueError unless factors are there once, arrows run between them, and weights are finite and not zero."""
    known = set(factors)
    if len(known) < len(factors):
        raise ValueError("a factor is in the map more than once")
    for (source, target), weight in arrows.items():
        if source not in known or target not in known:
            raise ValueError(f"the arrow from {source!r} to {target!r} joins a factor that is not in the map")
        if not weight or not isfinite(weight):
            raise ValueError(f"the arrow from {source!r} to {target!r} must have a finite weight that is not zero")


def leaving(factors: Sequence[str], arrows: Arrows, beyond: Mapping[str, float]) -> dict[str, float]:
    """Sum the strengths of the arrows that leave each factor, each times what lies ``beyond`` its target."""
    terms: dict[str, list[float]] = {name: [] for name in factors}
    for (source, target), weight in arrows.items():
        terms[source].append(abs(weight) * beyond[target])
    return {name: fsum(each) for name, each in terms.items()}


def arriving(factors: Sequence[str], arrows: Arrows, before: Mapping[str, float]) -> dict[str, float]:
    return leaving(factors, {(target, source): weight for (source, target), weight in arrows.items()}, before)


def _powers(factors: Sequence[str], arrows: Arrows, highest: int) -> list[dict[str, tuple[float, float]]]:
    check_map(factors, arrows)
    influence = dependence = dict.fromkeys(factors, 1.0)
    found = []
    for _ in range(highest):
        influence, dependence = leaving(factors, arrows, influence), arriving(factors, arrows, dependence)
        found.append({name: (influence[name], dependence[name]) for name in factors})
    return found


def _above(value: float, mean: float) -> bool:
    return value > mean and not isclose(value, mean)


def _role(moves: bool, is_moved: bool) -> Role:
    if moves:
        return "critical" if is_moved else "active"
    return "reactive" if is_moved else "buffering"


def _rankings(power: Mapping[str, tuple[float, float]]) -> list[list[int]]:
    return [_ranks([each[side] for each in power.values()]) for side in (0, 1)]


def _ranks(values: Sequence[float]) -> list[int]:
    """Rank from the largest (0); values that are equal but for rounding share a rank."""
    order = sorted(range(len(values)), key=lambda i: -values[i])
    ranks = [0] * len(values)
    for before, here in pairwise(order):
        ranks[here] = ranks[before] + (not isclose(values[before], values[here]))
    return ranks
