"""What all views of a comparison of municipalities say in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.study import FEWEST, Study


def listed(names: Sequence[str], language: Language) -> str:
    """Write names as people do.

    Examples
    --------
    >>> listed(["Eikendal", "Noordhaven", "Wilgenhaven"], "nl")
    'Eikendal, Noordhaven en Wilgenhaven'
    """
    say = translator(language)
    *first, last = names
    return say("{names} en {last}").format(names=", ".join(first), last=last) if first else last


def together(parts: Sequence[str], language: Language) -> str:
    """Write what goes together as one thing.

    Examples
    --------
    >>> together(["veel wederzijds begrip", "weinig overlegdruk"], "nl")
    'veel wederzijds begrip samen met weinig overlegdruk'
    >>> together([], "nl")
    'elke combinatie'
    """
    say = translator(language)
    if not parts:
        return say("elke combinatie")
    first, *others = parts
    return say("{first} samen met {others}").format(first=first, others=listed(others, language)) if others else first


def amount(crisp: bool, much: bool, language: Language) -> str:
    """Say in a word whether there is much or little of a condition, or whether it is there at all.

    Examples
    --------
    >>> amount(False, True, "nl"), amount(True, False, "nl")
    ('veel', 'niet')
    """
    say = translator(language)
    if crisp:
        return say("wel") if much else say("niet")
    return say("veel") if much else say("weinig")


def obstacle(study: Study, language: Language) -> str:
    """Say why municipalities cannot be compared yet, and what to do; empty when they can."""
    say = translator(language)
    why = study.obstacle
    if why == "choose":
        return say("Kies wat u wilt begrijpen, en minstens twee voorwaarden.")
    if why == "few":
        return say(
            "Over {n} gemeenten weten wij alles wat u koos. Combinaties vergelijken heeft pas zin vanaf {fewest}."
        ).format(n=len(study.cases), fewest=FEWEST)
    if why == "many":
        return say(
            "Met {n} gemeenten kunt u hoogstens {most} voorwaarden vergelijken. Met meer voorwaarden vindt men vaak "
            "wel iets, ook in toeval. Laat een voorwaarde weg, of vraag meer gemeenten om mee te doen."
        ).format(n=len(study.cases), most=study.most_conditions)
    if why == "alike":
        names = [each.label.to(language) for each in study.chosen if study.anchors[each.id] is None]
        return say(
            "Op {names} verschillen de gemeenten te weinig om ze in te delen. Kies iets anders, of zeg zelf vanaf "
            "wanneer u het veel noemt."
        ).format(names=listed([f"‘{name}’" for name in names], language))
    return ""


def missing(study: Study, language: Language) -> tuple[str, ...]:
    """Say which municipalities do not take part for lack of a value."""
    say = translator(language)
    line = say("{case} doet niet mee: er is geen waarde voor {names}.")
    return tuple(
        line.format(case=case, names=listed([f"‘{each.label.to(language)}’" for each in lacking], language))
        for case, lacking in study.left_out.items()
    )
