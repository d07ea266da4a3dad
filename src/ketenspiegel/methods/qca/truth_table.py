"""The truth table: which configurations of conditions occur, in which cases, and whether the outcome goes with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ketenspiegel.methods.qca._corners import Sums, corner_of, corner_sums
from ketenspiegel.methods.qca.limits import MAX_CONDITIONS as MAX_CONDITIONS
from ketenspiegel.methods.qca.limits import TooManyConditionsError as TooManyConditionsError
from ketenspiegel.methods.qca.limits import most_conditions as most_conditions

Outcome = Literal["1", "0", "C", "?"]

# A consistency that only rounding keeps under a cut-off reaches it.
_ROUNDING = 1e-9


class CutOffs(NamedTuple):
    """From where a configuration counts as going with the outcome.

    A row with at least ``frequency`` cases is coded ``1`` when its consistency and its PRI reach their cut-offs, and
    ``0`` otherwise; with ``contradiction`` given, a row whose consistency lies from there up to ``consistency`` is
    coded ``C``. A row with fewer cases is coded ``?``, as a configuration that does not occur at all.
    """

    consistency: float = 0.8
    pri: float = 0.0
    frequency: int = 1
    contradiction: float | None = None


@dataclass(frozen=True)
class Row:
    """A configuration that occurs, with its cases and its fit.

    ``deviant`` holds the cases whose own outcome is at odds with a row coded ``1`` or ``0``.
    """

    configuration: int
    cases: tuple[str, ...]
    consistency: float | None
    pri: float | None
    outcome: Outcome
    deviant: tuple[str, ...]


@dataclass(frozen=True)
class TruthTable:
    """What `truth_table` gives: the cases as they came in, and the rows that occur, by configuration.

    ``outcome`` is what the table is about: the negated outcome when that was asked for. ``undecided`` are the cases
    with a membership of exactly a half in some condition, which belong to no row.
    """

    conditions: tuple[str, ...]
    cases: tuple[str, ...]
    memberships: tuple[tuple[float, ...], ...]
    outcome: tuple[float, ...]
    rows: tuple[Row, ...]
    undecided: tuple[str, ...]
    cut_offs: CutOffs

    @property
    def positive(self) -> tuple[int, ...]:
        """The configurations coded 1."""
        return self._coded("1")

    @property
    def negative(self) -> tuple[int, ...]:
        """The configurations coded 0."""
        return self._coded("0")

    @property
    def contradictory(self) -> tuple[int, ...]:
        """The configurations coded C."""
        return self._coded("C")

    @property
    def remainders(self) -> tuple[int, ...]:
        """The configurations that do not occur, or in too few cases."""
        coded = {row.configuration for row in self.rows if row.outcome != "?"}
        return tuple(each for each in range(1 << len(self.conditions)) if each not in coded)

    @property
    def contradictions(self) -> tuple[Row, ...]:
        """The rows that hold cases with the outcome and cases without, however they are coded."""
        own = dict(zip(self.cases, self.outcome, strict=True))
        return tuple(
            row
            for row in self.rows
            if any(own[case] > 0.5 for case in row.cases) and any(own[case] < 0.5 for case in row.cases)
        )

    def _coded(self, outcome: Outcome) -> tuple[int, ...]:
        return tuple(row.configuration for row in self.rows if row.outcome == outcome)


def truth_table(
    cases: Mapping[str, Sequence[float]],
    conditions: Sequence[str],
    outcome: Mapping[str, float],
    cut_offs: CutOffs | None = None,
    *,
    negated: bool = False,
) -> TruthTable:
    """Put cases into the configurations that they belong to, and judge every configuration that occurs.

    A case belongs to the configuration in which each of its memberships is more than a half. The fit of a row counts
    every case as far as it is in that configuration, in the way of Ragin (2008).

    Parameters
    ----------
    cases
        Per case the memberships, from 0 to 1, in every condition, in the order of ``conditions``.
    conditions
        The names, at most `MAX_CONDITIONS`.
    outcome
        Per case the membership in the outcome.
    cut_offs
        See `CutOffs`.
    negated
        Make the table of the absence of the outcome. It is no mirror image: rows can go with neither.

    Raises
    ------
    ValueError
        When memberships are missing or not from 0 to 1, when conditions are missing or named twice, or when cut-offs
        are out of order.
    TooManyConditionsError
        With more than `MAX_CONDITIONS` conditions.

    References
    ----------
    Ragin, C. C. (1987). The Comparative Method: Moving Beyond Qualitative and Quantitative Strategies. University of
    California Press.
    Ragin, C. C. (2008). Redesigning Social Inquiry. https://doi.org/10.7208/chicago/9780226702797.001.0001

    Examples
    --------
    >>> cases = {"North": (0.75, 0.25), "East": (1.0, 1.0), "South": (0.0, 0.25), "West": (0.75, 0.0)}
    >>> table = truth_table(cases, ["trust", "money"], {"North": 1.0, "East": 0.25, "South": 0.0, "West": 0.75})
    >>> [(row.configuration, row.cases, round(row.consistency, 2), row.outcome) for row in table.rows]
    [(0, ('South',), 0.4, '0'), (2, ('North', 'West'), 1.0, '1'), (3, ('East',), 0.4, '0')]
    """
    cut_offs = cut_offs or CutOffs()
    _check(cases, conditions, outcome, cut_offs)
    own = {case: 1 - outcome[case] if negated else float(outcome[case]) for case in cases}
    corners = {case: corner_of(memberships) for case, memberships in cases.items()}
    sums = corner_sums(((memberships, own[case]) for case, memberships in cases.items()), len(conditions))
    members: dict[int, list[str]] = {}
    for case, corner in corners.items():
        if corner is not None:
            members.setdefault(corner, []).append(case)
    return TruthTable(
        conditions=tuple(conditions),
        cases=tuple(cases),
        memberships=tuple(tuple(map(float, memberships)) for memberships in cases.values()),
        outcome=tuple(own.values()),
        rows=tuple(_row(corner, found, sums[corner], own, cut_offs) for corner, found in sorted(members.items())),
        undecided=tuple(case for case, corner in corners.items() if corner is None),
        cut_offs=cut_offs,
    )


def _check(
    cases: Mapping[str, Sequence[float]], conditions: Sequence[str], outcome: Mapping[str, float], cut_offs: CutOffs
) -> None:
    if not conditions or len(set(conditions)) != len(conditions):
        raise ValueError(f"conditions must be there and have names of their own: {list(conditions)}")
    if len(conditions) > MAX_CONDITIONS:
        raise TooManyConditionsError(f"{len(conditions)} conditions; at most {MAX_CONDITIONS} can be minimised")
    for case, memberships in cases.items():
        if len(memberships) != len(conditions):
            raise ValueError(f"{case} has {len(memberships)} memberships for {len(conditions)} conditions")
        if case not in outcome:
            raise ValueError(f"{case} has no outcome")
        if not all(0 <= one <= 1 for one in (*memberships, outcome[case])):
            raise ValueError(f"memberships of {case} must be from 0 to 1")
    if not (0 <= cut_offs.consistency <= 1 and 0 <= cut_offs.pri <= 1 and cut_offs.frequency >= 1):
        raise ValueError(f"cut-offs run from 0 to 1, and a row needs a case: {cut_offs}")
    if cut_offs.contradiction is not None and not 0 <= cut_offs.contradiction <= cut_offs.consistency:
        raise ValueError(f"contradictions lie below the cut-off for consistency: {cut_offs}")


def _row(configuration: int, cases: Sequence[str], sums: Sums, own: Mapping[str, float], cut_offs: CutOffs) -> Row:
    x, both, ambiguous = sums
    consistency = both / x if x else None
    pri = (both - ambiguous) / (x - ambiguous) if x > ambiguous else None
    code = _code(len(cases), consistency or 0.0, pri or 0.0, cut_offs)
    odd = {"1": [case for case in cases if own[case] < 0.5], "0": [case for case in cases if own[case] > 0.5]}
    return Row(configuration, tuple(cases), consistency, pri, code, tuple(odd.get(code, ())))


def _code(cases: int, consistency: float, pri: float, cut_offs: CutOffs) -> Outcome:
    if cases < cut_offs.frequency:
        return "?"
    if consistency >= cut_offs.consistency - _ROUNDING:
        return "1" if pri >= cut_offs.pri - _ROUNDING else "0"
    possible = cut_offs.contradiction is not None and consistency >= cut_offs.contradiction - _ROUNDING
    return "C" if possible else "0"
