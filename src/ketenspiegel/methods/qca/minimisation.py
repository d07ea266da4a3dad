"""Minimisation: from configurations that show the outcome to all shortest formulas that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ketenspiegel.methods.qca._covers import TooManyCoversError, minimum_covers
from ketenspiegel.methods.qca.terms import Term, place_in_order

MOST_MODELS = 1000


class TooManyModelsError(ValueError):
    """There are more equally short formulas than can be shown, or finding them takes too many steps."""


def prime_implicants(positive: Iterable[int], negative: Iterable[int], n: int) -> tuple[Term, ...]:
    """Give every term that covers a positive and no negative configuration and from which no literal can go.

    Configurations in neither list may be covered or not: they are "don't cares".

    Parameters
    ----------
    positive, negative
        Configurations, from 0 to ``2**n - 1``.
    n
        The number of conditions.

    Returns
    -------
    tuple of Term
        In the order of `place_in_order`. Without negative configurations that is the empty term alone.

    Raises
    ------
    ValueError
        When a configuration is in both lists or does not exist.

    Notes
    -----
    A set of literals of a positive configuration keeps a negative one out when it holds a condition in which the two
    differ. For one positive configuration all ``2**n`` sets are judged at once, as the bits of one whole number. The
    cost is O(p n 2**n) bit operations for p positive configurations, whatever the number of don't cares; the method
    of Quine and McCluskey, to which the terms are the same, goes through the don't cares instead.

    References
    ----------
    McCluskey, E. J. (1956). Minimization of Boolean functions. Bell System Technical Journal 35(6), 1417-1444.
    https://doi.org/10.1002/j.1538-7305.1956.tb03835.x

    Examples
    --------
    >>> prime_implicants([0b11, 0b10], [0b00, 0b01], 2)
    (Term(care=2, values=2),)
    """
    shown, kept_out = set(positive), set(negative)
    if shown & kept_out:
        raise ValueError(f"configurations both positive and negative: {sorted(shown & kept_out)}")
    if any(not 0 <= configuration < 1 << n for configuration in shown | kept_out):
        raise ValueError(f"configurations of {n} conditions run from 0 to {(1 << n) - 1}")
    sets = _Sets(n)
    barred = sum(1 << configuration for configuration in kept_out)
    found = {
        Term(care, configuration & care)
        for configuration in shown
        for care in sets.smallest_that_tell(configuration, barred)
    }
    return tuple(sorted(found, key=lambda term: place_in_order(term, n)))


def minimal_models(
    primes: Sequence[Term], positive: Iterable[int], *, row_dominance: bool = False, most: int = MOST_MODELS
) -> tuple[tuple[Term, ...], ...]:
    """Give ALL formulas with the fewest terms that together cover every positive configuration.

    Parameters
    ----------
    primes
        What `prime_implicants` gave.
    positive
        The configurations to be covered.
    row_dominance
        Leave out primes that cover only a part of the positive configurations that another one covers. That gives
        fewer models, as few terms in each; it also hides that others fit as well.
    most
        How many models to give at most.

    Returns
    -------
    tuple of tuple of Term
        The terms of a model, and the models, in the order of ``primes``; one empty model when nothing is to be covered.

    Raises
    ------
    ValueError
        When the primes do not cover every positive configuration.
    TooManyModelsError
        When there are more than ``most`` models, or the search is too long.

    References
    ----------
    Baumgartner, M. and Thiem, A. (2017). Model ambiguities in configurational comparative research. Sociological
    Methods & Research. https://doi.org/10.1177/0049124115610351

    Examples
    --------
    >>> both = minimal_models([Term(0b11, 0b01), Term(0b10, 0b10), Term(0b01, 0b01)], [0b01, 0b10])
    >>> len(both), both[0]
    (2, (Term(care=3, values=1), Term(care=2, values=2)))
    """
    rows = sorted(set(positive))
    columns = _columns(primes, rows)
    if row_dominance:
        columns = _undominated(columns)
    try:
        found = minimum_covers(columns, len(rows), most)
    except TooManyCoversError as problem:
        raise TooManyModelsError(str(problem)) from None
    return tuple(tuple(primes[place] for place in cover) for cover in found)


def _columns(primes: Sequence[Term], rows: Sequence[int]) -> list[int]:
    """Give per prime the rows that it covers, as bits."""
    width = max((row.bit_length() for row in rows), default=0)
    bits = [1 << place for place in range(max(width, *(prime.care.bit_length() for prime in primes), 0))]
    everything = (1 << len(rows)) - 1
    # Per bit of a configuration: the rows in which it is on.
    on = {bit: sum(1 << place for place, row in enumerate(rows) if row & bit) for bit in bits}
    columns = []
    for prime in primes:
        column = everything
        for bit in bits:
            if prime.care & bit:
                column &= on[bit] if prime.values & bit else ~on[bit]
        columns.append(column)
    return columns


def _undominated(columns: Sequence[int]) -> list[int]:
    """Empty the columns that are a part of another one."""
    kinds = set(columns)
    largest = {one for one in kinds if not any(one != other and one | other == other for other in kinds)}
    return [one if one in largest else 0 for one in columns]


class _Sets:
    """Families of subsets of ``n`` conditions, a family as one whole number: bit s is on when set s is in it."""

    def __init__(self, n: int) -> None:
        self.all = (1 << (1 << n)) - 1
        # Per condition: how far apart a set with it and the same set without it lie, and all sets that hold it.
        self.steps = []
        for place in range(n):
            step = 1 << place
            self.steps.append((step, (self.all // ((1 << 2 * step) - 1)) * (((1 << step) - 1) << step)))

    def smallest_that_tell(self, configuration: int, barred: int) -> Iterator[int]:
        """Give the smallest sets of conditions in which the configuration differs from every barred one."""
        alike = self._same_as(configuration, barred)
        for step, holding in self.steps:
            alike |= (alike & holding) >> step
        telling = self.all & ~alike
        larger = 0
        for step, holding in self.steps:
            larger |= (telling & ~holding) << step
        yield from _members(telling & ~larger)

    def _same_as(self, configuration: int, others: int) -> int:
        """Turn every other configuration into the set of conditions in which it is the same as this one."""
        for step, holding in self.steps:
            if not configuration & step:
                others = (others & holding) >> step | (others & ~holding) << step
        return others


def _members(family: int) -> Iterator[int]:
    while family:
        lowest = family & -family
        yield lowest.bit_length() - 1
        family ^= lowest
