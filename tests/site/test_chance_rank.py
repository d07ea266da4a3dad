"""A league table of chance: all are equally good, somebody is on top, and somebody else the next time."""

from __future__ import annotations

import csv
from importlib.resources import files
from itertools import pairwise, product
from math import sqrt
from statistics import mean, pstdev

import pytest

from ketenspiegel.site.playing import chance_rank

SETTINGS = list(product(chance_rank.SIZE.values, chance_rank.DRAWS))
# How far apart the first and the last of twelve are on average, in standard deviations of a normal distribution
# (the tables of the range, Tippett 1925, for a sample of twelve).
RANGE_OF_TWELVE = 3.258


@pytest.fixture(scope="module")
def rows():
    """The rows behind the list."""
    (found,) = [each for each in chance_rank.draw().to_dict()["datasets"].values() if "followed" in each[0]]
    return found


def spread():
    """Give the standard deviation of the mark of one resident."""
    return pstdev([mark for mark, times in chance_rank.MARKS.items() for _ in range(times)])


def mean_apart(asked):
    return mean(chance_rank.apart(asked, drawing) for drawing in chance_rank.DRAWS)


def test_all_are_equally_good():
    marks = chance_rank.MARKS
    assert sum(mark * times for mark, times in marks.items()) / sum(marks.values()) == chance_rank.TRUE_MEAN == 7
    assert spread() == pytest.approx(sqrt(2.1))


def test_twelve_names_that_no_municipality_has():
    names = chance_rank.MUNICIPALITIES
    assert len(set(names)) == 12
    table = files("ketenspiegel.data").joinpath("gemeenten-2026.csv").read_text(encoding="utf-8")
    assert not set(names) & {row["naam"] for row in csv.DictReader(table.splitlines())}


def test_every_drawing_is_the_same_each_time():
    before = [dict(chance_rank.means(25, drawing)) for drawing in chance_rank.DRAWS]
    chance_rank.means.cache_clear()
    chance_rank._answers.cache_clear()
    assert [dict(chance_rank.means(25, drawing)) for drawing in chance_rank.DRAWS] == before
    assert before[0]["Zonnebeek"] == 7.36
    assert before[0]["Eikendal"] == before[0]["Duinhove"] == 6.84


def test_a_mean_is_that_of_the_answers_and_who_asks_more_asks_on():
    answers = chance_rank._answers("Eikendal", "3")
    assert len(answers) == 400
    assert set(answers) <= set(chance_rank.MARKS)
    for asked in chance_rank.SIZES:
        assert chance_rank.means(asked, "3")["Eikendal"] == pytest.approx(mean(answers[:asked]), abs=0.005)


@pytest.mark.parametrize(("size", "drawing"), SETTINGS)
def test_the_list_is_in_order_and_equal_means_share_a_place(size, drawing):
    table = chance_rank.ranked(chance_rank.SIZES[size], drawing)
    assert sorted(name for _, name, _ in table) == sorted(chance_rank.MUNICIPALITIES)
    assert table[0][0] == 1
    for at, ((before, _, high), (after, _, low)) in enumerate(pairwise(table), 2):
        assert high >= low
        assert after == (before if high == low else at)


def test_with_more_residents_the_first_and_the_last_come_closer_as_chance_would_have_it():
    found = [mean_apart(asked) for asked in chance_rank.SIZES]
    assert all(before > after for before, after in pairwise(found))
    for asked, apart in zip(chance_rank.SIZES, found, strict=True):
        assert apart == pytest.approx(RANGE_OF_TWELVE * spread() / sqrt(asked), rel=0.25)


@pytest.mark.parametrize("asked", chance_rank.SIZES)
def test_however_many_are_asked_there_is_a_first_and_another_one_another_time(asked):
    assert all(chance_rank.apart(asked, drawing) > 0 for drawing in chance_rank.DRAWS)
    tops = {chance_rank.ranked(asked, drawing)[0][1] for drawing in chance_rank.DRAWS}
    assert len(tops) >= 3
    places = [chance_rank.place(chance_rank.followed(asked), asked, drawing) for drawing in chance_rank.DRAWS]
    assert places[0] == 1
    assert max(places) >= 6


@pytest.mark.parametrize(
    ("size", "drawing", "expected"),
    [
        (
            2,
            "1",
            "Zij zijn precies even goed. Toch staat Zonnebeek bovenaan (7,36) en staan Duinhove en Eikendal onderaan "
            "(6,84): 0,52 verschil. In de andere trekkingen staat Zonnebeek op plaats 5, 4, 11 en 4.",
        ),
        (
            0,
            "4",
            "Zij zijn precies even goed. Toch staat Varenoord bovenaan (7,80) en staat Rietplas onderaan (6,20): 1,60 "
            "verschil. Kerkveen, in trekking 1 bovenaan, staat nu op plaats 9.",
        ),
        (
            1,
            "5",
            "Zij zijn precies even goed. Toch staan Duinhove en Heidewijk bovenaan (7,60) en staat Rietplas onderaan "
            "(6,40): 1,20 verschil. Heidewijk staat toevallig weer bovenaan.",
        ),
    ],
)
def test_the_words_name_who_is_on_top_though_all_are_equal(size, drawing, expected):
    assert chance_rank.words(size, drawing) == expected


def test_every_setting_has_words_of_its_own():
    said = [chance_rank.words(*setting) for setting in SETTINGS]
    assert len(set(said)) == len(SETTINGS) == 30
    assert all(text.startswith("Zij zijn precies even goed. Toch sta") for text in said)


@pytest.mark.parametrize(("size", "drawing"), SETTINGS)
def test_the_picture_is_the_list_and_the_dots_stand_on_the_means(size, drawing, rows):
    asked = chance_rank.SIZES[size]
    here = sorted((row for row in rows if (row["size"], row["drawing"]) == (size, drawing)), key=lambda row: row["y"])
    table = chance_rank.ranked(asked, drawing)
    assert [(row["place"], row["name"]) for row in here] == [(rank, name) for rank, name, _ in table]
    assert [row["mean"] for row in here] == [f"{value:.2f}".replace(".", ",") for _, _, value in table]
    share = [(row["x"] - chance_rank.LEFT) / (chance_rank.RIGHT - chance_rank.LEFT) for row in here]
    assert all(0 <= each <= 1 for each in share)
    width = chance_rank.HIGHEST - chance_rank.LOWEST
    assert [chance_rank.LOWEST + width * each for each in share] == pytest.approx([row[2] for row in table], abs=0.01)
    assert [row["name"] for row in here if row["followed"]] == [chance_rank.followed(asked)]


def test_the_caption_is_short_and_says_that_it_is_made_up():
    assert "verzonnen" in chance_rank.FIGURE.caption
    assert len(chance_rank.FIGURE.caption.split()) <= 60
