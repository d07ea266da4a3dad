"""The number of Dutch municipalities on 1 January, year by year where a source was found, on an honest time axis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import LINE, across, down, texts
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.site.playing.figure import Control, Figure, Value

# Per year the number and where it was read. The news reports pass on Statistics Netherlands (CBS); sources can differ
# by one for old years. What was counted in lists: the codes of CBS for 2025 and the 342 rows of gemeenten-2026.csv.
COUNTS = {
    1840: (1219, "NU.nl, 2014"),
    1990: (673, "Allers en Geertsema, Mejudice"),
    1996: (626, "Reformatorisch Dagblad, 2016"),
    2000: (537, "Allers en Geertsema, Mejudice"),
    2012: (415, "Allers en Geertsema, Mejudice"),
    2014: (403, "NU.nl, 2014"),
    2015: (393, "NU.nl, 2014"),
    2016: (390, "Innolumis, 2016"),
    2017: (388, "Reformatorisch Dagblad, 2016"),
    2018: (380, "Reformatorisch Dagblad, 2018"),
    2019: (355, "Reformatorisch Dagblad, 2018"),
    2020: (355, "NU.nl, 2019"),
    2021: (352, "Nederlands Dagblad, 2021"),
    2022: (345, "Nederlands Dagblad, 2021"),
    2025: (342, "onze telling in een lijst"),
    2026: (342, "onze telling in een lijst"),
}
SINCE = {"1990": 1990, "1840": 1840}
YEARS = tuple(year for year in COUNTS if year >= 1990)
LAST = 2026
TICKS = {"1990": (1990, 2000, 2010, 2020), "1840": (1840, 1900, 1950, 2000)}
MOST = {"1990": 700, "1840": 1250}

# In pixels: where the years are, how thick a bar is, the line on which the bars stand, and how high the highest can be.
LEFT, RIGHT = 18, WIDTH - 18
THICK = {"1990": 5.0, "1840": 1.5}
GROUND, HEIGHT = 3 * LINE + 180, 180

Marks = list[dict[str, Any]]


def words(moment: int, since: str) -> str:
    """Say how many municipalities there were, how many fewer than at first, and who says so."""
    year, first = YEARS[moment], SINCE[since]
    count, source = COUNTS[year]
    said = f"Op 1 januari {year} waren er {count} gemeenten (bron: {source})."
    if year == first:
        return f"{said} Dat is het eerste jaar in dit beeld."
    began = COUNTS[first][0]
    return f"{said} Dat zijn er {began - count} minder dan in {first}: toen waren het er {began}."


def draw() -> Picture:
    """Draw a bar for every year of which the number is known; the chosen year stands out."""
    tables = Tables()
    total = GROUND + 2 * LINE + 12
    place: dict[str, Any] = {"x": across(), "x2": "x2:Q", "y": down(total), "y2": "y2:Q"}
    bars = alt.Chart(tables.add(_bars())).transform_filter(AGO.chosen())
    up_to_now = f"datum.{MOMENT.name} <= {MOMENT.name}"
    fall = _chosen(alt.Chart(tables.add(_fall())))
    at_end = alt.X("x2:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    chart = alt.layer(
        bars.mark_rect(color=ROLE_COLOURS[0], opacity=0.3).encode(**place),
        bars.transform_filter(up_to_now).mark_rect(color=ROLE_COLOURS[0]).encode(**place),
        # So thin a bar as on the long axis needs an edge to stand out.
        bars.transform_filter(MOMENT.chosen())
        .mark_rect(color=ROLE_COLOURS[4], stroke=ROLE_COLOURS[4], strokeWidth=2)
        .encode(**place),
        fall.mark_rule(opacity=0.6, strokeDash=[3, 3]).encode(x=place["x"], x2=place["x2"], y=place["y"]),
        fall.mark_rule(opacity=0.6).encode(x=at_end, y=place["y"], y2=place["y2"]),
        alt.Chart(tables.add(_axis())).transform_filter(AGO.chosen()).mark_rect(color=INK).encode(**place),
        texts(tables.add(_years()), align="center").transform_filter(AGO.chosen()),
        _chosen(texts(tables.add(_told()), align="center", fontWeight="bold", fontSize=13)),
        texts(tables.add([{"x": 0, "y": 0, "text": "Aantal gemeenten op 1 januari"}]), fontWeight="bold", fontSize=13),
        width=WIDTH,
        height=total,
    )
    return finish(tables.give(chart.add_params(MOMENT.parameter(), AGO.parameter())), ALTERNATIVE)


def _chosen(chart: alt.Chart) -> alt.Chart:
    found: alt.Chart = chart.transform_filter(MOMENT.chosen()).transform_filter(AGO.chosen())
    return found


def _along(year: int, since: str) -> float:
    return round(LEFT + (RIGHT - LEFT) * (year - SINCE[since]) / (LAST - SINCE[since]), 1)


def _top(count: int, since: str) -> float:
    return round(GROUND - HEIGHT * count / MOST[since], 1)


def _settings() -> Iterator[tuple[dict[str, Any], int, str]]:
    for moment, year in enumerate(YEARS):
        for since in SINCE:
            yield {"moment": moment, "since": since}, year, since


def _bars() -> Marks:
    """Give a bar per year for each start of the axis; the year before those of the slider has the moment -1."""
    return [
        {
            "moment": YEARS.index(year) if year in YEARS else -1,
            "since": since,
            "x": round(_along(year, since) - thick / 2, 2),
            "x2": round(_along(year, since) + thick / 2, 2),
            "y": _top(count, since),
            "y2": GROUND,
        }
        for since, thick in THICK.items()
        for year, (count, _) in COUNTS.items()
        if year >= SINCE[since]
    ]


def _fall() -> Marks:
    """Give where the line of the first number runs to, and how far it comes down above the bar of the chosen year."""
    found: Marks = []
    for setting, year, since in _settings():
        began, now = (_top(COUNTS[each][0], since) for each in (SINCE[since], year))
        # The chosen number stands on its bar; the lines leave it free.
        lowest = max(now - LINE - 4, began)
        free = 0 if lowest > began else 14
        x, x2 = _along(SINCE[since], since), _along(year, since)
        found.append({**setting, "x": x, "x2": max(x2 - free, x), "y": began, "y2": lowest})
    return found


def _told() -> Marks:
    """Give the number of the chosen year, the year below it, the first number, and how many fewer that is."""
    found: Marks = []
    for setting, year, since in _settings():
        x, (count, _) = _along(year, since), COUNTS[year]
        first, began = _along(SINCE[since], since), COUNTS[SINCE[since]][0]
        # On a long axis the bars stand close: beside its bar the number is free of those before it.
        beside = x if since == "1990" else min(x + 14, WIDTH - 14)
        cells = [(beside, _top(count, since) - LINE - 2, str(count)), (x, GROUND + LINE + 10, str(year))]
        if year > SINCE[since]:
            cells.append((first, _top(began, since) - LINE - 2, str(began)))
            at = min(max(x, first + 62), WIDTH - 42)
            cells.append((at, _top(began, since) - LINE - 5, f"{began - count} minder"))
        found += [{**setting, "x": at, "y": y, "text": text} for at, y, text in cells]
    return found


def _axis() -> Marks:
    ticks = [
        {"since": since, "x": _along(year, since) - 0.5, "x2": _along(year, since) + 0.5, "y": GROUND, "y2": GROUND + 5}
        for since, years in TICKS.items()
        for year in years
    ]
    return [*({"since": since, "x": 0, "x2": WIDTH, "y": GROUND, "y2": GROUND + 1.5} for since in SINCE), *ticks]


def _years() -> Marks:
    return [
        {"since": since, "x": _along(year, since), "y": GROUND + 8, "text": str(year)}
        for since, years in TICKS.items()
        for year in years
    ]


_MOMENTS: dict[Value, str] = {moment: str(year) for moment, year in enumerate(YEARS)}
_SINCE: dict[Value, str] = {since: f"Vanaf {year}" for since, year in SINCE.items()}
MOMENT = Control("moment", "Jaar", _MOMENTS, start=len(YEARS) - 1)
AGO = Control("since", "Hoe ver terug", _SINCE, start="1990")
ALTERNATIVE = (
    "Staven op een tijdlijn: het aantal gemeenten in Nederland, alleen in jaren waarvan wij een bron vonden. "
    "Hoeveel er in het gekozen jaar waren, staat eronder in woorden."
)

FIGURE = Figure(
    title="Steeds minder gemeenten",
    caption=(
        "Niet verzonnen: het aantal gemeenten op 1 januari. Bron: nieuwsberichten, de meeste over cijfers van het CBS, "
        "en een artikel op Mejudice; 2025 en 2026 telden wij zelf in lijsten. Een jaar zonder staaf is een jaar "
        "zonder bron, niet zonder gemeenten. Over oude jaren verschillen bronnen soms één. Schuif door de jaren."
    ),
    alternative=ALTERNATIVE,
    controls=(MOMENT, AGO),
    words=words,
    draw=draw,
)
