"""The INK management model as its users know it: nine fields, a position each, read from left to right.

What it cannot see: who sees another position, whether a result is itself a condition, and everything that happens in
the chain outside the own organisation. The positions are those of our own question set, not of the Institute's own
questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import NOTHING, answers, facets, level, shown
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet
from ketenspiegel.tally import Tally

ORGANISATION = (
    "leiderschap",
    "strategie-en-beleid",
    "management-van-medewerkers",
    "management-van-middelen",
    "management-van-processen",
)
RESULT = ("medewerkers", "klanten-en-partners", "maatschappij", "bestuur-en-financiers")
ADVISED = 2


def ink(source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl") -> View:
    """Look at answers as a position on the nine fields of the INK model.

    A field's position is the mean of its items on the scale of phases. The reading goes from organisation to result: a
    low result is put down to the lowest field of the organisation, and that field gets the standard advice.

    Parameters
    ----------
    source
        Counts of answers, or positions that a report gave.
    questions
        A question set with the fields of the model as themes (their ids are in `ORGANISATION` and `RESULT`).
    theme
        Look at the items of this field instead of at the model.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> from ketenspiegel.tally import tally as count
    >>> questions = load_question_set("ink")
    >>> ink(count([], questions), questions).findings
    ('Er zijn nog geen antwoorden.',)
    """
    say = translator(language)
    phases = [point.to(language).split(":")[0] for point in questions.scale.points]
    rows = _fields(source, questions, language) if theme is None else _items(source, questions, theme, language)
    known = [row for row in rows if row["position"] is not None]
    return View(
        lens="ink",
        title=say("Het INK-model"),
        summary=_summary(known, phases, language),
        rows=[{**row, "phases": phases} for row in rows],
        columns={
            "facet": say("Aandachtsgebied") if theme is None else say("Onderwerp"),
            "position_text": say("Positie (1 tot {highest})").format(highest=len(phases)),
            "phase": say("Fase"),
            "answers": say("Antwoorden"),
        },
        table_rows=[{**row, "phase": _phase(row["position"], phases)} for row in rows],
        findings=_findings(rows, questions, language),
        language=language,
    )


def _fields(source: Tally | Results, questions: QuestionSet, language: Language) -> list[dict[str, Any]]:
    return [_row(source, each.id, each.title.to(language), each.measured(), language) for each in questions.fields]


def _items(source: Tally | Results, questions: QuestionSet, theme: str, language: Language) -> list[dict[str, Any]]:
    return [_row(source, "", label, items, language) for label, items in facets(questions, theme, language)]


def _row(source: Tally | Results, field: str, label: str, items: Sequence[Any], language: Language) -> dict[str, Any]:
    position = level(source, items)
    return {
        "field": field,
        "facet": label,
        "position": position,
        "position_text": shown(position, language),
        "answers": answers(source, items),
    }


def _phase(position: float | None, phases: Sequence[str]) -> str:
    return NOTHING if position is None else phases[min(len(phases), int(position + 0.5)) - 1]


def _mean(rows: Sequence[dict[str, Any]], fields: Sequence[str]) -> float | None:
    found = [row["position"] for row in rows if row["field"] in fields and row["position"] is not None]
    return sum(found) / len(found) if found else None


def _findings(rows: Sequence[dict[str, Any]], questions: QuestionSet, language: Language) -> tuple[str, ...]:
    say = translator(language)
    known = [row for row in rows if row["position"] is not None]
    if not known:
        return (say("Er zijn nog geen antwoorden."),)
    organisation, result = _mean(rows, ORGANISATION), _mean(rows, RESULT)
    if organisation is None or result is None:
        return ()
    found = [
        say("Organisatie gemiddeld {organisation}, resultaat gemiddeld {result}.").format(
            organisation=decimal(organisation, language), result=decimal(result, language)
        )
    ]
    causes = sorted((row for row in known if row["field"] in ORGANISATION), key=lambda row: row["position"])
    lowest = min((row for row in known if row["field"] in RESULT), key=lambda row: row["position"])
    found.append(
        say(
            "De lezing van links naar rechts: {result} is het laagste resultaat ({value}). {cause} is het laagste "
            "organisatiegebied ({cause_value}), dus daar begint de verbetering."
        ).format(
            result=lowest["facet"],
            value=lowest["position_text"],
            cause=causes[0]["facet"],
            cause_value=causes[0]["position_text"],
        )
    )
    advice = {theme.id: theme.advice.to(language) for theme in questions.fields}
    found += [
        say("{field} ({value}). Standaardadvies: {advice}").format(
            field=row["facet"], value=row["position_text"], advice=advice[row["field"]]
        )
        for row in causes[:ADVISED]
    ]
    return tuple(found)


def _summary(known: Sequence[dict[str, Any]], phases: Sequence[str], language: Language) -> str:
    say = translator(language)
    if not known:
        return say("Er zijn nog geen antwoorden.")
    parts = ", ".join(f"{row['facet']} {row['position_text']} ({_phase(row['position'], phases)})" for row in known)
    return say("De positie per aandachtsgebied, van fase 1 tot en met {highest}: {parts}.").format(
        highest=len(phases), parts=parts
    )
