"""Who meets whom is counted between organisations, and the advice is one more meeting."""

from __future__ import annotations

import pytest

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.lenses.coordination import coordination
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set("overlegkaart")


def sheet(**named):
    """Give a list: per meeting who sit in it, as ``function/organisation``."""
    listed = []
    for name, seats in named.items():
        sitting = [Participant(name=seat.split("/")[0], organisation=seat.partition("/")[2]) for seat in seats.split()]
        listed.append(Meeting(name=name, participants=sitting, times=1, per="month", hours=1))
    return AnswerSheet(question_set="overlegkaart", question_set_version="1.0", meetings=listed)


FOUR = sheet(
    Casus="arts/GGD leraar/School lid/Wijkteam", Team="arts/GGD zuster/GGD", Zorg="directeur/School behandelaar/Ggz"
)


def test_organisations_meet_through_whoever_sits_there():
    view = coordination([FOUR], QUESTIONS)
    assert {(row["first"], row["second"]): row["meetings"] for row in view.rows} == {
        ("School", "GGD"): ["Casus"],
        ("School", "Wijkteam"): ["Casus"],
        ("School", "Ggz"): ["Zorg"],
        ("GGD", "Wijkteam"): ["Casus"],
        ("GGD", "Ggz"): [],
        ("Wijkteam", "Ggz"): [],
    }
    assert view.table()[-1] == {"Organisatie": "Ggz", "Ziet": "School", "Ziet nog niet": "GGD, Wijkteam"}


def test_the_gaps_are_counted_and_one_more_meeting_is_the_advice():
    found = coordination([FOUR], QUESTIONS).findings
    assert found[0] == "Paren organisaties die elkaar in een overleg zien: 4 van de 6 (66%). Nog niet: 2."
    assert found[1] == "Zien de meeste andere organisaties nog niet: Ggz (2); GGD (1); Wijkteam (1)."
    assert "begin een afstemmingsoverleg met alle 4 organisaties, elke maand een uur" in found[2]


def test_it_asks_nothing_and_says_that_hours_do_not_count():
    view = coordination([FOUR], QUESTIONS)
    assert not view.questions
    assert "uren" in view.notes[0]


def test_when_all_meet_there_is_no_meeting_to_add():
    found = coordination([sheet(A="arts/GGD leraar/School")], QUESTIONS).findings
    assert found[0].endswith("1 van de 1 (100%). Nog niet: 0.")
    assert len(found) == 2
    assert "afstemmingsoverleg" not in found[1]


def test_a_participant_without_an_organisation_stands_alone():
    view = coordination([sheet(A="huisarts leraar/School")], QUESTIONS)
    assert [(row["first"], row["second"]) for row in view.rows] == [("School", "huisarts")]


def test_lists_are_put_together_whatever_their_order():
    first, second = sheet(A="arts/GGD leraar/School"), sheet(a="lid/Wijkteam")
    assert coordination([first, second], QUESTIONS) == coordination([second, first], QUESTIONS)
    assert len(coordination([first, second], QUESTIONS).rows) == 3


@pytest.mark.parametrize("sheets", [[], [sheet()], [sheet(A="")], [sheet(A="arts/GGD zuster/GGD")]])
def test_fewer_than_two_organisations_have_no_pairs(sheets):
    view = coordination(sheets, QUESTIONS)
    assert not view.rows
    assert view.findings == (view.summary,)
    view.chart().to_dict()


def test_a_question_set_without_meetings_is_refused():
    with pytest.raises(ValueError, match="does not ask for meetings"):
        coordination([], load_question_set("ketensamenwerking"))
