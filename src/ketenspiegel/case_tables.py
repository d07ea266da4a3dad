"""A table with a row per municipality becomes values to compare: own figures, or a table of Statistics Netherlands.

Two kinds of files from StatLine are understood: "CSV zonder statistische symbolen" and "onbewerkte dataset".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ketenspiegel.case_headers import CaseColumn, Kind, case_columns, decimals, lacking, number
from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.language import Language, translator
from ketenspiegel.municipalities import named
from ketenspiegel.municipality_context import DENSITY, INHABITANTS, provinces
from ketenspiegel.question_parts import Text
from ketenspiegel.survey_headers import plain
from ketenspiegel.survey_tables import Refusal

MAX_MEASURES = 40
MAX_LABEL = 120


@dataclass
class ReadCases:
    """The values in a table, and what was left out; ``period`` is the one that counts of a table with several."""

    table: CaseTable = field(default_factory=CaseTable)
    refused: list[Refusal] = field(default_factory=list)
    dropped_columns: list[str] = field(default_factory=list)
    period: str = ""


def looks_like_cases(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table has a row per municipality with numbers.

    Examples
    --------
    >>> looks_like_cases([["Gemeente", "Wachttijd"], ["Eikendal", "7"]]), looks_like_cases([["naam"], ["Jansen"]])
    (True, False)
    """
    kinds = {column.kind for column in case_columns(rows)}
    return bool(kinds & {"case", "region", "code"}) and bool(kinds & {"number", "inhabitants", "density", "province"})


def laid_out(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table is one that StatLine laid out for reading, with a title above and the source below it.

    Examples
    --------
    >>> laid_out([["Regionale kerncijfers Nederland"], [], ["Perioden", "2025"], ["Almere", "232650"], ["Bron: CBS"]])
    True
    """
    last = next((row for row in reversed(rows) if any(cell.strip() for cell in row)), [""])
    return plain(last[0]).startswith(("bron: cbs", "source: cbs"))


def read_case_table(name: str, rows: Sequence[Sequence[str]], language: Language = "nl") -> ReadCases:
    """Read the values of municipalities from a table.

    Every column of numbers (or of yes and no) becomes a measure. Of the periods in a table the latest with figures
    counts. In a table of Statistics Netherlands only municipalities of 2026 count; inhabitants, density and province
    take the place of what this package knows itself.

    Parameters
    ----------
    name
        The name of the file, for messages.
    rows
        The cells as text; the first row holds the headers.
    language
        The reader's language.

    Examples
    --------
    >>> found = read_case_table("eigen.csv", [["gemeente", "wachttijd (weken)"], ["Eikendal", "7,5"]])
    >>> found.table.values
    {'Eikendal': {'table/wachttijd (weken)': 7.5}}
    """
    return _Reader(name, language).read(rows)


class _Reader:
    """Reads one table; what is found piles up in ``found``."""

    def __init__(self, name: str, language: Language) -> None:
        self.name, self.language, self.say = name, language, translator(language)
        self.found = ReadCases()

    def read(self, rows: Sequence[Sequence[str]]) -> ReadCases:
        columns = case_columns(rows)
        self.found.dropped_columns += [column.header for column in columns if column.kind == "personal"]
        by_kind = {column.kind: column for column in reversed(columns)}
        place = _place(columns, by_kind)
        if place is None:
            self._no_place(rows)
            return self.found
        measured = self._measured(columns)
        for column in columns:
            if column.kind == "text":
                self._refuse(column.header, self.say("hier staan geen getallen; deze kolom doet niet mee"))
        telling = [*(column for column, _ in measured), *(c for c in columns if c.kind == "province")]
        kept = self._rows(rows, place, by_kind.get("period"), telling)
        values = {case: self._values(cells, number_, measured) for case, (number_, cells) in kept.items()}
        used = {measure.id: measure for _, measure in measured if any(measure.id in row for row in values.values())}
        table = CaseTable({key: self._filled(measure, values) for key, measure in used.items()}, values)
        self.found.table = table.plus(self._provinces(kept, by_kind))
        if not self.found.table.measures:
            self._refuse("", self.say("in deze tabel staan geen getallen per gemeente"))
        return self.found

    def _no_place(self, rows: Sequence[Sequence[str]]) -> None:
        if laid_out(rows):
            reason = self.say(
                "dit is een tabel van StatLine met de indeling van het scherm; kies bij StatLine voor ‘CSV zonder "
                "statistische symbolen’"
            )
            self._refuse("", reason)
        else:
            self._refuse(self._row(1), self.say("er is geen kolom met gemeenten; de kop mag zijn: ‘Gemeente’"))

    def _measured(self, columns: Sequence[CaseColumn]) -> list[tuple[CaseColumn, Measure]]:
        known: dict[Kind, Measure] = {"inhabitants": INHABITANTS, "density": DENSITY}
        found: dict[str, tuple[CaseColumn, Measure]] = {}
        for column in columns:
            if column.kind not in ("number", "inhabitants", "density"):
                continue
            measure = known.get(column.kind) or self._measure(column)
            if measure.id in found:
                reason = self.say("deze kolom heet hetzelfde als een eerdere en doet niet mee")
                self._refuse(column.header, reason)
            elif len(found) == MAX_MEASURES:
                reason = self.say("hier staan meer dan {n} kolommen met getallen; de rest doet niet mee")
                self._refuse(column.header, reason.format(n=MAX_MEASURES))
                break
            else:
                found[measure.id] = (column, measure)
        return list(found.values())

    def _measure(self, column: CaseColumn) -> Measure:
        label = column.label[:MAX_LABEL]
        return Measure(
            f"table/{label.casefold()}",
            Text(nl="Eigen tabel", en="Own table"),
            Text(nl=label, en=label),
            Text(nl=f"een hoge waarde voor ‘{label}’", en=f"a high value for ‘{label}’"),
            Text(nl=f"een lage waarde voor ‘{label}’", en=f"a low value for ‘{label}’"),
        )

    def _filled(self, measure: Measure, values: dict[str, dict[str, float]]) -> Measure:
        """Add to a measure what its values tell: with how many decimals people read it, and whether it is yes or no."""
        found = {row[measure.id] for row in values.values() if measure.id in row}
        if measure in (INHABITANTS, DENSITY):
            return measure
        if not found <= {0.0, 1.0}:
            return replace(measure, digits=decimals(found))
        label = measure.label
        yes, no = Text(nl=f"‘{label.nl}’", en=f"‘{label.en}’"), Text(nl=f"geen ‘{label.nl}’", en=f"no ‘{label.en}’")
        return replace(measure, high=yes, low=no, crisp=True, digits=0)

    def _rows(
        self,
        rows: Sequence[Sequence[str]],
        place: CaseColumn,
        period: CaseColumn | None,
        telling: Sequence[CaseColumn],
    ) -> dict[str, tuple[int, Sequence[str]]]:
        """Give the row of every municipality of which something is told, in the latest period with such rows."""
        found = [
            (at, case, row)
            for at, row in enumerate(rows[1:], start=2)
            if (case := _case(row, place)) and not all(lacking(_cell(row, column)) for column in telling)
        ]
        self.found.period = max((_cell(row, period) for _, _, row in found), default="")
        kept: dict[str, tuple[int, Sequence[str]]] = {}
        known: set[str] = set()
        for at, case, row in found:
            if _cell(row, period) != self.found.period:
                continue
            if case.casefold() in known:
                self._refuse(self._row(at), self.say("{case} staat al in een eerdere rij; die telt").format(case=case))
            else:
                kept[case] = (at, row)
                known.add(case.casefold())
        return kept

    def _values(
        self, cells: Sequence[str], at: int, measured: Sequence[tuple[CaseColumn, Measure]]
    ) -> dict[str, float]:
        found = {}
        for column, measure in measured:
            cell = _cell(cells, column)
            try:
                value = number(cell, thousands=column.thousands)
            except ValueError:
                reason = self.say("‘{cell}’ is geen getal; het is overgeslagen").format(cell=cell[:60])
                self._refuse(f"{self._row(at)}, {column.label}", reason)
                continue
            if value is not None:
                found[measure.id] = value
        return found

    def _provinces(self, kept: dict[str, tuple[int, Sequence[str]]], by_kind: dict[Kind, CaseColumn]) -> CaseTable:
        column = by_kind.get("province")
        if column is None:
            return CaseTable()
        return provinces({case: text for case, (_, cells) in kept.items() if (text := _cell(cells, column))})

    def _row(self, at: int) -> str:
        return self.say("rij {number}").format(number=at)

    def _refuse(self, place: str, reason: str) -> None:
        self.found.refused.append(Refusal(self.name, place, reason))


def _place(columns: Sequence[CaseColumn], by_kind: dict[Kind, CaseColumn]) -> CaseColumn | None:
    """Choose the column that names the municipalities; in the country's own tables names of regions are clearest."""
    official = any(column.official for column in columns)
    kinds: tuple[Kind, ...] = ("code", "region", "case") if official else ("code", "case", "region")
    return next((by_kind[kind] for kind in kinds if kind in by_kind), None)


def _case(row: Sequence[str], place: CaseColumn) -> str:
    """Give the municipality of a row; empty when it is about something else."""
    text = _cell(row, place)
    town = named(text)
    if town is None:
        return "" if place.official else text[:MAX_LABEL]
    return town.name


def _cell(row: Sequence[str], column: CaseColumn | None) -> str:
    return row[column.at].strip() if column is not None and column.at < len(row) else ""
