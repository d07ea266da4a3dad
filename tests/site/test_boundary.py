"""A boundary that moves: lines change sides, and there are as many as there were."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ketenspiegel.site.playing import boundary

STEPS = boundary.STEP.values
# Municipalities, lines within, lines between: counted on paper.
BY_HAND = {0: (5, 3, 10), 1: (4, 4, 9), 2: (3, 7, 6), 3: (2, 10, 3), 4: (2, 8, 5)}


@pytest.mark.parametrize("step", STEPS)
def test_every_village_is_in_one_municipality(step):
    assert sorted("".join(boundary.STEPS[step])) == list("ABCDEFGH")


@pytest.mark.parametrize(("step", "expected"), BY_HAND.items())
def test_the_counts_are_those_on_paper(step, expected):
    found = (len(boundary.STEPS[step]), boundary.count(step, "within"), boundary.count(step, "between"))
    assert found == expected


@pytest.mark.parametrize("step", STEPS)
def test_the_lines_stay_as_many(step):
    assert boundary.count(step, "within") + boundary.count(step, "between") == len(set(boundary.LINES)) == 13


def test_a_merger_makes_two_into_one_and_only_brings_lines_within():
    for before, after in pairwise(range(boundary.MERGERS + 1)):
        gone = set(boundary.STEPS[before]) - set(boundary.STEPS[after])
        (new,) = set(boundary.STEPS[after]) - set(boundary.STEPS[before])
        assert len(gone) == 2
        assert sorted("".join(gone)) == sorted(new)
        assert set(boundary.changed(after).values()) == {"within"}


def test_a_village_that_goes_over_turns_its_own_lines_both_ways():
    assert boundary.changed(4) == {"BC": "within", "CD": "between", "CG": "between", "CH": "between"}


def test_nothing_has_changed_at_first():
    assert boundary.changed(0) == {}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (0, "Vóór de fusies zijn er 5 gemeenten. 3 lijnen lopen binnen een gemeente en 10 ertussen: samen 13."),
        (
            1,
            "Na 1 fusie zijn er 4 gemeenten. 1 lijn ging van buiten naar binnen. 4 lijnen lopen binnen een gemeente en "
            "9 ertussen: samen nog steeds 13.",
        ),
        (
            3,
            "Na 3 fusies zijn er 2 gemeenten. 3 lijnen gingen van buiten naar binnen. 10 lijnen lopen binnen een "
            "gemeente en 3 ertussen: samen nog steeds 13.",
        ),
        (
            4,
            "Dorp C gaat over naar de buren. Er blijven 2 gemeenten. 1 lijn ging van buiten naar binnen, maar 3 van "
            "binnen naar buiten. 8 lijnen lopen binnen een gemeente en 5 ertussen: samen nog steeds 13.",
        ),
    ],
)
def test_the_words_say_what_changed_and_what_stayed(step, expected):
    assert boundary.words(step) == expected


def test_every_setting_has_words_of_its_own():
    assert len({boundary.words(step) for step in STEPS}) == len(STEPS) == len(boundary.STEPS)


@pytest.fixture(scope="module")
def tables():
    return boundary.draw().to_dict()["datasets"].values()


@pytest.mark.parametrize("step", STEPS)
def test_the_picture_has_every_line_in_its_colour_and_the_changed_ones_thick(tables, step):
    lines = [row for rows in tables for row in rows if row.get("step") == step and "kind" in row]
    for row, (line, kind) in zip(lines, boundary.kinds(step).items(), strict=True):
        assert row["kind"] == kind
        assert row["colour"] == boundary.COLOURS[kind]
        assert (row["width"] > 5) == (line in boundary.changed(step))
    units = [row["colour"] for rows in tables for row in rows if row.get("step") == step and "colour" in row]
    assert units.count(boundary.COLOURS["within"]) == 2 * boundary.count(step, "within")


@pytest.mark.parametrize("step", STEPS)
def test_the_patches_hang_together_as_the_municipalities(tables, step):
    patches = [row for rows in tables for row in rows if set(row) == {"step", "x", "x2", "y", "y2"}]
    here = [row for row in patches if row["step"] == step]
    groups = [{at} for at in range(len(here))]
    for one in range(len(here)):
        for other in range(one):
            if _touch(here[one], here[other]):
                first, second = (next(group for group in groups if at in group) for at in (one, other))
                if first is not second:
                    groups.remove(second)
                    first |= second
    assert len(groups) == len(boundary.STEPS[step])


def _touch(one, other):
    """Tell whether two patches share a side."""
    wide = min(one["x2"], other["x2"]) - max(one["x"], other["x"])
    high = min(one["y2"], other["y2"]) - max(one["y"], other["y"])
    return wide > -0.01 and high > -0.01 and max(wide, high) > 1


def test_all_of_a_patch_is_filled_where_a_line_crosses_it():
    # A slanting line within a municipality fills the middle of four villages, which then must all belong to it.
    for step, municipalities in enumerate(boundary.STEPS):
        for line, square in (("AF", "ABEF"), ("BG", "BCFG"), ("CH", "CDGH")):
            if boundary.kinds(step)[line] == "within":
                assert any(set(square) <= set(each) for each in municipalities)


def test_it_says_that_it_is_made_up():
    assert "verzonnen" in boundary.FIGURE.caption
    assert len(boundary.FIGURE.caption.split()) <= 60
