"""The quick scan: every question a traffic light.

This is the list of lights that quick scans give, built honestly, so that people recognise their own reports in it.
What it cannot see: who thinks otherwise (half of a team on red and half on green makes orange), how one question
bears on another, and what was not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.average import light, light_name
from ketenspiegel.lenses.facets import NOTHING, answers, facets, level, shown
from ketenspiegel.lenses.parts import chosen
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Item, QuestionSet, Theme
from ketenspiegel.tally import Tally


def lights(
    source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at answers as a quick scan does: a traffic light per item.

    Reversed items are turned round first. The limits are those of `light`, in proportion to the item's own scale.

    Parameters
    ----------
    source
        Counts per role and item, or results that were there already.
    questions
        The question set.
    theme
        Look at the items of this theme instead of at all items.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.known_results import Results
    >>> from ketenspiegel.questions import load_question_set
    >>> questions = load_question_set("ketensamenwerking")
    >>> lights(Results({"regie-koers": 2.4}), questions, "regie").findings[0]
    'Op rood: 1. Op oranje: 0. Op groen: 0.'
    """
    say = translator(language)
    themes = chosen(questions, theme)
    rows = [
        _row(each, label, items[0], source, questions, language)
        for each in themes
        for label, items in facets(questions, each.id, language)
    ]
    return View(
        lens="lights",
        title=say("De stoplichten"),
        summary=_summary(rows, language),
        rows=rows,
        columns={
            "theme": say("Thema"),
            "item": say("Stelling"),
            "light_text": say("Stoplicht"),
            "mean_text": say("Gemiddelde"),
            "answers": say("Antwoorden"),
        },
        table_rows=rows,
        findings=_findings(rows, themes, language),
        language=language,
    )


def _row(
    theme: Theme, label: str, item: Item, source: Tally | Results, questions: QuestionSet, language: Language
) -> dict[str, Any]:
    value = level(source, (item,))
    colour = None if value is None else light(value, len(questions.scale_of(item).points))
    return {
        "theme": theme.title.to(language),
        "item": label,
        "mean": value,
        "light": colour,
        "mean_text": shown(value, language),
        "light_text": NOTHING if colour is None else light_name(colour, language),
        "answers": answers(source, (item,)),
    }


def _counted(rows: Sequence[dict[str, Any]], language: Language) -> str:
    say = translator(language)
    numbers = Counter(row["light"] for row in rows)
    return say("Op rood: {red}. Op oranje: {orange}. Op groen: {green}.").format(
        red=numbers["red"], orange=numbers["orange"], green=numbers["green"]
    )


def _summary(rows: Sequence[dict[str, Any]], language: Language) -> str:
    say = translator(language)
    lit = [row for row in rows if row["light"]]
    if not lit:
        return say("Er zijn nog geen antwoorden.")
    each = "; ".join(f"{row['item']}: {row['light_text']}" for row in lit)
    return say("Per stelling een stoplicht. {counted} {each}.").format(counted=_counted(rows, language), each=each)


def _findings(rows: Sequence[dict[str, Any]], themes: Sequence[Theme], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not any(row["light"] for row in rows):
        return (say("Er zijn nog geen antwoorden."),)
    found = [_counted(rows, language)]
    for theme in themes:
        title = theme.title.to(language)
        of_theme = [row["light"] for row in rows if row["theme"] == title and row["light"]]
        low = sum(colour != "green" for colour in of_theme)
        if low:
            found.append(
                say("{theme}: {n} van {total} op oranje of rood. Standaardadvies: {advice}").format(
                    theme=title, n=low, total=len(of_theme), advice=theme.advice.to(language)
                )
            )
    return tuple(found)
