"""What interventions do on maps of which one can tell beforehand how they go."""

from __future__ import annotations

from itertools import permutations
from math import nan

import pytest

from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.interventions import interventions
from ketenspiegel.lenses.interventions_runs import DRAWS, Votes, _outcome, try_all
from ketenspiegel.lenses.interventions_words import is_robust
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


def test_roles_of_two_are_not_named_and_eight_of_ten_is_not_robust_when_two_say_otherwise(questions):
    sheets = [sheet("bestuur", HELPS)] * 8 + [sheet("vak", HARMS)] * 2
    findings = " ".join(interventions(sheets, questions, "overleg").findings)
    assert "Omstreden: Afstemming." in findings
    assert "Niets gaat op bijna alle kaarten dezelfde kant op." in findings
    assert "zien vooral" not in findings


@pytest.mark.parametrize(("votes", "robust"), [((4, 1, 5, 0), True), ((3, 1, 6, 0), False), ((2, 0, 8, 0), False)])
def test_robust_is_four_in_five_of_the_maps_in_which_it_can_move_and_three_at_least(votes, robust):
    assert is_robust(Votes(*votes, {})) == robust


def test_what_comes_back_is_told_with_its_loop(questions):
    back = tried([sheet("vak", BALANCING)] * 2, questions)
    assert (back.pushed(-1), back.pushed(1)) == (2, 0)
    more = tried([sheet("vak", REINFORCING)], questions)
    assert (more.pushed(-1), more.pushed(1)) == (0, 1)
    told = "Kaarten waarop de keten terugduwt: 2, het vaakst zo: Minder praten → slechtere afstemming → meer praten."
    assert told in interventions([sheet("vak", BALANCING)] * 2, questions, "stil").findings
    both = {"praten drukte": 2, "drukte praten": -2, "praten afstemming": 1, "afstemming praten": 1}
    assert "meer drukte → minder praten." in interventions([sheet("vak", both)], questions, "overleg").findings[1]


def test_one_loop_with_other_signs_is_another_story_whoever_comes_first(questions):
    up = sheet("vak", {"praten drukte": 3, "drukte praten": -3})
    down = sheet("bestuur", {"praten drukte": -3, "drukte praten": 3})
    story = "Meer praten → meer drukte → minder praten"
    for sheets in ([up, up, up, down, down], [down, down, up, up, up]):
        assert any(story in line for line in interventions(sheets, questions, "overleg").findings)


def test_what_moves_later_than_the_aim_is_named(questions):
    findings = interventions([sheet("vak", HELPS)] * 3, questions, "overleg").findings
    assert "Pas na het doel, in latere stappen, beweegt: Hulp. Een stap is geen maand." in findings


def test_a_map_without_the_factor_is_left_out_and_counted(questions):
    said = questions.title
    own = Intervention(id="eigen-1", title=said, does={"own-geld": "more"}, aim="hulp", expectation=said)
    wider = questions.influences.model_copy(update={"interventions": (own,)})
    asked = questions.model_copy(update={"influences": wider})
    sheets = [sheet("vak", {"own-geld hulp": 2}, names={"own-geld": "Geld"}), sheet("vak", HELPS)]
    found = tried(sheets, asked, "eigen-1")
    assert (counts(found.votes["hulp"]), found.left_out) == ((1, 0, 0, 0), 1)
    assert any("de factor niet hebben: Kleine kaart 1." in note for note in interventions(sheets, asked).notes)


def test_a_map_in_which_everything_weakens_everything_never_settles_and_that_is_told(questions):
    own = {f"own-{n}": f"Eigen {n}" for n in range(6)}
    pairs = permutations([*questions.influences.by_id, *own], 2)
    restless = {f"{one} {other}": -2 for one, other in pairs}
    sheets = [sheet("vak", restless, names=own), sheet("vak", HELPS)]
    assert counts(tried(sheets, questions).votes["hulp"]) == (1, 0, 0, 1)
    notes = interventions(sheets, questions, "overleg").notes
    assert any("niet tot rust kwam; dat telt als onbeslist: Een overleg erbij 1." in note for note in notes)


def test_too_many_draws_without_rest_are_undecided():
    restless = Effect(False, {"a": nan, "b": nan}, {"a": None, "b": None}, {"a": False, "b": False}, {"a": nan})
    at_rest = Effect(True, {"a": 0.4, "b": 0.2}, {"a": 0, "b": 1}, {"a": False, "b": False}, {"a": 0.0})
    few = _outcome("ab", {"a": 1.0}, [restless] * 4 + [at_rest] * 36)
    many = _outcome("ab", {"a": 1.0}, [restless] * 5 + [at_rest] * 35)
    assert (few.way["b"], few.unsettled) == (1, 4)
    assert (many.way["b"], many.unsettled, many.push) == (None, 5, 0)


def test_the_same_maps_give_the_same_answer_in_any_order(questions):
    sheets = [sheet("bestuur", HELPS), sheet("vak", HARMS), sheet("gezin", BALANCING), sheet("vak", REINFORCING)]
    assert interventions(sheets, questions) == interventions(sheets[::-1], questions)


def test_no_arrows_no_maps_and_no_interventions(questions, small):
    still = tried([sheet("vak", {})], questions)
    assert {counts(votes) for votes in still.votes.values()} == {(0, 0, 1, 0)}
    assert interventions([], questions).rows == []
    bare = questions.influences.model_copy(update={"interventions": ()})
    view = interventions([sheet("vak", HELPS)] * 3, questions.model_copy(update={"influences": bare}))
    assert not (view.rows or view.findings or view.questions)
    assert f"{DRAWS} keer" in interventions([sheet("vak", HELPS)], questions).notes[0]
    with pytest.raises(ValueError, match="no map"):
        interventions([], small)
    with pytest.raises(ValueError, match="no intervention"):
        interventions([], questions, "fusie")
