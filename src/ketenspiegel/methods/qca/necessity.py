"""Necessity: conditions, or combinations of them, without which the outcome hardly comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from math import fsum
from typing import NamedTuple

from ketenspiegel.methods.qca.fit import Necessity, necessity
from ketenspiegel.methods.qca.terms import Term, literals, membership_in, written

_ROUNDING = 1e-9

_Join = Callable[[Iterable[float]], float]


class Expression(NamedTuple):
    """Literals joined by "and", or, when ``disjunction`` is on, by "or"."""

    term: Term
    disjunction: bool = False


def membership_of(expression: Expression, memberships: Sequence[float]) -> float:
    """Give how far a case is in an expression.

    Examples
    --------
    >>> membership_of(Expression(Term(0b11, 0b10), disjunction=True), (0.25, 0.5))
    0.5
    """
    term, disjunction = expression
    if not disjunction:
        return membership_in(term, memberships)
    found = literals(term, len(memberships))
    return max((memberships[place] if present else 1 - memberships[place] for place, present in found), default=0.0)


def expression_written(expression: Expression, conditions: Sequence[str]) -> str:
    """Write an expression as the field does.

    Examples
    --------
    >>> expression_written(Expression(Term(0b11, 0b10), disjunction=True), ["DEV", "URB"])
    'DEV + ~URB'
    """
    return written(expression.term, conditions, " + " if expression.disjunction else "*")


def necessary(
    conditions: Sequence[str],
    memberships: Sequence[Sequence[float]],
    outcome: Sequence[float],
    *,
    consistency: float = 0.9,
    coverage: float = 0.5,
    relevance: float = 0.0,
    largest: int = 3,
) -> tuple[tuple[Expression, Necessity], ...]:
    """Give the supersets of the outcome: expressions that it hardly comes without.

    Every conjunction that is consistent enough is given, from single conditions up. A disjunction is given only when
    no part of it is consistent enough by itself; any longer one would be too, and say less.

    Parameters
    ----------
    conditions
        The names.
    memberships
        Per case the memberships in every condition, from 0 to 1.
    outcome
        Per case the membership in the outcome.
    consistency, coverage, relevance
        The least that each measure must be, from 0 to 1; see `Necessity`.
    largest
        The most literals in an expression.

    Returns
    -------
    tuple of (Expression, Necessity)
        Conjunctions, then disjunctions, shorter ones first. Disjunctions have as a rule no meaning of their own: a
        common name for what they join must be found first (Schneider and Wagemann, 2012). Left out is also what every
        case is wholly in when the outcome always comes, as nothing can be said of its relevance.

    Raises
    ------
    ValueError
        When memberships are missing or not from 0 to 1.

    References
    ----------
    Schneider, C. Q. and Wagemann, C. (2012). Set-Theoretic Methods for the Social Sciences. Cambridge University
    Press. https://doi.org/10.1017/CBO9781139004244

    Examples
    --------
    >>> found = necessary(["DEV", "URB"], [(1, 0), (1, 1), (0, 1), (0, 0)], [1, 1, 0, 0])
    >>> [(expression_written(each, ["DEV", "URB"]), fit.consistency, fit.coverage) for each, fit in found]
    [('DEV', 1.0, 1.0)]
    """
    n = len(conditions)
    if any(len(each) != n for each in memberships) or len(memberships) != len(outcome):
        raise ValueError("every case needs a membership in every condition and in the outcome")
    if not all(0 <= one <= 1 for each in (*memberships, outcome) for one in each):
        raise ValueError("memberships must be from 0 to 1")
    data = _Literals.of(memberships, outcome, n)
    found: list[tuple[Expression, Necessity]] = []
    single = {term for term in _all_terms(n, 1) if _reaches(data.consistency(term, min), consistency)}
    for disjunction, join in ((False, min), (True, max)):
        enough: list[Term] = []
        for term in _all_terms(n, largest):
            # A conjunction is less consistent than each of its parts, a disjunction more.
            possible = all((each in single) is not disjunction for each in _parts(term))
            if not possible or any(_part(each, term) for each in enough if disjunction):
                continue
            if _reaches(data.consistency(term, join), consistency):
                enough.append(term)
                fit = necessity(data.memberships(term, join), outcome)
                if _reaches(fit.coverage, coverage) and _reaches(fit.relevance, relevance):
                    found.append((Expression(term, disjunction), fit))
    return tuple(found)


class _Literals(NamedTuple):
    """Per literal how far each case is in it, and in it and the outcome both."""

    columns: dict[tuple[int, bool], list[float]]
    within: dict[tuple[int, bool], list[float]]
    total: float
    n: int

    @classmethod
    def of(cls, memberships: Sequence[Sequence[float]], outcome: Sequence[float], n: int) -> _Literals:
        columns = {}
        for place in range(n):
            columns[place, True] = [each[place] for each in memberships]
            columns[place, False] = [1 - each[place] for each in memberships]
        within = {literal: list(map(min, column, outcome)) for literal, column in columns.items()}
        return cls(columns, within, fsum(outcome), n)

    def consistency(self, term: Term, join: _Join) -> float | None:
        """Give the consistency of the literals joined; that much is enough to leave most expressions."""
        parts = zip(*(self.within[literal] for literal in literals(term, self.n)), strict=True)
        return fsum(map(join, parts)) / self.total if self.total else None

    def memberships(self, term: Term, join: _Join) -> list[float]:
        """Give how far each case is in the literals joined."""
        return list(map(join, zip(*(self.columns[literal] for literal in literals(term, self.n)), strict=True)))


def _all_terms(n: int, largest: int) -> Iterator[Term]:
    bits = [1 << (n - 1 - place) for place in range(n)]
    for size in range(1, min(largest, n) + 1):
        for chosen in combinations(bits, size):
            for values in product(*((bit, 0) for bit in chosen)):
                yield Term(sum(chosen), sum(values))


def _parts(term: Term) -> Iterator[Term]:
    for place in range(term.care.bit_length()):
        bit = 1 << place
        if term.care & bit:
            yield Term(bit, term.values & bit)


def _part(one: Term, other: Term) -> bool:
    return one.care & other.care == one.care and other.values & one.care == one.values


def _reaches(measure: float | None, least: float) -> bool:
    return measure is not None and measure >= least - _ROUNDING
