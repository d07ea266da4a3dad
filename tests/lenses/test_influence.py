"""Maps together: what is shared and contested, what goes round, and what is only told when it is there."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.influence import influence
from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.interventions import interventions
from ketenspiegel.methods.archetypes import FixThatFails, fixes_that_fail
from ketenspiegel.questions import load_question_set
from tests.lenses.maps import sheet

ROUND = {"praten drukte": 2, "drukte afstemming": -2, "afstemming praten": -2}


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-kaart.yaml")


def test_shared_is_a_quarter_and_at_least_two(questions):
    sheets = [sheet("vak", {"praten hulp": 1})] * 2 + [sheet("vak", {"drukte hulp": -1})] + [sheet("gezin", {})] * 5
    assert Maps(sheets, questions).shared == {("praten", "hulp"): pytest.approx(0.3)}
    assert Maps([*sheets, sheet("gezin", {})], questions).shared == {}
    assert Maps([sheet("vak", {"praten hulp": 1})], questions).shared == {}


def test_who_sees_it_the_other_way_is_named_by_role(questions):
    sheets = [sheet("bestuur", {"praten afstemming": 2})] * 3 + [sheet("vak", {"praten afstemming": -1})] * 3
    view = influence(sheets, questions)
    assert view.table_rows[0]["odds"] == "versterkt: bestuur; verzwakt: vak"
    assert any("Betere afstemming: 3 kaarten. Slechtere afstemming: 3 kaarten." in line for line in view.findings)
    assert {row["sign"] for row in view.rows if row["what"] == "arrow"} == {0}


def test_a_role_of_two_is_not_named(questions):
    sheets = [sheet("bestuur", {"praten afstemming": 2})] * 4 + [sheet("vak", {"praten afstemming": -1})] * 2
    view = influence(sheets, questions)
    told = "Betere afstemming: 4 kaarten. Slechtere afstemming: 2 kaarten. Verdeeld binnen de rollen."
    assert any(told in line for line in view.findings)
    assert view.table_rows[0]["odds"] == "verdeeld binnen de rollen"
    assert "vak" not in " ".join(view.findings).lower()


def test_a_loop_is_a_sentence_that_begins_at_the_intervention(questions):
    sheets = [sheet("vak", ROUND)] * 3 + [sheet("vak", {"praten drukte": 1})]
    view = influence(sheets, questions)
    told = "Meer praten → meer drukte → slechtere afstemming → meer praten: dit versterkt zichzelf"
    assert view.findings[0] == f"{told}. Deze kring staat heel op zoveel kaarten: 3."
    assert told in view.questions[0]
    less = "Minder praten → minder drukte → betere afstemming → minder praten: dit versterkt zichzelf."
    assert influence(sheets, questions, "stil").findings[0].startswith(less)


def test_only_loops_past_the_intervention_are_told(questions):
    sheets = [sheet("vak", {"drukte hulp": -2, "hulp drukte": -2})] * 3
    assert "versterkt zichzelf" in influence(sheets, questions).findings[0]
    assert "geen kring" in influence(sheets, questions, "overleg").findings[0]


def test_a_fix_that_makes_it_worse_is_recognised(questions):
    sheets = [sheet("vak", {**ROUND, "praten afstemming": 1})] * 3
    found = [line for line in influence(sheets, questions).findings if "oplossing die het erger maakt" in line]
    assert found == [
        "Een patroon dat vaker voorkomt, een oplossing die het erger maakt: Slechtere afstemming roept meer praten op, "
        "en dat helpt. Langs een omweg komt het probleem terug: meer praten → meer drukte → slechtere afstemming."
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"praten afstemming": -1},  # it does not help in the first place
        {"drukte afstemming": 2},  # the detour helps too
        {"afstemming praten": 2},  # the problem does not call for it
    ],
)
def test_a_near_miss_is_not(change, questions):
    sheets = [sheet("vak", {**ROUND, "praten afstemming": 1, **change})] * 3
    assert not [line for line in influence(sheets, questions).findings if "erger maakt" in line]


def test_what_people_do_not_want_is_no_fix(questions):
    arrows = {"afstemming drukte": -1, "drukte afstemming": 1, "drukte hulp": -2, "hulp afstemming": 2}
    maps = Maps([sheet("vak", arrows)] * 3, questions)
    assert FixThatFails("afstemming", "drukte", ("hulp",)) in fixes_that_fail(list(maps.shown), maps.shared)
    assert maps.fixes == []


def test_a_quick_answer_in_the_way_of_a_lasting_one_is_recognised(questions):
    arrows = {"hulp praten": -2, "praten hulp": 2, "hulp afstemming": -2, "afstemming hulp": 2}
    sheets = [sheet("vak", {**arrows, "praten drukte": 2, "drukte afstemming": -2})] * 3
    assert [line for line in influence(sheets, questions).findings if "lapmiddel" in line] == [
        "Een patroon dat vaker voorkomt, een lapmiddel dat de oplossing verdringt: Slechtere hulp roept meer praten en "
        "betere afstemming op. Het eerste zit het tweede in de weg: meer praten → meer drukte → slechtere afstemming."
    ]
    assert not Maps([sheet("vak", {**arrows, "praten drukte": 2, "drukte afstemming": 2})] * 3, questions).burdens


def test_the_order_of_sheets_changes_nothing(questions):
    sheets = [
        sheet("bestuur", {"praten afstemming": 2}),
        sheet("vak", ROUND),
        *[sheet("vak", {"praten hulp": -1, "hulp own-geld": 1}, names={"own-geld": name}) for name in ("Geld", "geld")],
        sheet("gezin", {**ROUND, "praten hulp": 1, "own-geld hulp": 1}, names={"own-geld": "GELD"}),
    ]
    assert "own-geld" in Maps(sheets, questions).shown
    assert influence(sheets, questions) == influence(sheets[::-1], questions)


def test_maps_without_arrows_and_no_maps(questions):
    empty = influence([sheet("vak", {}), sheet("vak", {})], questions)
    assert not [row for row in empty.rows if row["what"] == "arrow"]
    assert empty.chart()
    assert influence([], questions).summary == "Er zijn nog geen kaarten."


def test_other_names_are_told_and_lonely_arrows_counted(questions):
    sheets = [sheet("vak", {"praten hulp": 1}, names={"praten": "Vergaderen"}), sheet("vak", {})]
    notes = " ".join(influence(sheets, questions).notes)
    assert "De factor ‘Praten’ heet op sommige kaarten anders: ‘Vergaderen’." in notes
    assert "Pijlen die maar op één kaart staan: 1." in notes


def test_only_a_question_set_with_a_map_and_its_own_interventions(questions, small):
    with pytest.raises(ValueError, match="no map"):
        influence([], small)
    with pytest.raises(ValueError, match="no intervention"):
        influence([], questions, "fusie")


def test_an_own_factor_of_one_or_two_people_is_not_shown(questions):
    own = sheet("vak", {"own-geld hulp": 2}, names={"own-geld": "Geld"})
    few, enough = (Maps([own] * n + [sheet("gezin", {})] * 2, questions) for n in (2, 3))
    assert "own-geld" not in few.shown
    assert ("own-geld", "hulp") in enough.agreement
    view = influence([own] * 2 + [sheet("gezin", {})] * 2, questions)
    assert "Geld" not in str(view)
    assert any("minder dan drie mensen hebben, staan er niet bij: 1." in note for note in view.notes)


def test_nor_does_a_loop_past_it_tell_of_an_own_factor(questions):
    own = sheet("vak", {"praten own-geld": 2, "own-geld praten": -2}, names={"own-geld": "Geld"})
    few = interventions([own, own, sheet("gezin", {})], questions, "overleg")
    assert "Kaarten waarop de keten terugduwt: 2." in few.findings
    assert "Geld" not in str(few)
    assert "meer ‘Geld’ → minder praten" in str(interventions([own] * 3, questions, "overleg"))
