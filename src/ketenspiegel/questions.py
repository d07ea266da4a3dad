"""What a question set is: load it, validate it, say exactly what is wrong with it.

A question set is one YAML file. A trainer who adds a file in ``question_sets/`` has added a questionnaire;
``python -m ketenspiegel.questions`` prints the JSON Schema with which an editor helps to write it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ketenspiegel.language import Language, translator
from ketenspiegel.problems import describe, field_name

FOLDER = Path(__file__).parent / "question_sets"

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True)]
Location = tuple[int | str, ...]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Part):
    """A text in every language that readers can choose."""

    nl: Words = Field(description="De Nederlandse tekst")
    en: Words = Field(description="De Engelse tekst")

    def to(self, language: Language) -> str:
        """Give the text in one language."""
        return self.nl if language == "nl" else self.en


class Role(_Part):
    """From which place in the chain somebody answers."""

    id: Identifier = Field(description="Korte naam in kleine letters, bijvoorbeeld: bestuurder")
    label: Text = Field(description="Hoe de rol op het scherm heet")
    description: Text = Field(description="Wie deze rol kiest, in één zin")


class Scale(_Part):
    """The answers one can choose from, lowest first; every point has a label."""

    points: tuple[Text, ...] = Field(min_length=3, max_length=11, description="De antwoorden, laagste eerst")
    unknown: Text = Field(description="De tekst voor: weet ik niet of niet van toepassing")

    @property
    def values(self) -> range:
        """The values that answers can have: 1 up to and including the number of points."""
        return range(1, len(self.points) + 1)


class Item(_Part):
    """One statement. ``reversed`` means that agreeing with it is the unfavourable answer."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    text: Text = Field(description="De stelling")
    reversed: bool = Field(default=False, description="true als eens zijn betekent dat het slechter gaat")
    roles: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="Alleen deze rollen krijgen de stelling; leeg is alle rollen"
    )


class Theme(_Part):
    """Statements that belong together, with the usual standard advice for a low score."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    title: Text = Field(description="De naam van het thema")
    explanation: Text = Field(description="Wat het woord hier betekent, in één of twee zinnen")
    advice: Text = Field(description="Het gebruikelijke standaardadvies bij een lage score")
    items: tuple[Item, ...] = Field(min_length=1, description="De stellingen")


class QuestionSet(_Part):
    """A questionnaire: themes with items, one scale, the roles that can answer.

    Examples
    --------
    >>> questions = load_question_set("ketensamenwerking")
    >>> len(questions.themes), list(questions.scale.values)
    (6, [1, 2, 3, 4, 5])
    """

    id: Identifier = Field(description="Korte naam; gelijk aan de bestandsnaam zonder .yaml")
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")] = Field(
        description="Versie als 1.0; het eerste getal gaat omhoog als oude antwoorden niet meer passen"
    )
    title: Text = Field(description="De naam van de vragenlijst")
    introduction: Text = Field(description="Wat iemand leest voordat hij begint")
    roles: tuple[Role, ...] = Field(min_length=1, description="De rollen waaruit iemand kiest")
    scale: Scale = Field(description="De antwoorden bij elke stelling")
    themes: tuple[Theme, ...] = Field(min_length=1, description="De thema's met hun stellingen")

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by id, in the order of the form."""
        return {item.id: item for theme in self.themes for item in theme.items}

    @cached_property
    def role_labels(self) -> dict[str, Text]:
        """The label of every role by id, in the order of the question set."""
        return {role.id: role.label for role in self.roles}

    def items_for(self, role: str) -> tuple[Item, ...]:
        """Give the items that one role answers."""
        return tuple(item for item in self.items.values() if item.roles is None or role in item.roles)


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
        {(*place, "id"): item.id for place, item in items.items()},
    )
    for names in named:
        for place, name in names.items():
            if next(first for first, other in names.items() if other == name) != place:
                yield place, say("de naam ‘{name}’ komt twee keer voor").format(name=name)
    for place, item in items.items():
        for name in sorted(set(item.roles or ()) - set(questions.role_labels)):
            yield (*place, "roles"), say("de rol ‘{name}’ staat niet bij roles").format(name=name)


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
