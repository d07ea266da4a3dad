"""Results that a municipality already has: a table with a number per theme, taken from a report.

Such a table tells the simple view all it needs, and nothing of what the other views show: who answered what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ketenspiegel.language import LANGUAGES, Language, translator
from ketenspiegel.questions import Item, QuestionSet, Theme
from ketenspiegel.survey_headers import plain

VALUE = "value"
PDCA = ("plan", "do", "check", "act")

_NAMES = {
    VALUE: (
        "score", "cijfer", "positie", "fase", "gemiddelde", "stoplicht", "kleur", "waarde", "oordeel", "mean",
        "position",
    ),
    "percent": ("caf", "caf-score", "caf score"),
    **{step: (step,) for step in PDCA},
}  # fmt: skip
_LIGHTS = {"rood": 1, "oranje": 2, "groen": 3, "red": 1, "orange": 2, "amber": 2, "green": 3}


@dataclass(frozen=True)
class Results:
    """A number per item, favourable is high, and the name of the file they came from.

    A number that a report gives for a theme stands for each of its items. ``percent`` tells that numbers were given
    from 0 to 100 and only drawn on the scale.
    """

    values: Mapping[str, float]
    source: str = ""
    percent: bool = False
    problems: tuple[tuple[str, str], ...] = field(default=())

    def mean(self, items: Sequence[Item]) -> float | None:
        """Give the mean over items; None when the report tells nothing of any of them."""
        found = [self.values[item.id] for item in items if item.id in self.values]
        return sum(found) / len(found) if found else None


def looks_like_results(rows: Sequence[Sequence[str]], questions: QuestionSet) -> bool:
    """Tell whether a table has a row per theme or statement, rather than a row per respondent.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> looks_like_results([["thema", "score"], ["Regie", "2,4"]], load_question_set("ketensamenwerking"))
    True
    """
    names = _places(questions)
    return bool(_columns(rows[0] if rows else (), questions)) and any(plain(row[0]) in names for row in rows[1:] if row)


def read_results(
    name: str, rows: Sequence[Sequence[str]], questions: QuestionSet, language: Language = "nl"
) -> Results:
    """Read a table of results; what cannot be used is told in ``problems`` as place and reason.

    Parameters
    ----------
    name
        The name of the file.
    rows
        The cells as text: headers first. The first column names a theme or a statement; the others hold numbers
        on its scale (or a colour, or 0 to 100 in a column ``caf`` or in ``plan``, ``do``, ``check`` and ``act``),
        one column for every part that the question set has.
    questions
        The question set that the results are about.
    language
        The language of messages.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> questions = load_question_set("ketensamenwerking")
    >>> results = read_results("rapport.csv", [["thema", "score"], ["Regie", "2,4"]], questions)
    >>> results.values["regie-koers"], results.problems
    (2.4, ())
    """
    say = translator(language)
    places, columns = _places(questions), _columns(rows[0], questions)
    values: dict[str, float] = {}
    problems: list[tuple[str, str]] = []
    seen: list[tuple[Item, ...]] = []
    for number, row in enumerate(rows[1:], start=2):
        first = row[0].strip() if row else ""
        items = places.get(plain(first), ())
        if items and items not in seen:
            seen.append(items)
            cells = {kind: row[i] for i, kind in columns.items() if i < len(row) and row[i].strip()}
            found, wrong = _read_row(first, items, cells, questions, language)
            # What a row for one statement says goes before what its theme says, whichever comes first.
            values |= {key: value for key, value in found.items() if key not in values or len(items) == 1}
        elif items:
            wrong = [say("‘{cell}’ stond er al; deze rij telt niet").format(cell=first[:60])]
        elif first:
            wrong = [say("‘{cell}’ is geen thema of stelling van deze vragenlijst").format(cell=first[:60])]
        else:
            wrong = []
        problems += [(say("rij {number}").format(number=number), reason) for reason in wrong]
    return Results(values, name, any(kind in ("percent", *PDCA) for kind in columns.values()), tuple(problems))


def _read_row(
    name: str, items: Sequence[Item], cells: Mapping[str, str], questions: QuestionSet, language: Language
) -> tuple[dict[str, float], list[str]]:
    """Give the numbers of one row by item, and what is wrong with its cells."""
    values: dict[str, float] = {}
    wrong = []
    for part, cell in _by_part(cells).items():
        meant = [item for item in items if (item.part or VALUE) == part]
        if not meant:
            wrong.append(_other_columns(cell[0], name, questions, language))
        for item in meant:
            value = _number(cell, item, len(items) == 1, questions)
            if value is None:
                wrong.append(_reason(cell[0], item, questions, language))
                break
            values[item.id] = value
    return values, wrong


def _places(questions: QuestionSet) -> dict[str, tuple[Item, ...]]:
    """Map every name that a row can have to the items that it is about."""
    found: dict[str, tuple[Item, ...]] = {}
    for theme in questions.fields:
        items = theme.measured()
        for name in _theme_names(theme):
            found.setdefault(plain(name), items)
        for item in items:
            for name in (item.id, *(item.text.to(each) for each in LANGUAGES)):
                found.setdefault(plain(name), (item,))
    return found


def _theme_names(theme: Theme) -> Iterable[str]:
    return (theme.id, *(theme.title.to(each) for each in LANGUAGES), *theme.also)


def _columns(headers: Sequence[str], questions: QuestionSet) -> dict[int, str]:
    """Tell per column what it holds: a number for the whole row, a part of it, or a score out of a hundred."""
    names = {name: kind for kind, known in _NAMES.items() for name in known}
    for part, text in questions.parts.items():
        names |= {plain(part): part, **{plain(text.to(each)): part for each in LANGUAGES}}
    return {i: names[plain(header)] for i, header in enumerate(headers) if i and plain(header) in names}


def _by_part(cells: Mapping[str, str]) -> dict[str, tuple[str, bool]]:
    """Give for the whole row or a part of it the cell, and whether it is out of a hundred."""
    steps = [_decimal(cells[step]) for step in PDCA if step in cells]
    found = {kind: (cell, False) for kind, cell in cells.items() if kind not in (*PDCA, "percent")}
    if "percent" in cells:
        found[VALUE] = (cells["percent"], True)
    elif steps:
        known = [step for step in steps if step is not None]
        # A step that is missing or no number makes the whole row no number: it is told, and not averaged away.
        found[VALUE] = (str(sum(known) / len(known)) if len(known) == len(PDCA) else "?", True)
    return found


def _number(cell: tuple[str, bool], item: Item, alone: bool, questions: QuestionSet) -> float | None:
    """Give the number on the item's scale, favourable high; a number for the item itself is as it was worded."""
    (text, percent), highest = cell, len(questions.scale_of(item).points)
    value = _decimal(text)
    if value is not None and item.reversed and alone and not percent:
        value = highest + 1 - value
    if percent:
        return None if value is None or not 0 <= value <= 100 else 1 + (highest - 1) * value / 100
    if value is None and plain(text) in _LIGHTS:
        return 1 + (highest - 1) * (_LIGHTS[plain(text)] - 1) / 2
    return value if value is not None and 1 <= value <= highest else None


def _decimal(text: str) -> float | None:
    try:
        return float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        return None


def _other_columns(cell: str, row: str, questions: QuestionSet, language: Language) -> str:
    say = translator(language)
    names = ", ".join(text.to(language) for text in questions.parts.values())
    return say("‘{cell}’ past niet bij ‘{row}’; daar horen deze kolommen bij: {names}").format(
        cell=cell[:60], row=row[:60], names=names or say("score")
    )


def _reason(cell: str, item: Item, questions: QuestionSet, language: Language) -> str:
    say = translator(language)
    return say("‘{cell}’ past hier niet: verwacht een getal van 1 tot en met {highest}, of een kleur").format(
        cell=cell[:60], highest=len(questions.scale_of(item).points)
    )
