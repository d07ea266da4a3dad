"""Bars with a mean and a traffic light, as reports of quick scans show them."""

from __future__ import annotations

import altair as alt

from ketenspiegel.charts.style import INK, LIGHTS, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import decimal, translator
from ketenspiegel.lenses.view import Row, View


def draw(view: View) -> Picture:
    """Draw a bar per theme or item, with its mean and its light in words."""
    rows = [row for row in view.rows if row["mean"] is not None]
    say = translator(view.language)
    if not rows:
        return nothing_to_draw(say("Nog geen antwoorden"), view.summary)
    total = say("Totaal: {total}").format(total=decimal(rows[0]["total"], view.language))
    tables = Tables()
    bars = [_bar(row, tables, last=index == len(rows) - 1) for index, row in enumerate(rows)]
    title = alt.TitleParams(total, anchor="start", fontSize=16, offset=12)
    return finish(tables.give(alt.vconcat(*bars, spacing=10, title=title)), view.summary)


def _bar(row: Row, tables: Tables, last: bool) -> alt.LayerChart | alt.FacetChart:
    highest = row["highest"]
    axis = alt.Axis(values=list(range(1, highest + 1)), title=None, grid=False, format="d")
    x = alt.X("mean:Q", scale=alt.Scale(domain=[1, highest]), axis=axis if last else None)
    base = alt.Chart(tables.add([{**row, "start": 1, "text": f"{row['mean_text']} {row['light_text']}"}]))
    track = base.mark_bar(height=18, color=INK, opacity=0.1).encode(
        x=alt.X("start:Q", scale=alt.Scale(domain=[1, highest]), axis=axis if last else None),
        x2=alt.X2Datum(highest),
    )
    bar = base.mark_bar(height=18, color=LIGHTS[row["light"]]).encode(x=x, x2=alt.X2Datum(1))
    text = base.mark_text(align="right", x=WIDTH, dy=-19).encode(text="text:N")
    title = alt.TitleParams(lines(row["facet"], 38), anchor="start", fontWeight="normal", offset=4)
    return alt.layer(track, bar, text, width=WIDTH, height=20, title=title)
