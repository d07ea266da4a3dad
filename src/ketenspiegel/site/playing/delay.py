"""A measure with a delay: a made-up waiting list that settles when people help at once, and swings when they do not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import altair as alt

from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.site.playing.figure import Control, Figure, Value

MONTHS = 36
AT_FIRST, WANTED = 200, 100
# One more at work for so many children too many, and the children that one helps in a month.
CHILDREN_PER_WORKER, HELPED_PER_WORKER = 20, 3
DELAYS = tuple(range(9))
MOST = 230


@cache
def waiting(delay: int) -> tuple[float, ...]:
    """Follow the waiting list month by month, from the month of the decision on.

    As many children come as the usual people help: without a measure the list stays what it is. Every month the
    number of extra people is set by how far the list is from what is wanted. They help ``delay`` months later:
    L(t + 1) = L(t) - h * (L(t - delay) - wanted) / c, with h the children that one helps in a month and c the children
    per extra person; in the first ``delay`` months L(t + 1) = L(t). Below what is wanted, fewer than usual are at work.

    Parameters
    ----------
    delay
        The months between a decision and its work, 0 or more.

    Returns
    -------
    tuple of float
        Children on the list in month 0 to the last.

    Examples
    --------
    >>> waiting(0)[:3], waiting(2)[:5]
    ((200.0, 185.0, 172.25), (200.0, 200.0, 200.0, 185.0, 170.0))
    """
    found = [float(AT_FIRST)]
    for month in range(MONTHS):
        extra = (found[month - delay] - WANTED) / CHILDREN_PER_WORKER if month >= delay else 0.0
        found.append(found[-1] - HELPED_PER_WORKER * extra)
    return tuple(found)


def first_better(delay: int) -> int:
    """Give the first month in which the list is shorter than it was."""
    return next(month for month, children in enumerate(waiting(delay)) if children < AT_FIRST)


def shortest(delay: int) -> int | None:
    """Give the month in which the list is at its shortest; None where it never gets a whole child below the goal."""
    course = waiting(delay)
    month = min(range(len(course)), key=course.__getitem__)
    return month if round(course[month]) < WANTED else None


def longest_after(delay: int) -> int | None:
    """Give the month after its shortest in which the list is longest again; None where it comes to no child too many.

    It is the last month when the list is still growing there.
    """
    start, course = shortest(delay), waiting(delay)
    if start is None:
        return None
    month = max(range(start, len(course)), key=course.__getitem__)
    return month if round(course[month]) > WANTED else None


def words(delay: int) -> str:
    """Say when it first gets better, when the list is at its shortest, and when it is long again."""
    return f"{_begin(delay)} {_end(delay)}"


def draw() -> Picture:
    """Draw the list month by month and where it turns, beside the list without a delay."""
    tables = Tables()
    months = alt.X(
        "month:Q",
        title="Maanden na uw besluit",
        scale=alt.Scale(domain=[0, MONTHS], nice=False),
        axis=alt.Axis(values=list(range(0, MONTHS + 1, 6)), grid=False),
    )
    high = alt.Y(
        "children:Q",
        title=None,
        scale=alt.Scale(domain=[0, MOST], nice=False),
        axis=alt.Axis(values=[0, 50, 100, 150, 200], grid=False, minExtent=30),
    )
    pause = (
        alt.Chart(tables.add({"delay": delay, "month": 0, "until": delay} for delay in DELAYS))
        .transform_filter(DELAY.chosen())
        .mark_rect(color=ROLE_COLOURS[1], opacity=0.28)
        .encode(x=months, x2="until:Q")
    )
    goal = alt.Chart(tables.add([{"children": WANTED}])).mark_rule(color=INK, opacity=0.6).encode(y=high)
    chart = alt.layer(
        pause,
        goal,
        *_names(tables, months, high),
        *_courses(tables, months, high),
        *_turns(tables, months, high),
        width=WIDTH - 34,
        height=240,
        title=alt.TitleParams("Kinderen op de wachtlijst", anchor="start", frame="group", fontWeight="normal"),
    )
    return finish(tables.give(chart.add_params(DELAY.parameter())), ALTERNATIVE)


def _begin(delay: int) -> str:
    if not delay:
        return f"Wie u aanneemt, helpt meteen. De lijst is al korter in maand {first_better(delay)}."
    noticed = "1 maand" if delay == 1 else f"{delay} maanden"
    return f"U merkt {noticed} niets. Pas in maand {first_better(delay)} is de lijst voor het eerst korter."


def _end(delay: int) -> str:
    course, low, high = waiting(delay), shortest(delay), longest_after(delay)
    if low is None:
        return f"Zij zakt rustig naar {WANTED} en blijft daar."
    overshot = f"Zij schiet door: in maand {low} is zij het kortst, met {course[low]:.0f} kinderen."
    if high is None:
        return f"{overshot} Daarna komt zij rustig terug op {WANTED}."
    growing = high == MONTHS and " Zij groeit dan nog."
    return f"{overshot} Daarna loopt zij op tot {course[high]:.0f} in maand {high}.{growing or ''}"


def _courses(tables: Tables, months: alt.X, high: alt.Y) -> list[alt.Chart]:
    """Draw the list at this delay over the list without one."""
    legend = alt.Legend(title=None, orient="top", symbolType="stroke", symbolStrokeWidth=3, labelLimit=170)
    colour = alt.Color("name:N", scale=alt.Scale(domain=list(_LINES), range=list(_COLOURS)), legend=legend)
    chosen = [{"delay": delay, **row} for delay in DELAYS for row in _course(delay, _LINES[0])]
    place = {"x": months, "y": high, "color": colour}
    return [
        alt.Chart(tables.add(_course(0, _LINES[1]))).mark_line(strokeWidth=2, strokeDash=[4, 4]).encode(**place),
        alt.Chart(tables.add(chosen)).transform_filter(DELAY.chosen()).mark_line(strokeWidth=3).encode(**place),
    ]


def _course(delay: int, name: str) -> list[dict[str, Any]]:
    return [
        {"month": month, "children": round(children, 2), "name": name} for month, children in enumerate(waiting(delay))
    ]


def _turns(tables: Tables, months: alt.X, high: alt.Y) -> list[alt.Chart]:
    """Mark where the list turns, with the month."""
    rows = [
        {"delay": delay, "month": month, "children": children, "text": f"maand {month}: {what}", **place}
        for delay in DELAYS
        for turn, place in _PLACES.items()
        for month in [turn(delay)]
        if month is not None
        for children in [waiting(delay)[month]]
        for what in ["korter" if turn is first_better else f"{children:.0f}"]
    ]
    here = alt.Chart(tables.add(rows)).transform_filter(DELAY.chosen()).encode(x=months, y=high)
    place: dict[str, Any] = {field: alt.expr(f"datum.{field}") for field in ("align", "dx", "dy")}
    return [
        here.mark_point(color=ROLE_COLOURS[0], filled=True, size=80, opacity=1),
        here.mark_text(color=INK, fontWeight="bold", **place).encode(text="text:N"),
    ]


def _names(tables: Tables, months: alt.X, high: alt.Y) -> list[alt.Chart]:
    goal = alt.Chart(tables.add([{"month": 0, "children": WANTED, "text": f"goed: {WANTED}"}]))
    pauses = [
        {"delay": delay, "month": 0, "children": MOST, "text": "u merkt nog niets" if delay else "u merkt het meteen"}
        for delay in DELAYS
    ]
    pause = alt.Chart(tables.add(pauses)).transform_filter(DELAY.chosen())
    place = {"x": months, "y": high, "text": "text:N"}
    look: dict[str, Any] = {"align": "left", "dx": 4, "dy": 10, "color": INK}
    return [goal.mark_text(**look).encode(**place), pause.mark_text(**look).encode(**place)]


_PLACES: dict[Callable[[int], int | None], dict[str, Any]] = {
    first_better: {"align": "left", "dx": 9, "dy": -3},
    shortest: {"align": "center", "dx": 0, "dy": 17},
    longest_after: {"align": "right", "dx": 6, "dy": -14},
}
_LINES, _COLOURS = ("met deze vertraging", "zonder vertraging"), (ROLE_COLOURS[0], POOLED_COLOUR)
_SHOWN: dict[Value, str] = {
    delay: "geen" if not delay else "1 maand" if delay == 1 else f"{delay} maanden" for delay in DELAYS
}
DELAY = Control("delay", "Vertraging: zo lang duurt het tot nieuwe mensen helpen", _SHOWN, start=6)
ALTERNATIVE = (
    "Een lijn: hoeveel kinderen er maand na maand op de wachtlijst staan, drie jaar lang. Ernaast de lijn zonder "
    "vertraging. Waar de lijst draait, staat eronder in woorden."
)

FIGURE = Figure(
    title="Sturen op wat u maanden later pas merkt",
    caption=(
        f"Een verzonnen wachtlijst van {AT_FIRST} kinderen; {WANTED} is goed. Elke maand kijkt u naar de lijst. Voor "
        f"elke {CHILDREN_PER_WORKER} kinderen te veel komt er één hulpverlener extra, die {HELPED_PER_WORKER} kinderen "
        f"per maand helpt. Bij minder dan {WANTED} gaan er hulpverleners weg. Elk besluit werkt pas na de vertraging. "
        "Verschuif die, en kijk of de lijst doorschiet."
    ),
    alternative=ALTERNATIVE,
    controls=(DELAY,),
    words=words,
    draw=draw,
)
