"""What all charts share: size, type, and a colour per role that colour-blind readers can tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Any

import altair as alt

from ketenspiegel.lenses.view import Row

WIDTH = 316

Picture = alt.Chart | alt.LayerChart | alt.FacetChart | alt.VConcatChart

# Okabe and Ito's palette for colour-blind readers, without black and yellow; grey is for pooled groups.
# Source: https://jfly.uni-koeln.de/color/ (2008).
ROLE_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9")
POOLED_COLOUR = "#8A8F94"

LIGHTS = {"green": "#2E8B57", "orange": "#E08E0B", "red": "#C0392B"}

# Text and lines take the colour of the page, so that a chart follows light and dark mode.
INK = "currentColor"


class Tables:
    """The rows behind the parts of one chart, each table under a name of its own.

    Altair copies a chart several times while it is put together. Rows that only go by their name stay out of that,
    which saves half of the time, and that shows where Python runs in a browser.
    """

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {}

    def add(self, rows: Iterable[Row]) -> alt.NamedData:
        """Keep the rows; give the name to draw them by."""
        name = f"rows-{len(self._rows)}"
        self._rows[name] = [dict(row) for row in rows]
        return alt.NamedData(name)

    def give(self, chart: Picture) -> Picture:
        """Give all tables to the chart that they are for."""
        chart.datasets = self._rows
        return chart


def finish(chart: Picture, description: str) -> Picture:
    """Give a chart the look of the house, and its text alternative."""
    plain = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12}
    config: dict[str, Any] = {
        "font": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
        "background": "transparent",
        "view": {"stroke": None},
        "axis": {**plain, "domainColor": INK, "tickColor": INK, "titleFontWeight": "normal"},
        "legend": {**plain, "titleFontWeight": "normal"},
        "title": {"color": INK, "subtitleColor": INK, "fontSize": 13, "subtitleFontSize": 12},
        "text": {"color": INK, "fontSize": 12},
        "rule": {"color": INK},
    }
    chart.config, chart.description = alt.Config(**config), description
    return chart


def nothing_to_draw(words: str, description: str) -> Picture:
    """Say in the place of a chart that there is nothing to draw."""
    empty = alt.Chart(alt.Data(values=[{"text": words}]), width=WIDTH, height=40)
    return finish(empty.mark_text(align="left", x=0).encode(text="text:N"), description)


def lines(text: str, width: int = 50) -> list[str]:
    """Break a text into lines that fit the width of a chart.

    Examples
    --------
    >>> lines("Iedereen weet wie het gezin helpt", 20)
    ['Iedereen weet wie', 'het gezin helpt']
    """
    return wrap(text, width) or [""]


def shortened(text: str, letters: int) -> str:
    """Cut a text that has no room, with a mark where it was cut.

    Examples
    --------
    >>> shortened("Management van processen", 12), shortened("Regie", 12)
    ('Management …', 'Regie')
    """
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def role_colours(places: Mapping[str, int | None]) -> dict[str, str]:
    """Give every shown group its colour; a role keeps its colour in every chart.

    Parameters
    ----------
    places
        The shown groups by name, with the place of the role in the question set; None for small groups together.

    Examples
    --------
    >>> role_colours({"Inwoner": 4, "Kleine groepen samen": None})
    {'Inwoner': '#D55E00', 'Kleine groepen samen': '#8A8F94'}
    """
    return {
        name: POOLED_COLOUR if place is None else ROLE_COLOURS[place % len(ROLE_COLOURS)]
        for name, place in places.items()
    }


def by_role(rows: Iterable[Row], symbol: str) -> alt.Color:
    """Colour marks by who is behind them (``group`` and ``place`` of a row), with a legend of such symbols on top."""
    colours = role_colours({row["group"]: row["place"] for row in rows})
    legend = alt.Legend(title=None, orient="top", columns=2, symbolType=symbol, labelLimit=150)
    return alt.Color("group:N", scale=alt.Scale(domain=list(colours), range=list(colours.values())), legend=legend)
