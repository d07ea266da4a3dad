"""A triangle of squares, one for every pair of organisations: filled when they meet somewhere.

A name stands at the end of its row, above its column of squares, so that it needs to stand there only once.
"""

from __future__ import annotations

import altair as alt

from ketenspiegel.charts.layout import LINE, across, down, texts
from ketenspiegel.charts.style import ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw, shortened
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

ROOM_FOR_A_NAME = 130
HIGHEST = 20
LETTER = 5.9
MOST = 24
KEY = 28
COLOUR = ROLE_COLOURS[0]


def draw(view: View) -> Picture:
    """Draw a square for every pair; of many organisations those that meet most others."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Nog geen overleggen met meer organisaties"), view.summary)
    names = view.rows[0]["names"][:MOST]
    step = min(HIGHEST, (WIDTH - ROOM_FOR_A_NAME) / (len(names) - 1))
    pairs = [_square(row, step, view) for row in view.rows if row["row"] < len(names)]
    key = [{"x": 6, "filled": 1}, {"x": 146, "filled": 0}]
    left_out = len(view.rows[0]["names"]) - len(names)
    words = [
        {"x": 18, "y": 0, "text": say("zien elkaar")},
        {"x": 158, "y": 0, "text": say("zien elkaar nog niet")},
        *({"y": KEY + step * place + step / 2 - 6, **_name(name, place, step)} for place, name in enumerate(names)),
    ]
    height = KEY + step * len(names)
    if left_out:
        words.append({"x": 0, "y": height, "text": say("Niet getekend: {n} organisaties.").format(n=left_out)})
        height += LINE
    tables = Tables()
    squares = (
        alt.Chart(tables.add([*pairs, *({**each, "y": 7, "text": ""} for each in key)]))
        .mark_square(size=(0.62 * step) ** 2, stroke=COLOUR, fill=COLOUR, strokeWidth=1.2, opacity=1)
        .encode(
            x=across(),
            y=down(height),
            fillOpacity=alt.FillOpacity("filled:Q", scale=None),
            tooltip=alt.Tooltip("text:N"),
        )
    )
    chart = alt.layer(squares, texts(tables.add(words), fontSize=11.5), width=WIDTH, height=height)
    return finish(tables.give(chart), view.summary)


def _square(row: Row, step: float, view: View) -> Row:
    say = translator(view.language)
    where = ", ".join(row["meetings"]) or say("nog niet")
    return {
        "x": step * (row["column"] + 0.5),
        "y": KEY + step * (row["row"] + 0.5),
        "filled": 1 if row["meetings"] else 0,
        "text": f"{row['first']} – {row['second']}: {where}",
    }


def _name(name: str, place: int, step: float) -> Row:
    x = step * place + 4
    return {"x": x, "text": shortened(name, int((WIDTH - x) / LETTER))}
