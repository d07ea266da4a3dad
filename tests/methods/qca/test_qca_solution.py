"""Solutions: what must hold for any data, whatever the kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.qca._counterfactuals import easy_counterfactuals
from ketenspiegel.methods.qca.fit import sufficiency
from ketenspiegel.methods.qca.solution import formula, solve
from ketenspiegel.methods.qca.terms import Term, covers, membership_in
from ketenspiegel.methods.qca.truth_table import CutOffs, truth_table

KINDS = ("conservative", "parsimonious", "intermediate")
CONDITIONS = ("A", "B", "C", "D")

eighths = st.sampled_from([0, 1, 2, 3, 5, 6, 7, 8]).map(lambda number: number / 8)
expectations = st.dictionaries(st.sampled_from(CONDITIONS), st.booleans())


@st.composite
def data(draw):
    size = draw(st.integers(1, 9))
    cases = {f"case {number}": draw(st.tuples(*[eighths] * 4)) for number in range(size)}
    return cases, {case: draw(eighths) for case in cases}


@st.composite
def tables(draw):
    return truth_table(*with_conditions(draw(data())), CutOffs(0.75, contradiction=0.5))


def with_conditions(drawn):
    return drawn[0], CONDITIONS, drawn[1]


def covered(model):
    return {each for each in range(16) if any(covers(path.term, each) for path in model.paths)}


@given(tables(), st.sampled_from(KINDS), expectations, st.booleans())
def test_models_cover_what_they_must_and_nothing_that_they_must_not(table, kind, expected, with_contradictions):
    solution = solve(table, kind, expected, with_contradictions=with_contradictions)
    positive, negative = set(table.positive), set(table.negative)
    (positive if with_contradictions else negative).update(table.contradictory)
    assert bool(solution.models) == bool(positive)
    for model in solution.models:
        assert positive <= covered(model)
        assert not covered(model) & negative
        assert set(model.assumptions) == covered(model) - positive
        assert len(model.paths) == len(solution.models[0].paths)
        for path in model.paths:
            rows = [row for row in table.rows if row.configuration in positive and covers(path.term, row.configuration)]
            assert path.cases == tuple(row.cases for row in rows)


@given(tables(), expectations)
def test_intermediate_lies_between(table, expected):
    conservative, parsimonious = solve(table), solve(table, "parsimonious")
    intermediate = solve(table, "intermediate", expected)
    assert conservative.assumptions == ()
    for model in intermediate.models:
        assert any(covered(model) <= covered(short) for short in parsimonious.models)
        assert set(table.positive) <= covered(model)
        # Every assumption is like some positive row, but for conditions that are as expected.
        for each in model.assumptions:
            assert any(
                all(
                    CONDITIONS[place] in expected and expected[CONDITIONS[place]] == bool(each >> (3 - place) & 1)
                    for place in range(4)
                    if (row ^ each) >> (3 - place) & 1
                )
                for row in table.positive
            )
    if conservative.models and intermediate.models:
        sizes = [len(solution.models[0].paths) for solution in (parsimonious, intermediate, conservative)]
        assert sizes == sorted(sizes)


@given(tables())
def test_intermediate_without_expectations_is_conservative(table):
    assert solve(table, "intermediate").models == solve(table).models


@given(tables(), st.sampled_from(KINDS), expectations)
def test_fit_is_computed_from_the_cases(table, kind, expected):
    for model in solve(table, kind, expected).models:
        within = [[membership_in(path.term, each) for each in table.memberships] for path in model.paths]
        together = [max(each) for each in zip(*within, strict=True)]
        assert model.fit == sufficiency(together, table.outcome)
        for place, path in enumerate(model.paths):
            assert path.fit == sufficiency(within[place], table.outcome)
            others = [max(each) for each in zip(*within[:place], *within[place + 1 :], strict=True)]
            rest = sufficiency(others or [0.0] * len(together), table.outcome).coverage
            assert path.unique == pytest.approx((model.fit.coverage or 0) - (rest or 0))


@given(data(), st.sampled_from(KINDS), expectations, st.permutations(range(4)), st.randoms(use_true_random=False))
def test_order_and_names_change_nothing(drawn, kind, expected, places, chance):
    cases, outcome = drawn
    names = [CONDITIONS[place] for place in places]
    moved = {case: [cases[case][place] for place in places] for case in chance.sample(list(cases), len(cases))}
    one = solve(truth_table(cases, CONDITIONS, outcome), kind, expected)
    two = solve(truth_table(moved, names, outcome), kind, expected)

    def read(solution):
        return {
            frozenset(
                frozenset(text.split("*")) for text in formula(model, solution.conditions).split(" + ")
            ): model.fit
            for model in solution.models
        }

    assert read(one) == read(two)


@given(data(), st.sampled_from(KINDS))
def test_absence_may_be_called_presence(drawn, kind):
    """Turn the first condition, and the expectation of it, around: the literal turns, and nothing else."""
    cases, outcome = drawn
    turned = {case: (1 - first, *rest) for case, (first, *rest) in cases.items()}
    one = solve(truth_table(cases, CONDITIONS, outcome), kind, {"A": True, "B": True})
    two = solve(truth_table(turned, CONDITIONS, outcome), kind, {"A": False, "B": True})

    def read(solution, bit):
        terms = ([path.term for path in model.paths] for model in solution.models)
        return {frozenset((term.care, term.values ^ (term.care & bit)) for term in model) for model in terms}

    assert read(one, 8) == read(two, 0)


@given(tables(), st.sampled_from(KINDS))
def test_alternative_paths_are_those_that_not_every_model_has(table, kind):
    models = solve(table, kind, dict.fromkeys(CONDITIONS, True)).models
    for model in models:
        for path in model.paths:
            shared = all(any(path.term == other.term for other in each.paths) for each in models)
            assert path.alternative is not shared


@given(tables())
def test_row_dominance_gives_some_of_the_models(table):
    every = solve(table, "parsimonious").models
    some = solve(table, "parsimonious", row_dominance=True).models
    assert bool(some) == bool(every)
    assert {formula(model, CONDITIONS) for model in some} <= {formula(model, CONDITIONS) for model in every}


def test_nothing_to_explain():
    table = truth_table({"x": (1, 0), "y": (0, 0)}, ("A", "B"), {"x": 0, "y": 0})
    for kind in KINDS:
        solution = solve(table, kind)
        assert (solution.models, solution.assumptions) == ((), ())


def test_an_outcome_that_always_comes():
    table = truth_table({"x": (1, 0), "y": (0, 0)}, ("A", "B"), {"x": 1, "y": 1})
    (model,) = solve(table, "parsimonious").models
    assert formula(model, table.conditions) == "1"
    assert model.fit == (1, 1, 1)
    assert formula(solve(table).models[0], table.conditions) == "~B"


def test_an_expectation_is_kept_to():
    """A alone has the outcome; with B too it is not known. Only who expects B to help takes it for granted."""
    cases = {"x": (1, 0), "y": (0, 0), "z": (0, 1)}
    table = truth_table(cases, ("A", "B"), {"x": 1, "y": 0, "z": 0})

    def found(expected):
        return [formula(model, table.conditions) for model in solve(table, "intermediate", expected).models]

    assert found({"B": True}) == ["A"]
    assert found({"B": False}) == ["A*~B"]
    assert found({"A": True}) == ["A*~B"]


def test_an_easy_counterfactual_stays_within_the_parsimonious_formula():
    """That is ~A here. That A helps is expected, and is no reason to leave out ~A."""
    cases = {"x": (0, 0, 0), "y": (0, 1, 1), "z": (1, 0, 0)}
    table = truth_table(cases, ("A", "B", "C"), {"x": 1, "y": 1, "z": 0})
    assert [formula(model, table.conditions) for model in solve(table, "parsimonious").models] == ["~A"]
    (model,) = solve(table, "intermediate", {"A": True, "C": False}).models
    assert formula(model, table.conditions) == "~A*B + ~A*~C"
    assert model.assumptions == (0b010,)


def test_easy_counterfactuals_are_of_each_pair_of_models():
    present, absent = Term(0b10, 0b10), Term(0b10, 0b00)
    first, second = Term(0b11, 0b10), Term(0b11, 0b01)
    # B is expected to help: A*~B may become A; ~A*B is as expected.
    found = easy_counterfactuals([(first,), (second,)], [(present, absent)], [0b00, 0b11], {0b01: True})
    assert found == {frozenset({0b11}), frozenset()}
    # A term that lies in no term of the parsimonious formula stays as it is.
    assert easy_counterfactuals([(second,)], [(present,)], [0b00, 0b11], {0b01: False}) == {frozenset()}


def test_only_the_shortest_of_all_intermediate_formulas_are_given():
    """One parsimonious formula leaves counterfactuals enough for three terms, another does not."""
    codes = "1?11?1?00?1??1?0"
    rows = {f"row {each}": (code, [float(bit) for bit in f"{each:04b}"]) for each, code in enumerate(codes)}
    cases = {name: bits for name, (code, bits) in rows.items() if code != "?"}
    table = truth_table(cases, CONDITIONS, {name: float(rows[name][0]) for name in cases})
    assert len(solve(table, "parsimonious").models) > 1
    models = solve(table, "intermediate", {"A": False, "B": True, "C": False, "D": False}).models
    assert {len(model.paths) for model in models} == {3}


def test_wrong_questions_are_refused():
    table = truth_table({"x": (1,)}, ("A",), {"x": 1})
    with pytest.raises(ValueError, match=r"no condition: \['Z'\]"):
        solve(table, "intermediate", {"Z": True})
    with pytest.raises(ValueError, match="no such kind"):
        solve(table, "complex")
