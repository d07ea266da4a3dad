"""The straight line: what one expects of an intervention, and what works directly on the result, by the mean.

This is the simple causal view. It is built as reports are: from means, with one advice. It shows no spread, no detour
and nothing that comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.loops import THEN, capital
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Factor, Intervention, QuestionSet, sign_of

SHOWN = 6


@dataclass(frozen=True)
class Cause:
    """What works directly on the result, with the mean strength over all maps (-1 to 1)."""

    factor: Factor
    mean: float


def expectation(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at maps as a report would: one line from measure to result, and the strongest direct causes.

    A map without an arrow counts as strength 0.

    Parameters
    ----------
    sheets
        The answer sheets; those without a map are left out.
    questions
        The question set; it must ask for a map.
    theme
        Only this intervention.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When the question set asks for no map, or has no such intervention.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> view = expectation([], load_question_set("invloedskaart"), "fusie")
    >>> [row["intervention"] for row in view.rows]
    ['Fuseren']
    """
    say = translator(language)
    maps = Maps(sheets, questions)
    shown = maps.interventions(theme)
    causes = _causes(maps)
    lines = {each.id: _line(each, maps, language) for each in shown}
    return View(
        lens="expectation",
        title=say("De rechte lijn"),
        summary=_summary(shown, lines, causes, language),
        rows=[
            *({"what": "line", "intervention": each.title.to(language), "steps": lines[each.id]} for each in shown),
            *(_cause_row(cause, language) for cause in causes[:SHOWN]),
        ],
        columns={"intervention": say("Ingreep"), "line": say("Wat men verwacht")},
        table_rows=[{"intervention": each.title.to(language), "line": each.expectation.to(language)} for each in shown],
        findings=_findings(causes, maps, language),
        language=language,
    )


def _line(each: Intervention, maps: Maps, language: Language) -> list[str]:
    """Give the steps of a straight line: what one does, what gets better, and then the result."""
    factors, result = maps.factors, maps.asked.result
    does = [factors[factor].going(sign_of(way), language) for factor, way in each.does.items() if factor in factors]
    ends = dict.fromkeys((each.aim, result))
    better = [factors[end].going(factors[end].wanted or 1, language) for end in ends if end in factors]
    return [capital(step) for step in (", ".join(does), *better)]


def _causes(maps: Maps) -> list[Cause]:
    """List what works directly on the result, the strongest first."""
    result, found = maps.asked.result, []
    for name, factor in maps.shown.items():
        weights = [each.arrows.get((name, result), 0.0) for each in maps.drawn]
        if any(weights):
            found.append(Cause(factor, fsum(weights) / len(weights)))
    return sorted(found, key=lambda cause: -abs(cause.mean))


def _cause_row(cause: Cause, language: Language) -> dict[str, Any]:
    return {
        "what": "cause",
        "factor": cause.factor.label.to(language),
        "mean": cause.mean,
        "text": decimal(cause.mean, language, 2),
    }


def _summary(
    shown: Sequence[Intervention], lines: dict[str, list[str]], causes: Sequence[Cause], language: Language
) -> str:
    say = translator(language)
    parts = [f"{each.title.to(language)}: {THEN.join(lines[each.id])}." for each in shown]
    if causes:
        named = ", ".join(
            f"{each.factor.label.to(language)} {decimal(each.mean, language, 2)}" for each in causes[:SHOWN]
        )
        parts.append(say("Gemiddelde invloed op het resultaat: {named}.").format(named=named))
    return " ".join(parts)


def _findings(causes: Sequence[Cause], maps: Maps, language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not causes:
        return ()
    first = causes[0]
    lines = [
        say("Het sterkst werkt gemiddeld op het resultaat: {factor} ({mean}).").format(
            factor=first.factor.label.to(language), mean=decimal(first.mean, language, 2)
        )
    ]
    advised = _advised(causes, maps)
    if advised is not None:
        cause, advice = advised
        lines.append(
            say("Het gewone advies gaat over {factor} ({mean}): {title}. {expectation}").format(
                factor=cause.factor.label.to(language),
                mean=decimal(cause.mean, language, 2),
                title=advice.title.to(language),
                expectation=advice.expectation.to(language),
            )
        )
    return tuple(lines)


def _advised(causes: Sequence[Cause], maps: Maps) -> tuple[Cause, Intervention] | None:
    """Find what a report would advise: what is meant to better the strongest cause for which there is something.

    Only a cause counts that helps the result when it goes the way that people want.
    """
    result = maps.factors[maps.asked.result].wanted or 1
    for cause in causes:
        helps = cause.mean * (cause.factor.wanted or 1) * result > 0
        for each in maps.asked.interventions if helps else ():
            if each.aim == cause.factor.id:
                return cause, each
    return None
