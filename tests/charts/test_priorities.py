"""The field of satisfaction and importance: numbered points, named quarters, the mark above."""

from __future__ import annotations

import pytest

from ketenspiegel.charts.labels import beside
from ketenspiegel.known_results import Results
from ketenspiegel.lenses.priorities import priorities
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally

FIELD = {
    "wachten-nu": 2.0,
    "wachten-lang": 2.0,
    "wachten-belang": 5.0,
    "taal-nu": 4.0,
    "taal-belang": 4.0,
    "balie-nu": 4.0,
    "balie-belang": 3.0,
}


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-tevreden.yaml")


@pytest.mark.parametrize("theme", [None, "wachten", "cijfer"])
def test_the_field_names_its_quarters_and_its_themes(svg_of, questions, theme):
    svg = svg_of(priorities(Results({**FIELD, "cijfer-alles": 7.2}), questions, theme))
    assert all(f">{words}<" in svg for words in ("Rapportcijfer 7,2", "verbeter eerst", "houd vast", "minder dringend"))
    assert ">1  Wachten (verbeter eerst)<" in svg
    assert ">2  Taal<" in svg
    assert (svg.count(' opacity="0.3"') == 2) is (theme == "wachten")


def test_without_a_mark_there_is_only_the_field(svg_of, questions):
    assert "Rapportcijfer" not in svg_of(priorities(Results(FIELD), questions))


def test_without_a_field_there_is_only_the_mark(svg_of, questions):
    assert ">Rapportcijfer 7,2<" in svg_of(priorities(Results({"cijfer-alles": 7.2}), questions))


def test_one_theme_has_a_field_too(svg_of, questions):
    svg_of(priorities(Results({"taal-nu": 5.0, "taal-belang": 5.0}), questions))


def test_numbers_are_written_in_the_language_of_the_reader(svg_of, questions):
    assert ">2,5<" in svg_of(priorities(Results(FIELD), questions))
    assert ">2.5<" in svg_of(priorities(Results(FIELD), questions, language="en"))


def test_points_on_the_same_place_get_different_labels():
    ways = beside([(100, 100)] * 4, (200, 200))
    assert len(set(ways)) == 4


def test_labels_stay_in_the_field():
    assert beside([(196, 100), (100, 4)], (200, 200)) == [(-13, 0), (0, 13)]


def test_without_answers_it_says_so(svg_of, questions):
    assert "antwoorden" in svg_of(priorities(tally([], questions), questions))
