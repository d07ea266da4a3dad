"""What the tally of a whole country costs: 342 municipalities, ten rounds, up to twenty million answers.

DuckDB and a Dask cluster of two workers on this machine aggregate Parquet files; Polars and pandas do so beside them.
All go through the same ``tally``, each in a fresh process; their tallies must be equal to each other, and hold as many
respondents and answers as were written.

Run: ``python benchmarks/national.py [respondents of a municipality in a round ...]`` (10, 25, 50 and 100 when nothing
is said; the memory needs Linux). Answers come in ``_build/national`` and are kept there. Prints two tables: the time
from Parquet to tally (the fastest of two) and the highest memory of a process, and how both grow.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from ketenspiegel.municipalities import municipalities
from ketenspiegel.questions import QuestionSet, parse_question_set
from ketenspiegel.tally import COLUMNS, UNKNOWN_VALUE, Tally, tally

FOLDER = Path(__file__).parents[1] / "_build" / "national"
ROUNDS = [f"20{year}-03" for year in range(26, 36)]
THEMES, ITEMS, ROLES = 6, 10, 5
GROUPINGS = ("municipality", "round")
WORKERS, RUNS = 2, 2
MB = 1024


class Cost(NamedTuple):
    """What one engine took: seconds for each grouping, and the peaks of the process itself and of its workers in kB."""

    seconds: dict[str, float]
    main: int
    workers: list[int]


def question_set() -> QuestionSet:
    """Make up six themes of ten items with a scale of five."""

    def text(words: str) -> dict[str, str]:
        return {"nl": words, "en": words}

    themes = [
        {
            "id": f"thema-{theme}",
            **{field: text(f"Thema {theme}") for field in ("title", "explanation", "advice")},
            "items": [{"id": f"stelling-{theme}-{item}", "text": text(f"{theme}.{item}")} for item in range(ITEMS)],
        }
        for theme in range(THEMES)
    ]
    roles = [{"id": f"rol-{n}", "label": text(f"Rol {n}"), "description": text(f"Rol {n}")} for n in range(ROLES)]
    whole = {"id": "landelijk", "version": "1.0", "title": text("Landelijk"), "introduction": text("Landelijk")}
    return parse_question_set(json.dumps({**whole, "roles": roles, "themes": themes}))


QUESTIONS = question_set()


def written(respondents: int) -> Path:
    """Give the folder with the answers, a file for every round; write it when it is not there."""
    folder = FOLDER / str(respondents)
    if not (folder / ".made").exists():
        folder.mkdir(parents=True, exist_ok=True)
        chance = np.random.default_rng(2026)
        for name in ROUNDS:
            write_round(folder / f"{name}.parquet", name, respondents, chance)
        (folder / ".made").touch()
    return folder


def write_round(file: Path, name: str, respondents: int, chance: np.random.Generator) -> None:
    """Write a round item by item, as a wide table becomes a long one; never more than a theme in memory."""
    places, roles = [place.name for place in municipalities()], list(QUESTIONS.role_labels)
    count = len(places) * respondents
    ids = chance.bytes(16 * count).hex()
    sheet = np.arange(count)
    one_item = {
        "sheet": pa.array(ids[at : at + 32] for at in range(0, len(ids), 32)),
        "municipality": pa.array(places).take(pa.array(sheet // respondents)),
        "chain": pa.array(["jeugd"]).take(pa.array(sheet * 0)),
        "round": pa.array([name]).take(pa.array(sheet * 0)),
        "role": pa.array(roles).take(pa.array(sheet % len(roles))),
    }
    schema = pa.schema([*((column, pa.string()) for column in COLUMNS[:-1]), ("answer", pa.int8())])
    # Within the usual limit the ids of the largest set would not be a dictionary, and those of the others would.
    with ParquetWriter(file, schema, dictionary_pagesize_limit=2**24) as writer:
        for theme in QUESTIONS.themes:
            asked = pa.array([item.id for item in theme.items])
            again = pa.array(np.tile(sheet, len(asked)))
            columns = {column: values.take(again) for column, values in one_item.items()}
            columns["item"] = asked.take(pa.array(np.repeat(np.arange(len(asked)), count)))
            highest = len(QUESTIONS.scale.points)
            answers = chance.integers(UNKNOWN_VALUE, highest + 1, len(again), np.int8)
            writer.write_table(pa.table({**columns, "answer": answers}, schema), row_group_size=len(again))


Opened = tuple[Callable[[str], Any], Callable[[], list[int]]]


def no_workers() -> list[int]:
    """Give no peaks: the engine works in the process itself."""
    return []


@contextmanager
def with_duckdb(folder: Path) -> Iterator[Opened]:
    """Let DuckDB read the files while it counts."""
    import duckdb

    yield lambda by: duckdb.read_parquet(f"{folder}/*.parquet"), no_workers


@contextmanager
def with_dask(folder: Path) -> Iterator[Opened]:
    """Let two worker processes read the files, a theme of a round at a time, so that every sheet is in six parts."""
    import dask.dataframe
    from distributed import Client, LocalCluster

    warnings.filterwarnings("ignore", "Dask support", FutureWarning)
    cluster = LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, silence_logs="ERROR")
    with cluster, Client(cluster) as client:
        yield (
            lambda by: dask.dataframe.read_parquet(folder, split_row_groups=True),
            lambda: list(client.run(peak).values()),
        )


@contextmanager
def with_polars(folder: Path) -> Iterator[Opened]:
    """Let Polars read what it needs when it counts."""
    import polars

    yield lambda by: polars.scan_parquet(folder / "*.parquet"), no_workers


@contextmanager
def with_pandas(folder: Path) -> Iterator[Opened]:
    """Let pandas read the columns that count whole, before it counts."""
    import pandas

    yield lambda by: pandas.read_parquet(folder, columns=["sheet", by, "item", "answer"]), no_workers


ENGINES = {"DuckDB": with_duckdb, "Dask": with_dask, "Polars": with_polars, "pandas": with_pandas}


def peak() -> int:
    """Give the most memory that this process has had, in kB."""
    return int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))[1])


def measure(engine: str, folder: Path) -> tuple[Cost, dict[str, Tally]]:
    """Tally the files with one engine, in every grouping."""
    seconds: dict[str, float] = {}
    found: dict[str, Tally] = {}
    with ENGINES[engine](folder) as (opened, workers):
        for by in GROUPINGS:
            seconds[by] = float("inf")
            for _ in range(RUNS):
                start = time.perf_counter()
                found[by] = tally(opened(by), QUESTIONS, by)
                seconds[by] = min(seconds[by], time.perf_counter() - start)
        return Cost(seconds, peak(), workers()), found


def check(found: dict[str, Tally], respondents: int) -> None:
    """Hold a tally to what was written: every sheet counts once, and every answer."""
    sheets = len(municipalities()) * respondents
    expected = {
        "municipality": {place.name: respondents * len(ROUNDS) for place in municipalities()},
        "round": dict.fromkeys(ROUNDS, sheets),
    }
    for by, counted in found.items():
        assert dict(counted.respondents) == expected[by], by
        assert all(counted.of(item).total == sheets * len(ROUNDS) for item in QUESTIONS.items), by


def on_every_engine(respondents: int) -> Iterator[tuple[str, Cost]]:
    """Measure one size, each engine in a process of its own, and hold the tallies to each other."""
    first: dict[str, Tally] = {}
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as fresh:
        folder = fresh.submit(written, respondents).result()
        for engine in ENGINES:
            cost, found = fresh.submit(measure, engine, folder).result()
            check(found, respondents)
            first = first or found
            assert found == first, engine
            yield engine, cost


def figures(cost: Cost) -> list[float | None]:
    """Give seconds and peaks in MB in the order of the table; of the workers, the largest."""
    worker = max(cost.workers) / MB if cost.workers else None
    return [*(cost.seconds[by] for by in GROUPINGS), cost.main / MB, worker]


def line(digits: tuple[int, ...], numbers: Iterable[float | None]) -> str:
    """Write the numbers of an engine in the columns of a table; a dash where there is none."""
    cells = ("-" if x is None else f"{x:.{places}f}" for x, places in zip(numbers, digits, strict=True))
    return " ".join(f"{cell:>17}" for cell in cells)


def main(*sizes: int) -> None:
    """Measure every engine on every size, and say how time and memory grow from the first to the last."""
    columns = " ".join(f"{name:>17}" for name in (*(f"{by} (s)" for by in GROUPINGS), "process (MB)", "worker (MB)"))
    known: dict[str, list[list[float | None]]] = {engine: [] for engine in ENGINES}
    print(f"{'answers':>11} {'engine':>7} {columns}")
    for respondents in sizes:
        answers = len(municipalities()) * respondents * len(QUESTIONS.items) * len(ROUNDS)
        for engine, cost in on_every_engine(respondents):
            known[engine].append(figures(cost))
            print(f"{answers:>11,} {engine:>7} {line((2, 2, 0, 0), known[engine][-1])}", flush=True)
    print(f"\n{'grows':>11} {'engine':>7} {columns}")
    for engine, rows in known.items():
        pairs = zip(rows[0], rows[-1], strict=True)
        ratios = [None if begun is None else last / begun for begun, last in pairs]
        print(f"{sizes[-1] / sizes[0]:>10.1f}x {engine:>7} {line((1, 1, 1, 1), ratios)}")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if sys.argv[1:] else (10, 25, 50, 100)))
