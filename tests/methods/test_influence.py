"""Influence in a map against a published example, numpy, and what must hold for any map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ketenspiegel.methods.influence import indirect, stable_power, standings
from ketenspiegel.methods.total_relation import total_relation

DEVICES = ("K1", "K2", "K3", "K4", "K5")
STRENGTHS = ((0, 2, 4, 3, 4), (3, 0, 2, 0, 0), (3, 3, 0, 0, 0), (3, 0, 4, 0, 2), (4, 0, 2, 0, 0))
"""The medical devices of Celikbilek and Ozdemir (2020), with the total relation that R's dematel 0.1.0 gives."""
PUBLISHED = (
    (0.4889668, 0.3912337, 0.7026745, 0.34360886, 0.5110044),
    (0.4110676, 0.1448210, 0.3535048, 0.09486207, 0.1410759),
    (0.4384709, 0.3544754, 0.2437345, 0.10118594, 0.1504806),
    (0.5593854, 0.2262642, 0.6075431, 0.12908936, 0.3458277),
    (0.5255989, 0.1749147, 0.4075545, 0.12129247, 0.1803824),
)

weights = st.integers(-4, 4).filter(bool) | st.sampled_from([0.1, 0.2, 0.3, -0.7])


def arrows_of(rows, names=DEVICES):
    return {(a, b): x for a, row in zip(names, rows, strict=True) for b, x in zip(names, row, strict=True) if x}


ARROWS = arrows_of(STRENGTHS)


@st.composite
def maps(draw, self_loops=True):
    factors = tuple("abcdef"[: draw(st.integers(1, 6))])
    pairs = [(a, b) for a in factors for b in factors if self_loops or a != b]
    return factors, draw(st.dictionaries(st.sampled_from(pairs), weights)) if pairs else {}


def matrix_of(factors, arrows):
    return np.array([[abs(arrows.get((a, b), 0)) for b in factors] for a in factors], dtype=float)


def turned(factors, arrows):
    """The same map with other names, its factors and arrows in another order."""
    names = {name: f"other {name}" for name in factors}
    back = {(names[a], names[b]): weight for (a, b), weight in reversed(arrows.items())}
    return names, [names[name] for name in reversed(factors)], back


def test_vester_sums_by_hand():
    found = standings(DEVICES, ARROWS)
    assert [each.active for each in found.values()] == [13, 5, 6, 9, 6]
    assert [each.passive for each in found.values()] == [13, 5, 12, 3, 6]
    assert [each.product for each in found.values()] == [169, 25, 72, 27, 36]
    assert [each.quotient for each in found.values()] == [1, 1, 0.5, 3, 1]
    # The mean of both sums is 7.8.
    assert [each.role for each in found.values()] == ["critical", "buffering", "reactive", "active", "buffering"]


def test_nothing_arrives():
    found = standings(["a", "b"], {("a", "b"): -2})
    assert (found["a"].quotient, found["a"].role) == (None, "active")
    assert (found["b"].quotient, found["b"].role) == (0, "reactive")


@pytest.mark.parametrize("strength", [1, 0.1, 0.3])
def test_at_the_mean_is_not_above_it(strength):
    ring = {("a", "b"): strength, ("b", "c"): strength, ("c", "a"): -strength}
    assert {each.role for each in standings("abc", ring).values()} == {"buffering"}


def test_rounding_lifts_nothing_above_the_mean():
    # 0.1 + 0.2 comes out a little above 0.3, which is the mean.
    even = {("a", "b"): 0.1, ("a", "c"): 0.2, ("b", "a"): 0.3, ("c", "a"): 0.3, ("d", "a"): 0.3}
    found = standings("abcd", even)
    assert found["a"].active > found["b"].active == 0.3
    assert [each.role for each in found.values()] == ["reactive", "buffering", "buffering", "buffering"]


def test_a_map_without_arrows():
    assert {each.role for each in standings("abc", {}).values()} == {"buffering"}
    assert standings("a", {})["a"].quotient is None
    assert indirect("ab", {}, 1) == {"a": (0, 0), "b": (0, 0)}
    assert stable_power("ab", {}) is None
    empty = total_relation("ab", {})
    assert {*empty.matrix.values(), *empty.prominence.values(), *empty.relation.values(), empty.threshold} == {0}
    assert (standings([], {}), indirect([], {}, 3), total_relation([], {}).threshold) == ({}, {}, 0)


def test_micmac_powers_and_rankings():
    expected = {
        1: ([13, 5, 6, 9, 6], [13, 5, 12, 3, 6]),
        2: ([85, 51, 54, 75, 64], [84, 62, 86, 39, 58]),
        3: ([799, 363, 408, 599, 448], [793, 426, 732, 252, 414]),
        4: ([5947, 3213, 3486, 4925, 4012], [5886, 3782, 5860, 2379, 3676]),
    }
    for power, (influence, dependence) in expected.items():
        found = indirect(DEVICES, ARROWS, power)
        assert [each[0] for each in found.values()] == influence
        assert [each[1] for each in found.values()] == dependence
    # Influence ranks the same from power 2; dependence swaps K1 and K3 between 2 and 3, and not again.
    assert stable_power(DEVICES, ARROWS) == 3
    assert stable_power(DEVICES, ARROWS, highest=3) is None


def test_rankings_that_never_settle():
    assert stable_power("ab", {("a", "b"): 2, ("b", "a"): 1}, highest=40) is None
    assert stable_power("abc", {("a", "b"): 2, ("b", "c"): 1}) is None


def test_the_published_total_relation():
    found = total_relation(DEVICES, ARROWS)
    for source, row in zip(DEVICES, PUBLISHED, strict=True):
        assert [found.matrix[source, target] for target in DEVICES] == pytest.approx(row, abs=2e-5)
    # The package rounds X to five decimals; sums of five entries are up to 2.1e-5 off.
    for sums, published in (
        (found.given, [2.437488, 1.145331, 1.288347, 1.868110, 1.409743]),
        (found.received, [2.4234897, 1.2917091, 2.3150114, 0.7900387, 1.3287710]),
        (found.prominence, [4.860978, 2.437040, 3.603359, 2.658148, 2.738514]),
        (found.relation, [0.01399868, -0.14637765, -1.02666409, 1.07807102, 0.08097203]),
    ):
        assert list(sums.values()) == pytest.approx(published, abs=4e-5)
    # Without that rounding:
    assert found.given["K1"] == pytest.approx(2.4374787, abs=1e-7)
    assert found.threshold == pytest.approx(0.3259587, abs=1e-7)


@pytest.mark.parametrize(
    "arrows",
    [
        {("a", "b"): 1, ("b", "a"): -1},
        {("a", "b"): 0.3, ("b", "c"): 0.3, ("c", "a"): 0.3},
        {("a", "b"): 0.1, ("a", "c"): 0.2, ("b", "c"): 0.1, ("b", "a"): 0.2, ("c", "a"): 0.1, ("c", "b"): 0.2},
        {("d", "d"): 2, ("a", "b"): 1},
    ],
)
def test_influence_that_never_fades_is_refused(arrows):
    with pytest.raises(ValueError, match="without fading"):
        total_relation("abcd", arrows)


@pytest.mark.parametrize("measure", [standings, stable_power, total_relation, lambda *drawn: indirect(*drawn, 1)])
@pytest.mark.parametrize(
    ("factors", "arrows", "says"),
    [
        ("aa", {}, "more than once"),
        ("ab", {("a", "c"): 1}, "not in the map"),
        ("ab", {("a", "b"): 0}, "not zero"),
        ("ab", {("a", "b"): float("nan")}, "finite"),
        ("ab", {("a", "b"): float("inf")}, "finite"),
    ],
)
def test_what_is_not_a_map_is_refused(measure, factors, arrows, says):
    with pytest.raises(ValueError, match=says):
        measure(factors, arrows)


def test_wrong_powers_are_refused():
    with pytest.raises(ValueError, match="at least 1"):
        indirect("ab", {}, 0)
    with pytest.raises(ValueError, match="at least 2"):
        stable_power("ab", {}, highest=1)


@given(maps())
def test_names_and_order_change_nothing(drawn):
    factors, arrows = drawn
    names, others, back = turned(factors, arrows)
    assert {names[name]: each for name, each in standings(factors, arrows).items()} == standings(others, back)
    assert {names[name]: each for name, each in indirect(factors, arrows, 3).items()} == indirect(others, back, 3)
    assert stable_power(factors, arrows) == stable_power(others, back)


@given(maps())
def test_signs_change_nothing(drawn):
    factors, arrows = drawn
    bare = {arrow: abs(weight) for arrow, weight in arrows.items()}
    assert standings(factors, arrows) == standings(factors, bare)
    assert indirect(factors, arrows, 2) == indirect(factors, bare, 2)


@given(maps(), st.integers(1, 6))
def test_powers_are_those_of_the_matrix(drawn, power):
    factors, arrows = drawn
    raised = np.linalg.matrix_power(matrix_of(factors, arrows), power)
    found = list(indirect(factors, arrows, power).values())
    assert np.allclose(found, np.stack([raised.sum(axis=1), raised.sum(axis=0)], axis=1))


@given(maps())
def test_a_stable_power_is_stable_and_the_first(drawn):
    factors, arrows = drawn
    arrows = {arrow: round(10 * weight) for arrow, weight in arrows.items()}
    exact = np.array([[abs(arrows.get((a, b), 0)) for b in factors] for a in factors], dtype=object)
    powers = [exact]
    for _ in range(9):
        powers.append(powers[-1] @ exact)
    ranked = [
        [[sorted({*sums}, reverse=True).index(x) for x in sums] for sums in (each.sum(axis=1), each.sum(axis=0))]
        for each in powers
    ]
    same = [k + 1 for k in range(9) if powers[k + 1].sum() and ranked[k] == ranked[k + 1]]
    assert stable_power(factors, arrows) == (same[0] if same else None)


@given(maps())
def test_total_relation_is_what_numpy_gives(drawn):
    factors, arrows = drawn
    strengths = matrix_of(factors, arrows)
    x = strengths / (max(strengths.sum(axis=0).max(), strengths.sum(axis=1).max()) or 1)
    assume(np.abs(np.linalg.eigvals(x)).max() < 0.99)
    found = total_relation(factors, arrows)
    total = np.array([[found.matrix[a, b] for b in factors] for a in factors])
    assert np.allclose(total, x @ np.linalg.inv(np.eye(len(factors)) - x))
    assert np.allclose(total, x + x @ total)
    assert np.allclose(list(found.given.values()), total.sum(axis=1))
    assert np.allclose(list(found.received.values()), total.sum(axis=0))
    assert np.isclose(found.threshold, total.mean())
    names, others, back = turned(factors, arrows)
    again = total_relation(others, back)
    assert {names[name]: each for name, each in found.relation.items()} == pytest.approx(again.relation)
    assert {names[name]: each for name, each in found.prominence.items()} == pytest.approx(again.prominence)


@given(maps(self_loops=False))
def test_either_total_relation_is_finite_or_it_is_refused(drawn):
    factors, arrows = drawn
    strengths = matrix_of(factors, arrows)
    x = strengths / (max(strengths.sum(axis=0).max(), strengths.sum(axis=1).max()) or 1)
    if np.abs(np.linalg.eigvals(x)).max() > 1 - 1e-12:
        with pytest.raises(ValueError, match="without fading"):
            total_relation(factors, arrows)
    else:
        assert min(total_relation(factors, arrows).matrix.values()) >= -1e-12
