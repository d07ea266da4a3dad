"""Answers, tables and what the package knows come together in one table, and the answers say who takes part."""

from __future__ import annotations

import pytest

from ketenspiegel.answers import AnswerSheet, Place
from ketenspiegel.case_tables import read_case_table
from ketenspiegel.cases import CaseTable
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.comparing import COMPLEX, SIMPLE, apart, compared, put_together
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.municipalities import municipalities, named
from ketenspiegel.questions import load_question_set
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

REGIE = load_question_set("regie")
ITEMS = [item.id for item in REGIE.fields[0].measured(REGIE.fields[0].measured()[0].part)]
MEAN = f"regie/{REGIE.fields[0].id}/{REGIE.fields[0].measured()[0].part}/mean"
INHABITANTS, DENSITY = "context/inhabitants", "context/density"


def answered(questions, town, answer, n=3):
    """Let so many people of the first role give the same answer to every statement of the first theme and part."""
    role = next(iter(questions.role_labels))
    items = questions.fields[0].measured(questions.fields[0].measured()[0].part)
    return [
        AnswerSheet(
            question_set=questions.id,
            question_set_version=questions.version,
            municipality=Place(name=town),
            role=role,
            answers={
                item.id: len(questions.scale_of(item).points) + 1 - answer if item.reversed else answer
                for item in items
            },
        )
        for _ in range(n)
    ]


def collected(*sheets):
    return {"regie": tuple(each for some in sheets for each in some)}


def table_of(*rows):
    return read_case_table("eigen.csv", [list(map(str, row)) for row in rows]).table


def test_without_answers_the_table_says_who_takes_part():
    found = put_together({}, table_of(("gemeente", "wachttijd"), ("Almere", 7), ("Eikendal", 3), ("Urk", 5)))
    assert found.cases == ("Almere", "Eikendal", "Urk")
    assert found.of("table/wachttijd") == {"Almere": 7.0, "Eikendal": 3.0, "Urk": 5.0}
    assert set(found.of(INHABITANTS)) == {"Almere", "Urk"}


def test_with_answers_only_those_with_answers_take_part():
    country = table_of(("gemeente", "wachttijd"), *((each.name, at) for at, each in enumerate(municipalities())))
    found = put_together(collected(answered(REGIE, "Almere", 2), answered(REGIE, "Urk", 4)), country)
    assert found.cases == ("Almere", "Urk")
    assert found.of(MEAN) == {"Almere": 2.0, "Urk": 4.0}
    assert found.of("table/wachttijd") == {name: float(_place(name)) for name in ("Almere", "Urk")}


def _place(name):
    return [each.name for each in municipalities()].index(name)


def test_a_table_counts_above_what_the_package_knows():
    own = table_of(("gemeente", "inwoners"), ("Almere", 123456), ("urk", 654))
    found = put_together(collected(answered(REGIE, "Almere", 2), answered(REGIE, "Urk", 4)), own)
    assert found.of(INHABITANTS) == {"Almere": 123456.0, "Urk": 654.0}
    urk = named("Urk")
    assert found.of(DENSITY)["Urk"] == pytest.approx(urk.inhabitants / urk.area)
    without = put_together(collected(answered(REGIE, "Almere", 2), answered(REGIE, "Urk", 4)), CaseTable())
    assert without.of(INHABITANTS)["Urk"] == urk.inhabitants


def test_what_is_everywhere_the_same_tells_nothing_apart():
    own = table_of(("gemeente", "wachttijd", "budget"), ("Eikendal", 4, 10), ("Hazelmonde", 4, 20))
    found = put_together(collected(answered(REGIE, "Eikendal", 3), answered(REGIE, "Hazelmonde", 3)), own)
    assert set(found.measures) == {"table/budget"}
    assert found.cases == ("Eikendal", "Hazelmonde")
    assert all(set(row) == {"table/budget"} for row in found.values.values())


def test_who_has_too_few_sheets_stays_on_the_list_without_a_value():
    found = put_together(
        collected(
            answered(REGIE, "Eikendal", 2), answered(REGIE, "Hazelmonde", 4), answered(REGIE, "Rietdommel", 1, n=2)
        ),
        CaseTable(),
    )
    assert found.of(MEAN) == {"Eikendal": 2.0, "Hazelmonde": 4.0}
    assert list(Study(found, Choice(MEAN)).left_out) == ["Rietdommel"]


def test_several_assessments_stand_side_by_side_whatever_the_capitals():
    meeting = Meeting(
        name="Overleg",
        participants=tuple(Participant(name=name) for name in ("Jeugdarts", "Leraar", "Wijkagent")),
        times=2,
        per="month",
        hours=3,
    )
    listed = [
        AnswerSheet(
            question_set="overlegkaart", question_set_version="1.0", municipality=Place(name=town), meetings=each
        )
        for town, each in (("EIKENDAL", (meeting,)), ("Noordhaven", (meeting.model_copy(update={"hours": 1}),)))
    ]
    found = put_together(
        {
            **collected(answered(REGIE, "Eikendal", 2), answered(REGIE, "Hazelmonde", 4)),
            "overlegkaart": listed,
        },
        CaseTable(),
    )
    assert found.cases == ("Eikendal", "Hazelmonde", "Noordhaven")
    assert found.of("overlegkaart/load") == {"Eikendal": 6.0, "Noordhaven": 2.0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lens_is_called_by_its_name(language):
    study = Study(fourteen(), Choice(OUTCOME, CONDITIONS))
    views = [compared(lens, study, language) for lens in (SIMPLE, *COMPLEX)]
    assert [view.lens for view in views] == [SIMPLE, *COMPLEX]
    assert {view.language for view in views} == {language}


def test_few_municipalities_are_shown_each_by_itself():
    two = collected(answered(REGIE, "Westerveen", 4), answered(REGIE, "Eikendal", 2))
    first, others = apart(two, "nl")
    assert [view.title.partition(":")[0] for view in (*first, *others)] == ["Eikendal", "Westerveen"]
    assert (len(first), len(others)) == (1, 1)
    alone, _ = apart(collected(answered(REGIE, "Eikendal", 2)), "nl")
    assert first == alone
    three = collected(*(answered(REGIE, town, 2) for town in ("Westerveen", "Eikendal", "Hazelmonde")))
    first, others = apart(three, "nl")
    assert [view.title.partition(":")[0] for view in (*first, *others)] == ["Eikendal", "Hazelmonde", "Westerveen"]
    assert (len(first), len(others)) == (1, 2)


def test_too_few_people_in_a_municipality_are_not_shown_by_themselves():
    first, others = apart(collected(answered(REGIE, "Eikendal", 2, n=2), answered(REGIE, "Westerveen", 2)), "nl")
    assert first[0].rows == []
    assert len(others[0].rows) > 0


def test_the_assessment_that_most_municipalities_filled_in_is_shown():
    satisfied = load_question_set("klanttevredenheid")
    many = tuple(answered(satisfied, "Eikendal", 2, n=9))
    towns = collected(answered(REGIE, "Eikendal", 2), answered(REGIE, "Westerveen", 2))
    first, others = apart({"klanttevredenheid": many, **towns}, "nl")
    assert (first, others) == apart(towns, "nl")
    more = (*many, *answered(satisfied, "Westerveen", 2))
    assert apart({**towns, "klanttevredenheid": more}, "nl") == apart({"klanttevredenheid": more}, "nl")


def test_meetings_and_sheets_without_a_municipality_are_not_shown_by_themselves():
    meetings = (AnswerSheet(question_set="overlegkaart", question_set_version="1.0"),)
    assert apart({"overlegkaart": meetings}, "nl") == ([], [])
    assert apart(collected(answered(REGIE, "", 2)), "nl") == ([], [])
    assert apart({}, "nl") == ([], [])
