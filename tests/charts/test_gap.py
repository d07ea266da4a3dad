"""The arrows from now to wanted."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results
from ketenspiegel.lenses.gap import gap
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-gewenst.yaml")


def arrows(view):
    """The arrows of a chart as where they start and where they end."""
    tables = view.chart().to_dict()["datasets"].values()
    return [(row["x"], row["x2"]) for rows in tables for row in rows if "tip" in row and row["tip"] == row["x2"]]


def test_an_arrow_points_at_what_is_wanted(svg_of, questions):
    values = {
        "sturen-nu": 1.0,
        "sturen-open": 1.0,
        "sturen-gewenst": 5.0,
        "verbinden-nu": 4.0,
        "verbinden-gewenst": 2.0,
    }
    view = gap(Results(values), questions)
    svg = svg_of(view)
    assert all(f">{words}<" in svg for words in ("Wat u nu ziet", "Wat u wilt", "nu 1,0, gewenst 5,0", "Verbinden"))
    assert [end > start for start, end in arrows(view)[:2]] == [True, False]


def test_no_arrow_where_nothing_or_next_to_nothing_lies_between(svg_of, questions):
    values = {"sturen-nu": 3.0, "sturen-open": 3.0, "verbinden-nu": 4.0, "verbinden-gewenst": 4.1}
    view = gap(Results(values), questions)
    assert ">nu 3,0, gewenst –<" in svg_of(view)
    assert arrows(view) == []


def test_nothing_to_draw_says_why(svg_of, questions):
    assert "antwoorden" in svg_of(gap(tally([], questions), questions))
    assert "niet naar gevraagd" in svg_of(gap(Results({"overig-tijd": 4.0}), questions, "overig"))
