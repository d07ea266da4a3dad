"""Tables of meetings: many spellings, and what is wrong said per row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.meeting_cells import how_long, how_often, what_for, who
from ketenspiegel.meeting_tables import read_meetings
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.tables import read_table

PURPOSES = {"case": ("Casus bespreken", "Discuss cases"), "plan": ("Plannen, afstemmen", "Plan")}
HEADERS = ["Overleg", "Deelnemers", "Hoe vaak", "Duur", "Doel"]


def read(*rows, headers=HEADERS, language="nl"):
    return read_meetings("lijst.csv", [headers, *rows], PURPOSES, language)


def reasons(table):
    return [(each.place, each.reason) for each in table.refused]


@pytest.mark.parametrize(
    ("text", "times", "per"),
    [
        ("wekelijks", 1, "week"),
        ("Weekly", 1, "week"),
        ("1 per week", 1, "week"),
        ("1/week", 1, "week"),
        ("iedere week", 1, "week"),
        ("elke dinsdag", 1, "week"),
        ("2x p/w", 2, "week"),
        ("tweemaal per week", 2, "week"),
        ("dagelijks", 5, "week"),
        ("every day", 5, "week"),
        ("om de week", 0.5, "week"),
        ("om de andere week", 0.5, "week"),
        ("every other week", 0.5, "week"),
        ("tweewekelijks", 0.5, "week"),
        ("2-wekelijks", 0.5, "week"),
        ("1x per 2 weken", 0.5, "week"),
        ("eens in de twee weken", 0.5, "week"),
        ("elke 14 dagen", 0.5, "week"),
        ("fortnightly", 0.5, "week"),
        ("once every two weeks", 0.5, "week"),
        ("elke zes weken", 1 / 6, "week"),
        ("om de 6 weken", 1 / 6, "week"),
        ("zeswekelijks", 1 / 6, "week"),
        ("every 6 weeks", 1 / 6, "week"),
        ("maandelijks", 1, "month"),
        ("Eén keer in de maand", 1, "month"),
        ("1x/mnd", 1, "month"),
        ("2x per maand", 2, "month"),
        ("2 × per maand", 2, "month"),
        ("twice a month", 2, "month"),
        ("1,5 keer per maand", 1.5, "month"),
        ("om de maand", 0.5, "month"),
        ("driemaandelijks", 1 / 3, "month"),
        ("per kwartaal", 1, "quarter"),
        ("quarterly", 1, "quarter"),
        ("4 keer per jaar", 4, "year"),
        ("3 times a year", 3, "year"),
        ("jaarlijks", 1, "year"),
        ("halfjaarlijks", 2, "year"),
        ("elk half jaar", 2, "year"),
        ("2x per half jaar", 4, "year"),
    ],
)
def test_how_often(text, times, per):
    found = how_often(text)
    assert found == (pytest.approx(times), per)
    assert how_often(f"  {text.upper()}\u00a0") == found


@pytest.mark.parametrize(
    "text", ["", "af en toe", "2 weken", "4", "week", "nooit", "0 keer per week", "1-2 keer per maand", "per 0 weken"]
)
def test_what_is_not_clearly_how_often_is_not_guessed(text):
    assert how_often(text) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1,5", 1.5),
        ("1.5 uur", 1.5),
        ("90 minuten", 1.5),
        ("90 min.", 1.5),
        ("45'", 0.75),
        ("1:30", 1.5),
        ("01:30:00", 1.5),
        ("1u30", 1.5),
        ("1h 30m", 1.5),
        ("1 uur en 30 minuten", 1.5),
        ("1 uur 15", 1.25),
        ("2 h", 2),
        ("2u", 2),
        ("two hours", 2),
        ("uur", 1),
        ("een uur", 1),
        ("an hour", 1),
        ("anderhalf uur", 1.5),
        ("1½ uur", 1.5),
        ("an hour and a half", 1.5),
        ("one and a half hours", 1.5),
        ("twee en een half uur", 2.5),
        ("tweeënhalf uur", 2.5),
        ("een half uur", 0.5),
        ("halfuur", 0.5),
        ("half an hour", 0.5),
        ("kwartier", 0.25),
        ("drie kwartier", 0.75),
    ],
)
def test_how_long(text, hours):
    assert how_long(text) == pytest.approx(hours)
    assert how_long(f" {text.upper()} ") == pytest.approx(hours)


@pytest.mark.parametrize("text", ["", "lang", "0", "0:00", "1:75", "1.30", "0,45 uur", "-1", "uren en uren"])
def test_what_is_not_clearly_how_long_is_not_guessed(text):
    assert how_long(text) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_hours_and_minutes_in_any_form(hours, minutes):
    expected = pytest.approx(hours + minutes / 60) if hours or minutes else None
    for text in (
        f"{hours}:{minutes:02}",
        f"{hours}u{minutes:02}",
        f"{hours} uur {minutes} min",
        f"{hours * 60 + minutes}m",
    ):
        assert how_long(text) == expected


@given(st.text(max_size=30))
def test_any_text_can_be_tried(text):
    for found in (how_often(text), how_long(text)):
        assert found is None or found
    try:
        assert all(one.name for one in who(text))
    except ValueError as error:
        assert str(error)


def test_who():
    cell = "Jeugdarts (GGD); 2x Wijkteamlid (Wijkteam)| School,\nIB'er (School, groep 3-8), Huisarts 3x; Agent (2x);"
    assert [(one.people, one.name, one.organisation) for one in who(cell)] == [
        (1, "Jeugdarts", "GGD"),
        (2, "Wijkteamlid", "Wijkteam"),
        (1, "School", ""),
        (1, "IB'er", "School, groep 3-8"),
        (3, "Huisarts", ""),
        (2, "Agent", ""),
    ]
    for text in ("Jeugdarts (GGD", "(GGD)", "0x lid", "201x lid", "x" * 101):
        with pytest.raises(ValueError, match=r".+"):
            who(text)


def test_what_for():
    known = {"case": "case", "plannen, afstemmen": "plan"}
    assert what_for("case", known) == (["case"], [])
    assert what_for("Plannen,  afstemmen, CASE; case", known) == (["plan", "case"], [])
    assert what_for("afstemmen, case", known) == (["case"], ["afstemmen"])


def test_a_row_per_meeting():
    table = read(
        [
            "Casusoverleg",
            "Jeugdarts (GGD); 2x Wijkteamlid (Wijkteam)",
            "om de week",
            "anderhalf uur",
            "Casus bespreken",
        ],
        ["", "", "", "", ""],
        ["Stuurgroep", "Wethouder (gemeente)", "per kwartaal", "2", "plan; discuss cases"],
    )
    assert table.refused == table.dropped_columns == table.unrecognised_columns == []
    assert table.meetings == (
        Meeting(
            name="Casusoverleg",
            participants=(
                Participant(name="Jeugdarts", organisation="GGD"),
                Participant(name="Wijkteamlid", organisation="Wijkteam", people=2),
            ),
            times=0.5,
            per="week",
            hours=1.5,
            purposes=("case",),
        ),
        Meeting(
            name="Stuurgroep",
            participants=(Participant(name="Wethouder", organisation="gemeente"),),
            times=1,
            per="quarter",
            hours=2,
            purposes=("plan", "case"),
        ),
    )


def test_a_row_per_participant():
    table = read(
        ["School", "1x/mnd", "IB'er", "1", "Zorgteam"],
        ["GGD", "", "2x Jeugdarts", "", "zorgteam "],
        ["GGD", "wekelijks", "Wijkteamlid (Wijkteam)", "60 min", "Zorgteam"],
        headers=["Organisatie", "Frequentie", "Deelnemer", "Uren", "Vergadering"],
    )
    (meeting,) = table.meetings
    assert [(one.label, one.people) for one in meeting.participants] == [
        ("IB'er (School)", 1),
        ("Jeugdarts (GGD)", 2),
        ("Wijkteamlid (Wijkteam)", 1),
    ]
    assert (meeting.name, meeting.times, meeting.per, meeting.hours) == ("Zorgteam", 1, "month", 1)
    assert reasons(table) == [("rij 4", "hoe vaak ‘Zorgteam’ is staat in rij 2 anders; wat daar staat telt")]


def test_english_headers_and_messages():
    table = read(
        ["Team", "Teacher", "4", "90", "plan"],
        headers=["Meeting", "Who", "Times per year", "Length (minutes)", "Purpose"],
        language="en",
    )
    (meeting,) = table.meetings
    assert (meeting.times, meeting.per, meeting.hours) == (4, "year", 1.5)
    missing = read(["Team"], headers=["Meeting"], language="en").refused[0].reason
    assert "‘participants’" in missing
    assert "deelnemers" not in missing


def test_csv_as_spreadsheets_write_it():
    text = 'Naam;Deelnemers;Keer per maand;Duur (in uren)\n"Team";"Jeugdarts (GGD)\nSchool";2;1,5\n'
    table = read_meetings("lijst.csv", read_table("lijst.csv", text.encode("cp1252")), {})
    (meeting,) = table.meetings
    assert [one.label for one in meeting.participants] == ["Jeugdarts (GGD)", "School"]
    assert meeting.monthly_hours == 3


def test_one_bad_row_does_not_stop_the_others():
    table = read(
        ["Goed", "School", "wekelijks", "1", ""],
        ["", "School", "wekelijks", "1", ""],
        ["Vaak", "School", "soms", "1", ""],
        ["Lang", "School", "wekelijks", "90", ""],
        ["Raar", "School (", "wekelijks", "1", ""],
        ["Duur", "School", "wekelijks", "lang", ""],
        ["Elk uur", "School", "900 per week", "1", ""],
        ["Leeg", "", "wekelijks", "", ""],
        ["Ook goed", "GGD", "per jaar", "1", "iets anders"],
        ["x" * 101, "GGD", "per jaar", "1", ""],
        ["Kort"],
        ["Vol", "x" * 5001, "per jaar", "1", ""],
        ["Druk", ";".join(f"p{number}" for number in range(201)), "per jaar", "1", ""],
    )
    assert [each.name for each in table.meetings] == ["Goed", "Ook goed"]
    found = dict(reasons(table))
    assert found == {
        "rij 3": "de naam van het overleg ontbreekt",
        "rij 4": "‘soms’ begrijp ik niet; schrijf bijvoorbeeld ‘1 keer per 2 weken’ of ‘4x per jaar’",
        "rij 5": "‘90’ is te lang (hoogstens 24 uur); schrijf ‘minuten’ erbij als u die bedoelt",
        "rij 6": "de deelnemer ‘School (’ begrijp ik niet; schrijf bijvoorbeeld ‘2x Wijkteamlid (Wijkteam)’",
        "rij 7": "‘lang’ begrijp ik niet; schrijf bijvoorbeeld ‘1,5 uur’, ‘90 minuten’ of ‘1:30’",
        "rij 8": "‘900 per week’ is te vaak (hoogstens 100 keer)",
        "rij 9": "bij ‘Leeg’ ontbreekt wie eraan deelnemen, hoe lang het duurt",
        "rij 10": "het doel ‘iets anders’ ken ik niet; het is overgeslagen",
        "rij 11": "de naam van het overleg is te lang (hoogstens 100 tekens)",
        "rij 12": "bij ‘Kort’ ontbreekt wie eraan deelnemen, hoe vaak het is, hoe lang het duurt",
        "rij 13": "er staat te veel in een cel (hoogstens 5000 tekens)",
        "rij 14": "‘Druk’: deze lijst is te lang (hoogstens 200)",
    }
    assert {each.source for each in table.refused} == {"lijst.csv"}


def test_who_somebody_is_stays_outside():
    table = read(
        ["Team", "School", "wekelijks", "1", "Jan Jansen", "jan@school.nl", "06-12345678"],
        ["Zorg", "ib@school.nl; GGD", "wekelijks", "1", "", "", ""],
        ["Bel", "School 06 12345678", "wekelijks", "1", "", "", ""],
        headers=["Overleg", "Deelnemers", "Hoe vaak", "Duur", "Naam", "Contact", "Telefoon"],
    )
    assert table.dropped_columns == ["Naam", "Contact", "Telefoon"]
    assert [each.name for each in table.meetings] == ["Team"]
    reason = "hier staat een e-mailadres of telefoonnummer; schrijf een functie, zoals ‘Jeugdarts (GGD)’"
    assert reasons(table) == [("rij 3", reason), ("rij 4", reason)]
    assert not any(secret in repr(table) for secret in ("Jansen", "school.nl", "12345678"))


def test_organisations_do_not_go_with_more_participants():
    table = read(
        ["Team", "IB'er, leraar", "School", "wekelijks", "1"],
        headers=["Overleg", "Deelnemers", "Organisatie(s)", "Hoe vaak?", "Hoe lang?"],
    )
    assert [one.label for one in table.meetings[0].participants] == ["IB'er", "leraar"]
    assert "alleen bij één deelnemer per rij" in table.refused[0].reason


def test_missing_double_and_unknown_columns():
    table = read(["Team", "School"], headers=["Overleg", "Deelnemers"])
    assert table.meetings == ()
    assert reasons(table) == [
        ("rij 1", "er is geen kolom voor hoe vaak het is; de kop mag zijn: ‘hoe vaak’, ‘frequentie’, ‘keer’"),
        ("rij 1", "er is geen kolom voor hoe lang het duurt; de kop mag zijn: ‘duur’, ‘hoe lang’, ‘uren’"),
    ]
    table = read(["Team", "School", "wekelijks", "1", "per jaar", "ja"], headers=[*HEADERS[:4], "Frequentie", "Online"])
    assert table.meetings[0].per == "week"
    assert reasons(table) == [
        ("rij 1", "de kolommen ‘Hoe vaak’ en ‘Frequentie’ betekenen hetzelfde; alleen de eerste telt")
    ]
    assert table.unrecognised_columns == ["Online"]


@pytest.mark.parametrize("rows", [[], [[]], [["", " "], [""]]])
def test_an_empty_table(rows):
    assert reasons(read_meetings("leeg.csv", rows, {})) == [("", "deze tabel is leeg")]


def test_headers_alone():
    assert reasons(read()) == [("", "onder de kolomkoppen staan geen rijen")]


plain_names = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)
meetings = st.builds(
    Meeting,
    name=plain_names,
    participants=st.lists(
        st.builds(
            Participant, name=plain_names, organisation=st.one_of(st.just(""), plain_names), people=st.integers(1, 200)
        ),
        min_size=1,
        max_size=4,
        unique=True,
    ).map(tuple),
    times=st.integers(1, 100),
    per=st.sampled_from(["week", "month", "quarter", "year"]),
    hours=st.integers(1, 24 * 60).map(lambda minutes: minutes / 60),
    purposes=st.lists(st.sampled_from(sorted(PURPOSES)), unique=True).map(tuple),
)


@given(st.lists(meetings, max_size=4, unique_by=lambda each: each.name.casefold()), st.permutations(range(5)))
def test_what_is_written_down_is_read_back(written, order):
    dutch = {"week": "week", "month": "maand", "quarter": "kwartaal", "year": "jaar"}
    rows = [
        [
            each.name,
            "; ".join(f"{one.people}x {one.label}" for one in each.participants),
            f"{each.times:g} keer per {dutch[each.per]}",
            f"{round(each.hours * 60)} minuten",
            "; ".join(PURPOSES[purpose][0] for purpose in each.purposes),
        ]
        for each in written
    ]
    shuffled = [[row[at] for at in order] for row in rows]
    table = read(*shuffled, headers=[HEADERS[at] for at in order])
    assert table.meetings == tuple(written)
    assert bool(table.refused) == (not written)
