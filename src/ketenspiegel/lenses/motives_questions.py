"""What to say and ask about misread motives: first what can be solved by talking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.methods.coorientation import State

if TYPE_CHECKING:
    from ketenspiegel.lenses.motives import Reading

FIRST: tuple[State, ...] = ("false conflict", "false consensus")
MOST_NAMED = 4
DRAWN = (4, 2)
MOST_ASKED = 2


def misunderstandings(readings: Sequence[Reading], state: State) -> list[Reading]:
    """Give the certain misunderstandings of one state, the farthest first.

    Who expects the right thing on the whole misunderstands nothing, however far the guesses of single people scatter.
    """
    found = [each for each in readings if each.certain and each.misread and each.found.state == state]
    return sorted(found, key=lambda each: each.found.accuracy.value)


def drawn(readings: Sequence[Reading]) -> list[Reading]:
    """Give the misunderstandings that a picture has room for, false conflicts first."""
    return [
        each for state, most in zip(FIRST, DRAWN, strict=True) for each in misunderstandings(readings, state)[:most]
    ]


def findings(readings: Sequence[Reading], labels: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Name the misunderstandings: who misreads whom, about what, and in which direction."""
    say = translator(language)
    if not readings:
        return ()
    conflict = say(
        "Schijnbaar oneens over ‘{item}’: {observer} denkt dat dit voor {about} {direction} weegt dan voor de eigen "
        "organisatie. Maar beide groepen zeggen zelf bijna hetzelfde."
    )
    consensus = say(
        "Schijnbaar eens over ‘{item}’: {observer} denkt op één lijn te zitten met {about}. Maar voor {about} weegt "
        "het {direction}: {steps} stappen."
    )
    found = []
    for state, template in zip(FIRST, (conflict, consensus), strict=True):
        for each in misunderstandings(readings, state)[:MOST_NAMED]:
            lighter = each.found.bias < 0 if state == "false conflict" else each.found.bias > 0
            found.append(
                template.format(
                    item=each.item.text.to(language),
                    observer=labels[each.observer],
                    about=labels[each.about],
                    direction=say("lichter") if lighter else say("zwaarder"),
                    steps=decimal((1 - each.found.agreement.value) * (each.points - 1), language),
                )
            )
    return tuple(found) or (say("Er zijn geen misverstanden die bij bijna elke trekking blijven staan."),)


def conversation(readings: Sequence[Reading], labels: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Ask about the clearest misunderstandings, one a pair and motive."""
    say = translator(language)
    conflict = say(
        "{observer} en {about}: over ‘{item}’ denkt u te verschillen, maar u zegt hetzelfde. Waaraan ziet {observer} "
        "dat {about} er anders over denkt? Wat laat {about} daarvan niet zien?"
    )
    consensus = say(
        "{observer} en {about}: over ‘{item}’ denkt {observer} op één lijn te zitten, maar {about} zegt iets anders. "
        "Welke afspraak tussen u rust op dat misverstand?"
    )
    dissensus = say(
        "{observer} en {about}: over ‘{item}’ bent u het oneens, en u weet dat van elkaar. Waar is dat verschil "
        "nuttig, en waar staat het een inwoner in de weg?"
    )
    known = [each for each in readings if each.certain and each.found.state == "true dissensus" and not each.misread]
    known.sort(key=lambda each: each.found.agreement.value)
    asked = []
    for state, template in zip(FIRST, (conflict, consensus), strict=True):
        asked += [(template, each) for each in _different(misunderstandings(readings, state))[:MOST_ASKED]]
    asked += [(dissensus, each) for each in known[:1]]
    return tuple(
        template.format(observer=labels[each.observer], about=labels[each.about], item=each.item.text.to(language))
        for template, each in asked
    )


def _different(readings: Sequence[Reading]) -> list[Reading]:
    """Keep the first reading of every two groups, so that the questions are not all for the same table."""
    first: dict[frozenset[str], Reading] = {}
    for each in readings:
        first.setdefault(frozenset((each.observer, each.about)), each)
    return list(first.values())
