"""What was measured of cases comes together, and only what tells them apart stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.question_parts import Text

CASES = ("Eikendal", "Westerveen", "Merelveste", "Noordhaven")
NAMES = ("inwoners", "wachttijd", "overleg")


def measure(name):
    words = Text(nl=name, en=name)
    return Measure(name, words, words, words, words)


def table_of(values):
    return CaseTable({name: measure(name) for row in values.values() for name in row}, values)


rows = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([0.0, 1.0, 2.5]))
tables = st.dictionaries(st.sampled_from(CASES), rows).map(table_of)
capitals = st.sampled_from([str.upper, str.lower, str.title])


def test_a_case_need_not_have_a_value_on_every_measure():
    table = table_of({"Westerveen": {"inwoners": 2.0}, "eikendal": {"wachttijd": 1.0}})
    assert table.cases == ("eikendal", "Westerveen")
    assert table.of("inwoners") == {"Westerveen": 2.0}
    assert table.of("overleg") == {}


@pytest.mark.parametrize("written", ["Eikendal", "EIKENDAL"])
def test_where_both_tables_have_a_value_the_other_counts(written):
    first = table_of({"Eikendal": {"inwoners": 1.0, "wachttijd": 7.0}})
    other = table_of({written: {"inwoners": 2.0}, "Westerveen": {"overleg": 3.0}})
    together = first.plus(other)
    assert together.values == {"Eikendal": {"inwoners": 2.0, "wachttijd": 7.0}, "Westerveen": {"overleg": 3.0}}
    assert set(together.measures) == set(NAMES)
    assert first.values == {"Eikendal": {"inwoners": 1.0, "wachttijd": 7.0}}


def test_of_a_measure_in_both_tables_the_words_of_the_other_count():
    ours, theirs = measure("inwoners"), Measure("inwoners", *[Text(nl="CBS", en="CBS")] * 4)
    assert CaseTable({"inwoners": ours}).plus(CaseTable({"inwoners": theirs})).measures == {"inwoners": theirs}


def test_two_spellings_in_the_added_table_are_one_case():
    other = table_of({"Eikendal": {"inwoners": 1.0}, "eikendal": {"overleg": 2.0}})
    assert CaseTable().plus(other).values == {"Eikendal": {"inwoners": 1.0, "overleg": 2.0}}


@given(tables, tables, tables)
def test_adding_up_goes_in_any_grouping(one, two, three):
    assert one.plus(two).plus(three) == one.plus(two.plus(three))


@given(tables)
def test_adding_nothing_or_the_same_changes_nothing(table):
    assert table.plus(CaseTable()) == CaseTable().plus(table) == table.plus(table) == table


@given(tables, tables, capitals)
def test_capitals_make_no_other_case(table, other, written):
    again = CaseTable(other.measures, {written(case): row for case, row in other.values.items()})
    assert {case.casefold() for case in table.plus(again).cases} == {
        case.casefold() for case in table.plus(other).cases
    }
    assert len(table.plus(again).cases) == len(table.plus(other).cases)


@given(tables, st.sets(st.sampled_from(CASES)), capitals)
def test_only_the_cases_that_were_asked_for_are_kept(table, asked, written):
    kept = table.only(map(written, asked))
    assert set(kept.cases) == set(table.cases) & asked
    assert all(kept.values[case] == table.values[case] for case in kept.cases)
    assert kept.measures == table.measures


def test_what_is_the_same_everywhere_tells_nothing():
    table = table_of({"Eikendal": {"inwoners": 1.0, "overleg": 1.0}, "Westerveen": {"inwoners": 2.0, "overleg": 1.0}})
    assert table.telling().values == {"Eikendal": {"inwoners": 1.0}, "Westerveen": {"inwoners": 2.0}}
    assert set(table.telling().measures) == {"inwoners"}


@pytest.mark.parametrize("values", [{}, {"Eikendal": {"inwoners": 1.0}}, {"Eikendal": {"inwoners": 1.0}, "Dal": {}}])
def test_one_value_tells_nothing_apart(values):
    assert table_of(values).telling() == CaseTable({}, {case: {} for case in values})


@given(tables)
def test_telling_keeps_exactly_the_measures_with_different_values(table):
    told = table.telling()
    assert told.cases == table.cases
    for name in table.measures:
        differs = len(set(table.of(name).values())) > 1
        assert (name in told.measures) is differs
        assert told.of(name) == (table.of(name) if differs else {})
    assert told.telling() == told
