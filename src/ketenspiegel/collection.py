"""A team's answers come together: files, folders and survey tables become one set."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ketenspiegel.answers import (
    MAX_MEETINGS,
    AnswerSheet,
    AnswerSheetError,
    OtherQuestionSetError,
    check_fit,
    merge,
    read_answer_sheet,
)
from ketenspiegel.known_results import Results, looks_like_results, read_results
from ketenspiegel.language import LANGUAGES, Language, translator
from ketenspiegel.meeting_tables import read_meetings
from ketenspiegel.questions import MeetingQuestions, QuestionSet
from ketenspiegel.survey_tables import Defaults, Mapping, Refusal, SurveyTable, read_survey_table
from ketenspiegel.tables import MAX_BYTES, TableError, read_table

Source = Path | tuple[str, bytes]
ENDINGS = (".json", ".csv", ".xlsx")


@dataclass(frozen=True)
class Collection:
    """All answer sheets that came in, each once, results from reports, and what was refused with the reason.

    ``elsewhere`` counts good answer sheets of other question sets: a folder may hold those of all assessments.
    """

    sheets: tuple[AnswerSheet, ...] = ()
    results: tuple[Results, ...] = ()
    refused: tuple[Refusal, ...] = ()
    doubles: tuple[str, ...] = ()
    elsewhere: int = 0
    dropped_columns: tuple[str, ...] = ()
    unrecognised_columns: tuple[str, ...] = ()
    unrecognised_values: tuple[str, ...] = ()


def collect(
    sources: Iterable[Source],
    questions: QuestionSet,
    *,
    mapping: Mapping | None = None,
    defaults: Defaults | None = None,
    language: Language = "nl",
) -> Collection:
    """Put answers together; one bad file never stops the others.

    Parameters
    ----------
    sources
        Files and folders (in a folder, all ``.json``, ``.csv`` and ``.xlsx`` files at any depth), or uploads as
        name and contents.
    questions
        The question set that the answers belong to.
    mapping, defaults
        For survey tables: see `ketenspiegel.survey_tables`.
    language
        The reader's language.

    Returns
    -------
    Collection
        The same for any order of the sources.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> found = collect([("brief.pdf", b"")], load_question_set("ketensamenwerking"))
    >>> found.refused[0].reason
    'dit soort bestand kan ik niet lezen; kies .json, .csv of .xlsx'
    """
    found: list[SurveyTable | Results] = []
    elsewhere = 0
    for path, contents in contents_of(sources, language):
        try:
            found.append(_read(Path(path).name, contents, questions, mapping, defaults, language))
        except OtherQuestionSetError:
            elsewhere += 1
    results = [part for part in found if isinstance(part, Results)]
    parts = [_told(part) if isinstance(part, Results) else part for part in found]
    merged = merge(sheet for part in parts for sheet in part.sheets)
    return Collection(
        sheets=merged.sheets,
        results=_once(sorted((each for each in results if each.values), key=lambda each: each.source)),
        refused=tuple(sorted({r for part in parts for r in part.refused}, key=lambda r: (r.source, r.place, r.reason))),
        doubles=merged.doubles,
        elsewhere=elsewhere,
        dropped_columns=_unique(name for part in parts for name in part.dropped_columns),
        unrecognised_columns=_unique(name for part in parts for name in part.unrecognised_columns),
        unrecognised_values=_unique(name for part in parts for name in part.unrecognised_values),
    )


def contents_of(sources: Iterable[Source], language: Language = "nl") -> Iterator[tuple[str, bytes | Refusal]]:
    """Give the name and contents of every file; in a folder the name says in which folders below it the file is."""
    for source in sources:
        if not isinstance(source, Path):
            yield source
        elif source.is_dir():
            found = (path for path in source.rglob("*") if path.suffix.lower() in ENDINGS)
            for path in sorted(path for path in found if not path.name.startswith(".")):
                yield path.relative_to(source).as_posix(), _bytes(path, language)
        else:
            yield source.name, _bytes(source, language)


def _bytes(path: Path, language: Language) -> bytes | Refusal:
    say = translator(language)
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = say("dit bestand is te groot: hoogstens {limit} MB").format(limit=MAX_BYTES // 10**6)
            return Refusal(path.name, "", limit)
        return path.read_bytes()
    except OSError:
        return Refusal(path.name, "", say("dit bestand is niet te lezen"))


def _read(
    name: str,
    contents: bytes | Refusal,
    questions: QuestionSet,
    mapping: Mapping | None,
    defaults: Defaults | None,
    language: Language,
) -> SurveyTable | Results:
    say = translator(language)
    if isinstance(contents, Refusal):
        return SurveyTable(refused=[contents])
    ending = Path(name).suffix.lower()
    try:
        if ending == ".json":
            return SurveyTable(sheets=[_sheet(contents, questions, language)])
        if ending in ENDINGS:
            rows = read_table(name, contents, language)
            if questions.meetings is not None:
                return _meetings(name, rows, questions, questions.meetings, language)
            if questions.influences is not None:
                message = say("een kaart komt niet uit een tabel; kies de bestanden (.json) van het formulier")
                return SurveyTable(refused=[Refusal(name, "", message)])
            if looks_like_results(rows, questions):
                return read_results(name, rows, questions, language)
            return read_survey_table(name, rows, questions, mapping, defaults, language)
    except OtherQuestionSetError:
        raise
    except (AnswerSheetError, TableError) as error:
        return SurveyTable(refused=[Refusal(name, "", str(error))])
    reason = say("dit soort bestand kan ik niet lezen; kies .json, .csv of .xlsx")
    return SurveyTable(refused=[Refusal(name, "", reason)])


def _told(results: Results) -> SurveyTable:
    return SurveyTable(refused=[Refusal(results.source, place, reason) for place, reason in results.problems])


def _sheet(contents: bytes, questions: QuestionSet, language: Language) -> AnswerSheet:
    say = translator(language)
    sheet = read_answer_sheet(contents, language)
    check_fit(sheet, questions, language)
    if questions.roles and not sheet.role:
        raise AnswerSheetError(say("Op dit antwoordblad is geen rol gekozen."))
    if not sheet.filled:
        raise AnswerSheetError(say("Op dit antwoordblad staat nog geen antwoord."))
    return sheet


def _meetings(
    name: str, rows: list[list[str]], questions: QuestionSet, asked: MeetingQuestions, language: Language
) -> SurveyTable:
    """Make a table of meetings one answer sheet; the same table gives the same sheet, so that doubles are seen."""
    say = translator(language)
    purposes = {each.id: [*(each.label.to(one) for one in LANGUAGES), *each.also] for each in asked.purposes}
    table = read_meetings(name, rows, purposes, language)
    meetings, refused = table.meetings[:MAX_MEETINGS], list(table.refused)
    if len(table.meetings) > MAX_MEETINGS:
        message = say("hier staan meer dan {n} overleggen; de rest doet niet mee").format(n=MAX_MEETINGS)
        refused.append(Refusal(name, "", message))
    unknown = say("deze kolom ken ik niet en doet niet mee")
    refused += [Refusal(name, header, unknown) for header in table.unrecognised_columns]
    found = SurveyTable(refused=refused, dropped_columns=table.dropped_columns)
    if meetings:
        content = json.dumps([meeting.model_dump(mode="json") for meeting in meetings])
        found.sheets.append(
            AnswerSheet(
                id=hashlib.sha256(content.encode()).hexdigest()[:32],
                question_set=questions.id,
                question_set_version=questions.version,
                meetings=meetings,
                saved=datetime(1970, 1, 1, tzinfo=UTC),
            )
        )
    return found


def _once(results: Iterable[Results]) -> tuple[Results, ...]:
    kept: list[Results] = []
    for each in results:
        if each not in kept:
            kept.append(each)
    return tuple(kept)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
