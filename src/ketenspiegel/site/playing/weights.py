"""Weights decide the total: one report with four marks that stay, and a total that goes from 8 to 5. Made up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

MARKS = {"bereikbaarheid": 8, "bejegening": 8, "samenwerking": 6, "wachttijd": 4}
# The weight that the slider moves is that of these two together, in percents; each of a pair weighs the same.
MOVED = ("samenwerking", "wachttijd")
SHARES = tuple(range(0, 101, 10))
EVEN = 50
POINTS = range(min(MARKS.values()), max(MARKS.values()) + 1)

# In pixels: where the bars begin, how wide all of the weight is, a row, a bar, and the scale of the total.
LEFT, WHOLE, ROW, THICK = 150, 250, 30, 18
ROWS_TOP = 24
TOTAL_TOP = ROWS_TOP + ROW * len(MARKS) + 12
SCALE_TOP, SCALE_LEFT, SCALE_RIGHT = TOTAL_TOP + 78, 20, WIDTH - 20

Rows = list[dict[str, Any]]


def weights(moved: float) -> tuple[float, ...]:
    """Give the weight of every mark, in percents, when the moved two weigh so much together.

    Examples
    --------
    >>> weights(50), weights(80)
    ((25.0, 25.0, 25.0, 25.0), (10.0, 10.0, 40.0, 40.0))
    """
    return tuple((moved if name in MOVED else 100 - moved) / 2 for name in MARKS)


def total(weighing: Sequence[float]) -> float:
    """Give the weighted mean of the marks.

    Examples
    --------
    All the same, waiting twice, and how one is treated twice:

    >>> total((1, 1, 1, 1)), total((1, 1, 1, 2)), total((1, 2, 1, 1))
    (6.5, 6.0, 6.8)
    """
    return sum(weight * mark for weight, mark in zip(weighing, MARKS.values(), strict=True)) / sum(weighing)


def words(moved: int) -> str:
    """Say what weighs how much, what the total becomes, and that no mark changed."""
    mark = f"Het rapportcijfer is een {number(total(weights(moved)))}"
    even = number(total(weights(EVEN)))
    stays = "Geen inwoner gaf een ander cijfer."
    if moved == EVEN:
        return f"Alle vier tellen even zwaar. {mark}. Ook dat is een keuze."
    if moved in (0, 100):
        who = "Alleen bereikbaarheid en bejegening tellen" if not moved else "Alleen samenwerking en wachttijd tellen"
    else:
        who = f"Samenwerking en wachttijd tellen samen voor {moved}%, bereikbaarheid en bejegening voor {100 - moved}%"
    way = "lager" if moved > EVEN else "hoger"
    return f"{who}. {mark}: {way} dan de {even} bij gelijke gewichten. {stays}"


def draw() -> Picture:
    """Draw the four marks, a bar for what each weighs, and the total on a scale from the lowest mark to the highest."""
    tables = Tables()
    height = SCALE_TOP + 2 * LINE + 14
    place = {"x": across(), "x2": "x2:Q", "y": down(height), "y2": "y2:Q"}
    bars = (
        alt.Chart(tables.add(_bars()))
        .transform_filter(MOVED_SHARE.chosen())
        .mark_rect()
        .encode(**place, color=alt.Color("colour:N", scale=None))
    )
    point = (
        alt.Chart(tables.add(_total()))
        .transform_filter(MOVED_SHARE.chosen())
        .mark_point(shape="triangle-down", size=200, filled=True, color=INK, opacity=1)
        .encode(x=alt.XValue(alt.expr("datum.x")), y=alt.YValue(SCALE_TOP - 9))
    )
    chart = alt.layer(
        bars,
        alt.Chart(tables.add(_scale())).mark_rect(color=INK).encode(**place),
        point,
        texts(tables.add(_percents())).transform_filter(MOVED_SHARE.chosen()),
        texts(tables.add(_totals()), align="center", fontWeight="bold", fontSize=26).transform_filter(
            MOVED_SHARE.chosen()
        ),
        texts(tables.add(_names())),
        texts(tables.add(_marks()), align="center", fontWeight="bold", fontSize=16),
        texts(tables.add(_headings()), fontWeight="bold", fontSize=13),
        texts(tables.add(_ends()), align="center"),
        width=WIDTH,
        height=height,
    )
    return finish(tables.give(chart.add_params(MOVED_SHARE.parameter())), ALTERNATIVE)


def _each() -> list[tuple[int, int, str, float]]:
    """Give for every setting and every mark: the setting, its place, its name and its weight."""
    return [
        (moved, at, name, weight)
        for moved in SHARES
        for at, (name, weight) in enumerate(zip(MARKS, weights(moved), strict=True))
    ]


def _bars() -> Rows:
    return [
        {
            "moved": moved,
            "x": LEFT,
            "x2": LEFT + WHOLE * weight / 100,
            "y": _top(at),
            "y2": _top(at) + THICK,
            "colour": ROLE_COLOURS[4 if name in MOVED else 0],
        }
        for moved, at, name, weight in _each()
    ]


def _percents() -> Rows:
    return [
        {"moved": moved, "x": LEFT + 6 + WHOLE * weight / 100, "y": _top(at) + 3, "text": f"{weight:.0f}%"}
        for moved, at, _, weight in _each()
    ]


def _total() -> Rows:
    return [{"moved": moved, "x": _across(total(weights(moved)))} for moved in SHARES]


def _totals() -> Rows:
    return [
        {
            "moved": moved,
            "x": _across(total(weights(moved))),
            "y": TOTAL_TOP + 30,
            "text": number(total(weights(moved))),
        }
        for moved in SHARES
    ]


def _top(at: int) -> int:
    return ROWS_TOP + ROW * at


def _across(mark: float) -> float:
    return round(SCALE_LEFT + (SCALE_RIGHT - SCALE_LEFT) * (mark - POINTS[0]) / (POINTS[-1] - POINTS[0]), 1)


def _scale() -> Rows:
    long: dict[float, int] = {**{float(mark): 8 for mark in POINTS}, total(weights(EVEN)): 24}
    ticks = [
        {"x": _across(mark) - 0.75, "x2": _across(mark) + 0.75, "y": SCALE_TOP, "y2": SCALE_TOP + size}
        for mark, size in long.items()
    ]
    return [{"x": SCALE_LEFT, "x2": SCALE_RIGHT, "y": SCALE_TOP, "y2": SCALE_TOP + 2}, *ticks]


def _names() -> Rows:
    return [{"x": 0, "y": _top(at) + 3, "text": name} for at, name in enumerate(MARKS)]


def _marks() -> Rows:
    return [{"x": 116, "y": _top(at) + 1, "text": str(mark)} for at, mark in enumerate(MARKS.values())]


def _headings() -> Rows:
    return [
        {"x": 0, "y": 0, "text": "Cijfer van inwoners"},
        {"x": LEFT, "y": 0, "text": "Hoe zwaar het telt"},
        {"x": 0, "y": TOTAL_TOP, "text": "Het rapportcijfer dat eruit komt"},
    ]


def _ends() -> Rows:
    return [
        *({"x": _across(mark), "y": SCALE_TOP + 11, "text": str(mark)} for mark in POINTS),
        {
            "x": _across(total(weights(EVEN))),
            "y": SCALE_TOP + 26,
            "text": f"{number(total(weights(EVEN)))} als alles gelijk telt",
        },
    ]


_SHOWN: dict[Value, str] = {share: f"{share}%" for share in SHARES}
MOVED_SHARE = Control("moved", "Hoe zwaar samenwerking en wachttijd samen tellen", _SHOWN, start=EVEN)
ALTERNATIVE = (
    "Vier vaste cijfers van inwoners, met een balk voor hoe zwaar elk cijfer telt. Daaronder een schaal met het "
    "rapportcijfer dat eruit komt. De getallen staan eronder in woorden."
)

FIGURE = Figure(
    title="Zelfde antwoorden, ander rapportcijfer",
    caption=(
        "Een verzonnen onderzoek in één gemeente. Inwoners gaven vier cijfers: 8, 8, 6 en 4. Die veranderen niet. "
        "Verschuif hoe zwaar samenwerking en wachttijd samen tellen; de andere twee krijgen de rest. Kijk wat het "
        "rapportcijfer doet."
    ),
    alternative=ALTERNATIVE,
    controls=(MOVED_SHARE,),
    words=words,
    draw=draw,
)
