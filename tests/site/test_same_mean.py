"""One mean for very different teams: the mean stays where it is, the agreement falls all the way."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from ketenspiegel.methods.agreement import agreement
from ketenspiegel.site.playing import same_mean

STEPS = same_mean.SPREAD.values
# Van der Eijk's A: 1 when all agree, 0 when all answers are given as often, -1 when half is at either end.
KNOWN = {0: 1, 6: 0, 10: -1}


def datasets():
    return list(same_mean.draw().to_dict()["datasets"].values())


def test_every_team_has_twenty_people_and_a_mean_of_three():
    assert len(same_mean.TEAMS) == len(STEPS) == 11
    for counts in same_mean.TEAMS:
        assert len(counts) == 5
        assert sum(counts) == 20
        answers = [answer for answer, people in enumerate(counts, 1) for _ in range(people)]
        assert sum(answers) / 20 == same_mean.mean(counts) == 3


def test_it_goes_from_everybody_in_the_middle_to_two_camps_at_the_ends():
    assert same_mean.TEAMS[0] == (0, 0, 20, 0, 0)
    assert same_mean.TEAMS[6] == (4, 4, 4, 4, 4)
    assert same_mean.TEAMS[-1] == (10, 0, 0, 0, 10)


def test_with_every_step_agreement_falls_and_the_middle_never_fills():
    found = [agreement(counts) for counts in same_mean.TEAMS]
    assert all(before > after for before, after in pairwise(found))
    assert {step: found[step] for step in KNOWN} == KNOWN
    assert all(before[2] >= after[2] for before, after in pairwise(same_mean.TEAMS))


def test_the_agreement_of_one_team_layer_by_layer():
    # 2 4 8 4 2: ten people in a layer 11111 of 0; six in 01110 of 1 - 2/4; four in 00100 of 1.
    assert agreement(same_mean.TEAMS[4]) == pytest.approx((10 * 0 + 6 * 0.5 + 4 * 1) / 20)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (0, "Het gemiddelde is 3,0. Iedereen geeft een 3. De eensgezindheid is 1,00: hoger kan niet."),
        (
            4,
            "Het gemiddelde blijft 3,0. Toch geven nog maar 8 van de 20 mensen een 3, en geven er 4 een 1 of een 5. "
            "De eensgezindheid zakte van 1,00 naar 0,35.",
        ),
        (
            6,
            "Het gemiddelde blijft 3,0. Toch krijgt elk antwoord evenveel mensen: 4 van de 20. De eensgezindheid "
            "zakte van 1,00 naar 0,00.",
        ),
        (
            8,
            "Het gemiddelde blijft 3,0. Toch geeft niemand een 3, en geven er 12 een 1 of een 5. De eensgezindheid "
            "zakte van 1,00 naar −0,31.",
        ),
        (
            10,
            "Het gemiddelde blijft 3,0. Maar er zijn twee kampen: 10 mensen geven een 1, 10 een 5, en niemand een 3. "
            "De eensgezindheid zakte van 1,00 naar −1,00: lager kan niet.",
        ),
    ],
)
def test_the_words_say_that_the_mean_stays_and_what_it_hides(step, expected):
    assert same_mean.words(step) == expected


def test_every_setting_has_words_of_its_own():
    said = [same_mean.words(step) for step in STEPS]
    assert len(set(said)) == len(STEPS)
    assert all(re.match(r"Het gemiddelde (is|blijft) 3,0\.", text) for text in said)


def test_a_dot_for_every_person_in_the_column_of_the_answer():
    people = next(rows for rows in datasets() if set(rows[0]) == {"spread", "x", "y"} and len(rows) > 11)
    for step, counts in enumerate(same_mean.TEAMS):
        here = [row for row in people if row["spread"] == step]
        assert len({(row["x"], row["y"]) for row in here}) == 20
        columns = [int(row["x"] // same_mean.COLUMN) for row in here]
        assert tuple(columns.count(column) for column in range(5)) == counts


def test_the_triangle_does_not_move_and_the_dot_of_agreement_does():
    balance, agreed = (rows for rows in datasets() if set(rows[0]) == {"spread", "x", "y"} and len(rows) == 11)
    assert {row["x"] for row in balance} == {2.5 * same_mean.COLUMN}
    places = [row["x"] for row in agreed]
    assert all(before > after for before, after in pairwise(places))
    assert (places[0], places[-1]) == (same_mean.RIGHT, same_mean.LEFT)


def test_the_caption_is_short_and_says_that_it_is_made_up():
    assert "verzonnen" in same_mean.FIGURE.caption
    assert len(same_mean.FIGURE.caption.split()) <= 60
