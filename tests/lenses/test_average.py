"""The simple view computes what a quick scan computes."""

from __future__ import annotations

import pytest

from ketenspiegel.lenses.average import average
from ketenspiegel.tally import tally


@pytest.fixture
def found(sheet_of):
    return [
        sheet_of("inwoner", samen_weten=5, samen_dubbel=1, sturen_besluit="unknown"),
        sheet_of("professional", samen_weten=4, samen_dubbel=2, sturen_besluit=2),
        sheet_of("bestuurder", samen_weten=5, sturen_besluit=1, sturen_geld=5),
    ]


def test_means_by_hand(small, found):
    rows = average(tally(found, small), small).rows
    # Samen: 5, 4, 5 and, turned round, 5, 4: 23 / 5. Sturen: 2, 1 and, turned round, 1: 4 / 3.
    assert [row["mean"] for row in rows] == pytest.approx([4.6, 4 / 3])
    assert [row["light"] for row in rows] == ["green", "red"]
    assert [row["answers"] for row in rows] == [5, 3]
    assert rows[0]["total"] == pytest.approx((4.6 + 4 / 3) / 2)


def test_low_themes_get_the_standard_advice(small, found):
    findings = average(tally(found, small), small).findings
    assert findings == ("Totaal: 3,0 (oranje).", "Sturen staat op rood (1,3). Standaardadvies: Benoem een regisseur.")


def test_one_theme_shows_its_items(small, found):
    view = average(tally(found, small), small, theme="samen")
    assert [row["facet"] for row in view.rows] == [
        "Ik weet wie er ‘nee’ mag zeggen",
        "Wij doen werk dubbel (omgedraaid)",
    ]
    assert [row["mean"] for row in view.rows] == pytest.approx([14 / 3, 4.5])


def test_an_unknown_theme_is_refused(small, found):
    with pytest.raises(ValueError, match="no theme 'anders'"):
        average(tally(found, small), small, theme="anders")


def test_english(small, found):
    view = average(tally(found, small), small, language="en")
    assert view.findings[1] == "Steering is red (1.3). Standard advice: Appoint a director."


def test_the_frame_holds_the_rows(small, found):
    assert list(average(tally(found, small), small).to_frame()["facet"]) == ["Samen", "Sturen"]
