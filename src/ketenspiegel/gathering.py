"""Answers on any assessment, and tables about municipalities, come together: every file goes to where it belongs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from unicodedata import normalize

from ketenspiegel.answers import AnswerSheet, AnswerSheetError, merge, read_answer_sheet
from ketenspiegel.case_tables import laid_out, looks_like_cases, read_case_table
from ketenspiegel.cases import CaseTable
from ketenspiegel.choice_files import is_choice
from ketenspiegel.collection import Collection, Source, collect, contents_of
from ketenspiegel.language import Language, translator
from ketenspiegel.meeting_headers import HOURS, NAME, PARTICIPANTS, TIMES, kinds_of
from ketenspiegel.questions import QuestionSet, available_question_sets, load_question_set
from ketenspiegel.survey_headers import Headers
from ketenspiegel.survey_tables import Refusal, place_called
from ketenspiegel.tables import TableError, read_table

MEETINGS = "overlegkaart"


@dataclass(frozen=True)
class Gathered:
    """Answers by question set, the values in tables about municipalities, and what was left out.

    ``choices`` are the contents of files that hold how a comparison was set up; the last one counts.
    """

    collections: Mapping[str, Collection] = field(default_factory=dict)
    table: CaseTable = field(default_factory=CaseTable)
    tables: tuple[str, ...] = ()
    choices: tuple[bytes, ...] = ()
    refused: tuple[Refusal, ...] = ()
    dropped_columns: tuple[str, ...] = ()

    @property
    def sheets(self) -> dict[str, tuple[AnswerSheet, ...]]:
        """The answer sheets, by question set."""
        return {name: tuple(of.sheets) for name, of in self.collections.items()}

    @property
    def questions(self) -> tuple[QuestionSet, ...]:
        """The question sets that there are answers on, by name."""
        return tuple(load_question_set(name) for name in sorted(self.collections))


def gather(sources: Iterable[Source], language: Language = "nl") -> Gathered:
    """Put answers on any assessment together, with tables about municipalities; one bad file never stops the others.

    Answers without a municipality are taken to come from the municipality that their folder is called after.

    Parameters
    ----------
    sources
        Files and folders, or uploads as name (with the folders it is in) and contents; see `ketenspiegel.collection`.
    language
        The reader's language.

    Returns
    -------
    Gathered
        The same for any order of the sources, but for values that two tables give differently, and for the order of
        the choices.
    """
    sorter = _Sorter(language)
    for name, contents in contents_of(sources, language):
        sorter.take(name, contents)
    return sorter.gathered()


class _Sorter:
    """Tells where every file belongs."""

    def __init__(self, language: Language) -> None:
        self.language, self.say = language, translator(language)
        self.by_set: dict[str, list[Collection]] = {}
        self.table, self.tables = CaseTable(), list[str]()
        self.choices: list[bytes] = []
        self.refused: list[Refusal] = []
        self.dropped: list[str] = []

    def take(self, name: str, contents: bytes | Refusal) -> None:
        if isinstance(contents, Refusal):
            self.refused.append(contents)
        elif name.lower().endswith(".json"):
            self._take_json(name, contents)
        elif name.lower().endswith((".csv", ".xlsx")):
            self._take_table(name, contents)
        else:
            self._refuse(name, self.say("dit soort bestand kan ik niet lezen; kies .json, .csv of .xlsx"))

    def gathered(self) -> Gathered:
        spelling = _spelling(part for parts in self.by_set.values() for part in parts)
        found = {name: _together(parts, spelling) for name, parts in sorted(self.by_set.items())}
        dropped = {column for each in found.values() for column in each.dropped_columns}
        return Gathered(
            collections={name: each for name, each in found.items() if each.sheets or each.refused},
            table=self.table,
            tables=tuple(sorted(self.tables)),
            choices=tuple(self.choices),
            refused=_unique(self.refused),
            dropped_columns=tuple(sorted({*self.dropped, *dropped})),
        )

    def _take_json(self, name: str, contents: bytes) -> None:
        if is_choice(contents):
            self.choices.append(contents)
            return
        try:
            sheet = read_answer_sheet(contents, self.language)
        except AnswerSheetError as error:
            self._refuse(name, str(error))
            return
        if sheet.question_set not in available_question_sets():
            reason = self.say("dit antwoordblad hoort bij een vragenlijst die hier niet is: {name}")
            self._refuse(name, reason.format(name=sheet.question_set))
            return
        self._collect(sheet.question_set, name, contents)

    def _take_table(self, name: str, contents: bytes) -> None:
        try:
            rows = read_table(name, contents, self.language)
        except TableError as error:
            self._refuse(name, str(error))
            return
        headers = rows[0] if rows else []
        best = max(available_question_sets(), key=lambda each: len(_headers(each).items(headers)))
        if _headers(best).items(headers):
            self._collect(best, name, contents)
        elif _holds_meetings(rows):
            self._collect(MEETINGS, name, contents)
        elif looks_like_cases(rows) or laid_out(rows):
            found = read_case_table(Path(name).name, rows, self.language)
            self.table = self.table.plus(found.table)
            if found.table.measures:
                period = f" ({found.period})" if found.period else ""
                self.tables.append(f"{Path(name).name}{period}")
            self.refused += found.refused
            self.dropped += found.dropped_columns
        else:
            self._refuse(
                name,
                self.say(
                    "in deze tabel herken ik geen stellingen van een zelftest, en ook geen kolom met gemeenten naast "
                    "kolommen met getallen"
                ),
            )

    def _collect(self, question_set: str, name: str, contents: bytes) -> None:
        found = collect([(Path(name).name, contents)], _questions(question_set), language=self.language)
        folder = normalize("NFC", _town_folder(name))
        sheets = tuple(_placed(sheet, folder, name) for sheet in found.sheets)
        self.by_set.setdefault(question_set, []).append(replace(found, sheets=sheets))

    def _refuse(self, name: str, reason: str) -> None:
        self.refused.append(Refusal(Path(name).name, "", reason))


@cache
def _questions(name: str) -> QuestionSet:
    return load_question_set(name)


@cache
def _headers(question_set: str) -> Headers:
    return Headers(_questions(question_set))


def _holds_meetings(rows: Sequence[Sequence[str]]) -> bool:
    kinds = set(kinds_of(rows[0])) if rows else set()
    return {NAME, PARTICIPANTS} <= kinds and (bool(kinds & {TIMES, HOURS}) or not looks_like_cases(rows))


def _town_folder(name: str) -> str:
    """Give the nearest folder that a file is in and that can be a name: not that of a year or a round."""
    return next((folder for folder in reversed(Path(name).parts[:-1]) if any(map(str.isalpha, folder))), "")


def _placed(sheet: AnswerSheet, folder: str, file: str) -> AnswerSheet:
    """Say of a sheet without a municipality that it comes from the one that its folder is called after.

    The id of a sheet from a table follows from what it says, and two municipalities can say the same.
    """
    if sheet.municipality.name or not folder:
        return sheet
    place = place_called(folder)
    own = (
        sheet.id if file.lower().endswith(".json") else hashlib.sha256(f"{sheet.id} {place.name}".encode()).hexdigest()
    )
    return sheet.model_copy(update={"municipality": place, "id": own[:32]})


def _spelling(parts: Iterable[Collection]) -> dict[str, str]:
    """Give one way to write every municipality, whatever the capitals in its answer sheets."""
    names = {sheet.municipality.name for part in parts for sheet in part.sheets}
    return {name.casefold(): name for name in sorted(names, reverse=True)}


def _together(parts: Sequence[Collection], spelling: Mapping[str, str]) -> Collection:
    merged = merge(_spelled(sheet, spelling) for part in parts for sheet in part.sheets)
    return Collection(
        sheets=merged.sheets,
        refused=_unique(each for part in parts for each in part.refused),
        doubles=tuple(sorted({*merged.doubles, *(each for part in parts for each in part.doubles)})),
        dropped_columns=tuple(sorted({column for part in parts for column in part.dropped_columns})),
    )


def _spelled(sheet: AnswerSheet, spelling: Mapping[str, str]) -> AnswerSheet:
    name = spelling[sheet.municipality.name.casefold()]
    if name == sheet.municipality.name:
        return sheet
    return sheet.model_copy(update={"municipality": sheet.municipality.model_copy(update={"name": name})})


def _unique(refused: Iterable[Refusal]) -> tuple[Refusal, ...]:
    return tuple(sorted(set(refused), key=lambda each: (each.source, each.place, each.reason)))
