"""Where a border lies decides the colour: eight made-up scores that stay, and a border that moves."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, down, texts
from ketenspiegel.charts.style import INK, LIGHTS, WIDTH, Picture, Tables, finish
from ketenspiegel.lenses.average import GREEN_FROM, ORANGE_FROM
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

SCORES = {
    "Gezamenlijk doel": 4.1,
    "Vertrouwen": 3.9,
    "Elkaar kennen": 3.7,
    "Regie": 3.5,
    "Afspraken": 3.4,
    "Informatie delen": 3.2,
    "Leren van fouten": 3.0,
    "Tijd voor gezinnen": 2.3,
}
BORDERS = tuple(tenths / 10 for tenths in range(30, 41))
COLOURS = {"red": "rood", "orange": "oranje", "green": "groen"}

# In pixels: the names of the zones, a theme, and where the scale from 1 to 5 is.
TOP, ROW = 3 * LINE + 4, 26
LEFT, RIGHT = 122, 282
BOTTOM = TOP + ROW * len(SCORES)

Marks = list[dict[str, Any]]


def colour(score: float, border: float) -> str:
    """Give the light of a score when green begins at ``border``.

    Examples
    --------
    >>> colour(3.5, 3.5), colour(3.5, 3.6), colour(2.3, 3.0)
    ('green', 'orange', 'red')
    """
    if score >= border:
        return "green"
    return "orange" if score >= ORANGE_FROM else "red"


def counts(border: float) -> dict[str, int]:
    """Count the themes of every colour, red first."""
    found = [colour(score, border) for score in SCORES.values()]
    return {name: found.count(name) for name in COLOURS}


def words(border: float) -> str:
    """Say how many themes have which colour, and that this is the border's doing."""
    now, usual = counts(border)["green"], counts(GREEN_FROM)["green"]
    said = f"Groen vanaf {number(border)}: {_counted(border)}."
    if border == GREEN_FROM:
        return f"{said} Schuif de grens: geen enkel antwoord verandert, de kleuren wel."
    if now == usual:
        return f"{said} Dat is net als bij een grens van {number(GREEN_FROM)}."
    more = f"{abs(now - usual)} {'meer' if now > usual else 'minder'}"
    return f"{said} Dat is {more} op groen dan bij {number(GREEN_FROM)}. Toch is geen enkel antwoord veranderd."


def draw() -> Picture:
    """Draw every theme as a dot on its score, over the zones of the three colours."""
    tables = Tables()
    total = BOTTOM + 2 * LINE + 4
    place: dict[str, Any] = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    paint = alt.Color("light:N", scale=alt.Scale(domain=list(LIGHTS), range=list(LIGHTS.values())), legend=None)
    zones = (
        alt.Chart(tables.add(_zones()))
        .transform_filter(BORDER.chosen())
        .mark_rect(opacity=0.25)
        .encode(**place, color=paint)
    )
    border = alt.Chart(tables.add(_border())).transform_filter(BORDER.chosen()).mark_rect(color=INK).encode(**place)
    dots = (
        alt.Chart(tables.add(_dots()))
        .transform_filter(BORDER.chosen())
        .mark_circle(size=150, stroke=INK, strokeWidth=1.5, opacity=1)
        .encode(x=alt.XValue(alt.expr("datum.x")), y=alt.YValue(alt.expr("datum.y")), color=paint)
    )
    moving = texts(tables.add(_names_of_zones()), align="center", fontWeight="bold")
    counted = texts(tables.add(_totals()), fontWeight="bold", fontSize=13)
    chart = alt.layer(
        zones,
        border,
        dots,
        moving.transform_filter(BORDER.chosen()),
        counted.transform_filter(BORDER.chosen()),
        texts(tables.add(_themes())),
        texts(tables.add(_values()), align="right", fontWeight="bold"),
        texts(tables.add(_ends()), align="center"),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(BORDER.parameter())), ALTERNATIVE)


def _counted(border: float) -> str:
    found = counts(border)
    return f"{found['green']} groen, {found['orange']} oranje en {found['red']} rood"


def _across(score: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * (score - 1) / 4, 1)


def _spans(border: float) -> dict[str, tuple[float, float]]:
    ends = (_across(1), _across(ORANGE_FROM), _across(border), _across(5))
    return dict(zip(COLOURS, pairwise(ends), strict=True))


def _zones() -> Marks:
    return [
        {"border": border, "light": light, "x": x, "x2": x2, "y": TOP, "y2": BOTTOM}
        for border in BORDERS
        for light, (x, x2) in _spans(border).items()
    ]


def _border() -> Marks:
    return [
        {"border": border, "x": _across(border) - 1, "x2": _across(border) + 1, "y": TOP - 4, "y2": BOTTOM + 4}
        for border in BORDERS
    ]


def _dots() -> Marks:
    return [
        {"border": border, "x": _across(score), "y": TOP + ROW * (at + 0.5), "light": colour(score, border)}
        for border in BORDERS
        for at, score in enumerate(SCORES.values())
    ]


def _names_of_zones() -> Marks:
    """Name the colours above the zones, and the border below them."""
    found: Marks = []
    for border in BORDERS:
        for light, (x, x2) in _spans(border).items():
            found.append({"border": border, "x": (x + x2) / 2, "y": TOP - LINE - 4, "text": COLOURS[light]})
        found.append({"border": border, "x": _across(border), "y": BOTTOM + 7, "text": number(border)})
    return found


def _totals() -> Marks:
    return [{"border": border, "x": 0, "y": 0, "text": _counted(border)} for border in BORDERS]


def _themes() -> Marks:
    return [{"x": 0, "y": TOP + ROW * at + 7, "text": name} for at, name in enumerate(SCORES)]


def _values() -> Marks:
    return [{"x": WIDTH, "y": TOP + ROW * at + 7, "text": number(score)} for at, score in enumerate(SCORES.values())]


def _ends() -> Marks:
    ends = ((1, "1"), (ORANGE_FROM, number(ORANGE_FROM)), (5, "5"))
    return [{"x": _across(at), "y": BOTTOM + 7, "text": text} for at, text in ends]


_SHOWN: dict[Value, str] = {border: f"vanaf {number(border)}" for border in BORDERS}
BORDER = Control("border", "Groen begint", _SHOWN, start=GREEN_FROM)
ALTERNATIVE = (
    "Acht stippen, een per thema, op een schaal van 1 tot 5 met een rode, een oranje en een groene zone. De grens van "
    "groen schuift. Hoeveel er welke kleur hebben, staat eronder in woorden."
)

FIGURE = Figure(
    title="Waar ligt de grens? Die bepaalt de kleur",
    caption=(
        "Acht verzonnen cijfers, van 1 tot 5. De stippen staan vast: dat zijn de antwoorden. Rood is lager dan "
        f"{number(ORANGE_FROM)}. Waar groen begint, kiest wie het rapport maakt; ons eigen stoplicht neemt "
        f"{number(GREEN_FROM)}. Verschuif die grens en tel de kleuren. Gaat het nu beter, of kijkt u anders?"
    ),
    alternative=ALTERNATIVE,
    controls=(BORDER,),
    words=words,
    draw=draw,
)
