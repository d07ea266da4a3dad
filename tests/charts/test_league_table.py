"""A bar per place that begins at zero, and a bar per condition to the side that its correlation points to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.charts.league_table import AGAINST, LIST
from ketenspiegel.charts.style import POOLED_COLOUR, WIDTH
from ketenspiegel.lenses.league_table import league_table
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)


def bars(view):
    """Give the drawn bars: those of the list, and then those of the conditions."""
    return next(
        rows
        for rows in view.chart().to_dict()["datasets"].values()
        if rows and {"colour", "x", "x2"} <= set(rows[0]) and rows[0]["colour"] != "currentColor"
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_fourteen_municipalities(svg_of, language):
    svg = svg_of(league_table(Study(fourteen(), ALL), language))
    assert all(f">{case}<" in svg for case in fourteen().cases)
    assert svg.index(">Merelveste<") < svg.index(">Eikendal<") < svg.index(">Klavermonde<")
    assert f">{'4,2' if language == 'nl' else '4.2'}<" in svg


def test_bars_are_as_long_as_the_values(svg_of):
    view = league_table(Study(fourteen(), ALL))
    values = [row["value"] for row in view.rows if row["kind"] == "place"]
    long = [row["x2"] - row["x"] for row in bars(view)[:14]]
    assert [each / long[0] for each in long] == pytest.approx([value / values[0] for value in values])
    assert len({row["x"] for row in bars(view)[:14]}) == 1


def test_bars_of_conditions_go_from_the_middle_to_their_side():
    view = league_table(Study(fourteen(), ALL))
    ends = [(row["x"], row["x2"]) for row in bars(view)[14:]]
    taus = [row["tau"] for row in view.rows if row["kind"] == "condition"]
    half = WIDTH / 2
    assert ends == [pytest.approx(sorted((half, half + half * tau))) for tau in taus]
    assert [row["colour"] == AGAINST for row in bars(view)[14:]] == [tau < 0 for tau in taus]


def test_the_own_bar_stands_out_in_colour_and_in_bold(svg_of):
    view = league_table(Study(fourteen(), Choice(OUTCOME, own="Eikendal")))
    assert [row["colour"] for row in bars(view)][:3] == [POOLED_COLOUR, LIST, POOLED_COLOUR]
    bold = [line for line in svg_of(view).split("<text") if ">Eikendal<" in line]
    assert len(bold) == 1
    assert 'font-weight="bold"' in bold[0]


def test_values_below_zero_go_the_other_way(svg_of):
    words = [Text(nl="verschil", en="difference")] * 4
    values = {case: {"y": value} for case, value in (("Eikendal", 2.0), ("Hazelmonde", -1.0), ("Kwartelstad", 0.0))}
    view = league_table(Study(CaseTable({"y": Measure("y", *words)}, values), Choice("y")))
    svg_of(view)
    up, none, down = bars(view)
    assert up["x"] == none["x"] == none["x2"] == down["x2"]
    assert up["x2"] - up["x"] == pytest.approx(2 * (down["x2"] - down["x"]))


def test_long_names_wrap_and_stay_apart(svg_of):
    values = {f"Bevermonde aan den Zuiderdijk {n}": {"y": float(n)} for n in range(3)}
    words = [Text(nl="Eensgezindheid over ‘samen optrekken met aanbieders in de wijk’", en="Agreement")] * 4
    view = league_table(Study(CaseTable({"y": Measure("y", *words)}, values), Choice("y")))
    svg = svg_of(view)
    assert ">Bevermonde aan den<" in svg
    found = bars(view)
    assert all(b["y"] - a["y2"] > 15 for a, b in pairwise(found))


def test_only_an_outcome_has_no_part_about_conditions(svg_of):
    assert "Wat hangt ermee samen" not in svg_of(league_table(Study(fourteen(), Choice(OUTCOME))))
    assert "Wat hangt ermee samen" in svg_of(league_table(Study(fourteen(), ALL)))


def test_one_case_and_no_case(svg_of):
    assert ">Eikendal<" in svg_of(league_table(Study(fourteen().only(["Eikendal"]), ALL)))
    assert "gemeenten<" in svg_of(league_table(Study(fourteen().only([]), ALL)))
