"""A bar for every arrow from one theme to another: how many people see it at work, coloured by who they are."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, by_role, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View


def draw(view: View) -> Picture:
    """Draw a bar per item that asks whether one theme works on another."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Te weinig antwoorden voor dit beeld"), view.summary)
    most = max(row["total"] for row in view.rows)
    colour = by_role(view.rows, "square")
    tables = Tables()
    items = list(dict.fromkeys(row["item"] for row in view.rows))
    bars = [_bar([row for row in view.rows if row["item"] == item], most, colour, tables, view) for item in items]
    return finish(tables.give(alt.vconcat(*bars, spacing=10)), view.summary)


def _bar(rows: Sequence[Row], most: int, colour: alt.Color, tables: Tables, view: View) -> Picture:
    say = translator(view.language)
    x = alt.X("n:Q", stack="zero", axis=None, scale=alt.Scale(domain=[0, most], nice=False))
    whole = tables.add(
        [{"total": rows[0]["total"], "text": say("{n} van {total}").format(n=rows[0]["yes"], total=rows[0]["total"])}]
    )
    track = (
        alt.Chart(whole)
        .mark_bar(height=16, color=INK, opacity=0.1)
        .encode(x=alt.X("total:Q", axis=None, scale=alt.Scale(domain=[0, most], nice=False)))
    )
    bar = (
        alt.Chart(tables.add(rows))
        .mark_bar(height=16)
        .encode(
            x=x,
            color=colour,
            order=alt.Order("place:Q"),
            tooltip=[alt.Tooltip("group:N", title=say("Wie")), alt.Tooltip("n:Q", title=say("Ziet dit"))],
        )
    )
    text = alt.Chart(whole).mark_text(align="right", x=WIDTH, dy=-18, color=INK).encode(text="text:N")
    title = alt.TitleParams(lines(rows[0]["path"], 38), anchor="start", fontWeight="normal", offset=4)
    return alt.layer(track, bar, text, width=WIDTH, height=18, title=title)
