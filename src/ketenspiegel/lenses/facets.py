"""What a picture has a part for, and the answers in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ketenspiegel.answers import UNKNOWN, AnswerSheet
from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.groups import SMALLEST
from ketenspiegel.questions import Item, QuestionSet, Theme
from ketenspiegel.tally import Counts, Tally

NOTHING = "–"


def facets(questions: QuestionSet, theme: str | None, language: Language) -> list[tuple[str, tuple[Item, ...]]]:
    """Give what a picture has a part for: every part of every theme, or every item of one theme.

    An item of which the answers are turned round says so. Items that ask how themes work on each other are left out.

    Raises
    ------
    ValueError
        When the question set has no such theme.
    """
    if theme is None:
        return [facet for each in questions.fields for facet in _parts(each, questions, language)]
    for each in questions.fields:
        if each.id == theme:
            return [(_item_label(item, questions, language), (item,)) for item in each.measured()]
    raise ValueError(f"question set {questions.id} has no theme {theme!r}")


def oriented(tally: Tally, item: Item, *groups: str) -> Counts:
    """Give the counts of an item with the favourable answers last."""
    counts = tally.of(item.id, *groups)
    return counts.mirrored() if item.reversed else counts


def given(sheet: AnswerSheet, item: Item, questions: QuestionSet) -> int | None:
    """Give what one respondent answered, favourable is high; None when nothing or "weet ik niet"."""
    answer = sheet.answers.get(item.id, UNKNOWN)
    if answer == UNKNOWN:
        return None
    return len(questions.scale_of(item).points) + 1 - answer if item.reversed else answer


def mean(counts: Counts) -> float | None:
    """Give the mean answer, or nothing when there is none.

    Examples
    --------
    >>> mean(Counts((1, 0, 0, 0, 1), unknown=7))
    3.0
    """
    if not counts.known:
        return None
    return sum(value * n for value, n in enumerate(counts.points, start=1)) / counts.known


def pooled(tally: Tally, items: Sequence[Item], *groups: str) -> Counts:
    """Add the answers on one or more items of the same scale, with the favourable answers last."""
    total = oriented(tally, items[0], *groups)
    for item in items[1:]:
        total = total.plus(oriented(tally, item, *groups))
    return total


def over_items(
    measure: Callable[[Sequence[int]], float], tally: Tally, items: Sequence[Item], *groups: str
) -> float | None:
    """Give the mean of a measure over the items with enough answers; None when there are none.

    Never the measure of all answers thrown together: one person may rightly answer 1 here and 5 there.
    """
    points = [oriented(tally, item, *groups).points for item in items]
    found = [measure(row) for row in points if sum(row) >= SMALLEST]
    return sum(found) / len(found) if found else None


def level(source: Tally | Results, items: Sequence[Item]) -> float | None:
    """Give the mean of some items, from answers or from results that were there already; None when there is none."""
    if isinstance(source, Results):
        return source.mean(items)
    return mean(pooled(source, items)) if items else None


def answers(source: Tally | Results, items: Sequence[Item]) -> int | str:
    """Give the number of answers behind a mean; a dash where results do not tell it."""
    return NOTHING if isinstance(source, Results) else sum(source.of(item.id).known for item in items)


def shown(number: float | None, language: Language, digits: int = 1) -> str:
    """Write a number for people, or a dash when there is none.

    Examples
    --------
    >>> shown(2.25, "nl"), shown(None, "nl")
    ('2,2', '–')
    """
    return NOTHING if number is None else decimal(number, language, digits)


def _parts(theme: Theme, questions: QuestionSet, language: Language) -> list[tuple[str, tuple[Item, ...]]]:
    title = theme.title.to(language)
    found = list(dict.fromkeys(item.part for item in theme.measured()))
    return [
        (
            title if part is None else f"{title}: {questions.parts[part].to(language).lower()}",
            tuple(item for item in theme.measured() if item.part == part),
        )
        for part in found
    ]


def _item_label(item: Item, questions: QuestionSet, language: Language) -> str:
    say = translator(language)
    text, turned = item.text.to(language).removesuffix("."), say("omgedraaid")
    if item.part is not None:
        text = f"{text} ({questions.parts[item.part].to(language).lower()})"
    return f"{text} ({turned})" if item.reversed else text
