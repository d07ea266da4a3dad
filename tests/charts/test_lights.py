"""The list of traffic lights: every light is named, and one of three lamps is lit."""

from __future__ import annotations

import pytest

from ketenspiegel.charts.style import LIGHTS
from ketenspiegel.known_results import Results
from ketenspiegel.lenses.lights import lights
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.mark.parametrize("theme", [None, "regie"])
def test_every_item_of_a_real_list_fits(svg_of, theme):
    questions = load_question_set("ketensamenwerking")
    values = {item: 1 + number % 5 for number, item in enumerate(questions.items)}
    svg = svg_of(lights(Results(values), questions, theme))
    items = 5 if theme else len(questions.items)
    assert sum(svg.count(f">{name}<") for name in ("groen", "oranje", "rood")) == items


def test_one_lamp_is_lit_and_named(svg_of, small):
    svg = svg_of(lights(Results({"samen-weten": 4.0, "sturen-besluit": 1.0}), small))
    assert {name: svg.count(f'fill="{colour}"') for name, colour in LIGHTS.items()} == {
        "green": 1,
        "orange": 0,
        "red": 1,
    }
    assert [svg.count(f">{words}<") for words in ("groen", "rood", "geen antwoord")] == [1, 1, 2]


def test_without_answers_it_says_so(svg_of, small):
    assert "antwoorden" in svg_of(lights(tally([], small), small))
