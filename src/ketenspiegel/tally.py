"""Answer sheets to counts per (group, item, answer): the one place where data is aggregated.

Everything after the tally is small, however many answers went in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import narwhals as nw

from ketenspiegel.answers import UNKNOWN, AnswerSheet
from ketenspiegel.questions import QuestionSet

COLUMNS = ("sheet", "municipality", "chain", "round", "role", "item", "answer")
UNKNOWN_VALUE = 0


class Counts(NamedTuple):
    """How often each point of the scale was chosen, lowest first, and how often "weet ik niet"."""

    points: tuple[int, ...]
    unknown: int = 0

    @property
    def known(self) -> int:
        """How many answers are a point of the scale."""
        return sum(self.points)

    @property
    def total(self) -> int:
        """How many answers there are, "weet ik niet" included."""
        return self.known + self.unknown

    def plus(self, other: Counts) -> Counts:
        """Add the counts of another group or item."""
        points = tuple(a + b for a, b in zip(self.points, other.points, strict=True))
        return Counts(points, self.unknown + other.unknown)

    def mirrored(self) -> Counts:
        """Turn the scale round, for items on which agreeing is unfavourable."""
        return Counts(self.points[::-1], self.unknown)


@dataclass(frozen=True)
class Tally:
    """Counts per group and item, and the number of respondents per group.

    A respondent counts when the sheet holds at least one answer. ``sizes`` gives the points on the scale of every item.
    """

    respondents: Mapping[str, int]
    counts: Mapping[tuple[str, str], Counts]
    sizes: Mapping[str, int]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have respondents."""
        return tuple(self.respondents)

    def of(self, item: str, *groups: str) -> Counts:
        """Give the counts of one item over some groups, or over all when none is named."""
        none = Counts((0,) * self.sizes[item])
        total = none
        for group in groups or self.groups:
            total = total.plus(self.counts.get((group, item), none))
        return total


def tally(data: Iterable[AnswerSheet] | Any, questions: QuestionSet, by: str = "role") -> Tally:
    """Count answers per group and item.

    Parameters
    ----------
    data
        Answer sheets; or a table with one row per answer, in any engine that narwhals understands (pandas,
        Polars, DuckDB, Dask, PySpark). A table has the columns ``sheet`` (who), ``item``, ``answer`` (1 is the
        lowest point; 0 is "weet ik niet") and the column named by ``by``.
    questions
        The question set that the answers belong to.
    by
        What makes a group: ``role``, ``municipality``, ``chain`` or ``round``.

    Raises
    ------
    ValueError
        When a table lacks a column, or holds an item or answer that the question set does not know.

    Notes
    -----
    Time grows linearly with the answers; a table is aggregated by its own engine and only the counts come back.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> questions = load_question_set("ketensamenwerking")
    >>> item = next(iter(questions.items))
    >>> sheet = AnswerSheet(
    ...     question_set=questions.id, question_set_version="1.0", role="inwoner", answers={item: 4}
    ... )
    >>> tally([sheet], questions).of(item, "inwoner")
    Counts(points=(0, 0, 0, 1, 0), unknown=0)
    """
    if by not in COLUMNS[1:5]:
        raise ValueError(f"by must be one of {', '.join(COLUMNS[1:5])}, not {by!r}")
    if _is_table(data):
        triples, respondents = _count_table(nw.from_native(data), by)
    else:
        triples, respondents = _count_rows(to_rows(data), by)
    return _build(triples, respondents, questions, by)


def to_rows(sheets: Iterable[AnswerSheet]) -> Iterator[dict[str, str | int]]:
    """Write sheets as the rows of a table with one row per answer: the columns of ``COLUMNS``."""
    for sheet in sheets:
        for item, answer in sheet.answers.items():
            yield {
                "sheet": sheet.id,
                "municipality": sheet.municipality.name,
                "chain": sheet.chain,
                "round": sheet.round,
                "role": sheet.role,
                "item": item,
                "answer": UNKNOWN_VALUE if answer == UNKNOWN else answer,
            }


_Triples = dict[tuple[str, str, int], int]


def _is_table(data: Any) -> bool:
    native = nw.from_native(data, pass_through=True)
    return isinstance(native, nw.DataFrame | nw.LazyFrame)


def _count_rows(rows: Iterable[Mapping[str, Any]], by: str) -> tuple[_Triples, dict[str, int]]:
    triples: Counter[tuple[str, str, int]] = Counter()
    who: dict[str, set[str]] = {}
    for row in rows:
        triples[row[by], row["item"], row["answer"]] += 1
        who.setdefault(row[by], set()).add(row["sheet"])
    return dict(triples), {group: len(ids) for group, ids in who.items()}


def _count_table(frame: nw.DataFrame[Any] | nw.LazyFrame[Any], by: str) -> tuple[_Triples, dict[str, int]]:
    missing = sorted({"sheet", by, "item", "answer"} - set(frame.collect_schema().names()))
    if missing:
        raise ValueError(f"the table lacks the columns {', '.join(missing)}")
    lazy = frame.lazy()
    counted = _rows(lazy.group_by(by, "item", "answer").agg(nw.len().alias("n")))
    # Not n_unique: on Dask it adds up what every partition has, so that a sheet in two of them counts twice.
    sheets = lazy.group_by(by, "sheet").agg(nw.len().alias("answers"))
    sizes = _rows(sheets.group_by(by).agg(nw.len().alias("n")))
    triples = {(row[by], row["item"], int(row["answer"])): int(row["n"]) for row in counted}
    return triples, {row[by]: int(row["n"]) for row in sizes}


def _rows(frame: nw.LazyFrame[Any]) -> list[dict[str, Any]]:
    return list(frame.collect().iter_rows(named=True))


def _build(triples: _Triples, respondents: dict[str, int], questions: QuestionSet, by: str) -> Tally:
    sizes = {key: len(questions.scale_of(item).points) for key, item in questions.items.items()}
    found: dict[tuple[str, str], list[int]] = {}
    for (group, item, answer), n in triples.items():
        if item not in questions.items:
            raise ValueError(f"the question set {questions.id} has no item {item!r}")
        if not 0 <= answer <= sizes[item]:
            raise ValueError(f"answer {answer} on {item!r} is not on the scale of {questions.id}")
        found.setdefault((group, item), [0] * (sizes[item] + 1))[answer] += n
    counts = {key: Counts(tuple(row[1:]), row[0]) for key, row in found.items()}
    return Tally(_ordered(respondents, questions, by), counts, sizes)


def _ordered(respondents: dict[str, int], questions: QuestionSet, by: str) -> dict[str, int]:
    order = list(questions.role_labels) if by == "role" else []
    place = {name: index for index, name in enumerate(order)}
    return dict(sorted(respondents.items(), key=lambda pair: (place.get(pair[0], len(place)), pair[0])))
