"""What an intervention changes: by hand, without rest, and what must hold for any map."""

from __future__ import annotations

from math import isnan, tanh
from random import Random

import numpy as np
import pytest
from hypothesis import given

from ketenspiegel.methods.cognitive_effects import drawn, effects
from ketenspiegel.methods.cognitive_map import FuzzyCognitiveMap
from tests.methods.maps import weighted_maps


def test_effects_by_hand():
    # a first lifts c, and through b presses it down harder: c turns. What c does to a then pushes against a.
    arrows = {("a", "c"): 0.3, ("a", "b"): 1.0, ("b", "c"): -1.0, ("c", "a"): 0.5, ("d", "c"): 0.2, ("a", "a"): 0.9}
    found = effects(
        FuzzyCognitiveMap("abcd", arrows, rule="kosko", squashing="tanh"), {"a up": {"a": 1.0}, "d up": {"d": 0.01}}
    )
    assert list(found) == ["a up", "d up"]
    up = found["a up"]
    assert up.settled
    assert up.change == pytest.approx({"a": 1, "b": tanh(1), "c": tanh(0.3 - tanh(1)), "d": 0})
    assert up.first_step == {"a": 0, "b": 1, "c": 1, "d": None}
    assert up.turned == {"a": False, "b": False, "c": True, "d": False}
    assert up.push == pytest.approx({"a": 0.5 * tanh(0.3 - tanh(1))})
    assert set(found["d up"].first_step.values()) == {None}
    assert found["d up"].push == {"d": 0}


def test_threshold_decides_what_counts():
    arrows = {("a", "b"): 1.0, ("b", "c"): 0.1}
    ready = FuzzyCognitiveMap("abc", arrows, rule="kosko")
    strict = effects(ready, {"up": {"a": 1.0}}, threshold=0.01)["up"]
    loose = effects(ready, {"up": {"a": 1.0}}, threshold=0.0001)["up"]
    assert strict.change == loose.change
    assert (strict.first_step["c"], loose.first_step["c"]) == (None, 2)


def test_effects_without_rest_are_not_a_number():
    alone = FuzzyCognitiveMap("ab", {("a", "a"): -1.0}, rule="kosko", steepness=20)
    swings = effects(alone, {"b": {"b": 1.0}})["b"]
    ring = {("a", "b"): 1.0, ("b", "a"): -1.0, ("c", "a"): 0.8}
    in_a_ring = FuzzyCognitiveMap("abc", ring, rule="kosko", squashing="tanh", steepness=5)
    found = effects(in_a_ring, {"c": {"c": 1.0}, "a": {"a": 1.0}})
    for effect in (swings, found["c"]):
        assert not effect.settled
        assert all(map(isnan, (*effect.change.values(), *effect.push.values())))
        assert set(effect.first_step.values()) == {None}
    assert found["a"].settled
    assert found["a"].push["a"] == pytest.approx(-tanh(5))


def test_drawn_weights_lie_within_their_words_and_follow_the_seed():
    ranges = {("a", "b"): (0.5, 1.0), ("b", "c"): (-0.4, -0.1), ("c", "a"): (0.3, 0.3)}
    chance = Random(1)
    many = [drawn(ranges, chance) for _ in range(300)]
    for arrow, (low, high) in ranges.items():
        weights = [weights[arrow] for weights in many]
        assert all(low <= weight <= high for weight in weights)
        assert sum(weights) / 300 == pytest.approx((low + high) / 2, abs=0.03)
        assert max(weights) - min(weights) >= 0.95 * (high - low)
    assert drawn(ranges, Random(1)) == many[0] != many[1]
    assert drawn(dict(reversed(ranges.items())), Random(1)) == many[0]
    for wrong in ((0.5, 0.4), (0.5, 1.1), (float("nan"), 1)):
        with pytest.raises(ValueError, match="low to high"):
            drawn({("a", "b"): wrong}, chance)


@given(weighted_maps())
def test_an_effect_is_a_run_from_the_baseline(drawing):
    factors, arrows, _, clamped, rules = drawing
    ready = FuzzyCognitiveMap(factors, arrows, **rules)
    found = effects(ready, {"held": clamped}, tolerance=1e-6, most_steps=300)["held"]
    neutral = dict.fromkeys(factors, 0.5 if rules["squashing"] == "sigmoid" else 0.0)
    alone = ready.run(neutral, tolerance=1e-10, most_steps=3000)
    if not (found.settled and alone.settled):
        return
    held = ready.run(dict(zip(factors, alone.end, strict=True)), clamped=clamped, tolerance=1e-6, most_steps=300)
    # Near a state that the least push would end, the last digit decides; two runs need not agree there.
    if not held.settled or held.steps > 60:
        return
    change = np.subtract(held.end, alone.end)
    assert list(found.change.values()) == pytest.approx(change, abs=1e-3)
    assert set(found.push) == set(clamped)
    for factor, deviation in zip(factors, np.abs(np.array(held.states) - alone.end).max(axis=0), strict=True):
        if abs(deviation - 0.01) > 1e-3:
            assert (found.first_step[factor] is not None) == (deviation > 0.01)


@given(weighted_maps())
def test_nothing_at_all_changes_where_no_path_leads(drawing):
    factors, arrows, _, clamped, rules = drawing
    found = effects(FuzzyCognitiveMap(factors, arrows, **rules), {"held": clamped})["held"]
    reached = set(clamped)
    for _ in factors:
        reached |= {target for (source, target), weight in arrows.items() if weight and source in reached}
    if found.settled:
        assert {found.change[factor] for factor in factors if factor not in reached} <= {0}


def test_wrong_interventions_are_refused():
    for clamped, message in (({"x": 1.0}, "unknown factor: 'x'"), ({"a": 2.0}, "'a' is 2.0, not from 0 to 1")):
        with pytest.raises(ValueError, match=message):
            effects(FuzzyCognitiveMap("ab", {}), {"wrong": clamped})
