"""What is said of two municipalities that are alike and where it goes differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ketenspiegel.cases import Measure
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import listed, missing, together

ASKED = 3


@dataclass(frozen=True)
class Pair:
    """Two cases on the same side of every condition but ``differing``, and on two sides of the outcome.

    ``similarity`` is 1 minus the mean absolute difference of their memberships in the conditions.
    """

    first: str
    second: str
    differing: tuple[Measure, ...]
    similarity: float


def own(study: Study) -> str:
    """Give the municipality of the users when anything at all is known of it, else nothing."""
    return study.choice.own if study.choice.own in study.table.cases else ""


def undecided(study: Study, case: str) -> list[Measure]:
    """Give the conditions in which a case is neither more in than out."""
    return [each for each in study.conditions if study.membership(case, each) == 0.5]


def finding(study: Study, pair: Pair, language: Language) -> str:
    """Say in what two municipalities are alike, in what they differ, and where the outcome is."""
    say = translator(language)
    lines = [
        say("{a} en {b} lijken op elkaar: allebei {parts}.").format(
            a=pair.first, b=pair.second, parts=together(_shared(study, pair, language), language)
        )
    ]
    for each in pair.differing:
        first, second = (_has(study, case, each, language) for case in (pair.first, pair.second))
        line = say("Zij verschillen op ‘{condition}’: {a} heeft {first}, {b} heeft {second}.")
        lines.append(
            line.format(condition=each.label.to(language), a=pair.first, b=pair.second, first=first, second=second)
        )
    has = study.outcome_membership(pair.first) > 0.5
    yes, no = (pair.first, pair.second) if has else (pair.second, pair.first)
    line = say("Toch heeft {yes} {result}, en {no} {opposite}.")
    result, opposite = study.result(language), study.result(language, opposite=True)
    return " ".join([*lines, line.format(yes=yes, no=no, result=result, opposite=opposite)])


def nobody(study: Study, language: Language) -> str:
    """Say that there is no pair, and of the own municipality what is not known of it."""
    say, ours = translator(language), own(study)
    if not ours:
        return say("Er zijn geen twee gemeenten die op elkaar lijken en waar het toch anders gaat.")
    line = say("Er is geen gemeente die op {own} lijkt en waar het anders gaat.").format(own=ours)
    if ours not in study.left_out:
        return line
    names = listed([f"‘{each.label.to(language)}’" for each in study.left_out[ours]], language)
    unknown = say("Van {own} is er namelijk geen waarde voor {names}.").format(own=ours, names=names)
    return f"{line} {unknown}"


def summary(study: Study, shown: Sequence[Pair], language: Language) -> str:
    """Say per pair where they differ and how far the outcome lies apart."""
    say = translator(language)
    if not shown:
        return nobody(study, language)
    outcome = study.chosen[-1]
    line = say("{a} en {b} ({differing}): ‘{outcome}’ {first} tegen {second}")
    found = "; ".join(
        line.format(
            a=pair.first,
            b=pair.second,
            differing=_differing(pair, language),
            outcome=outcome.label.to(language),
            first=decimal(study.membership(pair.first, outcome), language),
            second=decimal(study.membership(pair.second, outcome), language),
        )
        for pair in shown
    )
    return say("Gemeenten die op elkaar lijken en waar het anders gaat, van 0 (weinig) tot 1 (veel): {pairs}.").format(
        pairs=found
    )


def table_row(study: Study, pair: Pair, language: Language) -> dict[str, str]:
    """Write a pair as a row of a table."""
    say = translator(language)
    first, second = (_has(study, case, study.chosen[-1], language) for case in (pair.first, pair.second))
    return {
        "pair": listed([pair.first, pair.second], language),
        "alike": ", ".join(_shared(study, pair, language)),
        "differing": _differing(pair, language),
        "outcome": say("{a}: {first}; {b}: {second}").format(a=pair.first, b=pair.second, first=first, second=second),
    }


def questions(study: Study, shown: Sequence[Pair], language: Language) -> tuple[str, ...]:
    """Invite municipalities to visit each other."""
    say = translator(language)
    if not shown:
        return (say("Welke gemeente lijkt volgens u op de uwe, maar doet het anders? Wat zou u daar willen zien?"),)
    visit = (
        say("Ga bij elkaar op bezoek: wat doet {b} anders, dat niet in deze cijfers staat?")
        if own(study)
        else say("{a} en {b}, ga bij elkaar op bezoek: wat doet de ander anders, dat niet in deze cijfers staat?")
    )
    doubt = say("{a} en {b} verschillen op ‘{condition}’. Zit het daarin, of in iets anders?")
    doubts = [
        doubt.format(a=pair.first, b=pair.second, condition=each.label.to(language))
        for pair in shown
        for each in pair.differing
    ]
    return (
        *(visit.format(a=pair.first, b=pair.second) for pair in shown[:ASKED]),
        *doubts[:1],
        say("Herkent u zich in de ander? Wat is er bij u anders dan de cijfers laten zien?"),
    )


def notes(study: Study, apart: float, more: int, language: Language) -> tuple[str, ...]:
    """Say what counts as alike and as different, and who is in no pair."""
    say = translator(language)
    alike = (
        say("Op elkaar lijken is hier: bij elke voorwaarde allebei veel of allebei weinig, op hoogstens één na.")
        if len(study.conditions) > 2
        else say("Op elkaar lijken is hier: bij elke voorwaarde allebei veel of allebei weinig.")
    )
    otherwise = say(
        "Anders gaan is: de een heeft veel van de uitkomst en de ander weinig, met minstens {apart} ertussen op een "
        "schaal van 0 tot 1. Die grens kozen wij zelf."
    ).format(apart=decimal(apart, language))
    order = (
        say("Bovenaan staat wie het meest op {own} lijkt. Dat is geen oordeel over wie het beter doet.").format(
            own=own(study)
        )
        if own(study)
        else say("De volgorde zegt niets over wie het beter doet.")
    )
    hidden = (
        say("Er zijn nog {n} paren die hier niet staan.")
        if more > 1
        else say("Er is nog een paar dat hier niet staat.")
    )
    border = say("{case} staat precies tussen veel en weinig op {names}, en hoort daarom bij geen enkel paar.")
    return (
        alike,
        otherwise,
        order,
        *((hidden.format(n=more),) if more else ()),
        *(
            border.format(case=case, names=listed([f"‘{each.label.to(language)}’" for each in found], language))
            for case in study.cases
            if (found := undecided(study, case))
        ),
        *missing(study, language),
    )


def _has(study: Study, case: str, measure: Measure, language: Language) -> str:
    return (measure.high if study.membership(case, measure) > 0.5 else measure.low).to(language)


def _shared(study: Study, pair: Pair, language: Language) -> list[str]:
    return [_has(study, pair.first, each, language) for each in study.conditions if each not in pair.differing]


def _differing(pair: Pair, language: Language) -> str:
    say = translator(language)
    names = [f"‘{each.label.to(language)}’" for each in pair.differing]
    return (
        say("verschil op {names}").format(names=listed(names, language))
        if names
        else say("op alle voorwaarden dezelfde kant")
    )
