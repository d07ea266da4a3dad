"""Which combinations of properties go together with an outcome, and where it is otherwise.

It asks of every municipality which combination it has, and not how much one property counts over all of them. So the
same outcome may come by several roads, and one property may help here and hinder there. What this lens cannot see: what
caused what, anything that was not chosen as a condition, and how it goes with combinations that nobody has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.configurations_words import conversation, findings, notes, occurring, road
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import amount, listed
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.qca.solution import Path
from ketenspiegel.methods.qca.terms import covers
from ketenspiegel.methods.qca.truth_table import Row


def configurations(study: Study, language: Language = "nl") -> View:
    """Look at which combinations go together with the outcome.

    A combination counts as going together with the outcome when its consistency is at least the chosen cut-off and its
    PRI at least 0.5. From those combinations the answer follows by minimisation; see `ketenspiegel.methods.qca`.

    Parameters
    ----------
    study
        The comparison.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When there is nothing to compare yet; see `Study.obstacle`.
    """
    study.check_comparable()
    say = translator(language)
    rows = [row for each in _in_order(study) for row in _rows(each, study, language)]
    return View(
        lens="configurations",
        title=say("Welke combinaties gaan samen met {result}?").format(result=study.result(language)),
        summary=_summary(study, language),
        rows=rows,
        columns={
            **{each.id: each.label.to(language) for each in study.conditions},
            "cases": say("Gemeenten"),
            "consistency": say("Gaat op (0 tot 1)"),
            "pri": say("Zonder het tegendeel (PRI)"),
            "outcome": say("Telt mee als"),
        },
        table_rows=[_table_row(each, study, language) for each in _in_order(study)],
        findings=findings(study, language),
        questions=conversation(study, language),
        notes=notes(study, language),
        language=language,
    )


def _paths(study: Study) -> Sequence[Path]:
    models = study.solution.models
    return models[0].paths if models else ()


def _in_order(study: Study) -> list[Row]:
    """Give the combinations that occur: road by road, then those that go two ways, then those without the outcome."""
    return sorted(study.coded.rows, key=lambda row: (_group(row, study), row.configuration))


def _group(row: Row, study: Study) -> tuple[int, int]:
    """Say in which part of the picture a combination stands."""
    for at, path in enumerate(_paths(study)):
        if row.outcome == "1" and covers(path.term, row.configuration):
            return 0, at
    return (1, 0) if row in study.coded.contradictions else (2, 0)


def _rows(row: Row, study: Study, language: Language) -> list[dict[str, Any]]:
    part, at = _group(row, study)
    heading = road(_paths(study)[at], at, study, language) if part == 0 else _headings(study, language)[part]
    return [
        {
            "heading": heading,
            "part": part,
            "configuration": row.configuration,
            "present": list(_present(row, study)),
            "conditions": [each.label.to(language) for each in study.conditions],
            "case": case,
            "outcome": study.outcome_membership(case),
            "shown": _shown(case, part == 1 or case in row.deviant, study, language),
        }
        for case in row.cases
    ]


def _headings(study: Study, language: Language) -> dict[int, str]:
    say, result = translator(language), study.result(language)
    return {
        1: say("Zelfde combinatie, andere uitkomst"),
        2: say("Niet of te weinig samen met {result}").format(result=result),
    }


def _shown(case: str, marked: bool, study: Study, language: Language) -> str:
    """Write a case, with how it goes there where that is not what the heading says."""
    say = translator(language)
    outcome = study.outcome_membership(case)
    if outcome == 0.5:
        return say("{case} (op de grens)").format(case=case)
    if not marked:
        return case
    line = say("{case} (wel)") if outcome > 0.5 else say("{case} (niet)")
    return line.format(case=case)


def _present(row: Row, study: Study) -> tuple[bool, ...]:
    n = len(study.conditions)
    return tuple(bool(row.configuration >> (n - 1 - at) & 1) for at in range(n))


def _table_row(row: Row, study: Study, language: Language) -> dict[str, Any]:
    say = translator(language)
    both = zip(study.conditions, _present(row, study), strict=True)
    shown = {each.id: amount(each.crisp, much, language) for each, much in both}
    counted = {"1": say("ja"), "0": say("nee")}
    return {
        **shown,
        "cases": listed(row.cases, language),
        "consistency": "–" if row.consistency is None else decimal(row.consistency, language, 2),
        "pri": "–" if row.pri is None else decimal(row.pri, language, 2),
        "outcome": counted.get(row.outcome, "–"),
    }


def _summary(study: Study, language: Language) -> str:
    say = translator(language)
    lines = [occurring(each, study, language) for each in _in_order(study)]
    return say("De combinaties die voorkomen, met de gemeenten die ze hebben. {lines}").format(lines=" ".join(lines))
