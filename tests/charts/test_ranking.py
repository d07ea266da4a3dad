"""The list of bars: the first three under the heading of the ambition, and no traffic lights."""

from __future__ import annotations

import pytest

from ketenspiegel.charts.style import LIGHTS
from ketenspiegel.known_results import Results
from ketenspiegel.lenses.ranking import ranking
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.mark.parametrize("theme", [None, "regie"])
def test_a_real_list_fits(svg_of, theme):
    questions = load_question_set("ketensamenwerking")
    values = {item: 1 + number % 9 / 2 for number, item in enumerate(questions.items)}
    svg = svg_of(ranking(Results(values), questions, theme))
    assert svg.index("De gezamenlijke ambitie<") < svg.index(">Daarna<")
    assert not any(colour in svg for colour in LIGHTS.values())


def test_without_a_top_there_is_no_heading(svg_of, small):
    svg = svg_of(ranking(Results(dict.fromkeys(small.items, 3.0)), small))
    assert "<text" in svg
    assert "ambitie" not in svg
    assert "Daarna" not in svg


def test_without_answers_it_says_so(svg_of, small):
    assert "antwoorden" in svg_of(ranking(tally([], small), small))
