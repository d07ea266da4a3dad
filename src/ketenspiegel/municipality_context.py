"""What is known of municipalities apart from any answer: how many people live there, how close, in which province."""

from __future__ import annotations

from collections.abc import Iterable

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.municipalities import named
from ketenspiegel.question_parts import Text

SOURCE = Text(nl="Over de gemeente", en="About the municipality")
INHABITANTS = Measure(
    "context/inhabitants",
    SOURCE,
    Text(nl="Aantal inwoners", en="Number of inhabitants"),
    Text(nl="veel inwoners", en="many inhabitants"),
    Text(nl="weinig inwoners", en="few inhabitants"),
    digits=0,
)
DENSITY = Measure(
    "context/density",
    SOURCE,
    Text(nl="Inwoners per km²", en="Inhabitants per km²"),
    Text(nl="veel inwoners per km²", en="many inhabitants per km²"),
    Text(nl="weinig inwoners per km²", en="few inhabitants per km²"),
    digits=0,
)
# A province divides municipalities only when it has so many of them, and as many lie outside.
LEAST_APART = 2
# The official name of this province, in tables of Statistics Netherlands, and the one in our list.
_FRIESLAND = {"Fryslân": "Friesland"}


def context(cases: Iterable[str]) -> CaseTable:
    """Give what is known of the cases that are municipalities of 2026; others, such as made-up ones, have no values.

    Source: see ``data/README.md``; the compilation does not document its own source. A table of Statistics
    Netherlands replaces it; see `ketenspiegel.case_tables`.

    Examples
    --------
    >>> context(["Almere", "Eikendal (verzonnen)"]).of("context/inhabitants")
    {'Almere': 232650.0}
    """
    found = {case: town for case in cases if (town := named(case))}
    values = {
        case: {INHABITANTS.id: float(town.inhabitants), DENSITY.id: town.inhabitants / town.area}
        for case, town in found.items()
    }
    table = CaseTable({INHABITANTS.id: INHABITANTS, DENSITY.id: DENSITY}, values) if found else CaseTable()
    return table.plus(provinces({case: town.province for case, town in found.items()}))


def provinces(of: dict[str, str]) -> CaseTable:
    """Make every province that divides the cases a measure: in it or not."""
    of = {case: _FRIESLAND.get(name, name) for case, name in of.items()}
    names = sorted(set(of.values()))
    counts = {name: sum(province == name for province in of.values()) for name in names}
    dividing = [name for name in names if LEAST_APART <= counts[name] <= len(of) - LEAST_APART]
    return CaseTable(
        {measure.id: measure for measure in map(_province, dividing)},
        {case: {_province(name).id: float(province == name) for name in dividing} for case, province in of.items()}
        if dividing
        else {},
    )


def _province(name: str) -> Measure:
    return Measure(
        f"context/province/{name.lower()}",
        SOURCE,
        Text(nl=f"Ligging in {name}", en=f"In {name}"),
        Text(nl=f"ligging in {name}", en=f"a place in {name}"),
        Text(nl=f"ligging buiten {name}", en=f"a place outside {name}"),
        crisp=True,
        digits=0,
    )
