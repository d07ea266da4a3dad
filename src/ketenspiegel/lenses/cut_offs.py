"""How much the answer hangs on where one draws the line: the same figures, from a lenient to a strict cut-off.

Whoever asks that a combination always goes together with the outcome finds other combinations than who allows
exceptions. An answer that holds over a long stretch is sturdier than one that changes at the next step. What this lens
cannot see: what happens when it is decided otherwise from where much is much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.study import LOWEST_CUT_OFF, Study
from ketenspiegel.lenses.study_words import together
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.qca.terms import Term

STEP = 0.01
# An answer that stays the same over so long a stretch around the chosen cut-off is called sturdy. Our own limit.
STURDY = 0.1

Answer = tuple[Term, ...]


@dataclass(frozen=True)
class Stretch:
    """Cut-offs from the lowest to the highest that all give the same answers; several when they fit as well."""

    low: float
    high: float
    answers: tuple[Answer, ...]

    @property
    def terms(self) -> Answer:
        """The combinations in any of the answers."""
        return tuple(dict.fromkeys(term for answer in self.answers for term in answer))


def cut_offs(study: Study, language: Language = "nl") -> View:
    """Look at which answer every cut-off gives, from 0.70 to 1 in steps of 0.01.

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

    Notes
    -----
    Minimises once for every set of combinations that counts, at most one more often than there are combinations.
    """
    study.check_comparable()
    say = translator(language)
    found = stretches(study)
    return View(
        lens="cut_offs",
        title=say("Hoe vast staat dit antwoord?"),
        summary=" ".join(_told(each, study, language) for each in found),
        rows=_rows(found, study, language),
        columns={"from": say("Vanaf"), "to": say("Tot en met"), "answer": say("Gaat samen met de uitkomst")},
        table_rows=[
            {
                "from": decimal(each.low, language, 2),
                "to": decimal(each.high, language, 2),
                "answer": _words(each, study, language),
            }
            for each in found
        ],
        findings=_findings(found, study, language),
        questions=_questions(found, study, language),
        notes=(
            say(
                "De streep zegt hoe goed het moet kloppen dat een combinatie met de uitkomst samengaat: bij 1 klopt "
                "het altijd. Waar zij ligt, is een keuze."
            ),
        ),
        language=language,
    )


def stretches(study: Study) -> list[Stretch]:
    """Give all cut-offs from lenient to strict, put together where they give the same answers."""
    steps = round((1 - LOWEST_CUT_OFF) / STEP)
    known: dict[frozenset[int], tuple[Answer, ...]] = {}
    found = []
    for step in range(steps + 1):
        cut_off = round(LOWEST_CUT_OFF + step * STEP, 2)
        table = study.truth_table(cut_off)
        key = frozenset(table.positive)
        if key not in known:
            known[key] = tuple(tuple(path.term for path in model.paths) for model in study.solved(table).models)
        found.append((cut_off, known[key]))
    return [
        _stretch([cut_off for cut_off, _ in group], answers) for answers, group in groupby(found, lambda each: each[1])
    ]


def _stretch(cut_offs_in_it: Sequence[float], answers: tuple[Answer, ...]) -> Stretch:
    return Stretch(cut_offs_in_it[0], cut_offs_in_it[-1], answers)


def _rows(found: Sequence[Stretch], study: Study, language: Language) -> list[dict[str, Any]]:
    terms = dict.fromkeys(term for each in found for term in each.terms)
    return [
        {
            "combination": together(study.parts(term, language), language),
            "from": each.low,
            "to": each.high,
            "always": all(term in answer for answer in each.answers),
            "chosen": study.choice.cut_off,
            "lowest": LOWEST_CUT_OFF,
        }
        for term in terms
        for each in found
        if term in each.terms
    ]


def _words(stretch: Stretch, study: Study, language: Language) -> str:
    say = translator(language)
    told = [
        say("; of ").join(together(study.parts(term, language), language) for term in answer)
        for answer in stretch.answers
    ]
    return " / ".join(told) if told else say("geen enkele combinatie")


def _told(stretch: Stretch, study: Study, language: Language) -> str:
    say = translator(language)
    low, high = decimal(stretch.low, language, 2), decimal(stretch.high, language, 2)
    line = say("Bij {low}: {answer}.") if low == high else say("Van {low} tot en met {high}: {answer}.")
    return line.format(low=low, high=high, answer=_words(stretch, study, language))


def _here(found: Sequence[Stretch], study: Study) -> Stretch:
    return next(each for each in found if each.high >= round(study.choice.cut_off, 2))


def _findings(found: Sequence[Stretch], study: Study, language: Language) -> tuple[str, ...]:
    say, here = translator(language), _here(found, study)
    low, high = decimal(here.low, language, 2), decimal(here.high, language, 2)
    if len(found) == 1:
        return (say("Het antwoord is bij elke streep van {low} tot {high} hetzelfde.").format(low=low, high=high),)
    line = (
        say("Het antwoord blijft hetzelfde van {low} tot en met {high}; daarbuiten verandert het.")
        if round(here.high - here.low, 2) >= STURDY
        else say(
            "Het antwoord hangt hier aan een dun draadje: het blijft alleen hetzelfde van {low} tot en met {high}."
        )
    )
    return (
        line.format(low=low, high=high),
        say("Van los naar streng zijn er {n} verschillende antwoorden.").format(
            n=len({each.answers for each in found})
        ),
    )


def _questions(found: Sequence[Stretch], study: Study, language: Language) -> tuple[str, ...]:
    say = translator(language)
    if len(found) == 1:
        return ()
    return (
        say("Hoeveel uitzonderingen vindt u te veel om nog te zeggen dat iets samengaat met {result}?").format(
            result=study.result(language)
        ),
    )
