"""Two fields, what is seen and what is wanted; in each a cloud of dots per role."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, by_role, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.steering import KINDS
from ketenspiegel.lenses.view import Row, View

HEIGHT = 230
# Roles that stand on the same spot are drawn beside each other.
ASIDE = 0.07


def draw(view: View) -> Picture:
    """Draw a field for each part of the questions."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Te weinig antwoorden voor dit beeld"), view.summary)
    colour = by_role(view.rows, "circle")
    tables = Tables()
    parts, groups = (list(dict.fromkeys(row[name] for row in view.rows)) for name in ("part", "group"))
    fields = [_field([row for row in view.rows if row["part"] == part], groups, colour, tables, view) for part in parts]
    return finish(tables.give(alt.vconcat(*fields, spacing=20)), view.summary)


def _field(rows: Sequence[Row], groups: list[str], colour: alt.Color, tables: Tables, view: View) -> Picture:
    say = translator(view.language)
    highest = rows[0]["highest"]
    middle, scale = (1 + highest) / 2, alt.Scale(domain=[0.6, highest + 0.4], nice=False)
    axis = alt.Axis(values=[1, highest], grid=False, labels=False, ticks=False)
    x = alt.X("x:Q", scale=scale, axis=axis, title=f"{rows[0]['x_title']} →")
    y = alt.Y("y:Q", scale=scale, axis=axis, title=f"{rows[0]['y_title']} →")
    values = [{**row, **_aside(row, groups)} for row in rows]
    dots = (
        alt.Chart(tables.add(values))
        .mark_circle(opacity=0.75, stroke=INK, strokeWidth=0.5)
        .encode(
            x=x,
            y=y,
            color=colour,
            size=alt.Size("n:Q", scale=alt.Scale(domain=[0, 6], range=[30, 420]), legend=None),
            tooltip=[alt.Tooltip("group:N", title=say("Wie")), alt.Tooltip("n:Q", title=say("Aantal"))],
        )
    )
    names = tables.add(
        {"x": highest + 0.3 if own else 0.7, "y": highest + 0.25 if power else 0.75, "text": say(kind), "own": own}
        for (own, power), kind in KINDS.items()
    )
    words = [
        alt.Chart(names)
        .transform_filter(f"datum.own == {'true' if own else 'false'}")
        .mark_text(align="right" if own else "left", color=INK, fontSize=11, fontStyle="italic")
        .encode(x=x, y=y, text="text:N")
        for own in (True, False)
    ]
    lines = [
        alt.Chart(tables.add([{"x": middle, "y": middle}])).mark_rule(color=INK, opacity=0.4).encode(channel)
        for channel in (x, y)
    ]
    title = alt.TitleParams(rows[0]["part"], anchor="start")
    return alt.layer(*lines, *words, dots, width=WIDTH - 26, height=HEIGHT, title=title)


def _aside(row: Row, groups: list[str]) -> dict[str, float]:
    shift = ASIDE * (groups.index(row["group"]) - (len(groups) - 1) / 2)
    return {"x": row["x"] + shift, "y": row["y"] + shift / 2}
