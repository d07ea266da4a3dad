"""Meetings by those who sit in them: a dot for every seat, and bars for the hours a month beside and below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

import altair as alt

from ketenspiegel.charts.layout import BREAK, LINE, across, down, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, lines, shortened
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.meetings_words import hours
from ketenspiegel.lenses.view import Row

MOST_PARTICIPANTS = 12
MOST_COLUMNS = 12
MOST_MEETINGS = 40
LEFT, CELLS, BAR = 112, 138, 32
STEP, TALL = 27, 40
LETTER, LETTERS = 5.6, 25
ROW_LETTERS = 19
SMALL_LINE = 12
KEY = 2 * LINE + 12
TIES, SPARE = ROLE_COLOURS[0], POOLED_COLOUR

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Grid:
    """The meetings, the columns with their hours, and the column of each participant; and where these lie.

    ``rest`` is the column of all that have no column of their own: the bar of so many would dwarf the others.
    """

    meetings: Mapping[str, Row]
    hours: Mapping[str, float]
    column_of: Mapping[str, str]
    per_organisation: bool
    rest: str = ""

    @property
    def cell(self) -> float:
        """How wide a column is."""
        return min(22.0, CELLS / len(self.hours))

    @property
    def right(self) -> float:
        """Where the columns end."""
        return LEFT + self.cell * len(self.hours)

    @property
    def top(self) -> float:
        """Where the rows begin, below the names of the columns."""
        return KEY + LETTER * min(LETTERS, max(len(name) for name in self.hours)) + 6

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return self.top + STEP * len(self.meetings)

    def row_y(self, place: int) -> float:
        """Give the middle of a row."""
        return self.top + STEP * (place + 0.5)

    def bar_long(self, column: str) -> float:
        """Give how far the bar below a column goes down."""
        most = max(number for name, number in self.hours.items() if name != self.rest)
        return 0.0 if column == self.rest else TALL * self.hours[column] / most

    def column_x(self, place: int) -> float:
        """Give the middle of a column."""
        return LEFT + self.cell * (place + 0.5)


def table(rows: Sequence[Row], tables: Tables, language: Language) -> Picture:
    """Draw the table, with organisations instead of participants when there are many of those."""
    grid = _grid(rows, language)
    height = grid.bottom + TALL + 26
    left_out = len({row["meeting"] for row in rows}) - len(grid.meetings)
    place = {"x": across(), "y": down(height)}
    ends = {"x2": "x2:Q", "y2": "y2:Q"}
    fill = alt.Fill("colour:N", scale=None)
    tip = alt.Tooltip("text:N")
    most = max(row["meeting_hours"] for row in grid.meetings.values())
    dots = [*_dots(rows, grid), *({**each, "x": 6} for each in _key(language))]
    words = [
        *_left_out(left_out, height, language),
        *_row_words(grid, most, language),
        *({**each, "x": 16, "y": each["y"] - 6} for each in _key(language)),
    ]
    return alt.layer(
        alt.Chart(tables.add(_lines(grid))).mark_rule(opacity=0.15).encode(**place, **ends),
        alt.Chart(tables.add(_bars(grid, most))).mark_rect(opacity=0.9).encode(**place, **ends, fill=fill),
        alt.Chart(tables.add(dots))
        .mark_circle(size=(0.7 * min(grid.cell, 15)) ** 2, opacity=1)
        .encode(**place, fill=fill, tooltip=tip),
        texts(tables.add(words), fontSize=11, lineHeight=SMALL_LINE),
        texts(tables.add(_heads(grid)), angle=270, baseline="middle", fontSize=11),
        texts(tables.add(_amounts(grid, language)), angle=270, align="right", baseline="middle", fontSize=11),
        width=WIDTH,
        height=height,
    )


def hours_text(number: float, language: Language) -> str:
    """Write hours short: whole from ten."""
    return decimal(number, language, 0) if number >= 9.95 else hours(number, language)


def two_lines(text: str, letters: int) -> list[str]:
    """Break a name in at most two lines, and cut what has no room.

    Examples
    --------
    >>> two_lines("Registratie en verwijsindex", 18), two_lines("Intervisie", 18)
    (['Registratie en', 'verwijsindex'], ['Intervisie'])
    """
    found = lines(text, letters)
    return [*found[:1], *([shortened(" ".join(found[1:]), letters)] if found[1:] else [])]


def _grid(rows: Sequence[Row], language: Language) -> Grid:
    say = translator(language)
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["meeting"], row)
    participants = {row["participant"]: row for row in rows}
    per_organisation = len(participants) > MOST_PARTICIPANTS
    label = "organisation" if per_organisation else "participant"
    taken: dict[str, float] = {}
    for row in participants.values():
        number = row["participant_hours"] * (row["people"] if per_organisation else 1)
        taken[row[label]] = fsum((taken.get(row[label], 0.0), number))
    taken = dict(sorted(taken.items(), key=lambda each: (-each[1], each[0])))
    column_of = {name: row[label] for name, row in participants.items()}
    rest = list(taken)[MOST_COLUMNS - 1 :] if len(taken) > MOST_COLUMNS else []
    others = say("andere ({n})").format(n=len(rest)) if rest else ""
    if rest:
        column_of = {name: others if column in rest else column for name, column in column_of.items()}
        taken[others] = fsum(taken.pop(name) for name in rest)
    return Grid(dict(list(first.items())[:MOST_MEETINGS]), taken, column_of, per_organisation, others)


def _key(language: Language) -> Rows:
    say = translator(language)
    return [
        {"y": 7, "colour": TIES, "text": say("sommigen zien elkaar alleen hier")},
        {"y": 7 + LINE + 2, "colour": SPARE, "text": say("allen zien elkaar ook elders")},
    ]


def _left_out(number: int, height: float, language: Language) -> Rows:
    say = translator(language)
    told = say("Niet getekend: {n} overleggen.").format(n=number)
    return [{"x": 0, "y": height - LINE, "text": told}] if number else []


def _colour(meeting: Row) -> str:
    return TIES if meeting["only_here"] else SPARE


def _lines(grid: Grid) -> Rows:
    across_ = [
        {"x": LEFT, "x2": grid.right, "y": grid.row_y(place), "y2": grid.row_y(place)}
        for place in range(len(grid.meetings))
    ]
    return across_ + [
        {"x": grid.column_x(place), "x2": grid.column_x(place), "y": grid.top, "y2": grid.bottom}
        for place in range(len(grid.hours))
    ]


def _dots(rows: Sequence[Row], grid: Grid) -> Rows:
    taken = {(row["meeting"], grid.column_of[row["participant"]]) for row in rows}
    return [
        {"x": grid.column_x(at), "y": grid.row_y(place), "colour": _colour(meeting), "text": f"{name} – {column}"}
        for place, (name, meeting) in enumerate(grid.meetings.items())
        for at, column in enumerate(grid.hours)
        if (name, column) in taken
    ]


def _bars(grid: Grid, most: float) -> Rows:
    bars: Rows = []
    for place, meeting in enumerate(grid.meetings.values()):
        x, y = grid.right + 5, grid.row_y(place)
        long = BAR * meeting["meeting_hours"] / most
        bars.append({"x": x, "x2": x + long, "y": y - 5, "y2": y + 5, "colour": _colour(meeting)})
    for place, name in enumerate(grid.hours):
        x, y, half = grid.column_x(place), grid.bottom + 5, min(5, grid.cell / 3)
        bars.append({"x": x - half, "x2": x + half, "y": y, "y2": y + grid.bar_long(name), "colour": INK})
    return bars


def _row_words(grid: Grid, most: float, language: Language) -> Rows:
    say = translator(language)
    words: Rows = []
    for place, (name, meeting) in enumerate(grid.meetings.items()):
        y, number, label = grid.row_y(place), meeting["meeting_hours"], two_lines(name, ROW_LETTERS)
        long = BAR * number / most
        words.append({"x": 0, "y": y - SMALL_LINE * len(label) / 2 + 1, "text": BREAK.join(label)})
        words.append({"x": grid.right + 8 + long, "y": y - 5, "text": hours_text(number, language)})
    unit = say("alle mensen samen") if grid.per_organisation else say("per persoon")
    for place, text in enumerate((say("Uren per maand,"), unit)):
        words.append({"x": 0, "y": grid.bottom + 5 + LINE * place, "text": text})
    for place, text in enumerate((say("Uren"), say("samen"))):
        words.append({"x": grid.right + 5, "y": grid.top - 32 + 13 * place, "text": text})
    return words


def _heads(grid: Grid) -> Rows:
    return [
        {"x": grid.column_x(place), "y": grid.top - 5, "text": shortened(name, LETTERS)}
        for place, name in enumerate(grid.hours)
    ]


def _amounts(grid: Grid, language: Language) -> Rows:
    return [
        {"x": grid.column_x(place), "y": grid.bottom + 9 + grid.bar_long(name), "text": hours_text(number, language)}
        for place, (name, number) in enumerate(grid.hours.items())
    ]
