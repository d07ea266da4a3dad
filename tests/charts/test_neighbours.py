"""Two marks per strip, in a shape and a colour of their own, and the outcome at the bottom of every pair."""

from __future__ import annotations

import pytest

from ketenspiegel.cases import CaseTable
from ketenspiegel.charts.neighbours import FIRST, LEFT, RIGHT, SECOND
from ketenspiegel.lenses.neighbours import neighbours
from ketenspiegel.lenses.study import Choice, Study
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)
SPECHTRADE = Choice(OUTCOME, CONDITIONS, own="Spechtrade")


def layers(view, mark):
    """Give the rows behind the layers with such a mark."""
    spec = view.chart().to_dict()
    return [spec["datasets"][each["data"]["name"]] for each in spec["layer"] if each["mark"]["type"] == mark]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("choice", [ALL, SPECHTRADE])
def test_pairs_are_drawn_with_a_heading_and_a_legend(svg_of, choice, language):
    view = neighbours(Study(fourteen(), choice), language)
    svg = svg_of(view)
    shown = dict.fromkeys((row["first"], row["second"]) for row in view.rows)
    if language == "nl":
        assert all(f">{first} en {second}<" in svg for first, second in shown)
    names = [case for pair in shown for case in pair]
    assert all(svg.count(f">{case}<") == names.count(case) for case in names)
    assert svg.count(">Tevreden over het<") == len(shown)


def test_marks_stand_where_the_memberships_are():
    view = neighbours(Study(fourteen(), SPECHTRADE))
    strips = {row["y"] for row in layers(view, "rule")[0]}
    assert len(strips) == len(view.rows)
    for which, marks in zip(("first", "second"), layers(view, "point"), strict=True):
        found = [(row["text"], row["x"]) for row in marks if row["y"] in strips]
        expected = [LEFT + (RIGHT - LEFT) * row[f"{which}_membership"] for row in view.rows]
        assert [case for case, _ in found] == [row[which] for row in view.rows]
        assert [x for _, x in found] == pytest.approx(expected)


def test_the_two_have_a_shape_and_a_colour_of_their_own():
    marks = [each["mark"] for each in neighbours(Study(fourteen(), ALL)).chart().to_dict()["layer"]]
    looks = [(mark["shape"], mark["color"]) for mark in marks if mark["type"] == "point"]
    assert looks == [("circle", FIRST), ("diamond", SECOND)]


def test_the_outcome_stands_below_a_line():
    view = neighbours(Study(fourteen(), Choice(OUTCOME, CONDITIONS, own="Klavermonde")))
    ((line,),) = [rows for rows in layers(view, "rule") if {row["x"] for row in rows} == {0}]
    words = {row["text"].split("\n")[0]: row["y"] for rows in layers(view, "text") for row in rows}
    assert words["Tevreden over het"] > line["y"] > words["Eensgezindheid over"] > words["Wederzijds begrip"]


def test_where_they_differ_is_bold(svg_of):
    svg = svg_of(neighbours(Study(fourteen(), SPECHTRADE)))
    bold = [line for line in svg.split("<text") if 'font-weight="bold"' in line]
    # Both outcomes, and the one condition in which the second pair differs.
    assert sum("Tevreden over het" in line for line in bold) == 2
    assert sum("Overlegdruk" in line for line in bold) == 1
    assert not any("Wederzijds" in line for line in bold)


def test_more_pairs_take_more_height():
    heights = [neighbours(Study(fourteen(), choice)).chart().to_dict()["height"] for choice in (SPECHTRADE, ALL)]
    assert heights[1] > 1.8 * heights[0]


def test_long_names_wrap_and_take_a_line_each_in_the_legend(svg_of):
    names = {"Duinakker": "Duinakker aan den Zuiderdijk", "Spechtrade": "Spechtrade en Ganzenmonde-Noord"}
    values = {names.get(case, case): row for case, row in fourteen().values.items()}
    view = neighbours(
        Study(CaseTable(fourteen().measures, values), Choice(OUTCOME, CONDITIONS, own=names["Spechtrade"]))
    )
    svg_of(view)
    first, second = (next(row for row in marks if row["x"] < 20) for marks in layers(view, "point"))
    assert second["y"] - first["y"] > 15


def test_no_pairs(svg_of):
    assert "Geen paren" in svg_of(neighbours(Study(fourteen(), Choice(OUTCOME, CONDITIONS, own="Eikendal"))))
