"""Memberships of cases in all configurations at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# Sums of whole numbers do not depend on the order of the cases.
SCALE = 1 << 60

Sums = tuple[int, int, int]


def corner_of(memberships: Sequence[float]) -> int | None:
    """Give the configuration in which a case is more in than out; None when some membership is exactly a half.

    Examples
    --------
    >>> corner_of((0.9, 0.2, 0.6)), corner_of((0.9, 0.5, 0.6))
    (5, None)
    """
    return None if 0.5 in memberships else _nearest(memberships)


def corner_sums(cases: Iterable[tuple[Sequence[float], float]], n: int) -> dict[int, Sums]:
    """Give, per configuration x and with outcome y, the sums of x, of min(x, y) and of min(x, y, 1 - y), scaled.

    A case differs from any configuration in some conditions, and is in it as far as it is on the other side of the
    half in the one where that is least so. Ranked from the clearest condition to the least clear one, that is one
    value for the half of all configurations that differ in the clearest, one for the quarter that differ in the next
    but not in the first, and so on: n + 1 values a case instead of ``2**n``. What is the same for both sides of a
    condition is divided over the two sides at the end.

    Parameters
    ----------
    cases
        Per case the memberships in ``n`` conditions, and in the outcome.
    n
        The number of conditions.

    Returns
    -------
    dict
        Per configuration, in units of ``1 / SCALE``; left out where all are nought.

    Notes
    -----
    The cost is O(c n log n + 3**n) for c cases.
    """
    blocks: dict[tuple[int, int], Sums] = {}
    for memberships, outcome in cases:
        for care, values, x in _blocks(memberships, n):
            both = min(x, outcome)
            here = _scaled(x), _scaled(both), _scaled(min(both, 1 - outcome))
            blocks[care, values] = _added(blocks.get((care, values)), here)
    for place in range(n):
        bit = 1 << place
        divided: dict[tuple[int, int], Sums] = {}
        for (care, values), sums in blocks.items():
            for side in (values,) if care & bit else (values, values | bit):
                divided[care | bit, side] = _added(divided.get((care | bit, side)), sums)
        blocks = divided
    return {values: sums for (_, values), sums in blocks.items()}


def _blocks(memberships: Sequence[float], n: int) -> Iterator[tuple[int, int, float]]:
    """Divide all configurations into blocks in which the case is equally far."""
    own = _nearest(memberships)
    across = sorted((min(one, 1 - one), 1 << (n - 1 - place)) for place, one in enumerate(memberships))
    yield (1 << n) - 1, own, min(max(one, 1 - one) for one in memberships)
    care = 0
    for x, bit in across:
        care |= bit
        if x:
            yield care, own & care ^ bit, x


def _nearest(memberships: Sequence[float]) -> int:
    corner = 0
    for one in memberships:
        corner = corner << 1 | (one > 0.5)
    return corner


def _scaled(x: float) -> int:
    return int(x * SCALE)


def _added(one: Sums | None, other: Sums) -> Sums:
    return other if one is None else (one[0] + other[0], one[1] + other[1], one[2] + other[2])
