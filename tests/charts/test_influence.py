"""A map is drawn without anything on top of anything else, and every picture in its list shows arrows."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from ketenspiegel.charts.network import NODE_HEIGHT, NODE_WIDTH, around, arrow, node_label
from ketenspiegel.charts.style import WIDTH
from ketenspiegel.lenses.influence import influence
from ketenspiegel.questions import load_question_set
from tests.lenses.maps import sheet


@pytest.mark.parametrize("n", range(3, 21))
def test_nodes_stay_apart_and_inside(n):
    height = max(430, 44 * n)
    places = around(n, WIDTH, height)
    for x, y in places:
        assert NODE_WIDTH / 2 <= x <= WIDTH - NODE_WIDTH / 2
        assert NODE_HEIGHT / 2 <= y <= height - NODE_HEIGHT / 2
    for (x1, y1), (x2, y2) in combinations(places, 2):
        assert abs(x1 - x2) >= NODE_WIDTH or abs(y1 - y2) >= NODE_HEIGHT


@pytest.mark.parametrize("n", [3, 12, 13])
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


def test_the_list_steps_through_pictures_that_each_have_arrows(data, svg_of):
    arrows = {"praten drukte": 2, "drukte afstemming": -2, "afstemming praten": -2, "praten afstemming": 1}
    view = influence([sheet("vak", arrows)] * 3, load_question_set(data / "klein-kaart.yaml"))
    (choice,) = view.chart().to_dict()["params"]
    assert choice["bind"]["options"] == list(dict.fromkeys(r["picture"] for r in view.rows if r["what"] == "arrow"))
    assert choice["value"] == "Wat de meesten zien"
    assert "Kring 2: versterkt zichzelf" in choice["bind"]["options"]
    assert "Oplossing die het erger maakt" in choice["bind"]["options"]
    svg_of(view)
