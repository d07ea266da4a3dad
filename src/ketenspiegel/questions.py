"""What a question set is: load it, validate it, say exactly what is wrong with it.

A question set is one YAML file. A trainer who adds a file in ``question_sets/`` has added a questionnaire;
``python -m ketenspiegel.questions`` prints the JSON Schema with which an editor helps to write it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ketenspiegel.language import Language, translator
from ketenspiegel.problems import describe, field_name
from ketenspiegel.question_map import Direction, Factor, InfluenceQuestions, Intervention, Strength, sign_of
from ketenspiegel.question_meetings import MeetingQuestions, Purpose
from ketenspiegel.question_parts import Reflex, Text
from ketenspiegel.question_set import Beyond, Item, Link, QuestionSet, Role, Scale, Theme, predicted

__all__ = [
    "Beyond",
    "Direction",
    "Factor",
    "InfluenceQuestions",
    "Intervention",
    "Item",
    "Link",
    "MeetingQuestions",
    "Problem",
    "Purpose",
    "QuestionSet",
    "QuestionSetError",
    "Reflex",
    "Role",
    "Scale",
    "Strength",
    "Text",
    "Theme",
    "available_question_sets",
    "json_schema",
    "load_question_set",
    "parse_question_set",
    "predicted",
    "sign_of",
]

FOLDER = Path(__file__).parent / "question_sets"

Location = tuple[int | str, ...]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a question set file."""

    file: str
    line: int | None
    field: str
    message: str

    def to(self, language: Language) -> str:
        """Say file, line, field and what is wrong in one line."""
        say = translator(language)
        place = [self.file]
        if self.line is not None:
            place.append(say("regel {line}").format(line=self.line))
        if self.field:
            place.append(self.field)
        return f"{', '.join(place)}: {self.message}"


class QuestionSetError(ValueError):
    """A question set file that cannot be used, with everything that is wrong with it in ``problems``."""

    def __init__(self, problems: list[Problem], language: Language = "nl") -> None:
        self.problems = problems
        super().__init__("\n".join(problem.to(language) for problem in problems))


def available_question_sets() -> tuple[str, ...]:
    """Name the question sets that come with the package.

    Examples
    --------
    >>> "ketensamenwerking" in available_question_sets()
    True
    """
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load_question_set(source: str | Path, language: Language = "nl") -> QuestionSet:
    """Load a question set and check it.

    Parameters
    ----------
    source
        The name of a question set in the package, or the path of a YAML file of one's own.
    language
        The language of error messages.

    Raises
    ------
    QuestionSetError
        When there is no such file or something is wrong in it; the message names file, line and field.

    Examples
    --------
    >>> load_question_set("ketensamenwerking").title.nl
    'Ketensamenwerking'
    """
    say = translator(language)
    path = FOLDER / f"{source}.yaml" if source in available_question_sets() else Path(source)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        message = say("dit bestand is er niet of is geen tekst")
        raise QuestionSetError([Problem(str(source), None, "", message)], language) from None
    if path.parent == FOLDER:
        return _parse_once(text, path.name, language)
    return parse_question_set(text, path.name, language)


def parse_question_set(text: str, file: str = "vragenlijst.yaml", language: Language = "nl") -> QuestionSet:
    """Read a question set from YAML text; ``file`` is the name that errors mention.

    Raises
    ------
    QuestionSetError
        When something is wrong in the text.
    """
    say = translator(language)
    try:
        tree = YAML().load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = say("de opmaak (YAML) klopt hier niet: {detail}").format(detail=error.problem)
        line = mark.line + 1 if mark else None
        raise QuestionSetError([Problem(file, line, "", message)], language) from None
    except YAMLError as error:
        message = say("de opmaak (YAML) klopt hier niet: {detail}").format(detail=error)
        raise QuestionSetError([Problem(file, None, "", message)], language) from None
    if not isinstance(tree, CommentedMap):
        message = say("dit is geen vragenlijst; een vragenlijst begint met id, version en title")
        raise QuestionSetError([Problem(file, 1, "", message)], language)
    try:
        questions = QuestionSet.model_validate(tree)
    except ValidationError as error:
        found = [(item["loc"], describe(item, language)) for item in error.errors()]
    else:
        found = list(_inconsistencies(questions, language))
        if not found:
            return questions
    problems = [Problem(file, _line(tree, place), field_name(place), message) for place, message in found]
    raise QuestionSetError(problems, language)


_parse_once = cache(parse_question_set)


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of a question set, for editors that check while one types."""
    return QuestionSet.model_json_schema()


def _inconsistencies(questions: QuestionSet, language: Language) -> Iterator[tuple[Location, str]]:
    """Find what no single field shows: names used twice, roles that do not exist."""
    say = translator(language)
    items = {
        ("themes", t, "items", i): item
        for t, theme in enumerate(questions.themes)
        for i, item in enumerate(theme.items)
    }
    named: tuple[dict[Location, str], ...] = (
        {("roles", r, "id"): role.id for r, role in enumerate(questions.roles)},
        {("themes", t, "id"): theme.id for t, theme in enumerate(questions.themes)},
        {("beyond", b, "id"): part.id for b, part in enumerate(questions.beyond)},
        {(*place, "id"): item.id for place, item in items.items()},
        *_names_of_influences(questions),
        {("meetings", "purposes", p, "id"): each.id for p, each in enumerate(_purposes(questions))},
    )
    for names in named:
        for place, name in names.items():
            if next(first for first, other in names.items() if other == name) != place:
                yield place, say("de naam ‘{name}’ komt twee keer voor").format(name=name)
    themes = {theme.id for theme in questions.themes}
    for place, item in items.items():
        for name in sorted(set(item.roles or ()) - set(questions.role_labels)):
            yield (*place, "roles"), say("de rol ‘{name}’ staat niet bij roles").format(name=name)
        referred = (
            ("scale", item.scale, questions.scales, say("de schaal ‘{name}’ staat niet bij scales")),
            ("part", item.part, questions.parts, say("het deel ‘{name}’ staat niet bij parts")),
            ("level", item.level, questions.levels, say("het niveau ‘{name}’ staat niet bij levels")),
        )
        for field, reference, known, message in referred:
            if reference is not None and reference not in known:
                yield (*place, field), message.format(name=reference)
        for end in () if item.link is None else (item.link.source, item.link.target):
            if end not in themes:
                yield (*place, "link"), say("het thema ‘{name}’ bestaat hier niet").format(name=end)
        if questions.prediction is not None and "--" in item.id:
            yield (*place, "id"), say("gebruik hier geen dubbel streepje; dat maken wij zelf")
    if sum(map(bool, (questions.themes, questions.influences, questions.meetings))) != 1:
        yield ("themes",), say("een vragenlijst heeft themes, influences of meetings, en niet meer dan één daarvan")
    if not questions.roles and questions.meetings is None:
        yield ("roles",), say("deze lijst is te kort (minstens {min_length})").format(min_length=1)
    yield from _influences_that_do_not_fit(questions, language)


def _names_of_influences(questions: QuestionSet) -> tuple[dict[Location, str], ...]:
    if questions.influences is None:
        return ()
    factors, interventions = questions.influences.factors, questions.influences.interventions
    return (
        {("influences", "factors", f, "id"): factor.id for f, factor in enumerate(factors)},
        {("influences", "interventions", i, "id"): each.id for i, each in enumerate(interventions)},
    )


def _purposes(questions: QuestionSet) -> tuple[Purpose, ...]:
    return () if questions.meetings is None else questions.meetings.purposes


def _influences_that_do_not_fit(questions: QuestionSet, language: Language) -> Iterator[tuple[Location, str]]:
    asked, say = questions.influences, translator(language)
    if asked is None:
        return
    named: list[tuple[Location, str]] = [(("influences", "result"), asked.result)]
    for i, each in enumerate(asked.interventions):
        place: Location = ("influences", "interventions", i)
        named += [((*place, "aim"), each.aim), *(((*place, "does"), factor) for factor in each.does)]
    for place, name in named:
        if name not in asked.by_id:
            yield place, say("de factor ‘{name}’ staat niet bij factors").format(name=name)
    for s, strength in enumerate(asked.strengths):
        if strength.lowest > strength.highest:
            yield ("influences", "strengths", s), say("lowest is hier hoger dan highest")


def _line(tree: Any, location: Location) -> int | None:
    """Find the line of a field, or of the nearest part around it that is there."""
    line: int = tree.lc.line
    for part in location:
        if isinstance(tree, CommentedMap) and part in tree:
            line = tree.lc.key(part)[0]
        elif isinstance(tree, CommentedSeq) and isinstance(part, int) and part < len(tree):
            line = tree.lc.item(part)[0]
        else:
            break
        tree = tree[part]
    return line + 1


if __name__ == "__main__":
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
