"""From where much is called much, per measure, and which municipalities lie so close to that border that it matters.

Every comparison of combinations starts from these borders: shift one, and a municipality may have another combination.
So they belong on the table before any answer does. What this lens cannot see is where a border ought to lie: that
takes knowledge of the matter, and not of these numbers alone.
"""

from __future__ import annotations

from typing import Any

from ketenspiegel.cases import Measure
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import listed, missing
from ketenspiegel.lenses.view import View

# A membership strictly between these lies close to the border. Our own limits.
BORDER = (0.4, 0.6)
MOST_ASKED = 3


def calibration(study: Study, language: Language = "nl") -> View:
    """Look at how each measure divides the municipalities into those with much and those with little of it.

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
    return View(
        lens="calibration",
        title=say("Wanneer noemt u het veel?"),
        summary=" ".join(_told(measure, study, language) for measure in study.chosen),
        rows=[_row(measure, case, study, language) for measure in study.chosen for case in study.cases],
        columns={
            "label": say("Wat"),
            "case": say("Gemeente"),
            "value": say("Waarde"),
            "border": say("Grens"),
            "side": say("Telt als"),
            "membership": say("Hoort bij ‘veel’ (0 tot 1)"),
        },
        table_rows=[_table_row(measure, case, study, language) for measure in study.chosen for case in study.cases],
        findings=(*_close(study, language), *_whose(study, language)),
        questions=_questions(study, language),
        notes=_notes(study, language),
        language=language,
    )


def on_the_border(study: Study, measure: Measure) -> tuple[str, ...]:
    """Name the cases whose membership lies strictly between the two values of `BORDER`, by name."""
    low, high = BORDER
    return tuple(case for case in study.cases if low < study.membership(case, measure) < high)


def written(number: float, language: Language, digits: int) -> str:
    """Write a border, with more decimals than the values have when it needs them (at most two more).

    Examples
    --------
    >>> written(3.0, "nl", 1), written(9.25, "nl", 1), written(31000.0, "nl", 0)
    ('3,0', '9,25', '31000')
    """
    needed = next((more for more in range(2) if abs(round(number, digits + more) - number) < 1e-9), 2)
    return decimal(number, language, digits + needed)


def _row(measure: Measure, case: str, study: Study, language: Language) -> dict[str, Any]:
    say, anchors = translator(language), study.anchors[measure.id]
    label = measure.label.to(language)
    out, crossover, full = (None, None, None) if measure.crisp or anchors is None else anchors
    return {
        "measure": measure.id,
        "heading": say("Uitkomst: {name}").format(name=label) if measure is study.outcome else label,
        "case": case,
        "value": study.value(case, measure),
        "membership": study.membership(case, measure),
        "out": out,
        "crossover": crossover,
        "full": full,
        "crisp": measure.crisp,
        "digits": measure.digits,
        "close": case in on_the_border(study, measure),
    }


def _table_row(measure: Measure, case: str, study: Study, language: Language) -> dict[str, Any]:
    say, member = translator(language), study.membership(case, measure)
    much, little = (say("wel"), say("niet")) if measure.crisp else (say("veel"), say("weinig"))
    value = (much if member > 0.5 else little) if measure.crisp else None
    return {
        "label": measure.label.to(language),
        "case": case,
        "value": value or decimal(study.value(case, measure), language, measure.digits),
        "border": _border(measure, study, language),
        "side": say("precies op de grens") if member == 0.5 else much if member > 0.5 else little,
        "membership": decimal(member, language, 2),
    }


def _border(measure: Measure, study: Study, language: Language) -> str:
    """Write the crossover of a measure; a dash when there is none."""
    anchors = study.anchors[measure.id]
    if measure.crisp or anchors is None:
        return "–"
    return written(anchors.crossover, language, measure.digits)


def _told(measure: Measure, study: Study, language: Language) -> str:
    """Say how one measure divides the cases."""
    say, name = translator(language), measure.label.to(language)
    members = [study.membership(case, measure) for case in study.cases]
    much, little = sum(each > 0.5 for each in members), sum(each < 0.5 for each in members)
    if measure.crisp:
        return say("‘{name}’: wel bij {much}, niet bij {little}.").format(name=name, much=much, little=little)
    line = say("Bij ‘{name}’ ligt de grens op {border}. Weinig: {little}. Veel: {much}.")
    told = [line.format(name=name, border=_border(measure, study, language), much=much, little=little)]
    if exactly := len(members) - much - little:
        told.append(say("Precies op de grens: {n}.").format(n=exactly))
    if close := on_the_border(study, measure):
        told.append(say("Vlak bij de grens: {cases}.").format(cases=listed(close, language)))
    return " ".join(told)


def _close(study: Study, language: Language) -> list[str]:
    say = translator(language)
    found = []
    for measure in study.chosen:
        cases = on_the_border(study, measure)
        if not cases:
            continue
        line = (
            say("Op de grens bij ‘{name}’: {cases}. Schuift de grens een beetje, dan telt deze gemeente anders mee.")
            if len(cases) == 1
            else say(
                "Op de grens bij ‘{name}’: {cases}. Schuift de grens een beetje, dan tellen deze gemeenten anders mee."
            )
        )
        found.append(line.format(name=measure.label.to(language), cases=listed(cases, language)))
    return found or [say("Geen enkele gemeente ligt hier vlak bij een grens.")]


def _whose(study: Study, language: Language) -> list[str]:
    """Say which borders the users drew, and which were only suggested to them."""
    say = translator(language)
    drawn = [measure for measure in study.chosen if not measure.crisp]
    chosen = [measure for measure in drawn if measure.id in study.choice.anchors]
    suggested = [measure for measure in drawn if measure.id not in study.choice.anchors]
    told = []
    if chosen:
        told.append(say("U koos de grens zelf bij {names}.").format(names=_with_borders(chosen, study, language)))
    if suggested:
        line = say(
            "Wij stelden een grens voor bij {names}. Zo’n voorstel volgt alleen uit deze getallen en uit het midden "
            "van een schaal. Wat veel is, zegt u zelf."
        )
        told.append(line.format(names=_with_borders(suggested, study, language)))
    return told


def _with_borders(measures: list[Measure], study: Study, language: Language) -> str:
    names = [f"‘{each.label.to(language)}’ ({_border(each, study, language)})" for each in measures]
    return listed(names, language)


def _questions(study: Study, language: Language) -> tuple[str, ...]:
    """Ask for the borders, first for those on which most cases lie."""
    say = translator(language)
    drawn = [measure for measure in study.chosen if not measure.crisp]
    first = sorted(drawn, key=lambda measure: -len(on_the_border(study, measure)))[:MOST_ASKED]
    line = say("Vanaf hoeveel spreekt u van {much}? Waarom daar?")
    return tuple(line.format(much=measure.high.to(language)) for measure in first)


def _notes(study: Study, language: Language) -> tuple[str, ...]:
    say = translator(language)
    low, high = (decimal(each, language) for each in BORDER)
    found = [*missing(study, language)]
    if study.coded.undecided:
        line = say("Precies op een grens, en daarom bij geen combinatie geteld: {cases}.")
        found.append(line.format(cases=listed(study.coded.undecided, language)))
    line = say(
        "Hoe ver een gemeente bij ‘veel’ hoort, loopt van 0 tot 1. ‘Op de grens’ is hier tussen {low} en {high}; dat "
        "kozen wij."
    )
    return (*found, line.format(low=low, high=high))
