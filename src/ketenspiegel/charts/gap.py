"""Per theme an arrow from the mean now, an open dot, to the mean wanted, a filled one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, block, down, scale_numbers, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

MARGIN = 9
OPEN, FILLED = 8, 5
HEAD = 6
COLOUR = ROLE_COLOURS[0]

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw a line per theme, below each other on one scale."""
    rows = [row for row in view.rows if row["now"] is not None or row["wanted"] is not None]
    if not rows:
        return nothing_to_draw(view.summary, view.summary)
    words, dots, top = _key(rows[0])
    titles: Rows = []
    arrows: Rows = []
    y = top
    for row in rows:
        text, high = block(row["theme"], 42)
        titles.append({"x": 0, "y": y, "text": text})
        words.append({"x": 0, "y": y + high + 1, "text": _numbers(row, view)})
        y += high + LINE + 14
        dots += _dots(row, y)
        arrows += _arrow(row, y)
        y += 24
    tables = Tables()
    layers = [
        *_scale(rows, [row["y"] for row in dots[2:]], y, tables),
        texts(tables.add(titles), fontWeight="bold", fontSize=13),
        texts(tables.add(words)),
        *_marks(arrows, dots, y + LINE, tables),
    ]
    return finish(tables.give(alt.layer(*layers, width=WIDTH, height=y + LINE)), view.summary)


def _x(value: float, row: Row) -> float:
    return MARGIN + float((WIDTH - 2 * MARGIN) * (value - 1) / (row["highest"] - 1))


def _numbers(row: Row, view: View) -> str:
    say = translator(view.language)
    return say("nu {now}, gewenst {wanted}").format(now=row["now_text"], wanted=row["wanted_text"])


def _key(row: Row) -> tuple[Rows, Rows, int]:
    """Tell which dot is which, above the lines."""
    words: Rows = []
    dots: Rows = []
    y = 0
    for kind in ("now", "wanted"):
        text, high = block(row[f"{kind}_name"], 42)
        dots.append({"x": MARGIN, "y": y + 6, "kind": kind})
        words.append({"x": 2 * MARGIN + 6, "y": y, "text": text})
        y += high + 6
    return words, dots, y + 12


def _dots(row: Row, y: float) -> Rows:
    return [{"x": _x(row[kind], row), "y": y, "kind": kind} for kind in ("now", "wanted") if row[kind] is not None]


def _arrow(row: Row, y: float) -> Rows:
    """Draw no arrow where the dots lie against each other."""
    if row["difference"] is None:
        return []
    start, end = _x(row["now"], row), _x(row["wanted"], row)
    way = 1 if end > start else -1
    if abs(end - start) < OPEN + FILLED + HEAD:
        return []
    tip = end - way * (FILLED + HEAD / 2)
    return [{"x": start + way * OPEN, "x2": tip, "y": y, "tip": tip, "angle": 90 * way}]


def _scale(rows: Sequence[Row], places: Sequence[float], y: int, tables: Tables) -> list[alt.Chart]:
    """Draw the line from the lowest to the highest answer, with its points, behind every arrow."""
    highest = rows[0]["highest"]
    numbers = scale_numbers(highest, MARGIN, WIDTH - MARGIN, y - 8)
    lines = [{"x": MARGIN, "x2": WIDTH - MARGIN, "y": place} for place in dict.fromkeys(places)]
    marks = [{"x": each["x"], "y": line["y"] - 3, "y2": line["y"] + 3} for line in lines for each in numbers]
    place = {"x": across(), "y": down(y + LINE)}
    return [
        alt.Chart(tables.add(lines)).mark_rule(color=INK, opacity=0.3).encode(**place, x2="x2:Q"),
        alt.Chart(tables.add(marks)).mark_rule(color=INK, opacity=0.3).encode(**place, y2="y2:Q"),
        texts(tables.add(numbers), align="center"),
    ]


def _marks(arrows: Rows, dots: Rows, height: float, tables: Tables) -> list[alt.Chart]:
    place = {"x": across(), "y": down(height)}
    shafts, all_dots = alt.Chart(tables.add(arrows)), alt.Chart(tables.add(dots))
    heads = alt.Chart(tables.add({**arrow, "x": arrow["tip"]} for arrow in arrows))
    look: dict[str, Any] = {"color": COLOUR, "opacity": 1}
    return [
        shafts.mark_rule(**look, strokeWidth=2).encode(**place, x2="x2:Q"),
        heads.mark_point(**look, shape="triangle", size=70, filled=True).encode(
            **place, angle=alt.Angle("angle:Q", scale=None)
        ),
        all_dots.transform_filter("datum.kind == 'now'")
        .mark_point(**look, size=4 * (OPEN - 1) ** 2, strokeWidth=2, fillOpacity=0)
        .encode(**place),
        all_dots.transform_filter("datum.kind == 'wanted'")
        .mark_point(**look, size=4 * FILLED**2, filled=True)
        .encode(**place),
    ]
