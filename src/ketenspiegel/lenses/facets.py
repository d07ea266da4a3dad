"""What a picture has a part for, and the answers in it."""

from __future__ import annotations

from collections.abc import Sequence

from ketenspiegel.language import Language, translator
from ketenspiegel.questions import Item, QuestionSet
from ketenspiegel.tally import Counts, Tally


def facets(questions: QuestionSet, theme: str | None, language: Language) -> list[tuple[str, tuple[Item, ...]]]:
    """Give what a picture has a part for: every theme, or every item of one theme.

    An item of which the answers are turned round says so.

    Raises
    ------
    ValueError
        When the question set has no such theme.
    """
    if theme is None:
        return [(part.title.to(language), part.items) for part in questions.themes]
    for part in questions.themes:
        if part.id == theme:
            return [(_item_label(item, language), (item,)) for item in part.items]
    raise ValueError(f"question set {questions.id} has no theme {theme!r}")


def oriented(tally: Tally, item: Item, *groups: str) -> Counts:
    """Give the counts of an item with the favourable answers last."""
    counts = tally.of(item.id, *groups)
    return counts.mirrored() if item.reversed else counts


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
    """Add the answers on several items, with the favourable answers last."""
    total = Counts((0,) * tally.size)
    for item in items:
        total = total.plus(oriented(tally, item, *groups))
    return total


def _item_label(item: Item, language: Language) -> str:
    say = translator(language)
    text, turned = item.text.to(language).removesuffix("."), say("omgedraaid")
    return f"{text} ({turned})" if item.reversed else text
