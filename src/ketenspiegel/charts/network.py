"""Where things stand in a drawn network, and how the arrows between them run: always the same, so that nothing jumps.

The form in which people draw their map (``forms/map_layout.js``) places factors in the same manner.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, copysign, cos, degrees, hypot, pi, sin
from textwrap import wrap

from ketenspiegel.charts.style import shortened

Point = tuple[float, float]

NODE_WIDTH, NODE_HEIGHT = 88.0, 36.0
LETTERS = 13
_CORNER = 0.36
_STEPS = 720


@dataclass(frozen=True)
class Path:
    """The way of an arrow from one node to another.

    Attributes
    ----------
    points
        The line, from the border of the one to just before the other.
    tip
        Where the point of the arrow is.
    angle
        Where it points to, in degrees clockwise from straight up.
    beside
        A place for words beside the line, half way.
    """

    points: tuple[Point, ...]
    tip: Point
    angle: float
    beside: Point


def around(n: int, width: float, height: float) -> list[Point]:
    """Place nodes at equal distance along a rounded rectangle, clockwise from the middle on top.

    Examples
    --------
    >>> [(round(x), round(y)) for x, y in around(4, 200, 150)]
    [(149, 26), (149, 124), (51, 124), (51, 26)]
    """
    rx, ry = (width - NODE_WIDTH) / 2 - 1, (height - NODE_HEIGHT) / 2 - 1
    angles = [i / _STEPS * 2 * pi - pi / 2 for i in range(_STEPS + 1)]
    outline = [(width / 2 + rx * _rounded(cos(a)), height / 2 + ry * _rounded(sin(a))) for a in angles]
    passed = [0.0]
    for (x1, y1), (x2, y2) in pairwise(outline):
        passed.append(passed[-1] + hypot(x2 - x1, y2 - y1))
    return [_along(outline, passed, (k + 0.5) / n * passed[-1]) for k in range(n)]


def arrow(start: Point, end: Point, width: float, height: float, pieces: int = 40) -> Path:
    """Bend an arrow to the middle of the drawing, where there is room; the arrow back runs a little beside it."""
    (x1, y1), (x2, y2) = start, end
    inward = (width / 2 - (x1 + x2) / 2, height / 2 - (y1 + y2) / 2)
    pull = min(1.3, 0.85 * hypot(x2 - x1, y2 - y1) / (hypot(*inward) or 1))
    bend = (
        (x1 + x2) / 2 + inward[0] * pull - (y2 - y1) * 0.1,
        (y1 + y2) / 2 + inward[1] * pull + (x2 - x1) * 0.1,
    )
    curve = [_on_curve(start, bend, end, i / pieces) for i in range(pieces + 1)]
    first = next((i for i, point in enumerate(curve) if not _inside(point, start, 1)), 0)
    last = next((i for i in range(pieces, -1, -1) if not _inside(curve[i], end, 6)), pieces)
    drawn = curve[first : max(last, first + 1) + 1]
    (xa, ya), (xb, yb) = drawn[-2], drawn[-1]
    angle = degrees(atan2(yb - ya, xb - xa)) + 90
    half = len(drawn) // 2
    (xa, ya), (xb, yb) = drawn[half - 1], drawn[half]
    aside = 13 / (hypot(xb - xa, yb - ya) or 1)
    return Path(tuple(drawn), drawn[-1], angle, (xb + (ya - yb) * aside, yb + (xb - xa) * aside))


def node_label(text: str) -> str:
    """Break a name into at most two lines that fit in a node."""
    rows = wrap(text, LETTERS, break_long_words=False)
    if len(rows) > 2:
        rows = [rows[0], f"{rows[1]} …"]
    return "\n".join(shortened(row, LETTERS + 1) for row in rows)


def _along(outline: Sequence[Point], passed: Sequence[float], length: float) -> Point:
    """Give the point of an outline that lies at some length from its beginning."""
    i = bisect_left(passed, length, lo=1)
    part = (length - passed[i - 1]) / (passed[i] - passed[i - 1])
    (x1, y1), (x2, y2) = outline[i - 1], outline[i]
    return x1 + part * (x2 - x1), y1 + part * (y2 - y1)


def _rounded(value: float) -> float:
    return copysign(abs(value) ** _CORNER, value)


def _on_curve(start: Point, bend: Point, end: Point, t: float) -> Point:
    x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c for a, b, c in zip(start, bend, end, strict=True))
    return x, y


def _inside(point: Point, node: Sequence[float], margin: float) -> bool:
    across, down = abs(point[0] - node[0]), abs(point[1] - node[1])
    return across < NODE_WIDTH / 2 + margin and down < NODE_HEIGHT / 2 + margin
