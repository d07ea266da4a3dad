"""A triangle of dots, one for every pair: its size is how far two parts go together, an open dot may be chance.

A name stands at the top of its column of dots and at the end of its row, so that it needs to stand there only once.
"""

from __future__ import annotations

import altair as alt

from ketenspiegel.charts.layout import across
from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, nothing_to_draw, shortened
from ketenspiegel.language import decimal, translator
from ketenspiegel.lenses.view import Row, View

ROOM_FOR_A_NAME = 170
HIGHEST = 22
LETTER = 5.8
SAME, OPPOSITE = "#0072B2", "#D55E00"


def draw(view: View) -> Picture:
    """Draw a dot for every pair of parts."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Te weinig antwoorden voor dit beeld"), view.summary)
    names = view.rows[0]["names"]
    step = min(HIGHEST, (WIDTH - ROOM_FOR_A_NAME) / (len(names) - 1))
    x = across()
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.7, len(names) - 0.3], reverse=True, nice=False))
    tables = Tables()
    kinds = alt.Scale(domain=[_kind(1, view), _kind(-1, view)], range=[SAME, OPPOSITE])
    legend = alt.Legend(title=None, orient="bottom", symbolType="circle")
    dots = (
        alt.Chart(tables.add(_dot(row, step, view) for row in view.rows))
        .mark_point(strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            size=alt.Size("size:Q", scale=alt.Scale(domain=[0, 1], range=[3, step**2 * 0.9]), legend=None),
            stroke=alt.Stroke("kind:N", scale=kinds, legend=legend),
            fill=alt.Fill("kind:N", scale=kinds, legend=legend),
            fillOpacity=alt.FillOpacity("filled:Q", scale=None),
            tooltip=alt.Tooltip("text:N"),
        )
    )
    labels = tables.add(
        {"x": step * (place + 0.2), "y": place, "text": shortened(name, int((WIDTH - step * (place + 0.2)) / LETTER))}
        for place, name in enumerate(names)
    )
    text = alt.Chart(labels).mark_text(align="left", color=INK, fontSize=11).encode(x=x, y=y, text="text:N")
    return finish(tables.give(alt.layer(dots, text, width=WIDTH, height=HIGHEST * len(names))), view.summary)


def _dot(row: Row, step: float, view: View) -> Row:
    tau = decimal(row["tau"], view.language, 2)
    return {
        "x": step * (row["column"] + 0.5),
        "y": row["row"],
        "size": abs(row["tau"]),
        "kind": _kind(row["tau"], view),
        "filled": 1 if row["clear"] else 0,
        "text": f"{row['first']} – {row['second']}: {tau}",
    }


def _kind(tau: float, view: View) -> str:
    say = translator(view.language)
    return say("gaan samen op") if tau >= 0 else say("gaan tegen elkaar in")
