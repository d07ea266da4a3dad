"""What an answer sheet is: one respondent, one question set, one round; read it, write it, merge it.

A sheet holds no name and no e-mail address. It is kept as one JSON file that the form, Voila and a browser
tab write alike.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import uuid4

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ketenspiegel.influence_map import InfluenceMap
from ketenspiegel.language import Language, translator
from ketenspiegel.meetings import Meeting
from ketenspiegel.problems import describe, field_name
from ketenspiegel.questions import Item, QuestionSet

FORMAT: Literal["ketenspiegel-antwoordblad"] = "ketenspiegel-antwoordblad"
FORMAT_VERSION: Literal[1] = 1
MAX_BYTES = 1_000_000
MAX_NAME = 100
MAX_REMARK = 2000
MAX_MEETINGS = 100
UNKNOWN: Literal["unknown"] = "unknown"

Answer = Annotated[int, Field(ge=1, le=11)] | Literal["unknown"]
_Name = Annotated[str, StringConstraints(max_length=MAX_NAME, strip_whitespace=True)]
_Remark = Annotated[str, StringConstraints(max_length=MAX_REMARK)]


def _new_id() -> str:
    return uuid4().hex


def _now() -> datetime:
    return datetime.now(UTC)


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Record):
    """The municipality a sheet is about: its name and, when chosen from the list, its CBS code."""

    name: _Name = ""
    code: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")] | None = None


class AnswerSheet(_Record):
    """What one respondent answered, once.

    ``answers`` maps an item to a value of the scale (1 is the lowest) or to ``"unknown"``; an item that was
    skipped is not in it. ``round`` is a year and month. ``role`` is empty until the respondent has chosen.
    ``influences`` is the map and ``meetings`` the list that some question sets ask for.

    Examples
    --------
    >>> sheet = AnswerSheet(question_set="ketensamenwerking", question_set_version="1.0", role="inwoner")
    >>> read_answer_sheet(dump(sheet)) == sheet
    True
    """

    format: Literal["ketenspiegel-antwoordblad"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] = Field(default_factory=_new_id)
    question_set: Annotated[str, StringConstraints(max_length=60)]
    question_set_version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]
    municipality: Place = Place()
    chain: _Name = ""
    round: Annotated[str, StringConstraints(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$")] = ""
    role: Annotated[str, StringConstraints(max_length=60)] = ""
    answers: dict[str, Answer] = Field(default_factory=dict, max_length=1000)
    remarks: dict[str, _Remark] = Field(default_factory=dict, max_length=1000)
    influences: InfluenceMap | None = None
    meetings: Annotated[tuple[Meeting, ...], Field(max_length=MAX_MEETINGS)] = ()
    saved: AwareDatetime = Field(default_factory=_now)

    @property
    def filled(self) -> bool:
        """Whether anything has been answered, drawn or written down."""
        return bool(self.answers or self.meetings or (self.influences and self.influences.arrows))

    def contents(self) -> dict[str, Any]:
        """Give what stands in the file: without a map or a list of meetings where there is none."""
        data = self.model_dump(mode="json")
        return {name: value for name, value in data.items() if name not in ("influences", "meetings") or value}


class AnswerSheetError(ValueError):
    """A file that cannot be used as an answer sheet; the message is for the person who opened it."""


class OtherQuestionSetError(AnswerSheetError):
    """A good answer sheet, but of another question set."""


def read_answer_sheet(source: str | bytes | Path, language: Language = "nl") -> AnswerSheet:
    """Read an answer sheet from a file or from its contents.

    Parameters
    ----------
    source
        A path, or the contents as text or bytes, at most ``MAX_BYTES`` long.
    language
        The language of error messages.

    Raises
    ------
    AnswerSheetError
        When it is too large, damaged, of another format or of a newer version.
    """
    say = translator(language)
    data = _load(source, language)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise AnswerSheetError(say("Dit is geen antwoordblad van Ketenspiegel."))
    version = data.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise AnswerSheetError(
            say("Dit antwoordblad komt uit een nieuwere versie van Ketenspiegel. Werk Ketenspiegel eerst bij.")
        )
    try:
        return AnswerSheet.model_validate(data)
    except ValidationError as error:
        found = "; ".join(f"{field_name(e['loc'])}: {describe(e, language)}" for e in error.errors()[:3])
        raise AnswerSheetError(say("Dit antwoordblad is beschadigd ({found}).").format(found=found)) from None


def check_fit(sheet: AnswerSheet, questions: QuestionSet, language: Language = "nl") -> None:
    """Check that a sheet fits a question set: the same one, a version that matches, known items and values.

    Raises
    ------
    OtherQuestionSetError
        When it belongs to another question set.
    AnswerSheetError
        When it does not fit; the message says what differs.
    """
    say = translator(language)
    if sheet.question_set != questions.id:
        raise OtherQuestionSetError(
            say("Dit antwoordblad hoort bij een andere vragenlijst: {name}.").format(name=sheet.question_set)
        )
    theirs, ours = _version(sheet.question_set_version), _version(questions.version)
    if theirs > ours:
        raise AnswerSheetError(
            say(
                "Dit antwoordblad hoort bij een nieuwere versie van de vragenlijst ({theirs}; hier is {ours}). "
                "Werk Ketenspiegel eerst bij."
            ).format(theirs=sheet.question_set_version, ours=questions.version)
        )
    if theirs[0] < ours[0]:
        raise AnswerSheetError(
            say(
                "Dit antwoordblad hoort bij een oude versie van de vragenlijst ({theirs}; hier is {ours}). "
                "De stellingen zijn sindsdien veranderd."
            ).format(theirs=sheet.question_set_version, ours=questions.version)
        )
    if sheet.role and sheet.role not in questions.role_labels:
        raise AnswerSheetError(say("De rol ‘{name}’ bestaat hier niet.").format(name=sheet.role))
    for item, answer in sheet.answers.items():
        _check_answer(questions.items.get(item), item, answer, questions, language)
    for item in sheet.remarks:
        if item not in questions.items:
            raise AnswerSheetError(say("De stelling ‘{name}’ bestaat hier niet.").format(name=item))
    _check_map(sheet, questions, language)
    _check_purposes(sheet, questions, language)


def dump(sheet: AnswerSheet) -> str:
    """Give the contents of the file that keeps a sheet."""
    return json.dumps(sheet.contents(), ensure_ascii=False, indent=2) + "\n"


def write_answer_sheet(sheet: AnswerSheet, folder: Path) -> Path:
    """Write a sheet into a folder as ``<id>.json``, whole or not at all, and give the path.

    Raises
    ------
    OSError
        When the disk refuses; an earlier version of the file is then still there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{sheet.id}.json"
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(dump(sheet))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return target


@dataclass(frozen=True)
class Merged:
    """Sheets put together: each respondent once, and the ids that came more than once."""

    sheets: tuple[AnswerSheet, ...]
    doubles: tuple[str, ...] = field(default=())


def merge(sheets: Iterable[AnswerSheet]) -> Merged:
    """Put sheets together; of sheets with the same id the one saved last counts.

    The order in which sheets come in changes nothing.

    Examples
    --------
    >>> sheet = AnswerSheet(question_set="ketensamenwerking", question_set_version="1.0")
    >>> merged = merge([sheet, sheet])
    >>> len(merged.sheets), merged.doubles == (sheet.id,)
    (1, True)
    """
    latest: dict[str, AnswerSheet] = {}
    doubles: set[str] = set()
    for sheet in sheets:
        other = latest.get(sheet.id)
        if other is not None:
            doubles.add(sheet.id)
        if other is None or (sheet.saved, dump(sheet)) > (other.saved, dump(other)):
            latest[sheet.id] = sheet
    return Merged(tuple(latest[key] for key in sorted(latest)), tuple(sorted(doubles)))


def _load(source: str | bytes | Path, language: Language) -> Any:
    say = translator(language)
    too_large = say("Dit bestand is te groot: een antwoordblad is hoogstens {limit} MB.").format(
        limit=MAX_BYTES // 1_000_000
    )
    if isinstance(source, Path):
        if source.stat().st_size > MAX_BYTES:
            raise AnswerSheetError(too_large)
        source = source.read_bytes()
    if len(source) > MAX_BYTES:
        raise AnswerSheetError(too_large)
    try:
        return json.loads(source)
    except (ValueError, RecursionError):
        raise AnswerSheetError(say("Dit bestand is beschadigd of is geen antwoordblad.")) from None


def _check_answer(item: Item | None, name: str, answer: int | str, questions: QuestionSet, language: Language) -> None:
    say = translator(language)
    if item is None:
        raise AnswerSheetError(say("De stelling ‘{name}’ bestaat hier niet.").format(name=name))
    scale = questions.scale_of(item)
    if answer != UNKNOWN and answer not in scale.values:
        raise AnswerSheetError(
            say("Het antwoord {answer} op ‘{name}’ kan niet: kies 1 tot en met {highest}.").format(
                answer=answer, name=name, highest=len(scale.points)
            )
        )


def _check_map(sheet: AnswerSheet, questions: QuestionSet, language: Language) -> None:
    drawn, say = sheet.influences, translator(language)
    if drawn is None:
        return
    if questions.influences is None:
        raise AnswerSheetError(say("Op dit antwoordblad staat een kaart; daar vraagt deze vragenlijst niet naar."))
    factors = drawn.factors(questions.influences)
    known = {*questions.influences.by_id, *factors}
    for name in drawn.names:
        if name not in known:
            raise AnswerSheetError(say("De factor ‘{name}’ bestaat hier niet.").format(name=name))
    for arrow in drawn.arrows:
        for factor in (arrow.source, arrow.target):
            if factor not in factors:
                raise AnswerSheetError(say("De factor ‘{name}’ bestaat hier niet.").format(name=factor))
        if abs(arrow.strength) > len(questions.influences.strengths):
            raise AnswerSheetError(
                say("De sterkte {answer} kan niet: kies 1 tot en met {highest}.").format(
                    answer=arrow.strength, highest=len(questions.influences.strengths)
                )
            )


def _check_purposes(sheet: AnswerSheet, questions: QuestionSet, language: Language) -> None:
    say = translator(language)
    if sheet.meetings and questions.meetings is None:
        raise AnswerSheetError(say("Op dit antwoordblad staan overleggen; daar vraagt deze vragenlijst niet naar."))
    known = {purpose.id for purpose in questions.meetings.purposes} if questions.meetings else set()
    for meeting in sheet.meetings:
        for purpose in meeting.purposes:
            if purpose not in known:
                raise AnswerSheetError(say("Het doel ‘{name}’ bestaat hier niet.").format(name=purpose))


def _version(text: str) -> tuple[int, int]:
    major, minor = text.split(".")
    return int(major), int(minor)
