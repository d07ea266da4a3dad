"""Two stacked bars per role, the first round above the last; a role with no more than chance in it is faint."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

BAR = 11
NAMES = 150
# From unfavourable to favourable, told apart by colour-blind readers: ColorBrewer's PuOr.
# Source: https://colorbrewer2.org/#type=diverging&scheme=PuOr
LOW, MIDDLE, HIGH = ("#B35806", "#F1A340", "#FDB863"), "#B8B8B8", ("#B2ABD2", "#998EC3", "#542788")


def draw(view: View) -> Picture:
    """Draw a facet below the other; in each a pair of bars for every role."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Te weinig antwoorden voor dit beeld"), view.summary)
    tables = Tables()
    facets = list(dict.fromkeys(row["facet"] for row in view.rows))
    parts = [_facet([row for row in view.rows if row["facet"] == facet], tables, view) for facet in facets]
    return finish(tables.give(alt.vconcat(*parts, spacing=14)), view.summary)


def _facet(rows: Sequence[Row], tables: Tables, view: View) -> Picture:
    say = translator(view.language)
    roles, moments = (list(dict.fromkeys(row[name] for row in rows)) for name in ("group", "round"))
    highest = max(row["answer"] for row in rows)
    height = 2.6 * BAR * len(roles)
    place = alt.Scale(domain=[0, 2.6 * len(roles)], reverse=True, nice=False)
    values = [
        {
            **row,
            "y": 2.6 * roles.index(row["group"]) + 1.05 * moments.index(row["round"]) + 0.65,
            "ink": 1 if row["clear"] else 0.45,
        }
        for row in rows
    ]
    share = alt.Scale(domain=[0, 1], range=[NAMES, WIDTH], nice=False)
    bars = (
        alt.Chart(tables.add(values))
        .mark_bar(height=BAR)
        .encode(
            x=alt.X("share:Q", stack="zero", scale=share, axis=None),
            y=alt.Y("y:Q", scale=place, axis=None),
            color=alt.Color(
                "answer:O", scale=alt.Scale(domain=list(range(1, highest + 1)), range=_ramp(highest)), legend=None
            ),
            opacity=alt.Opacity("ink:Q", scale=None),
            order=alt.Order("answer:Q"),
            tooltip=[
                alt.Tooltip("round:N", title=say("Ronde")),
                alt.Tooltip("answer:O", title=say("Antwoord")),
                alt.Tooltip("n:Q", title=say("Aantal")),
            ],
        )
    )
    names = tables.add({"y": 2.6 * place + 0.65, "text": name} for place, name in enumerate(roles))
    times = tables.add(
        {"y": 2.6 * row + 1.05 * column + 0.65, "text": name}
        for row in range(len(roles))
        for column, name in enumerate(moments)
    )
    y = alt.Y("y:Q", scale=place, axis=None)
    left = alt.Chart(names).mark_text(align="left", x=0, color=INK, fontSize=11).encode(y=y, text="text:N")
    moment = alt.Chart(times).mark_text(align="right", x=NAMES - 5, color=INK, fontSize=10).encode(y=y, text="text:N")
    title = alt.TitleParams(lines(rows[0]["facet"], 44), anchor="start", fontWeight="normal")
    return alt.layer(bars, left, moment, width=WIDTH, height=height, title=title)


def _ramp(size: int) -> list[str]:
    """Give a colour per point of the scale: brown to grey to purple."""
    half = size // 2
    low = [LOW[min(2, 3 * i // half)] for i in range(half)]
    high = [HIGH[min(2, 3 * i // half)] for i in range(half)]
    return [*low, *([MIDDLE] if size % 2 else []), *high]
