"""A traffic light per item, one of its three lamps lit and named, as lists of quick scans show them."""

from __future__ import annotations

from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, block, down, texts
from ketenspiegel.charts.style import INK, LIGHTS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import View

ORDER = ("red", "orange", "green")
LAMPS = (258, 278, 298)
RADIUS = 7
WIDE = 37

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw the items by theme, each with its light at the right."""
    say = translator(view.language)
    if not any(row["light"] for row in view.rows):
        return nothing_to_draw(say("Nog geen antwoorden"), view.summary)
    headings, statements, lamps, names, height = _laid_out(view)
    tables = Tables()
    lamp = alt.Chart(tables.add(lamps)).mark_point(size=4 * RADIUS**2, strokeWidth=1, stroke=INK, opacity=1)
    place = {"x": across(), "y": down(height)}
    chart = alt.layer(
        texts(tables.add(headings), fontWeight="bold", fontSize=13),
        texts(tables.add(statements)),
        lamp.encode(**place, strokeOpacity=alt.condition("datum.lit", alt.value(1), alt.value(0.4))),
        lamp.transform_filter("datum.lit").encode(**place, fill=alt.Fill("colour:N", scale=None)),
        texts(tables.add(names), align="center"),
        height=height,
        width=WIDTH,
    )
    return finish(tables.give(chart), view.summary)


def _laid_out(view: View) -> tuple[Rows, Rows, Rows, Rows, int]:
    """Give headings, statements, lamps and their names, each with its place, and how high they are together."""
    say = translator(view.language)
    headings: Rows = []
    statements: Rows = []
    lamps: Rows = []
    names: Rows = []
    y, theme = 0, None
    for row in view.rows:
        if row["theme"] != theme:
            theme = row["theme"]
            text, high = block(theme, 44)
            y += 12 if headings else 0
            headings.append({"x": 0, "y": y, "text": text})
            y += high + 10
        text, high = block(row["item"], WIDE)
        statements.append({"x": 0, "y": y, "text": text})
        lamps += [
            {"x": x, "y": y + RADIUS, "colour": LIGHTS[light], "lit": light == row["light"]}
            for x, light in zip(LAMPS, ORDER, strict=True)
        ]
        words = row["light_text"] if row["light"] else say("geen antwoord")
        names.append({"x": LAMPS[1], "y": y + 2 * RADIUS + 4, "text": words})
        y += max(high, 2 * RADIUS + 4 + LINE) + 10
    return headings, statements, lamps, names, y
