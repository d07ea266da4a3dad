"""What the columns of a table about municipalities are, and what numbers stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10
from typing import Literal

from ketenspiegel.municipalities import named
from ketenspiegel.survey_headers import plain, withheld

Kind = Literal[
    "case", "region", "code", "period", "province", "inhabitants", "density", "number", "personal", "text", ""
]
Mark = Literal[".", ",", ""]
MAX_DECIMALS = 4

_CASE = {
    "gemeente",
    "gemeenten",
    "gemeentenaam",
    "naam gemeente",
    "municipality",
}
_NAME = {"naam", "name"}
_CODE = {"regios", "code", "gemeentecode", "code gemeente", "gm-code", "gmcode", "cbs-code", "municipality code"}
_PERIOD = {"perioden", "periode", "periods", "jaar", "year", "ronde", "round"}
_PROVINCE = {"provincie", "provincienaam", "province"}
_INHABITANTS = {
    "totale bevolking",
    "totalebevolking",
    "inwonertal",
    "aantal inwoners",
    "inwoners",
    "inhabitants",
    "population",
}
_DENSITY = {"bevolkingsdichtheid", "inwoners per km2", "population density"}
_REGIONS = {"regios", "regions"}
_REGION = {"regio", *_REGIONS}
_GM = re.compile(r"^GM\d{4}$", re.I)
_GROUPED = {
    ".": re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?"),
    ",": re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?"),
}
# What Statistics Netherlands and survey tools write where there is no figure.
_NONE = {"", ".", "-", "x", "*", "n/a", "na", "nvt", "n.v.t.", "onbekend", "unknown"}
_YES_NO = {"ja": 1.0, "nee": 0.0, "yes": 1.0, "no": 0.0, "waar": 1.0, "onwaar": 0.0, "true": 1.0, "false": 0.0}


@dataclass(frozen=True)
class CaseColumn:
    """A column: its place, its header, the last part of that header, and what it holds.

    ``thousands`` is the mark that stands between thousands, ``official`` tells that the header is that of a table of
    Statistics Netherlands.
    """

    at: int
    header: str
    label: str
    kind: Kind
    thousands: Mark = ""
    official: bool = False


def case_columns(rows: Sequence[Sequence[str]]) -> list[CaseColumn]:
    """Tell what every column holds, from its header and from what stands in it; the first row holds the headers.

    Of a path of topics, in a table of Statistics Netherlands, the last part counts.

    Examples
    --------
    >>> [column.kind for column in case_columns([["Gemeente", "Wachttijd (weken)"], ["Eikendal", "7,5"]])]
    ['case', 'number']
    """
    if not rows:
        return []
    paths = any(_bare(header) in _REGIONS for header in rows[0])
    return [
        _column(at, header, [row[at] if at < len(row) else "" for row in rows[1:]], paths)
        for at, header in enumerate(rows[0])
    ]


def lacking(cell: str) -> bool:
    """Tell whether a cell says that there is no figure.

    Examples
    --------
    >>> lacking("       ."), lacking("0")
    (True, False)
    """
    return cell.strip().casefold() in _NONE


def number(cell: str, *, thousands: Mark = "") -> float | None:
    """Read a number as people and Statistics Netherlands write it; None where there is none.

    Parameters
    ----------
    cell
        Such as ``"7,5"``, ``"  25445"``, ``"12 %"`` or ``"ja"`` (1) and ``"nee"`` (0).
    thousands
        The mark that stands between thousands in its column, where the cell does not tell that itself.

    Raises
    ------
    ValueError
        When something else stands there.

    Examples
    --------
    >>> number("7,5"), number("  53.6"), number("31.400", thousands="."), number("."), number("ja")
    (7.5, 53.6, 31400.0, None, 1.0)
    """
    text = _squeezed(cell)
    if text in _NONE:
        return None
    if text in _YES_NO:
        return _YES_NO[text]
    between = _between_thousands(text) or thousands
    if between and _GROUPED[between].fullmatch(text):
        text = text.replace(between, "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", text) or not isfinite(float(text)):
        raise ValueError(cell)
    return float(text)


def decimals(values: Iterable[float]) -> int:
    """Give with how many decimals people read numbers: two figures of what lies between them, and no zeros behind.

    Examples
    --------
    >>> decimals([7.5, 3.0]), decimals([31000.0, 28000.0]), decimals([0.03, 0.125]), decimals([10 / 3, 9.0])
    (1, 0, 3, 1)
    """
    found = sorted(values)
    spread = found[-1] - found[0]
    most = min(MAX_DECIMALS, max(0, 1 - floor(log10(spread)))) if spread else MAX_DECIMALS
    exact = (n for n in range(most) if all(abs(round(each, n) - each) < 1e-9 for each in found))
    return next(exact, most)


def _squeezed(cell: str) -> str:
    """Leave out of a cell its blanks and its unit."""
    return "".join(cell.split()).strip("€%").replace("\u2212", "-").casefold()


def _column(at: int, header: str, cells: Sequence[str], paths: bool) -> CaseColumn:
    *topics, label = (part.strip() for part in header.split("/")) if paths else (header.strip(),)
    kind = _kind(label, [_bare(topic) for topic in topics], cells)
    return CaseColumn(at, header.strip(), label, kind, _mark(map(_squeezed, cells)), _bare(label) in _REGIONS)


def _bare(label: str) -> str:
    """Leave out of a header its unit in brackets, its number, and what people write in different ways."""
    text = re.sub(r"[’‘'`´]", "", plain(label))
    return re.sub(r"\s*\([^)]*\)$|_\d+$", "", text).replace("²", "2")


def _kind(label: str, topics: Sequence[str], cells: Sequence[str]) -> Kind:
    bare = _bare(label)
    if bare == "naam" and topics:
        # Under a topic stand the names of larger regions too.
        bare = "provincie" if topics[-1].startswith("provincie") else "gemeente" if "gemeenten" in topics[-1] else "id"
    filled = [cell.strip() for cell in cells if cell.strip()]
    if bare in _CODE and filled and any(_GM.match(cell) for cell in filled):
        return "code"
    by_name: list[tuple[set[str], Kind]] = [
        (_CASE, "case"),
        (_REGION, "region"),
        (_PERIOD, "period"),
        (_PROVINCE, "province"),
        (_INHABITANTS, "inhabitants"),
        (_DENSITY, "density"),
    ]
    for names, kind in by_name:
        if bare in names:
            return kind
    if not filled or bare in ("id", "omschrijving", *_CODE):
        return ""
    if bare in _NAME and sum(named(cell) is not None for cell in filled) * 2 > len(filled):
        return "case"
    if bare in _NAME and plain(label) not in _NAME:
        # One of the many columns called Naam_2, Naam_29 and so on, with the names of larger regions.
        return ""
    if withheld(label, filled):
        return "personal"
    return "number" if sum(map(_is_number, filled)) * 2 > len(filled) else "text"


def _is_number(cell: str) -> bool:
    try:
        return number(cell) is not None or plain(cell) in _NONE
    except ValueError:
        return False


def _mark(cells: Iterable[str]) -> Mark:
    """Tell which mark stands between thousands, from what all numbers in a column look like.

    One number that can be read in one way only tells it; otherwise points with three figures behind each of them, all
    down the column, stand between thousands. So a comma is a decimal comma, unless something else tells otherwise.
    """
    marked = [cell for cell in cells if "." in cell.strip(".") or "," in cell]
    told: set[Mark] = {mark for cell in marked if (mark := _between_thousands(cell)) and _GROUPED[mark].fullmatch(cell)}
    if told:
        return told.pop() if len(told) == 1 else ""
    dotted = [cell for cell in marked if "." in cell]
    return "." if dotted and all(_GROUPED["."].fullmatch(cell) for cell in dotted) else ""


def _between_thousands(text: str) -> Mark:
    """Tell which mark stands between thousands in one number; empty when it can be read in two ways."""
    if "." in text and "," in text:
        return "." if text.rindex(",") > text.rindex(".") else ","
    return "." if text.count(".") > 1 else "," if text.count(",") > 1 else ""
