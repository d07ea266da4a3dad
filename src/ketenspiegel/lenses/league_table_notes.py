"""What a list of municipalities and its correlations hide, as far as the same numbers show it."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.parts import exact
from ketenspiegel.lenses.study import Study

# A difference is called small up to this share of what lies between the first and the last. Our own limit.
SMALL = 0.1

Rows = list[dict[str, Any]]


def notes(study: Study, places: Rows, conditions: Rows, language: Language) -> tuple[str, ...]:
    """Say what the list and its bars hide.

    Parameters
    ----------
    study
        The comparison.
    places
        A row per municipality from the first place on, with ``name``, ``place`` and ``value``.
    conditions
        A row per condition, with ``id``, ``name`` and ``tau``: its correlation with a high place.
    language
        The reader's language.
    """
    if not places:
        return ()
    found = strongest(conditions)
    return (
        *_small_steps(study, places, language),
        *(_other_way(study, places, found, language) if found else ()),
        _other_outcome(study, places, language),
    )


def strongest(conditions: Rows) -> dict[str, Any] | None:
    """Give the condition with the correlation furthest from 0, of equal ones the first; None when all are 0."""
    return max((row for row in conditions if row["tau"]), key=lambda row: abs(row["tau"]), default=None)


def number(value: float, digits: int, language: Language) -> str:
    """Write a number, never with a minus before a zero.

    Examples
    --------
    >>> number(-0.001, 2, "nl"), number(-0.34, 2, "nl")
    ('0,00', '−0,34')
    """
    return decimal(round(value, digits) + 0.0, language, digits)


def _small_steps(study: Study, places: Rows, language: Language) -> tuple[str, ...]:
    """Count the neighbours in the list that hardly differ, and say what a small difference does to a place."""
    if study.outcome is None or len(places) < 3 or places[0]["place"] == places[-1]["place"]:
        return ()
    say, digits = translator(language), study.outcome.digits
    values = [row["value"] for row in places]
    spread = abs(values[0] - values[-1])
    steps = sum(exact(abs(a - b) - SMALL * spread) <= 0 for a, b in pairwise(values))
    line = say(
        "Tussen de eerste en de laatste plaats ligt {spread}. Bij {n} van de {steps} stappen naar de volgende plaats "
        "is het verschil hoogstens een tiende daarvan."
    ).format(spread=number(spread, digits, language), n=steps, steps=len(values) - 1)
    return (line + _risen(places, spread, number(SMALL * spread, digits + 1, language), study.choice.absent, language),)


def _risen(places: Rows, spread: float, tenth: str, absent: bool, language: Language) -> str:
    """Name the municipality that a small difference would lift over the most places, when it is more than one."""
    say = translator(language)
    values = [row["value"] for row in places]
    sign = -1 if absent else 1
    new = [1 + sum(exact(sign * (other - value) - SMALL * spread) > 0 for other in values) for value in values]
    at = max(range(len(places)), key=lambda at: places[at]["place"] - new[at])
    if places[at]["place"] - new[at] < 2:
        return ""
    line = (
        say("Met {tenth} minder zou {case} van plaats {old} naar plaats {new} gaan.")
        if absent
        else say("Met {tenth} meer zou {case} van plaats {old} naar plaats {new} gaan.")
    )
    return " " + line.format(tenth=tenth, case=places[at]["name"], old=places[at]["place"], new=new[at])


def _other_way(study: Study, places: Rows, found: dict[str, Any], language: Language) -> tuple[str, ...]:
    """Say that a correlation is a sum, and between which municipalities the strongest one goes the other way."""
    say = translator(language)
    total = say(
        "Een samenhang over {n} gemeenten telt verschillende wegen bij elkaar op. Zij zegt van geen gemeente waarom "
        "het daar zo gaat, en kijkt naar één voorwaarde tegelijk: combinaties ziet zij niet."
    ).format(n=len(places))
    condition = study.table.measures[found["id"]]
    trios = sorted((row["name"], study.value(row["name"], condition), -row["place"], row["value"]) for row in places)
    against = [
        (a, b) if a[1] > b[1] else (b, a)
        for a, b in combinations(trios, 2)
        if (a[1] - b[1]) * (a[2] - b[2]) * found["tau"] < 0
    ]
    if not against:
        return (total,)
    more, less = max(against, key=lambda pair: exact(abs((pair[0][1] - pair[1][1]) * (pair[0][3] - pair[1][3]))))
    example = (
        say("Zo heeft {a} een hogere waarde op ‘{condition}’ dan {b}, en toch een lagere plaats.")
        if found["tau"] > 0
        else say("Zo heeft {a} een hogere waarde op ‘{condition}’ dan {b}, en toch een hogere plaats.")
    )
    pairs = say(
        "Wat in de ene gemeente met de uitkomst meegaat, kan er in een andere tegenin gaan. Vergelijkt men steeds twee "
        "gemeenten, dan gaat het met ‘{condition}’ bij {n} van de {total} paren andersom."
    ).format(condition=found["name"], n=len(against), total=len(places) * (len(places) - 1) // 2)
    return total, f"{pairs} {example.format(a=more[0], b=less[0], condition=found['name'])}"


def _other_outcome(study: Study, places: Rows, language: Language) -> str:
    """Say where the number one would stand in a list by something else that was measured of the same cases."""
    say = translator(language)
    line = say("Wie een andere uitkomst kiest, krijgt een andere lijst.")
    first, *others = (row["name"] for row in places)
    above = {each: sum(study.value(o, each) > study.value(first, each) for o in others) for each in study.conditions}
    lowest = max(above, key=lambda each: above[each], default=None)
    if lowest is None or not above[lowest] or places[0]["place"] == places[1]["place"]:
        return line
    example = say("Op ‘{condition}’, met de hoogste boven, stond {case} op plaats {place}.").format(
        condition=lowest.label.to(language), case=first, place=1 + above[lowest]
    )
    return f"{line} {example}"
