"""A field of satisfaction and importance in four quarters, a numbered point per theme, and the report mark above."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import altair as alt

from ketenspiegel.charts.labels import beside
from ketenspiegel.charts.layout import block, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.priorities import AXES
from ketenspiegel.lenses.priorities_words import IMPROVE, quadrant_names
from ketenspiegel.lenses.view import Row, View

LEFT = 44
SIDE = WIDTH - LEFT
EDGE = 5
CORNERS = {
    IMPROVE: ("left", "top"),
    "keep": ("right", "top"),
    "later": ("left", "bottom"),
    "excess": ("right", "bottom"),
}
FIRST = {"colour": ROLE_COLOURS[4], "shape": "diamond"}
OTHER = {"colour": ROLE_COLOURS[0], "shape": "circle"}

Domain = tuple[float, float]


def draw(view: View) -> Picture:
    """Draw the field, and below it the themes by number."""
    say = translator(view.language)
    rows = [row for row in view.rows if row["number"]]
    mark = view.rows[0]["mark"]
    words = "" if mark is None else say("Rapportcijfer {mark}").format(mark=decimal(mark, view.language))
    tables = Tables()
    if not rows and words:
        only = texts(tables.add([{"x": 0, "y": 0, "text": words}]), fontSize=22, fontWeight="bold")
        return finish(tables.give(alt.layer(only, width=WIDTH, height=30)), view.summary)
    if not rows:
        return nothing_to_draw(say("Nog geen antwoorden"), view.summary)
    title = alt.TitleParams(words, anchor="start", fontSize=22, offset=12)
    chart = alt.vconcat(_field(rows, view.language, tables), _list(rows, tables), spacing=12, title=title)
    return finish(tables.give(chart), view.summary)


def _field(rows: Sequence[Row], language: Language, tables: Tables) -> alt.LayerChart | alt.FacetChart:
    across, up = (_domain([row[axis] for row in rows]) for axis in AXES)
    x = alt.X("x:Q", scale=alt.Scale(domain=across, nice=False), axis=_axis(rows, AXES[0], across, language))
    y = alt.Y("y:Q", scale=alt.Scale(domain=up, nice=False, zero=False), axis=_axis(rows, AXES[1], up, language))
    points = alt.Chart(tables.add(_points(rows, across, up))).encode(x=x, y=y)
    middle = alt.Chart(tables.add([dict(zip("xy", rows[0]["middle"], strict=True))]))
    return alt.layer(
        texts(tables.add(_corners(language)), align=alt.expr("datum.side"), fontStyle="italic"),
        middle.mark_rule(strokeDash=[4, 3]).encode(x=x),
        middle.mark_rule(strokeDash=[4, 3]).encode(y=y),
        points.mark_point(size=90, filled=True, opacity=alt.expr("datum.told ? 1 : 0.3")).encode(
            color=alt.Color("colour:N", scale=None), shape=alt.Shape("shape:N", scale=None)
        ),
        points.mark_text(
            dx=alt.expr("datum.dx"),
            dy=alt.expr("datum.dy"),
            opacity=alt.expr("datum.told ? 1 : 0.65"),
            fontWeight=alt.expr("datum.told ? 'bold' : 'normal'"),
        ).encode(text="number:N"),
        width=SIDE,
        height=SIDE,
        view=alt.ViewConfig(stroke=INK, strokeOpacity=0.3),
    )


def _points(rows: Sequence[Row], across: Domain, up: Domain) -> list[Row]:
    places = [(SIDE * _part(row[AXES[0]], across), SIDE * (1 - _part(row[AXES[1]], up))) for row in rows]
    return [
        {
            "x": row[AXES[0]],
            "y": row[AXES[1]],
            "number": row["number"],
            "told": row["told"],
            "dx": right,
            "dy": low,
            **(FIRST if row["quadrant"] == IMPROVE else OTHER),
        }
        for row, (right, low) in zip(rows, beside(places, (SIDE, SIDE)), strict=True)
    ]


def _domain(values: Sequence[float]) -> Domain:
    """Leave room around the points for the names of the quarters, and never spread less than one point of the scale."""
    middle, half = (min(values) + max(values)) / 2, max(max(values) - min(values), 1) * 0.75
    return middle - half, middle + half


def _part(value: float, domain: Domain) -> float:
    return (value - domain[0]) / (domain[1] - domain[0])


def _axis(rows: Sequence[Row], axis: str, domain: Domain, language: Language) -> alt.Axis:
    """Mark whole points, and half ones where there is room, as far as answers can lie there."""
    parts = 1 if domain[1] - domain[0] > 3 else 2
    lowest, highest = max(domain[0], 1), min(domain[1], rows[0][f"{axis}_highest"])
    steps = range(ceil(parts * lowest), floor(parts * highest) + 1)
    comma = "," if language == "nl" else "."
    return alt.Axis(
        title=lines(rows[0][f"{axis}_name"], 40),
        values=[step / parts for step in steps],
        labelExpr=f"replace(format(datum.value, '.1f'), '.', '{comma}')",
        grid=False,
    )


def _corners(language: Language) -> list[Row]:
    names = quadrant_names(language)
    rows: list[Row] = []
    for quarter, (side, edge) in CORNERS.items():
        text, high = block(names[quarter], 18)
        x = EDGE if side == "left" else SIDE - EDGE
        rows.append({"x": x, "y": EDGE if edge == "top" else SIDE - high, "text": text, "side": side})
    return rows


def _list(rows: Sequence[Row], tables: Tables) -> alt.LayerChart | alt.FacetChart:
    """Write the themes by number, and which of them come first."""
    y, written = 0, []
    only_some = not all(row["told"] for row in rows)
    for row in rows:
        name = f"{row['number']}  {row['theme']}"
        text, high = block(f"{name} ({row['quadrant_text']})" if row["quadrant"] == IMPROVE else name, 44)
        weight = "bold" if only_some and row["told"] else "normal"
        written.append({"x": -LEFT, "y": y, "text": text, "weight": weight})
        y += high + 4
    return alt.layer(texts(tables.add(written), fontWeight=alt.expr("datum.weight")), width=SIDE, height=y)
