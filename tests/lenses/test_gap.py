"""Per theme the mean now, the mean wanted and what lies between, as reports on steering give them."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results, read_results
from ketenspiegel.lenses.gap import gap
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-gewenst.yaml")


@pytest.fixture
def counts(questions, sheet_of):
    sheets = [
        sheet_of(sturen_nu=2, sturen_open=4, sturen_gewenst=4, verbinden_nu=4, verbinden_gewenst=4),
        sheet_of(sturen_nu=3, sturen_gewenst=5, verbinden_gewenst=3, overig_tijd=5),
    ]
    return tally(sheets, questions)


def test_differences_by_hand(counts, questions):
    view = gap(counts, questions)
    # Sturen now: 2, 3 and, turned round, 2.
    assert [row["now"] for row in view.rows] == pytest.approx([7 / 3, 4])
    assert [row["wanted"] for row in view.rows] == [4.5, 3.5]
    assert [row["difference"] for row in view.rows] == pytest.approx([13 / 6, -0.5])
    assert view.table() == [
        {"Thema": "Sturen", "Wat u nu ziet": "2,3", "Wat u wilt": "4,5", "Verschil": "+2,2"},
        {"Thema": "Verbinden", "Wat u nu ziet": "4,0", "Wat u wilt": "3,5", "Verschil": "−0,5"},
    ]


def test_a_large_gap_gets_the_standard_advice(counts, questions):
    assert gap(counts, questions).findings == (
        "Sturen: gewenst ligt 2,2 hoger dan nu. Standaardadvies: Benoem een regisseur.",
    )


def test_one_theme(counts, questions):
    view = gap(counts, questions, theme="verbinden")
    assert [row["theme"] for row in view.rows] == ["Verbinden"]
    assert view.findings == ("Nergens ligt gewenst 0,5 of meer hoger dan nu.",)
    with pytest.raises(ValueError, match="no theme 'anders'"):
        gap(counts, questions, theme="anders")


def test_a_theme_that_does_not_ask_both_says_so(counts, questions):
    view = gap(counts, questions, theme="overig")
    assert view.findings == (view.summary,) == ("Bij dit thema is hier niet naar gevraagd.",)


def test_half_a_point_is_large_however_it_is_computed(questions):
    assert 4.1 - 3.6 < 0.5
    view = gap(Results({"sturen-nu": 3.6, "sturen-open": 3.6, "sturen-gewenst": 4.1}), questions)
    assert view.findings[0].startswith("Sturen: gewenst ligt 0,5 hoger dan nu.")


def test_results_of_a_report(questions):
    table = [["thema", "nu", "gewenst"], ["Sturen", "2,5", "4,5"], ["Verbinden", "3,1", ""]]
    view = gap(read_results("rapport.csv", table, questions), questions)
    assert [row["difference"] for row in view.rows] == [2, None]
    assert view.table()[1]["Verschil"] == "–"
    assert len(view.findings) == 1


@pytest.mark.parametrize(("wanted", "text"), [(2.96, "0,0"), (3.04, "0,0"), (3.1, "+0,1")])
def test_nothing_has_no_sign(questions, wanted, text):
    values = {"verbinden-nu": 3.0, "verbinden-gewenst": wanted}
    assert gap(Results(values), questions, "verbinden").rows[0]["difference_text"] == text


def test_without_answers(questions):
    view = gap(tally([], questions), questions)
    assert view.findings == (view.summary,) == ("Er zijn nog geen antwoorden.",)
