"""The Dutch municipalities that a respondent can choose from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "data" / "gemeenten-2026.csv"


@dataclass(frozen=True)
class Municipality:
    """One municipality: its CBS code (such as ``GM0014``), name, province, inhabitants and area in km²."""

    code: str
    name: str
    province: str
    inhabitants: int
    area: float


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Give all municipalities of 2026, by name.

    Source: see ``data/README.md``; the compilation does not document its own source.

    Examples
    --------
    >>> len(municipalities()), municipalities()[0].name
    (342, 'Aa en Hunze')
    """
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = [
            Municipality(
                code=row["code"],
                name=row["naam"],
                province=row["provincie"],
                inhabitants=int(row["inwoners"]),
                area=float(row["oppervlakte_km2"]),
            )
            for row in csv.DictReader(table)
        ]
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))
