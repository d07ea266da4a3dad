"""Prime implicants and minimal models against brute force, and the end of searches that would never end."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.qca._covers import TooManyCoversError, minimum_covers
from ketenspiegel.methods.qca.minimisation import TooManyModelsError, minimal_models, prime_implicants
from ketenspiegel.methods.qca.terms import Term, covers


@st.composite
def configurations(draw, largest=4):
    """Draw a number of conditions, and for every configuration whether it is positive, negative or neither."""
    n = draw(st.integers(1, largest))
    codes = draw(st.lists(st.sampled_from("10?"), min_size=1 << n, max_size=1 << n))
    positive = [each for each, code in enumerate(codes) if code == "1"]
    return positive, [each for each, code in enumerate(codes) if code == "0"], n


def all_terms(n):
    return [Term(care, values) for care in range(1 << n) for values in range(1 << n) if values & care == values]


def fits(term, positive, negative):
    return any(covers(term, each) for each in positive) and not any(covers(term, each) for each in negative)


def without(term, bit):
    return Term(term.care & ~bit, term.values & ~bit)


def brute_primes(positive, negative, n):
    return {
        term
        for term in all_terms(n)
        if fits(term, positive, negative)
        and not any(fits(without(term, 1 << place), positive, negative) for place in range(n) if term.care >> place & 1)
    }


def brute_models(primes, positive):
    for size in range(len(primes) + 1):
        found = {
            frozenset(chosen)
            for chosen in combinations(primes, size)
            if all(any(covers(term, each) for term in chosen) for each in positive)
        }
        if found:
            return found
    raise AssertionError("the primes do not cover all")


@given(configurations())
def test_prime_implicants_are_those_of_brute_force(drawn):
    positive, negative, n = drawn
    found = prime_implicants(positive, negative, n)
    assert len(set(found)) == len(found)
    assert set(found) == brute_primes(positive, negative, n)


@given(configurations())
def test_models_are_all_smallest_covers(drawn):
    positive, negative, n = drawn
    primes = prime_implicants(positive, negative, n)
    models = minimal_models(primes, positive, most=10_000)
    assert len({frozenset(model) for model in models}) == len(models)
    assert {frozenset(model) for model in models} == brute_models(primes, positive)
    for model in models:
        assert all(any(covers(term, each) for term in model) for each in positive)
        assert not any(covers(term, each) for term in model for each in negative)


@given(configurations(largest=3))
def test_no_formula_of_any_terms_is_shorter(drawn):
    """Not of terms that are no prime implicants either."""
    positive, negative, n = drawn
    fitting = [term for term in all_terms(n) if fits(term, positive, negative)]
    shortest = min(map(len, brute_models(fitting, positive)))
    assert {len(model) for model in minimal_models(prime_implicants(positive, negative, n), positive)} == {shortest}


@given(configurations())
def test_row_dominance_keeps_some_of_the_models(drawn):
    positive, negative, n = drawn
    primes = prime_implicants(positive, negative, n)
    some = minimal_models(primes, positive, row_dominance=True, most=10_000)
    assert some
    assert set(some) <= set(minimal_models(primes, positive, most=10_000))
    covered = {prime: frozenset(each for each in positive if covers(prime, each)) for prime in primes}
    assert not any(covered[term] < covered[other] for model in some for term in model for other in primes)


@given(configurations(), st.randoms(use_true_random=False))
def test_order_of_what_comes_in_changes_nothing(drawn, chance):
    positive, negative, n = drawn
    shuffled = chance.sample(positive, len(positive)), chance.sample(negative, len(negative))
    primes = prime_implicants(positive, negative, n)
    assert prime_implicants(*shuffled, n) == primes
    assert minimal_models(primes, shuffled[0], most=10_000) == minimal_models(primes, positive, most=10_000)


@given(configurations(), st.data())
def test_conditions_by_another_name_give_the_same_formulas(drawn, data):
    """Other places for the conditions, and presence and absence exchanged in some."""
    positive, negative, n = drawn
    places = data.draw(st.permutations(range(n)))
    turned = data.draw(st.integers(0, (1 << n) - 1))

    def moved(bits):
        return sum(1 << place for place, old in enumerate(places) if bits >> old & 1)

    def renamed(each):
        return moved(each) ^ turned

    def renamed_term(term):
        care = moved(term.care)
        return Term(care, (moved(term.values) ^ turned) & care)

    primes = prime_implicants(positive, negative, n)
    others = prime_implicants(map(renamed, positive), map(renamed, negative), n)
    assert set(others) == set(map(renamed_term, primes))
    models = minimal_models(primes, positive, most=10_000)
    again = minimal_models(others, map(renamed, positive), most=10_000)
    assert {frozenset(model) for model in again} == {frozenset(map(renamed_term, model)) for model in models}


@given(configurations())
def test_fewer_assumptions_never_give_a_shorter_formula(drawn):
    positive, negative, n = drawn
    every_other = set(range(1 << n)) - set(positive)
    short = minimal_models(prime_implicants(positive, negative, n), positive, most=10_000)
    conservative = minimal_models(prime_implicants(positive, every_other, n), positive, most=10_000)
    assert len(short[0]) <= len(conservative[0])


def test_textbook_chart_with_a_cycle():
    """McCluskey's cyclic chart: six primes, each row in two of them, two smallest covers of three."""
    positive = [0b000, 0b001, 0b011, 0b111, 0b110, 0b100]
    primes = prime_implicants(positive, [0b010, 0b101], 3)
    models = minimal_models(primes, positive)
    assert len(primes) == 6
    assert [len(model) for model in models] == [3, 3]
    assert not set(models[0]) & set(models[1])


def test_extremes():
    assert prime_implicants([], [0, 1], 1) == ()
    assert minimal_models((), []) == ((),)
    # Nothing speaks against the outcome: it comes always.
    assert prime_implicants([3], [], 2) == (Term(0, 0),)
    # Odd parity: nothing can be left out.
    odd = [each for each in range(32) if each.bit_count() % 2]
    even = [each for each in range(32) if not each.bit_count() % 2]
    assert set(prime_implicants(odd, even, 5)) == {Term(31, each) for each in odd}


def test_twelve_conditions_at_once():
    """A formula that is put in comes out again, from half of all 4096 configurations."""
    paths = (Term(0b111000000000, 0b101000000000), Term(0b000111100000, 0b000011100000), Term(0b000000001111, 0b1001))
    chance = Random(5)
    known = [each for each in range(4096) if chance.random() < 0.5]
    positive = [each for each in known if any(covers(path, each) for path in paths)]
    negative = sorted(set(known) - set(positive))
    (model,) = minimal_models(prime_implicants(positive, negative, 12), positive)
    assert set(model) == set(paths)


def test_more_models_than_can_be_shown_are_refused():
    primes = [Term(1 << place, 1 << place) for place in range(5)]
    assert len(minimal_models(primes, [31], most=5)) == 5
    with pytest.raises(TooManyModelsError, match="more than 4 formulas"):
        minimal_models(primes, [31], most=4)


def test_models_of_parts_multiply():
    # Two parts that have nothing to do with each other, with three and two choices.
    columns = [0b01, 0b01, 0b01, 0b10, 0b10]
    assert len(minimum_covers(columns, 2, 6)) == 6
    with pytest.raises(TooManyCoversError, match="more than 5"):
        minimum_covers(columns, 2, 5)


def test_a_search_that_takes_too_long_is_refused():
    chance = Random(1)
    columns = [sum(1 << row for row in chance.sample(range(60), 4)) for _ in range(200)]
    with pytest.raises(TooManyCoversError, match="takes too long"):
        minimum_covers(columns, 60, 1000, steps=10_000)


def test_a_search_is_cut_short_where_it_can_be():
    """By rows that need a column each, and rows that are covered anyway; otherwise it takes far more steps."""
    chance = Random(3)
    columns = [sum(1 << row for row in chance.sample(range(30), 4)) for _ in range(60)]
    assert len(minimum_covers(columns, 30, 1, steps=100_000)) == 1
    chance = Random(4)
    known = [each for each in range(256) if chance.random() > 0.6]
    positive = [each for each in known if chance.random() < 0.5]
    primes = prime_implicants(positive, set(known) - set(positive), 8)
    columns = [sum(1 << row for row, each in enumerate(positive) if covers(prime, each)) for prime in primes]
    assert len(minimum_covers(columns, len(positive), 1000, steps=60_000)) == 216


def test_wrong_input_is_refused():
    with pytest.raises(ValueError, match=r"both positive and negative: \[2\]"):
        prime_implicants([1, 2], [2, 3], 2)
    with pytest.raises(ValueError, match="run from 0 to 3"):
        prime_implicants([4], [], 2)
    with pytest.raises(ValueError, match="run from 0 to 3"):
        prime_implicants([1], [-1], 2)
    with pytest.raises(ValueError, match="none of the terms"):
        minimal_models([Term(0b10, 0b10)], [0b01])
