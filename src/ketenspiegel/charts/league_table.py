"""A bar per municipality from the first place to the last, and a bar per condition from -1 to +1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, block, down, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.view import Row, View

PLACE, NAME, LEFT, RIGHT = 18, 24, 148, 274
LETTERS = 19
THICK = 12
LIST, WITH, AGAINST = ROLE_COLOURS[0], ROLE_COLOURS[0], ROLE_COLOURS[4]

Rows = list[dict[str, Any]]


@dataclass
class _Laid:
    """All that is drawn, with its place in pixels: words to the left, to the right, in the middle, and boxes.

    ``y`` is how far down the next thing comes.
    """

    y: float = 0
    headings: Rows = field(default_factory=list)
    words: Rows = field(default_factory=list)
    own: Rows = field(default_factory=list)
    right: Rows = field(default_factory=list)
    numbers: Rows = field(default_factory=list)
    middles: Rows = field(default_factory=list)
    tracks: Rows = field(default_factory=list)
    bars: Rows = field(default_factory=list)
    zeros: Rows = field(default_factory=list)


def draw(view: View) -> Picture:
    """Draw the list, and below it what goes together with a high place."""
    places = [row for row in view.rows if row["kind"] == "place"]
    conditions = [row for row in view.rows if row["kind"] == "condition"]
    say = translator(view.language)
    if not places:
        return nothing_to_draw(say("Nog geen gemeenten"), view.summary)
    laid = _Laid()
    _lay_list(places, laid)
    if conditions:
        laid.y += 20
        _lay_conditions(conditions, laid, view.language)
    tables = Tables()
    return finish(tables.give(alt.layer(*_layers(laid, tables), width=WIDTH, height=laid.y)), view.summary)


def _lay_list(rows: Sequence[Row], laid: _Laid) -> None:
    """Put a line per municipality; bars begin at zero, so that a small difference looks small."""
    text, high = block(rows[0]["outcome"], 40)
    laid.headings.append({"x": 0, "y": 0, "text": text})
    laid.words.append({"x": 0, "y": high + 3, "text": rows[0]["order"]})
    laid.y = high + LINE + 13
    lowest, highest = min(0, *(row["value"] for row in rows)), max(0, *(row["value"] for row in rows))
    step = (RIGHT - LEFT) / (highest - lowest or 1)
    zero, top = LEFT - lowest * step, laid.y
    marked = any(row["own"] for row in rows)
    for row in rows:
        text, high = block(row["name"], LETTERS)
        middle = laid.y + high / 2 - 1
        ends = sorted((zero, zero + row["value"] * step))
        colour = POOLED_COLOUR if marked and not row["own"] else LIST
        laid.right.append({"x": PLACE, "y": laid.y, "text": str(row["place"])})
        (laid.own if row["own"] else laid.words).append({"x": NAME, "y": laid.y, "text": text})
        laid.bars.append(_box(ends[0], ends[1], middle, colour))
        laid.numbers.append({"x": WIDTH, "y": middle + 1 - LINE / 2, "text": row["text"]})
        laid.y += high + 8
    laid.zeros.append({"x": zero, "y": top - 3, "y2": laid.y - 4})


def _lay_conditions(rows: Sequence[Row], laid: _Laid, language: Language) -> None:
    say = translator(language)
    laid.headings.append({"x": 0, "y": laid.y, "text": say("Wat hangt ermee samen")})
    laid.y += 25
    half = WIDTH / 2
    for row in rows:
        text, high = block(row["name"], 40)
        laid.words.append({"x": 0, "y": laid.y, "text": text})
        laid.numbers.append({"x": WIDTH, "y": laid.y + high - LINE, "text": row["text"]})
        middle = laid.y + high + 2 + THICK / 2
        tau = row["tau"] or 0
        ends = sorted((half, half * (1 + tau)))
        laid.tracks.append(_box(0, WIDTH, middle, INK))
        laid.bars.append(_box(ends[0], ends[1], middle, WITH if tau > 0 else AGAINST))
        laid.zeros.append({"x": half, "y": middle - THICK / 2 - 2, "y2": middle + THICK / 2 + 2})
        laid.y += high + THICK + 12
    low, high_end = (
        block(words, 16)[0] for words in (say("samen met een lage plaats"), say("samen met een hoge plaats"))
    )
    laid.words.append({"x": 0, "y": laid.y - 4, "text": f"−1{BREAK}{low}"})
    laid.middles.append({"x": half, "y": laid.y - 4, "text": "0"})
    laid.right.append({"x": WIDTH, "y": laid.y - 4, "text": f"+1{BREAK}{high_end}"})
    laid.y += 3 * LINE


def _box(x: float, x2: float, middle: float, colour: str) -> dict[str, Any]:
    return {"x": x, "x2": x2, "y": middle - THICK / 2, "y2": middle + THICK / 2, "colour": colour}


def _layers(laid: _Laid, tables: Tables) -> list[alt.Chart]:
    place = {"x": across(), "y": down(laid.y)}
    ends = {"x2": "x2:Q", "y2": "y2:Q"}
    found = [
        alt.Chart(tables.add(laid.bars))
        .mark_rect(opacity=1)
        .encode(**place, **ends, fill=alt.Fill("colour:N", scale=None)),
        alt.Chart(tables.add(laid.zeros)).mark_rule(color=INK, opacity=0.5).encode(**place, y2="y2:Q"),
        texts(tables.add(laid.headings), fontWeight="bold", fontSize=13),
        texts(tables.add(laid.words)),
        texts(tables.add(laid.right), align="right"),
        texts(tables.add(laid.numbers), align="right", fontWeight="bold"),
    ]
    if laid.own:
        found.append(texts(tables.add(laid.own), fontWeight="bold"))
    if laid.tracks:
        tracks = alt.Chart(tables.add(laid.tracks)).mark_rect(color=INK, opacity=0.1).encode(**place, **ends)
        found = [tracks, *found, texts(tables.add(laid.middles), align="center")]
    return found
