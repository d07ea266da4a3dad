"""The loops and archetypes of a shared map as stories, each with its arrows, to step through."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.influence_maps import FoundLoop, Maps
from ketenspiegel.lenses.loops import THEN, begun_at, capital, told
from ketenspiegel.methods.archetypes import FixThatFails, ShiftedBurden
from ketenspiegel.methods.influence import Arrow
from ketenspiegel.questions import Direction, sign_of

# A title, the words below it, and the arrows.
Story = tuple[str, str, list[Arrow]]

SHOWN_LOOPS = 6
SHOWN_ARCHETYPES = 2


class Stories:
    """What feeds back in the map that people share, in words.

    Parameters
    ----------
    maps
        The maps.
    language
        The reader's language.
    touched
        The factors that an intervention changes, and whether it makes more or less of them; loops and archetypes that
        do not pass them are then left out.
    """

    def __init__(self, maps: Maps, language: Language, touched: Mapping[str, Direction] = {}) -> None:
        self._maps, self._language, self._touched = maps, language, touched
        self._say = translator(language)

    def all(self) -> list[Story]:
        """Give the pictures to step through after that: a title, the words and the arrows of each."""
        found = [
            (self._loop_title(number, each), self.loop(each), list(each.loop.arrows))
            for number, each in enumerate(self.loops, start=1)
        ]
        found += [
            (self._say("Oplossing die het erger maakt"), self.fix(each), _fix_arrows(each)) for each in self.fixes[:1]
        ]
        found += [
            (self._say("Lapmiddel verdringt oplossing"), self.burden(each), _burden_arrows(each))
            for each in self.burdens[:1]
        ]
        return found

    @cached_property
    def loops(self) -> list[FoundLoop]:
        """The loops that are told: those on most maps."""
        found = self._maps.loops
        if self._touched:
            found = [each for each in found if not self._touched.keys().isdisjoint(each.loop.factors)]
        return found[:SHOWN_LOOPS]

    def _loop_title(self, number: int, found: FoundLoop) -> str:
        kind = self._say("versterkt zichzelf") if found.loop.reinforcing else self._say("dempt zichzelf")
        return self._say("Kring {n}: {kind}").format(n=number, kind=kind)

    def loop(self, found: FoundLoop) -> str:
        """Tell a loop as a sentence, from what an intervention changes, and what it does to itself."""
        loop = found.loop
        start = next((factor for factor in loop.factors if factor in self._touched), None) or self._beginning(found)
        text = told(begun_at(loop, start), self._maps.shared, self._maps.factors, self._language, self._begin(start))
        if loop.reinforcing:
            return self._say("{loop}: dit versterkt zichzelf").format(loop=text)
        return self._say("{loop}: dit dempt zichzelf").format(loop=text)

    def _beginning(self, found: FoundLoop) -> str:
        """Begin at what interventions change, for that is where people turn; else at the first factor."""
        turned = [factor for each in self._maps.asked.interventions for factor in each.does]
        return next((factor for factor in turned if factor in found.loop.factors), found.loop.factors[0])

    def _begin(self, factor: str) -> int:
        every = (each.does for each in self._maps.asked.interventions)
        return next((sign_of(does[factor]) for does in (self._touched, *every) if factor in does), 1)

    @cached_property
    def fixes(self) -> list[FixThatFails]:
        """The fixes that fail, of the intervention when there is one."""
        return [each for each in self._maps.fixes if not self._touched or each.fix in self._touched]

    @cached_property
    def burdens(self) -> list[ShiftedBurden]:
        """The shifted burdens, of the intervention when there is one."""
        return [each for each in self._maps.burdens if not self._touched or each.quick in self._touched]

    def fix(self, found: FixThatFails) -> str:
        """Tell a fix that fails: what helps, and by which detour the problem comes back."""
        problem, worse = self._problem(found.problem)
        fix = self._answer(found.problem, found.fix, worse)
        path = (found.fix, *found.detour, found.problem)
        return self._say(
            "{problem} roept {fix} op, en dat helpt. Langs een omweg komt het probleem terug: {detour}"
        ).format(
            problem=capital(problem), fix=fix, detour=self._path(path, self._after(found.problem, found.fix, worse))
        )

    def burden(self, found: ShiftedBurden) -> str:
        """Tell a shifted burden: which answer stands in the way of which, and how."""
        problem, worse = self._problem(found.problem)
        quick = self._answer(found.problem, found.quick, worse)
        lasting = self._answer(found.problem, found.lasting, worse)
        path = (found.quick, *found.detour, found.lasting)
        return self._say(
            "{problem} roept {quick} en {lasting} op. Het eerste zit het tweede in de weg: {detour}"
        ).format(
            problem=capital(problem),
            quick=quick,
            lasting=lasting,
            detour=self._path(path, self._after(found.problem, found.quick, worse)),
        )

    def _problem(self, factor: str) -> tuple[str, int]:
        """Give the words for a factor that goes the wrong way, and that way."""
        worse = self._maps.worse(factor)
        return self._maps.factors[factor].going(worse, self._language), worse

    def _after(self, source: str, target: str, way: int) -> int:
        return way if self._maps.shared[source, target] > 0 else -way

    def _answer(self, problem: str, answer: str, worse: int) -> str:
        return self._maps.factors[answer].going(self._after(problem, answer, worse), self._language)

    def _path(self, path: tuple[str, ...], way: int) -> str:
        words = [self._maps.factors[path[0]].going(way, self._language)]
        for arrow in pairwise(path):
            way = self._after(*arrow, way)
            words.append(self._maps.factors[arrow[1]].going(way, self._language))
        return THEN.join(words)


def _fix_arrows(found: FixThatFails) -> list[Arrow]:
    path = (found.problem, found.fix, *found.detour, found.problem)
    return [(found.fix, found.problem), *pairwise(path)]


def _burden_arrows(found: ShiftedBurden) -> list[Arrow]:
    path = (found.quick, *found.detour, found.lasting)
    ends = [(found.problem, each) for each in (found.quick, found.lasting)]
    return [*ends, *((target, source) for source, target in ends), *pairwise(path)]
