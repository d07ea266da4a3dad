"""Every municipality gets the numbers that its own answers come to, and none from too few people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.answers import AnswerSheet, Place
from ketenspiegel.lenses.measures import by_municipality, measures, too_few
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import load_question_set

MEETINGS = load_question_set("overlegkaart")
DOCTOR, TEACHER, THERAPIST = (Participant(name=name) for name in ("Jeugdarts", "Leraar", "Behandelaar"))
WORKERS = Participant(name="Wijkteamlid", people=2)


def sheet(questions, town, role="", meetings=(), **answers):
    return AnswerSheet(
        question_set=questions.id,
        question_set_version="1.0",
        municipality=Place(name=town),
        role=role,
        meetings=meetings,
        answers={name.replace("_", "-"): value for name, value in answers.items()},
    )


def sheets(questions, town, role="inwoner", **answers):
    """Make a sheet per place in the lists of answers; None stands for no answer."""
    rows = zip(*answers.values(), strict=True)
    return [
        sheet(questions, town, role, **{name: a for name, a in zip(answers, row, strict=True) if a is not None})
        for row in rows
    ]


def motives_of(questions, town, n, expected):
    """Policy expects so much of the provider, on client and on budget; the provider guesses right."""
    policy = {"client": 5, "budget": 5, "client--aanbieder": expected[0], "budget--aanbieder": expected[1]}
    provider = {"client": 5, "budget": 1, "client--beleid": 5, "budget--beleid": 5}
    return [
        sheet(questions, town, role, **answers)
        for role, answers in (("beleid", policy), ("aanbieder", provider))
        for _ in range(n)
    ]


def test_mean_and_agreement_by_hand_with_reversed_statements_turned_round(small):
    found = measures(
        [
            *sheets(small, "Eikendal", samen_weten=[5, 4, 3], samen_dubbel=[1, 1, 2]),
            *sheets(small, "Westerveen", samen_weten=[1, 1, 5, 5], samen_dubbel=[5, 5, 5, 5]),
        ],
        small,
    )
    assert found.of("klein/samen/mean") == pytest.approx({"Eikendal": (12 + 5 + 5 + 4) / 6, "Westerveen": 16 / 8})
    # A: 5, 4, 3 is one layer over three of five points, 1 - 2/4. Of 1, 1, 2 two thirds are a layer over two points
    # (1 - 1/4) and a third is one over one point (1). Half and half over the ends is -1.
    two = 2 / 3 * 0.75 + 1 / 3
    expected = {"Eikendal": (0.5 + two) / 2, "Westerveen": (-1 + 1) / 2}
    assert found.of("klein/samen/agreement") == pytest.approx(expected)
    assert set(found.measures) == {"klein/samen/mean", "klein/samen/agreement"}


def test_what_a_measure_is_called(small):
    found = measures(sheets(small, "Eikendal", samen_weten=[5, 4, 3]), small).measures
    mean, agreed = found["klein/samen/mean"], found["klein/samen/agreement"]
    assert (mean.source.nl, mean.label.nl, mean.label.en) == ("Klein", "Samen", "Together")
    assert (mean.high.nl, mean.low.en) == ("een hoge score op ‘samen’", "a low score on ‘together’")
    assert (agreed.label.nl, agreed.high.en) == ("Eensgezindheid over samen", "much agreement on together")
    assert (mean.middle, agreed.middle) == (3.0, None)
    assert not (mean.crisp or agreed.crisp)


def test_two_sheets_give_nothing_and_are_named(small):
    few = sheets(small, "Westerveen", samen_weten=[1, 2])
    found = measures([*sheets(small, "Eikendal", samen_weten=[5, 4, 3]), *few], small)
    assert found.of("klein/samen/mean") == {"Eikendal": 4.0}
    assert found.values["Westerveen"] == {}
    assert not measures(few, small).measures
    assert too_few(few * 2, small) == ()
    few += [*sheets(small, "aasdorp", samen_weten=[3]), *sheets(small, "Eikendal", samen_weten=[5, 4, 3])]
    assert too_few(few, small) == ("aasdorp", "Westerveen")


def test_a_theme_needs_three_who_know(small):
    found = measures(
        [
            *sheets(small, "Eikendal", samen_weten=[5, 4, "unknown"], sturen_besluit=[2, 2, 2]),
            *sheets(small, "Westerveen", samen_weten=[5, 4, None], sturen_besluit=[4, None, None]),
        ],
        small,
    )
    assert found.values["Eikendal"] == {"klein/sturen/mean": 2.0, "klein/sturen/agreement": 1.0}
    assert found.values["Westerveen"] == {}


def test_sheets_without_a_municipality_change_nothing(small):
    own = sheets(small, "Eikendal", samen_weten=[5, 4, 3])
    homeless = sheets(small, "", samen_weten=[1, 1, 1])
    assert measures([*own, *homeless], small) == measures(own, small)
    assert not measures(homeless, small).values
    assert too_few(homeless[:1], small) == ()


def test_every_part_of_a_theme_is_a_measure_of_its_own(data):
    questions = load_question_set(data / "klein-gewenst.yaml")
    answers = {"sturen_nu": [2, 2, 2], "sturen_open": [4, 4, 4], "sturen_gewenst": [5, 5, 4], "overig_tijd": [3, 3, 3]}
    found = measures(sheets(questions, "Eikendal", **answers), questions)
    means = {name: found.of(name)["Eikendal"] for name in found.measures if name.endswith("/mean")}
    assert means == pytest.approx(
        {
            "klein-gewenst/sturen/nu/mean": 2.0,
            "klein-gewenst/sturen/gewenst/mean": 14 / 3,
            "klein-gewenst/overig/mean": 3.0,
        }
    )
    named = found.measures["klein-gewenst/sturen/nu/mean"]
    assert (named.label.nl, named.high.en) == (
        "Sturen: wat u nu ziet",
        "a high score on ‘steering: what you see now’",
    )


def test_the_middle_is_that_of_the_scale(data):
    questions = load_question_set(data / "klein-tevreden.yaml")
    found = measures(sheets(questions, "Eikendal", cijfer_alles=[10, 1, 7], taal_nu=[1, 2, 3]), questions)
    assert found.measures["klein-tevreden/cijfer/mean"].middle == 5.5
    assert found.of("klein-tevreden/cijfer/mean") == {"Eikendal": 6.0}
    assert found.measures["klein-tevreden/taal/tevreden/mean"].middle == 3.0


def test_understanding_is_how_near_predictions_are(data):
    questions = load_question_set(data / "klein-motieven.yaml")
    found = measures(
        [
            # Of four readings two hit (1), one is three of four steps off (1/4) and one is all four steps off (0).
            *motives_of(questions, "Eikendal", 3, (2, 5)),
            *motives_of(questions, "Westerveen", 3, (5, 1)),
            # Four sheets, but of no group enough.
            *motives_of(questions, "Hazelmonde", 2, (5, 1)),
        ],
        questions,
    )
    assert found.of("klein-motieven/understanding") == {"Eikendal": 2.25 / 4, "Westerveen": 1.0}
    assert set(found.measures) == {"klein-motieven/understanding"}
    assert found.measures["klein-motieven/understanding"].middle is None


def held(*participants, name="Overleg", times=1, per="month", hours=1):
    return Meeting(name=name, participants=participants, times=times, per=per, hours=hours)


def test_meeting_load_is_what_one_function_spends_on_average():
    eikendal = (
        held(DOCTOR, TEACHER, WORKERS, name="Groot", times=2),
        held(DOCTOR, WORKERS, name="Leren", hours=2),
        held(TEACHER, THERAPIST, name="School en ggz", per="quarter", hours=1.5),
    )
    westerveen = (held(DOCTOR, TEACHER, THERAPIST, hours=8),)
    lists = [("Eikendal", eikendal), ("Eikendal", eikendal[:2]), ("Westerveen", westerveen), ("", westerveen)]
    found = measures([sheet(MEETINGS, town, meetings=listed) for town, listed in lists], MEETINGS)
    # Doctor 2 + 2, teacher 2 + 0.5, workers 2 + 2 (each of them), therapist 0.5; what two lists hold counts once.
    assert found.of("overlegkaart/load") == pytest.approx({"Eikendal": 11 / 4, "Westerveen": 8})
    assert set(found.measures) == {"overlegkaart/load"}
    assert found.measures["overlegkaart/load"].high.nl == "veel overlegdruk"
    assert too_few([sheet(MEETINGS, "Eikendal", meetings=eikendal)], MEETINGS) == ()


def test_the_hours_of_one_or_two_functions_are_not_shown():
    three = held(DOCTOR, TEACHER, THERAPIST)
    lists = [("Eikendal", ()), ("Noordhaven", (held(DOCTOR, TEACHER),)), ("Westerveen", (three,))]
    found = measures([sheet(MEETINGS, town, meetings=listed) for town, listed in lists], MEETINGS)
    assert found.of("overlegkaart/load") == {"Westerveen": 1.0}


def test_only_the_latest_round_of_a_municipality_counts(small):
    def of_round(name, *answers):
        return [
            each.model_copy(update={"round": name}) for each in sheets(small, "Eikendal", samen_weten=list(answers))
        ]

    found = measures([*of_round("2025-10", 1, 1, 1), *of_round("2026-10", 4, 4, 4)], small)
    assert found.of("klein/samen/mean") == {"Eikendal": 4.0}
    one_person = [*of_round("", 5), *of_round("2025-10", 5), *of_round("2026-10", 5)]
    assert not measures(one_person, small).measures
    assert too_few(one_person, small) == ("Eikendal",)


def test_a_statement_that_few_answered_is_no_part_of_the_mean(small):
    answered = sheets(small, "Eikendal", samen_weten=[4, 4, 4], samen_dubbel=[None, None, 5])
    assert measures(answered, small).of("klein/samen/mean") == {"Eikendal": 4.0}


def test_maps_of_influences_give_no_number(data):
    questions = load_question_set(data / "klein-kaart.yaml")
    found = measures([sheet(questions, "Eikendal") for _ in range(3)], questions)
    assert not found.measures


def test_capitals_make_no_other_municipality(small):
    kept = sheets(small, "Eikendal", samen_weten=[5, 4])
    shouted = sheets(small, "EIKENDAL", samen_weten=[3])
    found = measures([*shouted, *kept], small)
    assert found.of("klein/samen/mean") == {"Eikendal": 4.0}
    assert too_few([*shouted, *kept], small) == ()
    assert too_few([*shouted, *kept[:1]], small) == ("EIKENDAL",)
    assert {town: len(of) for town, of in by_municipality([*shouted, *kept]).items()} == {"Eikendal": 3}


towns = st.sampled_from(["", "Eikendal", "EIKENDAL", "Westerveen"])
some = st.lists(st.tuples(towns, st.integers(1, 5), st.integers(1, 5)), max_size=14)


@given(some, st.randoms(use_true_random=False))
def test_the_order_of_sheets_changes_nothing(small, rows, random):
    came = [sheet(small, town, "inwoner", samen_weten=first, samen_dubbel=second) for town, first, second in rows]
    first, again = (measures(each, small) for each in (came, random.sample(came, len(came))))
    assert first == again
    assert first.cases == again.cases


@given(some)
def test_every_sheet_is_in_one_municipality_or_in_none(small, rows):
    came = [sheet(small, town, "inwoner", samen_weten=first) for town, first, _ in rows]
    divided = by_municipality(came)
    assert sorted(each.id for of in divided.values() for each in of) == sorted(
        each.id for each in came if each.municipality.name
    )
    assert all(each.municipality.name == town for town, of in divided.items() for each in of)


@given(st.lists(st.integers(1, 5), min_size=3, max_size=8))
def test_turning_scale_and_statement_round_changes_nothing(small, answers):
    """An answer of 2 on a reversed statement is worth as much as a 4 on the other."""
    plain = measures(sheets(small, "Eikendal", samen_weten=answers), small)
    turned = measures(sheets(small, "Eikendal", samen_dubbel=[6 - answer for answer in answers]), small)
    assert plain.values == turned.values


def test_measures_of_another_question_set_have_other_names(small):
    own = sheets(small, "Eikendal", samen_weten=[5, 4, 3])
    renamed = small.model_copy(update={"id": "anders"})
    assert not set(measures(own, small).measures) & set(measures(own, renamed).measures)
