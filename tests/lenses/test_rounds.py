"""A shift between rounds is told per role with what chance would give, and never with a cause."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.rounds import rounds


@pytest.fixture
def in_round(sheet_of):
    def make(role, values, name):
        return [sheet_of(role, sturen_besluit=value).model_copy(update={"round": name}) for value in values]

    return make


@pytest.fixture
def found(in_round):
    return [
        *in_round("professional", [1, 1, 2, 2, 1, 2], "2026-01"),
        *in_round("professional", [4, 5, 5, 4, 4, 5], "2026-11"),
        *in_round("bestuurder", [3, 4, 4, 5], "2026-01"),
        *in_round("bestuurder", [4, 3, 5, 4], "2026-11"),
        *in_round("inwoner", [2, 2], "2026-01"),
        *in_round("inwoner", [4, 4], "2026-11"),
    ]


def test_shifts_by_role(small, found):
    rows = rounds(found, small).table_rows
    # Professionals moved from a mean of 1.5 to 4.5 without overlap; the executives' answers are the same; two residents
    # a round are too few to be shown.
    assert [(row["group"], row["steps"]) for row in rows] == [("Bestuurder", "0,00 "), ("Professional", "3,00 omhoog")]
    assert rows[0]["chance"] == "100% van de keren"


def test_agreement_of_a_theme_is_that_of_its_items_and_not_of_all_answers_on_one_heap(small, sheet_of):
    # Everybody answers 5 on the one item and, as it is worded, 5 on the reversed other: of one mind on each.
    sheets = [
        sheet_of("professional", samen_weten=5, samen_dubbel=5).model_copy(update={"round": name})
        for name in ("2026-01", "2026-11")
        for _ in range(4)
    ]
    assert rounds(sheets, small).table_rows[0]["agreement"] == "1,00 → 1,00"


def test_what_one_or_two_people_answered_is_not_shown(small, sheet_of):
    sheets = [
        sheet_of("professional", samen_weten=4, **({"samen_dubbel": 2} if number < 2 else {})).model_copy(
            update={"round": name}
        )
        for name in ("2026-01", "2026-11")
        for number in range(4)
    ]
    shown = rounds(sheets, small, "samen")
    assert [row["respondents"] for row in shown.table_rows] == ["4 → 4"]
    assert {row["answer"] for row in shown.rows if row["n"]} == {4}


def test_only_what_chance_would_not_give_is_named(small, found):
    view = rounds(found, small)
    assert view.findings[0].startswith("Van de 2 vergelijkingen blijven er 1 binnen wat toeval geeft.")
    assert len(view.findings) == 2
    assert view.findings[1].startswith("Sturen, professional: 3,0 stappen omhoog, eensgezindheid van ")
    assert "Wat veranderde er in die tijd allemaal" in view.questions[0]
    words = " ".join((*view.findings, *view.questions, *view.notes, view.summary))
    assert "effect" not in words


def test_what_else_changed_stands_beside_it(small, found):
    silent = rounds(found, small).notes
    assert "U hebt niet opgeschreven" in silent[-1]
    told = rounds(found, small, remarks={"2026-11": "Nieuwe wethouder.", "2020-01": "Weg."}).notes
    assert told[-1] == "Wat er volgens u ook veranderde voor ronde 2026-11: Nieuwe wethouder."


def test_opposite_shifts_are_asked_about(small, in_round):
    sheets = [
        *in_round("professional", [1, 1, 2, 2, 1], "2026-01"),
        *in_round("professional", [4, 5, 5, 4, 4], "2026-11"),
        *in_round("bestuurder", [5, 5, 4, 4, 5], "2026-01"),
        *in_round("bestuurder", [2, 1, 1, 2, 2], "2026-11"),
    ]
    assert (
        rounds(sheets, small).questions[0].startswith("‘Sturen’ ging bij professional omhoog en bij bestuurder omlaag.")
    )


def test_one_round_or_none_gives_no_picture(small, in_round):
    for name in ("2026-01", ""):
        view = rounds(in_round("inwoner", [1, 2, 3, 4], name), small)
        assert not (view.rows or view.findings or view.questions)
        view.chart().to_dict()
