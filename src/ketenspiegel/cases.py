"""Cases that are compared, such as municipalities: what was measured of each, from whatever source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ketenspiegel.question_parts import Text


@dataclass(frozen=True)
class Measure:
    """Something that has a value for every case.

    Attributes
    ----------
    id
        A name that is unique among all measures, such as ``"ketensamenwerking/regie/mean"``.
    source
        Where it comes from: an assessment, a table, or facts about municipalities.
    label
        What it is called in a list and at an axis.
    high, low
        What a case has that has much or little of it, as part of a sentence: "veel overlegdruk".
    middle
        A value that is neither much nor little by its meaning, such as the middle of a scale; None when there is none.
    crisp
        Whether a case has it (1) or not (0), with nothing in between.
    digits
        How many decimals people read.
    """

    id: str
    source: Text
    label: Text
    high: Text
    low: Text
    middle: float | None = None
    crisp: bool = False
    digits: int = 1


@dataclass(frozen=True)
class CaseTable:
    """The values of cases on measures; a case need not have a value on every measure.

    Examples
    --------
    >>> words = Text(nl="inwoners", en="inhabitants")
    >>> inhabitants = Measure("inhabitants", words, words, words, words)
    >>> table = CaseTable({"inhabitants": inhabitants}, {"Eikendal": {"inhabitants": 31000.0}})
    >>> table.cases, table.of("inhabitants")
    (('Eikendal',), {'Eikendal': 31000.0})
    """

    measures: Mapping[str, Measure] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases, by name."""
        return tuple(sorted(self.values, key=str.casefold))

    def of(self, measure: str) -> dict[str, float]:
        """Give the value of every case that has one, by name."""
        return {case: self.values[case][measure] for case in self.cases if measure in self.values[case]}

    def plus(self, other: CaseTable) -> CaseTable:
        """Add the measures and values of another table; where both have a value, that of the other counts.

        A case is the same when its name is, whatever the capitals; the spelling of this table is kept.
        """
        names = {case.casefold(): case for case in self.values}
        values = {case: dict(found) for case, found in self.values.items()}
        for case, found in other.values.items():
            values.setdefault(names.setdefault(case.casefold(), case), {}).update(found)
        return CaseTable({**self.measures, **other.measures}, values)

    def only(self, cases: Iterable[str]) -> CaseTable:
        """Keep only these cases; their names may be written with other capitals."""
        kept = {case.casefold() for case in cases}
        return CaseTable(self.measures, {case: row for case, row in self.values.items() if case.casefold() in kept})

    def telling(self) -> CaseTable:
        """Leave out the measures on which all cases are the same: those tell nothing apart."""
        kept = {name: measure for name, measure in self.measures.items() if len(set(self.of(name).values())) > 1}
        values = {case: {name: row[name] for name in row if name in kept} for case, row in self.values.items()}
        return CaseTable(kept, values)
