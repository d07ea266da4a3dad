"""A stack of answers per point of the scale, coloured by who gave them, with the mean as a dashed line.

Where the mean runs through a valley, nobody stands there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import altair as alt

from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, by_role, finish, lines, nothing_to_draw
from ketenspiegel.language import decimal, translator
from ketenspiegel.lenses.view import Row, View

HEIGHT = 64
STEP = 46
ROOM = 230
GAP = 18


def draw(view: View) -> Picture:
    """Draw a small histogram per theme or item."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Te weinig antwoorden voor dit beeld"), view.summary)
    facets = list(dict.fromkeys(row["facet"] for row in view.rows))
    colour = by_role(view.rows, "square")
    tables = Tables()
    parts = [_histogram([row for row in view.rows if row["facet"] == facet], colour, view, tables) for facet in facets]
    return finish(tables.give(alt.vconcat(*parts, spacing=14)), view.summary)


def _histogram(rows: Sequence[Row], colour: alt.Color, view: View, tables: Tables) -> alt.LayerChart | alt.FacetChart:
    say = translator(view.language)
    highest, unknown = max(row["answer"] for row in rows), say("weet niet")
    apart = highest + 1.6
    values = [{**row, "x": row["answer"] or apart} for row in rows]
    axis = alt.Axis(
        values=[*range(1, highest + 1), apart],
        title=None,
        grid=False,
        labelExpr=f"datum.value > {highest} ? {json.dumps(unknown)} : datum.value",
    )
    x = alt.X("x:Q", scale=alt.Scale(domain=[0.5, apart + 0.6], nice=False), axis=axis)
    bars = (
        alt.Chart(tables.add(values))
        .mark_bar(size=min(STEP, ROOM / highest))
        .encode(
            x=x,
            y=alt.Y("n:Q", stack="zero", axis=None),
            color=colour,
            order=alt.Order("place:Q"),
            tooltip=[
                alt.Tooltip("group:N", title=say("Wie")),
                alt.Tooltip("label:N", title=say("Antwoord")),
                alt.Tooltip("n:Q", title=say("Aantal")),
            ],
        )
    )
    title = alt.TitleParams(
        lines(rows[0]["facet"], 44),
        subtitle=lines(rows[0]["note"], 48),
        anchor="start",
        frame="group",
        offset=GAP,
    )
    layers = [bars]
    if rows[0]["mean"] is not None:
        layers += _mean_line(rows[0]["mean"], x, view, tables)
    return alt.layer(*layers, width=WIDTH, height=HEIGHT, title=title)


def _mean_line(mean: float, x: alt.X, view: View, tables: Tables) -> list[alt.Chart]:
    say = translator(view.language)
    text = say("gemiddeld {mean}").format(mean=decimal(mean, view.language))
    base = alt.Chart(tables.add([{"x": mean, "text": text}])).encode(x=x)
    line = base.mark_rule(strokeDash=[4, 3], strokeWidth=2, color=INK)
    return [line, base.mark_text(y=0, dy=-8, color=INK).encode(text="text:N")]
