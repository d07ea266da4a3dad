"""A bar per factor, split by what the maps say of it: better, the same, undecided, worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

# Okabe and Ito's blue and vermillion; between them two greys. Every part also carries its number.
COLOURS = {"good": "#0072B2", "stays": "#D3D6D9", "undecided": "#8A8F94", "bad": "#D55E00"}
# More of something is not better or worse in itself: other colours of the same palette.
RISING = {**COLOURS, "good": "#CC79A7", "bad": "#56B4E9"}
ON_COLOUR = {"#0072B2": "#ffffff"}
DARK = "#000000"
BAR, GAP, LEGEND = 20, 10, 2 * LINE + 10
SMALLEST_FOR_NUMBER = 14
LETTERS = 46


def draw(view: View) -> Picture:
    """Draw the bars of all interventions, or of one with all its factors."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Nog geen kaarten om door te rekenen"), view.summary)
    overview = bool(view.rows[0]["overview"])
    names = {
        "good": say("wordt beter") if overview else say("stijgt"),
        "stays": say("blijft gelijk"),
        "undecided": say("onbeslist"),
        "bad": say("wordt slechter") if overview else say("daalt"),
    }
    parts, words, height = _placed(view.rows, overview)
    tables = Tables()
    colours = COLOURS if overview else RISING
    key = [_key(place, colours[part], name) for place, (part, name) in enumerate(names.items())]
    numbers = [part for part in parts if part["x2"] - part["x"] >= SMALLEST_FOR_NUMBER]
    chart = alt.layer(
        _rects(tables.add([*(mark for mark, _ in key), *parts]), height),
        texts(tables.add([*(word for _, word in key), *words])),
        _numbers(tables.add(numbers)),
        width=WIDTH,
        height=height,
    )
    return finish(tables.give(chart), view.summary)


def _placed(rows: Sequence[Row], overview: bool) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """Lay out all bars below each other; give the parts, the words and the height."""
    parts: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    y = float(LEGEND)
    for intervention, group in groupby(rows, key=lambda row: row["intervention"]):
        if overview:
            title = lines(intervention, LETTERS)
            words.append({"x": 0, "y": y, "text": BREAK.join(title)})
            y += LINE * len(title) + 4
        for factor, bar in groupby(group, key=lambda row: row["factor"]):
            words.append({"x": 12 if overview else 0, "y": y, "text": factor})
            parts += _bar(list(bar), y + LINE + 1, COLOURS if overview else RISING)
            y += LINE + BAR + GAP
        y += GAP if overview else 0
    return parts, words, y


def _bar(rows: Sequence[Row], y: float, colours: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    x = 0.0
    for row in rows:
        colour = colours[row["part"]]
        wide = WIDTH * row["n"] / row["total"] if row["total"] else 0
        if row["n"]:
            yield {
                "x": x, "x2": x + wide, "y": y, "y2": y + BAR, "middle": x + wide / 2, "n": row["n"],
                "colour": colour, "ink": ON_COLOUR.get(colour, DARK),
            }  # fmt: skip
        x += wide


def _key(place: int, colour: str, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the square and the word of one part in the legend: two rows of two."""
    x, y = WIDTH / 2 * (place % 2), (LINE + 2) * (place // 2)
    square = {"x": x, "x2": x + 12, "y": y + 1, "y2": y + 13, "colour": colour}
    return square, {"x": x + 18, "y": y, "text": name}


def _rects(data: alt.NamedData, height: float) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_rect(stroke=INK, strokeWidth=0.6)
        .encode(x=across(), x2="x2:Q", y=down(height), y2="y2:Q", color=alt.Color("colour:N", scale=None))
    )
    return chart


def _numbers(data: alt.NamedData) -> alt.Chart:
    place: dict[str, Any] = {"x": alt.expr("datum.middle"), "y": alt.expr(f"datum.y + {BAR / 2}")}
    chart: alt.Chart = (
        alt.Chart(data).mark_text(**place, baseline="middle").encode(text="n:Q", color=alt.Color("ink:N", scale=None))
    )
    return chart
