"""Where municipalities lie on the axis of one measure, so that names have room and no dot hides another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ketenspiegel.charts.style import WIDTH
from ketenspiegel.lenses.view import Row

SIDE, EDGE = 84, 8
LETTER, MOST_LETTERS = 6.3, 22
# A value further from the crossover than so many times its anchor is drawn at the edge: there it changes nothing.
FAR = 2
MOST_NAMED = 6


@dataclass(frozen=True)
class Axis:
    """Where values lie: the crossover in pixels, and how many pixels a unit takes."""

    crossover: float
    at: float
    scale: float

    def x(self, value: float) -> float:
        """Give the place of a value; that of one outside the picture is at its edge."""
        return min(max(self._anywhere(value), EDGE), WIDTH - EDGE)

    def beyond(self, value: float) -> bool:
        """Tell whether a value lies outside the picture."""
        return not EDGE - 0.01 <= self._anywhere(value) <= WIDTH - EDGE + 0.01

    def _anywhere(self, value: float) -> float:
        return self.at + self.scale * (value - self.crossover)


def axis_of(rows: Sequence[Row]) -> Axis:
    """Place the crossover so that on both sides there is room for words, and all values within the picture."""
    crossover = rows[0]["crossover"]
    low_anchor, high_anchor = sorted((rows[0]["out"], rows[0]["full"]))
    values = [row["value"] for row in rows]
    below = crossover - min(low_anchor, max(min(values), crossover - FAR * (crossover - low_anchor)))
    above = max(high_anchor, min(max(values), crossover + FAR * (high_anchor - crossover))) - crossover
    low, high = (_room([row["case"] for row in side]) for side in sides(rows))
    at = EDGE + (WIDTH - 2 * EDGE) * below / (below + above)
    if at < low:
        return Axis(crossover, low, (WIDTH - EDGE - low) / above)
    if at > WIDTH - high:
        return Axis(crossover, WIDTH - high, (WIDTH - high - EDGE) / below)
    return Axis(crossover, at, (WIDTH - 2 * EDGE) / (below + above))


def sides(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Give those to be named left and right of the crossover, the nearest first."""
    crossover = rows[0]["crossover"]
    close = sorted((row for row in rows if row["close"]), key=lambda row: (abs(row["value"] - crossover), row["case"]))
    left = [row for row in close if row["value"] < crossover]
    return left[:MOST_NAMED], [row for row in close if row["value"] >= crossover][:MOST_NAMED]


def _room(names: Sequence[str]) -> float:
    longest = max((min(len(name), MOST_LETTERS) for name in names), default=0)
    return max(SIDE, LETTER * longest + 22)


def levels(places: Sequence[float], wide: float) -> list[int]:
    """Give for every place, from left to right, the lowest level on which it touches no other."""
    ends: list[float] = []
    found = []
    for x in places:
        level = next((at for at, end in enumerate(ends) if end <= x), len(ends))
        ends[level : level + 1] = [x + wide]
        found.append(level)
    return found
