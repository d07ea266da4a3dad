"""Two roads to one outcome: what each condition seems to do changes with who walks which, and the roads hold."""

from __future__ import annotations

import re
from itertools import pairwise
from math import sqrt

import pytest

from ketenspiegel.methods.qca.solution import formula, solve
from ketenspiegel.methods.qca.truth_table import truth_table
from ketenspiegel.site.playing import roads

SPLITS = roads.SPLIT.values
VALUES = {0: "+0,58", 2: "+0,31", 5: "0,00", 8: "−0,31", 10: "−0,58"}


def test_there_are_twenty_municipalities_of_which_ten_have_the_outcome():
    for split in SPLITS:
        cases = roads.municipalities(split)
        assert len(cases) == 20
        assert sum(having for _, having in cases) == 10
        assert cases.count(((0, 1), 1)) == split
        # Those without the outcome stay where they are.
        assert [has for has, having in cases if not having] == [(1, 1)] * 5 + [(0, 0)] * 5


@pytest.mark.parametrize("split", SPLITS)
def test_the_association_is_that_of_a_table_of_two_by_two(split):
    # With and without much consultation: 10 - k and k that have the outcome, 5 and 5 that have not.
    with_it, without = 10 - split, split
    expected = (5 * with_it - 5 * without) / sqrt((with_it + 5) * (without + 5) * 10 * 10)
    assert roads.associations(split) == pytest.approx((expected, -expected))


def test_the_association_goes_from_strong_through_nothing_to_the_other_side():
    first = [roads.associations(split)[0] for split in SPLITS]
    assert all(before > after for before, after in pairwise(first))
    assert first[0] == pytest.approx(1 / sqrt(3))
    assert first[5] == 0
    assert first[-1] == pytest.approx(-1 / sqrt(3))


def test_every_road_that_is_walked_always_leads_to_the_outcome_and_no_other_combination_does():
    for split in SPLITS:
        road_1, road_2, both, neither = roads.consistencies(split)
        assert road_1 == (1 if split < 10 else None)
        assert road_2 == (1 if split > 0 else None)
        assert both == neither == 0


@pytest.mark.parametrize("split", SPLITS[1:-1])
def test_comparing_combinations_finds_both_roads(split):
    cases = {str(at): case for at, case in enumerate(roads.municipalities(split))}
    outcome = {name: float(having) for name, (_, having) in cases.items()}
    table = truth_table({name: has for name, (has, _) in cases.items()}, ("O", "R"), outcome)
    (model,) = solve(table).models
    assert formula(model, table.conditions) == "O*~R + ~O*R"
    assert (model.fit.consistency, model.fit.coverage) == (1, 1)


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        (
            0,
            "Alle 10 gaan langs weg 1. Per kenmerk lijkt veel overleg te helpen en één regisseur juist te hinderen: "
            "+0,58 voor veel overleg en −0,58 voor één regisseur. Weg 1 gaat altijd op.",
        ),
        (
            4,
            "6 gemeenten gaan langs weg 1 en 4 langs weg 2. Per kenmerk ziet u bijna niets: +0,10 voor veel overleg "
            "en −0,10 voor één regisseur. Toch gaan beide wegen altijd op.",
        ),
        (
            5,
            "5 gemeenten gaan langs weg 1 en 5 langs weg 2. Per kenmerk ziet u niets: 0,00 voor veel overleg en 0,00 "
            "voor één regisseur. Toch gaan beide wegen altijd op.",
        ),
        (
            9,
            "1 gemeente gaat langs weg 1 en 9 langs weg 2. Per kenmerk lijkt één regisseur te helpen en veel overleg "
            "juist te hinderen: −0,44 voor veel overleg en +0,44 voor één regisseur. Toch gaan beide wegen altijd op.",
        ),
    ],
)
def test_the_words_say_what_is_seen_one_by_one_and_together(split, expected):
    assert roads.words(split) == expected


def test_the_picture_has_a_dot_for_every_municipality():
    (dots,) = [rows for rows in roads.draw().to_dict()["datasets"].values() if "having" in rows[0]]
    for split in SPLITS:
        here = [row for row in dots if row["by_road_2"] == split]
        assert len({(row["x"], row["y"]) for row in here}) == len(here) == 20
        by_line = sorted(sum(row["having"] for row in here if row["y"] == y) for y in {row["y"] for row in here})
        assert [n for n in by_line if n] == [n for n in sorted((split, 10 - split)) if n]


@pytest.mark.parametrize(("split", "text"), VALUES.items())
def test_the_bars_and_the_numbers_beside_them_show_the_association(split, text):
    datasets = roads.draw().to_dict()["datasets"].values()
    (bars,) = [rows for rows in datasets if set(rows[0]) == {"by_road_2", "x", "x2", "y", "y2"}]
    upper, lower = sorted((row for row in bars if row["by_road_2"] == split), key=lambda row: row["y"])
    middle, half = (roads.LEFT + roads.RIGHT) / 2, (roads.RIGHT - roads.LEFT) / 2
    tau = (upper["x2"] + upper["x"] - 2 * middle) / half
    assert tau == pytest.approx(roads.associations(split)[0], abs=0.002)
    assert lower["x2"] - lower["x"] == pytest.approx(upper["x2"] - upper["x"])
    texts = [row["text"] for rows in datasets for row in rows if row.get("by_road_2") == split and "text" in row]
    assert next(each for each in texts if re.fullmatch(r"[+−]?0,\d\d", each)) == text
    assert "0 van de 5 op tijd" in texts
    assert ("geen gemeente" in texts) == (split in (0, 10))


def test_it_says_that_it_is_made_up():
    assert "verzonnen" in roads.FIGURE.caption
    assert len(roads.FIGURE.caption.split()) <= 60
