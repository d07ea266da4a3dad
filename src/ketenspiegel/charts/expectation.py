"""A straight line per intervention, from what one does to the result; below them what works directly on the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

LINE_COLOUR = "#2E8B57"
UP, DOWN = "#0072B2", "#D55E00"
LETTERS = {1: 40, 2: 22, 3: 15}
BARS, STEP = 150, 24


def draw(view: View) -> Picture:
    """Draw the lines when there are interventions, and the bars when there are maps."""
    say = translator(view.language)
    drawn = [row for row in view.rows if row["what"] == "line"]
    causes = [row for row in view.rows if row["what"] == "cause"]
    if not (drawn or causes):
        return nothing_to_draw(say("Geen ingrepen om te tekenen"), view.summary)
    tables = Tables()
    parts = [_straight(drawn, tables)] if drawn else []
    if causes:
        parts.append(_bars(causes, tables, say("Gemiddelde directe invloed op het resultaat")))
    return finish(tables.give(alt.vconcat(*parts, spacing=18)), view.summary)


def _straight(rows: Sequence[Row], tables: Tables) -> Picture:
    dots: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    y = 0.0
    for row in rows:
        words.append({"x": 0, "y": y, "text": row["intervention"], "end": False})
        found, below = _along(row["steps"], y + LINE + 12)
        dots += found
        words += below
        y += LINE + 40 + LINE * max(word["text"].count(BREAK) + 1 for word in below)
    base = alt.Chart(tables.add(dots))
    point: dict[str, Any] = {"filled": True, "color": LINE_COLOUR, "opacity": 1}
    rule = base.transform_filter("datum.first").mark_rule(color=LINE_COLOUR, strokeWidth=3)
    marks = base.transform_filter("!datum.last").mark_point(size=110, **point)
    tips = base.transform_filter("datum.last").mark_point(shape="triangle-right", size=220, **point)
    return alt.layer(
        rule.encode(x=across(), x2="x2:Q", y=down(y)),
        marks.encode(x=across(), y=down(y)),
        tips.encode(x=across(), y=down(y)),
        texts(tables.add([word for word in words if not word["end"]])),
        texts(tables.add([word for word in words if word["end"]]), align="right", x=WIDTH),
        width=WIDTH,
        height=y,
    )


def _along(steps: Sequence[str], y: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Place the steps of one line from left to right: a dot for each, the last one the tip, with words below."""
    last = len(steps) - 1
    places = [10 + (WIDTH - 40) * i / max(last, 1) for i in range(len(steps))]
    dots = [{"x": x, "x2": places[-1], "y": y, "first": i == 0, "last": i == last} for i, x in enumerate(places)]
    words = [
        {
            "x": 0 if i == 0 else x - 42,
            "y": y + 12,
            "text": BREAK.join(lines(step, LETTERS[len(steps)])),
            "end": i == last,
        }
        for i, (x, step) in enumerate(zip(places, steps, strict=True))
    ]
    return dots, words


def _bars(rows: Sequence[Row], tables: Tables, title: str) -> Picture:
    most = max(abs(row["mean"]) for row in rows) or 1
    zero, height = WIDTH - BARS / 2, STEP * len(rows)
    placed = [
        {
            "y": STEP * i + 3, "y2": STEP * i + 19, "x": zero, "x2": zero + (BARS / 2 - 34) * row["mean"] / most,
            "text": row["text"], "factor": row["factor"], "colour": UP if row["mean"] > 0 else DOWN,
        }
        for i, row in enumerate(rows)
    ]  # fmt: skip
    bars = alt.Chart(tables.add(placed)).mark_rect()
    names = texts(tables.add([{"x": 0, "y": row["y"] + 1, "text": row["factor"]} for row in placed]))
    axis = alt.Chart(tables.add([{"x": zero, "y": 0, "y2": height}])).mark_rule(color=INK)
    return alt.layer(
        bars.encode(x=across(), x2="x2:Q", y=down(height), y2="y2:Q", color=alt.Color("colour:N", scale=None)),
        names,
        _numbers([row for row in placed if row["colour"] == UP], 4, "left", tables),
        _numbers([row for row in placed if row["colour"] == DOWN], -4, "right", tables),
        axis.encode(x=across(), y=down(height), y2="y2:Q"),
        width=WIDTH,
        height=height,
        title=alt.TitleParams(lines(title, 44), anchor="start", fontWeight="normal"),
    )


def _numbers(rows: Sequence[dict[str, Any]], away: int, align: str, tables: Tables) -> alt.Chart:
    words = [{"x": row["x2"] + away, "y": row["y"] + 1, "text": row["text"]} for row in rows]
    return texts(tables.add(words), align=align)
