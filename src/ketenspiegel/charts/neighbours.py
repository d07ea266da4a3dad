"""Two municipalities on a strip per condition, from little to much, and the outcome set apart below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, block, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.study_words import listed
from ketenspiegel.lenses.view import Row, View

LEFT, RIGHT = 158, WIDTH - 10
LETTERS = 22
BETWEEN = 26
FIRST, SECOND = ROLE_COLOURS[0], ROLE_COLOURS[4]

Rows = list[dict[str, Any]]


@dataclass
class _Laid:
    """All that is drawn, with its place in pixels; ``y`` is how far down the next thing comes."""

    y: float = 0
    headings: Rows = field(default_factory=list)
    words: Rows = field(default_factory=list)
    bold: Rows = field(default_factory=list)
    ends: Rows = field(default_factory=list)
    strips: Rows = field(default_factory=list)
    middles: Rows = field(default_factory=list)
    gaps: Rows = field(default_factory=list)
    rules: Rows = field(default_factory=list)
    firsts: Rows = field(default_factory=list)
    seconds: Rows = field(default_factory=list)


def draw(view: View) -> Picture:
    """Draw the pairs below each other."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Geen paren om te tonen"), view.summary)
    laid = _Laid()
    for pair in dict.fromkeys(row["pair"] for row in view.rows):
        laid.y += BETWEEN if laid.y else 0
        _lay_pair([row for row in view.rows if row["pair"] == pair], laid, view.language)
    tables = Tables()
    return finish(tables.give(alt.layer(*_layers(laid, tables), width=WIDTH, height=laid.y)), view.summary)


def _lay_pair(rows: Sequence[Row], laid: _Laid, language: Language) -> None:
    say = translator(language)
    text, high = block(listed([rows[0]["first"], rows[0]["second"]], language), 40)
    laid.headings.append({"x": 0, "y": laid.y, "text": text})
    laid.y += high + 8
    _lay_legend(rows[0]["first"], rows[0]["second"], laid)
    laid.y += 4
    laid.words.append({"x": LEFT, "y": laid.y, "text": say("weinig")})
    laid.ends.append({"x": RIGHT, "y": laid.y, "text": say("veel")})
    laid.y += LINE + 6
    for row in sorted(rows, key=lambda row: bool(row["outcome"])):
        if row["outcome"]:
            laid.rules.append({"x": 0, "x2": WIDTH, "y": laid.y})
            laid.y += 10
        _lay_strip(row, laid)


def _lay_legend(first: str, second: str, laid: _Laid) -> None:
    """Say which mark is whose: beside each other when there is room."""
    beside = max(len(first), len(second)) <= LETTERS - 2
    for case, marks, x in ((first, laid.firsts, 0), (second, laid.seconds, WIDTH // 2 if beside else 0)):
        text, high = block(case, 42)
        marks.append({"x": x + 7, "y": laid.y + LINE / 2 - 1, "text": case})
        laid.words.append({"x": x + 20, "y": laid.y, "text": text})
        laid.y += 0 if beside and not x else high + 4


def _lay_strip(row: Row, laid: _Laid) -> None:
    """Put the name of a measure beside a line with two marks, in bold where the two are on different sides."""
    text, high = block(row["measure"], LETTERS)
    (laid.bold if row["differs"] else laid.words).append({"x": 0, "y": laid.y, "text": text})
    y = laid.y + high / 2
    first, second = (LEFT + (RIGHT - LEFT) * row[f"{which}_membership"] for which in ("first", "second"))
    laid.strips.append({"x": LEFT, "x2": RIGHT, "y": y})
    laid.middles.append({"x": (LEFT + RIGHT) / 2, "y": y - 6, "y2": y + 6})
    if row["differs"]:
        laid.gaps.append({"x": first, "x2": second, "y": y})
    laid.firsts.append({"x": first, "y": y, "text": row["first"]})
    laid.seconds.append({"x": second, "y": y, "text": row["second"]})
    laid.y += high + 12


def _layers(laid: _Laid, tables: Tables) -> list[alt.Chart]:
    place = {"x": across(), "y": down(laid.y)}
    tip = alt.Tooltip("text:N")
    faint: dict[str, Any] = {"color": INK, "opacity": 0.3}
    firsts, seconds = alt.Chart(tables.add(laid.firsts)), alt.Chart(tables.add(laid.seconds))
    drawn = [
        alt.Chart(tables.add(laid.strips)).mark_rule(**faint, strokeWidth=2).encode(**place, x2="x2:Q"),
        alt.Chart(tables.add(laid.middles)).mark_rule(**faint).encode(**place, y2="y2:Q"),
        alt.Chart(tables.add(laid.rules)).mark_rule(**faint).encode(**place, x2="x2:Q"),
        alt.Chart(tables.add(laid.gaps)).mark_rule(color=INK, strokeWidth=3).encode(**place, x2="x2:Q"),
        firsts.mark_point(shape="circle", size=70, filled=True, color=FIRST, opacity=1).encode(**place, tooltip=tip),
        seconds.mark_point(shape="diamond", size=150, strokeWidth=2.5, fillOpacity=0, color=SECOND, opacity=1).encode(
            **place, tooltip=tip
        ),
    ]
    written = [
        texts(tables.add(laid.headings), fontWeight="bold", fontSize=13),
        texts(tables.add(laid.words)),
        texts(tables.add(laid.bold), fontWeight="bold"),
        texts(tables.add(laid.ends), align="right"),
    ]
    return [*drawn, *written]
