"""One mean, different realities: twenty made-up answers drift apart, and their mean does not notice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.methods.agreement import agreement
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

# How many people give each answer from 1 to 5, ever further apart. At every step some move one way, as many the other.
TEAMS = (
    (0, 0, 20, 0, 0),
    (0, 2, 16, 2, 0),
    (0, 4, 12, 4, 0),
    (1, 4, 10, 4, 1),
    (2, 4, 8, 4, 2),
    (3, 4, 6, 4, 3),
    (4, 4, 4, 4, 4),
    (5, 4, 2, 4, 5),
    (6, 4, 0, 4, 6),
    (8, 2, 0, 2, 8),
    (10, 0, 0, 0, 10),
)
PEOPLE = 20

# In pixels: a column of answers, a person in it, the line below the people, and the scale of agreement.
COLUMN, PERSON, ABREAST = 63, 15, 2
GROUND = 2 * LINE + 10 * PERSON
SCALE_TOP = GROUND + 76
LEFT, RIGHT = 44, WIDTH - 44

Marks = list[dict[str, Any]]


def mean(counts: Sequence[int]) -> float:
    """Give the mean answer.

    Examples
    --------
    >>> mean((0, 0, 20, 0, 0)), mean((1, 0, 0, 0, 1))
    (3.0, 3.0)
    """
    return sum(answer * people for answer, people in enumerate(counts, 1)) / sum(counts)


def words(spread: int) -> str:
    """Say that the mean stays, who answers what, and what the agreement has become."""
    counts = TEAMS[spread]
    stays = f"Het gemiddelde {'blijft' if spread else 'is'} {number(mean(counts))}."
    agreed = number(agreement(counts), 2)
    if not spread:
        return f"{stays} Iedereen geeft een 3. De eensgezindheid is {agreed}: hoger kan niet."
    fell = f"De eensgezindheid zakte van {number(agreement(TEAMS[0]), 2)} naar {agreed}"
    return f"{stays} {_who(counts)} {fell}{': lager kan niet' if counts == TEAMS[-1] else ''}."


def draw() -> Picture:
    """Draw a dot per person on the answer given, the mean as the point of balance, and the agreement on its scale."""
    tables = Tables()
    total = SCALE_TOP + LINE * 5 + 8
    place: dict[str, Any] = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    middle = {"x": alt.XValue(alt.expr("datum.x")), "y": alt.YValue(alt.expr("datum.y"))}
    people = (
        alt.Chart(tables.add(_people()))
        .transform_filter(SPREAD.chosen())
        .mark_circle(size=130, color=ROLE_COLOURS[0], opacity=1)
        .encode(**middle)
    )
    balance = (
        alt.Chart(tables.add(_balance()))
        .transform_filter(SPREAD.chosen())
        .mark_point(shape="triangle-up", size=170, filled=True, color=ROLE_COLOURS[4], opacity=1)
        .encode(**middle)
    )
    agreed = (
        alt.Chart(tables.add(_agreed()))
        .transform_filter(SPREAD.chosen())
        .mark_circle(size=170, color=ROLE_COLOURS[0], opacity=1)
        .encode(**middle)
    )
    told = texts(tables.add(_told()), align="center", fontWeight="bold").transform_filter(SPREAD.chosen())
    chart = alt.layer(
        alt.Chart(tables.add(_lines())).mark_rect(color=INK).encode(**place),
        people,
        balance,
        agreed,
        told,
        texts(tables.add(_fixed()), align="center"),
        texts(tables.add(_headings()), fontWeight="bold", fontSize=13),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(SPREAD.parameter())), ALTERNATIVE)


def _who(counts: Sequence[int]) -> str:
    lowest, *_, highest = counts
    if counts == TEAMS[-1]:
        return f"Maar er zijn twee kampen: {lowest} mensen geven een 1, {highest} een 5, en niemand een 3."
    if lowest == counts[2]:
        return f"Toch krijgt elk antwoord evenveel mensen: {lowest} van de {PEOPLE}."
    middle = f"geven nog maar {counts[2]} van de {PEOPLE} mensen een 3" if counts[2] else "geeft niemand een 3"
    ends = f", en geven er {lowest + highest} een 1 of een 5" if lowest else ""
    return f"Toch {middle}{ends}."


def _centre(answer: float) -> float:
    return COLUMN * (answer - 0.5)


def _along(agreed: float) -> float:
    return round((LEFT + RIGHT) / 2 + (RIGHT - LEFT) / 2 * agreed, 1)


def _people() -> Marks:
    return [
        {
            "spread": spread,
            "x": _centre(answer) + PERSON * (at % ABREAST - (ABREAST - 1) / 2),
            "y": GROUND - PERSON * (at // ABREAST + 0.5) - 1,
        }
        for spread, counts in enumerate(TEAMS)
        for answer, people in enumerate(counts, 1)
        for at in range(people)
    ]


def _balance() -> Marks:
    return [
        {"spread": spread, "x": _centre(mean(counts)), "y": GROUND + LINE + 15} for spread, counts in enumerate(TEAMS)
    ]


def _agreed() -> Marks:
    y = SCALE_TOP + 2 * LINE + 12
    return [{"spread": spread, "x": _along(agreement(counts)), "y": y} for spread, counts in enumerate(TEAMS)]


def _told() -> Marks:
    """Give the numbers that go with the marks: of every column, of the mean, and of the agreement."""
    found: Marks = []
    for spread, counts in enumerate(TEAMS):
        for answer, people in enumerate(counts, 1):
            y = GROUND - PERSON * -(-people // ABREAST) - LINE - 2
            found.append({"spread": spread, "x": _centre(answer), "y": y, "text": str(people)})
        balance = f"gemiddelde {number(mean(counts))}"
        found.append({"spread": spread, "x": _centre(mean(counts)), "y": GROUND + LINE + 26, "text": balance})
        agreed = agreement(counts)
        found.append({"spread": spread, "x": _along(agreed), "y": SCALE_TOP + LINE + 3, "text": number(agreed, 2)})
    return found


def _lines() -> Marks:
    y = SCALE_TOP + 2 * LINE + 12
    ticks = [{"x": _along(at) - 0.5, "x2": _along(at) + 0.5, "y": y - 5, "y2": y + 5} for at in (-1, 0, 1)]
    return [
        {"x": 0, "x2": WIDTH, "y": GROUND, "y2": GROUND + 1.5},
        {"x": LEFT, "x2": RIGHT, "y": y - 0.5, "y2": y + 0.5},
        *ticks,
    ]


def _fixed() -> Marks:
    below = SCALE_TOP + 3 * LINE + 6
    ends = ((-1, f"−1{BREAK}twee kampen"), (0, f"0{BREAK}gelijk verdeeld"), (1, f"1{BREAK}allen gelijk"))
    return [
        *({"x": _centre(answer), "y": GROUND + 5, "text": str(answer)} for answer in range(1, 6)),
        *({"x": _along(at), "y": below, "text": text} for at, text in ends),
    ]


def _headings() -> Marks:
    return [
        {"x": 0, "y": 0, "text": "Elke stip is een mens"},
        {"x": 0, "y": SCALE_TOP, "text": "Eensgezindheid"},
    ]


_SHOWN: dict[Value, str] = {
    spread: str(spread) + {0: " (iedereen 3)", 6: " (gelijk verdeeld)", 10: " (twee kampen)"}.get(spread, "")
    for spread in range(len(TEAMS))
}
SPREAD = Control("spread", "Hoe ver de antwoorden uit elkaar gaan", _SHOWN, start=8)
ALTERNATIVE = (
    "Twintig stippen, een per mens, boven de antwoorden 1 tot en met 5. Een driehoek wijst het gemiddelde aan, dat "
    "niet beweegt. Daaronder de schaal van eensgezindheid. De getallen staan eronder in woorden."
)

FIGURE = Figure(
    title="Eén gemiddelde, heel verschillende werkelijkheden",
    caption=(
        f"Een verzonnen team van {PEOPLE} mensen antwoordt op één vraag, van 1 tot 5. De driehoek is het gemiddelde. "
        "Eensgezindheid zegt hoe dicht de antwoorden bij elkaar liggen, van −1 tot 1 (Van der Eijk, 2001). Schuif de "
        "antwoorden uit elkaar en let op de driehoek. Welk van deze teams ziet u als er alleen ‘3,0’ in het rapport "
        "staat?"
    ),
    alternative=ALTERNATIVE,
    controls=(SPREAD,),
    words=words,
    draw=draw,
)
