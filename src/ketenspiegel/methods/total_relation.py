"""Direct and indirect influence in a map taken together: the total relation of DEMATEL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from ketenspiegel.methods.influence import Arrow, Arrows, arriving, check_map, leaving

SINGULAR = 1e-9


@dataclass(frozen=True)
class TotalRelation:
    """All influence in a map, direct and along every path, as DEMATEL counts it.

    Attributes
    ----------
    matrix
        T: for every pair (source, target), also of a factor with itself, what arrives over all paths (0 or more).
    given, received
        Row and column sums of T.
    prominence
        Given plus received: how much goes through a factor.
    relation
        Given minus received: above 0 it gives more than it receives (DEMATEL says "cause"), below 0 less ("effect").
    threshold
        The mean of T, one usual border between relations that are drawn and relations that are left out.
    """

    matrix: dict[Arrow, float]
    given: dict[str, float]
    received: dict[str, float]
    prominence: dict[str, float]
    relation: dict[str, float]
    threshold: float


def total_relation(factors: Sequence[str], arrows: Arrows) -> TotalRelation:
    """Add up direct and indirect influence over paths of every length (DEMATEL).

    The strengths are divided by the largest row or column sum, which gives X; then T = X + X² + X³ + … = X (I - X)⁻¹.
    A map without arrows has a T of zeros only.

    Parameters
    ----------
    factors, arrows
        The map.

    Raises
    ------
    ValueError
        When it is not a map, or when I - X has no inverse. That happens when some factors pass everything on among
        themselves and each has the largest sum, as in a ring of equal arrows: influence then goes round without ever
        fading, and its sum is infinite.

    Notes
    -----
    Gauss-Jordan elimination with partial pivoting: O(n³) for n factors.

    References
    ----------
    Gabus and Fontela developed DEMATEL at the Battelle Memorial Institute, Geneva, in the 1970s (their reports were not
    at hand). On normalising and the inverse: Chen, C.-Y. and Huang, J.-J. (2022). A novel DEMATEL approach by
    considering normalization and invertibility. Symmetry 14(6), 1109. https://doi.org/10.3390/sym14061109

    Examples
    --------
    >>> found = total_relation(["a", "b"], {("a", "b"): 4, ("b", "a"): -2})
    >>> found.matrix
    {('a', 'a'): 1.0, ('a', 'b'): 2.0, ('b', 'a'): 1.0, ('b', 'b'): 1.0}
    >>> found.prominence, found.relation, found.threshold
    ({'a': 5.0, 'b': 5.0}, {'a': 1.0, 'b': -1.0}, 1.25)
    """
    check_map(factors, arrows)
    ones = dict.fromkeys(factors, 1.0)
    sums = [*leaving(factors, arrows, ones).values(), *arriving(factors, arrows, ones).values()]
    largest = max(sums, default=0.0) or 1.0
    direct = [[abs(arrows.get((row, column), 0.0)) / largest for column in factors] for row in factors]
    total = _solve([[float(i == j) - x for j, x in enumerate(row)] for i, row in enumerate(direct)], direct)
    given = {name: fsum(row) for name, row in zip(factors, total, strict=True)}
    received = {name: fsum(row[j] for row in total) for j, name in enumerate(factors)}
    return TotalRelation(
        matrix={(a, b): total[i][j] for i, a in enumerate(factors) for j, b in enumerate(factors)},
        given=given,
        received=received,
        prominence={name: given[name] + received[name] for name in factors},
        relation={name: given[name] - received[name] for name in factors},
        threshold=fsum(given.values()) / max(len(factors) ** 2, 1),
    )


def _solve(left: list[list[float]], right: list[list[float]]) -> list[list[float]]:
    """Solve left · T = right by Gauss-Jordan elimination."""
    size = len(left)
    rows = [[*a, *b] for a, b in zip(left, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(rows[i][column]))
        if abs(rows[pivot][column]) < SINGULAR:
            raise ValueError("influence goes round in this map without fading: the total relation is infinite")
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        rows[column] = [x / head for x in rows[column]]
        for i, row in enumerate(rows):
            if i != column and row[column]:
                factor = row[column]
                rows[i] = [x - factor * y for x, y in zip(row, rows[column], strict=True)]
    return [row[size:] for row in rows]
