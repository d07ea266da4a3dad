"""A cell of the grid holds strength against task, as measurements of administrative capacity do."""

from __future__ import annotations

import pytest

from ketenspiegel.known_results import Results, read_results
from ketenspiegel.lenses.capacity import capacity
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def questions(data):
    return load_question_set(data / "klein-rollen.yaml")


@pytest.fixture
def counts(questions, sheet_of):
    sheets = [
        sheet_of("bestuurder", dienst_opgave=4, dienst_koers=5, dienst_mensen=3, dienst_achter=2, werkgever_opgave=5),
        sheet_of("inwoner", dienst_opgave=4, dienst_koers=3, dienst_mensen=3, werkgever_koers=3, werkgever_leren=4),
        sheet_of("inwoner", dienst_koers="unknown", andersom_klacht=5),
    ]
    return tally(sheets, questions)


def test_cells_by_hand(counts, questions):
    rows = capacity(counts, questions).rows
    assert [(row["role"], row["level_text"]) for row in rows] == [
        ("Dienstverlener", "Richting"),
        ("Dienstverlener", "Uitvoering"),
        ("Werkgever", "Richting"),
        ("Werkgever", "Uitvoering"),
    ]
    assert [row["task"] for row in rows] == [4, 4, 5, 5]
    # Uitvoering of the Dienstverlener: 3, 3 and, turned round, 4.
    assert [row["strength"] for row in rows] == pytest.approx([4, 10 / 3, 3, 4])
    # As strong as the task is enough; a whole point below it is too little.
    assert [row["light"] for row in rows] == ["green", "orange", "red", "red"]


def test_findings_and_table(counts, questions):
    view = capacity(counts, questions)
    assert view.findings == (
        "De gemeente is op 1 van de 4 punten sterk genoeg.",
        "De kracht is op 3 van de 4 punten kleiner dan de opgave.",
        "Dienstverlener: uitvoering onder druk. Standaardadvies: Werk samen met buren.",
        "Werkgever: richting onvoldoende, uitvoering onvoldoende. Standaardadvies: Onderzoek een fusie.",
    )
    assert view.table()[0] == {
        "Rol van de gemeente": "Dienstverlener",
        "Opgave": "4,0",
        "Richting": "4,0 (voldoende)",
        "Uitvoering": "3,3 (onder druk)",
    }


def test_one_role(counts, questions):
    view = capacity(counts, questions, theme="dienst")
    assert {row["role"] for row in view.rows} == {"Dienstverlener"}
    assert view.findings[0] == "De gemeente is op 1 van de 2 punten sterk genoeg."
    with pytest.raises(ValueError, match="no theme 'andersom'"):
        capacity(counts, questions, theme="andersom")


def test_a_whole_point_less_is_too_little_however_it_is_computed(questions):
    values = {"werkgever-opgave": 4.1, "werkgever-koers": 3.1, "werkgever-leren": 3.2}
    assert 3.1 - 4.1 > -1
    assert [row["light"] for row in capacity(Results(values), questions, "werkgever").rows] == ["red", "orange"]


def test_a_report_without_levels_is_shown_with_the_strength_of_the_role(questions):
    table = [["thema", "Opgave", "Kracht"], ["Dienstverlener", "3,5", "3"], ["Er is een plan.", "", "2,5"]]
    rows = capacity(read_results("rapport.csv", table, questions), questions).rows
    assert [row["strength"] for row in rows] == [3, 3, 2.5, 2.5]
    assert [row["light"] for row in rows] == ["orange", "orange", None, None]


def test_a_level_that_nobody_answered_stays_empty(questions, sheet_of):
    view = capacity(tally([sheet_of(dienst_opgave=3, dienst_koers=4)], questions), questions)
    assert [row["strength"] for row in view.rows] == [4, None, None, None]
    assert view.findings[0] == "De gemeente is op 1 van de 1 punten sterk genoeg."
    assert view.table()[0]["Uitvoering"] == "–"


def test_without_levels_there_is_one_column(questions, counts):
    bare = questions.model_copy(update={"levels": {}})
    # Kracht of the Dienstverlener: 5, 3, 3, 3 and 4.
    view = capacity(counts, bare, theme="dienst")
    assert [row["strength"] for row in view.rows] == pytest.approx([18 / 5])
    assert list(view.columns.values()) == ["Rol van de gemeente", "Opgave", "Kracht"]


def test_without_answers(questions):
    view = capacity(tally([], questions), questions)
    assert view.findings == (view.summary,) == ("Er zijn nog geen antwoorden.",)


def test_a_question_set_without_parts_is_refused(small):
    with pytest.raises(ValueError, match="klein needs two parts"):
        capacity(Results({}), small)
