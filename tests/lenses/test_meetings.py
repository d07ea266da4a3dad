"""What meetings take and tie is told as it is, and every change both ways."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.lenses.meetings import meetings
from ketenspiegel.lenses.meetings_figures import Figures
from ketenspiegel.meeting_tables import read_meetings
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import load_question_set
from ketenspiegel.tables import read_table

QUESTIONS = load_question_set("overlegkaart")
EXAMPLE = Path(__file__).parents[2] / "assessments" / "voorbeelden" / "overlegkaart" / "verzonnen-overleggen.csv"

DOCTOR = Participant(name="Jeugdarts", organisation="GGD")
TEACHER = Participant(name="Intern begeleider", organisation="School")
THERAPIST = Participant(name="Behandelaar", organisation="Ggz")
WORKERS = Participant(name="Wijkteamlid", organisation="Wijkteam", people=2)


def meeting(name, *participants, times=1, per="month", hours=1, purposes=("gezin",)):
    return Meeting(name=name, participants=participants, times=times, per=per, hours=hours, purposes=purposes)


SMALL = (
    meeting("Groot", DOCTOR, TEACHER, WORKERS, times=2),
    meeting("Klein", DOCTOR, TEACHER),
    meeting("Leren", DOCTOR, WORKERS, hours=2, purposes=("leren",)),
    meeting("School en ggz", TEACHER, THERAPIST, per="quarter", hours=1.5, purposes=("informeren",)),
)


def sheet(*listed):
    return AnswerSheet(question_set="overlegkaart", question_set_version="1.0", meetings=listed)


def view_of(*lists, language="nl"):
    return meetings([sheet(*listed) for listed in lists], QUESTIONS, None, language)


def said(view, start):
    found = [text for text in view.findings if text.startswith(start)]
    assert len(found) == 1, (start, view.findings)
    return found[0]


def test_hours_are_those_of_one_person_and_of_all_people_together():
    view = view_of(SMALL)
    assert "Jeugdarts (GGD) 5 uur per maand (overleggen: 3); Wijkteamlid (Wijkteam) 4 uur" in view.findings[0]
    assert view.findings[1].endswith("Wijkteam 8 uur; GGD 5 uur; School 3,5 uur.")
    assert {row["meeting"]: row["meeting_hours"] for row in view.rows} == pytest.approx(
        {"Groot": 8, "Leren": 6, "Klein": 2, "School en ggz": 1}
    )


def test_every_seat_is_a_row_and_every_meeting_a_table_row():
    view = view_of(SMALL)
    assert len(view.rows) == 9
    assert view.table()[0] == {
        "Overleg": "Groot",
        "Deelnemers": 3,
        "Uren per maand per persoon": "2",
        "Uren per maand samen": "8",
        "Paren die elkaar alleen hier zien": 1,
        "Kan apart vervallen": "nee",
        "Meeste overlap met": "Klein (2 van 3)",
    }
    assert [row["Kan apart vervallen"] for row in view.table()] == ["nee", "ja", "ja", "nee"]


def test_meetings_that_look_alike_say_what_joining_them_saves():
    text = said(view_of(SMALL), "‘Groot’ en ‘Klein’")
    assert "2 van de 3 deelnemers zitten in allebei, en allebei zijn voor: een gezin bespreken." in text
    assert "scheelt 2 uur per maand" in text
    assert "onderwerpen bij krijgen: 1." in text


def test_joining_that_costs_hours_says_so():
    crowd = [Participant(name=name, people=9) for name in ("X", "W")]
    both = [Participant(name=name) for name in ("Y", "Z")]
    view = view_of((meeting("A", crowd[0], *both, hours=4), meeting("B", *both, crowd[1], hours=3)))
    text = said(view, "‘A’ en ‘B’")
    assert "kost juist 3 uur per maand meer" in text
    assert "onderwerpen bij krijgen: 2. Paren die elkaar nu niet zien en dan wel: 1." in text


def test_the_same_people_for_something_else_do_not_look_alike():
    apart = (meeting("A", DOCTOR, TEACHER), meeting("B", DOCTOR, TEACHER, purposes=("leren",)))
    assert not any("lijken op elkaar" in text for text in view_of(apart).findings)


def test_what_can_go_is_told_with_what_is_lost_then():
    view = view_of(SMALL)
    assert "‘Klein’, ‘Leren’" in said(view, "Apart te missen")
    text = said(view, "Laat u ‘Klein’, ‘Leren’ samen vervallen, dan scheelt dat 8 uur per maand")
    assert "bewijst niet dat hun gesprek doorgaat" in text
    assert "verdwijnt dan voor: van elkaar leren (1 paar)" in text
    assert "Moet ook elk doel blijven, dan kan dit vervallen: ‘Klein’ (2 uur per maand)." in text


def test_when_every_meeting_ties_somebody_nothing_can_go():
    view = view_of((meeting("A", DOCTOR, TEACHER), meeting("B", TEACHER, THERAPIST)))
    assert said(view, "In elk overleg zien mensen elkaar")
    assert not any("vervallen" in text for text in view.findings)


def test_who_connects_and_what_breaks_without_them():
    view = view_of(SMALL)
    text = said(view, "Intern begeleider (School) ligt op veel wegen")
    assert "zit: 2, zoals ‘Groot’ en ‘School en ggz’." in text
    assert "valt het netwerk uiteen" in text
    text = said(view, "‘Groot’ verbindt veel")
    assert "als het vervalt: 1. Paren organisaties die elkaar alleen daar zien: 1, zoals School en Wijkteam." in text
    assert "‘School en ggz’ kost 1 uur per maand" in said(view, "Een klein overleg kan veel dragen")


def test_who_connects_but_can_be_gone_round_is_told_so():
    ring = (meeting("A", DOCTOR, TEACHER), meeting("B", TEACHER, THERAPIST), meeting("C", THERAPIST, DOCTOR))
    assert "is er nog een omweg" in said(view_of(ring), "Behandelaar (Ggz) ligt op veel wegen")


def test_one_meeting_more_and_one_less_are_weighed_alike():
    view = view_of(SMALL)
    assert "kost 5 uur per maand. Paren die elkaar nu niet zien en dan wel: 2." in said(view, "Eén overleg erbij")
    assert (
        "‘Groot’, dat nu de meeste uren kost, komt 8 uur per maand vrij. Paren die elkaar dan nergens meer zien: 1."
        in (said(view, "Andersom"))
    )


def test_questions_follow_from_the_picture():
    asked = view_of(SMALL).questions
    assert len(asked) == 6
    assert asked[0].startswith("Jeugdarts (GGD) zit in 3 overleggen: 5 uur per maand voor één persoon.")
    assert asked[2].startswith("Wie elkaar in ‘Leren’ ziet")
    assert asked[3].startswith("Ggz en School zien elkaar alleen in ‘School en ggz’.")
    assert "zien: 2, zoals Behandelaar (Ggz) en Jeugdarts (GGD)." in asked[5]


def test_without_ground_there_is_no_question():
    assert view_of((meeting("A", DOCTOR, DOCTOR),)).questions == ()
    assert not any("lijst" in text for text in view_of(SMALL).questions)


def test_lists_that_differ_and_meetings_on_one_list_are_talked_about():
    other = meeting("KLEIN ", DOCTOR, TEACHER, per="week")
    view = view_of(SMALL, (other, meeting("Groot", DOCTOR, times=2)), (meeting("groot", DOCTOR, times=2),))
    assert "‘Klein’" in said(view, "De lijsten verschillen") or "‘KLEIN’" in said(view, "De lijsten verschillen")
    assert "3 lijsten staan: ‘Leren’, ‘School en ggz’." in said(view, "Op maar één")
    assert "Wat is dit overleg voor ieder van u?" in view.questions[-1]
    assert "Lijsten die zijn binnengekomen: 3." in view.notes[0]


def test_what_cannot_be_measured_is_left_out_and_named():
    view = view_of(
        (*SMALL, meeting("Leeg"), meeting("Alleen", DOCTOR), meeting("Doelloos", DOCTOR, WORKERS, purposes=()))
    )
    assert [text.rpartition(": ")[2] for text in view.notes[-3:]] == ["‘Leeg’.", "‘Alleen’.", "‘Doelloos’."]
    assert "Leeg" not in {row["meeting"] for row in view.rows}
    assert next(row for row in view.table_rows if row["meeting"] == "Alleen")["skippable"] == "–"
    assert "‘Alleen’" not in said(view, "Apart te missen")


@pytest.mark.parametrize("lists", [(), ((),), ((meeting("Leeg"),),)])
def test_without_seats_there_is_nothing(lists):
    view = view_of(*lists)
    assert not (view.rows or view.findings or view.questions or view.table())
    assert "nog geen overleggen" in view.summary
    view.chart().to_dict()


def test_a_question_set_without_meetings_is_refused():
    with pytest.raises(ValueError, match="does not ask for meetings"):
        meetings([], load_question_set("ketensamenwerking"))


def test_names_of_purposes_are_in_the_language_of_the_reader():
    assert "discussing a family" in " ".join(view_of(SMALL, language="en").findings)


def test_the_example_holds_what_is_told_about_it():
    purposes = {each.id: (each.label.nl, *each.also) for each in QUESTIONS.meetings.purposes}
    table = read_meetings(EXAMPLE.name, read_table(EXAMPLE.name, EXAMPLE.read_bytes(), "nl"), purposes)
    assert not (table.refused or table.unrecognised_columns or table.dropped_columns)
    figures = Figures([table.meetings])
    assert len(figures.held) == 15
    assert [figures.seats[f"{name}"] for name in ("Gezinscoach (CJG)", "Jeugdverpleegkundige (GGD)")] == [8, 8]
    assert (figures.joinings[0].first, figures.joinings[0].second) == ("Casusoverleg jeugd", "Zorgoverleg gezinnen")
    assert figures.skippable == ["Casusoverleg jeugd", "Intervisie", "Weekstart CJG"]
    assert set(figures.lost_purposes) == {"leren"}
    assert figures.homes_only_here["Gesprek school en ggz"] == [("Basisschool", "Jeugd-ggz")]
    far = {each.name for each in figures.held if any("inisterie" in one for one in each.participants)}
    assert far == {each.name for each in figures.held if "Provincie" in str(each.participants)}
    assert all("verantwoorden" in each.purposes for each in figures.held if each.name in far)


PARTICIPANTS = st.builds(
    Participant, name=st.sampled_from("abcd"), organisation=st.sampled_from(["", "p", "q"]), people=st.integers(1, 3)
)
MEETINGS = st.builds(
    Meeting,
    name=st.sampled_from(["m", "n", "o", "r", "s"]),
    participants=st.lists(PARTICIPANTS, max_size=5).map(tuple),
    times=st.sampled_from([1.0, 2.0]),
    per=st.sampled_from(["week", "month", "quarter"]),
    hours=st.sampled_from([0.5, 1.0, 2.0]),
    purposes=st.sets(st.sampled_from(["gezin", "leren"])).map(lambda found: tuple(sorted(found))),
)
LISTS = st.lists(st.lists(MEETINGS, max_size=6), max_size=3)


@settings(max_examples=60)
@given(LISTS, st.randoms())
def test_the_order_of_lists_and_meetings_changes_nothing(lists, random):
    shuffled = [random.sample(listed, len(listed)) for listed in random.sample(lists, len(lists))]
    assert view_of(*shuffled) == view_of(*lists)


@settings(max_examples=60)
@given(LISTS)
def test_other_names_change_nothing_but_the_names(lists):
    def renamed(each):
        others = [one.model_copy(update={"name": f"Functie {one.name}"}) for one in each.participants]
        others = [
            one.model_copy(update={"organisation": one.organisation and f"Functie {one.organisation}"})
            for one in others
        ]
        return each.model_copy(update={"name": f"Overleg {each.name}", "participants": tuple(others)})

    before, after = view_of(*lists), view_of(*[[renamed(each) for each in listed] for listed in lists])
    names = {"meeting", "participant", "organisation"}
    assert [{key: row[key] for key in row.keys() - names} for row in after.rows] == [
        {key: row[key] for key in row.keys() - names} for row in before.rows
    ]
    assert [text.replace("Overleg ", "").replace("Functie ", "") for text in after.findings] == list(before.findings)


@settings(max_examples=60)
@given(LISTS)
def test_what_is_said_to_be_missed_alone_breaks_nothing(lists):
    figures = Figures([tuple(listed) for listed in lists if listed])
    assert set(figures.skippable) == {each.name for each in figures.tying} - set(figures.only_here)
    assert "{" not in " ".join((*view_of(*lists).findings, *view_of(*lists).questions, *view_of(*lists).notes))
