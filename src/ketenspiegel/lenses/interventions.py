"""What a well-meant intervention stirs up, in the map of every participant apart.

An end state of such a calculation is never a forecast: three rules in use give three different ones on the same map.
What counts is what holds across rules, strengths and people. What this lens cannot see: time, limits, money and law,
how well something is done, and whatever all participants overlook.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.groups import privacy_notes
from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.interventions_runs import Tried, Votes, try_all
from ketenspiegel.lenses.interventions_words import Words
from ketenspiegel.lenses.loops import capital
from ketenspiegel.lenses.perspectives import group_labels
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Factor, QuestionSet


def interventions(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at what interventions do on the maps of a team.

    Takes about 0.4 seconds for 25 maps of 12 factors and six interventions, and no time when asked again.

    Parameters
    ----------
    sheets
        The answer sheets; those without a map are left out.
    questions
        The question set; it must ask for a map.
    theme
        One intervention, and then every factor; otherwise all interventions, each with its aim and the result.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When the question set asks for no map, or has no such intervention.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> interventions([], load_question_set("invloedskaart")).rows
    []
    """
    say = translator(language)
    maps = Maps(sheets, questions)
    chosen, tried = maps.interventions(theme), try_all(maps)
    shown = [tried[each.id] for each in chosen]
    words = Words(maps, group_labels(questions, maps.groups, language), language)
    return View(
        lens="interventions",
        title=say("Wat haalt een ingreep overhoop?"),
        summary=words.summary(shown),
        rows=[row for each in shown for row in _rows(each, maps, theme is None, language)] if maps.drawn else [],
        columns={
            "intervention": say("Ingreep"),
            "factor": say("Factor"),
            "rises": say("Stijgt"),
            "falls": say("Daalt"),
            "stays": say("Blijft gelijk"),
            "undecided": say("Onbeslist"),
        },
        table_rows=[
            {
                "intervention": each.intervention.title.to(language),
                "factor": maps.factors[factor].label.to(language),
                "rises": votes.rises,
                "falls": votes.falls,
                "stays": votes.stays,
                "undecided": votes.undecided,
            }
            for each in shown
            for factor, votes in each.votes.items()
            if maps.drawn
        ],
        findings=words.findings(shown),
        questions=words.questions(shown),
        notes=(*words.notes(shown), *privacy_notes(maps.groups, questions.role_names(language), language)),
        language=language,
    )


def _rows(tried: Tried, maps: Maps, overview: bool, language: Language) -> list[dict[str, Any]]:
    """Give a row per part of every bar: for an overview better and worse, for one intervention rises and falls."""
    aims = dict.fromkeys((tried.intervention.aim, maps.asked.result))
    factors = [factor for factor in (aims if overview else maps.shown) if factor in tried.votes]
    return [
        {
            "intervention": tried.intervention.title.to(language),
            "factor": _named(tried.votes[factor].total, len(tried.outcomes), maps.factors[factor], language),
            "overview": overview,
            "part": part,
            "n": n,
            "total": tried.votes[factor].total,
        }
        for factor in factors
        for part, n in _parts(tried.votes[factor], maps.factors[factor].wanted if overview else 1).items()
    ]


def _named(total: int, maps: int, factor: Factor, language: Language) -> str:
    """Name a factor; say on how many maps it is when that is not on all of them."""
    label = capital(factor.label.to(language))
    if total == maps:
        return label
    say = translator(language)
    return say("{factor} (op {n} kaarten)").format(factor=label, n=total)


def _parts(votes: Votes, good: int) -> dict[str, int]:
    """Split a bar: first what goes the good way, last what goes the other way."""
    better, worse = (votes.falls, votes.rises) if good < 0 else (votes.rises, votes.falls)
    return {"good": better, "stays": votes.stays, "undecided": votes.undecided, "bad": worse}
