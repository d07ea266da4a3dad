"""Municipalities that are alike and where it goes differently: an invitation to visit each other.

What makes the difference between two such municipalities does not stand in these figures, or hardly. Whoever wants to
know has to go and look. What this lens cannot see: what was not measured, and whether people experience it so.
"""

from __future__ import annotations

from itertools import combinations
from statistics import fmean
from typing import Any

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.neighbours_words import (
    Pair,
    finding,
    nobody,
    notes,
    own,
    questions,
    summary,
    table_row,
    undecided,
)
from ketenspiegel.lenses.parts import exact
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import obstacle
from ketenspiegel.lenses.view import View

# How far apart two memberships in the outcome are at least, on two sides of 0.5, to call it different. Our own limit.
APART = 0.3
MOST = 4


def neighbours(study: Study, language: Language = "nl") -> View:
    """Look for pairs of municipalities with a similar configuration and a different outcome.

    A configuration is similar when it is the same or when one condition is on the other side. The outcome is different
    when the two memberships are on different sides of 0.5 and at least 0.3 apart; that limit is our own. A case with a
    membership of exactly 0.5 in a condition has no configuration and is in no pair.

    At most four pairs are shown. With a municipality of their own, users see pairs with it, the most similar first;
    similarity is 1 minus the mean absolute difference of the memberships in the conditions. Without one, the same
    configuration comes before one apart, and then the name. It is never an order of better and worse.

    Parameters
    ----------
    study
        A comparison.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When there is nothing to compare yet.

    Notes
    -----
    Compares all pairs: O(n^2) in the number of cases.

    Examples
    --------
    >>> from ketenspiegel.cases import CaseTable, Measure
    >>> from ketenspiegel.lenses.study import Choice
    >>> from ketenspiegel.question_parts import Text
    >>> names = ("rust", "regie", "trots")
    >>> measures = {name: Measure(name, *[Text(nl=name, en=name)] * 4, crisp=True) for name in names}
    >>> rows = {"Eikendal": (1, 1, 1), "Noordhaven": (1, 1, 0), **{f"Dorp {n}": (0, 0, 0) for n in range(8)}}
    >>> table = CaseTable(measures, {case: dict(zip(names, row)) for case, row in rows.items()})
    >>> [row["pair"] for row in neighbours(Study(table, Choice("trots", names[:2]))).table_rows]
    ['Eikendal en Noordhaven']
    """
    say = translator(language)
    if study.obstacle:
        raise ValueError(obstacle(study, language))
    found = pairs(study)
    shown = found[:MOST]
    return View(
        lens="neighbours",
        title=say("Wie lijkt op ons, en gaat het daar anders?"),
        summary=summary(study, shown, language),
        rows=[row for place, pair in enumerate(shown) for row in _rows(study, place, pair, language)],
        columns={
            "pair": say("Gemeenten"),
            "alike": say("Wat zij allebei hebben"),
            "differing": say("Verschil in voorwaarden"),
            "outcome": say("Wat er anders is"),
        },
        table_rows=[table_row(study, pair, language) for pair in shown],
        findings=tuple(finding(study, pair, language) for pair in shown) or (nobody(study, language),),
        questions=questions(study, shown, language),
        notes=notes(study, APART, len(found) - len(shown), language),
        language=language,
    )


def pairs(study: Study) -> list[Pair]:
    """Give all pairs, in the order in which they are shown; with a municipality of the users only those with it."""
    ours = own(study)
    cases = [case for case in study.cases if not undecided(study, case)]
    if ours and ours not in cases:
        return []
    both = [(ours, case) for case in cases if case != ours] if ours else combinations(cases, 2)
    found = [_pair(study, first, second) for first, second in both if _differently(study, first, second)]
    # With two conditions, one apart would be half of all there is.
    most_apart = 1 if len(study.conditions) > 2 else 0
    alike = [pair for pair in found if len(pair.differing) <= most_apart]
    return sorted(alike, key=lambda pair: -pair.similarity if ours else len(pair.differing))


def _differently(study: Study, first: str, second: str) -> bool:
    low, high = sorted(study.outcome_membership(case) for case in (first, second))
    return low < 0.5 < high and exact(high - low) >= APART


def _pair(study: Study, first: str, second: str) -> Pair:
    memberships = {each: [study.membership(case, each) for case in (first, second)] for each in study.conditions}
    differing = tuple(each for each, (one, other) in memberships.items() if (one > 0.5) != (other > 0.5))
    apart = fmean(abs(one - other) for one, other in memberships.values())
    return Pair(first, second, differing, exact(1 - apart))


def _rows(study: Study, place: int, pair: Pair, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "pair": place,
            "first": pair.first,
            "second": pair.second,
            "similarity": pair.similarity,
            "measure": measure.label.to(language),
            "outcome": measure == study.outcome,
            "differs": measure == study.outcome or measure in pair.differing,
            "first_membership": exact(study.membership(pair.first, measure)),
            "second_membership": exact(study.membership(pair.second, measure)),
        }
        for measure in study.chosen
    ]
