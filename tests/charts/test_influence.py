"""A map is drawn without anything on top of anything else, and every picture in its list shows arrows."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from ketenspiegel.charts.network import NODE_HEIGHT, NODE_WIDTH, around, arrow, node_label
from ketenspiegel.charts.style import WIDTH
from ketenspiegel.lenses.expectation import expectation
from ketenspiegel.lenses.influence import influence
from ketenspiegel.lenses.interventions import interventions
from ketenspiegel.questions import load_question_set
from tests.lenses.maps import sheet


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-kaart.yaml")


@pytest.mark.parametrize("n", range(3, 21))
def test_nodes_stay_apart_and_inside(n):
    height = max(430, 44 * n)
    places = around(n, WIDTH, height)
    for x, y in places:
        assert NODE_WIDTH / 2 <= x <= WIDTH - NODE_WIDTH / 2
        assert NODE_HEIGHT / 2 <= y <= height - NODE_HEIGHT / 2
    for (x1, y1), (x2, y2) in combinations(places, 2):
        assert abs(x1 - x2) >= NODE_WIDTH or abs(y1 - y2) >= NODE_HEIGHT


@pytest.mark.parametrize("n", range(3, 21))
def test_arrows_run_from_border_to_border_and_back_beside_each_other(n):
    height = max(430, 44 * n)
    for start, end in permutations(around(n, WIDTH, height), 2):
        path = arrow(start, end, WIDTH, height)
        for node in (start, end):
            assert all(
                abs(x - node[0]) >= NODE_WIDTH / 2 or abs(y - node[1]) >= NODE_HEIGHT / 2 for x, y in path.points
            )
        assert path.beside != arrow(end, start, WIDTH, height).beside


def test_long_names_fit_in_a_node():
    assert node_label("Resultaat voor gezin") == "Resultaat\nvoor gezin"
    assert all(len(row) <= 14 for row in node_label("Personeelsverloop in de hele regio samen").split("\n"))


def test_the_list_steps_through_pictures_that_each_have_arrows(questions, svg_of):
    arrows = {"praten drukte": 2, "drukte afstemming": -2, "afstemming praten": -2, "praten afstemming": 1}
    view = influence([sheet("vak", arrows)] * 3, questions)
    (choice,) = view.chart().to_dict()["params"]
    assert choice["bind"]["options"] == list(dict.fromkeys(r["picture"] for r in view.rows if r["what"] == "arrow"))
    assert choice["value"] == "Wat de meesten zien"
    assert "Kring 2: versterkt zichzelf" in choice["bind"]["options"]
    assert "Oplossing die het erger maakt" in choice["bind"]["options"]
    svg_of(view)


def test_every_arrow_joins_factors_that_are_drawn(questions, svg_of):
    rare, common = {"own-geld": "Geld"}, {"own-tijd": "Tijd"}
    sheets = [sheet("vak", {"own-tijd hulp": 2, "hulp own-tijd": 1, "praten drukte": 1}, names=common)] * 3
    sheets += [sheet("gezin", {"own-geld hulp": -1, "hulp own-geld": 2, "praten drukte": -1}, names=rare)] * 2
    view = influence(sheets, questions)
    drawn = {row["factor"] for row in view.rows if row["what"] == "factor"}
    ends = {row[end] for row in view.rows if row["what"] == "arrow" for end in ("source", "target")}
    assert ends == {"own-tijd", "hulp", "praten", "drukte"}
    assert ends <= drawn
    svg_of(view)


def test_more_of_something_has_not_the_colour_of_better(questions):
    def colours(theme):
        parts = interventions([sheet("vak", {"praten afstemming": 2})] * 3, questions, theme).chart()
        return {part["colour"] for part in parts.to_dict()["datasets"]["rows-0"] if "n" in part}

    better, rises = colours(None), colours("overleg")
    assert "#0072B2" in better
    assert not rises & {"#0072B2", "#D55E00"}


def test_causes_are_drawn_where_there_are_no_interventions(questions, svg_of):
    bare = questions.influences.model_copy(update={"interventions": ()})
    without = questions.model_copy(update={"influences": bare})
    assert ">Drukte<" in svg_of(expectation([sheet("vak", {"drukte hulp": -2})], without))
    assert "Geen ingrepen om te tekenen" in svg_of(expectation([], without))
