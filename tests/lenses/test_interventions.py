"""What interventions do on maps of which one can tell beforehand how they go."""

from __future__ import annotations

from math import nan

import pytest

from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.interventions import interventions
from ketenspiegel.lenses.interventions_runs import DRAWS, _outcome, try_all
from ketenspiegel.methods.cognitive_effects import Effect
from ketenspiegel.questions import Intervention, load_question_set
from tests.lenses.maps import sheet

HELPS = {"praten afstemming": 2, "afstemming hulp": 2}
HARMS = {"praten afstemming": -2, "afstemming hulp": 2}
BALANCING = {"praten afstemming": 2, "afstemming praten": -2}
REINFORCING = {"praten drukte": 2, "drukte praten": 2}


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-kaart.yaml")


def tried(sheets, questions, name="overleg"):
    return try_all(Maps(sheets, questions))[name]


def counts(votes):
    return votes.rises, votes.falls, votes.stays, votes.undecided


def test_a_sure_way_up_a_sure_way_down_and_no_way(questions):
    found = tried([sheet("vak", HELPS), sheet("vak", HARMS), sheet("vak", {"drukte hulp": 1})], questions)
    assert counts(found.votes["afstemming"]) == (1, 1, 1, 0)
    assert counts(found.votes["hulp"]) == (1, 1, 1, 0)
    assert counts(found.votes["drukte"]) == (0, 0, 3, 0)
    assert found.without_arrow == 1
    assert "praten" not in found.votes
    other = tried([sheet("vak", HELPS)], questions, "stil")
    assert counts(other.votes["hulp"]) == (0, 1, 0, 0)


def test_two_ways_that_balance_are_undecided(questions):
    arrows = {"praten afstemming": 1, "praten drukte": 1, "drukte hulp": -1, "afstemming hulp": 1}
    assert counts(tried([sheet("vak", arrows)], questions).votes["hulp"]) == (0, 0, 0, 1)


def test_contested_between_roles_and_robust_exclude_each_other(questions):
    pressed = {"praten drukte": 2}
    sheets = [sheet("bestuur", {**HELPS, **pressed})] * 3 + [sheet("vak", {**HARMS, **pressed})] * 3
    findings = interventions(sheets, questions, "overleg").findings
    assert findings[0] == (
        "Een overleg erbij: betere afstemming op 3 van de 6 kaarten, slechtere afstemming op 3; op 0 verandert het "
        "niet en op 0 is het onbeslist."
    )
    assert "Robuust, hoe u ook rekent: meer drukte (op 6 van de 6 kaarten)." in findings
    contested = [line for line in findings if line.startswith("Omstreden: Afstemming.")]
    assert contested[0].endswith("Stijgen zien vooral: bestuur. Dalen zien vooral: vak.")


def test_roles_of_two_are_not_named(questions):
    sheets = [sheet("bestuur", HELPS)] * 4 + [sheet("vak", HARMS)] * 2
    findings = " ".join(interventions(sheets, questions, "overleg").findings)
    assert "Omstreden: Afstemming." in findings
    assert "zien vooral" not in findings


def test_what_comes_back_is_told_with_its_loop(questions):
    back = tried([sheet("vak", BALANCING)] * 2, questions)
    assert (back.pushed(-1), back.pushed(1)) == (2, 0)
    more = tried([sheet("vak", REINFORCING)], questions)
    assert (more.pushed(-1), more.pushed(1)) == (0, 1)
    view = interventions([sheet("vak", BALANCING)] * 2, questions, "stil")
    assert (
        "Kaarten waarop de keten terugduwt: 2, het vaakst zo: Minder praten → slechtere afstemming → meer praten."
        in view.findings
    )


def test_one_loop_with_other_signs_is_another_story_whoever_comes_first(questions):
    up = sheet("vak", {"praten drukte": 3, "drukte praten": -3})
    down = sheet("bestuur", {"praten drukte": -3, "drukte praten": 3})
    story = "Meer praten → meer drukte → minder praten"
    for sheets in ([up, up, up, down, down], [down, down, up, up, up]):
        assert any(story in line for line in interventions(sheets, questions, "overleg").findings)


def test_a_question_set_without_interventions_has_nothing_to_say(questions):
    bare = questions.influences.model_copy(update={"interventions": ()})
    view = interventions([sheet("vak", HELPS)] * 3, questions.model_copy(update={"influences": bare}))
    assert not (view.rows or view.findings or view.questions)


def test_more_of_something_has_not_the_colour_of_better(questions):
    def colours(theme):
        parts = interventions([sheet("vak", HELPS)] * 3, questions, theme).chart().to_dict()["datasets"]["rows-0"]
        return {part["colour"] for part in parts if "n" in part}

    better, rises = colours(None), colours("overleg")
    assert "#0072B2" in better
    assert not rises & {"#0072B2", "#D55E00"}


def test_what_moves_later_than_the_aim_is_named(questions):
    findings = interventions([sheet("vak", HELPS)] * 3, questions, "overleg").findings
    assert "Pas na het doel, in latere stappen, beweegt: Hulp. Een stap is geen maand." in findings


def test_a_map_without_the_factor_is_left_out_and_counted(questions):
    own = Intervention(
        id="eigen-1", title=questions.title, does={"own-geld": "more"}, aim="hulp", expectation=questions.title
    )
    wider = questions.influences.model_copy(update={"interventions": (own,)})
    asked = questions.model_copy(update={"influences": wider})
    sheets = [sheet("vak", {"own-geld hulp": 2}, names={"own-geld": "Geld"}), sheet("vak", HELPS)]
    found = tried(sheets, asked, "eigen-1")
    assert (len(found.outcomes), found.left_out) == (1, 1)
    assert counts(found.votes["hulp"]) == (1, 0, 0, 0)
    assert any("de factor niet hebben: Kleine kaart 1." in note for note in interventions(sheets, asked).notes)


def test_a_map_that_never_settles_is_undecided_and_told():
    restless = Effect(False, {"a": nan, "b": nan}, {"a": None, "b": None}, {"a": False, "b": False}, {"a": nan})
    at_rest = Effect(True, {"a": 0.4, "b": 0.2}, {"a": 0, "b": 1}, {"a": False, "b": False}, {"a": 0.0})
    few = _outcome("ab", {"a": 1.0}, [restless] * 4 + [at_rest] * 36)
    many = _outcome("ab", {"a": 1.0}, [restless] * 5 + [at_rest] * 35)
    assert (few.way["b"], few.unsettled) == (1, 4)
    assert (many.way["b"], many.unsettled, many.push) == (None, 5, 0)


def test_the_same_maps_give_the_same_answer_in_any_order(questions):
    sheets = [sheet("bestuur", HELPS), sheet("vak", HARMS), sheet("gezin", BALANCING), sheet("vak", REINFORCING)]
    assert interventions(sheets, questions).rows == interventions(sheets[::-1], questions).rows
    assert interventions(sheets, questions).findings == interventions(sheets[::-1], questions).findings


def test_no_arrows_no_maps_and_no_such_intervention(questions, small):
    still = tried([sheet("vak", {})], questions)
    assert {counts(votes) for votes in still.votes.values()} == {(0, 0, 1, 0)}
    assert interventions([], questions).rows == []
    assert f"{DRAWS} keer" in interventions([sheet("vak", HELPS)], questions).notes[0]
    with pytest.raises(ValueError, match="no map"):
        interventions([], small)
    with pytest.raises(ValueError, match="no intervention"):
        interventions([], questions, "fusie")
