"""Records of meetings, and lists of several people put together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ketenspiegel.answers import MAX_MEETINGS
from ketenspiegel.meetings import Meeting, Participant, combined, gatherings, homes, people

names = st.sampled_from(["Jeugdarts", "jeugdarts ", "Wijk  team", "wijk team", "School", "IB'er"])
participants = st.builds(
    Participant,
    name=names,
    organisation=st.sampled_from(["", "GGD", "ggd", "wijk team"]),
    people=st.integers(1, 5),
)
meetings = st.lists(
    st.builds(
        Meeting,
        name=st.sampled_from(["Casusoverleg", "casusoverleg", " CASUSOVERLEG", "Team jeugd", "team  jeugd"]),
        participants=st.lists(participants, max_size=4).map(tuple),
        times=st.sampled_from([0.5, 1, 2, 4]),
        per=st.sampled_from(["week", "month", "quarter", "year"]),
        hours=st.sampled_from([0.5, 1, 1.5, 2]),
        purposes=st.lists(st.sampled_from(["plan", "case", "learn"]), max_size=2).map(tuple),
    ),
    max_size=6,
)


def meeting(name="Casusoverleg", who=(), times=1, per="month", hours=1, purposes=()):
    return Meeting(name=name, participants=who, times=times, per=per, hours=hours, purposes=purposes)


@pytest.mark.parametrize(
    ("times", "per", "hours", "monthly"),
    [(1, "week", 1, 52 / 12), (2, "month", 1.5, 3), (1, "quarter", 3, 1), (6, "year", 2, 1), (0.5, "week", 3, 6.5)],
)
def test_hours_a_month(times, per, hours, monthly):
    assert meeting(times=times, per=per, hours=hours).monthly_hours == pytest.approx(monthly)


def test_names_and_homes():
    assert Participant(name=" Huisarts ").label == "Huisarts"
    doctor = Participant(name="Jeugdarts", organisation="GGD")
    assert (doctor.label, doctor.home) == ("Jeugdarts (GGD)", "GGD")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"name": "x" * 101},
        {"times": 0},
        {"times": 101},
        {"hours": 0},
        {"hours": 24.5},
        {"hours": float("nan")},
        {"per": "day"},
        {"who": tuple(Participant(name=f"p{number}") for number in range(201))},
        {"purposes": ("plan",) * 21},
    ],
)
def test_wrong_meetings_are_refused(wrong):
    with pytest.raises(ValidationError):
        meeting(**wrong)


def test_wrong_participants_are_refused():
    for wrong in ({"name": ""}, {"name": "x", "people": 0}, {"name": "x", "people": 201}, {"name": "x", "email": "a"}):
        with pytest.raises(ValidationError):
            Participant.model_validate(wrong)


def test_lists_put_together_by_hand():
    mine = meeting(
        "Casusoverleg",
        (Participant(name="Wijkteamlid", organisation="Wijkteam", people=2), Participant(name="School")),
        purposes=("case",),
    )
    yours = meeting("casusoverleg", (Participant(name="wijkteamlid", organisation="WIJKTEAM"),), purposes=("plan",))
    theirs = meeting(" Casusoverleg", (Participant(name="Wijkteamlid"),), times=3)
    other = meeting("Teamoverleg", (Participant(name="Wijkteamlid", organisation="Wijkteam"),))
    both = combined([mine, yours, theirs, other])
    casus, team = both.meetings
    assert (casus.name, casus.times, casus.purposes) == ("Casusoverleg", 1, ("case", "plan"))
    assert [(one.label, one.people) for one in casus.participants] == [
        ("School", 1),
        ("Wijkteamlid", 1),
        ("Wijkteamlid (Wijkteam)", 2),
    ]
    assert team.participants[0].label == "Wijkteamlid (Wijkteam)"
    assert both.differing == ("Casusoverleg",)
    assert people([mine, yours, theirs, other]) == {"School": 1, "Wijkteamlid": 1, "Wijkteamlid (Wijkteam)": 2}
    assert homes([mine, other]) == {"School": "School", "Wijkteamlid (Wijkteam)": "Wijkteam"}


def test_weekly_and_four_times_a_month_is_the_same_answer():
    assert combined([meeting(times=1, per="week"), meeting(times=4, per="month")]).differing == ()
    assert combined([meeting(times=1, per="week"), meeting(times=3, per="month")]).differing == ("Casusoverleg",)
    assert combined([meeting(hours=1), meeting(hours=1.5)]).differing == ("Casusoverleg",)


def test_the_median_counts_and_is_what_somebody_said():
    said = [meeting(times=1, hours=1), meeting(times=2, hours=1), meeting(times=1, per="week", hours=3)]
    (found,) = combined(said).meetings
    assert (found.times, found.per, found.hours) == (2, "month", 1)
    (found,) = combined([meeting(times=4), meeting(times=2)]).meetings
    assert found.times == 2


def test_nothing():
    assert combined([]).meetings == combined([]).differing == ()
    assert gatherings([]) == []
    assert people([]) == homes([]) == {}


@given(meetings, st.randoms(use_true_random=False))
def test_order_changes_nothing(listed, chance):
    shuffled = list(listed)
    chance.shuffle(shuffled)
    assert combined(shuffled) == combined(listed)


@given(meetings)
def test_putting_together_again_changes_nothing(listed):
    once = combined(listed).meetings
    assert combined(once).meetings == once
    assert combined(once).differing == ()


@given(meetings)
def test_nobody_and_nothing_gets_lost(listed):
    found = combined(listed).meetings

    def alike(text):
        return " ".join(text.split()).casefold()

    def seats(all_meetings):
        return {
            (alike(each.name), alike(one.name), alike(one.organisation))
            for each in all_meetings
            for one in each.participants
        }

    def purposes(all_meetings):
        return {(alike(each.name), purpose) for each in all_meetings for purpose in each.purposes}

    assert seats(found) == seats(listed)
    assert purposes(found) == purposes(listed)
    assert len({alike(each.name) for each in found}) == len(found)
    labels = {one.label for each in found for one in each.participants}
    assert people(listed).keys() == homes(listed).keys() == labels


@given(meetings)
def test_gatherings_say_the_same(listed):
    for each, record in zip(gatherings(listed), combined(listed).meetings, strict=True):
        assert each.name == record.name
        assert each.hours == record.monthly_hours
        assert each.participants == {one.label for one in record.participants}
        assert each.purposes == set(record.purposes)


@given(meetings)
def test_records_survive_json(listed):
    assert [Meeting.model_validate_json(each.model_dump_json()) for each in listed] == listed


def test_the_form_has_the_same_limits_and_months(root):
    script = (root / "src" / "ketenspiegel" / "forms" / "meeting_draft.js").read_text(encoding="utf-8")
    limits = dict(re.findall(r"(\w+): (\d+)", re.search(r"MEETING_LIMITS = \{(.+?)\}", script)[1]))
    meeting, participant = Meeting.model_json_schema()["properties"], Participant.model_json_schema()["properties"]
    assert {name: int(number) for name, number in limits.items()} == {
        "meetings": MAX_MEETINGS,
        "participants": meeting["participants"]["maxItems"],
        "people": participant["people"]["maximum"],
        "times": meeting["times"]["maximum"],
        "hours": meeting["hours"]["maximum"],
    }
    months = dict(re.findall(r"(\w+): ([\d/ ]+)", re.search(r"MEETINGS_A_MONTH = \{(.+?)\}", script)[1]))
    for per, number in months.items():
        top, _, bottom = number.partition("/")
        assert Meeting(name="a", times=1, per=per, hours=1).per_month == pytest.approx(int(top) / int(bottom or 1))
