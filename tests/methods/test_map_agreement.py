"""Agreement between maps, counted by hand, and what must hold for any maps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.methods.map_agreement import (
    ArrowAgreement,
    DrawnMap,
    arrow_agreement,
    groups_at_odds,
    shared_arrows,
    similarity,
)

AB, BC = ("a", "b"), ("b", "c")
weights = st.sampled_from([-3, -0.1, 1e-200, 0.2, 2])


@st.composite
def drawn_maps(draw):
    factors = draw(st.frozensets(st.sampled_from("abcd")))
    pairs = [(a, b) for a in sorted(factors) for b in sorted(factors)]
    arrows = draw(st.dictionaries(st.sampled_from(pairs), weights)) if pairs else {}
    return DrawnMap(draw(st.sampled_from(["police", "school", "youth care"])), factors, arrows)


def drawn(group, factors, **weights):
    """A map whose arrows are given by two letters: ``ab=1`` is a → b."""
    return DrawnMap(group, frozenset(factors), {(name[0], name[1]): weight for name, weight in weights.items()})


MAPS = [
    drawn("school", "abc", ab=1, bc=2),
    drawn("school", "abc", ab=3),
    drawn("police", "abc", ab=-1, bc=1),
    drawn("police", "abc", ab=-2, bc=-2),
    drawn("youth care", "ab", ab=2),
]


def test_counts_by_hand():
    found = arrow_agreement(MAPS)
    assert found == {
        AB: ArrowAgreement(5, 3, 2, {"police": (0, 2, 2), "school": (2, 0, 2), "youth care": (1, 0, 1)}),
        BC: ArrowAgreement(4, 2, 1, {"police": (1, 1, 2), "school": (1, 0, 2)}),
    }
    assert (found[AB].drawn, found[AB].share, found[AB].sign, found[AB].against) == (5, 1, 1, 2)
    # Who did not have factor c could not draw b → c.
    assert (found[BC].drawn, found[BC].share, found[BC].sign, found[BC].against) == (3, 0.75, 1, 1)
    assert found[AB].contested and found[BC].contested


def test_agreement_on_a_sign():
    found = arrow_agreement([drawn("school", "ab", ab=-1), drawn("police", "ab", ab=-3), drawn("police", "ab")])[AB]
    assert (found.sign, found.contested, found.against, found.share) == (-1, False, 0, 2 / 3)
    even = arrow_agreement([drawn("school", "ab", ab=-1), drawn("police", "ab", ab=1)])[AB]
    assert (even.sign, even.contested, even.against) == (0, True, 1)


def test_groups_at_odds():
    found = arrow_agreement(MAPS)
    assert groups_at_odds(found[AB]) == [("school", "police"), ("youth care", "police")]
    # The police are divided on b → c among themselves: no group stands against them.
    assert groups_at_odds(found[BC]) == []


def test_shared_arrows():
    # a → b: three of five strengthen it, with weights 1, 3 and 2; b → c: two of four, with 2 and 1.
    assert shared_arrows(MAPS) == {AB: 2, BC: 1.5}
    assert shared_arrows(MAPS, share=0.6) == {AB: 2}
    assert shared_arrows(MAPS, share=0.61) == {}
    assert shared_arrows(MAPS, at_least=3) == {AB: 2}
    weaker = [drawn("school", "ab", ab=-1), drawn("police", "ab", ab=-2), drawn("police", "ab", ab=3)]
    assert shared_arrows(weaker) == {AB: -1.5}


def test_an_even_split_is_not_shared():
    split = [drawn("school", "ab", ab=1), drawn("school", "ab", ab=1), *[drawn("police", "ab", ab=-1)] * 2]
    assert shared_arrows(split) == {}
    assert shared_arrows([*split, drawn("police", "ab", ab=-1)]) == {AB: -1}


def test_one_respondent_shares_nothing():
    assert shared_arrows(MAPS[:1]) == {}
    assert shared_arrows(MAPS[:1], at_least=1) == {AB: 1, BC: 2}


def test_similarity_by_hand():
    assert similarity(MAPS[0], MAPS[1]) == 1 / 2
    assert similarity(MAPS[0], MAPS[2]) == 1 / 2
    assert similarity(MAPS[1], MAPS[3]) == 0
    # b → c lies outside what both had.
    assert similarity(MAPS[0], MAPS[4]) == 1
    assert similarity(drawn("school", "ab"), drawn("police", "ab")) is None
    assert similarity(drawn("school", "ab", ab=1), drawn("police", "cd", cd=1)) is None


def test_nothing_drawn():
    assert arrow_agreement([]) == arrow_agreement([drawn("school", "ab")]) == shared_arrows([]) == {}


def test_wrong_input_is_refused():
    with pytest.raises(ValueError, match="not in the map"):
        drawn("school", "ab", ac=1)
    with pytest.raises(ValueError, match="not zero"):
        drawn("school", "ab", ab=0)
    with pytest.raises(ValueError, match="from 0 to 1"):
        shared_arrows(MAPS, share=50)


@given(st.lists(drawn_maps(), max_size=7), st.randoms())
def test_the_order_of_maps_changes_nothing(maps, chance):
    turned = chance.sample(maps, len(maps))
    assert list(arrow_agreement(maps).items()) == list(arrow_agreement(turned).items())
    assert list(shared_arrows(maps, 0.3, 1).items()) == list(shared_arrows(turned, 0.3, 1).items())


@given(st.lists(drawn_maps(), max_size=7))
def test_counts_add_up(maps):
    found = arrow_agreement(maps)
    assert set(found) == {arrow for each in maps for arrow in each.arrows}
    assert sum(each.drawn for each in found.values()) == sum(len(each.arrows) for each in maps)
    for each in found.values():
        assert (each.stronger, each.weaker, each.possible) == tuple(map(sum, zip(*each.by_group.values(), strict=True)))
        assert 0 < each.share <= 1
        assert each.against <= each.drawn / 2
        assert all(each.by_group[one][0] > each.by_group[one][1] for one, _ in groups_at_odds(each))
        assert all(each.by_group[other][1] > each.by_group[other][0] for _, other in groups_at_odds(each))


@given(st.lists(drawn_maps(), max_size=7), st.floats(0, 1), st.integers(1, 4))
def test_what_is_shared_was_drawn_by_enough_with_that_sign(maps, share, at_least):
    agreement, shared = arrow_agreement(maps), shared_arrows(maps, share, at_least)
    for arrow, found in agreement.items():
        same = max(found.stronger, found.weaker)
        enough = found.stronger != found.weaker and same >= at_least and same / found.possible >= share
        assert (arrow in shared) == enough
        if enough:
            mine = [each.arrows[arrow] for each in maps if each.arrows.get(arrow, 0) * found.sign > 0]
            assert min(mine) - 1e-9 <= shared[arrow] <= max(mine) + 1e-9
    assert shared.keys() <= agreement.keys()


@given(drawn_maps(), drawn_maps())
def test_similarity_has_no_direction(one, other):
    assert similarity(one, other) == similarity(other, one)
    assert similarity(one, one) == (1 if one.arrows else None)
    found = similarity(one, other)
    assert found is None or 0 <= found <= 1
    opposite = DrawnMap(one.group, one.factors, {arrow: -weight for arrow, weight in one.arrows.items()})
    assert similarity(one, opposite) == (0 if one.arrows else None)
