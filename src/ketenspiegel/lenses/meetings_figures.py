"""What is calculated about a team's meetings, for the lens to tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.meetings import Combined, Meeting, combined, gatherings, homes, name_key, people
from ketenspiegel.methods.affiliation import (
    Gathering,
    Pair,
    hours_per_group,
    hours_per_participant,
    overlap,
    person_hours,
    ties,
)
from ketenspiegel.methods.affiliation_change import Change, Joining, joinable, with_extra, without
from ketenspiegel.methods.betweenness import Betweenness, betweenness
from ketenspiegel.methods.skippable import SkippableSet, largest_skippable_set, skippable
from ketenspiegel.questions import QuestionSet

# Enough for some thirty meetings; in a browser tab about two seconds at most.
STEPS = 10_000
# Of few participants only one is marked: when most are, nobody stands out.
MOST_MARKED, ONE_IN = 3, 5
EXTRA_HOURS = 1.0


def sheet_meetings(sheets: Sequence[AnswerSheet], questions: QuestionSet) -> list[tuple[Meeting, ...]]:
    """Give the lists of meetings that came in.

    Raises
    ------
    ValueError
        When the question set does not ask for meetings.
    """
    if questions.meetings is None:
        raise ValueError("this question set does not ask for meetings")
    return [sheet.meetings for sheet in sheets if sheet.meetings]


@dataclass(frozen=True)
class Figures:
    """All that is calculated about the lists of meetings of a team, when it is asked for.

    A meeting of one participant takes hours, but ties nobody to anybody: it is in ``held`` but not in ``tying``.
    """

    lists: Sequence[Sequence[Meeting]]

    @cached_property
    def combined(self) -> Combined:
        """The lists put together."""
        return combined(each for listed in self.lists for each in listed)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting once."""
        return self.combined.meetings

    @property
    def differing(self) -> tuple[str, ...]:
        """The meetings that people describe differently."""
        return self.combined.differing

    @cached_property
    def on_one_list(self) -> tuple[str, ...]:
        """The meetings that are on one list only, of several."""
        counts = Counter(key for listed in self.lists for key in {name_key(each.name) for each in listed})
        alone = (each.name for each in self.meetings if counts[name_key(each.name)] == 1)
        return tuple(alone) if len(self.lists) > 1 else ()

    @cached_property
    def held(self) -> list[Gathering]:
        """The meetings with participants."""
        return [each for each in gatherings(self.meetings) if each.participants]

    @cached_property
    def tying(self) -> list[Gathering]:
        """The meetings where at least two participants meet."""
        return [each for each in self.held if len(each.participants) > 1]

    @cached_property
    def people(self) -> dict[str, int]:
        """How many people each participant is."""
        return people(self.meetings)

    @cached_property
    def homes(self) -> dict[str, str]:
        """Where each participant belongs."""
        return homes(self.meetings)

    @cached_property
    def hours(self) -> dict[str, float]:
        """The hours a month of one person, per participant, the most first."""
        return _most_first(hours_per_participant(self.held))

    @cached_property
    def organisation_hours(self) -> dict[str, float]:
        """The person-hours a month per organisation, the most first."""
        return _most_first(hours_per_group(self.held, self.homes, self.people))

    @cached_property
    def meeting_hours(self) -> dict[str, float]:
        """The person-hours a month per meeting, the most first."""
        return _most_first({each.name: person_hours(each, self.people) for each in self.held})

    @cached_property
    def seats(self) -> Counter[str]:
        """In how many meetings each participant sits."""
        return Counter(participant for each in self.held for participant in each.participants)

    @cached_property
    def only_here(self) -> dict[str, list[Pair]]:
        """Per meeting the pairs of participants that meet nowhere else."""
        return _only_here(self.tying)

    @cached_property
    def homes_only_here(self) -> dict[str, list[Pair]]:
        """Per meeting the pairs of organisations that meet nowhere else."""
        homes = ({self.homes[one] for one in each.participants} for each in self.tying)
        return _only_here(
            Gathering(each.name, frozenset(named), each.hours) for each, named in zip(self.tying, homes, strict=True)
        )

    @cached_property
    def joinings(self) -> list[Joining]:
        """The pairs of meetings that look alike enough to be one."""
        return joinable(self.tying, self.people)

    @cached_property
    def skippable(self) -> list[str]:
        """The meetings each of which can be dropped, alone, without breaking a tie."""
        return skippable(self.tying)

    @cached_property
    def skippable_together(self) -> SkippableSet:
        """The meetings that can be dropped together without breaking a tie."""
        return largest_skippable_set(self.tying, self.people, steps=STEPS)

    @cached_property
    def skippable_by_purpose(self) -> SkippableSet:
        """The same, when all who meet must still meet about the same purposes."""
        return largest_skippable_set(self.tying, self.people, same_purposes=True, steps=STEPS)

    @cached_property
    def lost_purposes(self) -> dict[str, int]:
        """Per purpose how many pairs no longer meet about it when ``skippable_together`` is dropped."""
        kept = [each for each in self.tying if each.name not in self.skippable_together.names]
        return dict(sorted(Counter(purpose for purpose, _ in _about(self.tying) - _about(kept)).items()))

    @cached_property
    def between(self) -> Betweenness:
        """How much participants and meetings stand between others."""
        return betweenness(self.tying)

    @cached_property
    def connecting_participants(self) -> list[str]:
        """The participants through whom others are most connected."""
        return _highest(self.between.participants)

    @cached_property
    def connecting_meetings(self) -> list[str]:
        """The meetings through which others are most connected."""
        return _highest(self.between.gatherings)

    @cached_property
    def extra(self) -> Change:
        """What one more meeting a month with everybody would do."""
        # No meeting has an empty name.
        return with_extra(self.held, Gathering("", frozenset(self.people), EXTRA_HOURS), self.people)

    @cached_property
    def nearest_apart(self) -> Pair | None:
        """Of the pairs that meet nowhere those who meet most of the same others; of another organisation if any."""
        met: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in ties(self.tying):
            met[a].add(b)
            met[b].add(a)
        return min(
            self.extra.new,
            key=lambda pair: (self.homes[pair[0]] == self.homes[pair[1]], -len(met[pair[0]] & met[pair[1]]), pair),
            default=None,
        )

    @cached_property
    def without_largest(self) -> Change:
        """What dropping the meeting that takes most hours would do."""
        return without(self.held, next(iter(self.meeting_hours)), self.people)

    def only_link(self, participant: str) -> list[Pair]:
        """Give the pairs of meetings that have nobody in common but this participant."""
        return [
            (a.name, b.name) for a, b in combinations(self.tying, 2) if a.participants & b.participants == {participant}
        ]

    def falls_apart_without(self, participant: str) -> bool:
        """Tell whether others can then no longer reach each other through meetings."""
        left = [Gathering(each.name, each.participants - {participant}, each.hours) for each in self.tying]
        return len(_parts(left)) > len(_parts(self.tying))

    def most_alike(self, name: str) -> tuple[Gathering, float] | None:
        """Give the meeting that shares most participants with this one, and how large the overlap is."""
        this = next(each for each in self.held if each.name == name)
        others = [(other, overlap(this, other)) for other in self.held if other.name != name]
        best = max(others, key=lambda other: other[1], default=None)
        return best if best and best[1] else None


def _most_first(amounts: dict[str, float]) -> dict[str, float]:
    return dict(sorted(amounts.items(), key=lambda each: (-each[1], each[0])))


def _highest(values: dict[str, float]) -> list[str]:
    # Values that only differ by rounding are the same.
    known = {name: round(value, 9) for name, value in values.items() if round(value, 9) > 0}
    return list(_most_first(known))[: min(MOST_MARKED, 1 + len(values) // ONE_IN)]


def _only_here(held: Iterable[Gathering]) -> dict[str, list[Pair]]:
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair, where in ties(held).items():
        if len(where) == 1:
            found[where[0]].append(pair)
    return dict(found)


def _about(held: Iterable[Gathering]) -> set[tuple[str, Pair]]:
    return {(purpose, pair) for each in held for pair in each.pairs for purpose in each.purposes}


def _parts(held: Iterable[Gathering]) -> list[frozenset[str]]:
    """Give those who can reach each other through meetings, part by part."""
    found: list[frozenset[str]] = []
    for each in held:
        touching = [part for part in found if part & each.participants]
        found = [part for part in found if part not in touching]
        found += [each.participants.union(*touching)] if each.participants else []
    return found
