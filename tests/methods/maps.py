"""Maps of influences that hypothesis draws."""

from __future__ import annotations

from hypothesis import strategies as st

weights = st.sampled_from([-2, -0.5, 1, 3])


@st.composite
def maps(draw, most=6):
    factors = draw(st.permutations("abcdef"[: draw(st.integers(0, most))]))
    pairs = [(a, b) for a in factors for b in factors]
    return factors, draw(st.dictionaries(st.sampled_from(pairs), weights)) if pairs else {}
