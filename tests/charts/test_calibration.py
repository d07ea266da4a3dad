"""Dots lie on the side of the line that they count on, none hides another, and words stay within the picture."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.charts.calibration_axis import axis_of, levels, sides
from ketenspiegel.charts.style import WIDTH
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.calibration import calibration
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.methods.qca.calibration import Anchors, membership
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

LETTER = 6


def drawn(view):
    """Give all rows behind the chart."""
    return [row for rows in view.chart().to_dict()["datasets"].values() for row in rows]


def dots(view):
    return [row for row in drawn(view) if "shape" in row and ": " in row["text"]]


def dots_of(view, heading, following):
    """Give the dots between two headings."""
    top, bottom = place(view, heading)[1], place(view, following)[1]
    return [row for row in drawn(view) if "shape" in row and top < row["y"] < bottom]


def place(view, text):
    (row,) = [row for row in drawn(view) if row.get("text") == text]
    return row["x"], row["y"]


def seen(**anchors):
    return calibration(Study(fourteen(), Choice(OUTCOME, CONDITIONS, anchors=anchors)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("k", [2, 4])
def test_it_fits(svg_of, language, k):
    svg = svg_of(calibration(Study(fourteen(), Choice(OUTCOME, CONDITIONS[:k])), language))
    assert svg.index(">Wederzijds begrip<") < svg.index("Tevreden over het resultaat<")


def test_equal_values_stay_visible():
    found = dots(seen())
    assert len(found) == 14 * 5
    assert len({(dot["x"], dot["y"]) for dot in found}) == 14 * 5


def test_much_is_on_the_left_when_the_anchors_fall():
    view = seen(druk=Anchors(14, 9.5, 5))
    line = place(view, "9,5")[0]
    of_load = dots_of(view, "Overlegdruk (uren per maand)", "Regie")
    assert len(of_load) == 14
    top = place(view, "Overlegdruk (uren per maand)")[1]
    words = {row["text"]: row["x"] for row in drawn(view) if "text" in row and top < row["y"] < top + 30}
    assert words["veel: 6"] < line < words["weinig: 8"]
    assert all((dot["fill"] != "transparent") == (dot["x"] < line) for dot in of_load)


def test_who_is_on_the_border_has_a_mark_of_its_own_and_a_name_beside_it():
    view = seen(regie=Anchors(2.0, 2.65, 4.0))
    (dot,) = [dot for dot in dots(view) if dot["shape"] == "diamond"]
    assert dot["text"] == "Duinakker: 2,6"
    x, y = place(view, "Duinakker")
    assert abs(x - dot["x"]) < 12
    assert abs(y + 6 - dot["y"]) < 3
    assert not any(dot["shape"] == "diamond" for dot in dots(seen()))


def test_a_far_value_is_drawn_at_the_edge_and_the_key_says_so(svg_of):
    table = fourteen()
    values = {case: {**row} for case, row in table.values.items()}
    values["Noordhaven"]["druk"] = 900
    choice = Choice(OUTCOME, CONDITIONS, anchors={"druk": Anchors(5, 9, 14)})
    view = calibration(Study(CaseTable(table.measures, values), choice))
    (far,) = [dot for dot in dots(view) if "triangle" in dot["shape"]]
    assert far["text"] == "Noordhaven: 900,0"
    assert far["x"] > WIDTH - 10
    assert "ligt nog verder weg" in svg_of(view)
    assert "ligt nog verder weg" not in svg_of(seen())


def test_long_names_and_labels_stay_within_the_picture(svg_of):
    table = fourteen()
    long = {case: f"{case} aan den Lange Dommelse Vaart" for case in table.cases}
    label = Text(nl="Regie zoals ambtenaren, aanbieders en scholen die samen zien", en="x")
    regie = Measure("regie", label, label, label, label)
    measures = {**table.measures, "regie": regie}
    study = Study(
        CaseTable(measures, {long[case]: row for case, row in table.values.items()}),
        Choice(OUTCOME, CONDITIONS, anchors={"regie": Anchors(1, 2.25, 4)}),
    )
    view = calibration(study)
    svg_of(view)
    heading = next(row["text"] for row in drawn(view) if row.get("text", "").startswith("Regie zoals"))
    assert "\n" in heading
    named = [row for row in drawn(view) if row.get("text", "").endswith("…")]
    assert len(named) == 5
    line = place(view, "2,25")[0]
    for row in named:
        wide = LETTER * len(row["text"])
        assert row["x"] - wide >= 0 if row["x"] < line else row["x"] + wide <= WIDTH


def test_a_crisp_measure_has_two_sides_and_no_numbers(svg_of):
    table = fourteen()
    words = Text(nl="Wijkteam", en="Team")
    values = {case: {**row, "team": float(row["regie"] > 3.5)} for case, row in table.values.items()}
    measures = {**table.measures, "team": Measure("team", words, words, words, words, crisp=True)}
    view = calibration(Study(CaseTable(measures, values), Choice(OUTCOME, ("team", "begrip"))))
    svg_of(view)
    assert place(view, "niet: 8")[0] < WIDTH / 2 < place(view, "wel: 6")[0]
    of_team = [dot["x"] for dot in dots_of(view, "Wijkteam", "Wederzijds begrip")]
    assert (sum(x < WIDTH / 2 for x in of_team), sum(x > WIDTH / 2 for x in of_team)) == (8, 6)
    numbers = [row["y"] for row in drawn(view) if re.fullmatch(r"\d+,\d+", row.get("text", ""))]
    assert min(numbers) > place(view, "Wederzijds begrip")[1]


anchors_of = st.tuples(st.floats(-50, 50), st.floats(0.1, 50), st.floats(0.1, 50)).map(
    lambda each: Anchors(each[0] - each[1], each[0], each[0] + each[2])
)


@given(anchors_of, st.booleans(), st.lists(st.floats(-1000, 1000), min_size=1, max_size=20))
def test_the_axis_keeps_all_in_the_picture_and_every_value_on_its_side(anchors, falls, values):
    anchors = Anchors(*anchors[::-1]) if falls else anchors
    rows = [
        {**anchors._asdict(), "value": value, "case": f"Z{at}", "close": 0.4 < membership(value, anchors) < 0.6}
        for at, value in enumerate(values)
    ]
    axis = axis_of(rows)
    assert axis.x(anchors.crossover) == pytest.approx(axis.at)
    assert 80 <= axis.at <= WIDTH - 80
    assert not (axis.beyond(anchors.out) or axis.beyond(anchors.full))
    for value in values:
        assert 0 <= axis.x(value) <= WIDTH
        assert (axis.x(value) - axis.at) * (value - anchors.crossover) >= 0
        near = abs(value - anchors.crossover) <= min(abs(each - anchors.crossover) for each in (anchors[0], anchors[2]))
        assert not (near and axis.beyond(value))
    left, right = sides(rows)
    assert {row["case"] for row in (*left, *right)} <= {row["case"] for row in rows if row["close"]}


@given(st.lists(st.floats(0, WIDTH), max_size=30).map(sorted), st.floats(1, 12))
def test_dots_on_one_level_do_not_touch_and_none_floats(places, wide):
    found = levels(places, wide)
    for (one, level), (other, same) in combinations(zip(places, found, strict=True), 2):
        assert level != same or other - one >= wide - 1e-9
    for at, level in enumerate(found):
        below = [places[other] for other in range(at) if found[other] == level - 1]
        assert level == 0 or any(places[at] - each < wide for each in below)
