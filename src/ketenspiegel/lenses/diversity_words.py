"""What combinations that nobody has come to in sentences, and the questions that they end in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import listed, missing, together
from ketenspiegel.methods.qca.terms import Term

MOST_TOLD = 3


def never_together(study: Study) -> list[Term]:
    """List what no case has: single properties first, and then pairs of which each half does occur.

    A case has much of a condition when its membership is more than a half, and little when it is less. Here a case
    counts in every condition in which it is on a side, also when it lies on the border of another one.

    Returns
    -------
    list of Term
        Of the pairs first those of which the halves occur most often: there one would expect a case soonest.
    """
    n = len(study.conditions)
    members = [[study.membership(case, each) for each in study.conditions] for case in study.cases]
    cases_of = {
        (at, present): {case for case, row in enumerate(members) if (row[at] > 0.5 if present else row[at] < 0.5)}
        for at, present in product(range(n), (True, False))
    }
    singles = [each for each, cases in cases_of.items() if not cases]
    pairs = [
        (one, other)
        for one, other in combinations(cases_of, 2)
        if one[0] != other[0] and cases_of[one] and cases_of[other] and not cases_of[one] & cases_of[other]
    ]
    pairs.sort(key=lambda pair: -len(cases_of[pair[0]]) * len(cases_of[pair[1]]))
    return [_term([each], n) for each in singles] + [_term(pair, n) for pair in pairs]


def has(configuration: int, at: int, n: int) -> bool:
    """Tell whether a configuration of ``n`` conditions has much of the one at a place, counted from the left."""
    return bool(configuration >> (n - 1 - at) & 1)


def letter(at: int) -> str:
    """Give the letter of a condition by its place.

    Examples
    --------
    >>> letter(0), letter(3)
    ('A', 'D')
    """
    return chr(ord("A") + at)


def state_words(state: str, language: Language) -> str:
    """Say in a word how a combination goes with the outcome."""
    say = translator(language)
    return {"1": say("ja"), "0": say("nee"), "mixed": say("verschilt")}.get(state, "–")


def findings(study: Study, language: Language) -> tuple[str, ...]:
    """Count what occurs, name what never goes together, and say what is assumed about it."""
    return (_counted(study, language), *_never(study, language), *_assumed(study, language))


def conversation(study: Study, language: Language) -> tuple[str, ...]:
    """Ask whether what is absent here exists elsewhere, and whether it can exist."""
    say = translator(language)
    exists = say("Is er ergens een gemeente met {combination}? Wie kent er een?")
    pairs = [study.parts(term, language) for term in never_together(study) if term.care.bit_count() == 2]
    if not pairs:
        nearest = _nearest_empty(study)
        if nearest is None:
            return (say("Alle combinaties komen voor. Welke kent u het minst, en wie kan erover vertellen?"),)
        parts = study.parts(nearest, language)
        return (exists.format(combination=together(parts, language)),)
    asked = [exists.format(combination=together(pairs[0], language))]
    can = say("Kan {one} wel samengaan met {other}, of sluit het een het ander uit?")
    return (*asked, *(can.format(one=one, other=other) for one, other in pairs[:MOST_TOLD]))


def notes(study: Study, language: Language) -> tuple[str, ...]:
    """Say which cases have no combination, and what the picture depends on."""
    say = translator(language)
    found = [*missing(study, language)]
    if study.coded.undecided:
        line = say("Precies op een grens, en daarom bij geen combinatie geteld: {cases}.")
        found.append(line.format(cases=listed(study.coded.undecided, language)))
    return (
        *found,
        say(
            "Wat niemand heeft, hangt af van de gemeenten die meedoen en van waar de grens tussen veel en weinig ligt."
        ),
    )


def _counted(study: Study, language: Language) -> str:
    say, possible, found = translator(language), 1 << len(study.conditions), len(study.coded.rows)
    empty = possible - found
    if not empty:
        return say("Alle {possible} mogelijke combinaties komen voor.").format(possible=possible)
    line = (
        say("Van de {possible} mogelijke combinaties komt er 1 voor; {empty} heeft geen enkele gemeente.")
        if found == 1
        else say("Van de {possible} mogelijke combinaties komen er {found} voor; {empty} heeft geen enkele gemeente.")
    )
    return line.format(possible=possible, found=found, empty=empty)


def _never(study: Study, language: Language) -> list[str]:
    say = translator(language)
    terms = never_together(study)
    line = say("Geen enkele gemeente heeft {combination}. Hoe het daar zou gaan, weet niemand.")
    told = [line.format(combination=together(study.parts(term, language), language)) for term in terms[:MOST_TOLD]]
    if more := len(terms) - len(told):
        told.append(say("Zo is er nog meer dat niemand heeft ({n}).").format(n=more))
    return told


def _assumed(study: Study, language: Language) -> list[str]:
    """Tell how far the answer goes beyond what was seen, when the users chose for an answer that may do so."""
    if study.choice.kind == "conservative" or not study.solution.models:
        return []
    say, n, result = translator(language), len(study.solution.assumptions), study.result(language)
    if not n:
        return [say("Het antwoord neemt niets aan over combinaties die niemand heeft.")]
    line = (
        say(
            "Het antwoord neemt van 1 combinatie die niemand heeft aan dat zij gepaard gaat met {result}. Gezien is "
            "dat niet."
        )
        if n == 1
        else say(
            "Het antwoord neemt van {n} combinaties die niemand heeft aan dat zij gepaard gaan met {result}. Gezien is "
            "dat niet."
        )
    )
    return [line.format(n=n, result=result)]


def _nearest_empty(study: Study) -> Term | None:
    """Give the empty combination with most cases in those that differ from it in one property."""
    n = len(study.conditions)
    cases = {row.configuration: len(row.cases) for row in study.coded.rows}
    empty = [each for each in reversed(range(1 << n)) if each not in cases]
    if not empty:
        return None
    nearest = max(empty, key=lambda each: sum(cases.get(each ^ 1 << at, 0) for at in range(n)))
    return Term((1 << n) - 1, nearest)


def _term(literals: Sequence[tuple[int, bool]], n: int) -> Term:
    bits = [(1 << (n - 1 - at), present) for at, present in literals]
    return Term(sum(bit for bit, _ in bits), sum(bit for bit, present in bits if present))
