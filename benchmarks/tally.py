"""How the tally grows from a thousand to ten million answers, on pandas and on DuckDB, beside plain engine code.

Run: ``PYTHONPATH=. python benchmarks/tally.py [largest exponent]``. Prints a table; the ratio compares our tally with
the same counting written directly for the engine, in the same run.
"""

from __future__ import annotations

import sys
import time

import duckdb
import numpy as np
import pandas as pd

from benchmarks.measuring import seconds
from ketenspiegel.lenses.average import average
from ketenspiegel.lenses.perspectives import perspectives
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally

QUESTIONS = load_question_set("ketensamenwerking")


def answers(n: int) -> pd.DataFrame:
    """Draw ``n`` answers with a fixed seed: thirty for every respondent."""
    chance = np.random.default_rng(2026)
    items, roles = np.array(list(QUESTIONS.items)), np.array(list(QUESTIONS.role_labels))
    sheet = np.arange(n) // len(items)
    return pd.DataFrame(
        {
            "sheet": sheet,
            "role": pd.Categorical.from_codes(sheet % len(roles), roles).astype(str),
            "item": np.resize(items, n),
            "answer": chance.integers(0, 6, n),
        }
    )


def by_pandas(frame: pd.DataFrame) -> object:
    """Count with pandas itself."""
    counts = frame.groupby(["role", "item", "answer"]).size().to_dict()
    return counts, frame.groupby("role")["sheet"].nunique().to_dict()


def by_duckdb(table: duckdb.DuckDBPyRelation) -> object:
    """Count with SQL itself."""
    counts = table.aggregate("role, item, answer, count(*)").fetchall()
    return counts, table.aggregate("role, count(distinct sheet)").fetchall()


def main(largest: int = 7) -> None:
    """Measure every size on both engines."""
    print(f"{'answers':>10} {'engine':>8} {'tally (s)':>10} {'direct (s)':>11} {'ratio':>6} {'both views (s)':>15}")
    for exponent in range(3, largest + 1):
        frame = answers(10**exponent)
        database = duckdb.connect()
        database.register("frame", frame)
        database.sql("create table kept as select * from frame")
        table = database.table("kept")
        for name, data, direct in (("pandas", frame, by_pandas), ("duckdb", table, by_duckdb)):
            ours = seconds(lambda data=data: tally(data, QUESTIONS), clock=time.perf_counter)
            theirs = seconds(lambda data=data, direct=direct: direct(data), clock=time.perf_counter)
            counts = tally(data, QUESTIONS)
            views = seconds(
                lambda counts=counts: (average(counts, QUESTIONS), perspectives(counts, QUESTIONS)),
                clock=time.perf_counter,
            )
            print(f"{10**exponent:>10,} {name:>8} {ours:>10.4f} {theirs:>11.4f} {ours / theirs:>6.2f} {views:>15.4f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
