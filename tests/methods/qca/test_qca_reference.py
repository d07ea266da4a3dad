"""The whole analysis against what the R package QCA 3.25 prints, to its three decimals."""

from __future__ import annotations

import pytest

from ketenspiegel.methods.qca.necessity import expression_written, necessary
from ketenspiegel.methods.qca.solution import formula, solve
from ketenspiegel.methods.qca.terms import written
from ketenspiegel.methods.qca.truth_table import CutOffs, truth_table
from tests.methods.qca.lipset import CONDITIONS, lipset, paths, results, rows, supersets, whole

HALF_A_UNIT = 0.0005 + 1e-9

TABLES = {"LC crisp": ("crisp", False), "LF fuzzy": ("fuzzy", False), "LF negated outcome": ("fuzzy", True)}
SOLUTIONS = [
    ("LC crisp", "-- conservative", "conservative"),
    ("LC crisp", "-- parsimonious", "parsimonious"),
    ("LF fuzzy", "-- conservative", "conservative"),
    ("LF fuzzy", "-- parsimonious", "parsimonious"),
    ("LF fuzzy", "-- intermediate", "intermediate"),
    ("LF negated outcome", "M1:", "parsimonious"),
]


def table(title):
    kind, negated = TABLES[title]
    cases, outcome = lipset(kind)
    return truth_table(cases, CONDITIONS, outcome, CutOffs(0.8), negated=negated)


@pytest.mark.parametrize("title", TABLES)
def test_truth_tables(title):
    expected = {row[0]: row for row in rows(results(title))}
    occurring = [number for number, row in expected.items() if row[-1]]
    found = table(title)
    assert [row.configuration + 1 for row in found.rows] == occurring
    for row in found.rows:
        _, outcome, consistency, pri, cases = expected[row.configuration + 1]
        assert (row.outcome, row.cases) == (outcome, cases)
        assert row.consistency == pytest.approx(consistency, abs=HALF_A_UNIT)
        assert row.pri == pytest.approx(pri, abs=HALF_A_UNIT)
    remainders = [number for number, row in expected.items() if row[1] == "?"]
    if remainders:
        assert [each + 1 for each in found.remainders] == remainders


@pytest.mark.parametrize(("title", "heading", "kind"), SOLUTIONS)
def test_solutions(title, heading, kind):
    text = heading + results(title).split(heading)[1].split("\n-- ")[0]
    expected = list(paths(text))
    (model,) = solve(table(title), kind, dict.fromkeys(CONDITIONS, True)).models
    printed = text.split("M1:")[1].split("->")[0].removesuffix("<")
    assert formula(model, CONDITIONS) == printed.strip()
    assert [written(path.term, CONDITIONS) for path in model.paths] == [row[0] for row in expected]
    for path, (_, consistency, pri, coverage, unique, cases) in zip(model.paths, expected, strict=True):
        assert path.fit == pytest.approx((consistency, pri, coverage), abs=HALF_A_UNIT)
        # The reference prints no unique coverage for a path that stands alone: all of its coverage is.
        assert path.unique == pytest.approx(path.fit.coverage if unique is None else unique, abs=HALF_A_UNIT)
        assert path.cases == cases
        assert not path.alternative
    assert model.fit == pytest.approx(whole(text), abs=HALF_A_UNIT)


def test_supersets():
    cases, outcome = lipset("fuzzy")
    found = necessary(CONDITIONS, list(cases.values()), list(outcome.values()), consistency=0.9, coverage=0)
    expected = list(supersets(results("superSubset")))
    assert len(expected) == 10
    assert [expression_written(each, CONDITIONS) for each, _ in found] == [row[0] for row in expected]
    for (_, fit), (_, *numbers) in zip(found, expected, strict=True):
        assert (fit.consistency, fit.relevance, fit.coverage) == pytest.approx(tuple(numbers), abs=HALF_A_UNIT)
