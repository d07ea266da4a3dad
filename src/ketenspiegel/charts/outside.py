"""A square for every question that was asked, and an empty one where none was."""

from __future__ import annotations

import altair as alt

from ketenspiegel.charts.layout import across
from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, shortened
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import View

SQUARE = 12
STEP = 20
LETTERS = 38
MOST = 5
ASKED = "#0072B2"


def draw(view: View) -> Picture:
    """Draw the topics below each other, with a square per question; an empty square where nothing was asked."""
    say = translator(view.language)
    tables = Tables()
    height = STEP * len(view.rows)
    x = across()
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.5, len(view.rows) - 0.5], reverse=True, nice=False))
    squares = [
        {
            "x": WIDTH - SQUARE * (number + 0.7),
            "y": place,
            "filled": 1 if row["items"] else 0,
            "text": say("{n} vragen").format(n=row["items"]),
        }
        for place, row in enumerate(view.rows)
        for number in range(max(1, min(MOST, row["items"])))
    ]
    topics = [{"x": 0, "y": place, "text": shortened(row["topic"], LETTERS)} for place, row in enumerate(view.rows)]
    boxes = (
        alt.Chart(tables.add(squares))
        .mark_square(size=90, stroke=ASKED, fill=ASKED, strokeWidth=1.5, opacity=1)
        .encode(x=x, y=y, fillOpacity=alt.FillOpacity("filled:Q", scale=None), tooltip=alt.Tooltip("text:N"))
    )
    text = alt.Chart(tables.add(topics)).mark_text(align="left", color=INK, fontSize=12).encode(x=x, y=y, text="text:N")
    return finish(tables.give(alt.layer(boxes, text, width=WIDTH, height=height)), view.summary)
