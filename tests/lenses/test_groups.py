"""No group is shown from which a person's answers could be read off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.lenses.groups import POOLED, SMALLEST, shown_groups

respondents = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 9), max_size=7)


@given(respondents)
def test_no_shown_group_is_too_small(sizes):
    assert all(group.size >= SMALLEST for group in shown_groups(sizes))


@given(respondents)
def test_everybody_is_in_one_group_or_nobody_is_shown(sizes):
    shown = [name for group in shown_groups(sizes) for name in group.members]
    assert sorted(shown) == (sorted(sizes) if sum(sizes.values()) >= SMALLEST else [])


@given(respondents)
def test_large_groups_stand_apart_unless_needed_for_cover(sizes):
    groups = {group.id: group for group in shown_groups(sizes)}
    if all(size >= SMALLEST for size in sizes.values()):
        assert POOLED not in groups
    if POOLED in groups:
        assert any(sizes[name] < SMALLEST for name in groups[POOLED].members)
