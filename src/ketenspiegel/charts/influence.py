"""The shared map: factors in fixed places, and the arrows of one picture at a time; a list steps through the loops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.network import NODE_HEIGHT, NODE_WIDTH, Path, Point, around, arrow, node_label
from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

# Okabe and Ito's blue, vermillion and purple; the sign also stands beside the arrow, and the line differs.
MORE, LESS, BOTH = "#0072B2", "#D55E00", "#AA4499"
_KINDS: dict[int, tuple[str, str, list[int]]] = {
    1: ("+", MORE, [1, 0]),
    -1: ("−", LESS, [6, 3]),
    0: ("±", BOTH, [2, 2]),
}
LETTERS = 52
SELECTED = "datum.picture == picture"


def draw(view: View) -> Picture:
    """Draw the factors of the maps, and the arrows of the picture that is chosen."""
    say = translator(view.language)
    factors = [row for row in view.rows if row["what"] == "factor"]
    arrows = [row for row in view.rows if row["what"] == "arrow"]
    if not arrows:
        return nothing_to_draw(say("Nog geen gedeelde pijlen om te tekenen"), view.summary)
    pictures = list(dict.fromkeys(row["picture"] for row in arrows))
    choice = alt.param(
        name="picture", value=pictures[0], bind=alt.binding_select(options=pictures, name=say("Bekijk") + " ")
    )
    height = max(430.0, len(factors) * 44.0)
    places = dict(zip((row["factor"] for row in factors), around(len(factors), WIDTH, height), strict=True))
    total = height + 12 + LINE * max(len(lines(row["told"], LETTERS)) for row in arrows)
    drawn = [(row, arrow(places[row["source"]], places[row["target"]], WIDTH, height)) for row in arrows]
    tables = Tables()
    layers = [*_arrows(drawn, total, tables), *_nodes(factors, places, tables), _words(arrows, height, tables)]
    chart = alt.layer(*layers, width=WIDTH, height=total).add_params(choice)
    return finish(tables.give(chart), view.summary)


def _nodes(rows: Sequence[Row], places: dict[str, Point], tables: Tables) -> list[alt.Chart]:
    data = tables.add([{"x": places[row["factor"]][0], "y": places[row["factor"]][1]} for row in rows])
    middle: dict[str, Any] = {"x": alt.expr("datum.x"), "y": alt.expr("datum.y")}
    box = alt.Chart(data).mark_rect(
        **middle,
        width=NODE_WIDTH,
        height=NODE_HEIGHT,
        cornerRadius=7,
        fill=INK,
        fillOpacity=0.07,
        stroke=INK,
        aria=False,
    )
    labels = []
    for row in rows:
        x, y = places[row["factor"]]
        text = node_label(row["label"])
        labels.append({"x": x, "y": y - LINE * (text.count(BREAK) + 1) / 2 + 1, "text": text})
    return [box, texts(tables.add(labels), align="center")]


def _arrows(drawn: Sequence[tuple[Row, Path]], height: float, tables: Tables) -> list[alt.Chart]:
    most = max(row["stronger"] + row["weaker"] for row, _ in drawn)
    kinds = list(_KINDS)
    colour = alt.Color("sign:N", scale=alt.Scale(domain=kinds, range=[_KINDS[kind][1] for kind in kinds]), legend=None)
    dash = alt.StrokeDash(
        "sign:N", scale=alt.Scale(domain=kinds, range=[_KINDS[kind][2] for kind in kinds]), legend=None
    )
    tips = tables.add([{**_shown(row), "x": path.tip[0], "y": path.tip[1], "angle": path.angle} for row, path in drawn])
    marks = tables.add([_mark(row, path) for row, path in drawn if row["numbered"]])
    place: dict[str, Any] = {"x": alt.expr("datum.x"), "y": alt.expr("datum.y")}
    line = (
        alt.Chart(tables.add(_points(drawn, most)))
        .transform_filter(SELECTED)
        .mark_line()
        .encode(
            x=across(),
            y=down(height),
            detail="arrow:N",
            order="i:Q",
            color=colour,
            strokeDash=dash,
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
        )
    )
    tip = (
        alt.Chart(tips)
        .transform_filter(SELECTED)
        .mark_point(**place, shape="triangle", filled=True, size=90, opacity=1)
        .encode(color=colour, angle=alt.Angle("angle:Q", scale=None))
    )
    sign = (
        alt.Chart(marks)
        .transform_filter(SELECTED)
        .mark_text(**place, fontSize=13, fontWeight="bold", baseline="middle")
    )
    return [line, tip, sign.encode(text="text:N", color=colour)]


def _points(drawn: Sequence[tuple[Row, Path]], most: int) -> list[dict[str, Any]]:
    return [
        {
            **_shown(row),
            "arrow": f"{row['picture']} {row['source']} {row['target']}",
            "i": i,
            "x": round(x, 1),
            "y": round(y, 1),
            "width": 1 + 3.5 * (row["stronger"] + row["weaker"]) / most,
        }
        for row, path in drawn
        for i, (x, y) in enumerate(path.points)
    ]


def _mark(row: Row, path: Path) -> dict[str, Any]:
    """Write the sign and how many drew it beside an arrow; of a contested one both numbers."""
    x, y = path.beside
    n = f"+{row['stronger']} −{row['weaker']}" if row["sign"] == 0 else f"{_KINDS[row['sign']][0]}{_most(row)}"
    return {**_shown(row), "x": x, "y": y, "text": n}


def _most(row: Row) -> int:
    return int(max(row["stronger"], row["weaker"]))


def _shown(row: Row) -> dict[str, Any]:
    return {"picture": row["picture"], "sign": row["sign"]}


def _words(rows: Sequence[Row], height: float, tables: Tables) -> alt.Chart:
    told = {row["picture"]: row["told"] for row in rows}
    data = tables.add(
        [
            {"picture": picture, "x": 0, "y": height + 8, "text": BREAK.join(lines(words, LETTERS))}
            for picture, words in told.items()
        ]
    )
    return texts(data).transform_filter(SELECTED)
