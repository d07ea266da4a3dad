"""A measure with a delay: the list settles without one, and swings with one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ketenspiegel.site.playing import delay

DELAYS = delay.DELAY.values


def test_without_a_delay_a_seventh_or_so_of_what_is_too_much_goes_every_month():
    # Per 20 too many one more, who helps 3: 15% of what is above 100. 200, 185, 172.25, and so on.
    assert delay.waiting(0) == pytest.approx([100 + 100 * 0.85**month for month in range(37)])


def test_with_a_delay_of_two_months_the_first_months_go_as_worked_out_by_hand():
    # Five more (for 100 too many) help 15 in months 2, 3 and 4; then 85 too many count: 12.75; then 70: 10.5.
    assert delay.waiting(2)[:8] == pytest.approx([200, 200, 200, 185, 170, 155, 142.25, 131.75])


@pytest.mark.parametrize("months", DELAYS)
def test_nothing_is_seen_until_the_delay_is_over(months):
    course = delay.waiting(months)
    assert course[: months + 1] == (200,) * (months + 1)
    assert course[months + 1] == 185
    assert delay.first_better(months) == months + 1
    assert len(course) == 37


@pytest.mark.parametrize("months", DELAYS)
def test_the_list_never_holds_fewer_than_no_children_and_stays_in_the_picture(months):
    assert min(delay.waiting(months)) > 0
    assert max(delay.waiting(months)) == 200 < delay.MOST


@pytest.mark.parametrize("months", DELAYS)
def test_with_a_short_delay_it_settles_and_with_a_longer_one_it_overshoots(months):
    course = delay.waiting(months)
    if months <= 2:
        assert delay.shortest(months) is delay.longest_after(months) is None
        assert all(before >= after for before, after in pairwise(course))
        assert course[-1] == pytest.approx(100, abs=0.5)
    else:
        assert course[delay.shortest(months)] == min(course) < 99.5


def test_the_longer_the_delay_the_deeper_it_goes():
    lowest = [min(delay.waiting(months)) for months in DELAYS]
    assert all(before > after for before, after in pairwise(lowest))


@pytest.mark.parametrize("months", [4, 5, 6])
def test_it_swings_back_over_what_is_wanted(months):
    course, low, high = delay.waiting(months), delay.shortest(months), delay.longest_after(months)
    assert low < high < delay.MONTHS
    assert course[high - 1] <= course[high] >= course[high + 1]
    assert course[high] > 100.5


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (
            0,
            "Wie u aanneemt, helpt meteen. De lijst is al korter in maand 1. Zij zakt rustig naar 100 en blijft daar.",
        ),
        (
            1,
            "U merkt 1 maand niets. Pas in maand 2 is de lijst voor het eerst korter. Zij zakt rustig naar 100 en "
            "blijft daar.",
        ),
        (
            3,
            "U merkt 3 maanden niets. Pas in maand 4 is de lijst voor het eerst korter. Zij schiet door: in maand 15 "
            "is zij het kortst, met 94 kinderen. Daarna komt zij rustig terug op 100.",
        ),
        (
            6,
            "U merkt 6 maanden niets. Pas in maand 7 is de lijst voor het eerst korter. Zij schiet door: in maand 19 "
            "is zij het kortst, met 52 kinderen. Daarna loopt zij op tot 121 in maand 35.",
        ),
        (
            8,
            "U merkt 8 maanden niets. Pas in maand 9 is de lijst voor het eerst korter. Zij schiet door: in maand 23 "
            "is zij het kortst, met 22 kinderen. Daarna loopt zij op tot 133 in maand 36. Zij groeit dan nog.",
        ),
    ],
)
def test_the_words_say_when_it_gets_better_and_where_it_turns(months, expected):
    assert delay.words(months) == expected


def test_every_setting_has_words_of_its_own():
    assert len({delay.words(months) for months in DELAYS}) == len(DELAYS) == 9


@pytest.mark.parametrize("months", DELAYS)
def test_what_is_still_growing_at_the_end_is_said_to_be(months):
    course = delay.waiting(months)
    growing = course[-1] > course[-2] and course[-1] > 100.5
    assert ("Zij groeit dan nog." in delay.words(months)) == growing


@pytest.mark.parametrize("months", DELAYS)
def test_the_picture_marks_the_turns_that_the_words_name(months):
    tables = delay.draw().to_dict()["datasets"].values()
    here = [row for rows in tables for row in rows if row.get("delay") == months]
    marked = [(row["month"], row["text"]) for row in here if "align" in row]
    turns = (delay.first_better(months), delay.shortest(months), delay.longest_after(months))
    assert [month for month, _ in marked] == [month for month in turns if month is not None]
    for month, text in marked:
        assert f"maand {month}" in text
        assert f"maand {month}" in delay.words(months)
    assert [row["until"] for row in here if "until" in row] == [months]


def test_beside_it_stands_the_list_without_a_delay():
    tables = delay.draw().to_dict()["datasets"].values()
    (compared,) = [rows for rows in tables if rows[0].get("name") == "zonder vertraging"]
    assert [row["children"] for row in compared] == pytest.approx(delay.waiting(0), abs=0.01)


def test_it_says_that_it_is_made_up():
    assert "verzonnen" in delay.FIGURE.caption
    assert len(delay.FIGURE.caption.split()) <= 60
