"""The complexity-aware view says what is in the answers, and asks nothing that does not follow from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.lenses.average import average
from ketenspiegel.lenses.perspectives import perspectives
from ketenspiegel.tally import tally

from ..test_answers import QUESTIONS, sheets


def camps(sheet_of):
    """Two items with a mean of 3: on one two roles stand against each other, on the other all stand in the middle."""
    return [sheet_of("bestuurder", samen_weten=5, sturen_besluit=3) for _ in range(4)] + [
        sheet_of("professional", samen_weten=1, sturen_besluit=3) for _ in range(4)
    ]


def test_the_same_mean_is_told_apart(small, sheet_of):
    counts = tally(camps(sheet_of), small)
    assert [row["mean"] for row in average(counts, small).rows] == [3, 3]
    view = perspectives(counts, small)
    split = {row["facet"]: row["split"] for row in view.rows}
    assert split == {"Samen": True, "Sturen": False}
    assert view.findings == ("Samen: twee kampen, eens binnen rollen 1,00, tussen rollen −1,00.",)


def test_questions_follow_from_the_answers(small, sheet_of):
    questions = perspectives(tally(camps(sheet_of), small), small).questions
    assert questions[0].startswith(
        "‘Ik weet wie er ‘nee’ mag zeggen.’ 4 antwoorden gaan richting ‘Helemaal oneens’, 4 richting ‘Helemaal eens’."
    )
    assert (
        questions[1]
        == "Er zijn geen antwoorden van: beleidsambtenaar, ketenpartner, inwoner. Wat zouden zij anders zien?"
    )
    assert len(questions) == 2


def test_roles_that_lie_far_apart_are_named(small, sheet_of):
    found = [sheet_of("bestuurder", samen_dubbel=1) for _ in range(9)] + [
        sheet_of("inwoner", samen_dubbel=3) for _ in range(3)
    ]
    view = perspectives(tally(found, small), small)
    question = next(q for q in view.questions if "stappen" in q)
    assert "De rollen bestuurder en inwoner liggen hier het verst uit elkaar: gemiddeld 2,0 stappen" in question


def test_not_knowing_is_named(small, sheet_of):
    found = [sheet_of("inwoner", samen_weten="unknown") for _ in range(3)] + [
        sheet_of("professional", samen_weten=4) for _ in range(3)
    ]
    view = perspectives(tally(found, small), small)
    assert any("In de groep inwoner zeggen 3 van de 3: weet ik niet." in question for question in view.questions)
    assert any("50% weet het niet" in finding for finding in view.findings)


@pytest.mark.parametrize(("answer", "words"), [(1, "en het kan beter"), (5, "en het gaat goed")])
def test_what_all_share_is_named(small, sheet_of, answer, words):
    found = [sheet_of(role, sturen_besluit=answer) for role in ("inwoner", "professional") for _ in range(3)]
    assert any(words in question for question in perspectives(tally(found, small), small).questions)


def test_reversed_items_are_asked_about_as_they_were_worded(small, sheet_of):
    found = [sheet_of("inwoner", samen_dubbel=value) for value in (5, 5, 5, 1, 1)] + [
        sheet_of("professional", samen_dubbel=5)
    ] * 1
    question = perspectives(tally(found, small), small).questions[0]
    assert "2 antwoorden gaan richting ‘Helemaal oneens’, 4 richting ‘Helemaal eens’." in question


def test_small_groups_are_shown_together_and_the_view_says_so(small, sheet_of):
    found = [sheet_of("inwoner", samen_weten=3) for _ in range(5)] + [sheet_of("bestuurder", samen_weten=1)]
    view = perspectives(tally(found, small), small)
    assert {row["group"] for row in view.rows} == {"Alle rollen samen"}
    assert "Groepen met minder dan 3 mensen staan niet apart" in view.notes[0]


def test_two_people_are_not_shown_at_all(small, sheet_of):
    view = perspectives(
        tally([sheet_of("inwoner", samen_weten=3), sheet_of("bestuurder", samen_weten=1)], small), small
    )
    assert not view.rows
    assert not view.table_rows
    assert not view.questions
    assert "minder dan 3 antwoordbladen" in view.notes[0]


@given(
    st.lists(sheets.filter(lambda sheet: sheet.role), max_size=12, unique_by=lambda sheet: sheet.id),
    st.sampled_from([None, "samen", "sturen"]),
)
def test_every_set_of_answers_gives_a_view(found, theme):
    counts = tally(found, QUESTIONS)
    view = perspectives(counts, QUESTIONS, theme)
    shown = sum(row["n"] for row in view.rows)
    items = [item for part in QUESTIONS.themes if theme in (None, part.id) for item in part.items]
    assert shown in (0, sum(counts.of(item.id).total for item in items))
    assert len(view.questions) == len(set(view.questions))
    view.chart().to_dict()
    assert view.table() is not None
