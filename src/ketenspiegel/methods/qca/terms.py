"""Terms: conditions that are present or absent together, such as ``DEV*~URB``, kept as two rows of bits.

The first condition is the highest bit, in configurations too, so that the usual number of a row in a truth table is
its configuration plus one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Term(NamedTuple):
    """A conjunction: the conditions that appear in it (``care``) and which of those are present (``values``)."""

    care: int
    values: int


def covers(term: Term, configuration: int) -> bool:
    """Tell whether a configuration is one of those that the term describes.

    Examples
    --------
    >>> covers(Term(0b110, 0b100), 0b101), covers(Term(0b110, 0b100), 0b111)
    (True, False)
    """
    return configuration & term.care == term.values


def literals(term: Term, n: int) -> list[tuple[int, bool]]:
    """List the conditions in a term, from left to right: the place of each of ``n``, and whether it is present.

    Examples
    --------
    >>> literals(Term(0b110, 0b100), 3)
    [(0, True), (1, False)]
    """
    bits = ((place, 1 << (n - 1 - place)) for place in range(n))
    return [(place, bool(term.values & bit)) for place, bit in bits if term.care & bit]


def membership_in(term: Term, memberships: Sequence[float]) -> float:
    """Give how far a case is in a term: as far as it is in the literal that it is least in; 1 in an empty term.

    Parameters
    ----------
    term
        The term.
    memberships
        Of the case, in every condition, in order.

    Examples
    --------
    >>> membership_in(Term(0b110, 0b100), (0.75, 0.5, 0.0))
    0.5
    """
    found = literals(term, len(memberships))
    return min((memberships[place] if present else 1 - memberships[place] for place, present in found), default=1.0)


def written(term: Term, conditions: Sequence[str], sign: str = "*") -> str:
    """Write a term as the field does: ``*`` for and, ``~`` for absent; ``1`` when it holds for every case.

    Examples
    --------
    >>> written(Term(0b110, 0b100), ["DEV", "URB", "LIT"])
    'DEV*~URB'
    """
    found = literals(term, len(conditions))
    return sign.join(conditions[place] if present else f"~{conditions[place]}" for place, present in found) or "1"


def place_in_order(term: Term, n: int) -> tuple[int, ...]:
    """Give what to sort terms by: condition by condition, present before absent before left out.

    Examples
    --------
    >>> sorted([Term(0b01, 0b01), Term(0b10, 0b00), Term(0b11, 0b10)], key=lambda term: place_in_order(term, 2))
    [Term(care=3, values=2), Term(care=2, values=0), Term(care=1, values=1)]
    """
    bits = [1 << (n - 1 - place) for place in range(n)]
    return tuple(2 if not term.care & bit else 0 if term.values & bit else 1 for bit in bits)
