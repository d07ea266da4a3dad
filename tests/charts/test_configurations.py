"""A circle per condition and combination, filled or open, beside those who have it, road by road."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.charts.style import WIDTH
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.configurations import configurations
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

LONG = "Eensgezindheid over samen optrekken met aanbieders, scholen en verwijzers in de wijk"
NAMES = ("Bevermonde aan den Zuiderdijk en de Vaart", "Hazelmonde", "Noordhaven-Buitendijks", "Westerveen")


def drawn(view):
    """Give all rows behind the chart."""
    return [row for rows in view.chart().to_dict()["datasets"].values() for row in rows]


def circles(view):
    """Give the circles, but for the two that explain what they are."""
    return [row for row in drawn(view) if "filled" in row][2:]


def texts(view):
    return [row for row in drawn(view) if "text" in row]


def bars(view):
    return [row for row in drawn(view) if "colour" in row]


def with_long_names(conditions, cases):
    """Compare cases that differ by turns, with long labels and names."""
    names = [f"m{at}" for at in range(conditions)]
    measures = {
        name: Measure(name, *[Text(nl=f"{LONG} {name}", en=f"{LONG} {name}")] * 4, crisp=True) for name in (*names, "y")
    }
    values = {
        f"{NAMES[case % 4]} {case}": {
            **{name: float(case >> at & 1) for at, name in enumerate(names)},
            "y": float(case % 3 == 0),
        }
        for case in range(cases)
    }
    return Study(CaseTable(measures, values), Choice("y", tuple(names)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("conditions", [2, 3, 4])
def test_fourteen_municipalities(svg_of, language, conditions):
    view = configurations(Study(fourteen(), Choice(OUTCOME, CONDITIONS[:conditions])), language)
    svg = svg_of(view)
    assert all(case in svg for case in fourteen().cases)
    assert len(circles(view)) == conditions * len(view.table_rows)


def test_circles_are_filled_where_there_is_much():
    view = configurations(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    (y,) = {row["y"] for row in texts(view) if row["text"] == "Bevermonde, Lijsterwaard,\nNoordhaven"}
    line = sorted((row["x"], row["filled"]) for row in circles(view) if row["y"] - 10 < y < row["y"])
    assert [filled for _, filled in line] == [0.0, 1.0, 1.0, 1.0]


def test_every_line_of_circles_is_that_of_its_combination():
    view = configurations(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    by_line: dict[float, list[tuple[float, bool]]] = {}
    for row in circles(view):
        by_line.setdefault(row["y"], []).append((row["x"], row["filled"] == 1))
    found = [[filled for _, filled in sorted(line)] for _, line in sorted(by_line.items())]
    assert found == list({row["configuration"]: row["present"] for row in view.rows}.values())


def test_circles_stand_under_their_letters():
    view = configurations(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    letters = [row for row in texts(view) if row["text"] in tuple("ABCD")]
    assert [row["text"] for row in letters[:4]] == list("ABCD")
    for key, label in zip(letters[:4], view.rows[0]["conditions"], strict=True):
        assert [row["y"] for row in texts(view) if row["text"].replace("\n", " ") == label] == [key["y"]]
    assert {row["text"]: row["x"] for row in letters[4:]} == dict(
        zip("ABCD", sorted({row["x"] for row in circles(view)}), strict=True)
    )


def test_a_block_with_a_bar_of_its_own_for_every_road(svg_of):
    view = configurations(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    found = bars(view)
    assert len(found) == 4
    assert all(one["y2"] < other["y"] for one, other in pairwise(found))
    assert [row["colour"] for row in found[:2]] == [found[0]["colour"]] * 2
    assert len({row["colour"] for row in found}) == 3
    svg = svg_of(view)
    assert svg.index("Weg 1: ") < svg.index("Weg 2: ") < svg.index("Zelfde combinatie") < svg.index("Niet of te weinig")


def test_how_it_goes_is_said_and_not_only_coloured(svg_of):
    svg = svg_of(configurations(Study(fourteen(), Choice(OUTCOME, CONDITIONS))))
    for case in ("Duinakker (wel)", "Spechtrade (niet)", "Zilverwoude (niet)"):
        assert case in re.sub(r"</tspan><tspan[^>]*>", " ", svg)


@pytest.mark.parametrize(("conditions", "cases"), [(2, 4), (3, 10), (4, 14), (5, 18)])
def test_long_names_stay_within_the_picture_and_apart(svg_of, conditions, cases):
    study = with_long_names(conditions, cases)
    assert study.obstacle == ""
    view = configurations(study)
    svg_of(view)
    for row in texts(view):
        widest = max(len(line) for line in row["text"].split("\n"))
        assert row["x"] + 7 * widest <= WIDTH
    names = sorted(
        (row["y"], row["text"]) for row in texts(view) if row["text"].startswith(tuple(name[:10] for name in NAMES))
    )
    assert all(y + 15 * (text.count("\n") + 1) < below for (y, text), (below, _) in pairwise(names))
    assert max(row["y"] + 15 * (row["text"].count("\n") + 1) for row in texts(view)) <= view.chart().to_dict()["height"]


def test_when_all_are_on_a_border_it_says_so(svg_of):
    measures = {name: Measure(name, *[Text(nl=name, en=name)] * 4, crisp=True) for name in "ABY"}
    values = {f"Z{at}": {"A": 0.5, "B": float(at % 2), "Y": float(at > 1)} for at in range(4)}
    view = configurations(Study(CaseTable(measures, values), Choice("Y", ("A", "B"))))
    assert view.rows == []
    assert "duidelijke combinatie" in svg_of(view)
