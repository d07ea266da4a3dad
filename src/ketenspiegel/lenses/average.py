"""The simple causal view: mean per theme, one total, a traffic light, the standard advice.

This is what a quick scan would say, built honestly, so that people recognise their own reports in it.
What it cannot see: who thinks otherwise. A mean of 3 can be everybody in the middle or two camps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import NOTHING, answers, facets, level, shown
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Item, QuestionSet, Theme
from ketenspiegel.tally import Tally

ORANGE_FROM = 2.5
GREEN_FROM = 3.5


def average(
    source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at answers as a quick scan does.

    Reversed items are turned round first; "weet ik niet" and skipped items do not count. The mean of a theme is
    the mean of all its answers, the total is the mean of the themes. On a five-point scale a theme is green
    from 3.5, orange from 2.5, and red below; on other scales these limits shift in proportion.

    Parameters
    ----------
    source
        Counts per role and item, or results that were there already.
    questions
        The question set.
    theme
        Look at the items of this theme instead of at all themes.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> from ketenspiegel.tally import tally as count
    >>> questions = load_question_set("ketensamenwerking")
    >>> average(count([], questions), questions).findings
    ('Er zijn nog geen antwoorden.',)
    """
    say = translator(language)
    highest = len(questions.scale.points)
    rows = [_row(label, items, source, highest, language) for label, items in facets(questions, theme, language)]
    means = [row["mean"] for row in rows if row["mean"] is not None]
    total = sum(means) / len(means) if means else None
    chosen = next((t for t in questions.themes if t.id == theme), None)
    return View(
        lens="average",
        title=say("Het gemiddelde"),
        summary=_summary(rows, total, highest, language),
        rows=[{**row, "total": total, "highest": highest} for row in rows],
        columns={
            "facet": say("Stelling") if chosen else say("Thema"),
            "mean_text": say("Gemiddelde"),
            "light_text": say("Stoplicht"),
            "answers": say("Antwoorden"),
        },
        table_rows=rows,
        findings=_findings(rows, total, questions.fields if chosen is None else (chosen,), source, highest, language),
        language=language,
    )


def light(value: float, size: int) -> str:
    """Give the traffic light of a mean on a scale of ``size`` points.

    Examples
    --------
    >>> light(3.5, 5), light(3.49, 5), light(2.4, 5)
    ('green', 'orange', 'red')
    """
    on_five = 1 + 4 * (value - 1) / (size - 1)
    if on_five >= GREEN_FROM:
        return "green"
    return "orange" if on_five >= ORANGE_FROM else "red"


def _row(
    label: str, items: Sequence[Item], source: Tally | Results, highest: int, language: Language
) -> dict[str, Any]:
    value = level(source, items)
    colour = None if value is None else light(value, highest)
    return {
        "facet": label,
        "mean": value,
        "light": colour,
        "mean_text": shown(value, language),
        "light_text": NOTHING if colour is None else light_name(colour, language),
        "answers": answers(source, items),
    }


def light_name(colour: str, language: Language) -> str:
    """Name a traffic light."""
    say = translator(language)
    return {"green": say("groen"), "orange": say("oranje"), "red": say("rood")}[colour]


def _summary(rows: Sequence[dict[str, Any]], total: float | None, size: int, language: Language) -> str:
    say = translator(language)
    if total is None:
        return say("Er zijn nog geen antwoorden.")
    parts = ", ".join(f"{row['facet']} {row['mean_text']} ({row['light_text']})" for row in rows)
    return say("Gemiddeld {total} op een schaal van 1 tot {highest}. Per onderdeel: {parts}.").format(
        total=decimal(total, language), highest=size, parts=parts
    )


def _findings(
    rows: Sequence[dict[str, Any]],
    total: float | None,
    themes: Sequence[Theme],
    source: Tally | Results,
    highest: int,
    language: Language,
) -> tuple[str, ...]:
    say = translator(language)
    if total is None:
        return (say("Er zijn nog geen antwoorden."),)
    colour = light_name(light(total, highest), language)
    found = [say("Totaal: {total} ({light}).").format(total=decimal(total, language), light=colour)]
    for theme in themes:
        row = _row(theme.title.to(language), theme.measured(), source, highest, language)
        if row["light"] in ("red", "orange"):
            found.append(
                say("{theme} staat op {light} ({mean}). Standaardadvies: {advice}").format(
                    theme=row["facet"],
                    light=row["light_text"],
                    mean=row["mean_text"],
                    advice=theme.advice.to(language),
                )
            )
    return tuple(found)
