"""Where people placed two Dutch parties on a scale of seven: how far they agreed about it, in published numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.methods.agreement import agreement
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

# Per cent of the respondents on every point of the scale, 1 first; those of the PvdA add up to 100.1, by rounding.
# van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity 35, 325-341,
# https://doi.org/10.1023/A:1010374114305; taken from the vignette of the R package agrmt by D. Ruedin.
PLACEMENTS = {
    "PvdA": (2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6),
    "D66": (1.6, 2.6, 8.2, 21.0, 29.3, 27.0, 10.3),
}
POINTS = 7
SPANS = (1, 2, 3, 4)
ABOUT = {"PvdA": "de PvdA", "D66": "D66"}
COLOURS = {"PvdA": ROLE_COLOURS[4], "D66": ROLE_COLOURS[2]}

# In pixels: a point of the scale, a bar on it, one per cent, the line below the bars, and the scale of agreement.
NAMES, COLUMN, THICK, PER_CENT = 46, 38, 16, 3.4
BRACKET = 3 * LINE
GROUND = BRACKET + 10 + 142
SCALE_TOP = GROUND + 5 * LINE
LEFT, RIGHT = 48, WIDTH - 48

Marks = list[dict[str, Any]]


def fullest(party: str, span: int) -> tuple[int, float]:
    """Give where so many points side by side hold most placements: the first of them, and their share in per cent.

    Examples
    --------
    >>> fullest("D66", 2)
    (5, 56.3)
    """
    shares = PLACEMENTS[party]
    held = {first + 1: round(sum(shares[first : first + span]), 1) for first in range(POINTS - span + 1)}
    first = max(held, key=lambda at: held[at])
    return first, held[first]


def agreed(party: str) -> float:
    """Give how far the placements of a party agree: van der Eijk's A."""
    return agreement(PLACEMENTS[party])


def words(span: int, party: str) -> str:
    """Say which points hold most, of this party and the other, and how far people agree about each."""
    other, (first, share) = _other(party), fullest(party, span)
    where = f"één punt: punt {first}" if span == 1 else f"{span} punten naast elkaar: {_points(first, span)}"
    agreed_most = max(PLACEMENTS, key=agreed)
    return (
        f"{party}: {number(share)} procent zit op {where}. Bij {ABOUT[other]} is dat hooguit "
        f"{number(fullest(other, span)[1])} procent. De eensgezindheid over {ABOUT[party]} is "
        f"{number(agreed(party), 2)}, over {ABOUT[other]} {number(agreed(other), 2)}. Over {ABOUT[agreed_most]} was "
        "men het meer eens, maar ook daar niet helemaal."
    )


def draw() -> Picture:
    """Draw a bar per point for the chosen party, in grey the other, and below it the agreement about both."""
    tables = Tables()
    total = SCALE_TOP + 5 * LINE + 8
    place: dict[str, Any] = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    paint = alt.Color("colour:N", scale=None, legend=None)
    bars = alt.Chart(tables.add(_bars())).mark_rect()
    others = alt.Chart(tables.add(_others())).mark_rect(color=POOLED_COLOUR, opacity=0.6)
    bracket = alt.Chart(tables.add(_bracket())).mark_rect(color=INK)
    dots = alt.Chart(tables.add(_dots())).mark_circle(size=150, opacity=1)
    chart = alt.layer(
        _chosen(bars).encode(**place, color=paint, opacity=alt.Opacity("opacity:Q", scale=None, legend=None)),
        others.transform_filter(PARTY.chosen()).encode(**place),
        _chosen(bracket).encode(**place),
        alt.Chart(tables.add(_lines())).mark_rect(color=INK).encode(**place),
        dots.transform_filter(PARTY.chosen()).encode(
            x=alt.XValue(alt.expr("datum.x")), y=alt.YValue(alt.expr("datum.y")), color=paint
        ),
        _chosen(texts(tables.add(_held()), align="center", fontWeight="bold")),
        texts(tables.add(_table(is_chosen=True)), align="right", fontWeight="bold").transform_filter(PARTY.chosen()),
        texts(tables.add(_table(is_chosen=False)), align="right").transform_filter(PARTY.chosen()),
        texts(tables.add(_fixed()), align="center"),
        texts(tables.add(_headings()), fontWeight="bold", fontSize=13),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(SPAN.parameter(), PARTY.parameter())), ALTERNATIVE)


def _points(first: int, span: int) -> str:
    return f"{first} {'en' if span == 2 else 'tot en met'} {first + span - 1}"


def _other(party: str) -> str:
    (found,) = (name for name in PLACEMENTS if name != party)
    return found


def _chosen(chart: alt.Chart) -> alt.Chart:
    found: alt.Chart = chart.transform_filter(PARTY.chosen()).transform_filter(SPAN.chosen())
    return found


def _centre(point: float) -> float:
    return NAMES + COLUMN * (point - 0.5)


def _along(agreement_: float) -> float:
    return round((LEFT + RIGHT) / 2 + (RIGHT - LEFT) / 2 * agreement_, 1)


def _bar(left: float, share: float) -> dict[str, Any]:
    return {"x": left, "x2": left + THICK, "y": round(GROUND - PER_CENT * share, 1), "y2": GROUND}


def _settings() -> Iterator[tuple[dict[str, Any], int, int, float]]:
    """Give every setting, with the first of the points that hold most, the last, and what they hold."""
    for party in PLACEMENTS:
        for span in SPANS:
            first, share = fullest(party, span)
            yield {"party": party, "span": span}, first, first + span - 1, share


def _bars() -> Marks:
    """Give the bars of the chosen party: strong where so many points hold most, pale elsewhere."""
    return [
        {
            **setting,
            "colour": COLOURS[setting["party"]],
            "opacity": 1 if first <= point <= last else 0.35,
            **_bar(_centre(point) - THICK, share),
        }
        for setting, first, last, _ in _settings()
        for point, share in enumerate(PLACEMENTS[setting["party"]], 1)
    ]


def _others() -> Marks:
    return [
        {"party": party, **_bar(_centre(point) + 1, share)}
        for party in PLACEMENTS
        for point, share in enumerate(PLACEMENTS[_other(party)], 1)
    ]


def _bracket() -> Marks:
    return [
        {**setting, "x": _centre(first - 0.5) + 2, "x2": _centre(last + 0.5) - 2, "y": BRACKET, "y2": BRACKET + 2}
        for setting, first, last, _ in _settings()
    ]


def _held() -> Marks:
    y = BRACKET - LINE - 2
    return [
        {**setting, "x": min(_centre((first + last) / 2), WIDTH - 38), "y": y, "text": f"{number(share)} procent"}
        for setting, first, last, share in _settings()
    ]


def _dots() -> Marks:
    y = SCALE_TOP + 2 * LINE + 12
    return [
        {"party": party, "x": _along(agreed(name)), "y": y, "colour": COLOURS[name] if name == party else POOLED_COLOUR}
        for party in PLACEMENTS
        for name in (_other(party), party)
    ]


def _table(is_chosen: bool) -> Marks:
    """Give the line of numbers below the bars, and the name of the party before it and at its dot."""
    found: Marks = []
    for party in PLACEMENTS:
        name = party if is_chosen else _other(party)
        y = GROUND + LINE * (2 if is_chosen else 3)
        cells = [(_centre(point) + 13, number(share)) for point, share in enumerate(PLACEMENTS[name], 1)]
        found += [{"party": party, "x": x, "y": y, "text": text} for x, text in [(NAMES - 8, name), *cells]]
    return found


def _lines() -> Marks:
    y = SCALE_TOP + 2 * LINE + 12
    return [
        {"x": NAMES, "x2": NAMES + COLUMN * POINTS, "y": GROUND, "y2": GROUND + 1.5},
        {"x": LEFT, "x2": RIGHT, "y": y - 0.5, "y2": y + 0.5},
        *({"x": _along(at) - 0.5, "x2": _along(at) + 0.5, "y": y - 5, "y2": y + 5} for at in (-1, 0, 1)),
    ]


def _fixed() -> Marks:
    y = SCALE_TOP + 2 * LINE + 21
    ends = ((-1, f"−1{BREAK}twee kampen"), (0, f"0{BREAK}gelijk verdeeld"), (1, f"1{BREAK}allen gelijk"))
    # The two parties lie too close together to write both names above their dots.
    beside = {"PvdA": 26, "D66": -20}
    return [
        *({"x": _centre(point), "y": GROUND + 6, "text": str(point)} for point in range(1, POINTS + 1)),
        *({"x": _along(at), "y": y, "text": text} for at, text in ends),
        *(
            {"x": _along(agreed(name)) + dx, "y": SCALE_TOP + LINE + 3, "text": f"{name} {number(agreed(name), 2)}"}
            for name, dx in beside.items()
        ),
    ]


def _headings() -> Marks:
    return [
        {"x": 0, "y": 0, "text": "Waar plaatste men de partij? In procenten"},
        {"x": 0, "y": SCALE_TOP, "text": "Eensgezindheid"},
    ]


_SHOWN: dict[Value, str] = {span: "1 punt" if span == 1 else f"{span} punten" for span in SPANS}
_PARTIES: dict[Value, str] = {party: party for party in PLACEMENTS}
SPAN = Control("span", "Hoeveel punten naast elkaar telt u samen", _SHOWN, start=2)
PARTY = Control("party", "Partij", _PARTIES, start="PvdA")
ALTERNATIVE = (
    "Zeven staven, een per punt van de schaal: hoeveel procent de gekozen partij daar plaatste, met in grijs de "
    "andere. Daaronder de eensgezindheid over beide partijen. De getallen staan eronder in woorden."
)

FIGURE = Figure(
    title="Eén partij, veel plaatsen: hoe eens was men het?",
    caption=(
        "Niet verzonnen: ondervraagden gaven twee partijen een plaats op een schaal van zeven (Van der Eijk, 2001, "
        "via Ruedins programma agrmt). Wat 1 en 7 betekenen, zegt agrmt niet. Kies een partij; de andere is grijs. "
        "Tel punten naast elkaar samen: hoe meer er dicht bij elkaar zit, hoe hoger meestal de eensgezindheid."
    ),
    alternative=ALTERNATIVE,
    controls=(SPAN, PARTY),
    words=words,
    draw=draw,
)
