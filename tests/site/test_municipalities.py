"""The number of municipalities through the years: the sourced numbers, on an axis where every year takes as much."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise, product

import pytest

from ketenspiegel.site.playing import municipalities

SETTINGS = list(product(municipalities.MOMENT.values, municipalities.SINCE))
NUMBERS = {
    1840: 1219,
    1990: 673,
    1996: 626,
    2000: 537,
    2012: 415,
    2014: 403,
    2015: 393,
    2016: 390,
    2017: 388,
    2018: 380,
    2019: 355,
    2020: 355,
    2021: 352,
    2022: 345,
    2025: 342,
    2026: 342,
}


def at(year):
    return municipalities.YEARS.index(year)


def datasets():
    return list(municipalities.draw().to_dict()["datasets"].values())


def bars(since):
    """Give the bars of an axis, from left to right."""
    every = next(rows for rows in datasets() if any(row.get("moment") == -1 for row in rows))
    return sorted((row for row in every if row["since"] == since), key=lambda row: row["x"])


def test_the_numbers_are_those_that_were_found_and_each_has_a_source():
    assert {year: count for year, (count, _) in municipalities.COUNTS.items()} == NUMBERS
    assert all(source for _, source in municipalities.COUNTS.values())
    assert list(municipalities.COUNTS) == sorted(NUMBERS)


def test_the_last_number_is_that_of_the_list_in_the_package():
    table = files("ketenspiegel.data").joinpath("gemeenten-2026.csv").read_text(encoding="utf-8")
    assert len(table.splitlines()) - 1 == municipalities.COUNTS[2026][0]


def test_the_numbers_agree_with_the_falls_that_the_news_gives():
    # 2015 ten fewer (NU.nl), 2016 three, 2017 two, 2019 twenty-five, 2022 seven fewer than a year before.
    fewer = {2015: 10, 2016: 3, 2017: 2, 2019: 25, 2022: 7}
    assert {year: NUMBERS[year - 1] - NUMBERS[year] for year in fewer} == fewer


def test_there_are_never_more_than_before():
    assert all(before >= after for before, after in pairwise(NUMBERS.values()))


@pytest.mark.parametrize(
    ("year", "since", "expected"),
    [
        (
            1990,
            "1990",
            "Op 1 januari 1990 waren er 673 gemeenten (bron: Allers en Geertsema, Mejudice). Dat is het eerste jaar "
            "in dit beeld.",
        ),
        (
            2012,
            "1990",
            "Op 1 januari 2012 waren er 415 gemeenten (bron: Allers en Geertsema, Mejudice). Dat zijn er 258 minder "
            "dan in 1990: toen waren het er 673.",
        ),
        (
            2026,
            "1840",
            "Op 1 januari 2026 waren er 342 gemeenten (bron: onze telling in een lijst). Dat zijn er 877 minder dan "
            "in 1840: toen waren het er 1219.",
        ),
    ],
)
def test_the_words_say_how_many_and_how_many_fewer(year, since, expected):
    assert municipalities.words(at(year), since) == expected


def test_every_setting_has_words_of_its_own_with_its_year_and_source():
    said = {setting: municipalities.words(*setting) for setting in SETTINGS}
    assert len(set(said.values())) == len(SETTINGS) == 30
    for (moment, _), text in said.items():
        year = municipalities.YEARS[moment]
        assert text.startswith(f"Op 1 januari {year} waren er {NUMBERS[year]} gemeenten (bron: ")
        assert municipalities.COUNTS[year][1] in text


@pytest.mark.parametrize("since", municipalities.SINCE)
def test_every_year_takes_as_much_of_the_axis_and_every_municipality_as_much_of_a_bar(since):
    years = [year for year in NUMBERS if year >= municipalities.SINCE[since]]
    here = bars(since)
    middles = [(row["x"] + row["x2"]) / 2 for row in here]
    per_year = (middles[-1] - middles[0]) / (years[-1] - years[0])
    assert middles == pytest.approx([middles[0] + per_year * (year - years[0]) for year in years], abs=0.06)
    per_municipality = municipalities.HEIGHT / municipalities.MOST[since]
    heights = [municipalities.GROUND - row["y"] for row in here]
    assert heights == pytest.approx([per_municipality * NUMBERS[year] for year in years], abs=0.06)
    assert {row["y2"] for row in here} == {municipalities.GROUND}


def test_a_bar_goes_with_the_place_of_its_year_on_the_slider():
    assert [row["moment"] for row in bars("1990")] == list(municipalities.MOMENT.values)
    assert [row["moment"] for row in bars("1840")] == [-1, *municipalities.MOMENT.values]


def test_the_line_of_the_first_number_runs_to_the_chosen_year_and_comes_down_to_its_number():
    (fall,) = [rows for rows in datasets() if len(rows) == len(SETTINGS) and "y2" in rows[0]]
    for row in fall:
        first, *_, last = bars(row["since"])
        (chosen,) = [bar for bar in bars(row["since"]) if bar["moment"] == row["moment"]]
        assert row["y"] == first["y"]
        assert first["x"] <= row["x"] <= row["x2"] <= last["x2"]
        assert row["y"] <= row["y2"] <= max(chosen["y"], row["y"])


def test_all_stays_inside_the_picture():
    for rows in datasets():
        for row in rows:
            assert 0 <= row["x"] <= row.get("x2", row["x"]) <= municipalities.WIDTH


def test_it_says_where_the_numbers_come_from_and_what_an_empty_year_means():
    caption = municipalities.FIGURE.caption
    assert caption.startswith("Niet verzonnen")
    assert "CBS" in caption and "Mejudice" in caption
    assert "Een jaar zonder staaf is een jaar zonder bron" in caption
    assert len(caption.split()) <= 60
