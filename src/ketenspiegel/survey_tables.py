"""A table from a survey tool becomes answer sheets.

LimeSurvey, Microsoft Forms and their like export a wide table: a row per respondent, a column per question, with
codes or full texts in the headers and in the cells. What speaks for itself is recognised; for the rest there is a
`Mapping`. Columns with names, e-mail addresses, IP addresses and the like are dropped before anything is kept.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ketenspiegel.answers import MAX_NAME, MAX_REMARK, UNKNOWN, Answer, AnswerSheet, Place
from ketenspiegel.language import LANGUAGES, Language, translator
from ketenspiegel.municipalities import named
from ketenspiegel.questions import Item, QuestionSet
from ketenspiegel.survey_headers import (
    FIELDS,
    REMARK,
    RESPONSE,
    SUBMITTED,
    Column,
    Headers,
    plain,
    withheld,
)

# Cells that mean: no answer was given.
_NO_ANSWER = {"", "n/a", "na", "nvt", "n.v.t.", "-", "geen antwoord", "no answer"}
_CODE = re.compile(r"^(?:a|ao|sq)?0*(\d{1,2})(?:[.,]0+)?$")
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}(?!\d)")


@dataclass(frozen=True)
class Mapping:
    """What columns and answers mean that do not speak for themselves.

    ``columns`` maps a header to an item or to ``role``, ``municipality``, ``chain`` or ``round``; ``values`` maps
    the text of a cell to a value of the scale (as text), to ``unknown`` or to a role.
    """

    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Defaults:
    """What counts where a table says nothing."""

    municipality: str = ""
    chain: str = ""
    round: str = ""
    role: str = ""


@dataclass(frozen=True)
class Refusal:
    """Something that was left out: from which file, where in it, and why."""

    source: str
    place: str
    reason: str


@dataclass
class SurveyTable:
    """Answer sheets from one table, and what was left out or not recognised."""

    sheets: list[AnswerSheet] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    dropped_columns: list[str] = field(default_factory=list)
    unrecognised_columns: list[str] = field(default_factory=list)
    unrecognised_values: list[str] = field(default_factory=list)


def read_survey_table(
    name: str,
    rows: Sequence[Sequence[str]],
    questions: QuestionSet,
    mapping: Mapping | None = None,
    defaults: Defaults | None = None,
    language: Language = "nl",
) -> SurveyTable:
    """Turn a table into answer sheets.

    A respondent gets an id that follows from the row: reading the same table again, or a later export of the same
    survey, gives the same ids, so that doubles are recognised. Rows that are wholly alike count apart.

    Parameters
    ----------
    name
        The name of the file, for messages.
    rows
        The cells as text; the first row holds the headers.
    questions
        The question set that was asked.
    mapping
        What headers and cells mean that do not speak for themselves.
    defaults
        What counts where the table says nothing.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> rows = [["Naam", "rol", "regie-koers"], ["Jansen", "Inwoner", "Eens"]]
    >>> table = read_survey_table("export.csv", rows, load_question_set("ketensamenwerking"))
    >>> table.sheets[0].answers, table.dropped_columns
    ({'regie-koers': 4}, ['Naam'])
    """
    return _Reader(name, questions, mapping or Mapping(), defaults or Defaults(), language).read(rows)


class _Reader:
    """Reads one table; what is found piles up in ``found``."""

    def __init__(
        self, name: str, questions: QuestionSet, mapping: Mapping, defaults: Defaults, language: Language
    ) -> None:
        self.name, self.questions, self.mapping, self.defaults = name, questions, mapping, defaults
        self.say = translator(language)
        self.found = SurveyTable()
        self.headers = Headers(questions)
        self.alike: Counter[str] = Counter()
        self.roles = {
            plain(text): role.id
            for role in questions.roles
            for text in (role.id, *(role.label.to(each) for each in LANGUAGES))
        }
        self.points: dict[str | None, dict[str, Answer]] = {}

    def read(self, rows: Sequence[Sequence[str]]) -> SurveyTable:
        headers = list(rows[0]) if rows else []
        columns = [
            self._column(header, [row[i] for row in rows[1:] if i < len(row)]) for i, header in enumerate(headers)
        ]
        if not any(column.item and column.kind != REMARK for column in columns):
            self._refuse("", self._no_items())
            return self.found
        for number, row in enumerate(rows[1:], start=2):
            cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False) if column.kind}
            if any(cells.values()):
                self._read_row(number, cells)
        return self.found

    def _column(self, header: str, cells: Iterable[str]) -> Column:
        if withheld(header, cells):
            self.found.dropped_columns.append(header)
            return Column(header)
        chosen = self.mapping.columns.get(header)
        if chosen in FIELDS:
            return Column(header, kind=chosen)
        if chosen in self.questions.items:
            return Column(header, kind="answer", item=chosen)
        column = self.headers.recognise(header)
        if not column.kind and header.strip():
            self.found.unrecognised_columns.append(header)
        return column

    def _read_row(self, number: int, cells: dict[Column, str]) -> None:
        place = self.say("rij {number}").format(number=number)
        by_kind = {column.kind: cell for column, cell in cells.items() if not column.item}
        role = self._role(by_kind.get("role", ""), place)
        if role is None:
            return
        answers: dict[str, Answer] = {}
        remarks: dict[str, str] = {}
        for column, cell in cells.items():
            if column.kind == "answer" and plain(cell) not in _NO_ANSWER:
                answer = self._answer(cell, self.questions.items[column.item], f"{place}, {column.header}")
                if answer is not None:
                    answers[column.item] = answer
            elif column.kind == REMARK and cell:
                remarks[column.item] = _PERSONAL.sub("[weggelaten]", cell)[:MAX_REMARK]
        if not answers:
            self._refuse(place, self.say("in deze rij staat geen enkel antwoord"))
            return
        submitted = _moment(by_kind.get(SUBMITTED, ""))
        municipality = place_called(by_kind.get("municipality") or self.defaults.municipality)
        self.found.sheets.append(
            AnswerSheet(
                id=self._id((by_kind.get(RESPONSE, ""), municipality.name), role, answers, remarks),
                question_set=self.questions.id,
                question_set_version=self.questions.version,
                municipality=municipality,
                chain=(by_kind.get("chain") or self.defaults.chain)[:MAX_NAME],
                round=_round(by_kind.get("round", ""))
                or self.defaults.round
                or (f"{submitted:%Y-%m}" if submitted else ""),
                role=role,
                answers=answers,
                remarks=remarks,
                saved=submitted or datetime(2000, 1, 1, tzinfo=UTC),
            )
        )

    def _role(self, cell: str, place: str) -> str | None:
        role = self.roles.get(plain(cell)) or self.mapping.values.get(cell, "")
        if not role and not cell:
            role = self.defaults.role
        if role in self.questions.role_labels:
            return role
        if cell:
            self._unrecognised(cell)
        reason = self.say("de rol ‘{cell}’ ken ik niet") if cell else self.say("de rol ontbreekt")
        self._refuse(place, reason.format(cell=cell))
        return None

    def _answer(self, cell: str, item: Item, place: str) -> Answer | None:
        chosen = self.mapping.values.get(cell)
        if chosen == UNKNOWN:
            return UNKNOWN
        known = self._texts(item).get(plain(cell))
        if chosen is None and known is not None:
            return known
        code = _CODE.match(plain(chosen or cell))
        if code and int(code[1]) in self.questions.scale_of(item).values:
            return int(code[1])
        self._unrecognised(cell)
        self._refuse(place, self.say("het antwoord ‘{cell}’ ken ik niet; het is overgeslagen").format(cell=cell[:60]))
        return None

    def _texts(self, item: Item) -> dict[str, Answer]:
        """Give what the answers that one can choose from at an item are called, in any language."""
        if item.scale not in self.points:
            scale = self.questions.scale_of(item)
            points = zip(scale.values, scale.points, strict=True)
            found: dict[str, Answer] = {plain(point.to(each)): value for value, point in points for each in LANGUAGES}
            found |= {plain(scale.unknown.to(each)): UNKNOWN for each in LANGUAGES}
            found |= {plain(text): UNKNOWN for text in ("weet ik niet", "weet niet", "don't know", UNKNOWN)}
            self.points[item.scale] = found
        return self.points[item.scale]

    def _unrecognised(self, cell: str) -> None:
        if cell not in self.found.unrecognised_values:
            self.found.unrecognised_values.append(cell)

    def _refuse(self, place: str, reason: str) -> None:
        self.found.refused.append(Refusal(self.name, place, reason))

    def _no_items(self) -> str:
        example = next(iter(self.questions.items.values()))
        return self.say(
            "ik herken geen enkele stelling in de kolomkoppen; verwacht: een code zoals {code}, of de tekst van de "
            "stelling zoals ‘{text}’"
        ).format(code=example.id, text=example.text.nl)

    def _id(self, origin: tuple[str, str], role: str, answers: dict[str, Answer], remarks: dict[str, str]) -> str:
        seed = repr((self.questions.id, *origin, role, sorted(answers.items()), sorted(remarks.items())))
        self.alike[seed] += 1
        return hashlib.sha256(f"{seed} {self.alike[seed]}".encode()).hexdigest()[:32]


def place_called(name: str) -> Place:
    """Give the municipality that is called so, with its code when it is one of 2026."""
    town = named(name)
    return Place(name=town.name, code=town.code) if town else Place(name=name[:MAX_NAME])


def _round(cell: str) -> str:
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", cell):
        return cell
    moment = _moment(cell)
    return f"{moment:%Y-%m}" if moment else ""


def _moment(cell: str) -> datetime | None:
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%d-%m-%Y %H:%M:%S", "%d-%m-%Y", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y"):
        try:
            return datetime.strptime(cell.strip().replace("T", " ").split(".")[0], form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
