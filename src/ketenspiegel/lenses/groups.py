"""Which groups may be shown apart, so that nobody's answers can be read off.

A group smaller than ``SMALLEST`` is shown together with other small groups. When those together are still
too few, the smallest of the other groups joins them: otherwise its answers would follow by subtraction.
The limit of three is our own choice, not a legal number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ketenspiegel.language import Language, translator
from ketenspiegel.questions import QuestionSet

SMALLEST = 3
POOLED = "pooled"


@dataclass(frozen=True)
class Group:
    """Respondents that are shown as one: the groups of the tally in it, and their number together."""

    id: str
    members: tuple[str, ...]
    size: int


def shown_groups(respondents: Mapping[str, int]) -> tuple[Group, ...]:
    """Divide the respondents into groups that are large enough to show.

    Parameters
    ----------
    respondents
        The number of respondents per group.

    Returns
    -------
    tuple of Group
        In the order given, pooled groups last; empty when there are fewer than ``SMALLEST`` in all.

    Examples
    --------
    >>> [group.id for group in shown_groups({"inwoner": 5, "professional": 4})]
    ['inwoner', 'professional']
    >>> shown_groups({"inwoner": 5, "professional": 4, "bestuurder": 1})[-1]
    Group(id='pooled', members=('professional', 'bestuurder'), size=5)
    """
    pooled = {name for name, size in respondents.items() if size < SMALLEST}
    while pooled and sum(respondents[name] for name in pooled) < SMALLEST:
        apart = [name for name in respondents if name not in pooled]
        if not apart:
            return ()
        pooled.add(min(apart, key=lambda name: respondents[name]))
    groups = [Group(name, (name,), size) for name, size in respondents.items() if name not in pooled]
    if pooled:
        members = tuple(name for name in respondents if name in pooled)
        groups.append(Group(POOLED, members, sum(respondents[name] for name in members)))
    return tuple(groups)


def place_of(group: Group, questions: QuestionSet) -> int | None:
    """Give the place of a group among the roles, by which it keeps its colour; None for small groups together."""
    return None if group.id == POOLED else list(questions.role_labels).index(group.id)


def privacy_notes(groups: tuple[Group, ...], labels: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Say which groups are not shown apart, and why."""
    say = translator(language)
    if not groups:
        return (
            say(
                "Er zijn minder dan {n} antwoordbladen. Dan is te zien wie wat heeft geantwoord; "
                "daarom staat hier geen beeld per rol."
            ).format(n=SMALLEST),
        )
    pooled = [group for group in groups if group.id == POOLED]
    if not pooled:
        return ()
    names = ", ".join(labels[name].lower() for name in pooled[0].members)
    return (
        say(
            "Groepen met minder dan {n} mensen staan niet apart, zodat niemand te herkennen is. "
            "Samengenomen zijn: {names}."
        ).format(n=SMALLEST, names=names),
    )
