"""Meetings on the left, those who sit in them on the right, and a line for every seat.

Both have fixed places, those that take most hours on top, so that the picture does not jump when something is added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.meetings_table import MOST_MEETINGS, SMALL_LINE, hours_text, two_lines
from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, shortened
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.view import Row

Kind = Literal["meeting", "participant"]
KINDS: tuple[Kind, Kind] = ("meeting", "participant")

MOST_PARTICIPANTS = 30
AT = {"meeting": 104, "participant": 186}
SHAPES = {"meeting": "square", "participant": "circle"}
LETTERS = {"meeting": 17, "participant": 22}
AWAY = 11
STEP = 30
KEY = 2 * LINE + 16
SMALLEST, LARGEST = 16, 190
PLAIN, CONNECTS = ROLE_COLOURS[0], ROLE_COLOURS[4]

Rows = list[dict[str, Any]]


def network(rows: Sequence[Row], tables: Tables, language: Language) -> Picture:
    """Draw the network; of many participants those who sit in most meetings: the others tie the fewest."""
    say = translator(language)
    drawn = {"meeting": _first(rows, "meeting")[:MOST_MEETINGS], "participant": _participants(rows)}
    bottom = KEY + STEP * max(map(len, drawn.values()))
    nodes = {kind: _nodes(drawn[kind], kind, bottom, language) for kind in KINDS}
    left_out = len(_first(rows, "participant")) - len(drawn["participant"])
    words = _key_words(language)
    if left_out:
        words.append({"x": 0, "y": bottom + 4, "text": say("Niet getekend: {n} deelnemers.").format(n=left_out)})
    height = bottom + (LINE + 4 if left_out else 0)
    place = {"x": across(), "y": down(height)}
    look: dict[str, Any] = {"fontSize": 11, "lineHeight": SMALL_LINE}
    return alt.layer(
        alt.Chart(tables.add(_seats(rows, nodes)))
        .mark_rule(strokeWidth=1.2)
        .encode(
            **place,
            x2="x2:Q",
            y2="y2:Q",
            stroke=alt.Stroke("colour:N", scale=None),
            strokeOpacity=alt.StrokeOpacity("opacity:Q", scale=None),
        ),
        alt.Chart(tables.add([*nodes["meeting"], *nodes["participant"], *_key_nodes()]))
        .mark_point(filled=True, opacity=1)
        .encode(
            **place,
            size=alt.Size("size:Q", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("colour:N", scale=None),
            tooltip=alt.Tooltip("tip:N"),
        ),
        texts(tables.add(_labels(nodes["meeting"], -AWAY)), align="right", **look),
        texts(tables.add([*_labels(nodes["participant"], AWAY), *words]), **look),
        width=WIDTH,
        height=height,
    )


def _participants(rows: Sequence[Row]) -> list[Row]:
    known = sorted(_first(rows, "participant"), key=lambda row: (-row["participant_hours"], row["participant"]))
    return [row for row in known if row in sorted(known, key=lambda row: -row["seats"])[:MOST_PARTICIPANTS]]


def _first(rows: Sequence[Row], kind: Kind) -> list[Row]:
    """Give one row of every meeting or participant."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row[kind], row)
    return list(found.values())


def _nodes(rows: Sequence[Row], kind: Kind, bottom: float, language: Language) -> Rows:
    """Spread a column evenly from top to bottom; how large a mark is, is how many hours it takes."""
    step = (bottom - KEY) / len(rows)
    most = max(row[f"{kind}_hours"] for row in rows)
    return [
        {
            "name": row[kind],
            "label": _label(row, kind),
            "x": AT[kind],
            "y": KEY + step * (place + 0.5),
            "size": SMALLEST + (LARGEST - SMALLEST) * row[f"{kind}_hours"] / most,
            "shape": SHAPES[kind],
            "colour": CONNECTS if row[f"{kind}_connects"] else PLAIN,
            "tip": f"{row[kind]}: {hours_text(row[f'{kind}_hours'], language)}",
        }
        for place, row in enumerate(rows)
    ]


def _label(row: Row, kind: Kind) -> list[str]:
    """Name a mark in at most two lines: of a participant the function and where it belongs."""
    name, letters, home = row[kind], LETTERS[kind], f"({row['organisation']})"
    if kind == "participant" and name.endswith(home):
        return [shortened(text, letters) for text in (name.removesuffix(home).strip(), home)]
    return two_lines(name, letters)


def _labels(nodes: Rows, away: float) -> Rows:
    return [
        {
            "x": node["x"] + away,
            "y": node["y"] - SMALL_LINE * len(node["label"]) / 2 + 1,
            "text": BREAK.join(node["label"]),
        }
        for node in nodes
    ]


def _seats(rows: Sequence[Row], nodes: Mapping[Kind, Rows]) -> Rows:
    """Draw a line per seat, those of participants who connect on top and in their colour."""
    at = {(kind, node["name"]): node for kind in KINDS for node in nodes[kind]}
    ends = [
        (at[("meeting", row["meeting"])], at[("participant", row["participant"])], row["participant_connects"])
        for row in rows
        if ("meeting", row["meeting"]) in at and ("participant", row["participant"]) in at
    ]
    return [
        {
            **{"x": start["x"], "y": start["y"], "x2": end["x"], "y2": end["y"]},
            "colour": CONNECTS if connects else INK,
            "opacity": 0.8 if connects else 0.3,
        }
        for start, end, connects in sorted(ends, key=lambda each: bool(each[2]))
    ]


def _key_nodes() -> Rows:
    look = {"size": 90, "colour": CONNECTS, "tip": ""}
    return [{"x": 6, "y": 7, "shape": "square", **look}, {"x": 20, "y": 7, "shape": "circle", **look}]


def _key_words(language: Language) -> Rows:
    say = translator(language)
    return [
        {"x": 32, "y": 1, "text": say("ligt op de meeste wegen tussen anderen")},
        {"x": 0, "y": 1 + LINE + 2, "text": say("Hoe groter het teken, hoe meer uren per maand.")},
    ]
