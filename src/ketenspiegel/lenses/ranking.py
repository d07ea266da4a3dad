"""The list of motives: what everybody together finds most important, on top.

This is how a report of a survey on motives ends: one list, and its top three as the shared ambition.
What it cannot see: whose motives these are. What stands third may be first to some and last to others, and two who
name the same motive may mean something else by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.facets import answers, facets, level, shown
from ketenspiegel.lenses.parts import chosen, exact
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet, Theme
from ketenspiegel.tally import Tally

TOP = 3


def ranking(
    source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at answers as one list of items, the highest mean on top; all groups together.

    Only what respondents answer for themselves counts, not what they think that others would answer. Items with the
    same mean share a place, and the last place is never in the top three.

    Parameters
    ----------
    source
        Counts per role and item, or results that were there already.
    questions
        The question set.
    theme
        Look at the items of this theme only.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.known_results import Results
    >>> from ketenspiegel.questions import load_question_set
    >>> questions = load_question_set("ketensamenwerking")
    >>> view = ranking(Results({"regie-koers": 2.4, "regie-besluit": 3.1}), questions, "regie")
    >>> [row["mean"] for row in view.rows]
    [3.1, 2.4]
    """
    say = translator(language)
    themes = chosen(questions, theme)
    rows = _rows(themes, source, questions, language)
    return View(
        lens="ranking",
        title=say("De ranglijst"),
        summary=_summary(rows, language),
        rows=rows,
        columns={
            "place": say("Plaats"),
            "item": say("Stelling"),
            "mean_text": say("Gemiddelde"),
            "answers": say("Antwoorden"),
        },
        table_rows=rows,
        findings=_findings(rows, themes, language),
        language=language,
    )


def _rows(
    themes: Sequence[Theme], source: Tally | Results, questions: QuestionSet, language: Language
) -> list[dict[str, Any]]:
    found = []
    for theme in themes:
        for label, (item,) in facets(questions, theme.id, language):
            value = level(source, (item,))
            if value is not None:
                found.append((exact(value), label, answers(source, (item,)), len(questions.scale_of(item).points)))
    found.sort(key=lambda each: -each[0])
    means = [value for value, *_ in found]
    return [
        {
            "place": means.index(value) + 1,
            "item": label,
            "mean": value,
            "mean_text": shown(value, language),
            "answers": number,
            "top": means.index(value) < TOP and value > means[-1],
            "highest": highest,
        }
        for value, label, number, highest in found
    ]


def _summary(rows: Sequence[dict[str, Any]], language: Language) -> str:
    say = translator(language)
    if not rows:
        return say("Er zijn nog geen antwoorden.")
    listed = "; ".join(f"{row['place']}. {row['item']} {row['mean_text']}" for row in rows)
    return say("De stellingen op volgorde van hun gemiddelde, het hoogste boven: {listed}.").format(listed=listed)


def _findings(rows: Sequence[dict[str, Any]], themes: Sequence[Theme], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not rows:
        return (say("Er zijn nog geen antwoorden."),)
    top = "; ".join(row["item"] for row in rows if row["top"])
    return (
        say("De gezamenlijke ambitie: {items}.").format(items=top) if top else say("Alle stellingen staan gelijk."),
        *(say("Standaardadvies: {advice}").format(advice=theme.advice.to(language)) for theme in themes),
    )
