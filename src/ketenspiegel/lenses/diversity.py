"""Which combinations of properties occur among municipalities, and which nobody has.

With every condition the number of possible combinations doubles, and reality fills only some of them: limited
diversity. What would happen in the others nobody has seen, so any statement about them is an assumption. What this
lens cannot see: whether an empty combination is impossible, or only absent from these municipalities.
"""

from __future__ import annotations

from typing import Any

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.diversity_words import conversation, findings, has, letter, notes, state_words
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import amount, listed
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.qca.truth_table import Row

# With more conditions there are too many combinations to draw or list them all.
MOST_DRAWN = 5


def diversity(study: Study, language: Language = "nl") -> View:
    """Look at which combinations of the conditions have municipalities, and which have none.

    Parameters
    ----------
    study
        The comparison. With more than ``MOST_DRAWN`` conditions the rows are the combinations that occur only.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When there is nothing to compare yet; see `Study.obstacle`.
    """
    study.check_comparable()
    say = translator(language)
    rows = _rows(study, language)
    return View(
        lens="diversity",
        title=say("Wat niemand heeft"),
        summary=_summary(rows, study, language),
        rows=rows,
        columns={
            **{str(at): each.label.to(language) for at, each in enumerate(study.conditions)},
            "n": say("Aantal"),
            "cases": say("Gemeenten"),
            "state": say("Gaat samen met {result}").format(result=study.result(language)),
        },
        table_rows=[_table_row(row, language) for row in rows],
        findings=findings(study, language),
        questions=conversation(study, language),
        notes=notes(study, language),
        language=language,
    )


def _rows(study: Study, language: Language) -> list[dict[str, Any]]:
    """Give the combinations, those with much of the first condition first."""
    n = len(study.conditions)
    found = {row.configuration: row for row in study.coded.rows}
    shown = range(1 << n) if n <= MOST_DRAWN else sorted(found)
    kind = study.choice.kind
    assumed = set() if kind == "conservative" else set(study.solution.assumptions)
    return [
        {
            "configuration": each,
            "pattern": tuple(has(each, at, n) for at in range(n)),
            "cases": list(found[each].cases) if each in found else [],
            "n": len(found[each].cases) if each in found else 0,
            "state": _state(found[each], study) if each in found else "none",
            "assumed": each in assumed,
            "conditions": [condition.label.to(language) for condition in study.conditions],
            "crisp": [condition.crisp for condition in study.conditions],
            "result": study.result(language),
        }
        for each in reversed(shown)
    ]


def _state(row: Row, study: Study) -> str:
    """Say how a combination goes with the outcome: ``"1"`` or ``"0"``, or ``"mixed"`` when cases lie on both sides."""
    return "mixed" if row in study.coded.contradictions else row.outcome


def _table_row(row: dict[str, Any], language: Language) -> dict[str, Any]:
    say = translator(language)
    present = zip(row["crisp"], row["pattern"], strict=True)
    return {
        **{str(at): amount(crisp, much, language) for at, (crisp, much) in enumerate(present)},
        "n": row["n"],
        "cases": listed(row["cases"], language) if row["cases"] else say("niemand"),
        "state": state_words(row["state"], language),
    }


def _summary(rows: list[dict[str, Any]], study: Study, language: Language) -> str:
    """Name the combinations that occur in short words, by the letters of the picture."""
    say = translator(language)
    told = []
    for row in rows:
        if row["n"]:
            line = say("{combination}: {cases} (gaat samen met {result}: {state}).")
            told.append(
                line.format(
                    combination=_letters(row, language),
                    cases=listed(row["cases"], language),
                    result=study.result(language),
                    state=state_words(row["state"], language),
                )
            )
    key = ", ".join(f"{letter(at)} = {each.label.to(language)}" for at, each in enumerate(study.conditions))
    line = (
        say("{key}. Combinaties die voorkomen: {told}")
        if len(told) == 1 << len(study.conditions)
        else say("{key}. Combinaties die voorkomen: {told} Andere combinaties heeft niemand.")
    )
    return line.format(key=key, told=" ".join(told))


def _letters(row: dict[str, Any], language: Language) -> str:
    present = zip(row["crisp"], row["pattern"], strict=True)
    return ", ".join(f"{amount(crisp, much, language)} {letter(at)}" for at, (crisp, much) in enumerate(present))
