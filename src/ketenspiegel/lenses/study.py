"""A comparison of municipalities as its users set it up: an outcome to understand, and what may go together with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.language import Language
from ketenspiegel.methods.qca.calibration import Anchors, membership, suggested
from ketenspiegel.methods.qca.limits import most_conditions
from ketenspiegel.methods.qca.solution import Kind, Solution, solve
from ketenspiegel.methods.qca.terms import Term, literals
from ketenspiegel.methods.qca.truth_table import CutOffs, TruthTable, truth_table

# Fewer municipalities than this cannot be compared by their configurations. Our own limit.
FEWEST = 4
CUT_OFF, PRI = 0.8, 0.5
LOWEST_CUT_OFF = 0.7
CRISP = Anchors(0.0, 0.5, 1.0)


@dataclass(frozen=True)
class Choice:
    """What the users of a comparison chose.

    Attributes
    ----------
    outcome
        The measure that they want to understand.
    conditions
        The measures that may go together with it.
    absent
        Whether they look for little of the outcome, instead of much.
    anchors
        From where much is much and little is little, per measure; a measure without anchors gets a suggestion. They
        rise: falling ones would turn round what belongs to a set, but not the words for it.
    cut_off
        The lowest consistency of a combination that counts as going together with the outcome.
    kind
        What they dare to assume of combinations that no municipality has: nothing (``"conservative"``), what fits
        their expectations (``"intermediate"``) or all that makes the answer shorter (``"parsimonious"``).
    expectations
        Per condition whether they expect the outcome when there is much of it (True) or little (False).
    own
        The municipality that the users are of; empty when they look at all alike.
    """

    outcome: str = ""
    conditions: tuple[str, ...] = ()
    absent: bool = False
    anchors: Mapping[str, Anchors] = field(default_factory=dict)
    cut_off: float = CUT_OFF
    kind: Kind = "conservative"
    expectations: Mapping[str, bool] = field(default_factory=dict)
    own: str = ""


class Study:
    """The cases with a value on everything that was chosen, and how far each belongs to each set.

    Parameters
    ----------
    table
        What was measured.
    choice
        What was chosen; measures that the table lacks, the outcome among the conditions, and expectations about what
        is no condition are passed over.
    """

    def __init__(self, table: CaseTable, choice: Choice) -> None:
        self.table, self.choice = table, choice
        self.outcome: Measure | None = table.measures.get(choice.outcome)
        named = dict.fromkeys(name for name in choice.conditions if name != choice.outcome)
        self.conditions: tuple[Measure, ...] = tuple(table.measures[name] for name in named if name in table.measures)

    @property
    def chosen(self) -> tuple[Measure, ...]:
        """All measures that take part, the outcome last."""
        return (*self.conditions, *((self.outcome,) if self.outcome else ()))

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The cases with a value on every measure that takes part, by name."""
        names = [measure.id for measure in self.chosen]
        return tuple(case for case in self.table.cases if all(name in self.table.values[case] for name in names))

    @property
    def left_out(self) -> dict[str, tuple[Measure, ...]]:
        """The cases that lack a value, with the measures they lack it on."""
        return {
            case: tuple(measure for measure in self.chosen if measure.id not in self.table.values[case])
            for case in self.table.cases
            if case not in self.cases
        }

    @cached_property
    def anchors(self) -> dict[str, Anchors | None]:
        """From where much is much, per measure that takes part: as chosen, or else as suggested by the values.

        None where all cases are so alike that nothing can be suggested.
        """
        return {measure.id: self._anchors(measure) for measure in self.chosen}

    def value(self, case: str, measure: Measure) -> float:
        """Give what was measured of a case."""
        return self.table.values[case][measure.id]

    def membership(self, case: str, measure: Measure) -> float:
        """Give how far a case belongs to those with much of a measure, from 0 to 1."""
        value, anchors = self.value(case, measure), self.anchors[measure.id]
        if measure.crisp or anchors is None:
            return min(1.0, max(0.0, value)) if measure.crisp else 0.5
        return membership(value, anchors)

    def outcome_membership(self, case: str) -> float:
        """Give how far a case has the outcome that is looked for, from 0 to 1."""
        if self.outcome is None:
            raise ValueError("no outcome was chosen")
        found = self.membership(case, self.outcome)
        return 1 - found if self.choice.absent else found

    @property
    def most_conditions(self) -> int:
        """How many conditions so many cases can carry; two at least, for one is no combination."""
        return max(2, most_conditions(len(self.cases)))

    @property
    def obstacle(self) -> str:
        """Why nothing can be compared yet: ``"choose"``, ``"few"``, ``"many"`` or ``"alike"``; empty when it can."""
        if self.outcome is None or len(self.conditions) < 2:
            return "choose"
        if len(self.cases) < FEWEST:
            return "few"
        if len(self.conditions) > self.most_conditions:
            return "many"
        return "alike" if None in self.anchors.values() else ""

    def check_comparable(self) -> None:
        """Raise ValueError when there is nothing to compare yet; see `obstacle`."""
        if self.obstacle:
            raise ValueError(f"these cases cannot be compared yet: {self.obstacle}")

    def truth_table(self, cut_off: float | None = None) -> TruthTable:
        """Code every configuration that occurs, at the chosen cut-off or at another one."""
        return truth_table(
            {case: [self.membership(case, each) for each in self.conditions] for case in self.cases},
            [each.id for each in self.conditions],
            {case: self.outcome_membership(case) for case in self.cases},
            CutOffs(consistency=self.choice.cut_off if cut_off is None else cut_off, pri=PRI),
        )

    @cached_property
    def coded(self) -> TruthTable:
        """The truth table at the chosen cut-off."""
        return self.truth_table()

    @cached_property
    def solution(self) -> Solution:
        """The answer that was asked for, at the chosen cut-off."""
        return self.solved(self.coded)

    def solved(self, table: TruthTable, kind: Kind | None = None) -> Solution:
        """Minimise a truth table, as was chosen or in another way."""
        expectations = {name: much for name, much in self.choice.expectations.items() if name in table.conditions}
        return solve(table, kind or self.choice.kind, expectations)

    def parts(self, term: Term, language: Language) -> list[str]:
        """Say of what a combination consists: "veel wederzijds begrip", "weinig overlegdruk"."""
        return [
            (self.conditions[at].high if present else self.conditions[at].low).to(language)
            for at, present in literals(term, len(self.conditions))
        ]

    def result(self, language: Language, *, opposite: bool = False) -> str:
        """Say what is looked for, or its opposite: "een hoge score op ‘resultaat’"."""
        if self.outcome is None:
            raise ValueError("no outcome was chosen")
        little = self.choice.absent != opposite
        return (self.outcome.low if little else self.outcome.high).to(language)

    def _anchors(self, measure: Measure) -> Anchors | None:
        if measure.crisp:
            return CRISP
        chosen = self.choice.anchors.get(measure.id)
        if chosen is not None:
            return chosen
        values = [self.value(case, measure) for case in self.cases]
        return _rounded(suggested(values, measure.middle), values, measure.digits)


def _rounded(anchors: Anchors | None, values: Sequence[float], digits: int) -> Anchors | None:
    """Give anchors that people can read, where those divide the cases in the same way."""
    if anchors is None:
        return None
    found = Anchors(*(round(each, digits) for each in anchors))
    same = all(_side(value, found.crossover) == _side(value, anchors.crossover) for value in values)
    return found if same and found.out < found.crossover < found.full else anchors


def _side(value: float, crossover: float) -> int:
    return (value > crossover) - (value < crossover)
