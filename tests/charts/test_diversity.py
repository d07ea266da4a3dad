"""A cell for every combination, in its own place, that says without colour whether anybody is there."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.charts.diversity import _hatch
from ketenspiegel.charts.style import WIDTH
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.diversity import diversity
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.methods.qca.calibration import Anchors
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

KEY = 3


def drawn(view):
    """Give all rows behind the chart."""
    return [row for rows in view.chart().to_dict()["datasets"].values() for row in rows]


def cells(view):
    return [row for row in drawn(view) if "x2" in row and "fill" in row]


def texts(view):
    return [row["text"] for row in drawn(view) if "text" in row and "x2" not in row]


def many(k, cases=42, **chosen):
    """Compare made-up cases on ``k`` conditions with long labels."""
    names = [f"m{at}" for at in range(k)]
    measures = {
        name: Measure(
            name, *[Text(nl=f"Maat {name} zoals ambtenaren, aanbieders en scholen die samen zien", en=name)] * 4
        )
        for name in (*names, "uit")
    }
    values = {
        f"Z{case}": {**{name: float((case * 5 + 3) >> at & 1) for at, name in enumerate(names)}, "uit": float(case % 2)}
        for case in range(cases)
    }
    anchors = dict.fromkeys(measures, Anchors(0.0, 0.4, 1.0))
    return diversity(Study(CaseTable(measures, values), Choice("uit", tuple(names), anchors=anchors, **chosen)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("k", [2, 3, 4])
def test_the_grid_has_a_cell_for_every_combination(svg_of, language, k):
    view = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS[:k])), language)
    svg_of(view)
    found = cells(view)
    assert len(found) == 2**k
    for cell in found:
        assert 0 <= cell["x"] < cell["x2"] <= WIDTH
        assert cell["x2"] - cell["x"] > 44
    for one, other in combinations(found, 2):
        beside = one["x2"] < other["x"] or other["x2"] < one["x"]
        assert beside or one["y2"] < other["y"] or other["y2"] < one["y"]


def test_every_cell_says_how_many_or_nobody():
    view = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    words = texts(view)
    assert words.count("niemand") == 6
    assert sorted(int(word) for word in words if word.isdigit()) == sorted(row["n"] for row in view.rows if row["n"])
    assert [word for word in words if word in "ABCD"] == ["A", "B", "C", "D"]


def test_cells_stand_where_their_heads_say():
    view = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    (cell,) = [cell for cell in cells(view) if cell["text"] == "Eikendal"]
    heads = [row for row in drawn(view) if row.get("text") in ("veel C", "weinig C", "veel D", "weinig D")]
    above = {row["text"] for row in heads if cell["x"] < row["x"] < cell["x2"]}
    assert "veel D" in above
    spanning = [row["text"] for row in heads if row["text"].endswith("C")]
    assert spanning == ["veel C", "weinig C"]
    middle = next(row["x"] for row in heads if row["text"] == "veel C")
    assert cell["x"] < middle
    (low,) = [row["y"] for row in drawn(view) if row.get("text") == "weinig A"]
    assert cell["y2"] < low
    beside = [
        row["text"] for row in drawn(view) if cell["y"] < row["y"] < cell["y2"] and row["x"] == 0 and "text" in row
    ]
    assert beside == ["weinig B"]


def test_the_outcome_shows_in_the_shape_and_not_only_in_colour():
    view = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    symbols = [(row["shape"], row["fill"] == "transparent") for row in drawn(view) if "shape" in row][KEY:]
    states = [row["state"] for row in view.rows if row["n"]]
    meaning = {"1": ("circle", False), "0": ("circle", True), "mixed": ("diamond", False)}
    assert symbols == [meaning[state] for state in states]
    assert len(set(states)) == 3


def test_five_conditions_with_long_labels_fit(svg_of):
    view = many(5, cases=18)
    svg = svg_of(view)
    assert len(cells(view)) == 32
    assert max(len(line) for text in texts(view) for line in text.split("\n")) <= 50
    assert svg.count(">niemand<") == 32 - 18


def test_what_the_answer_assumes_is_marked(svg_of):
    careful = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    daring = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS, kind="parsimonious")))
    assumed = sum(row["assumed"] for row in daring.rows)
    assert texts(daring).count("niemand\n(aanname)") == assumed > 0
    assert "aanname" in svg_of(daring)
    assert "aanname" not in svg_of(careful).lower()


def test_of_more_conditions_only_the_share_is_drawn(svg_of):
    view = many(6)
    svg = svg_of(view)
    occurring = len(view.rows)
    assert f"{occurring} van de 64 combinaties komen voor" in svg
    seen, empty = sorted(cells(view), key=lambda cell: cell["x"])
    assert seen["x2"] == pytest.approx(WIDTH * occurring / 64)
    assert empty["x"] == pytest.approx(seen["x2"])


def test_when_all_lie_on_a_border_it_says_so(svg_of):
    names = [f"m{at}" for at in range(6)]
    measures = {name: Measure(name, *[Text(nl=name, en=name)] * 4) for name in (*names, "uit")}
    values = {f"Z{case}": {**dict.fromkeys(names, 0.4), "uit": float(case % 2)} for case in range(42)}
    anchors = dict.fromkeys(measures, Anchors(0.0, 0.4, 1.0))
    view = diversity(Study(CaseTable(measures, values), Choice("uit", tuple(names), anchors=anchors)))
    assert "duidelijke combinatie" in svg_of(view)


@given(st.floats(20, 316), st.floats(10, 60))
def test_hatching_stays_within_its_cell_and_slants_alike(wide, tall):
    lines = _hatch(10, 20, wide, tall)
    assert lines
    for line in lines:
        for x, y in ((line["x"], line["y"]), (line["x2"], line["y2"])):
            assert 10 - 1e-6 <= x <= 10 + wide + 1e-6
            assert 20 - 1e-6 <= y <= 20 + tall + 1e-6
        assert line["x2"] - line["x"] == pytest.approx(line["y"] - line["y2"])
