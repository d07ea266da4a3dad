"""The grid of roles and levels: every cell has its number and its word."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results
from ketenspiegel.lenses.capacity import capacity
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-rollen.yaml")


@pytest.fixture(scope="module")
def report():
    dienst = {"dienst-opgave": 3.4, "dienst-koers": 3.6, "dienst-mensen": 2.9, "dienst-achter": 2.9}
    return Results({**dienst, "werkgever-opgave": 4.5, "werkgever-leren": 2.0})


def test_every_cell_says_how_it_is(svg_of, questions, report):
    svg = svg_of(capacity(report, questions))
    assert [svg.count(f">{word}<") for word in ("voldoende", "onder druk", "onvoldoende")] == [1, 1, 2]
    assert all(f">{text}<" in svg for text in ("Opgave", "Richting", "Uitvoering", "Werkgever", "3,4", "4,5"))


def test_one_role(svg_of, questions, report):
    assert "Werkgever" not in svg_of(capacity(report, questions, "dienst"))


def test_a_cell_without_answers_stays_uncoloured(svg_of, questions, sheet_of):
    svg = svg_of(capacity(tally([sheet_of(dienst_opgave=3, dienst_koers=4)], questions), questions))
    assert (svg.count(">voldoende<"), svg.count(">onvoldoende<")) == (1, 0)


def test_without_answers_it_says_so(svg_of, questions):
    assert "antwoorden" in svg_of(capacity(tally([], questions), questions))
