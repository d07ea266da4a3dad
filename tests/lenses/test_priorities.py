"""The priority matrix divides themes as reports on client satisfaction do."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results, read_results
from ketenspiegel.lenses.priorities import priorities
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-tevreden.yaml")


@pytest.fixture
def counts(questions, sheet_of):
    first = {"wachten_nu": 2, "wachten_lang": 4, "wachten_belang": 5, "taal_nu": 4, "taal_belang": 4}
    second = {"wachten_nu": 3, "wachten_belang": 5, "taal_nu": 4, "taal_belang": 5}
    sheets = [
        sheet_of(**first, balie_nu=5, balie_belang=2, cijfer_alles=7),
        sheet_of(**second, balie_nu=4, balie_belang=3, cijfer_alles=8),
    ]
    return tally(sheets, questions)


def placed(view):
    return [row for row in view.rows if row["number"]]


def test_places_by_hand(counts, questions):
    rows = placed(priorities(counts, questions))
    # Wachten: 2, 3 and, turned round, 2.
    assert [row["satisfaction"] for row in rows] == pytest.approx([7 / 3, 4, 4.5])
    assert [row["importance"] for row in rows] == pytest.approx([5, 4.5, 2.5])
    assert rows[0]["middle"] == pytest.approx(((7 / 3 + 4 + 4.5) / 3, 4))
    assert [row["quadrant_text"] for row in rows] == ["verbeter eerst", "houd vast", "misschien te veel aandacht"]
    assert [row["number"] for row in rows] == [1, 2, 3]
    assert {row["mark"] for row in rows} == {7.5}


def test_findings(counts, questions):
    assert priorities(counts, questions).findings == (
        "Rapportcijfer: 7,5.",
        "Verbeter eerst: Wachten. Standaardadvies: Neem meer mensen aan.",
    )


def test_one_theme_is_told_in_the_same_field(counts, questions):
    view = priorities(counts, questions, theme="balie")
    assert [row["told"] for row in placed(view)] == [False, False, True]
    assert [row["quadrant"] for row in placed(view)] == ["improve", "keep", "excess"]
    assert view.findings == ("Rapportcijfer: 7,5.", "Balie: misschien te veel aandacht.")
    with pytest.raises(ValueError, match="no theme 'anders'"):
        priorities(counts, questions, theme="anders")


def test_a_theme_outside_the_field_makes_none_of_the_others_faint(counts, questions):
    view = priorities(counts, questions, theme="cijfer")
    assert all(row["told"] for row in placed(view))
    assert view.findings == ("Rapportcijfer: 7,5.",)


def test_results_of_a_report(questions):
    table = [
        ["thema", "tevredenheid", "belang", "cijfer"],
        ["Wachten", "3,0", "4,0", ""],
        ["Taal", "3,4", "3,8", ""],
        ["Balie", "4,1", "", ""],
        ["Uw cijfer", "", "", "7,2"],
    ]
    view = priorities(read_results("rapport.csv", table, questions), questions)
    assert [(row["theme"], row["quadrant"]) for row in placed(view)] == [("Wachten", "improve"), ("Taal", "excess")]
    assert view.findings[0] == "Rapportcijfer: 7,2."
    assert view.notes[-1] == "Niet in het veld, omdat tevredenheid of belang ontbreekt: Balie."


def test_themes_that_do_not_differ_are_none_of_them_to_improve(questions):
    values = {f"{theme}-{part}": 3.3 for theme in ("wachten", "taal", "balie") for part in ("nu", "belang")}
    assert (3.3 + 3.3 + 3.3) / 3 != 3.3
    assert {row["quadrant"] for row in placed(priorities(Results(values), questions))} == {"keep"}


def test_only_a_mark(questions):
    view = priorities(Results({"cijfer-alles": 6.8}), questions)
    assert view.findings == (view.summary,) == ("Rapportcijfer: 6,8.",)
    assert view.notes == ()


def test_without_answers(questions):
    view = priorities(tally([], questions), questions)
    assert view.findings == (view.summary,) == ("Er zijn nog geen antwoorden.",)
    assert view.table() == []
