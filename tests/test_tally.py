"""The tally counts the same, whoever holds the answers."""

from __future__ import annotations

import dask.dataframe
import duckdb
import pandas
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenspiegel.tally import COLUMNS, Counts, tally, to_rows

from .test_answers import QUESTIONS, sheets


def duck(rows):
    return duckdb.from_df(pandas.DataFrame(rows, columns=list(COLUMNS)))


def dask_in_parts(rows):
    return dask.dataframe.from_pandas(pandas.DataFrame(rows, columns=list(COLUMNS)), npartitions=3)


ENGINES = {
    "pandas": lambda rows: pandas.DataFrame(rows, columns=list(COLUMNS)),
    "polars": lambda rows: polars.DataFrame(rows, schema=list(COLUMNS), orient="row"),
    "polars lazy": lambda rows: polars.LazyFrame(rows, schema=list(COLUMNS), orient="row"),
    "duckdb": duck,
    "dask": dask_in_parts,
}
answered = st.lists(
    sheets.filter(lambda sheet: sheet.role and sheet.answers), min_size=1, max_size=8, unique_by=lambda sheet: sheet.id
)


# narwhals names a package for Dask to come that is not there yet.
@pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning")
@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=15)
@given(found=answered)
def test_every_engine_counts_the_same(engine, found):
    table = ENGINES[engine]([tuple(row.values()) for row in to_rows(found)])
    for by in ("role", "chain", "municipality"):
        assert tally(table, QUESTIONS, by) == tally(found, QUESTIONS, by)


@pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning")
@pytest.mark.parametrize("engine", ENGINES)
def test_a_sheet_counts_once_however_its_answers_are_spread(engine, small, sheet_of):
    found = [sheet_of("inwoner", samen_weten=answer, sturen_geld=answer) for answer in range(1, 6)]
    rows = sorted((tuple(row.values()) for row in to_rows(found)), key=lambda row: row[COLUMNS.index("item")])
    counted = tally(ENGINES[engine](rows), small)
    assert counted.respondents == {"inwoner": 5}
    assert counted == tally(found, small)


@given(answered)
def test_nothing_is_lost_or_made_up(found):
    counted = tally(found, QUESTIONS)
    assert sum(counts.total for counts in counted.counts.values()) == sum(len(sheet.answers) for sheet in found)
    assert sum(counts.unknown for counts in counted.counts.values()) == sum(
        answer == "unknown" for sheet in found for answer in sheet.answers.values()
    )
    assert sum(counted.respondents.values()) == len(found)


def test_counts_go_to_their_place(small, sheet_of):
    found = [
        sheet_of("inwoner", samen_weten=1),
        sheet_of("inwoner", samen_weten="unknown"),
        sheet_of("professional", samen_weten=5),
    ]
    counted = tally(found, small)
    assert counted.of("samen-weten", "inwoner") == Counts((1, 0, 0, 0, 0), 1)
    assert counted.of("samen-weten") == Counts((1, 0, 0, 0, 1), 1)
    assert counted.respondents == {"professional": 1, "inwoner": 2}


def test_the_order_of_roles_is_that_of_the_question_set(small, sheet_of):
    found = [sheet_of(role, samen_weten=3) for role in reversed(list(small.role_labels))]
    assert tally(found, small).groups == tuple(small.role_labels)


def test_a_table_that_lacks_a_column_is_refused(small):
    with pytest.raises(ValueError, match="lacks the columns answer, role"):
        tally(pandas.DataFrame({"sheet": ["a"], "item": ["samen-weten"]}), small)


@pytest.mark.parametrize(
    ("item", "answer", "message"), [("anders", 3, "no item"), ("samen-weten", 6, "not on the scale")]
)
def test_a_table_with_strange_answers_is_refused(small, item, answer, message):
    table = polars.DataFrame({"sheet": ["a"], "role": ["inwoner"], "item": [item], "answer": [answer]})
    with pytest.raises(ValueError, match=message):
        tally(table, small)


def test_only_known_ways_to_group(small):
    with pytest.raises(ValueError, match="by must be one of"):
        tally([], small, by="answer")
