"""Published placements of two parties: the numbers, where most of them are together, and how far people agreed."""

from __future__ import annotations

from itertools import product

import pytest

from ketenspiegel.site.playing import placements

SETTINGS = list(product(placements.SPANS, placements.PLACEMENTS))
# Added up by hand: the first of so many points side by side, and what they hold at most.
FULLEST = {
    ("PvdA", 1): (7, 41.6),
    ("PvdA", 2): (6, 72.0),
    ("PvdA", 3): (5, 85.5),
    ("PvdA", 4): (4, 91.7),
    ("D66", 1): (5, 29.3),
    ("D66", 2): (5, 56.3),
    ("D66", 3): (4, 77.3),
    ("D66", 4): (4, 87.6),
}


def datasets():
    return list(placements.draw().to_dict()["datasets"].values())


def test_the_numbers_are_the_published_ones():
    assert placements.PLACEMENTS == {
        "PvdA": (2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6),
        "D66": (1.6, 2.6, 8.2, 21, 29.3, 27, 10.3),
    }
    assert all(sum(shares) == pytest.approx(100, abs=0.11) for shares in placements.PLACEMENTS.values())


def test_the_agreement_is_the_published_one():
    assert round(placements.agreed("PvdA"), 2) == 0.61
    assert round(placements.agreed("D66"), 2) == 0.48


@pytest.mark.parametrize(("setting", "expected"), FULLEST.items())
def test_where_most_placements_are_together(setting, expected):
    assert placements.fullest(*setting) == expected


def test_of_the_party_with_more_agreement_more_is_together_at_every_span():
    for span in placements.SPANS:
        assert placements.fullest("PvdA", span)[1] > placements.fullest("D66", span)[1]
    assert placements.agreed("PvdA") > placements.agreed("D66")


@pytest.mark.parametrize(
    ("span", "party", "expected"),
    [
        (
            1,
            "D66",
            "D66: 29,3 procent zit op één punt: punt 5. Bij de PvdA is dat hooguit 41,6 procent. De eensgezindheid "
            "over D66 is 0,48, over de PvdA 0,61. Over de PvdA was men het meer eens, maar ook daar niet helemaal.",
        ),
        (
            2,
            "PvdA",
            "PvdA: 72,0 procent zit op 2 punten naast elkaar: 6 en 7. Bij D66 is dat hooguit 56,3 procent. De "
            "eensgezindheid over de PvdA is 0,61, over D66 0,48. Over de PvdA was men het meer eens, maar ook daar "
            "niet helemaal.",
        ),
        (
            4,
            "D66",
            "D66: 87,6 procent zit op 4 punten naast elkaar: 4 tot en met 7. Bij de PvdA is dat hooguit 91,7 procent. "
            "De eensgezindheid over D66 is 0,48, over de PvdA 0,61. Over de PvdA was men het meer eens, maar ook daar "
            "niet helemaal.",
        ),
    ],
)
def test_the_words_compare_the_two_parties(span, party, expected):
    assert placements.words(span, party) == expected


def test_every_setting_has_words_of_its_own():
    assert len({placements.words(*setting) for setting in SETTINGS}) == len(SETTINGS) == 8


def test_the_bars_are_as_high_as_the_shares_and_the_strong_ones_hold_what_the_bracket_says():
    data = datasets()
    (bars,) = [rows for rows in data if "opacity" in rows[0]]
    (held,) = [rows for rows in data if {"span", "text"} <= set(rows[0])]
    for span, party in SETTINGS:
        here = [row for row in bars if (row["span"], row["party"]) == (span, party)]
        shares = [(row["y2"] - row["y"]) / placements.PER_CENT for row in here]
        assert shares == pytest.approx(placements.PLACEMENTS[party], abs=0.03)
        strong = [share for share, row in zip(shares, here, strict=True) if row["opacity"] == 1]
        (said,) = [row["text"] for row in held if (row["span"], row["party"]) == (span, party)]
        assert len(strong) == span
        assert sum(strong) == pytest.approx(float(said.split()[0].replace(",", ".")), abs=0.1)


def test_the_grey_bars_are_those_of_the_other_party():
    (others,) = [rows for rows in datasets() if set(rows[0]) == {"party", "x", "x2", "y", "y2"}]
    for party, other in (("PvdA", "D66"), ("D66", "PvdA")):
        shares = [(row["y2"] - row["y"]) / placements.PER_CENT for row in others if row["party"] == party]
        assert shares == pytest.approx(placements.PLACEMENTS[other], abs=0.03)


def test_the_dots_stand_on_the_agreement_and_the_chosen_party_has_its_colour():
    (dots,) = [rows for rows in datasets() if set(rows[0]) == {"party", "x", "y", "colour"}]
    middle, half = (placements.LEFT + placements.RIGHT) / 2, (placements.RIGHT - placements.LEFT) / 2
    for party in placements.PLACEMENTS:
        here = [row for row in dots if row["party"] == party]
        assert len(here) == 2
        (mine,) = [row for row in here if row["colour"] == placements.COLOURS[party]]
        assert (mine["x"] - middle) / half == pytest.approx(placements.agreed(party), abs=0.001)


def test_it_says_where_the_numbers_come_from_and_what_is_not_known():
    caption = placements.FIGURE.caption
    assert caption.startswith("Niet verzonnen")
    assert "(Van der Eijk, 2001, via Ruedins programma agrmt)" in caption
    assert "Wat 1 en 7 betekenen, zegt agrmt niet." in caption
    assert len(caption.split()) <= 60
