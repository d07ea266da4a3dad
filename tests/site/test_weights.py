"""Weights decide the total: from 8 to 5 while no mark changes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ketenspiegel.site.playing import weights

SHARES = weights.MOVED_SHARE.values
BY_HAND = {0: 8.0, 10: 7.7, 20: 7.4, 40: 6.8, 50: 6.5, 60: 6.2, 90: 5.3, 100: 5.0}


@pytest.mark.parametrize(("moved", "expected"), BY_HAND.items())
def test_the_total_is_what_the_weights_make_of_the_marks(moved, expected):
    # The first two weigh the rest: (1 - w) * (8 + 8) / 2 + w * (6 + 4) / 2 = 8 - 3 w.
    assert weights.total(weights.weights(moved)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("weighing", "expected"),
    [((1, 1, 1, 1), 26 / 4), ((1, 1, 1, 2), 30 / 5), ((1, 2, 1, 1), 34 / 5)],
    ids=["all the same", "waiting twice", "treatment twice"],
)
def test_the_totals_that_the_chapter_gives(weighing, expected):
    assert weights.total(weighing) == pytest.approx(expected)


def test_no_mark_changes_while_the_total_goes_from_eight_to_five():
    assert tuple(weights.MARKS.values()) == (8, 8, 6, 4)
    totals = [weights.total(weights.weights(moved)) for moved in SHARES]
    assert (totals[0], totals[-1]) == (8, 5)
    assert all(before > after for before, after in pairwise(totals))


@pytest.mark.parametrize("moved", SHARES)
def test_the_weights_are_all_of_the_total_and_even_within_a_pair(moved):
    contact, treatment, together, waiting = weights.weights(moved)
    assert contact + treatment + together + waiting == 100
    assert contact == treatment
    assert together == waiting == moved / 2


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        (
            0,
            "Alleen bereikbaarheid en bejegening tellen. Het rapportcijfer is een 8,0: hoger dan de 6,5 bij gelijke "
            "gewichten. Geen inwoner gaf een ander cijfer.",
        ),
        (50, "Alle vier tellen even zwaar. Het rapportcijfer is een 6,5. Ook dat is een keuze."),
        (
            70,
            "Samenwerking en wachttijd tellen samen voor 70%, bereikbaarheid en bejegening voor 30%. Het rapportcijfer "
            "is een 5,9: lager dan de 6,5 bij gelijke gewichten. Geen inwoner gaf een ander cijfer.",
        ),
        (
            100,
            "Alleen samenwerking en wachttijd tellen. Het rapportcijfer is een 5,0: lager dan de 6,5 bij gelijke "
            "gewichten. Geen inwoner gaf een ander cijfer.",
        ),
    ],
)
def test_the_words_say_the_weights_and_the_total(moved, expected):
    assert weights.words(moved) == expected


def test_every_setting_has_words_of_its_own():
    assert len({weights.words(moved) for moved in SHARES}) == len(SHARES) == 11


@pytest.mark.parametrize("moved", SHARES)
def test_the_picture_shows_the_weights_as_bars_and_the_total_on_its_place(moved):
    tables = weights.draw().to_dict()["datasets"].values()
    here = [row for rows in tables for row in rows if row.get("moved") == moved]
    bars = [row["x2"] - row["x"] for row in here if "x2" in row]
    assert [bar / weights.WHOLE * 100 for bar in bars] == pytest.approx(weights.weights(moved))
    (point,) = [row for row in here if set(row) == {"moved", "x"}]
    along = (point["x"] - weights.SCALE_LEFT) / (weights.SCALE_RIGHT - weights.SCALE_LEFT)
    assert 4 + 4 * along == pytest.approx(8 - 3 * moved / 100, abs=0.01)
    assert max(row["x"] for row in here) < weights.WIDTH - 18


def test_it_says_that_it_is_made_up():
    assert "verzonnen" in weights.FIGURE.caption
    assert len(weights.FIGURE.caption.split()) <= 60
