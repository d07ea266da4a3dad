"""Two roads to one outcome: no single condition goes with it, while each combination always does. Made up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.methods.association import kendall_tau
from ketenspiegel.methods.qca.fit import sufficiency
from ketenspiegel.methods.qca.terms import Term, membership_in
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

WITH_OUTCOME, WITH_BOTH, WITH_NEITHER = 10, 5, 5
CONDITIONS = ("veel overleg", "één regisseur")
ROADS = (Term(0b11, 0b10), Term(0b11, 0b01))
COMBINATIONS = {
    ROADS[0]: "Weg 1: wel veel overleg, niet één regisseur",
    ROADS[1]: "Weg 2: niet veel overleg, wel één regisseur",
    Term(0b11, 0b11): "Allebei",
    Term(0b11, 0b00): "Geen van beide",
}
SPLITS = tuple(range(WITH_OUTCOME + 1))
# A weaker association is called next to nothing. Our own limit.
LEAST = 0.15

# In pixels: how high a combination and a condition are, and where dots and bars are.
FIRST, APART = 8, 18
COMBINATION, CONDITION, THICK = 42, 40, 14
LEFT, RIGHT = 30, WIDTH - 80
DOTS_TOP = 22
BARS_TOP = DOTS_TOP + 4 * COMBINATION + 14

Municipality = tuple[tuple[int, int], int]
Marks = list[dict[str, Any]]


def municipalities(by_road_2: int) -> list[Municipality]:
    """Give per municipality the two conditions and the outcome, when so many of those with the outcome go by road 2.

    Examples
    --------
    >>> [municipalities(3).count(each) for each in (((1, 0), 1), ((0, 1), 1), ((1, 1), 0), ((0, 0), 0))]
    [7, 3, 5, 5]
    """
    return [
        *[((1, 0), 1)] * (WITH_OUTCOME - by_road_2),
        *[((0, 1), 1)] * by_road_2,
        *[((1, 1), 0)] * WITH_BOTH,
        *[((0, 0), 0)] * WITH_NEITHER,
    ]


@cache
def associations(by_road_2: int) -> tuple[float, ...]:
    """Give how far each condition goes together with the outcome: Kendall's tau-b, which is phi between yes and no."""
    cases = municipalities(by_road_2)
    outcome = [having for _, having in cases]
    found = (kendall_tau([has[place] for has, _ in cases], outcome) for place in range(len(CONDITIONS)))
    return tuple(each.tau if each else 0.0 for each in found)


@cache
def consistencies(by_road_2: int) -> tuple[float | None, ...]:
    """Give for each combination the share of its municipalities that have the outcome; None where there are none."""
    cases = municipalities(by_road_2)
    outcome = [having for _, having in cases]
    return tuple(
        sufficiency([membership_in(term, has) for has, _ in cases], outcome).consistency for term in COMBINATIONS
    )


def words(by_road_2: int) -> str:
    """Say who goes where, what each condition seems to do on its own, and that the roads hold."""
    return f"{_who(by_road_2)} {_one_by_one(by_road_2)} {_holding(by_road_2)}"


def draw() -> Picture:
    """Draw a dot per municipality, combination by combination, and below it the association of each condition."""
    tables = Tables()
    total = BARS_TOP + 24 + 2 * CONDITION + 2 * LINE + 4
    place = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    middle = {"x": alt.XValue(alt.expr("datum.x")), "y": alt.YValue(alt.expr("datum.y"))}
    dots = (
        alt.Chart(tables.add(_dots()))
        .transform_filter(SPLIT.chosen())
        .mark_circle(size=130, stroke=ROLE_COLOURS[0], strokeWidth=1.5, color=ROLE_COLOURS[0], opacity=1)
        .encode(**middle, fillOpacity=alt.FillOpacity("having:Q", scale=None))
    )
    bars = (
        alt.Chart(tables.add(_bars())).transform_filter(SPLIT.chosen()).mark_rect(color=ROLE_COLOURS[4]).encode(**place)
    )
    results = texts(tables.add([*_shares(), *_values()]), align="right", fontWeight="bold")
    chart = alt.layer(
        bars,
        alt.Chart(tables.add(_axis())).mark_rect(color=INK).encode(**place),
        dots,
        results.transform_filter(SPLIT.chosen()),
        texts(tables.add(_headings()), fontWeight="bold", fontSize=13),
        texts(tables.add(_names())),
        texts(tables.add(_ends()), align="center"),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(SPLIT.parameter())), ALTERNATIVE)


def _who(by_road_2: int) -> str:
    by_road_1 = WITH_OUTCOME - by_road_2
    if not by_road_1 or not by_road_2:
        return f"Alle {WITH_OUTCOME} gaan langs weg {1 if by_road_1 else 2}."
    verb = "gemeente gaat" if by_road_1 == 1 else "gemeenten gaan"
    return f"{by_road_1} {verb} langs weg 1 en {by_road_2} langs weg 2."


def _one_by_one(by_road_2: int) -> str:
    found = dict(zip(CONDITIONS, associations(by_road_2), strict=True))
    strongest = max(map(abs, found.values()))
    each = " en ".join(f"{number(tau, 2, signed=True)} voor {name}" for name, tau in found.items())
    if strongest < LEAST:
        return f"Per kenmerk ziet u {'bijna niets' if strongest else 'niets'}: {each}."
    helping, hindering = sorted(found, key=lambda name: -found[name])
    return f"Per kenmerk lijkt {helping} te helpen en {hindering} juist te hinderen: {each}."


def _holding(by_road_2: int) -> str:
    always = [road for road, share in enumerate(consistencies(by_road_2)[: len(ROADS)], 1) if share == 1]
    return f"Weg {always[0]} gaat altijd op." if len(always) == 1 else "Toch gaan beide wegen altijd op."


def _by_combination(by_road_2: int) -> Iterator[tuple[int, int, float | None]]:
    """Give per combination its place, its number of municipalities and the share of them that has the outcome."""
    cases = municipalities(by_road_2)
    for at, (term, share) in enumerate(zip(COMBINATIONS, consistencies(by_road_2), strict=True)):
        yield at, round(sum(membership_in(term, has) for has, _ in cases)), share


def _dots() -> Marks:
    return [
        {
            "by_road_2": split,
            "x": FIRST + APART * place,
            "y": DOTS_TOP + COMBINATION * at + LINE + 11,
            "having": share,
        }
        for split in SPLITS
        for at, n, share in _by_combination(split)
        for place in range(n)
    ]


def _shares() -> Marks:
    return [
        {
            "by_road_2": split,
            "x": WIDTH,
            "y": DOTS_TOP + COMBINATION * at + LINE + 5,
            "text": f"{n * share:.0f} van de {n} op tijd" if share is not None else "geen gemeente",
        }
        for split in SPLITS
        for at, n, share in _by_combination(split)
    ]


def _across(tau: float) -> float:
    return round((LEFT + RIGHT) / 2 + (RIGHT - LEFT) / 2 * tau, 1)


def _bars() -> Marks:
    return [
        {"by_road_2": split, "x": _across(min(tau, 0)), "x2": _across(max(tau, 0)), "y": y, "y2": y + THICK}
        for split in SPLITS
        for at, tau in enumerate(associations(split))
        for y in [_bar_top(at)]
    ]


def _values() -> Marks:
    return [
        {"by_road_2": split, "x": WIDTH, "y": _bar_top(at) + 1, "text": number(tau, 2, signed=True)}
        for split in SPLITS
        for at, tau in enumerate(associations(split))
    ]


def _bar_top(at: int) -> int:
    return BARS_TOP + 24 + CONDITION * at + LINE + 2


def _axis() -> Marks:
    """Give the line of no association, in pieces that leave the names free, and the scale below the bars."""
    middle, bottom = _across(0), _bar_top(len(CONDITIONS) - 1) + THICK + 6
    pieces = [(_bar_top(at) - 2, _bar_top(at) + THICK + 2) for at in range(len(CONDITIONS))]
    upright = [{"x": middle - 0.75, "x2": middle + 0.75, "y": y, "y2": y2} for y, y2 in pieces]
    return [*upright, {"x": LEFT, "x2": RIGHT, "y": bottom, "y2": bottom + 1}]


def _headings() -> Marks:
    return [
        {"x": 0, "y": 0, "text": "Per combinatie: is er hulp op tijd?"},
        {"x": 0, "y": BARS_TOP, "text": "Per kenmerk: het verband met hulp op tijd"},
    ]


def _names() -> Marks:
    return [
        *({"x": 0, "y": DOTS_TOP + COMBINATION * at, "text": name} for at, name in enumerate(COMBINATIONS.values())),
        *({"x": 0, "y": _bar_top(at) - LINE - 2, "text": name} for at, name in enumerate(CONDITIONS)),
    ]


def _ends() -> Marks:
    y = _bar_top(len(CONDITIONS) - 1) + THICK + 10
    ends = ((-1, f"−1{BREAK}andersom"), (0, f"0{BREAK}geen verband"), (1, f"+1{BREAK}altijd samen"))
    return [{"x": _across(at), "y": y, "text": text} for at, text in ends]


_SHOWN: dict[Value, str] = {split: f"{split} van de {WITH_OUTCOME}" for split in SPLITS}
SPLIT = Control("by_road_2", "Hoeveel gemeenten gaan langs weg 2", _SHOWN, start=1)
ALTERNATIVE = (
    "Een stip per gemeente, combinatie voor combinatie: vol waar gezinnen op tijd hulp krijgen. Daaronder twee balken: "
    "hoe sterk elk kenmerk samengaat met hulp op tijd. De getallen staan eronder in woorden."
)

FIGURE = Figure(
    title="Twee wegen naar hetzelfde: het verband verdwijnt, de wegen blijven",
    caption=(
        "Twintig verzonnen gemeenten. In tien krijgen gezinnen op tijd hulp. Daar is óf veel overleg, óf één "
        "regisseur: dat zijn twee wegen. Met allebei is er hier geen hulp op tijd, met geen van beide ook niet. "
        "Verschuif hoeveel van de tien langs weg 2 gaan. Het verband zegt hoe sterk één kenmerk met hulp op "
        "tijd samengaat."
    ),
    alternative=ALTERNATIVE,
    controls=(SPLIT,),
    words=words,
    draw=draw,
)
