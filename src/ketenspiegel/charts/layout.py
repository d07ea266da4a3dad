"""Marks that are placed in pixels: x from the left, y from the top."""

from __future__ import annotations

from typing import Any

import altair as alt

from ketenspiegel.charts.style import INK, WIDTH, lines

LINE = 15
BREAK = "\n"


def across() -> alt.X:
    """Place by the field ``x``, in pixels from the left."""
    return alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)


def down(height: float) -> alt.Y:
    """Place by the field ``y``, in pixels from the top of a chart of ``height``."""
    return alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)


def texts(data: alt.NamedData, **look: Any) -> alt.Chart:
    """Write the field ``text`` of every row at ``x``, its first line at ``y``, whatever the scales are."""
    place = {"x": alt.expr("datum.x"), "y": alt.expr("datum.y")}
    style = {"align": "left", "baseline": "top", "lineBreak": BREAK, "lineHeight": LINE, "color": INK, **place, **look}
    chart: alt.Chart = alt.Chart(data).mark_text(**style).encode(text="text:N")
    return chart


def scale_numbers(highest: int, left: float, right: float, y: float) -> list[dict[str, Any]]:
    """Give the numbers of the points of a scale, drawn from ``left`` to ``right``."""
    step = (right - left) / (highest - 1)
    return [{"x": left + step * number, "y": y, "text": str(number + 1)} for number in range(highest)]


def block(text: str, width: int) -> tuple[str, int]:
    """Break a text into lines; give it with the height that it takes."""
    found = lines(text, width)
    return BREAK.join(found), LINE * len(found)
