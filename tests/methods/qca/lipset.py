"""Lipset's data on the survival of democracies between the wars, and what the reference software makes of them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
CONDITIONS = ("DEV", "URB", "LIT", "IND", "STB")

_NUMBER = r"(\d\.\d{3}|-)"
_ROW = re.compile(rf"^ *(\d+)((?: +[01]){{5}}) +([01C?]) +(\d+) +{_NUMBER} +{_NUMBER} *(.*?) *$")
_PATH = re.compile(rf"^ *\d+ +(\S+) +{_NUMBER} +{_NUMBER} +{_NUMBER} +{_NUMBER} +(.+?) *$")
_WHOLE = re.compile(rf"^ +M1 +{_NUMBER} +{_NUMBER} +{_NUMBER} *$")
_SUPERSET = re.compile(rf"^ *\d+ +(\S.*?) +{_NUMBER} +{_NUMBER} +{_NUMBER} *$")


def lipset(kind):
    """Give per country the numbers or memberships, and the outcome; ``kind`` is raw, crisp or fuzzy."""
    with (DATA / f"lipset_{kind}.csv").open(encoding="utf-8", newline="") as file:
        rows = {name: [float(number) for number in rest] for name, *rest in list(csv.reader(file))[1:]}
    return {name: row[:-1] for name, row in rows.items()}, {name: row[-1] for name, row in rows.items()}


def results(title):
    """Give the part of the printed results under a title."""
    parts = (DATA / "lipset_results.txt").read_text(encoding="utf-8").split("== ")
    (found,) = [part for part in parts if part.startswith(title)]
    return found


def rows(text):
    """Give per row of a printed truth table its number, outcome, consistency, PRI and cases."""
    for line in text.splitlines():
        if match := _ROW.match(line):
            number, _, outcome, n, consistency, pri, cases = match.groups()
            names = tuple(cases.split(",")) if cases else ()
            assert len(names) == int(n)
            yield int(number), outcome, _value(consistency), _value(pri), names


def paths(text):
    """Give per term of a printed model the term, consistency, PRI, coverage, unique coverage and cases."""
    for line in text.splitlines():
        if match := _PATH.match(line):
            term, *numbers, cases = match.groups()
            yield term, *map(_value, numbers), tuple(tuple(row.split(",")) for row in cases.split("; "))


def whole(text):
    """Give consistency, PRI and coverage of a printed model."""
    (found,) = [match.groups() for line in text.splitlines() if (match := _WHOLE.match(line))]
    return tuple(map(_value, found))


def supersets(text):
    """Give per printed superset the expression, consistency, relevance and coverage."""
    for line in text.splitlines():
        if match := _SUPERSET.match(line):
            expression, *numbers = match.groups()
            yield expression, *map(_value, numbers)


def _value(text):
    return None if text == "-" else float(text)
