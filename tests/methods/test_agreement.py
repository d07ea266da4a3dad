"""The measures against the reference software, published numbers, and the properties their authors claim."""

from __future__ import annotations

import csv
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.agreement import agreement, consensus, leik, polarization

ORACLE = Path(__file__).parents[1] / "data" / "ordinal_agreement.csv"
MEASURES = {
    "agreement_A": agreement,
    "polarization": polarization,
    "consensus_cns": consensus,
    "leik_d": leik,
}

counts = st.lists(st.integers(0, 200), min_size=3, max_size=9).filter(any)


def oracle():
    with ORACLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in MEASURES:
                yield pytest.param([int(n) for n in row["counts"].split()], name, float(row[name]))


@pytest.mark.parametrize(("given_counts", "name", "expected"), list(oracle()))
def test_equals_the_reference_software(given_counts, name, expected):
    assert MEASURES[name](given_counts) == pytest.approx(expected, abs=1e-6)


# Van der Eijk's placements of Dutch parties, as the vignette of the R package agrmt gives them.
@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6], 0.6097236),
        ([1.6, 2.6, 8.2, 21, 29.3, 27, 10.3], 0.4823333),
        ([2, 0, 1, 1], 0.0833333),
        ([10, 20, 30, 15, 4], 0.3924051),
        ([2, 0, 6, 0, 2], 0.2333333),
    ],
)
def test_agreement_equals_published_numbers(shares, expected):
    assert agreement(shares) == pytest.approx(expected, abs=1e-6)


def slow_agreement(numbers):
    """Van der Eijk's A by its definition, in exact fractions: layer by layer, triple by triple."""
    rest, k = [Fraction(n) for n in numbers], len(numbers)
    total = sum(rest)
    found = Fraction(0)
    while any(rest):
        pattern = "".join("1" if n else "0" for n in rest)
        height = min(n for n in rest if n)
        triples = ["".join(t) for t in combinations(pattern, 3)]
        tu, tdu = triples.count("110") + triples.count("011"), triples.count("101")
        filled = pattern.count("1")
        u = Fraction((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu)) if tu + tdu else Fraction(0)
        layer = Fraction(1) if filled == 1 else u * (1 - Fraction(filled - 1, k - 1))
        found += layer * filled * height / total
        rest = [n - height if n else n for n in rest]
    return float(found)


@given(counts)
def test_agreement_equals_its_definition(numbers):
    assert agreement(numbers) == pytest.approx(slow_agreement(numbers), abs=1e-9)


@given(st.lists(st.floats(0, 100), min_size=3, max_size=7).filter(any))
def test_agreement_of_weights_equals_its_definition(weights):
    assert agreement(weights) == pytest.approx(slow_agreement(weights), abs=1e-9)


def test_agreement_on_a_long_scale_equals_its_definition():
    numbers = [(place * 37) % 23 for place in range(25)]
    assert agreement(numbers) == pytest.approx(slow_agreement(numbers), abs=1e-9)


@given(counts)
def test_measures_stay_in_their_range(numbers):
    assert -1 <= agreement(numbers) <= 1
    for measure in (polarization, consensus, leik):
        assert 0 <= measure(numbers) <= 1


@given(counts, st.integers(2, 50))
def test_the_number_of_people_does_not_matter(numbers, factor):
    for measure in MEASURES.values():
        assert measure([n * factor for n in numbers]) == pytest.approx(measure(numbers), abs=1e-9)


@given(counts)
def test_turning_the_scale_round_changes_nothing(numbers):
    for measure in MEASURES.values():
        assert measure(numbers[::-1]) == pytest.approx(measure(numbers), abs=1e-9)


@given(counts)
def test_full_agreement_is_one_category(numbers):
    alone = sum(n > 0 for n in numbers) == 1
    assert (agreement(numbers) == pytest.approx(1, abs=1e-9)) == alone
    assert (consensus(numbers) == pytest.approx(1, abs=1e-9)) == alone


@given(st.integers(3, 9), st.integers(1, 100))
def test_half_and_half_over_the_ends_is_the_other_extreme(k, n):
    numbers = [n, *[0] * (k - 2), n]
    assert (agreement(numbers), polarization(numbers), leik(numbers)) == pytest.approx((-1, 1, 1))
    assert consensus(numbers) == pytest.approx(0, abs=1e-9)


@given(counts)
def test_nothing_else_is_full_disagreement(numbers):
    low, *between, high = numbers
    divided = low == high and not any(between)
    assert (agreement(numbers) == pytest.approx(-1, abs=1e-9)) == divided


@pytest.mark.parametrize("measure", MEASURES.values())
@given(st.lists(st.sampled_from([0, 5e-324, 1e-300, 1e-17, 1e-16, 0.1, 1, 2**53 + 1, 1e300]), min_size=3).filter(any))
def test_very_unequal_weights_stay_in_range(measure, weights):
    assert -1 <= measure(weights) <= 1
    assert measure(weights[::-1]) == pytest.approx(measure(weights), abs=1e-9)


def test_a_weight_too_small_to_count_does_not_break_consensus():
    assert consensus([1e-17, 1e-17, 0.1, 5e-324, 1, 2**53 + 1]) == pytest.approx(1)


@pytest.mark.parametrize("measure", MEASURES.values())
@pytest.mark.parametrize(
    "bad", [[], [3], [0, 0, 0], [1, -1, 2], [1, float("nan"), 2], [1, float("inf"), 2], [1e308, 1e308, 1]]
)
def test_what_cannot_be_counts_is_refused(measure, bad):
    with pytest.raises(ValueError, match=r"categories|counts"):
        measure(bad)
