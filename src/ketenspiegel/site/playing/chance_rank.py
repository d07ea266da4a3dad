"""A league table of chance: twelve made-up municipalities that are equally good, and the places that chance gives."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.lenses.study_words import listed
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

MUNICIPALITIES = (
    "Berkmeer",
    "Duinhove",
    "Eikendal",
    "Heidewijk",
    "Kerkveen",
    "Lindehof",
    "Merelbos",
    "Noordhaven",
    "Rietplas",
    "Varenoord",
    "Wilgenhaven",
    "Zonnebeek",
)
# How likely a resident of any of the municipalities is to give a mark, in twentieths.
MARKS = {4: 1, 5: 2, 6: 4, 7: 6, 8: 4, 9: 2, 10: 1}
TRUE_MEAN = 7.0
SIZES = (5, 10, 25, 50, 100, 400)
DRAWS = ("1", "2", "3", "4", "5")

# In pixels: the headings, a municipality, and where the scale from the lowest to the highest mean is.
TOP, ROW = 3 * LINE + 2, 22
LEFT, RIGHT = 122, 270
LOWEST, HIGHEST = 5.0, 9.0
BOTTOM = TOP + ROW * len(MUNICIPALITIES)

Marks = list[dict[str, Any]]


@cache
def means(asked: int, drawing: str) -> Mapping[str, float]:
    """Give the mean mark of every municipality, in two decimals, when chance picks so many residents.

    Who asks more asks on: the first 5 are also among the first 10.

    Parameters
    ----------
    asked
        How many residents of each municipality are asked, at most 400.
    drawing
        Which of the five times that chance picks.
    """
    return {name: round(sum(_answers(name, drawing)[:asked]) / asked, 2) for name in MUNICIPALITIES}


def ranked(asked: int, drawing: str) -> list[tuple[int, str, float]]:
    """Give place, name and mean, the best first; who has the same mean has the same place."""
    found = means(asked, drawing)
    return [
        (1 + sum(other > found[name] for other in found.values()), name, found[name])
        for name in sorted(found, key=lambda name: (-found[name], name))
    ]


def followed(asked: int) -> str:
    """Name the municipality that the first drawing puts on top."""
    return ranked(asked, DRAWS[0])[0][1]


def place(name: str, asked: int, drawing: str) -> int:
    """Give the place of a municipality."""
    return next(at for at, other, _ in ranked(asked, drawing) if other == name)


def apart(asked: int, drawing: str) -> float:
    """Give how far the first and the last are apart."""
    found = means(asked, drawing).values()
    return max(found) - min(found)


def words(size: int, drawing: str) -> str:
    """Say who is on top and at the bottom though all are equal, how far apart, and where the first is another time."""
    asked = SIZES[size]
    table, name = ranked(asked, drawing), followed(asked)
    top, bottom = table[0][2], table[-1][2]
    first = [each for _, each, value in table if value == top]
    last = [each for _, each, value in table if value == bottom]
    said = (
        f"Zij zijn precies even goed. Toch {_stand(first)} bovenaan ({number(top, 2)}) en {_stand(last)} onderaan "
        f"({number(bottom, 2)}): {number(apart(asked, drawing), 2)} verschil."
    )
    if drawing == DRAWS[0]:
        others = [str(place(name, asked, other)) for other in DRAWS[1:]]
        return f"{said} In de andere trekkingen staat {name} op plaats {listed(others, 'nl')}."
    now = place(name, asked, drawing)
    if now == 1:
        return f"{said} {name} staat toevallig weer bovenaan."
    return f"{said} {name}, in trekking 1 bovenaan, staat nu op plaats {now}."


def draw() -> Picture:
    """Draw the list with a dot per municipality on its mean, and the line on which all of them belong."""
    tables = Tables()
    total = BOTTOM + 2 * LINE + 8
    spot: dict[str, Any] = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    base = alt.Chart(tables.add(_rows())).transform_filter(SIZE.chosen()).transform_filter(DRAWING.chosen())
    chart = alt.layer(
        alt.Chart(tables.add(_lines())).mark_rect(color=INK, opacity=0.6).encode(**spot),
        *_municipality(base.transform_filter("datum.followed"), ROLE_COLOURS[4], "bold"),
        *_municipality(base.transform_filter("!datum.followed"), ROLE_COLOURS[0], "normal"),
        texts(tables.add(_left_headings()), fontWeight="bold"),
        texts(tables.add([{"x": WIDTH, "y": LINE, "text": "cijfer"}]), align="right", fontWeight="bold"),
        texts(tables.add(_scale()), align="center"),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(SIZE.parameter(), DRAWING.parameter())), ALTERNATIVE)


@cache
def _answers(name: str, drawing: str) -> tuple[int, ...]:
    chance = Random(f"{name} {drawing}")
    return tuple(chance.choices(tuple(MARKS), tuple(MARKS.values()), k=SIZES[-1]))


def _stand(names: list[str]) -> str:
    return f"{'staat' if len(names) == 1 else 'staan'} {listed(names, 'nl')}"


def _municipality(base: alt.Chart, colour: str, weight: str) -> list[alt.Chart]:
    """Draw a line of the list: the dot, and the place, name and mean as text."""
    middle = {"y": alt.YValue(alt.expr("datum.y"))}
    columns: dict[str, dict[str, Any]] = {
        "place": {"align": "right", "x": 18},
        "name": {"align": "left", "x": 26},
        "mean": {"align": "right", "x": WIDTH},
    }
    look: dict[str, Any] = {"baseline": "middle", "fontWeight": weight}
    return [
        base.mark_circle(size=130, color=colour, opacity=1).encode(x=alt.XValue(alt.expr("datum.x")), **middle),
        *(base.mark_text(**look, **where).encode(text=f"{field}:N", **middle) for field, where in columns.items()),
    ]


def _across(mean: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * (mean - LOWEST) / (HIGHEST - LOWEST), 1)


def _rows() -> Marks:
    """Give for every setting a row per municipality, in the order of the list."""
    return [
        {
            "size": size,
            "drawing": drawing,
            "place": rank,
            "name": name,
            "mean": number(mean, 2),
            "x": _across(mean),
            "y": TOP + ROW * (at + 0.5),
            "followed": name == followed(asked),
        }
        for size, asked in enumerate(SIZES)
        for drawing in DRAWS
        for at, (rank, name, mean) in enumerate(ranked(asked, drawing))
    ]


def _lines() -> Marks:
    """Give the line on which all of them belong, and the scale below."""
    truth, dash = _across(TRUE_MEAN), 6
    return [
        *({"x": truth - 0.75, "x2": truth + 0.75, "y": y, "y2": y + dash / 2} for y in range(TOP - 2, BOTTOM, dash)),
        {"x": LEFT, "x2": RIGHT, "y": BOTTOM + 2, "y2": BOTTOM + 3},
    ]


def _left_headings() -> Marks:
    return [{"x": 0, "y": LINE, "text": "plaats"}]


def _scale() -> Marks:
    return [
        {"x": _across(TRUE_MEAN), "y": 0, "text": f"zo goed zijn ze{BREAK}allemaal: {number(TRUE_MEAN)}"},
        *({"x": _across(at), "y": BOTTOM + 7, "text": number(at, 0)} for at in (LOWEST, TRUE_MEAN, HIGHEST)),
    ]


_SIZES: dict[Value, str] = {size: f"{asked} inwoners" for size, asked in enumerate(SIZES)}
_DRAWS: dict[Value, str] = {drawing: f"Trekking {drawing}" for drawing in DRAWS}
SIZE = Control("size", "Gevraagd per gemeente", _SIZES, start=2)
DRAWING = Control("drawing", "Wie er toevallig gevraagd zijn", _DRAWS, start=DRAWS[0])
ALTERNATIVE = (
    "Ranglijst van twaalf gemeenten, met een stip op het gemiddelde cijfer van elke gemeente en een stippellijn bij 7, "
    "het echte cijfer van alle twaalf. Wie bovenaan en onderaan staat, staat eronder in woorden."
)

FIGURE = Figure(
    title="Twaalf gemeenten die even goed zijn, en toch een ranglijst",
    caption=(
        "Twaalf verzonnen gemeenten. Alle inwoners samen geven elke gemeente precies een 7,0. Wij vragen in elke "
        "gemeente een paar inwoners, door het toeval gekozen. Schuif hoeveel, en kies een andere trekking. Oranje en "
        "vet is wie in trekking 1 bovenaan staat. Met meer inwoners worden de verschillen klein, maar een nummer één "
        "is er altijd."
    ),
    alternative=ALTERNATIVE,
    controls=(SIZE, DRAWING),
    words=words,
    draw=draw,
)
