"""All smallest choices of columns that together cover every row: exact, and bounded in steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, product
from math import prod

STEPS = 10_000_000


class TooManyCoversError(ValueError):
    """More covers than were asked for, or too long a search."""


def minimum_covers(columns: Sequence[int], rows: int, most: int, steps: int = STEPS) -> list[tuple[int, ...]]:
    """Give all covers with the fewest columns, in order.

    Rows that are covered whenever another row is, are left out; columns that cover the same of what remains are taken
    together; what then hangs together in no way is solved apart. None of this loses a smallest cover.

    Parameters
    ----------
    columns
        Per column the rows that it covers, as bits.
    rows
        The number of rows.
    most
        How many covers to give at most.
    steps
        How many rows to look at, over the whole search, before giving up.

    Raises
    ------
    ValueError
        When some row is in no column.
    TooManyCoversError
        When there are more than ``most`` covers, or ``steps`` do not suffice.

    Examples
    --------
    >>> minimum_covers([0b011, 0b110, 0b101], 3, 10)
    [(0, 1), (0, 2), (1, 2)]
    """
    needed = sum(1 << row for row in _hardest(_transposed(columns, rows)))
    alike: dict[int, list[int]] = {}
    for place, column in enumerate(columns):
        if column & needed:
            alike.setdefault(column & needed, []).append(place)
    budget = _Budget(steps)
    parts: list[list[tuple[int, ...]]] = []
    for part in _parts(list(alike)):
        found = _expanded(_smallest(part, budget), alike, most // prod(map(len, parts)), most)
        parts.append(found)
    return sorted(tuple(sorted(place for part in choice for place in part)) for choice in product(*parts))


def _expanded(
    covers: Iterator[tuple[int, ...]], alike: dict[int, list[int]], room: int, most: int
) -> list[tuple[int, ...]]:
    """Put, for every kind of column in a cover, each of the columns of that kind."""
    found: list[tuple[int, ...]] = []
    for cover in covers:
        if len(found) + prod(len(alike[kind]) for kind in cover) > room:
            raise TooManyCoversError(f"more than {most} formulas are equally short")
        found.extend(product(*(alike[kind] for kind in cover)))
    return found


def _transposed(columns: Sequence[int], rows: int) -> list[int]:
    """Give per row the columns that cover it, as bits."""
    width = len(columns) // 8 + 1
    found = [bytearray(width) for _ in range(rows)]
    for place, column in enumerate(columns):
        for row in _bits(column):
            found[row][place // 8] |= 1 << place % 8
    return [int.from_bytes(row, "little") for row in found]


def _hardest(by_row: Sequence[int]) -> list[int]:
    """Give the rows of which no other row's columns are a part; of rows with the same columns the first."""
    if not all(by_row):
        raise ValueError("some configuration is in none of the terms")
    kept: list[int] = []
    for row in sorted(range(len(by_row)), key=lambda row: (by_row[row].bit_count(), row)):
        if not any(by_row[other] & by_row[row] == by_row[other] for other in kept):
            kept.append(row)
    return sorted(kept)


def _parts(kinds: Sequence[int]) -> list[list[int]]:
    """Divide columns into parts that have no row in common."""
    parts: list[tuple[int, list[int]]] = []
    for kind in kinds:
        joined, members, apart = kind, [kind], []
        for rows, others in parts:
            if rows & kind:
                joined, members = joined | rows, others + members
            else:
                apart.append((rows, others))
        parts = [*apart, (joined, members)]
    return [members for _, members in parts]


class _Budget:
    """What may still be spent on a search."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise TooManyCoversError(
                "finding all shortest formulas takes too long: use fewer conditions or a higher frequency cut-off"
            )


def _smallest(kinds: Sequence[int], budget: _Budget) -> Iterator[tuple[int, ...]]:
    """Give all smallest covers from distinct columns: those of one column, or else those of two, and so on."""
    chart = _Chart(kinds)
    for size in count(1):
        covers = chart.covers(size, budget)
        first = next(covers, None)
        if first is not None:
            yield first
            yield from covers
            return


class _Chart:
    """Columns, and per row the columns that cover it."""

    def __init__(self, columns: Sequence[int]) -> None:
        self.columns = sorted(columns, key=lambda column: (-column.bit_count(), column))
        by_row = _transposed(self.columns, max(column.bit_length() for column in columns))
        # Other parts of the chart, and rows that need no looking at, leave rows empty here.
        self.by_row = {row: found for row, found in enumerate(by_row) if found}

    def covers(self, size: int, budget: _Budget) -> Iterator[tuple[int, ...]]:
        """Give the covers of exactly so many columns, for a size under which there are none."""
        yield from self._covers(frozenset(self.by_row), 0, size, budget)

    def _covers(self, rows: frozenset[int], refused: int, size: int, budget: _Budget) -> Iterator[tuple[int, ...]]:
        budget.spend(len(rows))
        open_to = sorted((self.by_row[row] & ~refused for row in rows), key=int.bit_count)
        if not open_to:
            yield ()
            return
        if _apart(open_to, size) > size:
            return
        if size == 1:
            for place in _bits(_common(open_to)):
                yield (self.columns[place],)
            return
        for place in _bits(open_to[0]):
            column = self.columns[place]
            left = frozenset(row for row in rows if not column >> row & 1)
            for rest in self._covers(left, refused, size - 1, budget):
                yield (column, *rest)
            # Covers with this column have all been given now.
            refused |= 1 << place


def _apart(open_to: Sequence[int], enough: int) -> int:
    """Count rows without a column in common: each needs one of its own, and a row without any counts as too many."""
    taken = apart = 0
    for columns in open_to:
        if not columns:
            return enough + 1
        if not columns & taken:
            taken |= columns
            apart += 1
            if apart > enough:
                break
    return apart


def _common(families: Sequence[int]) -> int:
    shared = families[0]
    for family in families:
        shared &= family
    return shared


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
