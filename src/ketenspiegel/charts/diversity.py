"""All combinations of up to five conditions as a grid: how many municipalities have each, and where nobody is."""

from __future__ import annotations

from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, block, down, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.diversity import MOST_DRAWN
from ketenspiegel.lenses.diversity_words import letter
from ketenspiegel.lenses.study_words import amount
from ketenspiegel.lenses.view import Row, View

LEFT, GAP, TALL = 62, 3, 38
HATCH = 9
# Per state the symbol, what fills it, and the colour of its line and of the cell, with how much of that one sees.
LOOKS = {
    "1": ("circle", ROLE_COLOURS[0], ROLE_COLOURS[0], 0.18),
    "0": ("circle", "transparent", POOLED_COLOUR, 0),
    "mixed": ("diamond", ROLE_COLOURS[1], ROLE_COLOURS[1], 0.18),
}

Rows = list[dict[str, Any]]


def draw(view: View) -> Picture:
    """Draw the grid; of more conditions only how many of all combinations occur."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Geen enkele gemeente heeft een duidelijke combinatie"), view.summary)
    marks = _Marks()
    y = _share(marks, view) if len(view.rows[0]["pattern"]) > MOST_DRAWN else _grid(marks, view)
    tables = Tables()
    place = {"x": across(), "y": down(y)}
    ends = {"x2": "x2:Q", "y2": "y2:Q"}
    fill, stroke = alt.Fill("fill:N", scale=None), alt.Stroke("stroke:N", scale=None)
    chart = alt.layer(
        alt.Chart(tables.add(marks.cells))
        .mark_rect(strokeWidth=1.5)
        .encode(
            **place,
            **ends,
            fill=fill,
            stroke=stroke,
            fillOpacity=alt.FillOpacity("opacity:Q", scale=None),
            tooltip=alt.Tooltip("text:N"),
        ),
        alt.Chart(tables.add(marks.lines))
        .mark_rule()
        .encode(**place, **ends, opacity=alt.Opacity("opacity:Q", scale=None)),
        alt.Chart(tables.add(marks.symbols))
        .mark_point(opacity=1, size=110, strokeWidth=2)
        .encode(**place, fill=fill, stroke=stroke, shape=alt.Shape("shape:N", scale=None)),
        texts(tables.add(marks.headings), fontWeight="bold", fontSize=13),
        texts(tables.add(marks.words)),
        texts(tables.add(marks.numbers), fontWeight="bold", fontSize=16, baseline="middle"),
        texts(tables.add(marks.centred), align="center", baseline="middle", lineHeight=13),
        width=WIDTH,
        height=y,
    )
    return finish(tables.give(chart), view.summary)


class _Marks:
    """What is drawn, by the way it is drawn, with places in pixels."""

    def __init__(self) -> None:
        self.cells: Rows = []
        self.lines: Rows = []
        self.symbols: Rows = []
        self.headings: Rows = []
        self.words: Rows = []
        self.numbers: Rows = []
        self.centred: Rows = []

    def cell(self, x: float, y: float, wide: float, tall: float, state: str, text: str) -> None:
        """Draw the ground of a cell: coloured by how it goes there, hatched when nobody is there."""
        box = {"x": x, "y": y, "x2": x + wide, "y2": y + tall, "text": text}
        if state in LOOKS:
            _, _, colour, opacity = LOOKS[state]
            self.cells.append({**box, "fill": colour, "stroke": colour, "opacity": opacity})
            return
        self.cells.append({**box, "fill": INK, "stroke": "transparent", "opacity": 0.05})
        self.lines += [{**each, "opacity": 0.15} for each in _hatch(x, y, wide, tall)]

    def symbol(self, x: float, y: float, state: str) -> None:
        """Draw the symbol of a state."""
        shape, fill, stroke, _ = LOOKS[state]
        self.symbols.append({"x": x, "y": y, "shape": shape, "fill": fill, "stroke": stroke})


def _hatch(x: float, y: float, wide: float, tall: float) -> Rows:
    """Give slanting lines that stay within a cell."""
    found = []
    for start in range(HATCH // 2, int(wide + tall), HATCH):
        left, right = max(0.0, start - tall), min(float(start), wide)
        found.append({"x": x + left, "y": y + start - left, "x2": x + right, "y2": y + start - right})
    return found


def _grid(marks: _Marks, view: View) -> float:
    """Draw keys, heads and cells; give where they end."""
    n = len(view.rows[0]["pattern"])
    down_ = (n + 1) // 2
    y = _heads(marks, down_, n, _states(marks, _letters(marks, view), view), view)
    by_row: dict[tuple[bool, ...], list[Row]] = {}
    for row in view.rows:
        by_row.setdefault(tuple(row["pattern"][:down_]), []).append(row)
    named: bool | None = None
    for pattern, rows in by_row.items():
        if down_ > 1 and pattern[0] is not named:
            named = pattern[0]
            y += 6
            marks.headings.append({"x": 0, "y": y, "text": _much(0, named, view)})
            y += LINE + 5
        labels = list(enumerate(pattern))[1 if down_ > 1 else 0 :]
        middle = y + (TALL - LINE * len(labels)) / 2
        text = BREAK.join(_much(at, present, view) for at, present in labels)
        marks.words.append({"x": 0, "y": middle + 2, "text": text})
        wide = (WIDTH - LEFT) / len(rows)
        for at, row in enumerate(rows):
            _cell(marks, row, LEFT + wide * at, y, wide - GAP, view)
        y += TALL + GAP
    return y


def _letters(marks: _Marks, view: View) -> float:
    """Tell which letter stands for which condition; give where that ends."""
    y = 0
    for at, label in enumerate(view.rows[0]["conditions"]):
        text, high = block(label, 44)
        marks.headings.append({"x": 0, "y": y, "text": letter(at)})
        marks.words.append({"x": 18, "y": y + 1, "text": text})
        y += high + 2
    return y + 8


def _states(marks: _Marks, y: float, view: View) -> float:
    """Tell what the symbols and the hatching mean; give where that ends."""
    say = translator(view.language)
    told = {
        "1": say("gaat gepaard met {result}").format(result=view.rows[0]["result"]),
        "0": say("gaat daar niet genoeg mee gepaard"),
        "mixed": say("de ene gemeente wel, de andere niet"),
    }
    shown = {row["state"] for row in view.rows}
    for state, words in told.items():
        if state not in shown:
            continue
        text, high = block(words, 46)
        marks.symbol(7, y + 7, state)
        marks.words.append({"x": 18, "y": y + 1, "text": text})
        y += high + 3
    last = [say("Getal: zoveel gemeenten hebben deze combinatie")]
    if any(row["assumed"] for row in view.rows):
        assumption = say("Aanname: het antwoord rekent erop dat ook dit gepaard gaat met {result}")
        last.append(assumption.format(result=view.rows[0]["result"]))
    for line in last:
        text, high = block(line, 50)
        marks.words.append({"x": 0, "y": y + 1, "text": text})
        y += high + 3
    return y + 8


def _heads(marks: _Marks, first: int, n: int, y: float, view: View) -> float:
    """Write what the columns are, the first condition above the second; give where that ends."""
    for at in range(first, n):
        parts = 1 << (at - first + 1)
        wide = (WIDTH - LEFT) / parts
        for part in range(parts):
            x = LEFT + wide * part
            text = _much(at, part % 2 == 0, view)
            marks.centred.append({"x": x + (wide - GAP) / 2, "y": y + 7, "text": text})
            if at < n - 1:
                marks.lines.append({"x": x, "x2": x + wide - GAP, "y": y + LINE, "y2": y + LINE, "opacity": 0.6})
        y += LINE + 4
    return y


def _much(at: int, present: bool, view: View) -> str:
    return f"{amount(view.rows[0]['crisp'][at], present, view.language)} {letter(at)}"


def _cell(marks: _Marks, row: Row, x: float, y: float, wide: float, view: View) -> None:
    say, middle = translator(view.language), y + TALL / 2
    if row["state"] in LOOKS:
        marks.cell(x, y, wide, TALL, row["state"], ", ".join(row["cases"]))
        marks.symbol(x + wide / 2 - 11, middle, row["state"])
        marks.numbers.append({"x": x + wide / 2 + 2, "y": middle + 1, "text": str(row["n"])})
        return
    nobody = say("niemand")
    marks.cell(x, y, wide, TALL, "none", nobody)
    text = BREAK.join((nobody, say("(aanname)"))) if row["assumed"] else nobody
    marks.centred.append({"x": x + wide / 2, "y": middle - (6 if row["assumed"] else 0), "text": text})


def _share(marks: _Marks, view: View) -> float:
    """Draw how many of all combinations occur as a part of a bar."""
    say, possible, found = translator(view.language), 1 << len(view.rows[0]["pattern"]), len(view.rows)
    told = say("{found} van de {possible} combinaties komen voor").format(found=found, possible=possible)
    marks.headings.append({"x": 0, "y": 0, "text": told})
    at = WIDTH * found / possible
    marks.cell(at, 24, WIDTH - at, TALL, "none", say("niemand"))
    marks.cells.append(
        {"x": 0, "y": 24, "x2": at, "y2": 24 + TALL, "text": told, "fill": LOOKS["1"][1], "stroke": INK, "opacity": 1}
    )
    marks.words.append({"x": 0, "y": 24 + TALL + 4, "text": say("Gestreept: wat niemand heeft")})
    return 24 + TALL + LINE + 8
