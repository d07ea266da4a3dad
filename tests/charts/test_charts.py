"""Charts fit a phone, follow the page's colours and give a role the same colour everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import vl_convert

from ketenspiegel.charts.style import POOLED_COLOUR, ROLE_COLOURS, role_colours
from ketenspiegel.collection import collect
from ketenspiegel.lenses.average import average
from ketenspiegel.lenses.perspectives import perspectives
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally

EXAMPLES = Path(__file__).parents[2] / "assessments" / "voorbeelden" / "ketensamenwerking"


@pytest.fixture(scope="module")
def questions():
    return load_question_set("ketensamenwerking")


@pytest.fixture(scope="module")
def counts(questions):
    return tally(collect([EXAMPLES], questions).sheets, questions)


@pytest.mark.parametrize("lens", [average, perspectives])
@pytest.mark.parametrize("theme", [None, "regie", "co-creatie"])
def test_a_chart_fits_a_phone(lens, theme, counts, questions):
    svg = vl_convert.vegalite_to_svg(lens(counts, questions, theme).chart().to_json())
    assert int(re.search(r'width="(\d+)', svg)[1]) <= 360
    assert "currentColor" in svg
    assert "NaN" not in svg


@pytest.mark.parametrize("lens", [average, perspectives])
def test_a_chart_without_answers_says_so(lens, questions):
    svg = vl_convert.vegalite_to_svg(lens(tally([], questions), questions).chart().to_json())
    assert "antwoorden" in svg


@pytest.mark.parametrize("lens", [average, perspectives])
def test_a_chart_says_in_words_what_it_shows(lens, counts, questions):
    view = lens(counts, questions)
    assert view.chart().to_dict()["description"] == view.summary


def test_a_role_keeps_its_colour(counts, questions):
    for theme in (None, "regie"):
        rows = perspectives(counts, questions, theme).rows
        assert role_colours({row["group"]: row["place"] for row in rows}) == {
            label.nl: ROLE_COLOURS[place] for place, label in enumerate(questions.role_labels.values())
        }
    assert role_colours({"Kleine groepen samen": None}) == {"Kleine groepen samen": POOLED_COLOUR}
    assert len(set(ROLE_COLOURS)) == len(ROLE_COLOURS)


def test_the_examples_hide_a_split_behind_the_same_mean(counts, questions):
    means = {row["facet"]: row["mean"] for row in average(counts, questions).rows}
    split = {row["facet"]: row["split"] for row in perspectives(counts, questions).rows}
    assert means["Regie"] == pytest.approx(means["Veelpartijensamenwerking"], abs=0.1)
    assert (split["Regie"], split["Veelpartijensamenwerking"]) == (True, False)


@pytest.mark.parametrize("lens", [average, perspectives])
def test_what_is_drawn_on_screen_is_the_chart_that_fits_the_schema(lens, counts, questions):
    view = lens(counts, questions)
    drawn, checked = (json.dumps(spec) for spec in (view.spec(), view.chart().to_dict()))
    assert re.sub(r"view_\d+", "view", drawn) == re.sub(r"view_\d+", "view", checked)
