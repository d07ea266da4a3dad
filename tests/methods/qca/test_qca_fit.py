"""Fit, terms and necessity: by hand, and what the logic of sets demands."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.qca.fit import necessity, sufficiency
from ketenspiegel.methods.qca.necessity import Expression, expression_written, membership_of, necessary
from ketenspiegel.methods.qca.terms import Term, covers, literals, membership_in, written

# Eighths, so that sums and negations are exact.
eighths = st.integers(0, 8).map(lambda number: number / 8)
pairs = st.lists(st.tuples(eighths, eighths), min_size=1, max_size=8)


@st.composite
def terms(draw, n=4):
    care = draw(st.integers(0, (1 << n) - 1))
    return Term(care, draw(st.integers(0, (1 << n) - 1)) & care)


def test_by_hand():
    x, y = [0.8, 0.6, 0.2, 0.0], [0.9, 0.3, 0.4, 0.1]
    # Shared .8 + .3 + .2 = 1.3 of X 1.6 and Y 1.7; in Y and not-Y alike .1 + .3 + .2 = .6.
    assert sufficiency(x, y) == pytest.approx((1.3 / 1.6, (1.3 - 0.6) / (1.6 - 0.6), 1.3 / 1.7))
    assert necessity(x, y) == pytest.approx((1.3 / 1.7, 1.3 / 1.6, 2.4 / 2.7))


def test_nothing_to_divide_by():
    assert sufficiency([0, 0], [1, 0]) == (None, None, 0)
    assert sufficiency([1, 0], [0, 0]) == (0, 0, None)
    assert sufficiency([0.5], [0.5]) == (1, None, 1)
    assert necessity([1, 1], [1, 1]) == (1, 1, None)
    assert necessity([1, 1], [0, 0]) == (None, 0, 0)
    assert sufficiency([], []) == (None, None, None)


def test_other_numbers_of_cases_are_refused():
    for measure in (sufficiency, necessity):
        with pytest.raises(ValueError, match="shorter"):
            measure([1, 0], [1])


@given(pairs)
def test_sufficiency_one_way_is_necessity_the_other(drawn):
    x, y = zip(*drawn, strict=True)
    assert sufficiency(x, y).consistency == necessity(y, x).consistency
    assert sufficiency(x, y).coverage == necessity(x, y).consistency
    for measure in (*sufficiency(x, y), *necessity(x, y)):
        assert measure is None or 0 <= measure <= 1


@given(pairs)
def test_subsets_are_wholly_consistent(drawn):
    y = [two for _, two in drawn]
    inside = [min(pair) for pair in drawn]
    assert sufficiency(inside, y).consistency in (1, None)
    assert sufficiency(inside, y).pri in (1, None)
    assert necessity([max(pair) for pair in drawn], y).consistency in (1, None)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_cases_does_not_matter(drawn, chance):
    other = chance.sample(drawn, len(drawn))
    assert sufficiency(*zip(*drawn, strict=True)) == sufficiency(*zip(*other, strict=True))
    assert necessity(*zip(*drawn, strict=True)) == necessity(*zip(*other, strict=True))


@given(pairs)
def test_contraposition(drawn):
    """X within Y is the same as not-Y within not-X; perfect consistency cannot tell them apart."""
    x, y = zip(*drawn, strict=True)
    forward = sufficiency(x, y).consistency
    backward = sufficiency([1 - one for one in y], [1 - one for one in x]).consistency
    assert (forward in (1, None)) == (backward in (1, None)) == all(one <= two for one, two in drawn)


@given(terms(), st.lists(eighths, min_size=4, max_size=4))
def test_de_morgan(term, memberships):
    turned = Term(term.care, term.care & ~term.values)
    assert 1 - membership_in(term, memberships) == membership_of(Expression(turned, disjunction=True), memberships)
    assert membership_of(Expression(term), memberships) == membership_in(term, memberships)


@given(terms(), st.integers(0, 15))
def test_a_crisp_case_is_in_the_terms_that_cover_it(term, configuration):
    memberships = [float(bit) for bit in f"{configuration:04b}"]
    assert membership_in(term, memberships) == covers(term, configuration)


@given(terms())
def test_literals_say_what_is_written(term):
    names = ["A", "B", "C", "D"]
    found = literals(term, 4)
    assert written(term, names) == ("*".join(("" if here else "~") + names[place] for place, here in found) or "1")
    assert sum(1 << (3 - place) for place, _ in found) == term.care
    assert sum(1 << (3 - place) for place, here in found if here) == term.values


cases_with_outcome = st.lists(st.tuples(eighths, eighths, eighths, eighths), min_size=1, max_size=6)


@given(cases_with_outcome, st.sampled_from([0.75, 0.9, 1.0]))
def test_supersets_are_those_of_brute_force(drawn, cut):
    names = ["A", "B", "C"]
    memberships, y = [case[:3] for case in drawn], [case[3] for case in drawn]
    found = dict(necessary(names, memberships, y, consistency=cut, coverage=0))
    every = [
        Expression(Term(sum(chosen), values), disjunction)
        for size in (1, 2, 3)
        for chosen in combinations((4, 2, 1), size)
        for values in map(sum, product(*((bit, 0) for bit in chosen)))
        for disjunction in ((False, True) if size > 1 else (False,))
    ]
    consistent = {}
    for expression in every:
        fit = necessity([membership_of(expression, each) for each in memberships], y)
        if fit.consistency is not None and fit.consistency >= cut:
            consistent[expression] = fit

    def needless(expression):
        """Tell whether a part of a disjunction is consistent by itself."""
        parts = [other for other in consistent if other.term.care != expression.term.care]
        return expression.disjunction and any(
            (other.disjunction or other.term.care.bit_count() == 1)
            and set(literals(other.term, 3)) <= set(literals(expression.term, 3))
            for other in parts
        )

    # Without coverage or relevance to judge there is nothing to give.
    assert found == {
        each: fit
        for each, fit in consistent.items()
        if not needless(each) and None not in (fit.coverage, fit.relevance)
    }


def test_cut_offs_and_length():
    memberships = [(1, 1, 0), (1, 0, 1), (1, 0, 0), (0, 0, 0)]
    y = [1, 1, 0, 0]

    def found(**settings):
        expressions = (each for each, _ in necessary(["A", "B", "C"], memberships, y, **settings))
        return [expression_written(each, "ABC") for each in expressions]

    # A holds for both cases with the outcome and one more; B + C for those two; ~B + ~C for all four.
    assert found(consistency=1) == ["A", "B + C", "~B + ~C"]
    assert found(consistency=1, coverage=0.6) == ["A", "B + C"]
    assert found(consistency=1, coverage=0.7) == ["B + C"]
    assert found(consistency=1, coverage=0, relevance=0.5) == ["A", "B + C"]
    assert found(consistency=1, coverage=0, largest=1) == ["A"]


def test_cases_without_a_membership_are_refused():
    with pytest.raises(ValueError, match="every case"):
        necessary(["A", "B"], [(1, 0), (1,)], [1, 0])
    with pytest.raises(ValueError, match="every case"):
        necessary(["A", "B"], [(1, 0), (1, 1)], [1])
    with pytest.raises(ValueError, match="from 0 to 1"):
        necessary(["A"], [(1.5,)], [1])
    with pytest.raises(ValueError, match="from 0 to 1"):
        necessary(["A"], [(1,)], [-1])


def test_an_outcome_that_never_comes_needs_nothing():
    assert necessary(["A"], [(1,), (0,)], [0, 0]) == ()
