"""The combinations that occur, road by road: a filled or an open circle per condition, and who has it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, block, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import View

RADIUS, APART = 7, 20
# The part of the picture that a combination stands in: a road, two ways, or without the outcome.
COLOURS = {0: ROLE_COLOURS[0], 1: ROLE_COLOURS[1], 2: POOLED_COLOUR}
# How wide a letter is at most, on average, in a font that browsers fall back on.
LETTER, BOLD_LETTER = 7.4, 8.2

Rows = list[dict[str, Any]]


class _Marks:
    """Everything in the picture, each with its place, piling up from the top."""

    def __init__(self) -> None:
        self.bold: Rows = []
        self.plain: Rows = []
        self.letters: Rows = []
        self.circles: Rows = []
        self.bars: Rows = []
        self.y = 0

    def write(self, text: str, x: float = 0, *, bold: bool = False) -> None:
        wrapped, high = block(text, int((WIDTH - x) / (BOLD_LETTER if bold else LETTER)))
        (self.bold if bold else self.plain).append({"x": x, "y": self.y, "text": wrapped})
        self.y += high

    def circle(self, x: float, y: float, filled: bool) -> None:
        self.circles.append({"x": x, "y": y, "filled": float(filled)})


def draw(view: View) -> Picture:
    """Draw a block per road, each combination on a line of its own."""
    if not view.rows:
        say = translator(view.language)
        return nothing_to_draw(say("Geen enkele gemeente heeft een duidelijke combinatie"), view.summary)
    marks = _Marks()
    _key(marks, view)
    for (heading, part), rows in groupby(view.rows, lambda row: (row["heading"], row["part"])):
        _block(marks, heading, part, [dict(row) for row in rows])
    tables = Tables()
    height = marks.y
    middle = {"x": alt.XValue(alt.expr("datum.x")), "y": alt.YValue(alt.expr("datum.y"))}
    circles = (
        alt.Chart(tables.add(marks.circles))
        .mark_circle(size=4 * RADIUS * RADIUS * 0.7, stroke=INK, strokeWidth=1.5, color=INK, opacity=1)
        .encode(**middle, fillOpacity=alt.FillOpacity("filled:Q", scale=None))
    )
    bars = (
        alt.Chart(tables.add(marks.bars))
        .mark_rect()
        .encode(
            x=alt.XValue(0),
            x2=alt.X2Value(4),
            y=alt.YValue(alt.expr("datum.y")),
            y2=alt.Y2Value(alt.expr("datum.y2")),
            color=alt.Color("colour:N", scale=None),
        )
    )
    chart = alt.layer(
        bars,
        circles,
        texts(tables.add(marks.bold), fontWeight="bold", fontSize=13),
        texts(tables.add(marks.letters), align="center", fontWeight="bold"),
        texts(tables.add(marks.plain)),
        width=WIDTH,
        height=height,
    )
    return finish(tables.give(chart), view.summary)


def _key(marks: _Marks, view: View) -> None:
    """Say what the letters and the circles are."""
    say = translator(view.language)
    for at, label in enumerate(view.rows[0]["conditions"]):
        marks.letters.append({"x": RADIUS, "y": marks.y, "text": _letter(at)})
        marks.write(label, 2 * RADIUS + 8)
        marks.y += 2
    marks.y += 4
    for filled, words, x in ((True, say("veel"), 0), (False, say("weinig"), 64)):
        marks.circle(x + RADIUS, marks.y + RADIUS, filled)
        marks.plain.append({"x": x + 2 * RADIUS + 8, "y": marks.y + 1, "text": words})
    marks.y += LINE + 10


def _block(marks: _Marks, heading: str, part: int, rows: Rows) -> None:
    top = marks.y
    marks.write(heading, 10, bold=True)
    marks.y += 6
    for at in range(len(rows[0]["present"])):
        marks.letters.append({"x": _across(at), "y": marks.y, "text": _letter(at)})
    marks.y += LINE + 3
    for _, having in groupby(rows, lambda row: row["configuration"]):
        _line(marks, list(having))
    marks.bars.append({"y": top, "y2": marks.y - 4, "colour": COLOURS[part]})
    marks.y += 12


def _line(marks: _Marks, having: Rows) -> None:
    present, line_top = having[0]["present"], marks.y
    for at, filled in enumerate(present):
        marks.circle(_across(at), line_top + RADIUS, filled)
    marks.write(", ".join(row["shown"] for row in having), _across(len(present)) - 4)
    marks.y = max(marks.y, line_top + 2 * RADIUS) + 7


def _across(at: int) -> float:
    return 10 + RADIUS + APART * at


def _letter(at: int) -> str:
    return chr(ord("A") + at)
