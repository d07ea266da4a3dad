"""Items in one list, the highest mean on top, as a report on motives gives them."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results
from ketenspiegel.lenses.ranking import ranking
from ketenspiegel.questions import QuestionSet
from ketenspiegel.tally import tally


@pytest.fixture
def found(sheet_of):
    return [
        sheet_of("inwoner", samen_weten=3, samen_dubbel=1, sturen_besluit="unknown"),
        sheet_of("professional", samen_weten=4, samen_dubbel=2, sturen_besluit=2),
        sheet_of("bestuurder", samen_weten=5, sturen_besluit=3, sturen_geld=5),
    ]


def test_order_by_hand(small, found):
    rows = ranking(tally(found, small), small).rows
    # Turned round, 1 and 2 on ‘samen-dubbel’ are 5 and 4, and 5 on ‘sturen-geld’ is 1.
    assert [(row["place"], row["mean"], row["top"]) for row in rows] == [
        (1, 4.5, True),
        (2, 4.0, True),
        (3, 2.5, True),
        (4, 1.0, False),
    ]
    assert [row["answers"] for row in rows] == [2, 3, 2, 1]


def test_findings_name_the_ambition_and_the_standard_advice(small, found):
    findings = ranking(tally(found, small), small).findings
    assert findings == (
        "De gezamenlijke ambitie: Wij doen werk dubbel (omgedraaid); Ik weet wie er ‘nee’ mag zeggen; "
        "Er komt een besluit.",
        "Standaardadvies: Begin een overleg.",
        "Standaardadvies: Benoem een regisseur.",
    )


def test_one_theme(small, found):
    view = ranking(tally(found, small), small, theme="sturen")
    assert [row["mean"] for row in view.rows] == [2.5, 1.0]
    assert view.findings[1:] == ("Standaardadvies: Benoem een regisseur.",)
    with pytest.raises(ValueError, match="no theme 'anders'"):
        ranking(tally(found, small), small, theme="anders")


def test_items_with_the_same_mean_share_a_place(small):
    values = {"samen-weten": 4.0, "samen-dubbel": 3.0, "sturen-besluit": 4.0, "sturen-geld": 3.0}
    rows = ranking(Results(values), small).rows
    assert [(row["place"], row["top"]) for row in rows] == [(1, True), (1, True), (3, False), (3, False)]


def test_a_report_with_one_number_for_all_names_no_ambition(small):
    view = ranking(Results(dict.fromkeys(small.items, 3.2)), small, theme="samen")
    assert view.findings == ("Alle stellingen staan gelijk.", "Standaardadvies: Begin een overleg.")


def test_what_others_would_answer_does_not_count(small, sheet_of):
    text = {"nl": "{role}", "en": "{role}"}
    asking = QuestionSet.model_validate(
        {**small.model_dump(), "prediction": {"choice": text, "title": text, "explanation": text}}
    )
    answers = {"samen-weten": 4, "samen-weten--bestuurder": 1}
    sheet = sheet_of("inwoner").model_copy(update={"answers": answers})
    rows = ranking(tally([sheet], asking), asking).rows
    assert [(row["mean"], row["answers"]) for row in rows] == [(4.0, 1)]


def test_without_answers(small):
    view = ranking(tally([], small), small)
    assert view.findings == (view.summary,) == ("Er zijn nog geen antwoorden.",)
    assert view.rows == []
