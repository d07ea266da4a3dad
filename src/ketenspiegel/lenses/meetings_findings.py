"""What to say about a team's meetings: what they take, what they tie, and what a change would do both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.meetings_figures import Figures
from ketenspiegel.lenses.meetings_words import hours, listed, pairs, smallest_only_tie, tie
from ketenspiegel.methods.affiliation_change import Joining

NAMED = 3


def findings(figures: Figures, purposes: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Tell what the meetings take and tie, and what would happen if they changed."""
    if not figures.held:
        return ()
    found = [*_hours(figures, language)]
    if figures.tying:
        found += [_joining(each, figures, purposes, language) for each in figures.joinings[:NAMED]]
        found += _skippable(figures, purposes, language)
        found += _connecting(figures, language)
        found += _both_ways(figures, language)
    return (*found, *_lists(figures, language))


def _hours(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    one = say("{name} {hours} uur per maand (overleggen: {n})")
    persons = "; ".join(
        one.format(name=name, hours=hours(number, language), n=figures.seats[name])
        for name, number in list(figures.hours.items())[:NAMED]
    )
    yield say("Het meest in overleg, per persoon: {persons}.").format(persons=persons)
    named = "; ".join(
        say("{name} {hours} uur").format(name=name, hours=hours(number, language))
        for name, number in list(figures.organisation_hours.items())[:NAMED]
    )
    yield say("Per organisatie, alle mensen samen, per maand: {named}.").format(named=named)


def _joining(joining: Joining, figures: Figures, purposes: Mapping[str, str], language: Language) -> str:
    say = translator(language)
    first, second = (
        next(each for each in figures.tying if each.name == name) for name in (joining.first, joining.second)
    )
    both, either = first.participants & second.participants, first.participants | second.participants
    said = [
        say(
            "‘{a}’ en ‘{b}’ lijken op elkaar: {n} van de {total} deelnemers zitten in allebei, en allebei zijn voor: "
            "{purposes}."
        ).format(
            a=joining.first,
            b=joining.second,
            n=len(both),
            total=len(either),
            purposes=", ".join(purposes.get(purpose, purpose) for purpose in joining.purposes).lower(),
        )
    ]
    change = joining.change.hours
    template = say("Eén overleg, met de uren van het langste van de twee, maakt in uren geen verschil.")
    if change < 0:
        template = say("Eén overleg, met de uren van het langste van de twee, scheelt {hours} uur per maand.")
    elif change > 0:
        template = say("Eén overleg, met de uren van het langste van de twee, kost juist {hours} uur per maand meer.")
    said.append(template.format(hours=hours(abs(change), language)))
    if either - both:
        seats = say("Deelnemers die er dan onderwerpen bij krijgen: {n}.")
        said.append(seats.format(n=len(either - both)))
    if joining.change.new:
        new = say("Paren die elkaar nu niet zien en dan wel: {n}.")
        said.append(new.format(n=len(joining.change.new)))
    return " ".join(said)


def _skippable(figures: Figures, purposes: Mapping[str, str], language: Language) -> Iterable[str]:
    say = translator(language)
    if not figures.skippable:
        yield say("In elk overleg zien mensen elkaar die elkaar nergens anders zien.")
        return
    yield say(
        "Apart te missen zonder dat een paar elkaar kwijtraakt: {names}. Wie elkaar daar ziet, ziet elkaar ook in een "
        "ander overleg."
    ).format(names=listed(figures.skippable, language))
    together, strict = figures.skippable_together, figures.skippable_by_purpose
    template = say("Laat u {names} vervallen, dan scheelt dat {hours} uur per maand en ziet ieder elkaar nog ergens.")
    if len(together.names) > 1:
        template = say(
            "Laat u {names} samen vervallen, dan scheelt dat {hours} uur per maand en ziet ieder elkaar nog ergens."
        )
    names = listed(together.names, language, len(together.names))
    said = [template.format(names=names, hours=hours(together.hours, language))]
    if not together.proven:
        said.append(say("Misschien is er een betere keuze: niet alle mogelijkheden zijn nagegaan."))
    said.append(say("Dat mensen elkaar nog zien, bewijst niet dat hun gesprek doorgaat."))
    if figures.lost_purposes:
        lost = ", ".join(
            say("{purpose} ({pairs})").format(purpose=purposes.get(purpose, purpose).lower(), pairs=pairs(n, language))
            for purpose, n in figures.lost_purposes.items()
        )
        said.append(say("Een plek om samen te praten verdwijnt dan voor: {lost}.").format(lost=lost))
        kept = say("Moet ook elk doel blijven, dan kan niets vervallen.")
        if strict.names:
            kept = say("Moet ook elk doel blijven, dan kan dit vervallen: {names} ({hours} uur per maand).")
        said.append(
            kept.format(names=listed(strict.names, language, len(strict.names)), hours=hours(strict.hours, language))
        )
    yield " ".join(said)


def _connecting(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    for name in figures.connecting_participants:
        links = figures.only_link(name)
        said = [say("{name} ligt op veel wegen tussen anderen.").format(name=name)]
        if links:
            template = say("Paren overleggen waar alleen deze deelnemer in allebei zit: {n}, zoals ‘{a}’ en ‘{b}’.")
            said.append(template.format(n=len(links), a=links[0][0], b=links[0][1]))
        said.append(
            say("Zonder deze deelnemer valt het netwerk uiteen in delen die elkaar niet meer bereiken.")
            if figures.falls_apart_without(name)
            else say("Zonder deze deelnemer is er nog een omweg via anderen.")
        )
        yield " ".join(said)
    for name in figures.connecting_meetings:
        here, organisations = figures.only_here.get(name, []), figures.homes_only_here.get(name, [])
        said = [
            say("‘{name}’ verbindt veel. Paren die elkaar nergens meer zien als het vervalt: {n}.").format(
                name=name, n=len(here)
            )
            if here
            else say("‘{name}’ verbindt veel, maar wie daar zit, ziet elkaar ook elders.").format(name=name)
        ]
        if organisations:
            template = say("Paren organisaties die elkaar alleen daar zien: {n}, zoals {tie}.")
            said.append(template.format(n=len(organisations), tie=tie(organisations[0], language)))
        yield " ".join(said)
    small = smallest_only_tie(figures)
    if small and small not in figures.connecting_meetings:
        yield say(
            "Een klein overleg kan veel dragen: ‘{name}’ kost {hours} uur per maand en is de enige plek waar {tie} "
            "elkaar zien."
        ).format(
            name=small,
            hours=hours(figures.meeting_hours[small], language),
            tie=tie(figures.homes_only_here[small][0], language),
        )


def _both_ways(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    more, less = figures.extra, figures.without_largest
    adds = say(
        "Eén overleg erbij met iedereen, elke maand een uur, kost {hours} uur per maand. Niemand ziet er iemand nieuw."
    )
    if more.new:
        adds = say(
            "Eén overleg erbij met iedereen, elke maand een uur, kost {hours} uur per maand. Paren die elkaar nu niet "
            "zien en dan wel: {n}. Of zij elkaar nodig hebben, is niet gevraagd."
        )
    yield adds.format(hours=hours(more.hours, language), n=len(more.new))
    drops = say(
        "Andersom: zonder ‘{name}’, dat nu de meeste uren kost, komt {hours} uur per maand vrij. Ieder ziet elkaar nog "
        "ergens."
    )
    if less.broken:
        drops = say(
            "Andersom: zonder ‘{name}’, dat nu de meeste uren kost, komt {hours} uur per maand vrij. Paren die elkaar "
            "dan nergens meer zien: {n}."
        )
    yield drops.format(name=next(iter(figures.meeting_hours)), hours=hours(-less.hours, language), n=len(less.broken))


def _lists(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    if figures.differing:
        template = say("De lijsten verschillen over hoe vaak of hoe lang: {names}. Hier telt het middelste antwoord.")
        yield template.format(names=listed(figures.differing, language))
    if figures.on_one_list:
        yield say(
            "Op maar één van de {n} lijsten staan: {names}. Misschien zitten anderen er niet bij, misschien kennen zij "
            "het niet, of hebben zij het een andere naam gegeven."
        ).format(n=len(figures.lists), names=listed(figures.on_one_list, language))
