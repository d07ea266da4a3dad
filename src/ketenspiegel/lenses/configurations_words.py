"""What combinations and outcomes come to in sentences, and the questions that they end in."""

from __future__ import annotations

from collections.abc import Sequence

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import listed, missing, together
from ketenspiegel.methods.qca.limits import chance_without_contradiction
from ketenspiegel.methods.qca.necessity import necessary
from ketenspiegel.methods.qca.solution import Model, Path
from ketenspiegel.methods.qca.terms import Term, covers
from ketenspiegel.methods.qca.truth_table import Row

MOST_ASKED = 5
# How sure a sentence sounds when no case on the road lacks the outcome. The borders are our own.
SURE, FAIRLY_SURE = 0.95, 0.85
NECESSARY, RELEVANT = 0.9, 0.5
# A pattern that meaningless data would show more often than this is told to be one.
RARE = 0.1


def findings(study: Study, language: Language) -> tuple[str, ...]:
    """Tell the roads, who walks them, and who does not fit in."""
    say, models = translator(language), study.solution.models
    if not models:
        line = say("Geen enkele combinatie gaat hier steeds genoeg gepaard met {result}. Dat is ook een antwoord.")
        return (line.format(result=study.result(language)), *_two_ways(study, language), *_needed(study, language))
    told = [_told(path, at, study, language) for at, path in enumerate(models[0].paths)]
    if len(told) > 1:
        told.append(say("Er is hier dus niet één weg naar {result}.").format(result=study.result(language)))
    return (
        *told,
        *_off_road(study, models[0], language),
        *_two_ways(study, language),
        *_needed(study, language),
        *_as_good(study, models, language),
    )


def road(path: Path, at: int, study: Study, language: Language) -> str:
    """Name a road by its number and what it consists of."""
    say = translator(language)
    return say("Weg {n}: {combination}").format(n=at + 1, combination=_combination(path.term, study, language))


def occurring(row: Row, study: Study, language: Language) -> str:
    """Say which municipalities have a combination, and how it goes there."""
    say, n = translator(language), len(study.conditions)
    combination = _combination(Term((1 << n) - 1, row.configuration), study, language)
    lines = {
        1: say("{cases} met {result}"),
        0: say("{cases} precies op de grens"),
        # Without little of it would be two denials.
        -1: say("{cases} met {opposite}") if study.choice.absent else say("{cases} zonder {result}"),
    }
    result, opposite = study.result(language), study.result(language, opposite=True)
    told = [
        line.format(cases=listed(cases, language), result=result, opposite=opposite)
        for side, line in lines.items()
        if (cases := [case for case in row.cases if _side(study.outcome_membership(case)) == side])
    ]
    text = say("{combination}: {told}.").format(combination=combination, told=", ".join(told))
    return text[0].upper() + text[1:]


def _side(membership: float) -> int:
    """Say whether a case has the outcome (1), has it not (-1), or stands exactly on the border (0)."""
    return (membership > 0.5) - (membership < 0.5)


def conversation(study: Study, language: Language) -> tuple[str, ...]:
    """Ask what the figures cannot tell: first where they contradict each other."""
    say = translator(language)
    asked = [
        say(
            "{cases} hebben dezelfde combinatie, en toch gaat het er anders. Wat weten zij dat hier niet in staat?"
        ).format(cases=listed(row.cases, language))
        for row in study.coded.contradictions
    ]
    paths = study.solution.models[0].paths if study.solution.models else ()
    for path in paths:
        cases = _typical(path, study)
        if len(cases) > 1 and path.term.care:
            line = say("Herkennen {cases} zich in {combination}, en wat zien zij als reden dat het daar zo gaat?")
            asked.append(
                line.format(cases=listed(cases, language), combination=_combination(path.term, study, language))
            )
    if len(paths) > 1:
        asked.append(
            say("Welke van deze wegen past bij uw gemeente, en welke kunt u niet volgen, hoe graag u ook wilt?")
        )
    asked.append(
        say("Wat speelt er bij {result} mee dat niemand als voorwaarde koos?").format(result=study.result(language))
    )
    return tuple(asked[:MOST_ASKED])


def notes(study: Study, language: Language) -> tuple[str, ...]:
    """Say what the picture leaves out, and what was assumed."""
    say = translator(language)
    found = [*missing(study, language)]
    by_chance = chance_without_contradiction(len(study.conditions), len(study.cases))
    if by_chance > RARE:
        line = say(
            "Met {n} gemeenten en {k} voorwaarden lijkt ook toeval op een patroon: in gegevens zonder enige betekenis "
            "spreekt dan in {percent}% van de gevallen niets elkaar tegen."
        )
        found.append(line.format(n=len(study.cases), k=len(study.conditions), percent=round(100 * by_chance)))
    if study.coded.undecided:
        line = say("Precies op een grens, en daarom bij geen combinatie geteld: {cases}.")
        found.append(line.format(cases=listed(study.coded.undecided, language)))
    if study.solution.assumptions and study.solution.models:
        line = say("Dit antwoord neemt iets aan over combinaties die geen gemeente heeft ({n}). Dat is niet gezien.")
        found.append(line.format(n=len(study.solution.assumptions)))
    found.append(
        say(
            "‘Gaat gepaard met’ is geen oorzaak. Misschien werkt het andersom, of komt beide door iets wat hier niet "
            "staat."
        )
    )
    return tuple(found)


def _combination(term: Term, study: Study, language: Language) -> str:
    return together(study.parts(term, language), language)


def _told(path: Path, at: int, study: Study, language: Language) -> str:
    say, cases, others = translator(language), _typical(path, study), _deviant(path, study)
    if not cases and not others:
        line = say(
            "Volgens de rekensom gaat {combination} gepaard met {result}; geen gemeente is daar een voorbeeld van."
        )
        return line.format(combination=_combination(path.term, study, language), result=study.result(language))
    line = (
        say("In {cases} gaat {combination} gepaard met {result}.")
        if at == 0
        else say("In {cases} is er een andere weg: daar gaat {combination} gepaard met {result}.")
    )
    words = line.format(
        cases=listed(cases, language) if cases else say("geen enkele gemeente duidelijk"),
        combination=_combination(path.term, study, language),
        result=study.result(language),
    )
    if others:
        but = (
            say("Maar {cases} heeft dezelfde combinatie zonder die uitkomst.")
            if len(others) == 1
            else say("Maar {cases} hebben dezelfde combinatie zonder die uitkomst.")
        )
        return f"{words} {but.format(cases=listed(others, language))}"
    return f"{words} {_how_sure(path.fit.consistency, language)}"


def _how_sure(consistency: float | None, language: Language) -> str:
    say = translator(language)
    if consistency is None or consistency < FAIRLY_SURE:
        return say(
            "Dat klopt ongeveer: geen van deze gemeenten spreekt het tegen, maar het past niet overal even goed."
        )
    if consistency < SURE:
        return say("Dat klopt goed.")
    return say("Dat klopt vrijwel helemaal.")


def _members(path: Path) -> list[str]:
    return sorted({case for group in path.cases for case in group}, key=str.casefold)


def _typical(path: Path, study: Study) -> list[str]:
    return [case for case in _members(path) if study.outcome_membership(case) > 0.5]


def _deviant(path: Path, study: Study) -> list[str]:
    return [case for case in _members(path) if study.outcome_membership(case) < 0.5]


def _off_road(study: Study, model: Model, language: Language) -> list[str]:
    """Name those who have the outcome without any of the roads."""
    say = translator(language)
    on_road = {case for path in model.paths for case in _members(path)}
    elsewhere = {case for row in study.coded.contradictions for case in row.cases} | {*study.coded.undecided}
    off = [
        case
        for case in study.cases
        if study.outcome_membership(case) > 0.5 and case not in on_road and case not in elsewhere
    ]
    if not off:
        return []
    line = say("Ook met {result}, maar langs geen van deze wegen: {cases}. Daar speelt iets anders.")
    return [line.format(result=study.result(language), cases=listed(off, language))]


def _two_ways(study: Study, language: Language) -> list[str]:
    """Name the combinations of which some have the outcome and others have not, unless a road told it already."""
    say, n = translator(language), len(study.conditions)
    paths = study.solution.models[0].paths if study.solution.models else ()
    found = []
    for row in study.coded.contradictions:
        if row.outcome == "1" and any(covers(path.term, row.configuration) for path in paths):
            continue
        having = [case for case in row.cases if study.outcome_membership(case) > 0.5]
        without = [case for case in row.cases if study.outcome_membership(case) < 0.5]
        line = say("Zelfde combinatie, andere uitkomst: {combination}. In {having} met {result}, in {without} niet.")
        found.append(
            line.format(
                combination=_combination(Term((1 << n) - 1, row.configuration), study, language),
                having=listed(having, language),
                without=listed(without, language),
                result=study.result(language),
            )
        )
    return found


def _needed(study: Study, language: Language) -> list[str]:
    """Name what is nearly always there when the outcome is, unless it is there nearly always anyhow."""
    say, result = translator(language), study.result(language)
    needed = necessary(
        [each.id for each in study.conditions],
        [[study.membership(case, each) for each in study.conditions] for case in study.cases],
        [study.outcome_membership(case) for case in study.cases],
        consistency=NECESSARY,
        coverage=0.0,
        relevance=RELEVANT,
        largest=1,
    )
    line = say("Waar {result} is, is hier bijna altijd ook {part} ({share}). Andersom hoeft dat niet.")
    return [
        line.format(result=result, part=part, share=decimal(fit.consistency or 0.0, language, 2))
        for expression, fit in needed
        for part in study.parts(expression.term, language)
    ]


def _as_good(study: Study, models: Sequence[Model], language: Language) -> list[str]:
    if len(models) == 1:
        return []
    say = translator(language)
    told = [
        say("; of ").join(_combination(path.term, study, language) for path in model.paths) for model in models[1:4]
    ]
    line = say("Bij dezelfde gegevens passen {n} antwoorden even goed. Het kan ook zo: {others}.")
    return [line.format(n=len(models), others=" / ".join(told))]
