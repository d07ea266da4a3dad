"""What a team can talk about when it sees its meetings: only what this picture gives ground for."""

from __future__ import annotations

from collections.abc import Iterable

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.meetings_figures import Figures
from ketenspiegel.lenses.meetings_words import hours, smallest_only_tie, tie

MANY_SEATS = 3


def conversation(figures: Figures, language: Language) -> tuple[str, ...]:
    """Ask about the busiest, about what looks alike, can go, ties or connects, about one more, and about lists."""
    if not figures.tying:
        return ()
    return (
        *_busiest(figures, language),
        *_alike(figures, language),
        *_skippable(figures, language),
        *_ties(figures, language),
        *_connects(figures, language),
        *_one_more(figures, language),
        *_lists(figures, language),
    )


def _busiest(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    name, number = next(iter(figures.hours.items()))
    if figures.seats[name] >= MANY_SEATS:
        yield say(
            "{name} zit in {n} overleggen: {hours} uur per maand voor één persoon. Wat komt daar meer dan één keer aan "
            "de orde? En welk overleg zou iemand met deze functie zelf als eerste laten vallen?"
        ).format(name=name, n=figures.seats[name], hours=hours(number, language))


def _alike(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    for each in figures.joinings[:1]:
        yield say(
            "Wat bespreekt u in ‘{a}’ dat niet in ‘{b}’ aan de orde komt? Wie zou het merken als het één overleg werd?"
        ).format(a=each.first, b=each.second)


def _skippable(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    known = [name for name in figures.meeting_hours if name in figures.skippable]
    for name in known[:1]:
        yield say(
            "Wie elkaar in ‘{name}’ ziet, ziet elkaar ook elders. Wat gaat er mis als het drie maanden niet doorgaat? "
            "Hoe zou u dat merken?"
        ).format(name=name)


def _ties(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    name = smallest_only_tie(figures)
    if name:
        yield say(
            "{tie} zien elkaar alleen in ‘{name}’. Is dat te weinig, genoeg of te veel? Weten zij elkaar ook "
            "daarbuiten te vinden?"
        ).format(tie=tie(figures.homes_only_here[name][0], language), name=name)


def _connects(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    for name in figures.connecting_participants[:1]:
        links = figures.only_link(name)
        if links:
            yield say(
                "Alleen {name} zit in ‘{a}’ en ook in ‘{b}’. Wat gaat er zo van het ene naar het andere? Wat komt niet "
                "over als deze functie een tijd leeg is?"
            ).format(name=name, a=links[0][0], b=links[0][1])


def _one_more(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    apart = figures.nearest_apart
    if apart:
        yield say(
            "Paren deelnemers die elkaar nu nergens zien: {n}, zoals {tie}. Wie daarvan moeten elkaar echt spreken? "
            "Kan dat zonder een overleg erbij, dat iedereen samen {hours} uur per maand kost?"
        ).format(n=len(figures.extra.new), tie=tie(apart, language), hours=hours(figures.extra.hours, language))


def _lists(figures: Figures, language: Language) -> Iterable[str]:
    say = translator(language)
    for name in figures.differing[:1]:
        yield say("Over ‘{name}’ schreven mensen iets anders op. Wat is dit overleg voor ieder van u?").format(
            name=name
        )
    if not figures.differing:
        for name in figures.on_one_list[:1]:
            yield say("‘{name}’ staat op één lijst. Wie kende het niet, en wie miste het?").format(name=name)
