"""Lipset's countries: which combinations count from which consistency cut-off on, and what the formula becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.lenses.study_words import listed
from ketenspiegel.methods.qca.solution import Solution, solve
from ketenspiegel.methods.qca.terms import Term, literals
from ketenspiegel.methods.qca.truth_table import CutOffs, Row, TruthTable, truth_table
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

CONDITIONS = {"DEV": "rijk", "URB": "stedelijk", "LIT": "geletterd", "IND": "industrieel", "STB": "stabiel"}
# What all surviving democracies had comes first.
IN_WORDS = ("DEV", "LIT", "STB", "URB", "IND")
# Memberships in DEV, URB, LIT, IND, STB and, last, the outcome: that democracy survived between the wars.
# Ragin, C. C. (2009). Qualitative Comparative Analysis Using Fuzzy Sets (fsQCA). In B. Rihoux and C. C. Ragin (eds.),
# Configurational Comparative Methods, 87-121. SAGE. The numbers are those of the data set LF of the R package QCA.
COUNTRIES = {
    "Oostenrijk": (0.81, 0.12, 0.99, 0.73, 0.43, 0.05),
    "België": (0.99, 0.89, 0.98, 1.0, 0.98, 0.95),
    "Tsjechoslowakije": (0.58, 0.98, 0.98, 0.9, 0.91, 0.89),
    "Estland": (0.16, 0.07, 0.98, 0.01, 0.91, 0.12),
    "Finland": (0.58, 0.03, 0.99, 0.08, 0.58, 0.77),
    "Frankrijk": (0.98, 0.03, 0.99, 0.81, 0.95, 0.95),
    "Duitsland": (0.89, 0.79, 0.99, 0.96, 0.31, 0.05),
    "Griekenland": (0.04, 0.09, 0.13, 0.36, 0.43, 0.06),
    "Hongarije": (0.07, 0.16, 0.88, 0.07, 0.13, 0.42),
    "Ierland": (0.72, 0.05, 0.98, 0.01, 0.95, 0.92),
    "Italië": (0.34, 0.1, 0.41, 0.47, 0.58, 0.05),
    "Nederland": (0.98, 1.0, 0.99, 0.94, 0.99, 0.95),
    "Polen": (0.02, 0.17, 0.59, 0.0, 0.0, 0.12),
    "Portugal": (0.01, 0.02, 0.01, 0.11, 0.01, 0.05),
    "Roemenië": (0.01, 0.03, 0.17, 0.0, 0.84, 0.21),
    "Spanje": (0.03, 0.3, 0.09, 0.21, 0.2, 0.06),
    "Zweden": (0.95, 0.13, 0.99, 0.67, 0.91, 0.95),
    "VK": (0.98, 0.99, 0.99, 1.0, 0.98, 0.95),
}
OUTCOME = {country: numbers[-1] for country, numbers in COUNTRIES.items()}
CUT_OFFS = tuple(hundredths / 100 for hundredths in range(70, 96))

# In pixels: how far the headings come down, how high a row and a bar are, and where circles, bars and the key begin.
HEAD, ROW, THICK = 80, 36, 13
FIRST, APART = 9, 19
LEFT, RIGHT = 108, 312
KEY, KEY_TOP = 140, 7

Marks = list[dict[str, Any]]


@cache
def table(cut_off: float) -> TruthTable:
    """Give the truth table at a consistency cut-off."""
    conditions = {country: numbers[:-1] for country, numbers in COUNTRIES.items()}
    return truth_table(conditions, tuple(CONDITIONS), OUTCOME, CutOffs(consistency=cut_off))


@cache
def solution(cut_off: float) -> Solution:
    """Give the shortest formulas that say nothing beyond the combinations that occur."""
    return solve(table(cut_off), "conservative")


def words(cut_off: float) -> str:
    """Say how many combinations count, what the formula is, and which surviving democracies it leaves out."""
    rows, counting = table(cut_off).rows, _counting(cut_off)
    at = f"Bij {number(cut_off, 2)}"
    missed = sorted(country for row in rows if row not in counting for country in row.cases if OUTCOME[country] > 0.5)
    if not counting:
        return (
            f"{at} telt geen enkele combinatie meer mee. Dan is er geen antwoord, al bleef de democratie in "
            f"{len(missed)} landen overeind."
        )
    verb = "telt" if len(counting) == 1 else "tellen"
    (model,) = solution(cut_off).models
    answer = "; of ".join(_adjectives(path.term) for path in model.paths)
    said = f"{at} {verb} {len(counting)} van de {len(rows)} combinaties mee. Het antwoord: {answer}."
    if not missed:
        return said
    return f"{said} {listed(missed, 'nl')} vallen erbuiten, al bleef de democratie ook daar."


def draw() -> Picture:
    """Draw a bar per combination that occurs, and the cut-off across the bars; filled is what counts."""
    tables = Tables()
    rows = sorted(table(CUT_OFFS[0]).rows, key=_consistency, reverse=True)
    tops = {row.configuration: HEAD + ROW * at for at, row in enumerate(rows)}
    bottom = HEAD + ROW * len(rows)
    total = bottom + 2 * LINE + 4
    place = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    bars = (
        alt.Chart(tables.add(_bars(tops)))
        .transform_filter(CUT_OFF.chosen())
        .mark_rect(stroke=ROLE_COLOURS[0], strokeWidth=1.5, fill=ROLE_COLOURS[0])
        .encode(**place, fillOpacity=alt.FillOpacity("counts:Q", scale=None))
    )
    line = alt.Chart(tables.add(_line(tops))).transform_filter(CUT_OFF.chosen()).mark_rect(color=INK).encode(**place)
    label = texts(tables.add(_labels()), align="center", fontWeight="bold").transform_filter(CUT_OFF.chosen())
    chart = alt.layer(
        bars,
        line,
        label,
        _circles(tables.add(_marks(tops))),
        texts(tables.add(_headings()), angle=298, baseline="middle"),
        texts(tables.add(_left(rows, tops, bottom))),
        texts(tables.add(_right(rows, tops, bottom)), align="right"),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(CUT_OFF.parameter())), ALTERNATIVE)


def _counting(cut_off: float) -> list[Row]:
    found = table(cut_off)
    return [row for row in found.rows if row.configuration in found.positive]


def _consistency(row: Row) -> float:
    return row.consistency or 0.0


def _adjectives(term: Term) -> str:
    """Put a combination in words: what there is, and then what there is not."""
    names = tuple(CONDITIONS)
    has = {names[place]: present for place, present in literals(term, len(names))}
    there = [CONDITIONS[name] for name in IN_WORDS if has.get(name) is True]
    absent = [f"niet {CONDITIONS[name]}" for name in IN_WORDS if has.get(name) is False]
    return listed([*there, *absent], "nl")


def _across(share: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * share, 1)


def _bars(tops: Mapping[int, int]) -> Marks:
    return [
        {
            "cut_off": cut_off,
            "x": LEFT,
            "x2": _across(_consistency(row)),
            "y": tops[row.configuration] + LINE + 1,
            "y2": tops[row.configuration] + LINE + 1 + THICK,
            "counts": float(row.outcome == "1"),
        }
        for cut_off in CUT_OFFS
        for row in table(cut_off).rows
    ]


def _line(tops: Mapping[int, int]) -> Marks:
    """Give the pieces of the cut-off line, which leaves the names of countries free."""
    spans = [(HEAD - 6, HEAD - 2), *((top + LINE - 2, top + LINE + THICK + 4) for top in tops.values())]
    return [
        {"cut_off": cut_off, "x": _across(cut_off) - 1, "x2": _across(cut_off) + 1, "y": y, "y2": y2}
        for cut_off in CUT_OFFS
        for y, y2 in spans
    ]


def _labels() -> Marks:
    return [
        {
            "cut_off": cut_off,
            "x": min(_across(cut_off), WIDTH - 36),
            "y": HEAD - 6 - LINE,
            "text": f"streep {number(cut_off, 2)}",
        }
        for cut_off in CUT_OFFS
    ]


def _marks(tops: Mapping[int, int]) -> Marks:
    """Give a circle per condition of every combination, and the two of the key."""
    names = tuple(CONDITIONS)
    whole = (1 << len(names)) - 1
    found: Marks = [{"x": KEY, "y": KEY_TOP, "present": 1.0}, {"x": KEY + 104, "y": KEY_TOP, "present": 0.0}]
    for configuration, top in tops.items():
        has = dict(literals(Term(whole, configuration), len(names)))
        for at, name in enumerate(IN_WORDS):
            y = top + LINE + 1 + THICK / 2
            found.append({"x": FIRST + APART * at, "y": y, "present": float(has[names.index(name)])})
    return found


def _circles(data: alt.NamedData) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_circle(size=110, stroke=INK, strokeWidth=1.5, color=INK, opacity=1)
        .encode(
            x=alt.XValue(alt.expr("datum.x")),
            y=alt.YValue(alt.expr("datum.y")),
            fillOpacity=alt.FillOpacity("present:Q", scale=None),
        )
    )
    return chart


def _headings() -> Marks:
    return [{"x": FIRST + APART * at, "y": HEAD - 7, "text": CONDITIONS[name]} for at, name in enumerate(IN_WORDS)]


def _left(rows: Sequence[Row], tops: Mapping[int, int], bottom: int) -> Marks:
    return [
        *({"x": 0, "y": tops[row.configuration], "text": ", ".join(sorted(row.cases))} for row in rows),
        {"x": KEY + 10, "y": KEY_TOP - 6, "text": "kenmerk wel"},
        {"x": KEY + 114, "y": KEY_TOP - 6, "text": "niet"},
        {"x": KEY - 6, "y": KEY_TOP + LINE, "text": f"Hoe vaak samen met{BREAK}een democratie die bleef"},
        {"x": LEFT, "y": bottom, "text": f"0{BREAK}nooit"},
    ]


def _right(rows: Sequence[Row], tops: Mapping[int, int], bottom: int) -> Marks:
    # Two digits would put 0.709 level with a line at 0.71 that it does not reach.
    return [
        *({"x": RIGHT, "y": tops[row.configuration], "text": number(_consistency(row), 3)} for row in rows),
        {"x": RIGHT, "y": bottom, "text": f"1{BREAK}altijd"},
    ]


_SHOWN: dict[Value, str] = {cut_off: number(cut_off, 2) for cut_off in CUT_OFFS}
CUT_OFF = Control("cut_off", "De streep: vanaf hier telt een combinatie mee", _SHOWN, start=0.8)
ALTERNATIVE = (
    "Negen balken, een per combinatie van kenmerken: hoe vaak die samengaat met een democratie die bleef. Een streep "
    "staat dwars over de balken. Welke balken de streep halen, staat eronder in woorden."
)

FIGURE = Figure(
    title="Waar legt u de streep? Het antwoord hangt ervan af",
    caption=(
        "Niet verzonnen: 18 landen tussen de wereldoorlogen (Ragin, 2009). Waar bleef de democratie? Elke balk is "
        "een combinatie van kenmerken; ‘stabiel’: weinig wisseling van regering. De lengte zegt hoe vaak zij "
        "samengaat met een democratie die bleef; 1 is altijd. Elk land telt mee zover het op de combinatie lijkt. "
        "Verschuif de streep: alleen combinaties die hem halen, tellen mee."
    ),
    alternative=ALTERNATIVE,
    controls=(CUT_OFF,),
    words=words,
    draw=draw,
)
