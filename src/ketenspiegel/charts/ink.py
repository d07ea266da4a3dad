"""The familiar figure: five fields of the organisation, four of result, read from left to right, and a way back."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import across
from ketenspiegel.charts.style import INK, WIDTH, Picture, Tables, finish, lines, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import Row, View

HEIGHT = 270
BACK = 34
GAP = 5
FILLED = "#0072B2"
# Where each field stands in the figure: column, and from which to which part of its height.
PLACES = {
    "leiderschap": (0, 0.0, 1.0),
    "management-van-medewerkers": (1, 0.0, 1 / 3),
    "strategie-en-beleid": (1, 1 / 3, 2 / 3),
    "management-van-middelen": (1, 2 / 3, 1.0),
    "management-van-processen": (2, 0.0, 1.0),
    "medewerkers": (3, 0.0, 1 / 3),
    "klanten-en-partners": (3, 1 / 3, 2 / 3),
    "maatschappij": (3, 2 / 3, 1.0),
    "bestuur-en-financiers": (4, 0.0, 1.0),
}
COLUMN = WIDTH / 5
LETTERS = 11
# Where the long words of the model may be broken.
BREAKS = {"medewerkers": "mede-", "Medewerkers": "Mede-", "Maatschappij": "Maat-"}


def draw(view: View) -> Picture:
    """Draw the figure with a position in every field; for one field a ladder per item."""
    say = translator(view.language)
    if not any(row["position"] is not None for row in view.rows):
        return nothing_to_draw(say("Nog geen antwoorden"), view.summary)
    tables = Tables()
    if not view.rows[0]["field"]:
        ladders = [_ladder(row, tables) for row in view.rows if row["position"] is not None]
        return finish(tables.give(alt.vconcat(*ladders, spacing=12)), view.summary)
    return finish(tables.give(_figure(view, tables)), view.summary)


def _figure(view: View, tables: Tables) -> Picture:
    say = translator(view.language)
    fields = {row["field"]: row for row in view.rows}
    boxes = [_box(row, *PLACES[field]) for field, row in fields.items() if field in PLACES]
    back = fields.get("verbeteren-en-vernieuwen")
    if back is not None:
        boxes.append({**_box(back, 0, 0, 1), "x2": WIDTH, "y": HEIGHT + 8, "y2": HEIGHT + 8 + BACK, "wide": 1})
    x, y = _scales()
    outlines = (
        alt.Chart(tables.add(boxes))
        .mark_rect(fill=INK, fillOpacity=0.06, stroke=INK, strokeOpacity=0.5, cornerRadius=3)
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", tooltip=[alt.Tooltip("name:N"), alt.Tooltip("position:N")])
    )
    words = tables.add(word for box in boxes for word in _words(box))
    names = alt.Chart(words).mark_text(align="left", color=INK, fontSize=9).encode(x=x, y=y, text="text:N")
    numbers = (
        alt.Chart(tables.add(_number(box) for box in boxes))
        .mark_text(align="left", color=INK, fontSize=16, fontWeight="bold")
        .encode(x=x, y=y, text="text:N")
    )
    steps = tables.add(step for box in boxes for step in _steps(box, len(view.rows[0]["phases"])))
    ladder = (
        alt.Chart(steps)
        .mark_rect(stroke=FILLED, strokeWidth=1, fill=FILLED)
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", fillOpacity=alt.FillOpacity("filled:Q", scale=None))
    )
    heads = tables.add(
        [
            {"x": 0, "y": -8, "text": say("Organisatie →")},
            {"x": 3 * COLUMN, "y": -8, "text": say("Resultaat")},
            *([{"x": 0, "y": HEIGHT + BACK + 24, "text": say("← terug naar de organisatie")}] if back else []),
        ]
    )
    above = alt.Chart(heads).mark_text(align="left", color=INK, fontSize=12).encode(x=x, y=y, text="text:N")
    return alt.layer(outlines, ladder, names, numbers, above, width=WIDTH, height=HEIGHT + BACK + 50)


def _scales() -> tuple[alt.X, alt.Y]:
    bottom = HEIGHT + BACK + 30
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-20, bottom], range=[0, bottom + 20], nice=False))
    return across(), y


def _box(row: Row, column: int, top: float, bottom: float) -> dict[str, Any]:
    return {
        "x": column * COLUMN + (GAP / 2 if column else 0),
        "x2": (column + 1) * COLUMN - (GAP / 2 if column < 4 else 0),
        "y": top * HEIGHT + (GAP / 2 if top else 0),
        "y2": bottom * HEIGHT - (GAP / 2 if bottom < 1 else 0),
        "name": row["facet"],
        "position": row["position_text"],
        "value": row["position"],
        "wide": 0,
    }


def _words(box: dict[str, Any]) -> list[dict[str, Any]]:
    name = [box["name"]] if box["wide"] else _broken(box["name"])
    left, top = box["x"] + 4, box["y"] + 11
    return [{"x": left, "y": top + 11 * row, "text": line} for row, line in enumerate(name)]


def _broken(name: str) -> list[str]:
    """Break a name over lines, and a word that is too long with a hyphen."""
    return [part for line in wrap(name, LETTERS, break_long_words=False) for part in _parts(line)]


def _parts(line: str) -> list[str]:
    start = BREAKS.get(line, f"{line[: LETTERS - 1]}-" if len(line) > LETTERS else "")
    return [start, line[len(start) - 1 :]] if start else [line]


def _number(box: dict[str, Any]) -> dict[str, Any]:
    right = box["x2"] - 120 if box["wide"] else box["x"] + 4
    return {"x": right, "y": box["y2"] - (17 if box["wide"] else 20), "text": box["position"]}


def _steps(box: dict[str, Any], phases: int) -> list[dict[str, Any]]:
    """Give the rungs of a ladder from the first phase to the last, filled as far as the position."""
    if box["value"] is None:
        return []
    left = box["x2"] - 80 if box["wide"] else box["x"] + 4
    width = (box["x2"] - 4 - left) / phases
    bottom = box["y2"] - (12 if box["wide"] else 4)
    return [
        {
            "x": left + width * phase,
            "x2": left + width * (phase + 1) - 1.5,
            "y": bottom - 7,
            "y2": bottom,
            "filled": min(1.0, max(0.0, box["value"] - phase)),
        }
        for phase in range(phases)
    ]


def _ladder(row: Row, tables: Tables) -> Picture:
    phases = row["phases"]
    values = tables.add([{"start": 1, "position": row["position"], "text": row["position_text"]}])
    scale = alt.Scale(domain=[1, len(phases)])
    axis = alt.Axis(values=list(range(1, len(phases) + 1)), title=None, grid=False, format="d")
    base = alt.Chart(values)
    track = base.mark_bar(height=14, color=INK, opacity=0.1).encode(
        x=alt.X("start:Q", scale=scale, axis=axis), x2=alt.X2Datum(len(phases))
    )
    bar = base.mark_bar(height=14, color=FILLED).encode(
        x=alt.X("position:Q", scale=scale, axis=axis), x2=alt.X2Datum(1)
    )
    text = base.mark_text(align="right", x=WIDTH, dy=-18, color=INK).encode(text="text:N")
    title = alt.TitleParams(lines(row["facet"], 40), anchor="start", fontWeight="normal", offset=4)
    return alt.layer(track, bar, text, width=WIDTH, height=18, title=title)
