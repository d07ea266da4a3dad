"""Bars from the highest mean to the lowest, the first three under the heading of a shared ambition."""

from __future__ import annotations

from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, block, down, scale_numbers, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import View

THICK = 12
COLOURS = {True: ROLE_COLOURS[0], False: POOLED_COLOUR}

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw a bar per item, with its place and its mean."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Nog geen antwoorden"), view.summary)
    headings, statements, means, bars, height = _laid_out(view)
    numbers = scale_numbers(view.rows[0]["highest"], 0, WIDTH, height)
    height += LINE
    tables = Tables()
    drawn = tables.add(bars)
    place = {"x": across(), "y": down(height), "y2": "y2:Q"}
    chart = alt.layer(
        alt.Chart(drawn).mark_rect(color=INK, opacity=0.1).encode(**place, x2="full:Q"),
        alt.Chart(drawn).mark_rect(opacity=1).encode(**place, x2="x2:Q", fill=alt.Fill("colour:N", scale=None)),
        texts(tables.add(headings), fontWeight="bold", fontSize=13),
        texts(tables.add(statements)),
        texts(tables.add(means), align="right", fontWeight="bold"),
        texts(tables.add(numbers), align="center"),
        width=WIDTH,
        height=height,
    )
    return finish(tables.give(chart), view.summary)


def _laid_out(view: View) -> tuple[Rows, Rows, Rows, Rows, int]:
    """Give headings, statements, means and bars, each with its place, and how high they are together."""
    say = translator(view.language)
    names = {True: say("De gezamenlijke ambitie"), False: say("Daarna")}
    headings: Rows = []
    statements: Rows = []
    means: Rows = []
    bars: Rows = []
    y, top = 0, False
    for row in view.rows:
        if row["top"] != top:
            top = bool(row["top"])
            y += 8 if headings else 0
            headings.append({"x": 0, "y": y, "text": names[top]})
            y += 24
        text, high = block(f"{row['place']}. {row['item']}", 42)
        statements.append({"x": 0, "y": y, "text": text})
        means.append({"x": WIDTH, "y": y + high - LINE, "text": row["mean_text"]})
        y += high + 2
        long = WIDTH * (row["mean"] - 1) / (row["highest"] - 1)
        bars.append({"x": 0, "x2": long, "full": WIDTH, "y": y, "y2": y + THICK, "colour": COLOURS[top]})
        y += THICK + 11
    return headings, statements, means, bars, y
