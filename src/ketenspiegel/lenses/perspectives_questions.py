"""The conversation questions that follow from what the answers show, and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import mean
from ketenspiegel.lenses.groups import SMALLEST, Group
from ketenspiegel.questions import Item, QuestionSet
from ketenspiegel.tally import Tally

if TYPE_CHECKING:
    from ketenspiegel.lenses.perspectives import Reading

MOST_OF_A_KIND = 2
WORTH_ASKING = 1.0
SHARED = 0.5
CLEAR = 0.5


class _Asked(NamedTuple):
    kind: str
    item: str
    text: str


def conversation(
    readings: Sequence[Reading],
    groups: Sequence[Group],
    labels: Mapping[str, str],
    questions: QuestionSet,
    tally: Tally,
    language: Language = "nl",
) -> tuple[str, ...]:
    """Write the questions: first about camps, then about roles that differ, what nobody knows, what all share.

    Parameters
    ----------
    readings
        What each item shows.
    groups, labels
        The groups that are shown, and their names.
    questions
        The question set; roles without respondents are asked after.
    tally
        The counts, for who answered at all.
    language
        The reader's language.

    Returns
    -------
    tuple of str
        At most two questions of a kind, one about an item; empty when nothing may be shown.
    """
    if not groups:
        return ()
    found = [
        *_about_camps(readings, questions, language),
        *_about_divides(readings, labels, language),
        *_about_unknowns(readings, labels, tally, language),
        *_about_shared_views(readings, language),
    ]
    roles = questions.role_names(language)
    return (*_each_item_once(found), *_about_the_absent(roles, tally, language))


def _each_item_once(found: Sequence[_Asked]) -> list[str]:
    """Keep the first question about an item, and at most `MOST_OF_A_KIND` of a kind."""
    asked: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    for question in found:
        if question.item not in asked and kinds[question.kind] < MOST_OF_A_KIND:
            asked[question.item] = question.text
            kinds[question.kind] += 1
    return list(asked.values())


def _about_camps(readings: Sequence[Reading], questions: QuestionSet, language: Language) -> list[_Asked]:
    say = translator(language)
    template = say(
        "‘{item}’ {low} antwoorden gaan richting ‘{lowest}’, {high} richting ‘{highest}’. Het gemiddelde ({mean}) "
        "past bij bijna niemand. Wat hebt u meegemaakt dat uw antwoord verklaart?"
    )
    split = sorted((r for r in readings if r.split), key=lambda r: (r.between or 0, r.within or 0))
    return [
        _Asked(
            "camps",
            reading.item.id,
            template.format(
                item=reading.item.text.to(language),
                mean=decimal(_mean_as_worded(reading), language),
                **_sides(reading),
                **_ends(reading.item, questions, language),
            ),
        )
        for reading in split
    ]


def _about_divides(readings: Sequence[Reading], labels: Mapping[str, str], language: Language) -> list[_Asked]:
    say = translator(language)
    template = say(
        "‘{item}’ De rollen {first} en {second} liggen hier het verst uit elkaar: gemiddeld {steps} stappen op de "
        "schaal. Laat aan beide kanten iemand een voorbeeld vertellen. Wat ziet de een dat de ander niet kan zien?"
    )
    divided = [(r, r.divide) for r in readings if r.divide and r.divide.steps >= WORTH_ASKING]
    divided.sort(key=lambda pair: -pair[1].steps)
    return [
        _Asked(
            "divides",
            reading.item.id,
            template.format(
                item=reading.item.text.to(language),
                first=labels[divide.first.id].lower(),
                second=labels[divide.second.id].lower(),
                steps=decimal(divide.steps, language),
            ),
        )
        for reading, divide in divided
    ]


def _about_unknowns(
    readings: Sequence[Reading], labels: Mapping[str, str], tally: Tally, language: Language
) -> list[_Asked]:
    say = translator(language)
    template = say(
        "‘{item}’ In de groep {group} zeggen {n} van de {total}: weet ik niet. Wie weet het wel, en is het erg dat "
        "deze groep het niet weet?"
    )
    puzzled = []
    for reading in readings:
        for group in reading.puzzled:
            counts = tally.of(reading.item.id, *group.members)
            puzzled.append((counts.unknown, counts.total, reading, group))
    puzzled.sort(key=lambda row: (-row[0] / row[1], -row[1]))
    return [
        _Asked(
            "unknowns",
            reading.item.id,
            template.format(item=reading.item.text.to(language), group=labels[group.id].lower(), n=n, total=total),
        )
        for n, total, reading, group in puzzled
    ]


def _about_shared_views(readings: Sequence[Reading], language: Language) -> list[_Asked]:
    say = translator(language)
    worse = say(
        "‘{item}’ Alle rollen antwoorden hier ongeveer hetzelfde, en het kan beter. Als iedereen dit al ziet: wat "
        "houdt het dan in stand?"
    )
    better = say(
        "‘{item}’ Alle rollen antwoorden hier ongeveer hetzelfde, en het gaat goed. Wat doet u samen dat u niet kwijt "
        "wilt raken?"
    )
    shared = [r for r in readings if not r.item.neutral and _is_shared(r)]
    rated = sorted(((_from_the_middle(r), r) for r in shared), key=lambda pair: pair[0])
    asked = []
    if rated and rated[0][0] <= -CLEAR:
        asked.append(_Asked("shared", rated[0][1].item.id, worse.format(item=rated[0][1].item.text.to(language))))
    if rated and rated[-1][0] >= CLEAR:
        asked.append(_Asked("shared", rated[-1][1].item.id, better.format(item=rated[-1][1].item.text.to(language))))
    return asked


def _about_the_absent(roles: Mapping[str, str], tally: Tally, language: Language) -> list[str]:
    say = translator(language)
    absent = [label.lower() for role, label in roles.items() if role not in tally.respondents]
    few = [label.lower() for role, label in roles.items() if 0 < tally.respondents.get(role, 0) < SMALLEST]
    asked = []
    if absent:
        asked.append(
            say("Er zijn geen antwoorden van: {roles}. Wat zouden zij anders zien?").format(roles=", ".join(absent))
        )
    if few:
        asked.append(
            say("Van deze rollen antwoordden er minder dan {n}: {roles}. Wie nodigt u nog uit?").format(
                n=SMALLEST, roles=", ".join(few)
            )
        )
    return asked


def _is_shared(reading: Reading) -> bool:
    """Tell whether all groups that answered lie together, and no two of them a step apart."""
    if reading.between is None or not reading.whole:
        return False
    near = reading.divide is None or reading.divide.steps < WORTH_ASKING
    return near and min(reading.between, reading.within or 0) >= SHARED


def _from_the_middle(reading: Reading) -> float:
    middle = (1 + len(reading.counts.points)) / 2
    return (mean(reading.counts) or middle) - middle


def _ends(item: Item, questions: QuestionSet, language: Language) -> dict[str, str]:
    points = questions.scale_of(item).points
    return {"lowest": points[0].to(language), "highest": points[-1].to(language)}


def _mean_as_worded(reading: Reading) -> float:
    counts = reading.counts.mirrored() if reading.item.reversed else reading.counts
    return mean(counts) or 0.0


def _sides(reading: Reading) -> dict[str, int]:
    """Count the answers on either side of the middle, as the statement was worded."""
    points = reading.counts.points[::-1] if reading.item.reversed else reading.counts.points
    half = len(points) // 2
    return {"low": sum(points[:half]), "high": sum(points[-half:])}
