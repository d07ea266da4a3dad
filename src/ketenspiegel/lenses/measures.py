"""What the answers of several municipalities say of each of them: one value per municipality and measure.

A municipality with fewer than ``SMALLEST`` answer sheets on a question set gets no value from it: a mean of two people
shows what each of them said. What a mean leaves out is a measure of its own: how far people in a municipality agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from ketenspiegel.answers import AnswerSheet, Place
from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.lenses.facets import mean, over_items, pooled
from ketenspiegel.lenses.groups import SMALLEST
from ketenspiegel.lenses.meetings_figures import Figures, sheet_meetings
from ketenspiegel.lenses.motives import readings
from ketenspiegel.methods.agreement import agreement
from ketenspiegel.question_parts import Text
from ketenspiegel.questions import Item, QuestionSet, Theme
from ketenspiegel.tally import Tally, tally

# What a measure is called, and what a case has with much and with little of it.
Names = tuple[Text, Text, Text]

UNDERSTANDING: Names = (
    Text(nl="Wederzijds begrip van beweegredenen", en="Mutual understanding of motives"),
    Text(nl="veel wederzijds begrip", en="much mutual understanding"),
    Text(nl="weinig wederzijds begrip", en="little mutual understanding"),
)
MEETING_LOAD: Names = (
    Text(nl="Overlegdruk (uren per maand)", en="Meeting load (hours a month)"),
    Text(nl="veel overlegdruk", en="a heavy meeting load"),
    Text(nl="weinig overlegdruk", en="a light meeting load"),
)

Values = Mapping[str, float | None]


def measures(sheets: Sequence[AnswerSheet], questions: QuestionSet) -> CaseTable:
    """Measure municipalities by the answers that came from them.

    Of statements: the mean answer on every part of every theme, and how far people agree on it (van der Eijk's A, the
    mean over its statements). Where people predict each other: how near those predictions are to what the others say
    themselves (accuracy, the mean over pairs of groups and motives). Of meetings: the hours a month that one function
    spends in them, on average. Of maps of influences nothing: there is no one number that says what a map says.

    Parameters
    ----------
    sheets
        The answer sheets; those without a municipality are left out.
    questions
        The question set that they answer.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> measures([], load_question_set("regie")).cases
    ()
    """
    by_case = by_municipality(sheets)
    found: dict[Measure, Values] = dict(_measured(by_case, questions))
    values = {
        case: {measure.id: value for measure, of in found.items() if (value := of.get(case)) is not None}
        for case in by_case
    }
    known = {measure.id: measure for measure, of in found.items() if any(value is not None for value in of.values())}
    return CaseTable(known, values)


def too_few(sheets: Iterable[AnswerSheet], questions: QuestionSet) -> tuple[str, ...]:
    """Name the municipalities with too few answer sheets to say anything about, by name."""
    few = (name for name, of in by_municipality(sheets).items() if len(of) < SMALLEST)
    return tuple(sorted(few, key=str.casefold)) if questions.themes else ()


def by_municipality(sheets: Iterable[AnswerSheet]) -> dict[str, list[AnswerSheet]]:
    """Divide answer sheets by municipality, by name; those without one are left out.

    Names that differ in capitals only are one municipality, called as most sheets call it. Of every municipality only
    the latest round counts: in several rounds together, three sheets can be those of one person.
    """
    found: dict[str, list[AnswerSheet]] = {}
    for sheet in sheets:
        if sheet.municipality.name:
            found.setdefault(sheet.municipality.name.casefold(), []).append(sheet)
    return {_most_used(found[key]): _latest(_with_one_name(found[key])) for key in sorted(found)}


def _most_used(sheets: Iterable[AnswerSheet]) -> str:
    counts = Counter(sheet.municipality.name for sheet in sheets)
    return min(counts, key=lambda name: (-counts[name], name))


def _with_one_name(sheets: Sequence[AnswerSheet]) -> list[AnswerSheet]:
    place = Place(name=_most_used(sheets))
    return [
        sheet if sheet.municipality.name == place.name else sheet.model_copy(update={"municipality": place})
        for sheet in sheets
    ]


def _latest(sheets: Sequence[AnswerSheet]) -> list[AnswerSheet]:
    last = max(sheet.round for sheet in sheets)
    return [sheet for sheet in sheets if sheet.round == last]


def _measured(by_case: Mapping[str, list[AnswerSheet]], questions: QuestionSet) -> Iterator[tuple[Measure, Values]]:
    if questions.meetings is not None:
        yield _measure(questions, "load", MEETING_LOAD), {case: _load(of, questions) for case, of in by_case.items()}
        return
    enough = {case: of for case, of in by_case.items() if len(of) >= SMALLEST}
    if questions.prediction is not None:
        accuracy = {case: _understanding(of, questions) for case, of in enough.items()}
        yield _measure(questions, "understanding", UNDERSTANDING, digits=2), accuracy
        return
    counted = tally([sheet for of in enough.values() for sheet in of], questions, by="municipality")
    for theme in questions.fields:
        for part in dict.fromkeys(item.part for item in theme.measured()):
            yield from _of_theme(theme, part, counted, questions)


def _of_theme(
    theme: Theme, part: str | None, counted: Tally, questions: QuestionSet
) -> Iterator[tuple[Measure, Values]]:
    items, name = theme.measured(part), theme.id if part is None else f"{theme.id}/{part}"
    title = theme.title if part is None else _joined(theme.title, questions.parts[part])
    lower = Text(nl=title.nl.lower(), en=title.en.lower())
    points = len(questions.scale_of(items[0]).points)
    score = (
        title,
        Text(nl=f"een hoge score op ‘{lower.nl}’", en=f"a high score on ‘{lower.en}’"),
        Text(nl=f"een lage score op ‘{lower.nl}’", en=f"a low score on ‘{lower.en}’"),
    )
    means = {case: _mean(counted, items, case) for case in counted.groups}
    yield _measure(questions, f"{name}/mean", score, middle=(points + 1) / 2), means
    agreed = (
        Text(nl=f"Eensgezindheid over {lower.nl}", en=f"Agreement on {lower.en}"),
        Text(nl=f"veel eensgezindheid over {lower.nl}", en=f"much agreement on {lower.en}"),
        Text(nl=f"weinig eensgezindheid over {lower.nl}", en=f"little agreement on {lower.en}"),
    )
    agreements = {case: over_items(agreement, counted, items, case) for case in counted.groups}
    yield _measure(questions, f"{name}/agreement", agreed, digits=2), agreements


def _measure(questions: QuestionSet, name: str, names: Names, middle: float | None = None, digits: int = 1) -> Measure:
    return Measure(f"{questions.id}/{name}", questions.title, *names, middle=middle, digits=digits)


def _joined(title: Text, part: Text) -> Text:
    return Text(nl=f"{title.nl}: {part.nl.lower()}", en=f"{title.en}: {part.en.lower()}")


def _mean(counted: Tally, items: Sequence[Item], case: str) -> float | None:
    """Give the mean over the statements of a theme that at least ``SMALLEST`` people of a municipality answered."""
    enough = [item for item in items if counted.of(item.id, case).known >= SMALLEST]
    return mean(pooled(counted, enough, case)) if enough else None


def _understanding(sheets: Sequence[AnswerSheet], questions: QuestionSet) -> float | None:
    found = [reading.found.accuracy.value for reading in readings(sheets, questions, draws=0)]
    return fmean(found) if found else None


def _load(sheets: Sequence[AnswerSheet], questions: QuestionSet) -> float | None:
    """Give the mean hours of those who sit in meetings, where they are enough not to be one person's hours."""
    hours = Figures(sheet_meetings(sheets, questions)).hours
    return fmean(hours.values()) if len(hours) >= SMALLEST else None
