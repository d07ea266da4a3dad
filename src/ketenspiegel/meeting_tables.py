"""A table of meetings becomes records: one row per meeting, or one per meeting and participant.

Columns are told from their headers, in Dutch or English and in any order. Columns that may hold who somebody is are
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from ketenspiegel.language import Language, mark, translator
from ketenspiegel.meeting_headers import (
    HOURS,
    NAME,
    PARTICIPANTS,
    TIMES,
    examples,
    in_minutes,
    kinds_of,
    period_of,
)
from ketenspiegel.meeting_rows import Row, RowError, RowReader
from ketenspiegel.meetings import Meeting, Participant, Per
from ketenspiegel.problems import describe
from ketenspiegel.survey_headers import plain, withheld
from ketenspiegel.survey_tables import Refusal

_REQUIRED = {
    NAME: mark("de naam van het overleg"),
    PARTICIPANTS: mark("wie eraan deelnemen"),
    TIMES: mark("hoe vaak het is"),
    HOURS: mark("hoe lang het duurt"),
}


@dataclass
class MeetingTable:
    """Meetings from one table, and what was left out."""

    meetings: tuple[Meeting, ...] = ()
    refused: list[Refusal] = field(default_factory=list)
    dropped_columns: list[str] = field(default_factory=list)
    unrecognised_columns: list[str] = field(default_factory=list)


def read_meetings(
    name: str,
    rows: Sequence[Sequence[str]],
    purposes: Mapping[str, Iterable[str]],
    language: Language = "nl",
) -> MeetingTable:
    """Turn a table into meetings.

    Rows with the same name are one meeting: participants and purposes of all of them are taken together, and how
    often and how long need to stand in one of them only. A row that cannot be used does not stop the others.

    Parameters
    ----------
    name
        The name of the file, for messages.
    rows
        The cells as text; the first row holds the headers.
    purposes
        What purposes may be called, by id: the labels, in any language. The id itself is understood too.
    language
        The reader's language.

    Examples
    --------
    >>> rows = [["Overleg", "Deelnemers", "Hoe vaak", "Duur"], ["Team", "Jeugdarts (GGD); School", "wekelijks", "1,5"]]
    >>> table = read_meetings("lijst.csv", rows, {})
    >>> [(each.name, len(each.participants), each.monthly_hours) for each in table.meetings], table.refused
    ([('Team', 2, 6.5)], [])
    """
    return _Reader(name, purposes, language).read(rows)


@dataclass
class _Parts:
    """What is known of one meeting, and in which row each part was found first."""

    name: str
    row: int
    participants: list[Participant] = field(default_factory=list)
    purposes: list[str] = field(default_factory=list)
    times: tuple[tuple[float, Per], int] | None = None
    hours: tuple[float, int] | None = None


class _Reader:
    """Reads one table; what is found piles up in ``found``."""

    def __init__(self, name: str, purposes: Mapping[str, Iterable[str]], language: Language) -> None:
        self.name, self.language, self.say = name, language, translator(language)
        self.purposes = {plain(text): key for key, labels in purposes.items() for text in (key, *labels)}
        self.found = MeetingTable()

    def read(self, rows: Sequence[Sequence[str]]) -> MeetingTable:
        if not any(cell.strip() for row in rows for cell in row):
            self._refuse("", self.say("deze tabel is leeg"))
            return self.found
        columns = self._columns(rows)
        if not self._complete(columns):
            return self.found
        filled = [(at, cells) for at, cells in enumerate(rows[1:], start=2) if any(cell.strip() for cell in cells)]
        if not filled:
            self._refuse("", self.say("onder de kolomkoppen staan geen rijen"))
        reader = RowReader(
            self.purposes, period_of(rows[0][columns[TIMES]]), in_minutes(rows[0][columns[HOURS]]), self.language
        )
        by_name: dict[str, _Parts] = {}
        for number, cells in filled:
            try:
                row = reader.read({kind: cells[at].strip() for kind, at in columns.items() if at < len(cells)})
            except RowError as error:
                self._refuse(self._row(number), str(error))
            else:
                self._add(row, number, by_name)
        meetings = [self._meeting(parts) for parts in by_name.values()]
        self.found.meetings = tuple(meeting for meeting in meetings if meeting)
        return self.found

    def _columns(self, rows: Sequence[Sequence[str]]) -> dict[str, int]:
        columns: dict[str, int] = {}
        for at, (header, kind) in enumerate(zip(rows[0], kinds_of(rows[0]), strict=True)):
            if kind in columns:
                reason = self.say("de kolommen ‘{first}’ en ‘{second}’ betekenen hetzelfde; alleen de eerste telt")
                self._refuse(self._row(1), reason.format(first=rows[0][columns[kind]], second=header))
            elif kind:
                columns[kind] = at
            elif withheld(header, (row[at] for row in rows[1:] if at < len(row))):
                self.found.dropped_columns.append(header)
            elif header.strip():
                self.found.unrecognised_columns.append(header)
        return columns

    def _complete(self, columns: Mapping[str, int]) -> bool:
        missing = [kind for kind in _REQUIRED if kind not in columns]
        for kind in missing:
            reason = self.say("er is geen kolom voor {what}; de kop mag zijn: {names}")
            names = ", ".join(f"‘{each}’" for each in examples(kind, self.language))
            self._refuse(self._row(1), reason.format(what=self.say(_REQUIRED[kind]), names=names))
        return not missing

    def _add(self, row: Row, number: int, by_name: dict[str, _Parts]) -> None:
        for remark in row.remarks:
            self._refuse(self._row(number), remark)
        parts = by_name.setdefault(row.name.casefold(), _Parts(row.name, number))
        parts.participants += row.participants
        parts.purposes += row.purposes
        if row.times and parts.times and row.times != parts.times[0]:
            self._differs(number, self.say("hoe vaak ‘{name}’ is"), parts.name, parts.times[1])
        elif row.times and not parts.times:
            parts.times = row.times, number
        if row.hours and parts.hours and row.hours != parts.hours[0]:
            self._differs(number, self.say("hoe lang ‘{name}’ duurt"), parts.name, parts.hours[1])
        elif row.hours and not parts.hours:
            parts.hours = row.hours, number

    def _meeting(self, parts: _Parts) -> Meeting | None:
        lacking = [
            self.say(_REQUIRED[kind])
            for kind, part in ((PARTICIPANTS, parts.participants), (TIMES, parts.times), (HOURS, parts.hours))
            if not part
        ]
        if lacking or not parts.times or not parts.hours:
            reason = self.say("bij ‘{name}’ ontbreekt {what}").format(name=parts.name, what=", ".join(lacking))
            self._refuse(self._row(parts.row), reason)
            return None
        (times, per), hours = parts.times[0], parts.hours[0]
        try:
            return Meeting(
                name=parts.name,
                participants=tuple(dict.fromkeys(parts.participants)),
                times=times,
                per=per,
                hours=hours,
                purposes=tuple(dict.fromkeys(parts.purposes)),
            )
        except ValidationError as error:
            reason = "; ".join(describe(each, self.language) for each in error.errors()[:3])
            self._refuse(self._row(parts.row), f"‘{parts.name}’: {reason}")
            return None

    def _differs(self, number: int, what: str, name: str, first: int) -> None:
        reason = self.say("{what} staat in rij {row} anders; wat daar staat telt")
        self._refuse(self._row(number), reason.format(what=what.format(name=name), row=first))

    def _refuse(self, place: str, reason: str) -> None:
        self.found.refused.append(Refusal(self.name, place, reason))

    def _row(self, number: int) -> str:
        return self.say("rij {number}").format(number=number)
