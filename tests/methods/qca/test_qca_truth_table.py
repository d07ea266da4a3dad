"""The truth table: against a plain computation, with cut-offs, contradictions, undecided cases and wrong input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.qca._corners import SCALE, corner_sums
from ketenspiegel.methods.qca.fit import sufficiency
from ketenspiegel.methods.qca.limits import chance_without_contradiction, most_conditions
from ketenspiegel.methods.qca.terms import Term, membership_in
from ketenspiegel.methods.qca.truth_table import CutOffs, TooManyConditionsError, truth_table

eighths = st.integers(0, 8).map(lambda number: number / 8)
CONDITIONS = ("A", "B", "C")


@st.composite
def data(draw, n=3):
    size = draw(st.integers(1, 10))
    cases = {f"case {number}": draw(st.tuples(*[eighths] * n)) for number in range(size)}
    return cases, {case: draw(eighths) for case in cases}


@given(data())
def test_fit_of_rows_is_that_of_all_cases(drawn):
    cases, outcome = drawn
    table = truth_table(cases, CONDITIONS, outcome)
    for row in table.rows:
        within = [membership_in(Term(7, row.configuration), each) for each in cases.values()]
        expected = sufficiency(within, list(outcome.values()))
        assert row.consistency == pytest.approx(expected.consistency)
        assert row.pri == (None if expected.pri is None else pytest.approx(expected.pri))


@given(data())
def test_sums_of_all_configurations(drawn):
    cases, outcome = drawn
    found = corner_sums(((cases[case], outcome[case]) for case in cases), 3)
    for configuration in range(8):
        within = [(membership_in(Term(7, configuration), cases[case]), outcome[case]) for case in cases]
        expected = (
            sum(x for x, _ in within),
            sum(min(pair) for pair in within),
            sum(min(x, y, 1 - y) for x, y in within),
        )
        assert tuple(each / SCALE for each in found.get(configuration, (0, 0, 0))) == expected


@given(data())
def test_every_case_is_in_one_row_or_undecided(drawn):
    cases, outcome = drawn
    table = truth_table(cases, CONDITIONS, outcome)
    placed = [case for row in table.rows for case in row.cases]
    assert sorted([*placed, *table.undecided]) == sorted(cases)
    assert set(table.undecided) == {case for case, each in cases.items() if 0.5 in each}
    for row in table.rows:
        bits = [bool(row.configuration >> (2 - place) & 1) for place in range(3)]
        assert all([one > 0.5 for one in cases[case]] == bits for case in row.cases)


@given(data())
def test_every_configuration_is_coded_or_a_remainder(drawn):
    table = truth_table(drawn[0], CONDITIONS, drawn[1], CutOffs(0.75, 0.5, 2, 0.5))
    coded = (*table.positive, *table.negative, *table.contradictory)
    assert sorted((*coded, *table.remainders)) == list(range(8))
    assert [row.configuration for row in table.rows] == sorted(row.configuration for row in table.rows)


@given(data())
def test_negating_is_turning_the_outcome(drawn):
    cases, outcome = drawn
    turned = {case: 1 - y for case, y in outcome.items()}
    assert truth_table(cases, CONDITIONS, outcome, negated=True) == truth_table(cases, CONDITIONS, turned)


@given(data(), st.randoms(use_true_random=False))
def test_the_order_of_cases_does_not_matter(drawn, chance):
    cases, outcome = drawn
    other = {case: cases[case] for case in chance.sample(list(cases), len(cases))}
    one, two = truth_table(cases, CONDITIONS, outcome), truth_table(other, CONDITIONS, outcome)
    for row, same in zip(one.rows, two.rows, strict=True):
        assert (row.configuration, row.consistency, row.pri) == (same.configuration, same.consistency, same.pri)
        assert (sorted(row.cases), row.outcome) == (sorted(same.cases), same.outcome)


@given(data())
def test_no_row_goes_with_an_outcome_and_its_absence(drawn):
    """With a PRI above a half."""
    strict = CutOffs(0.75, 0.51)
    cases, outcome = drawn
    here = truth_table(cases, CONDITIONS, outcome, strict)
    there = truth_table(cases, CONDITIONS, outcome, strict, negated=True)
    assert not set(here.positive) & set(there.positive)


CASES = {"one": (1, 1), "two": (1, 1), "three": (1, 1), "four": (1, 1), "five": (1, 0), "six": (0, 1), "seven": (0, 0)}
OUTCOME = {"one": 1, "two": 1, "three": 1, "four": 0, "five": 1, "six": 0, "seven": 0}


def codes(**cut_offs):
    table = truth_table(CASES, ("A", "B"), OUTCOME, CutOffs(**cut_offs))
    return "".join(row.outcome for row in table.rows)


def test_cut_offs():
    assert codes(consistency=0.8) == "0010"
    assert codes(consistency=0.75) == "0011"
    assert codes(consistency=0.8, contradiction=0.75) == "001C"
    assert codes(consistency=0.8, contradiction=0.76) == "0010"
    assert codes(frequency=2) == "???0"
    # PRI is as good as consistency in crisp data.
    assert codes(consistency=0.75, pri=0.76) == "0010"


def test_a_row_just_at_the_cut_off_by_rounding_reaches_it():
    memberships = {f"case {number}": (1,) for number in range(10)}
    outcome = dict(zip(memberships, [0.1, 0.7, *[0.9] * 8], strict=True))
    consistency = truth_table(memberships, ("A",), outcome).rows[0].consistency
    assert consistency == pytest.approx(0.8)
    assert truth_table(memberships, ("A",), outcome, CutOffs(consistency + 1e-15)).positive == (1,)
    assert truth_table(memberships, ("A",), outcome, CutOffs(consistency + 1e-6)).positive == ()


def test_deviant_cases_and_contradictions():
    table = truth_table(CASES, ("A", "B"), OUTCOME, CutOffs(0.75))
    assert table.rows[3].deviant == ("four",)
    strict = truth_table(CASES, ("A", "B"), OUTCOME, CutOffs(0.8))
    assert strict.rows[3].deviant == ("one", "two", "three")
    assert [row.configuration for row in strict.contradictions] == [3]
    coded = truth_table(CASES, ("A", "B"), OUTCOME, CutOffs(0.8, contradiction=0.5))
    assert coded.rows[3].deviant == ()
    # An outcome of exactly a half is at odds with nothing.
    halfway = {**OUTCOME, "four": 0.5}
    for cut in (0.75, 1):
        row = truth_table(CASES, ("A", "B"), halfway, CutOffs(cut)).rows[3]
        assert "four" not in row.deviant
    assert truth_table(CASES, ("A", "B"), halfway).contradictions == ()


def test_a_case_on_the_fence_is_in_no_row_but_counts():
    cases = {"in": (0.9,), "fence": (0.5,)}
    table = truth_table(cases, ("A",), {"in": 0.9, "fence": 0.0})
    assert table.undecided == ("fence",)
    assert [row.cases for row in table.rows] == [("in",)]
    assert table.rows[0].consistency == pytest.approx(0.9 / 1.4)


def test_wrong_input_is_refused():
    good = {"x": (1, 0)}
    for cases, conditions, outcome, problem in (
        ({"x": (1, 1.1)}, "AB", {"x": 1}, "x must be from 0 to 1"),
        ({"x": (-0.1, 1)}, "AB", {"x": 1}, "x must be from 0 to 1"),
        ({"x": (float("nan"), 1)}, "AB", {"x": 1}, "x must be from 0 to 1"),
        (good, "AB", {"x": 2}, "x must be from 0 to 1"),
        ({"x": (1,)}, "AB", {"x": 1}, "x has 1 memberships for 2 conditions"),
        (good, "AB", {}, "x has no outcome"),
        (good, "AA", {"x": 1}, "names of their own"),
        ({"x": ()}, "", {"x": 1}, "must be there"),
    ):
        with pytest.raises(ValueError, match=problem):
            truth_table(cases, list(conditions), outcome)
    for cut_offs in (CutOffs(1.1), CutOffs(0.8, -1), CutOffs(0.8, 0, 0)):
        with pytest.raises(ValueError, match="cut-offs run"):
            truth_table(good, ["A", "B"], {"x": 1}, cut_offs)
    with pytest.raises(ValueError, match="below the cut-off"):
        truth_table(good, ["A", "B"], {"x": 1}, CutOffs(0.8, contradiction=0.9))


def test_too_many_conditions_are_refused():
    thirteen = [f"condition {number}" for number in range(13)]
    with pytest.raises(TooManyConditionsError, match="13 conditions; at most 12"):
        truth_table({"x": (1.0,) * 13}, thirteen, {"x": 1})


def test_no_cases_no_rows():
    table = truth_table({}, ("A", "B"), {})
    assert table.rows == ()
    assert table.remainders == (0, 1, 2, 3)


def chance_by_hand(conditions, cases):
    """Go through every way in which cases can fall."""
    options = [(configuration, y) for configuration in range(1 << conditions) for y in (0, 1)]
    ways, clean = [()], 0
    for _ in range(cases):
        ways = [(*way, option) for way in ways for option in options]
    for way in ways:
        clean += not any((configuration, 1 - y) in way for configuration, y in way)
    return clean / len(ways)


@pytest.mark.parametrize(("conditions", "cases"), [(1, 1), (1, 4), (2, 3), (2, 5)])
def test_chance_that_noise_looks_clean(conditions, cases):
    assert chance_without_contradiction(conditions, cases) == pytest.approx(chance_by_hand(conditions, cases))


def test_most_conditions_grow_with_the_cases():
    found = [most_conditions(cases) for cases in range(301)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 12)
    for cases in range(1, 60):
        n = found[cases]
        assert chance_without_contradiction(n + 1, cases) > 0.1
        assert n == 0 or chance_without_contradiction(n, cases) <= 0.1
    # So many cases are as good as any more.
    assert most_conditions(10_000) == 12
