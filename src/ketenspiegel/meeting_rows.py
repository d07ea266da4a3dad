"""One row of a table of meetings: what its cells say, or why it cannot be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ketenspiegel.language import Language, translator
from ketenspiegel.meeting_cells import how_long, how_often, what_for, who
from ketenspiegel.meeting_headers import HOURS, NAME, ORGANISATION, PARTICIPANTS, PURPOSES, TIMES
from ketenspiegel.meetings import MAX_HOURS, MAX_NAME, MAX_TIMES, Participant, Per

MAX_CELL = 5_000
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}(?!\d)")


@dataclass(frozen=True)
class Row:
    """What a row says; ``remarks`` are about cells that were skipped."""

    name: str
    participants: tuple[Participant, ...]
    times: tuple[float, Per] | None
    hours: float | None
    purposes: tuple[str, ...]
    remarks: tuple[str, ...] = ()


class RowError(ValueError):
    """A row that cannot be used; the message is for the person whose table it is."""


@dataclass(frozen=True)
class RowReader:
    """Reads rows of one table.

    Attributes
    ----------
    purposes
        Per `plain` name the purpose.
    per, minutes
        What bare numbers are per, and whether they are minutes, when the headers say so.
    language
        The language of messages.
    """

    purposes: Mapping[str, str]
    per: Per | None = None
    minutes: bool = False
    language: Language = "nl"

    def read(self, cells: Mapping[str, str]) -> Row:
        """Read one row: a cell per kind of column.

        Raises
        ------
        RowError
            When it cannot be used.

        Examples
        --------
        >>> row = RowReader({}).read({"name": "Casusoverleg", "participants": "Jeugdarts", "times": "wekelijks"})
        >>> row.name, row.times, row.hours
        ('Casusoverleg', (1.0, 'week'), None)
        """
        say = translator(self.language)
        if any(len(cell) > MAX_CELL for cell in cells.values()):
            raise RowError(say("er staat te veel in een cel (hoogstens {limit} tekens)").format(limit=MAX_CELL))
        if any(_PERSONAL.search(cell) for cell in cells.values()):
            raise RowError(
                say("hier staat een e-mailadres of telefoonnummer; schrijf een functie, zoals ‘Jeugdarts (GGD)’")
            )
        participants, remarks = self._participants(cells)
        purposes, unknown = what_for(cells.get(PURPOSES, ""), self.purposes)
        no_purpose = say("het doel ‘{cell}’ ken ik niet; het is overgeslagen")
        return Row(
            name=self._name(cells),
            participants=participants,
            times=self._times(cells.get(TIMES, "")),
            hours=self._hours(cells.get(HOURS, "")),
            purposes=tuple(purposes),
            remarks=(*remarks, *(no_purpose.format(cell=text[:60]) for text in unknown)),
        )

    def _name(self, cells: Mapping[str, str]) -> str:
        say = translator(self.language)
        name = " ".join(cells.get(NAME, "").split())
        if not name:
            raise RowError(say("de naam van het overleg ontbreekt"))
        if len(name) > MAX_NAME:
            raise RowError(say("de naam van het overleg is te lang (hoogstens {limit} tekens)").format(limit=MAX_NAME))
        return name

    def _participants(self, cells: Mapping[str, str]) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
        say = translator(self.language)
        try:
            participants = tuple(who(cells.get(PARTICIPANTS, "")))
        except ValueError as error:
            reason = say("de deelnemer ‘{cell}’ begrijp ik niet; schrijf bijvoorbeeld ‘2x Wijkteamlid (Wijkteam)’")
            raise RowError(reason.format(cell=str(error)[:60])) from None
        home = " ".join(cells.get(ORGANISATION, "").split())
        if not home or not participants:
            return participants, ()
        if len(participants) > 1:
            reason = say(
                "de organisatie telt alleen bij één deelnemer per rij; ze is overgeslagen. Schrijf ‘Jeugdarts (GGD)’"
            )
            return participants, (reason,)
        if len(home) > MAX_NAME:
            reason = say("de naam van de organisatie is te lang (hoogstens {limit} tekens)")
            raise RowError(reason.format(limit=MAX_NAME))
        (one,) = participants
        return (one if one.organisation else one.model_copy(update={"organisation": home}),), ()

    def _times(self, cell: str) -> tuple[float, Per] | None:
        say = translator(self.language)
        if not cell:
            return None
        found = how_often(cell, self.per)
        if not found:
            reason = say("‘{cell}’ begrijp ik niet; schrijf bijvoorbeeld ‘1 keer per 2 weken’ of ‘4x per jaar’")
            raise RowError(reason.format(cell=cell[:60]))
        if found[0] > MAX_TIMES:
            reason = say("‘{cell}’ is te vaak (hoogstens {limit} keer)")
            raise RowError(reason.format(cell=cell[:60], limit=MAX_TIMES))
        return found

    def _hours(self, cell: str) -> float | None:
        say = translator(self.language)
        if not cell:
            return None
        found = how_long(cell, self.minutes)
        if not found:
            reason = say("‘{cell}’ begrijp ik niet; schrijf bijvoorbeeld ‘1,5 uur’, ‘90 minuten’ of ‘1:30’")
            raise RowError(reason.format(cell=cell[:60]))
        if found > MAX_HOURS:
            reason = say("‘{cell}’ is te lang (hoogstens {limit} uur); schrijf ‘minuten’ erbij als u die bedoelt")
            raise RowError(reason.format(cell=cell[:60], limit=MAX_HOURS))
        return found
