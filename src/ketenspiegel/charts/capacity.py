"""A grid of roles and levels: every cell says whether the strength there is up to the task, as a 'staalkaart' does."""

from __future__ import annotations

from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, block, down, texts
from ketenspiegel.charts.style import INK, LIGHTS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

LEFT = 56
GAP = 4
HIGH = 42
BAND = 6

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw a line of cells per role, with the task before them."""
    if not any(row["light"] for row in view.rows):
        return nothing_to_draw(view.summary, view.summary)
    roles = list(dict.fromkeys(row["role"] for row in view.rows))
    levels = list(dict.fromkeys(row["level_text"] for row in view.rows))
    wide = (WIDTH - LEFT) / len(levels)
    heads, top = _heads(view, levels, wide)
    names: Rows = []
    cells: Rows = []
    y = top
    for role in roles:
        text, high = block(role, 44)
        names.append({"x": 0, "y": y, "text": text})
        y += high + 5
        own = [row for row in view.rows if row["role"] == role]
        cells += [_cell(row, LEFT + number * wide, y, wide) for number, row in enumerate(own)]
        y += HIGH + 14
    tables = Tables()
    layers = [
        texts(tables.add(heads)),
        texts(tables.add(names), fontWeight="bold", fontSize=13),
        *_boxes(tables.add(cells), y),
        *_words(tables, cells),
    ]
    return finish(tables.give(alt.layer(*layers, width=WIDTH, height=y)), view.summary)


def _heads(view: View, levels: list[str], wide: float) -> tuple[Rows, int]:
    say = translator(view.language)
    broken = [block(level, int(wide / 6.6)) for level in levels]
    high = max(high for _, high in broken)
    heads: Rows = [{"x": 0, "y": high, "text": say("Opgave")}, {"x": LEFT, "y": 0, "text": say("Kracht per niveau:")}]
    if len(levels) == 1:
        heads.pop()
    heads += [
        {"x": LEFT + number * wide, "y": LINE + high - own, "text": text} for number, (text, own) in enumerate(broken)
    ]
    return heads, LINE + high + 12


def _cell(row: Row, x: float, y: float, wide: float) -> dict[str, Any]:
    cell = {"x": x, "x2": x + wide - GAP, "y": y, "y2": y + HIGH, "band": x + BAND}
    words = {key: row[key] for key in ("light_text", "strength_text", "task_text")}
    return {**cell, **words, "colour": LIGHTS.get(row["light"])}


def _boxes(data: alt.NamedData, height: float) -> list[alt.Chart]:
    """Give the cells a tint, and at the left a band in full colour."""
    fill = alt.Fill("colour:N", scale=None)
    place = {"x": across(), "y": down(height), "y2": "y2:Q"}
    judged = alt.Chart(data).transform_filter("datum.colour !== null")
    return [
        alt.Chart(data).mark_rect(stroke=INK, strokeOpacity=0.3, fillOpacity=0).encode(**place, x2="x2:Q"),
        judged.mark_rect(fillOpacity=0.16).encode(**place, x2="x2:Q", fill=fill),
        judged.mark_rect(fillOpacity=1).encode(**place, x2="band:Q", fill=fill),
    ]


def _words(tables: Tables, cells: Rows) -> list[alt.Chart]:
    inside = [{**cell, "x": cell["band"] + 5} for cell in cells]
    numbers = [{"x": cell["x"], "y": cell["y"] + 6, "text": cell["strength_text"]} for cell in inside]
    words = [{"x": cell["x"], "y": cell["y"] + 6 + LINE, "text": cell["light_text"]} for cell in inside]
    tasks = {cell["y"]: {"x": 0, "y": cell["y"] + 6, "text": cell["task_text"]} for cell in cells}
    return [
        texts(tables.add(numbers), fontWeight="bold", fontSize=13),
        texts(tables.add(words), fontSize=11),
        texts(tables.add(tasks.values()), fontSize=13),
    ]
