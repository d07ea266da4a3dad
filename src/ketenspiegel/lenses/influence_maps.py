"""What the maps of a team say together: which arrows they share, which they draw the other way round, which loops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.influence_map import InfluenceMap, all_factors, drawn, renamed
from ketenspiegel.lenses.groups import SMALLEST, Group, shown_groups
from ketenspiegel.methods.archetypes import FixThatFails, ShiftedBurden, fixes_that_fail, shifting_the_burden
from ketenspiegel.methods.feedback import Loop, each_loop
from ketenspiegel.methods.influence import Arrow, Standing, standings
from ketenspiegel.methods.map_agreement import ArrowAgreement, DrawnMap, arrow_agreement, groups_at_odds, shared_arrows
from ketenspiegel.questions import Factor, InfluenceQuestions, Intervention, QuestionSet

# An arrow is shared when a quarter of those who could draw it did so, two of them at least: nobody draws all arrows
# that they could, so half would leave an almost empty map. Both borders are ours.
SHARE = 0.25
AT_LEAST = 2
LONGEST = 6
# The shortest come first; a map with more loops than this is told well enough by them.
MOST_LOOPS = 2000


@dataclass(frozen=True)
class FoundLoop:
    """A loop in the shared map: whole on how many maps, and drawn how often at its rarest arrow."""

    loop: Loop
    maps: int
    rarest: int


class Maps:
    """The maps of a team, and what they say together.

    Parameters
    ----------
    sheets
        The answer sheets; those without a map are left out.
    questions
        The question set.

    Raises
    ------
    ValueError
        When the question set asks for no map.
    """

    def __init__(self, sheets: Sequence[AnswerSheet], questions: QuestionSet) -> None:
        if questions.influences is None:
            raise ValueError(f"question set {questions.id} asks for no map of influences")
        self.asked: InfluenceQuestions = questions.influences
        found = [(sheet.role, sheet.influences) for sheet in sheets if sheet.influences is not None]
        self.records: list[InfluenceMap] = [each for _, each in found]
        sizes = {role: sum(each == role for each, _ in found) for role in questions.role_labels}
        self.groups: tuple[Group, ...] = shown_groups({role: size for role, size in sizes.items() if size})
        group_of = {member: group.id for group in self.groups for member in group.members}
        self.drawn: list[DrawnMap] = [drawn(each, group_of.get(role, ""), self.asked) for role, each in found]

    def interventions(self, name: str | None) -> tuple[Intervention, ...]:
        """Give one intervention, or all of them when none is named.

        Raises
        ------
        ValueError
            When the question set has no intervention of that name.
        """
        found = tuple(each for each in self.asked.interventions if name in (None, each.id))
        if name is not None and not found:
            raise ValueError(f"there is no intervention {name!r}")
        return found

    @cached_property
    def factors(self) -> dict[str, Factor]:
        """Every factor that stands on a map, by id."""
        return all_factors(self.records, self.asked)

    @cached_property
    def shown(self) -> dict[str, Factor]:
        """The factors that a picture names: those of the question set, and own ones that at least three people have.

        An own factor of one person shows who drew which map. With fewer than three maps there is nobody to protect.
        """
        return {
            name: factor
            for name, factor in self.factors.items()
            if name in self.asked.by_id or len(self.drawn) < SMALLEST or self._held(name) >= SMALLEST
        }

    def _held(self, factor: str) -> int:
        return sum(factor in each.factors for each in self.drawn)

    @cached_property
    def renamed(self) -> Mapping[str, list[str]]:
        """The other names that respondents gave to factors."""
        return renamed(self.records)

    @cached_property
    def agreement(self) -> dict[Arrow, ArrowAgreement]:
        """Per arrow how many drew it, and with which sign; those that most drew first."""
        found = {arrow: each for arrow, each in arrow_agreement(self.drawn).items() if set(arrow) <= set(self.shown)}
        place = {factor: i for i, factor in enumerate(self.factors)}
        order = sorted(found, key=lambda arrow: (-found[arrow].drawn, place[arrow[0]], place[arrow[1]]))
        return {arrow: found[arrow] for arrow in order}

    @cached_property
    def shared(self) -> dict[Arrow, float]:
        """The arrows that enough people drew with the same sign."""
        found = shared_arrows(self.drawn, SHARE, AT_LEAST)
        return {arrow: weight for arrow, weight in found.items() if set(arrow) <= set(self.shown)}

    @cached_property
    def contested(self) -> list[Arrow]:
        """The arrows that at least two people drew each way, the most even ones first."""
        found = [arrow for arrow, each in self.agreement.items() if each.against >= AT_LEAST]
        return sorted(found, key=lambda arrow: -self.agreement[arrow].against)

    def at_odds(self, arrow: Arrow) -> list[tuple[str, str]]:
        """Name the pairs of shown groups of which the first says strengthens and the second weakens."""
        order = [group.id for group in self.groups]
        pairs = groups_at_odds(self.agreement[arrow])
        return sorted(pairs, key=lambda pair: (order.index(pair[0]), order.index(pair[1]))) if order else []

    @cached_property
    def loops(self) -> list[FoundLoop]:
        """The loops of the shared map: first those that stand whole on most maps, then the shortest."""
        every = islice(each_loop(list(self.shown), self.shared, LONGEST), MOST_LOOPS)
        found = [self._found(loop) for loop in every]
        return sorted(found, key=lambda each: (-each.maps, len(each.loop.factors), -each.rarest))

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """How much every factor of the shared map moves and is moved."""
        return standings(list(self.shown), self.shared)

    @cached_property
    def fixes(self) -> list[FixThatFails]:
        """Fixes that fail, in the shared map."""
        found = fixes_that_fail(list(self.shown), self.shared, LONGEST)
        return [each for each in found if self._answers(each.problem, each.fix)]

    @cached_property
    def burdens(self) -> list[ShiftedBurden]:
        """Shifted burdens, in the shared map."""
        found = shifting_the_burden(list(self.shown), self.shared, LONGEST)
        return [each for each in found if self._answers(each.problem, each.quick, each.lasting)]

    def worse(self, factor: str) -> int:
        """Give the way in which a factor goes that people do not want: 1 for more, -1 for less, 0 for neither."""
        return -self.factors[factor].wanted

    def _answers(self, problem: str, *answers: str) -> bool:
        """Tell whether a loop of two can be read as a problem and an answer to it.

        A map does not say which of two factors is the problem. Here it must be one of which people want more or less,
        and what it calls for must not be something that they do not want either.
        """
        worse = self.worse(problem)
        signs = {answer: 1 if self.shared[problem, answer] > 0 else -1 for answer in answers}
        return bool(worse) and all(worse * sign != self.worse(answer) for answer, sign in signs.items())

    def _found(self, loop: Loop) -> FoundLoop:
        signs = {arrow: self.shared[arrow] for arrow in loop.arrows}
        whole = sum(all(each.arrows.get(arrow, 0) * sign > 0 for arrow, sign in signs.items()) for each in self.drawn)
        rarest = min(max(self.agreement[arrow].stronger, self.agreement[arrow].weaker) for arrow in loop.arrows)
        return FoundLoop(loop, whole, rarest)
