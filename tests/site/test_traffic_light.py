"""A border decides the colour: the same eight scores, and ever fewer on green."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ketenspiegel.lenses.average import light
from ketenspiegel.site.playing import traffic_light

BORDERS = traffic_light.BORDER.values
# Counted by hand from the scores: green, orange, red.
COUNTED = {3.0: (7, 0, 1), 3.1: (6, 1, 1), 3.4: (5, 2, 1), 3.5: (4, 3, 1), 3.6: (3, 4, 1), 4.0: (1, 6, 1)}


def datasets():
    return list(traffic_light.draw().to_dict()["datasets"].values())


def rows_with(field):
    (found,) = [rows for rows in datasets() if set(rows[0]) == {"border", "x", "y", field}]
    return found


def test_eight_scores_on_the_scale_in_order_and_none_the_same():
    scores = list(traffic_light.SCORES.values())
    assert len(scores) == 8
    assert all(5 >= before > after >= 1 for before, after in pairwise(scores))
    assert BORDERS == (3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4.0)


@pytest.mark.parametrize(("border", "expected"), COUNTED.items())
def test_how_many_are_green_orange_and_red(border, expected):
    found = traffic_light.counts(border)
    assert (found["green"], found["orange"], found["red"]) == expected


def test_at_the_start_the_colours_are_those_of_the_simple_view():
    start = traffic_light.BORDER.start
    for score in traffic_light.SCORES.values():
        assert traffic_light.colour(score, start) == light(score, 5)


def test_a_higher_border_never_makes_a_theme_greener_and_red_stays():
    found = [traffic_light.counts(border) for border in BORDERS]
    assert all(before["green"] >= after["green"] for before, after in pairwise(found))
    assert {each["red"] for each in found} == {1}
    assert {sum(each.values()) for each in found} == {8}
    assert found[0]["green"] - found[-1]["green"] == 6


@pytest.mark.parametrize(
    ("border", "expected"),
    [
        (
            3.0,
            "Groen vanaf 3,0: 7 groen, 0 oranje en 1 rood. Dat is 3 meer op groen dan bij 3,5. Toch is geen enkel "
            "antwoord veranderd.",
        ),
        (
            3.5,
            "Groen vanaf 3,5: 4 groen, 3 oranje en 1 rood. Schuif de grens: geen enkel antwoord verandert, de kleuren "
            "wel.",
        ),
        (
            4.0,
            "Groen vanaf 4,0: 1 groen, 6 oranje en 1 rood. Dat is 3 minder op groen dan bij 3,5. Toch is geen enkel "
            "antwoord veranderd.",
        ),
    ],
)
def test_the_words_count_the_colours_and_say_that_no_answer_changed(border, expected):
    assert traffic_light.words(border) == expected


def test_every_setting_has_words_of_its_own():
    assert len({traffic_light.words(border) for border in BORDERS}) == len(BORDERS)


def test_the_dots_stay_and_only_their_colours_change():
    dots = rows_with("light")
    places = {border: [(row["x"], row["y"]) for row in dots if row["border"] == border] for border in BORDERS}
    assert all(each == places[3.0] for each in places.values())
    assert len(places[3.0]) == 8
    lights = {border: [row["light"] for row in dots if row["border"] == border] for border in BORDERS}
    assert lights[3.5] == ["green"] * 4 + ["orange"] * 3 + ["red"]


def test_a_dot_has_the_colour_of_the_zone_that_it_is_in():
    (zones,) = [rows for rows in datasets() if {"light", "x2"} <= set(rows[0])]
    for dot in rows_with("light"):
        here = [
            zone["light"]
            for zone in zones
            if zone["border"] == dot["border"] and zone["x"] - 0.01 <= dot["x"] and dot["x"] < zone["x2"] - 0.01
        ]
        assert here == [dot["light"]]


def test_the_caption_is_short_and_says_that_it_is_made_up():
    assert "verzonnen" in traffic_light.FIGURE.caption
    assert len(traffic_light.FIGURE.caption.split()) <= 60
