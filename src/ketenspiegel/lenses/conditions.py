"""Which results are themselves conditions: what people see working the other way than the instrument reads it.

An instrument reads from organisation to result. Its question set also asks whether a result works back. What this lens
cannot see: whether it does. It shows who says to have seen it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.facets import oriented
from ketenspiegel.lenses.groups import SMALLEST, Group, place_of, privacy_notes, shown_groups
from ketenspiegel.lenses.perspectives import group_labels
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Item, QuestionSet
from ketenspiegel.tally import Counts, Tally


@dataclass(frozen=True)
class Seen:
    """How many see that one theme works on another (``yes``), how many do not (``no``), and how many were asked."""

    item: Item
    path: str
    yes: int
    no: int
    total: int


def conditions(tally: Tally, questions: QuestionSet, theme: str | None = None, language: Language = "nl") -> View:
    """Look at what people see working back, from result to organisation.

    An answer above the middle of the scale counts as seeing it, one below as not seeing it.

    Parameters
    ----------
    tally
        Counts per role and item.
    questions
        The question set; the items with a ``link`` are looked at.
    theme
        Only the items that have this theme at one of their ends.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> from ketenspiegel.tally import tally as count
    >>> questions = load_question_set("ink")
    >>> conditions(count([], questions), questions).rows
    []
    """
    say = translator(language)
    groups = shown_groups(tally.respondents)
    labels = group_labels(questions, groups, language)
    items = _linked(questions, theme) if groups else []
    seen = [_seen(item, tally, questions, language) for item in items]
    seen.sort(key=lambda each: -each.yes)
    roles = questions.role_names(language)
    return View(
        lens="conditions",
        title=say("Werkt het ook andersom?"),
        summary=_summary(seen, language),
        rows=[row for each in seen for row in _rows(each, tally, groups, labels, questions)],
        columns={
            "path": say("Werkt door op"),
            "group": say("Wie"),
            "yes": say("Ziet dit"),
            "no": say("Ziet dit niet"),
            "rest": say("Ertussenin"),
            "unknown": say("Weet niet"),
        },
        table_rows=[
            {
                "path": each.path,
                "group": f"{labels[group.id]} ({group.size})",
                **_split(oriented(tally, each.item, *group.members)),
            }
            for each in seen
            for group in groups
        ],
        findings=_findings(seen, language),
        questions=_questions(seen, language),
        notes=privacy_notes(groups, roles, language),
        language=language,
    )


def _linked(questions: QuestionSet, theme: str | None) -> list[Item]:
    return [
        item
        for item in questions.items.values()
        if item.link is not None and theme in (None, item.link.source, item.link.target)
    ]


def _seen(item: Item, tally: Tally, questions: QuestionSet, language: Language) -> Seen:
    titles = {theme.id: theme.title.to(language) for theme in questions.themes}
    assert item.link is not None
    split = _split(oriented(tally, item))
    path = f"{titles[item.link.source]} → {titles[item.link.target]}"
    return Seen(item, path, split["yes"], split["no"], sum(split.values()))


def _split(counts: Counts) -> dict[str, int]:
    half = len(counts.points) // 2
    yes, no = sum(counts.points[-half:]), sum(counts.points[:half])
    return {"yes": yes, "no": no, "rest": counts.known - yes - no, "unknown": counts.unknown}


def _rows(
    seen: Seen, tally: Tally, groups: Sequence[Group], labels: Mapping[str, str], questions: QuestionSet
) -> list[dict[str, object]]:
    return [
        {
            "path": seen.path,
            "item": seen.item.id,
            "group": labels[group.id],
            "place": place_of(group, questions),
            "n": _split(oriented(tally, seen.item, *group.members))["yes"],
            "yes": seen.yes,
            "total": seen.total,
        }
        for group in groups
    ]


def _widely_seen(seen: Sequence[Seen]) -> list[Seen]:
    return [each for each in seen if each.total >= SMALLEST and 2 * each.yes >= each.total]


def _findings(seen: Sequence[Seen], language: Language) -> tuple[str, ...]:
    say = translator(language)
    template = say("{path}: {yes} van de {total} zien dit gebeuren, {no} niet.")
    return tuple(
        template.format(path=each.path, yes=each.yes, total=each.total, no=each.no) for each in _widely_seen(seen)
    )


def _questions(seen: Sequence[Seen], language: Language) -> tuple[str, ...]:
    say = translator(language)
    widely = say(
        "‘{item}’ {yes} van de {total} zien dit. Als een resultaat zelf een voorwaarde is, waar begint het dan? En wat "
        "verandert er als u daar begint?"
    )
    divided = say("‘{item}’ {yes} van de {total} zien dit, {no} niet. Wat hebben deze mensen verschillend gezien?")
    often = _widely_seen(seen)[:1]
    parted = [each for each in seen if each not in often and min(each.yes, each.no) >= SMALLEST]
    parted.sort(key=lambda each: abs(each.yes - each.no))
    asked = [(widely, each) for each in often] + [(divided, each) for each in parted[:1]]
    return tuple(
        template.format(item=each.item.text.to(language), yes=each.yes, total=each.total, no=each.no)
        for template, each in asked
    )


def _summary(seen: Sequence[Seen], language: Language) -> str:
    say = translator(language)
    if not seen:
        return say("Er zijn te weinig antwoorden voor dit beeld.")
    parts = "; ".join(f"{each.path} {each.yes}/{each.total}" for each in seen)
    return say("Per pijl hoeveel mensen zien dat het ene doorwerkt op het andere, gekleurd naar rol: {parts}.").format(
        parts=parts
    )
