"""Two groups that misread each other: what one wants, what it expects of the other, and what the other wants."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.methods.coorientation import CLOSE, Coorientation, State, coorientation
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

# Five people around every answer: most give it, the others are one step beside it, as far as the scale goes.
AROUND = {1: (1, 1, 1, 1, 2), 2: (1, 2, 2, 2, 3), 3: (2, 3, 3, 3, 4), 4: (3, 4, 4, 4, 5), 5: (4, 5, 5, 5, 5)}
POINTS = len(AROUND)
OWN = 5
STATES: dict[State, str] = {
    "true consensus": "Echt eens",
    "false consensus": "Schijnbaar eens",
    "false conflict": "Schijnbaar oneens",
    "true dissensus": "Echt oneens",
}
MEANING: dict[State, str] = {
    "true consensus": "De gemeente denkt dat de aanbieder ongeveer hetzelfde wil, en dat is zo.",
    "false consensus": "De gemeente denkt dat de aanbieder ongeveer hetzelfde wil, maar dat is niet zo.",
    "false conflict": "De gemeente denkt dat de aanbieder iets anders wil, maar beide willen ongeveer hetzelfde.",
    "true dissensus": "De gemeente denkt dat de aanbieder iets anders wil, en dat is zo.",
}

# In pixels: where answer 1 is, how far answers and people are apart, a row of people, and the bars.
FIRST, APART, PERSON, ROW = 34, 62, 12, 48
HEAD = 32
BARS_TOP = HEAD + 3 * ROW + 2 * LINE + 16
WHOLE, BAR, THICK = 236, 40, 14
LIMIT = WHOLE * (1 - CLOSE / (POINTS - 1))

Rows = list[dict[str, Any]]


@cache
def reading(expected: int, real: int) -> Coorientation:
    """Compare what the municipality wants, what it expects of the provider, and what the provider wants.

    Examples
    --------
    >>> reading(2, 5).state, reading(5, 2).state
    ('false conflict', 'false consensus')
    """
    found = coorientation(AROUND[OWN], AROUND[expected], AROUND[real], POINTS, draws=0)
    if found is None:
        raise ValueError("five people of each group answered")
    return found


def steps_off(expected: int, real: int) -> float:
    """Give how many steps what is expected lies from what the other wants."""
    return _steps(reading(expected, real).accuracy.value)


def words(expected: int, real: int) -> str:
    """Name the state, say what it means, and how well the municipality reads the provider."""
    found = reading(expected, real)
    agreed, thought, right = (number(value, 2) for value in _measures(found))
    numbers = f"Eens: {agreed}. Denkt eens te zijn: {thought}. Raak: {right}."
    return f"{STATES[found.state]}. {MEANING[found.state]} {_how_well(expected, real)} {numbers}"


def draw() -> Picture:
    """Draw five people per row on the scale, the name of the state, and a bar for each of the three measures."""
    tables = Tables()
    height = BARS_TOP + 3 * BAR + LINE
    place = {"x": across(), "x2": "x2:Q", "y": down(height), "y2": "y2:Q"}
    middle = {"x": alt.XValue(alt.expr("datum.x")), "y": alt.YValue(alt.expr("datum.y"))}
    colours = {"stroke": alt.Stroke("colour:N", scale=None), "fill": alt.Fill("fill:N", scale=None)}

    def people(rows: Rows) -> alt.Chart:
        dots = alt.Chart(tables.add(rows)).mark_point(strokeWidth=2, size=95, opacity=1)
        found: alt.Chart = dots.encode(**middle, **colours)
        return found

    parts = [
        alt.Chart(tables.add(_scale())).mark_rect(color=INK, opacity=0.4).encode(**place),
        people(_people(0, OWN)),
        people([row for at in AROUND for row in _people(1, at, expected=at)]).transform_filter(EXPECTED.chosen()),
        people([row for at in AROUND for row in _people(2, at, real=at)]).transform_filter(REAL.chosen()),
        alt.Chart(tables.add(_tracks())).mark_rect(color=INK, opacity=0.12).encode(**place),
        _chosen(alt.Chart(tables.add(_bars()))).mark_rect(color=ROLE_COLOURS[2]).encode(**place),
        alt.Chart(tables.add(_limit())).mark_rect(color=INK).encode(**place),
        _chosen(texts(tables.add(_state()), fontWeight="bold", fontSize=19)),
        _chosen(texts(tables.add(_values()), align="right", fontWeight="bold")),
        texts(tables.add(_names())),
        texts(tables.add(_ends()), align="center"),
    ]
    chart = alt.layer(*parts, width=WIDTH, height=height)
    return finish(tables.give(chart.add_params(EXPECTED.parameter(), REAL.parameter())), ALTERNATIVE)


def _steps(similarity: float) -> float:
    # Without the dust of a division, so that one step is one step.
    return round((1 - similarity) * (POINTS - 1), 6)


def _how_well(expected: int, real: int) -> str:
    off = steps_off(expected, real)
    if off < CLOSE:
        return "Zij leest de aanbieder goed."
    way = "laag" if reading(expected, real).bias < 0 else "hoog"
    return f"Zij schat de aanbieder {number(off)} {'stap' if off == 1 else 'stappen'} te {way} in."


def _chosen(chart: alt.Chart) -> alt.Chart:
    both: alt.Chart = chart.transform_filter(EXPECTED.chosen()).transform_filter(REAL.chosen())
    return both


def _settings() -> list[tuple[int, int, Coorientation]]:
    return [(expected, real, reading(expected, real)) for expected in AROUND for real in AROUND]


def _bar_top(at: int) -> int:
    return BARS_TOP + BAR * at + LINE + 2


def _across(answer: int) -> int:
    return FIRST + APART * (answer - 1)


def _ground(row: int) -> int:
    return HEAD + ROW * row + LINE + 14


def _people(row: int, around: int, **setting: int) -> Rows:
    """Give a dot per person, open for what is expected; those who give the same answer are beside each other."""
    colour = ROLE_COLOURS[4 if row == 2 else 0]
    look = {"y": _ground(row), "colour": colour, "fill": "transparent" if row == 1 else colour, **setting}
    groups = [(answer, AROUND[around].count(answer)) for answer in sorted(set(AROUND[around]))]
    return [{"x": _across(answer) + PERSON * (at - (n - 1) / 2), **look} for answer, n in groups for at in range(n)]


def _measures(found: Coorientation) -> tuple[float, float, float]:
    return found.agreement.value, found.congruency.value, found.accuracy.value


def _each() -> Iterator[tuple[dict[str, Any], int, float]]:
    """Give for every setting its fields, and the place and the value of each measure."""
    for expected, real, found in _settings():
        for at, value in enumerate(_measures(found)):
            yield {"expected": expected, "real": real}, at, value


def _bars() -> Rows:
    return [
        {**setting, "x": 0, "x2": round(WHOLE * value, 1), "y": _bar_top(at), "y2": _bar_top(at) + THICK}
        for setting, at, value in _each()
    ]


def _values() -> Rows:
    return [
        {**setting, "x": WIDTH, "y": _bar_top(at), "text": f"{verdict} ({number(value, 2)})"}
        for setting, at, value in _each()
        for verdict in ["ja" if _steps(value) < CLOSE else "nee"]
    ]


def _state() -> Rows:
    return [
        {"expected": expected, "real": real, "x": 0, "y": 0, "text": STATES[found.state]}
        for expected, real, found in _settings()
    ]


def _scale() -> Rows:
    return [{"x": FIRST - 26, "x2": WIDTH - 8, "y": _ground(row) + 9, "y2": _ground(row) + 10} for row in range(3)]


def _tracks() -> Rows:
    return [{"x": 0, "x2": WHOLE, "y": _bar_top(at), "y2": _bar_top(at) + THICK} for at in range(3)]


def _limit() -> Rows:
    return [
        {"x": LIMIT - 0.75, "x2": LIMIT + 0.75, "y": _bar_top(at) - 3, "y2": _bar_top(at) + THICK + 3}
        for at in range(3)
    ]


def _names() -> Rows:
    rows = ("De gemeente zelf", "Wat de gemeente van de aanbieder verwacht", "De aanbieder zelf")
    bars = (
        "Eens? Gemeente naast aanbieder",
        "Denkt eens te zijn? Gemeente naast verwachting",
        "Raak? Verwachting naast aanbieder",
    )
    return [
        *({"x": 0, "y": HEAD + ROW * at, "text": text} for at, text in enumerate(rows)),
        *({"x": 0, "y": BARS_TOP + BAR * at, "text": text} for at, text in enumerate(bars)),
    ]


def _ends() -> Rows:
    y, said = _ground(2) + 12, {at: f"{at}{BREAK}{_WANTS[at - 1]}" for at in (1, POINTS)}
    numbers = [{"x": _across(at), "y": y, "text": said.get(at, str(at))} for at in AROUND]
    return [*numbers, {"x": LIMIT, "y": BARS_TOP + 3 * BAR - 3, "text": "voorbij de streep: ja"}]


_WANTS = ("helemaal niet", "liever niet", "maakt niet uit", "graag", "heel graag")
_SHOWN: dict[Value, str] = {answer: f"{answer}: {text}" for answer, text in enumerate(_WANTS, 1)}
EXPECTED = Control("expected", "Wat de gemeente van de aanbieder verwacht", _SHOWN, start=2)
REAL = Control("real", "Wat de aanbieder echt wil", _SHOWN, start=5)
ALTERNATIVE = (
    "Drie rijen van vijf stippen op een schaal van 1 tot 5: wat de gemeente wil, wat zij van de aanbieder verwacht, en "
    "wat de aanbieder wil. Daaronder drie balken. De stand staat eronder in woorden."
)

FIGURE = Figure(
    title="Willen zij hetzelfde, en weten zij dat?",
    caption=(
        "Vijf verzonnen mensen van een gemeente en vijf van een aanbieder. Wil men één vast gezicht voor elk gezin? "
        "De gemeente wil dat heel graag. Elke stip is een antwoord; een open stip is een verwachting. Verschuif wat "
        "de gemeente verwacht en wat de aanbieder wil. Zijn zij het eens, en weet de gemeente dat?"
    ),
    alternative=ALTERNATIVE,
    controls=(EXPECTED, REAL),
    words=words,
    draw=draw,
)
