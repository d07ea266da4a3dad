"""Two groups that misread each other: the state comes from what is wanted and from what is expected."""

from __future__ import annotations

import pytest

from ketenspiegel.site.playing import misread

SETTINGS = list(misread.FIGURE.settings())
STATES = {
    (5, 5): "true consensus",
    (5, 2): "false consensus",
    (2, 5): "false conflict",
    (2, 2): "true dissensus",
}


def test_the_people_stand_around_the_answer_that_most_give():
    for answer, people in misread.AROUND.items():
        assert len(people) == 5
        assert max(people, key=people.count) == answer
        assert all(abs(each - answer) <= 1 and 1 <= each <= 5 for each in people)
        assert misread.AROUND[6 - answer] == tuple(sorted(6 - each for each in people))


@pytest.mark.parametrize(("setting", "state"), STATES.items())
def test_the_four_states_are_those_of_the_table_in_the_book(setting, state):
    assert misread.reading(*setting).state == state


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        # Municipality 4 5 5 5 5; expects 1 2 2 2 3: 3, 3, 3, 3 and 2 steps, 2.8 of 4 on average.
        ((2, 5), (1, 0.3, 0.3)),
        ((5, 2), (0.3, 1, 0.3)),
        ((2, 2), (0.3, 0.3, 1)),
        # Provider 3 4 4 4 5: 0.8 of a step from the municipality. Expects 2 3 3 3 4: 1.8 steps, and 1 step off.
        ((3, 4), (0.8, 0.55, 0.75)),
        # Expects 1 1 1 1 2 where it is 4 5 5 5 5: 3.6 steps.
        ((1, 5), (1, 0.1, 0.1)),
    ],
)
def test_the_measures_are_those_worked_out_by_hand(setting, expected):
    found = misread.reading(*setting)
    assert (found.agreement.value, found.congruency.value, found.accuracy.value) == pytest.approx(expected)


@pytest.mark.parametrize(("expected", "real"), SETTINGS)
def test_who_wants_it_agrees_and_who_is_expected_to_is_thought_to(expected, real):
    # The municipality gives a 5: a 4 or a 5 is of one mind with it, less is not.
    state = misread.reading(expected, real).state
    assert state.endswith("consensus") == (expected >= 4)
    assert (state in ("true consensus", "false conflict")) == (real >= 4)


@pytest.mark.parametrize(("expected", "real"), SETTINGS)
def test_who_is_seen_as_they_are_is_read_well(expected, real):
    said = misread.words(expected, real)
    if expected == real:
        assert misread.reading(expected, real).accuracy.value == 1
    assert ("leest de aanbieder goed" in said) == (misread.steps_off(expected, real) < 1)
    assert ("te laag" in said) == (expected < real and "goed." not in said)
    assert ("te hoog" in said) == (expected > real and "goed." not in said)


def test_a_false_state_is_never_read_well():
    for setting in SETTINGS:
        if misread.reading(*setting).state.startswith("false"):
            assert misread.steps_off(*setting) >= 1


def test_what_is_expected_does_not_change_what_both_want():
    for real in misread.AROUND:
        assert len({misread.reading(expected, real).agreement.value for expected in misread.AROUND}) == 1


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (
            (2, 5),
            "Schijnbaar oneens. De gemeente denkt dat de aanbieder iets anders wil, maar beide willen ongeveer "
            "hetzelfde. Zij schat de aanbieder 2,8 stappen te laag in. Eens: 1,00. Denkt eens te zijn: 0,30. Raak: "
            "0,30.",
        ),
        (
            (4, 3),
            "Schijnbaar eens. De gemeente denkt dat de aanbieder ongeveer hetzelfde wil, maar dat is niet zo. Zij "
            "schat de aanbieder 1,0 stap te hoog in. Eens: 0,55. Denkt eens te zijn: 0,80. Raak: 0,75.",
        ),
        (
            (5, 5),
            "Echt eens. De gemeente denkt dat de aanbieder ongeveer hetzelfde wil, en dat is zo. Zij leest de "
            "aanbieder goed. Eens: 1,00. Denkt eens te zijn: 1,00. Raak: 1,00.",
        ),
        (
            (1, 3),
            "Echt oneens. De gemeente denkt dat de aanbieder iets anders wil, en dat is zo. Zij schat de aanbieder 1,8 "
            "stappen te laag in. Eens: 0,55. Denkt eens te zijn: 0,10. Raak: 0,55.",
        ),
    ],
)
def test_the_words_name_the_state_and_what_it_means(setting, expected):
    assert misread.words(*setting) == expected


def test_every_setting_has_words_of_its_own():
    assert len({misread.words(*setting) for setting in SETTINGS}) == len(SETTINGS) == 25


@pytest.fixture(scope="module")
def tables():
    return misread.draw().to_dict()["datasets"].values()


def test_the_picture_has_five_people_in_every_row_whatever_is_chosen(tables):
    people = [rows for rows in tables if "fill" in rows[0]]
    own, expected, real = people
    assert len(own) == 5
    for answer in misread.AROUND:
        for rows, field in ((expected, "expected"), (real, "real")):
            here = [row for row in rows if row[field] == answer]
            assert len({row["x"] for row in here}) == 5
            nearest = [round((row["x"] - misread.FIRST) / misread.APART) + 1 for row in here]
            assert tuple(nearest) == misread.AROUND[answer]
    assert {row["fill"] for row in expected} == {"transparent"}


@pytest.mark.parametrize(("expected", "real"), SETTINGS)
def test_the_bars_are_the_measures_and_the_stroke_parts_yes_from_no(tables, expected, real):
    here = [row for rows in tables for row in rows if (row.get("expected"), row.get("real")) == (expected, real)]
    found = misread.reading(expected, real)
    values = [found.agreement.value, found.congruency.value, found.accuracy.value]
    bars = [row["x2"] for row in here if "x2" in row]
    assert bars == pytest.approx([misread.WHOLE * value for value in values], abs=0.06)
    verdicts = [row["text"].split()[0] for row in here if row.get("x") == misread.WIDTH]
    assert verdicts == ["ja" if bar > misread.LIMIT + 0.1 else "nee" for bar in bars]
    assert misread.STATES[found.state] in [row.get("text") for row in here]


def test_it_says_that_it_is_made_up():
    assert "verzonnen" in misread.FIGURE.caption
    assert len(misread.FIGURE.caption.split()) <= 60
