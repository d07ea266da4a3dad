"""A bar per combination over the cut-offs at which it is in the answer, and a line at the chosen one."""

from __future__ import annotations

from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, block, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import decimal, translator
from ketenspiegel.lenses.view import View

LEFT, RIGHT = 6, WIDTH - 14
THICK, GAP, BETWEEN = 12, 3, 10
TICKS = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw per combination a bar from the lowest to the highest cut-off of every stretch that has it."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Bij geen enkele streep is er een antwoord"), view.summary)
    tables = Tables()
    names, bars, height = _laid_out(view)
    chosen = _at(view.rows[0]["chosen"], view)
    heads = [{"x": min(max(chosen, LEFT + 40), RIGHT - 40), "y": 0, "text": say("uw streep")}]
    numbers = [
        {"x": _at(tick, view), "y": height + 4, "text": decimal(tick, view.language, 2)}
        for tick in TICKS
        if tick >= view.rows[0]["lowest"]
    ]
    ends: Rows = [
        {"x": LEFT, "y": height + 4 + LINE, "text": say("los")},
        {"x": RIGHT, "y": height + 4 + LINE, "text": say("streng"), "right": True},
    ]
    total = height + 8 + 2 * LINE
    place = {"x": across(), "y": down(total), "x2": "x2:Q", "y2": "y2:Q"}
    drawn = tables.add(bars)
    line = tables.add(_line(chosen, bars, height))
    chart = alt.layer(
        alt.Chart(tables.add(_track(bars))).mark_rect(color=INK, opacity=0.12, aria=False).encode(**place),
        alt.Chart(drawn)
        .mark_rect(stroke=ROLE_COLOURS[0], strokeWidth=1)
        .encode(**place, fill=alt.Fill("colour:N", scale=None), fillOpacity=alt.FillOpacity("filled:Q", scale=None)),
        alt.Chart(line).mark_rect(color=INK, aria=False).encode(**place),
        texts(tables.add(heads), align="center", fontWeight="bold"),
        texts(tables.add(names)),
        texts(tables.add(numbers), align="center", fontSize=11),
        texts(tables.add(ends[:1])),
        texts(tables.add(ends[1:]), align="right"),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart), view.summary)


def _laid_out(view: View) -> tuple[Rows, Rows, int]:
    """Give the names of combinations and their bars, and how high all of it is."""
    names: Rows = []
    bars: Rows = []
    y = LINE + 8
    half = (RIGHT - LEFT) / (1 - view.rows[0]["lowest"]) * 0.005
    for combination in dict.fromkeys(row["combination"] for row in view.rows):
        text, high = block(combination, 46)
        names.append({"x": LEFT, "y": y, "text": text})
        y += high + GAP
        for row in view.rows:
            if row["combination"] == combination:
                x, x2 = max(LEFT, _at(row["from"], view) - half), min(RIGHT, _at(row["to"], view) + half)
                filled = 1.0 if row["always"] else 0.35
                bars.append({"x": x, "x2": x2, "y": y, "y2": y + THICK, "colour": ROLE_COLOURS[0], "filled": filled})
        y += THICK + BETWEEN
    return names, bars, y


def _line(chosen: float, bars: Rows, height: int) -> Rows:
    """Give the line at the chosen cut-off, which leaves the names of combinations free."""
    pieces = [
        (LINE + 1, LINE + 6),
        *((y - 2, y + THICK + 2) for y in {bar["y"] for bar in bars}),
        (height - 4, height + 2),
    ]
    return [{"x": chosen - 1, "x2": chosen + 1, "y": y, "y2": y2} for y, y2 in pieces]


def _track(bars: Rows) -> Rows:
    return [{**bar, "x": LEFT, "x2": RIGHT} for bar in {bar["y"]: bar for bar in bars}.values()]


def _at(cut_off: float, view: View) -> float:
    lowest = view.rows[0]["lowest"]
    return float(LEFT + (RIGHT - LEFT) * (cut_off - lowest) / (1 - lowest))
