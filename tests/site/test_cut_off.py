"""The cut-off over Lipset's data: the published table and formulas, and words and a picture that follow from them."""

from __future__ import annotations

import re

import pytest

from ketenspiegel.methods.qca.solution import formula
from ketenspiegel.site.playing import cut_off
from tests.methods.qca.lipset import CONDITIONS, lipset, results, rows

CORE = "rijk, geletterd, stabiel"
EVERYTHING = f"{CORE}, stedelijk en industrieel"
# The truth table that the R package QCA prints for these data: per row that occurs, in bits, its consistency.
PUBLISHED = {f"{row - 1:05b}": consistency for row, _, consistency, _, cases in rows(results("LF fuzzy")) if cases}


def settings():
    return cut_off.CUT_OFF.values


def datasets():
    """Give the rows behind the picture, by the fields that they have."""
    found = {}
    for each in cut_off.draw().to_dict()["datasets"].values():
        found.setdefault(frozenset(each[0]), []).extend(each)
    return found


def the_one(data, field):
    """Give the rows that have a field."""
    (found,) = [each for fields, each in data.items() if field in fields]
    return found


def test_the_memberships_are_the_published_ones():
    conditions, outcome = lipset("fuzzy")
    expected = [(*numbers, outcome[country]) for country, numbers in conditions.items()]
    assert list(cut_off.COUNTRIES.values()) == expected
    assert tuple(cut_off.CONDITIONS) == CONDITIONS
    assert sorted(cut_off.IN_WORDS) == sorted(CONDITIONS)


def test_the_combinations_that_occur_have_the_published_consistencies():
    found = {f"{row.configuration:05b}": row.consistency for row in cut_off.table(0.8).rows}
    assert found == pytest.approx(PUBLISHED, abs=0.0005)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (0.7, "DEV*~URB*LIT*STB + DEV*LIT*IND*STB"),
        (0.8, "DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB"),
        (0.9, "DEV*URB*LIT*IND*STB"),
    ],
)
def test_the_formulas_at_three_cut_offs(setting, expected):
    (model,) = cut_off.solution(setting).models
    assert sorted(formula(model, CONDITIONS).split(" + ")) == sorted(expected.split(" + "))


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (
            0.7,
            f"Bij 0,70 tellen 3 van de 9 combinaties mee. Het antwoord: {CORE} en niet stedelijk; of {CORE} en "
            "industrieel.",
        ),
        (
            0.8,
            f"Bij 0,80 tellen 2 van de 9 combinaties mee. Het antwoord: {EVERYTHING}; of {CORE}, niet stedelijk en "
            "niet industrieel. Frankrijk en Zweden vallen erbuiten, al bleef de democratie ook daar.",
        ),
        (
            0.9,
            f"Bij 0,90 telt 1 van de 9 combinaties mee. Het antwoord: {EVERYTHING}. Finland, Frankrijk, Ierland en "
            "Zweden vallen erbuiten, al bleef de democratie ook daar.",
        ),
        (
            0.91,
            "Bij 0,91 telt geen enkele combinatie meer mee. Dan is er geen antwoord, al bleef de democratie in 8 "
            "landen overeind.",
        ),
    ],
)
def test_the_words_give_the_answer(setting, expected):
    assert cut_off.words(setting) == expected


def test_the_answer_changes_just_above_each_of_the_three_cut_offs_and_nowhere_else():
    answers = [re.sub(r"^Bij \S+", "", cut_off.words(setting)) for setting in settings()]
    steps = zip(settings()[1:], answers, answers[1:], strict=False)
    assert [setting for setting, before, after in steps if before != after] == [0.71, 0.81, 0.91]


def test_a_bar_is_filled_when_it_reaches_the_line():
    data = datasets()
    bars = the_one(data, "counts")
    line = data[frozenset({"cut_off", "x", "x2", "y", "y2"})]
    for setting in settings():
        (at,) = {(row["x"] + row["x2"]) / 2 for row in line if row["cut_off"] == setting}
        here = [row for row in bars if row["cut_off"] == setting]
        assert len(here) == len(PUBLISHED)
        for row in here:
            assert row["counts"] == float(row["x2"] >= at)


def test_the_bars_are_as_long_as_their_numbers_say():
    data = datasets()
    bars = the_one(data, "counts")
    longest_first = sorted(PUBLISHED.values(), reverse=True)
    lengths = sorted({(row["x2"] - row["x"]) / (cut_off.RIGHT - cut_off.LEFT) for row in bars}, reverse=True)
    assert lengths == pytest.approx(longest_first, abs=0.001)
    texts = [row["text"] for row in data[frozenset({"x", "y", "text"})]]
    numbers = [text for text in texts if re.fullmatch(r"0,\d{3}", text)]
    assert numbers == [f"{each:.3f}".replace(".", ",") for each in longest_first]


def test_the_circles_say_what_a_combination_consists_of():
    circles = the_one(datasets(), "present")[2:]  # the first two are the key
    found = sorted(
        ("".join(f"{circle['present']:.0f}" for circle in circles[start : start + 5]) for start in range(0, 45, 5)),
        reverse=True,
    )
    assert len(circles) == 45
    order = [CONDITIONS.index(name) for name in cut_off.IN_WORDS]
    assert found == sorted(("".join(row[place] for place in order) for row in PUBLISHED), reverse=True)


def test_every_country_stands_in_the_picture_once():
    texts = [row["text"] for row in datasets()[frozenset({"x", "y", "text"})]]
    countries = [name for text in texts for name in text.split(", ") if name in cut_off.COUNTRIES]
    assert sorted(countries) == sorted(cut_off.COUNTRIES)


def test_it_says_where_the_numbers_come_from():
    assert cut_off.FIGURE.caption.startswith("Niet verzonnen")
    assert "(Ragin, 2009)" in cut_off.FIGURE.caption
    assert len(cut_off.FIGURE.caption.split()) <= 60
