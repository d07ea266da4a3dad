"""Two stacked bars per role, the first round above the last; a role with no more than chance in it is faint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import altair as alt

from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

BAR = 11
# The room for the two bars of a role, and where the second begins, in bars.
PAIR, SECOND = 2.6, 1.05
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
    height = PAIR * BAR * len(roles)
    place = alt.Scale(domain=[0, PAIR * len(roles)], reverse=True, nice=False)
    pieces = [piece for role in roles for moment in moments for piece in _pieces(rows, role, moment, roles, moments)]
    y = alt.Y("y:Q", scale=place, axis=None)
    bars = (
        alt.Chart(tables.add(pieces))
        .mark_rect()
        .encode(
            x=alt.X("start:Q", scale=alt.Scale(domain=[0, 1], range=[NAMES, WIDTH], nice=False), axis=None),
            x2="end:Q",
            y=y,
            y2="bottom:Q",
            color=alt.Color(
                "answer:O", scale=alt.Scale(domain=list(range(1, highest + 1)), range=_ramp(highest)), legend=None
            ),
            opacity=alt.Opacity("ink:Q", scale=None),
            tooltip=[
                alt.Tooltip("round:N", title=say("Ronde")),
                alt.Tooltip("answer:O", title=say("Antwoord")),
                alt.Tooltip("n:Q", title=say("Aantal")),
            ],
        )
    )
    names = tables.add({"y": PAIR * place + 0.65, "text": name} for place, name in enumerate(roles))
    times = tables.add(
        {"y": PAIR * row + SECOND * column + 0.65, "text": name}
        for row in range(len(roles))
        for column, name in enumerate(moments)
    )
    left = alt.Chart(names).mark_text(align="left", x=0, color=INK, fontSize=11).encode(y=y, text="text:N")
    moment = alt.Chart(times).mark_text(align="right", x=NAMES - 5, color=INK, fontSize=10).encode(y=y, text="text:N")
    title = alt.TitleParams(lines(rows[0]["facet"], 44), anchor="start", fontWeight="normal")
    return alt.layer(bars, left, moment, width=WIDTH, height=height, title=title)


def _pieces(
    rows: Sequence[Row], role: str, moment: str, roles: list[str], moments: list[str]
) -> list[dict[str, object]]:
    """Lay the answers of one role in one round behind each other."""
    top = PAIR * roles.index(role) + SECOND * moments.index(moment) + 0.15
    there = [row for row in rows if (row["group"], row["round"]) == (role, moment)]
    ends = list(accumulate(row["share"] for row in there))
    return [
        {
            **row,
            "start": end - row["share"],
            "end": end,
            "y": top,
            "bottom": top + 1,
            "ink": 1 if row["clear"] else 0.45,
        }
        for row, end in zip(there, ends, strict=True)
    ]


def _ramp(size: int) -> list[str]:
    """Give a colour per point of the scale: brown to grey to purple."""
    half = size // 2
    low = [LOW[min(2, 3 * i // half)] for i in range(half)]
    high = [HIGH[min(2, 3 * i // half)] for i in range(half)]
    return [*low, *([MIDDLE] if size % 2 else []), *high]
