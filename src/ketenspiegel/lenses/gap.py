"""The gap between what is and what is wanted, per theme.

This is the picture of 'nu' and 'gewenst' that reports on steering give, with the gap as the thing to close.
What it cannot see: who sees what now and who wants what. When one half wants more and the other half less, the mean
wanted lies where it was and there seems to be no gap. Nor does it show whether two wishes can go together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import NOTHING, level, shown
from ketenspiegel.lenses.parts import exact, nothing_known, opposed, two_parts
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet, Theme
from ketenspiegel.tally import Tally

LARGE = 0.5


def gap(source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl") -> View:
    """Look per theme at the mean now, the mean wanted, and the difference.

    The first part of the question set is what is seen now, the second what is wanted. A theme is named in the
    findings when wanted lies half a point or more above now.

    Parameters
    ----------
    source
        Counts per role and item, or results that were there already.
    questions
        The question set.
    theme
        Look at this theme only.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> gap(Results({}), load_question_set("ketensamenwerking"))
    Traceback (most recent call last):
    ValueError: question set ketensamenwerking needs two parts for this view
    """
    say = translator(language)
    now, wanted = two_parts(questions)
    themes = opposed(questions, theme)
    rows = [_row(each, (now, wanted), source, questions, language) for each in themes]
    return View(
        lens="gap",
        title=say("Nu en gewenst"),
        summary=_summary(rows, language),
        rows=rows,
        columns={
            "theme": say("Thema"),
            "now_text": questions.parts[now].to(language),
            "wanted_text": questions.parts[wanted].to(language),
            "difference_text": say("Verschil"),
        },
        table_rows=rows,
        findings=_findings(rows, themes, language),
        language=language,
    )


def _row(
    theme: Theme, parts: tuple[str, str], source: Tally | Results, questions: QuestionSet, language: Language
) -> dict[str, Any]:
    first, second = (theme.measured(part) for part in parts)
    now, wanted = level(source, first), level(source, second)
    difference = None if now is None or wanted is None else exact(wanted - now)
    return {
        "theme": theme.title.to(language),
        "now": now,
        "wanted": wanted,
        "difference": difference,
        "now_text": shown(now, language),
        "wanted_text": shown(wanted, language),
        "difference_text": NOTHING if difference is None else _signed(difference, language),
        "now_name": questions.parts[parts[0]].to(language),
        "wanted_name": questions.parts[parts[1]].to(language),
        "highest": len(questions.scale_of(first[0]).points),
    }


def _signed(number: float, language: Language) -> str:
    text = decimal(number, language).replace("−0,0", "0,0").replace("−0.0", "0.0")
    return text if number < 0 or text in ("0,0", "0.0") else f"+{text}"


def _summary(rows: Sequence[dict[str, Any]], language: Language) -> str:
    say = translator(language)
    known = [row for row in rows if row["now"] is not None or row["wanted"] is not None]
    if not known:
        return nothing_known(bool(rows), language)
    template = say("{theme}: nu {now}, gewenst {wanted}.")
    parts = " ".join(
        template.format(theme=row["theme"], now=row["now_text"], wanted=row["wanted_text"]) for row in known
    )
    return say("Per thema het gemiddelde nu en het gewenste gemiddelde, met een pijl ertussen. {parts}").format(
        parts=parts
    )


def _findings(rows: Sequence[dict[str, Any]], themes: Sequence[Theme], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if all(row["difference"] is None for row in rows):
        return (nothing_known(bool(rows), language),)
    found = [
        say("{theme}: gewenst ligt {difference} hoger dan nu. Standaardadvies: {advice}").format(
            theme=row["theme"], difference=decimal(row["difference"], language), advice=theme.advice.to(language)
        )
        for row, theme in zip(rows, themes, strict=True)
        if row["difference"] is not None and row["difference"] >= LARGE
    ]
    none = say("Nergens ligt gewenst {limit} of meer hoger dan nu.").format(limit=decimal(LARGE, language))
    return tuple(found) or (none,)
