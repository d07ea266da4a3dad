"""Every lens of every question set draws its example answers so that they fit a phone, in Dutch and in English."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from ketenspiegel.collection import collect
from ketenspiegel.lenses.looking import Answers, look
from ketenspiegel.questions import available_question_sets, load_question_set

EXAMPLES = Path(__file__).parents[2] / "assessments" / "voorbeelden"
LOOKS = [
    (name, lens)
    for name in available_question_sets()
    for lens in (load_question_set(name).simple, *load_question_set(name).complex)
]


@pytest.fixture(scope="module")
def answers():
    found = {}
    for name in available_question_sets():
        questions = load_question_set(name)
        collection = collect([EXAMPLES / name], questions)
        assert not collection.refused
        found[name] = Answers(collection.sheets, questions)
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("name", "lens"), LOOKS)
def test_the_examples_are_drawn(name, lens, language, answers, svg_of):
    view = look(lens, answers[name], answers[name].questions, None, language)
    assert view.rows
    assert view.table()
    assert "{" not in " ".join((view.title, view.summary, *view.findings, *view.questions, *view.notes))
    svg_of(view)


@pytest.mark.parametrize(("name", "lens"), [each for each in LOOKS if load_question_set(each[0]).subjects])
def test_one_theme_or_intervention_is_drawn_too(name, lens, answers, svg_of):
    questions = answers[name].questions
    svg_of(look(lens, answers[name], questions, list(questions.subjects)[-1], "nl"))


@pytest.mark.parametrize("name", available_question_sets())
def test_every_example_has_a_simple_conclusion_and_a_question_to_talk_about(name, answers):
    questions = answers[name].questions
    views = [look(lens, answers[name], questions, None, "nl") for lens in (questions.simple, *questions.complex)]
    assert views[0].findings
    assert not views[0].questions
    assert any(view.questions for view in views[1:])


def test_a_picture_of_rounds_fits_too(answers, svg_of):
    questions = answers["ketensamenwerking"].questions
    sheets = answers["ketensamenwerking"].sheets
    later = [sheet.model_copy(update={"round": "2027-10", "id": f"{n:032x}"}) for n, sheet in enumerate(sheets)]
    view = look("rounds", Answers([*sheets, *later], questions), questions, None, "nl")
    assert view.rows
    svg_of(view)
    pieces = [row for rows in view.chart().to_dict()["datasets"].values() for row in rows if "start" in row]
    bars = {}
    for piece in pieces:
        bars.setdefault((piece["facet"], piece["group"], piece["round"]), []).append(piece)
    for bar in bars.values():
        assert bar[0]["start"] == 0
        assert bar[-1]["end"] == pytest.approx(1)
        assert all(left["end"] == pytest.approx(right["start"]) for left, right in pairwise(bar))
