"""Where the label of a point goes, so that it lies on no other point and no other label."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

Place = tuple[float, float]

AWAY = 13
ROOM = 12
WAYS = ((AWAY, 0), (0, -AWAY), (-AWAY, 0), (0, AWAY), (11, -11), (-11, -11), (11, 11), (-11, 11))


def beside(points: Sequence[Place], size: Place) -> list[Place]:
    """Give for every point how far its label lies to the right and how far down, in pixels.

    Parameters
    ----------
    points
        The points, in pixels.
    size
        The width and height of the field that labels stay in.

    Examples
    --------
    >>> beside([(50, 50), (62, 50)], (100, 100))
    [(0, -13), (13, 0)]
    """
    labels: list[Place] = []
    ways: list[Place] = []
    for point in points:
        tried = {way: (point[0] + way[0], point[1] + way[1]) for way in WAYS}
        way = max(tried, key=lambda way: _room(tried[way], [*points, *labels], size))
        labels.append(tried[way])
        ways.append(way)
    return ways


def _room(place: Place, taken: Sequence[Place], size: Place) -> float:
    """Tell how much room a place has; more than enough counts as enough, so that the first such place is chosen."""
    nearest = min(ROOM, *(dist(place, other) for other in taken))
    inside = all(ROOM / 2 <= at <= most - ROOM / 2 for at, most in zip(place, size, strict=True))
    return nearest if inside else nearest - ROOM
