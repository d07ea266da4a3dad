"""Easy counterfactuals: remainders that only have more of what is expected to help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ketenspiegel.methods.qca.terms import Term, covers

Terms = tuple[Term, ...]


def easy_counterfactuals(
    conservative: Sequence[Terms],
    parsimonious: Sequence[Terms],
    remainders: Iterable[int],
    expected: Mapping[int, bool],
) -> set[frozenset[int]]:
    """Give, for every pair of a conservative and a parsimonious model, the remainders that are easy counterfactuals.

    A term of the conservative model may lose the literals that go against an expectation, as long as it stays within
    a term of the parsimonious model. The remainders that it then covers are easy: with what is expected to help, the
    outcome will not be less likely than it was without.

    Parameters
    ----------
    conservative, parsimonious
        All models of both solutions.
    remainders
        The configurations without cases.
    expected
        Per bit of a configuration whether its condition is expected to help by its presence; the others left out.

    Returns
    -------
    set of frozenset of int
        Every set once.

    References
    ----------
    Ragin, C. C. (2008). Redesigning Social Inquiry. https://doi.org/10.7208/chicago/9780226702797.001.0001

    Examples
    --------
    >>> easy_counterfactuals([(Term(0b11, 0b10),)], [(Term(0b10, 0b10),)], [0b11], {0b01: True})
    {frozenset({3})}
    """
    listed = list(remainders)
    terms = {term for model in conservative for term in model}
    # Many parsimonious models come to the same for the conservative terms.
    per_term = {frozenset((term, _easy(term, model, listed, expected)) for term in terms) for model in parsimonious}
    return {
        frozenset().union(*(easy for term, easy in found if term in model))
        for found in per_term
        for model in conservative
    }


def _easy(term: Term, model: Terms, remainders: Sequence[int], expected: Mapping[int, bool]) -> frozenset[int]:
    widened = [
        _widened(term, whole, expected) for whole in model if covers(whole, term.values) and _within(term, whole)
    ]
    return frozenset(each for each in remainders if any(covers(wide, each) for wide in widened))


def _within(term: Term, whole: Term) -> bool:
    return term.care & whole.care == whole.care


def _widened(term: Term, whole: Term, expected: Mapping[int, bool]) -> Term:
    """Leave out of a term the literals that go against an expectation, but for those of the whole that it is in."""
    against = sum(bit for bit, present in expected.items() if bool(term.values & bit) is not present)
    care = term.care & (~against | whole.care)
    return Term(care, term.values & care)
