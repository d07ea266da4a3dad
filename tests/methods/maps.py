"""Maps of influences that hypothesis draws."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from ketenspiegel.methods.cognitive_map import Rule

weights = st.sampled_from([-2, -0.5, 1, 3])


@st.composite
def maps(draw, most=6):
    factors = draw(st.permutations("abcdef"[: draw(st.integers(0, most))]))
    pairs = [(a, b) for a in factors for b in factors]
    return factors, draw(st.dictionaries(st.sampled_from(pairs), weights)) if pairs else {}


@st.composite
def weighted_maps(draw):
    """Give a map with its rule, and a start and held values for some factors."""
    factors = "abcdef"[: draw(st.integers(1, 6))]
    pair = st.tuples(st.sampled_from(factors), st.sampled_from(factors))
    squashing = draw(st.sampled_from(["sigmoid", "tanh"]))
    value = st.floats(0 if squashing == "sigmoid" else -1, 1).map(lambda number: round(number, 2))
    rules = {
        "rule": draw(st.sampled_from(get_args(Rule))),
        "squashing": squashing,
        "steepness": draw(st.sampled_from([0.5, 1.0, 3.0])),
    }
    arrows = draw(st.dictionaries(pair, st.integers(-10, 10).map(lambda tenth: tenth / 10), max_size=15))
    start = {factor: draw(value) for factor in factors}
    clamped = draw(st.dictionaries(st.sampled_from(factors), value, max_size=2))
    return factors, arrows, start, clamped, rules
