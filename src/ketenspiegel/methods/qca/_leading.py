"""Per case the term that it is in most: what a formula covers, and what it would miss without a term."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from ketenspiegel.methods.qca.terms import Term, literals


def memberships_by_term(terms: Iterable[Term], cases: Sequence[Sequence[float]], n: int) -> dict[Term, list[float]]:
    """Give per term how far each case is in it, as `membership_in` does; here condition by condition, which is faster.

    Examples
    --------
    >>> memberships_by_term([Term(0b11, 0b10)], [(0.75, 0.5), (0.25, 0.0)], 2)
    {Term(care=3, values=2): [0.5, 0.25]}
    """
    present = list(zip(*cases, strict=True))
    absent = [[1 - one for one in column] for column in present]
    found = {}
    for term in terms:
        columns = [(present if here else absent)[place] for place, here in literals(term, n)]
        found[term] = [min(each) for each in zip(*columns, strict=True)] if columns else [1.0] * len(cases)
    return found


class Leading(NamedTuple):
    """Per case: how far it is in the term that it is in most, how far in the next one, and which the first is."""

    most: list[float]
    following: list[float]
    first: list[Term | None]

    @classmethod
    def of(cls, cases: int) -> Leading:
        """Start without terms."""
        return cls([0.0] * cases, [0.0] * cases, [None] * cases)

    def joined_by(self, within: Mapping[Term, Sequence[float]]) -> Leading:
        """Give the same with more terms, from how far each case is in them."""
        joined = Leading([*self.most], [*self.following], [*self.first])
        for term, memberships in within.items():
            for case, x in enumerate(memberships):
                if x > joined.most[case]:
                    joined.following[case], joined.most[case], joined.first[case] = joined.most[case], x, term
                elif x > joined.following[case]:
                    joined.following[case] = x
        return joined

    def unique(self, outcome: Sequence[float]) -> dict[Term, float]:
        """Give per term what the coverage of all terms loses without it; left out when that is nothing.

        Examples
        --------
        >>> one, other = Term(2, 2), Term(1, 1)
        >>> Leading.of(2).joined_by({one: [1.0, 0.5], other: [0.25, 0.75]}).unique([1.0, 0.25])
        {Term(care=2, values=2): 0.6}
        """
        lost: dict[Term, list[float]] = {}
        for most, following, first, y in zip(*self, outcome, strict=True):
            if first is not None and following < y:
                lost.setdefault(first, []).append(min(most, y) - following)
        total = fsum(outcome)
        return {term: fsum(each) / total for term, each in lost.items()}
