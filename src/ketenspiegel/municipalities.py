"""The Dutch municipalities that a respondent can choose from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

_TABLE = Path(__file__).parent / "data" / "gemeenten-2026.csv"
_OTHER_NAMES = {"s-gravenhage": "den haag", "den bosch": "s-hertogenbosch"}
# How the province is written behind the name of a municipality that there is, or was, in another province too.
_SHORT = {
    "Drenthe": ("d", "dr"),
    "Flevoland": ("fl",),
    "Friesland": ("fr", "fryslân"),
    "Gelderland": ("gld",),
    "Groningen": ("gr",),
    "Limburg": ("l",),
    "Noord-Brabant": ("nb",),
    "Noord-Holland": ("nh",),
    "Overijssel": ("o", "ov"),
    "Utrecht": ("u", "ut"),
    "Zeeland": ("z", "zl"),
    "Zuid-Holland": ("zh",),
}
_LEFT_OUT = str.maketrans("", "", ".'‘’`´")


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


def named(name: str) -> Municipality | None:
    """Find a municipality by its name, in the spellings that go about, or by its CBS code.

    Examples
    --------
    >>> [town.name for town in (named("gemeente ALMERE"), named("GM0014 "), named("Bergen (NH.)")) if town]
    ['Almere', 'Groningen', 'Bergen (NH)']
    >>> named("Eikendal"), named("Groningen (PV)")
    (None, None)
    """
    return _by_name().get(_key(name))


@cache
def _by_name() -> dict[str, Municipality]:
    found = {key: town for town in municipalities() for key in _keys(town)}
    return found | {other: found[name] for other, name in _OTHER_NAMES.items()}


def _keys(town: Municipality) -> list[str]:
    name = _key(town.name)
    behind = (town.province.casefold(), *_SHORT[town.province])
    return [name, _key(town.code), *(f"{name.partition(' (')[0]} ({each})" for each in behind)]


def _key(name: str) -> str:
    """Leave out of a name what people write in different ways; accents too can be written in two ways."""
    plain = normalize("NFC", name).casefold().translate(_LEFT_OUT)
    return " ".join(plain.split()).removeprefix("gemeente ").removesuffix(" (gemeente)")
