"""Who misreads whom as a table of dots, and below it the answers behind the clearest misunderstandings."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from ketenspiegel.charts.layout import across
from ketenspiegel.charts.style import (
    INK,
    ROLE_COLOURS,
    WIDTH,
    Picture,
    Tables,
    finish,
    lines,
    nothing_to_draw,
    shortened,
)
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

CELL = 30
LINE = 22
NAMES = 150
ANSWER = 60
LETTERS = 25
MISREAD = "#D55E00"


def draw(view: View) -> Picture:
    """Draw the table of pairs, and a strip of answers for every misunderstanding that is shown."""
    say = translator(view.language)
    pairs = [row for row in view.rows if row["kind"] == "pair"]
    if not pairs:
        return nothing_to_draw(say("Te weinig antwoorden voor dit beeld"), view.summary)
    answers = [row for row in view.rows if row["kind"] == "answers"]
    tables = Tables()
    parts = [_table(pairs, tables, view)]
    for key in dict.fromkeys((row["pair"], row["title"]) for row in answers):
        parts.append(_strip([row for row in answers if (row["pair"], row["title"]) == key], tables))
    return finish(tables.give(alt.vconcat(*parts, spacing=18)), view.summary)


def _table(pairs: Sequence[Row], tables: Tables, view: View) -> Picture:
    """Draw a dot for every observer (row) and group that is read (column): the larger, the more is misread."""
    say = translator(view.language)
    names = pairs[0]["names"]
    x = across()
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1, len(names) - 0.5], reverse=True, nice=False))
    dots = [
        {
            "x": NAMES + CELL * (row["column"] + 0.5),
            "y": row["row"],
            "size": CELL**2 * row["misread"] / row["motives"],
            "n": str(row["misread"]),
            "text": say("{observer} over {about}: {n} van {total} verkeerd gelezen").format(
                observer=row["observer"], about=row["about"], n=row["misread"], total=row["motives"]
            ),
        }
        for row in pairs
    ]
    heads = [{"x": NAMES + CELL * (place + 0.5), "y": -0.8, "text": str(place + 1)} for place in range(len(names))]
    rows = [{"x": 0, "y": place, "text": shortened(f"{place + 1} {name}", LETTERS)} for place, name in enumerate(names)]
    base = alt.Chart(tables.add(dots))
    circles = base.mark_circle(color=MISREAD, opacity=0.5).encode(
        x=x,
        y=y,
        size=alt.Size("size:Q", scale=None),
        tooltip=alt.Tooltip("text:N"),
    )
    numbers = base.mark_text(color=INK, fontSize=12).encode(x=x, y=y, text="n:N")
    columns = alt.Chart(tables.add(heads)).mark_text(color=INK, fontSize=12).encode(x=x, y=y, text="text:N")
    left = alt.Chart(tables.add(rows)).mark_text(align="left", color=INK, fontSize=12).encode(x=x, y=y, text="text:N")
    title = alt.TitleParams(
        say("Wie leest wie verkeerd?"),
        subtitle=lines(
            say("Rij: wie kijkt. Kolom: over wie. Het getal: op hoeveel beweegredenen minstens een stap mis."), 52
        ),
        anchor="start",
    )
    return alt.layer(circles, numbers, columns, left, width=WIDTH, height=LINE * (len(names) + 1), title=title)


def _strip(rows: Sequence[Row], tables: Tables) -> Picture:
    """Draw all answers behind one misunderstanding on three lines; what is expected is an open dot."""
    points = rows[0]["points"]
    axis = alt.Axis(values=list(range(1, points + 1)), title=None, grid=False, format="d", offset=2)
    x = alt.X("answer:Q", axis=axis, scale=alt.Scale(domain=[0.6, points + 0.4], range=[NAMES, WIDTH], nice=False))
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[-0.6, 2.6], reverse=True, nice=False))
    values = [
        {
            **row,
            "colour": ROLE_COLOURS[row["group"] % len(ROLE_COLOURS)],
            "filled": int(row["own"]),
            "size": ANSWER * row["n"],
        }
        for row in rows
    ]
    dots = (
        alt.Chart(tables.add(values))
        .mark_point(strokeWidth=2, opacity=1)
        .encode(
            x=x,
            y=y,
            size=alt.Size("size:Q", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("filled:Q", scale=None),
            tooltip=[alt.Tooltip("line:N"), alt.Tooltip("answer:Q"), alt.Tooltip("n:Q")],
        )
    )
    names = {row["place"]: row["line"] for row in rows}
    labels = tables.add([{"place": place, "text": shortened(line, LETTERS)} for place, line in names.items()])
    text = alt.Chart(labels).mark_text(align="left", x=0, color=INK, fontSize=11).encode(y=y, text="text:N")
    title = alt.TitleParams(
        lines(rows[0]["title"], 44), subtitle=lines(f"{rows[0]['state']}: {rows[0]['pair']}", 52), anchor="start"
    )
    return alt.layer(dots, text, width=WIDTH, height=LINE * 3, title=title)
