"""How hours, pairs and names of meetings are written, and what is told around a picture of them."""

from __future__ import annotations

from collections.abc import Sequence

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.meetings_figures import Figures
from ketenspiegel.methods.affiliation import Pair

MOST_LISTED = 6


def hours(number: float, language: Language) -> str:
    """Write hours with one digit, or none when they are whole; two when there are very few.

    Examples
    --------
    >>> hours(12.0, "nl"), hours(6.5, "nl"), hours(1 / 12, "nl")
    ('12', '6,5', '0,08')
    """
    if 0 < number < 0.1:
        return decimal(number, language, 2)
    return decimal(number, language, 0 if abs(number - round(number)) < 0.05 else 1)


def pairs(number: int, language: Language) -> str:
    """Say how many pairs."""
    say = translator(language)
    return say("1 paar") if number == 1 else say("{n} paren").format(n=number)


def listed(names: Sequence[str], language: Language, most: int = MOST_LISTED) -> str:
    """Give names between quotation marks, and how many more there are."""
    say = translator(language)
    text = ", ".join(f"‘{name}’" for name in names[:most])
    return say("{names} en nog {n}").format(names=text, n=len(names) - most) if len(names) > most else text


def tie(pair: Pair, language: Language) -> str:
    """Name a pair."""
    return translator(language)("{a} en {b}").format(a=pair[0], b=pair[1])


def smallest_only_tie(figures: Figures) -> str | None:
    """Give the meeting that takes least of those that are the only place where two organisations meet."""
    return next((name for name in reversed(figures.meeting_hours) if name in figures.homes_only_here), None)


def summary(figures: Figures, language: Language) -> str:
    """Tell in words what the picture shows."""
    say = translator(language)
    if not figures.held:
        return say("Er staan nog geen overleggen met deelnemers op.")
    parts = "; ".join(
        say("{name} {hours} uur").format(name=name, hours=hours(number, language))
        for name, number in figures.meeting_hours.items()
    )
    return say(
        "Boven een tabel met een stip waar iemand aan tafel zit en balken voor de uren per maand; daaronder een lijn "
        "van elk overleg naar wie er zit. Overleggen: {meetings}; deelnemers: {participants}. Per maand, alle mensen "
        "samen: {parts}."
    ).format(meetings=len(figures.held), participants=len(figures.people), parts=parts)


def notes(figures: Figures, language: Language) -> tuple[str, ...]:
    """Tell what the picture leaves out."""
    say = translator(language)
    if not figures.meetings:
        return ()
    told = [
        say("Lijsten die zijn binnengekomen: {n}. Er staan functies en organisaties op, geen namen van mensen.").format(
            n=len(figures.lists)
        ),
        say(
            "Wie samen in een overleg zit, kán elkaar daar spreken. Of dat gebeurt, en wat er buiten overleggen wordt "
            "besproken, staat hier niet."
        ),
    ]
    if any(number > 1 for number in figures.people.values()):
        template = say(
            "Mensen met dezelfde functie in dezelfde organisatie zijn samen één deelnemer. Hun uren tellen allemaal; "
            "of zij elkaar zien, is hier niet te zien."
        )
        told.append(template)
    empty = [each.name for each in figures.meetings if not each.participants]
    lonely = [each.name for each in figures.held if len(each.participants) == 1]
    aimless = [each.name for each in figures.held if not each.purposes]
    for names, template in (
        (empty, say("Zonder deelnemers, en daarom nergens in meegeteld: {names}.")),
        (lonely, say("Met één deelnemer, en daarom alleen bij de uren meegeteld: {names}.")),
        (aimless, say("Zonder doel, en daarom niet meegeteld bij overleggen die op elkaar lijken: {names}.")),
    ):
        told += [template.format(names=listed(names, language))] if names else []
    return tuple(told)
