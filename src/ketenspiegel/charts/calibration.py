"""An axis per measure with a dot per municipality: little on one side of a strong line, much on the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ketenspiegel.charts.calibration_axis import EDGE, LETTER, Axis, axis_of, levels, sides
from ketenspiegel.charts.layout import LINE, across, block, down, texts
from ketenspiegel.charts.style import (
    INK,
    POOLED_COLOUR,
    ROLE_COLOURS,
    WIDTH,
    Picture,
    Tables,
    finish,
    nothing_to_draw,
    shortened,
)
from ketenspiegel.language import decimal, translator
from ketenspiegel.lenses.calibration import written
from ketenspiegel.lenses.view import Row, View

DOT, SMALL_DOT, MANY = 11, 7, 60
NAMED_LINE = 17
MOST_HIGH, IN_A_ROW = 110, 11
KINDS = {
    "little": ("circle", "transparent", POOLED_COLOUR),
    "much": ("circle", ROLE_COLOURS[0], ROLE_COLOURS[0]),
    "close": ("diamond", ROLE_COLOURS[1], INK),
}

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw the measures below each other, each on its own axis."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Nog geen gemeenten om te vergelijken"), view.summary)
    marks = _Marks()
    y: float = _key(marks, view)
    for rows in _by_measure(view):
        y = _measure(rows, y, marks, view)
    tables = Tables()
    place = {"x": across(), "y": down(y)}
    ends = {"x2": "x2:Q", "y2": "y2:Q"}
    look = {
        "fill": alt.Fill("fill:N", scale=None),
        "stroke": alt.Stroke("stroke:N", scale=None),
        "shape": alt.Shape("shape:N", scale=None),
        "size": alt.Size("size:Q", scale=None),
    }
    chart = alt.layer(
        alt.Chart(tables.add(marks.lines))
        .mark_rule(opacity=1)
        .encode(**place, **ends, strokeWidth=alt.StrokeWidth("thick:Q", scale=None)),
        alt.Chart(tables.add(marks.dots))
        .mark_point(opacity=1, strokeWidth=1.5)
        .encode(**place, **look, tooltip=alt.Tooltip("text:N")),
        texts(tables.add(marks.headings), fontWeight="bold", fontSize=13),
        texts(tables.add(marks.words)),
        texts(tables.add(marks.bold), align="center", fontWeight="bold"),
        texts(tables.add(marks.centred), align="center"),
        texts(tables.add(marks.ending), align="right"),
        width=WIDTH,
        height=y,
    )
    return finish(tables.give(chart), view.summary)


class _Marks:
    """What is drawn, by the way it is drawn, with places in pixels."""

    def __init__(self) -> None:
        self.lines: Rows = []
        self.dots: Rows = []
        self.headings: Rows = []
        self.words: Rows = []
        self.bold: Rows = []
        self.centred: Rows = []
        self.ending: Rows = []

    def dot(self, kind: str, x: float, y: float, text: str, wide: float = DOT, shape: str = "") -> None:
        """Draw a municipality."""
        usual, fill, stroke = KINDS[kind]
        size = (wide - 2) ** 2 * (1.3 if kind == "close" else 1)
        look = {"shape": shape or usual, "fill": fill, "stroke": stroke, "size": size}
        self.dots.append({"x": x, "y": y, "text": text, **look})

    def line(self, x: float, y: float, x2: float, y2: float, thick: float = 1) -> None:
        """Draw a straight line."""
        self.lines.append({"x": x, "y": y, "x2": x2, "y2": y2, "thick": thick})


def _key(marks: _Marks, view: View) -> int:
    """Tell what the marks mean; give where the picture goes on."""
    say = translator(view.language)
    names = [("little", 6, say("weinig")), ("much", 82, say("veel"))]
    if any(row["close"] for row in view.rows):
        names.append(("close", 144, say("op de grens, met naam")))
    for kind, x, text in names:
        marks.dot(kind, x, 7, text)
        marks.words.append({"x": x + 10, "y": 1, "text": text})
    if all(row["crisp"] for row in view.rows):
        return LINE + 10
    y = LINE + 6
    marks.line(6, y - 1, 6, y + 12, 3)
    marks.line(82, y + 1, 82, y + 10)
    for x, text in ((16, say("de grens")), (92, say("vanaf hier duidelijk weinig of veel"))):
        marks.words.append({"x": x, "y": y, "text": text})
    if any(axis_of(of).beyond(row["value"]) for of in _by_measure(view) if not of[0]["crisp"] for row in of):
        y += LINE + 3
        marks.dot("much", 6, y + 6, "", shape="triangle-right")
        marks.words.append({"x": 16, "y": y, "text": say("ligt nog verder weg")})
    return y + LINE + 12


def _by_measure(view: View) -> list[list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in view.rows:
        found.setdefault(row["measure"], []).append(row)
    return list(found.values())


def _measure(rows: Sequence[Row], y: float, marks: _Marks, view: View) -> float:
    """Draw one measure from ``y`` down; give where it ends."""
    say, crisp = translator(view.language), rows[0]["crisp"]
    heading, high = block(rows[0]["heading"], 42)
    marks.headings.append({"x": 0, "y": y, "text": heading})
    y += high + 6
    axis = Axis(0.5, WIDTH / 2, 0) if crisp else axis_of(rows)
    little, much = (say("niet"), say("wel")) if crisp else (say("weinig"), say("veel"))
    words = (
        f"{little}: {sum(row['membership'] < 0.5 for row in rows)}",
        f"{much}: {sum(row['membership'] > 0.5 for row in rows)}",
    )
    left, right = words if crisp or rows[0]["full"] > rows[0]["crossover"] else words[::-1]
    marks.ending.append({"x": axis.at - 7, "y": y, "text": left})
    marks.words.append({"x": axis.at + 7, "y": y, "text": right})
    if crisp:
        bottom = _crisp(rows, axis, y + LINE + 8, marks)
        end = bottom
    else:
        bottom = _dots(rows, axis, y + LINE + 4, marks, view)
        end = _numbers(rows[0], axis, bottom, marks, view)
    marks.line(axis.at, y, axis.at, bottom + (0 if crisp else 4), 3)
    return end + 20


def _dots(rows: Sequence[Row], axis: Axis, y: float, marks: _Marks, view: View) -> float:
    """Draw those on the border each on a line with their name, and the others stacked below; give where that ends."""
    left, right = sides(rows)
    lower = NAMED_LINE / 2 if left and right else 0
    for side, words, way, top in ((left, marks.ending, -1, y), (right, marks.words, 1, y + lower)):
        for at, row in enumerate(side):
            x, middle = axis.x(row["value"]), top + NAMED_LINE * at + 7
            room = x - 9 if way < 0 else WIDTH - x - 9
            marks.dot("close", x, middle, _tip(row, view))
            name = shortened(row["case"], max(4, int(room / LETTER)))
            words.append({"x": x + 9 * way, "y": middle - 6, "text": name})
    named = {row["case"] for row in (*left, *right)}
    y += NAMED_LINE * max(len(left), len(right)) + lower
    others = sorted(
        (row for row in rows if row["case"] not in named), key=lambda row: (axis.x(row["value"]), row["case"])
    )
    wide = SMALL_DOT if len(rows) > MANY else DOT
    stacked = levels([axis.x(row["value"]) for row in others], wide)
    most = max(stacked, default=-1) + 1
    step = min(float(wide), MOST_HIGH / max(1, most))
    bottom = y + step * most + 6
    for row, level in zip(others, stacked, strict=True):
        middle, shape = bottom - 4 - wide / 2 - step * level, ""
        if axis.beyond(row["value"]):
            shape = "triangle-right" if row["value"] > axis.crossover else "triangle-left"
        marks.dot(_kind(row), axis.x(row["value"]), middle, _tip(row, view), wide, shape)
    return bottom


def _crisp(rows: Sequence[Row], axis: Axis, y: float, marks: _Marks) -> float:
    """Draw those without left and those with right, in rows from the line outward; give where that ends."""
    halves = {
        -1: [row for row in rows if row["membership"] <= 0.5],
        1: [row for row in rows if row["membership"] > 0.5],
    }
    for way, side in halves.items():
        for at, row in enumerate(side):
            x, level = axis.at + way * (12 + 13 * (at % IN_A_ROW)), at // IN_A_ROW
            marks.dot(_kind(row), x, y + 6 + 13 * level, row["case"])
    return y + 13 * max(-(-len(side) // IN_A_ROW) for side in halves.values())


def _kind(row: Row) -> str:
    if row["close"]:
        return "close"
    return "much" if row["membership"] > 0.5 else "little"


def _tip(row: Row, view: View) -> str:
    return f"{row['case']}: {decimal(row['value'], view.language, row['digits'])}"


def _numbers(row: Row, axis: Axis, y: float, marks: _Marks, view: View) -> float:
    """Write the anchors below their ticks, an outer one a line lower where it would run into the crossover.

    Gives where that ends.
    """
    end = y + 7 + LINE
    low, high = sorted((row["out"], row["full"]))
    marks.line(EDGE, y, WIDTH - EDGE, y)
    border = written(row["crossover"], view.language, row["digits"])
    marks.bold.append({"x": axis.at, "y": y + 7, "text": border})
    for value, way in ((low, -1), (high, 1)):
        x, text = axis.x(value), written(value, view.language, row["digits"])
        half = LETTER * len(text) / 2
        marks.line(x, y - 5, x, y + 5)
        inside = min(max(x, half), WIDTH - half)
        if abs(inside - axis.at) > half + LETTER * len(border) / 2 + 4:
            marks.centred.append({"x": inside, "y": y + 7, "text": text})
            continue
        end = y + 7 + 2 * LINE
        if way < 0:
            marks.ending.append({"x": min(x + half, axis.at - 3), "y": y + 7 + LINE, "text": text})
        else:
            marks.words.append({"x": max(x - half, axis.at + 3), "y": y + 7 + LINE, "text": text})
    return end
