"""Who misreads whose motives, about what, and in which direction; false conflicts first.

A false conflict can be solved by talking: both want the same and one of them does not know it. What this lens cannot
see: why somebody expects what they expect, whether people say what really moves them, and what a motive does in
practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from ketenspiegel.answers import UNKNOWN, AnswerSheet
from ketenspiegel.language import Language, decimal, mark, translator
from ketenspiegel.lenses.groups import SMALLEST
from ketenspiegel.lenses.motives_questions import conversation, drawn, findings
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.coorientation import CLOSE, DRAWS, Coorientation, State, coorientation
from ketenspiegel.questions import Item, QuestionSet, predicted

CERTAIN = 0.8

STATES: dict[State, str] = {
    "true consensus": mark("echt eens"),
    "false consensus": mark("schijnbaar eens"),
    "false conflict": mark("schijnbaar oneens"),
    "true dissensus": mark("echt oneens"),
}


@dataclass(frozen=True)
class Reading:
    """How one group reads another on one motive, with the answers that it follows from."""

    observer: str
    about: str
    item: Item
    points: int
    found: Coorientation
    own: tuple[int, ...]
    expected: tuple[int, ...]
    theirs: tuple[int, ...]

    @property
    def certain(self) -> bool:
        """Whether the state holds in nearly all samples of the same size."""
        return self.found.certainty >= CERTAIN

    @property
    def misread(self) -> bool:
        """Whether what is expected and what is said lie at least a step apart."""
        return (1 - self.found.accuracy.value) * (self.points - 1) >= CLOSE


def motives(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at how well partner groups know each other's motives.

    Groups with fewer than three respondents, and pairs with fewer than three predictions of a motive, are left out. A
    state is named in the findings only when it holds in at least 80% of the samples drawn from the same people.

    Parameters
    ----------
    sheets
        The answer sheets.
    questions
        A question set with ``prediction``.
    theme
        Makes no difference here.
    language
        The reader's language.

    Notes
    -----
    Draws `ketenspiegel.methods.coorientation.DRAWS` samples for every ordered pair of groups and every motive.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> motives([], load_question_set("beweegredenen")).rows
    []
    """
    say = translator(language)
    labels = questions.role_names(language)
    found = readings(sheets, questions)
    matrix = _matrix(found, labels)
    return View(
        lens="motives",
        title=say("Kent u elkaars beweegredenen?"),
        summary=_summary(matrix, language),
        rows=[
            *matrix,
            *(row for each in drawn(found) for row in _strip(each, labels, language)),
        ],
        columns={
            "observer": say("Wie"),
            "about": say("Over wie"),
            "item": say("Beweegreden"),
            "state": say("Stand"),
            "certainty": say("Zeker"),
            "bias": say("Verwacht te hoog of te laag (stappen)"),
            "agreement": say("Eens (0 tot 1)"),
            "congruency": say("Denkt eens te zijn (0 tot 1)"),
            "accuracy": say("Raak (0 tot 1)"),
        },
        table_rows=[_table_row(each, labels, language) for each in found],
        findings=findings(found, labels, language),
        questions=conversation(found, labels, language),
        notes=_notes(sheets, found, labels, language),
        language=language,
    )


def readings(sheets: Sequence[AnswerSheet], questions: QuestionSet, draws: int = DRAWS) -> list[Reading]:
    """Give how every group reads every other on every motive, where each side has enough answers."""
    by_role = {role: [sheet for sheet in sheets if sheet.role == role] for role in questions.role_labels}
    found: list[Reading] = []
    for observer, about in permutations(by_role, 2):
        for item in (item for theme in questions.themes for item in theme.items):
            own = _answers(by_role[observer], item.id)
            expected = _answers(by_role[observer], predicted(item.id, about))
            theirs = _answers(by_role[about], item.id)
            points = len(questions.scale_of(item).points)
            compared = coorientation(own, expected, theirs, points, fewest=SMALLEST, draws=draws)
            if compared is not None:
                known = [tuple(a for a in row if a is not None) for row in (own, expected, theirs)]
                found.append(Reading(observer, about, item, points, compared, *known))
    return found


def _answers(sheets: Sequence[AnswerSheet], item: str) -> list[int | None]:
    found = [sheet.answers.get(item) for sheet in sheets]
    return [None if answer == UNKNOWN else answer for answer in found]


def _matrix(readings: Sequence[Reading], labels: Mapping[str, str]) -> list[dict[str, object]]:
    """Count for every two groups on how many motives the one misreads the other."""
    order = list(labels)
    pairs = dict.fromkeys((each.observer, each.about) for each in readings)
    rows: list[dict[str, object]] = []
    for observer, about in pairs:
        there = [each for each in readings if (each.observer, each.about) == (observer, about)]
        rows.append(
            {
                "kind": "pair",
                "observer": labels[observer],
                "about": labels[about],
                "row": order.index(observer),
                "column": order.index(about),
                "misread": sum(each.misread for each in there),
                "motives": len(there),
                "names": list(labels.values()),
            }
        )
    return rows


def _strip(reading: Reading, labels: Mapping[str, str], language: Language) -> list[dict[str, object]]:
    """Give the answers behind one reading: a row per line and answer."""
    say = translator(language)
    observer, about = labels[reading.observer], labels[reading.about]
    lines = (
        (say("{group} zelf").format(group=observer), reading.observer, reading.own, True),
        (say("verwacht van de ander"), reading.observer, reading.expected, False),
        (say("{group} zelf").format(group=about), reading.about, reading.theirs, True),
    )
    order = list(labels)
    return [
        {
            "kind": "answers",
            "title": f"{reading.item.text.to(language)}",
            "state": say(STATES[reading.found.state]),
            "pair": f"{observer} → {about}",
            "line": line,
            "place": place,
            "group": order.index(group),
            "own": own,
            "answer": value,
            "n": answers.count(value),
            "points": reading.points,
        }
        for place, (line, group, answers, own) in enumerate(lines)
        for value in range(1, reading.points + 1)
        if value in answers
    ]


def _table_row(reading: Reading, labels: Mapping[str, str], language: Language) -> dict[str, str]:
    say, found = translator(language), reading.found
    sure = say("{percent}%").format(percent=round(100 * found.certainty))
    return {
        "observer": labels[reading.observer],
        "about": labels[reading.about],
        "item": reading.item.text.to(language),
        "state": say(STATES[found.state]),
        "certainty": sure if reading.certain else say("{percent}, onzeker").format(percent=sure),
        "bias": decimal(found.bias, language),
        **{
            name: say("{value} ({low} tot {high}, n={n})").format(
                value=decimal(measure.value, language, 2),
                low=decimal(measure.low, language, 2),
                high=decimal(measure.high, language, 2),
                n=measure.n,
            )
            for name, measure in (
                ("agreement", found.agreement),
                ("congruency", found.congruency),
                ("accuracy", found.accuracy),
            )
        },
    }


def _notes(
    sheets: Sequence[AnswerSheet], readings: Sequence[Reading], labels: Mapping[str, str], language: Language
) -> tuple[str, ...]:
    say = translator(language)
    if not readings:
        return (say("Voor dit beeld zijn van twee groepen minstens {n} mensen nodig.").format(n=SMALLEST),)
    sizes = Counter(sheet.role for sheet in sheets)
    small = [label for role, label in labels.items() if 0 < sizes[role] < SMALLEST]
    notes = []
    if small:
        notes.append(
            say("Groepen met minder dan {n} mensen staan er niet bij, zodat niemand te herkennen is: {groups}.").format(
                n=SMALLEST, groups=", ".join(small)
            )
        )
    uncertain = sum(not each.certain for each in readings)
    notes.append(
        say(
            "Bij {n} van de {total} vergelijkingen is de stand onzeker: met net andere mensen uit dezelfde groepen kon "
            "die anders zijn. Die staan alleen in de tabel."
        ).format(n=uncertain, total=len(readings))
    )
    return tuple(notes)


def _summary(matrix: Sequence[Mapping[str, object]], language: Language) -> str:
    say = translator(language)
    if not matrix:
        return say("Er zijn te weinig antwoorden voor dit beeld.")
    pairs = "; ".join(
        say("{observer} over {about} {n} van {total}").format(
            observer=row["observer"], about=row["about"], n=row["misread"], total=row["motives"]
        )
        for row in matrix
    )
    return say(
        "Eerst hoe vaak de ene groep de andere verkeerd leest: {pairs}. Daaronder de duidelijkste misverstanden, met "
        "alle antwoorden."
    ).format(pairs=pairs)
