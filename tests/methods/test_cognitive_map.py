"""Fuzzy cognitive maps against published and independently computed runs, by hand, and what must hold for any map."""

from __future__ import annotations

from math import tanh

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenspiegel.methods.cognitive_map import run
from tests.methods.maps import weighted_maps

RULES = ("kosko", "modified", "rescaled")

# The eight factors with which FCMpy (commit 721e1d4, simulator.md and its tests) reproduces the R package fcm.
EIGHT = [f"C{n}" for n in range(1, 9)]
EIGHT_ARROWS = {
    (EIGHT[source], EIGHT[target]): weight
    for source, row in enumerate(
        [
            (0, 0, 0.6, 0.9, 0, 0, 0, 0.8),
            (0.1, 0, 0, 0, 0, 0, 0.2, 0.5),
            (0, 0.7, 0, 0, 0.9, 0, 0.4, 0.1),
            (0.4, 0, 0, 0, 0, 0.9, 0, 0),
            (0, 0, 0, 0, 0, -0.9, 0, 0.3),
            (-0.3, 0, 0, 0, 0, 0, 0, 0),
            (0, 0, 0, 0, 0, 0.8, 0.4, 0.9),
            (0.1, 0, 0, 0, 0, 0.1, 0.6, 0),
        ]
    )
    for target, weight in enumerate(row)
    if weight
}
EIGHT_START = dict(zip(EIGHT, (1, 1, 0, 0, 0, 0, 0, 0), strict=True))


@pytest.mark.parametrize(
    ("rule", "steps", "end"),
    [
        ("kosko", 6, (0.5481291, 0.6004012, 0.5814756, 0.6208720, 0.6279569, 0.6653852, 0.7617789, 0.8416584)),
        ("modified", 6, (0.7258851, 0.7907061, 0.7694508, 0.8124733, 0.8192938, 0.8399006, 0.9099403, 0.9557739)),
        ("rescaled", 48, (0.4998427, 0.4985174, 0.4989474, 0.4984212, 0.4980938, 0.4885541, 0.4855651, 0.4853266)),
    ],
)
def test_published_ends(rule, steps, end):
    found = run(EIGHT, EIGHT_ARROWS, EIGHT_START, rule=rule)
    assert (found.settled, found.period, found.steps) == (True, None, steps)
    assert found.end == pytest.approx(end, abs=6e-8)


def test_published_way():
    found = run(EIGHT, EIGHT_ARROWS, EIGHT_START)
    expected = [
        tuple(EIGHT_START.values()),
        (0.750260, 0.731059, 0.645656, 0.710950, 0.5, 0.5, 0.549834, 0.785835),
        (0.738141, 0.765490, 0.749475, 0.799982, 0.746700, 0.769999, 0.838315, 0.921361),
        (0.730236, 0.784168, 0.767163, 0.812191, 0.805531, 0.829309, 0.898379, 0.950172),
        (0.727059, 0.789378, 0.769467, 0.812967, 0.816974, 0.838759, 0.908173, 0.954927),
        (0.726125, 0.790510, 0.769538, 0.812650, 0.818986, 0.839860, 0.909707, 0.955666),
    ]
    for state, published in zip(found.states[:-1], expected, strict=True):
        assert state == pytest.approx(published, abs=6e-7)


# Two maps drawn once, and what FCMpy 0.0.21 (FcmSimulator, thresh=0.001) computed for them: steps and end. FCMpy keeps
# a factor without incoming arrows at its start, as our clamping does: in the second map that is "a".
LOOSE = (
    {
        **{("a", "b"): -0.28, ("a", "e"): 0.03, ("a", "f"): 0.12, ("b", "e"): 0.99, ("b", "f"): -0.11},
        **{("c", "c"): -0.17, ("c", "d"): 0.05, ("c", "e"): 0.82, ("e", "c"): -0.27, ("f", "a"): 0.19},
        ("f", "f"): -0.28,
    },
    {"a": 0.86, "b": 0.45, "c": 0.95, "d": 0.4, "e": 0.74, "f": 0.65},
)
SOURCED = (
    {
        **{("a", "b"): 0.55, ("a", "e"): 0.53, ("b", "b"): -0.92, ("c", "d"): 0.37, ("d", "c"): 0.01},
        **{("d", "e"): 0.27, ("e", "b"): 0.91, ("e", "d"): 0.97, ("e", "e"): -0.18},
    },
    {"a": 0.84, "b": 0.79, "c": 0.97, "d": 0.03, "e": 0.94},
)


@pytest.mark.parametrize(
    ("drawing", "rule", "squashing", "steepness", "steps", "end"),
    [
        (LOOSE, "kosko", "sigmoid", 1, 5, (0.522313, 0.4635033, 0.4348599, 0.505436, 0.6965977, 0.4700547)),
        (LOOSE, "kosko", "tanh", 1, 12, (-2e-07, -2e-07, -0.0001857, 9.8e-06, 0.0001612, 3e-07)),
        (LOOSE, "modified", "sigmoid", 2.5, 8, (0.9393675, 0.7874545, 0.6741552, 0.9145752, 0.9972528, 0.8250072)),
        (LOOSE, "modified", "tanh", 1, 29, (0.5744593, -0.6931164, 0.596256, 0.4256826, -0.71274, 0.4197019)),
        (LOOSE, "rescaled", "sigmoid", 1, 12, (0.5002766, 0.4995066, 0.5006859, 0.5000664, 0.4993675, 0.5002012)),
        (LOOSE, "rescaled", "tanh", 1, 11, (-0.9983732, -0.9705713, -0.9105456, -0.9962108, -0.9999999, -0.973653)),
        (SOURCED, "kosko", "sigmoid", 2.5, 9, (0.84, 0.7690389, 0.5057312, 0.9170259, 0.7978573)),
        (SOURCED, "kosko", "tanh", 1, 27, (0.84, 0.4345256, 0.004058, 0.4058041, 0.4423467)),
        (SOURCED, "modified", "sigmoid", 1, 5, (0.84, 0.776117, 0.6617085, 0.8674859, 0.7904055)),
        (SOURCED, "modified", "tanh", 1, 32, (0.84, 0.8727381, 0.3096816, 0.9595946, 0.8930041)),
        (SOURCED, "rescaled", "sigmoid", 2.5, 8, (0.84, 0.963097, 0.8637518, 0.9956591, 0.9706868)),
    ],
)
def test_runs_of_fcmpy(drawing, rule, squashing, steepness, steps, end):
    arrows, start = drawing
    clamped = {"a": start["a"]} if drawing is SOURCED else {}
    found = run(list(start), arrows, start, rule=rule, squashing=squashing, steepness=steepness, clamped=clamped)
    assert (found.settled, found.steps) == (True, steps)
    assert found.end == pytest.approx(end, abs=6e-8)


def test_tanh_by_hand():
    arrows, start = {("a", "b"): 0.5}, {"a": 1.0, "b": 0.0}
    forgets = run("ab", arrows, start, rule="kosko", squashing="tanh", steepness=2)
    # Nothing comes in at a, and b hears of it one step late.
    assert forgets.states == ((1, 0), (0, tanh(1)), (0, 0), (0, 0))
    keeps = run("ab", arrows, start, rule="modified", squashing="tanh", most_steps=2)
    assert keeps.states[1] == (tanh(1), tanh(0.5))
    assert keeps.states[2] == pytest.approx((tanh(tanh(1)), tanh(tanh(0.5) + 0.5 * tanh(1))))
    rescaled = run("ab", arrows, start, rule="rescaled", squashing="tanh", most_steps=1)
    assert rescaled.end == pytest.approx((tanh(1), tanh(-1 + 0.5)))


def test_clamped_factors_keep_their_value():
    found = run("abc", {("a", "b"): 1.0, ("b", "a"): -1.0, ("b", "c"): 0.5}, {"a": 0.2, "c": 0.3}, clamped={"b": 0.9})
    assert {state[1] for state in found.states} == {0.9}
    held_and_started = run("ab", {("a", "b"): 1.0}, {"a": 0.2, "b": 0.3}, clamped={"a": 0.9})
    assert held_and_started.states[0] == (0.9, 0.3)


@pytest.mark.parametrize(("rule", "rest"), [("kosko", 0.5), ("modified", 0.6590461), ("rescaled", 0.5)])
def test_without_arrows_all_go_to_the_same_rest(rule, rest):
    # Modified: the fixed point of the sigmoid, x = 1 / (1 + exp(-x)).
    found = run("abc", {}, {"a": 0.0, "b": 0.5, "c": 1.0}, rule=rule, tolerance=1e-9)
    assert found.settled
    assert found.end == pytest.approx([rest] * 3, abs=1e-7)
    assert run([], {}, {}).end == ()


def test_steep_sigmoids_do_not_overflow():
    arrows = {(one, "z"): -1.0 for one in "abcdefgh"}
    assert run("abcdefghz", arrows, dict.fromkeys("abcdefghz", 1.0), steepness=1e6).end[-1] == 0


@pytest.mark.parametrize(
    ("rule", "steepness", "arrows", "period"),
    [
        ("kosko", 5, {("a", "b"): -1.0, ("b", "a"): -1.0}, 2),
        ("kosko", 5, {("a", "b"): 1.0, ("b", "a"): -1.0}, 4),
        ("modified", 2, {("a", "b"): 1.0, ("b", "a"): -1.0}, 8),
        ("modified", 3, {("a", "b"): 0.5, ("b", "a"): -1.0}, 18),
        ("modified", 1, {("a", "b"): 0.5, ("b", "a"): -1.0}, None),
    ],
)
def test_a_map_that_never_settles_says_so_and_gives_its_period(rule, steepness, arrows, period):
    start = {"a": 0.9, "b": 0.9 if period == 2 else 0.1}
    rules = {"rule": rule, "squashing": "tanh", "steepness": steepness}
    found = run("ab", arrows, start, **rules)
    assert (found.settled, found.period, found.steps) == (False, period, 100)
    later = run("ab", arrows, start, **rules, most_steps=1000)
    assert (later.settled, later.period) == (False, period)


def test_wrong_input_is_refused():
    for arrows in ({("a", "x"): 0.5}, {("x", "a"): 0.5}):
        with pytest.raises(ValueError, match="unknown factor: 'x'"):
            run("ab", arrows, {"a": 0, "b": 0})
    for weight in (1.01, -2, float("nan")):
        with pytest.raises(ValueError, match="not from -1 to 1"):
            run("ab", {("a", "b"): weight}, {"a": 0, "b": 0})
    for wrong, message in (
        ({"rule": "kosk"}, "unknown rule 'kosk'; there are: kosko, modified, rescaled"),
        ({"squashing": "step"}, "unknown squashing"),
        ({"steepness": 0}, "steepness must be above 0"),
        ({"tolerance": -1}, "tolerance"),
        ({"most_steps": 0}, "at least one step"),
        ({"clamped": {"x": 1.0}}, "unknown factor: 'x'"),
        ({"clamped": {"a": -0.1}}, "'a' is -0.1, not from 0 to 1"),
    ):
        with pytest.raises(ValueError, match=message):
            run("ab", {}, {"a": 0, "b": 0}, **wrong)
    with pytest.raises(ValueError, match="no start for 'b'"):
        run("ab", {}, {"a": 0})
    with pytest.raises(ValueError, match="twice"):
        run("aa", {}, {"a": 0})


def by_numpy(factors, arrows, start, clamped, rules, steps):
    """The three rules with matrices, as the literature writes them."""
    weights = np.zeros((len(factors), len(factors)))
    for (source, target), weight in arrows.items():
        weights[factors.index(source), factors.index(target)] = weight
    held = {factors.index(factor): value for factor, value in clamped.items()}
    state = np.array([start[factor] for factor in factors], float)
    state[list(held)] = list(held.values())
    states = [state]
    for _ in range(steps):
        sums = {
            "kosko": state @ weights,
            "modified": state + state @ weights,
            "rescaled": (2 * state - 1) + (2 * state - 1) @ weights,
        }[rules["rule"]]
        sums = rules["steepness"] * sums
        state = 1 / (1 + np.exp(-sums)) if rules["squashing"] == "sigmoid" else np.tanh(sums)
        state[list(held)] = list(held.values())
        states.append(state)
    return np.array(states)


@settings(max_examples=200)
@given(weighted_maps())
def test_the_same_as_with_matrices(drawing):
    factors, arrows, start, clamped, rules = drawing
    found = run(factors, arrows, start, clamped=clamped, most_steps=30, **rules)
    expected = by_numpy(*drawing, found.steps)
    # Where a map is unruly, differences in the last digit grow from step to step.
    compared = found.steps if found.settled else min(found.steps, 15)
    assert np.array(found.states)[: compared + 1] == pytest.approx(expected[: compared + 1], abs=1e-6)
    if found.settled:
        assert np.abs(expected[-1] - expected[-2]).max() <= 0.001 + 1e-6


@given(weighted_maps(), st.permutations("uvwxyz"))
def test_relabelling_and_reordering_change_nothing(drawing, names):
    factors, arrows, start, clamped, rules = drawing
    name = dict(zip(factors, names, strict=False))
    found = run(factors, arrows, start, clamped=clamped, most_steps=20, **rules)
    renamed = run(
        [name[factor] for factor in reversed(factors)],
        {(name[source], name[target]): weight for (source, target), weight in arrows.items()},
        {name[factor]: value for factor, value in start.items()},
        clamped={name[factor]: value for factor, value in clamped.items()},
        most_steps=20,
        **rules,
    )
    assert renamed.states == tuple(tuple(reversed(state)) for state in found.states)
    assert (renamed.settled, renamed.period) == (found.settled, found.period)
