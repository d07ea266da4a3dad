"""The answer at every cut-off is the one that belongs to it, and whether it is sturdy is said as it is."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.cut_offs import cut_offs, stretches
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.methods.qca.terms import written
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)


def of_memberships(names, rows, **chosen):
    """Compare cases with these memberships, the outcome last."""
    measures = {
        name: Measure(
            name, *[Text(nl=f"nl-{name}", en=f"en-{name}")] * 3, Text(nl=f"geen {name}", en=f"no {name}"), crisp=True
        )
        for name in names
    }
    table = CaseTable(measures, {case: dict(zip(names, row, strict=True)) for case, row in rows.items()})
    return Study(table, Choice(names[-1], tuple(names[:-1]), **chosen))


def with_consistencies(*found, **chosen):
    """Compare crisp combinations of two conditions, of which the first ones have these consistencies."""
    places = [(1, 1), (1, 0), (0, 1), (0, 0)]
    outcomes = [*found, *[0.0] * (4 - len(found))]
    rows = {f"Z{at}": (*place, outcome) for at, (place, outcome) in enumerate(zip(places, outcomes, strict=True))}
    return of_memberships(("A", "B", "Y"), rows, **chosen)


@pytest.fixture
def lipset(data):
    with (data / "lipset_fuzzy.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return of_memberships(header[1:], {case: [float(each) for each in values] for case, *values in rows})


def formulas(study, stretch):
    names = [each.id for each in study.conditions]
    return [" + ".join(written(term, names) for term in answer) for answer in stretch.answers]


def at(study, cut_off):
    (found,) = (each for each in stretches(study) if each.low <= cut_off <= each.high)
    return formulas(study, found)


def test_lipsets_data_give_another_published_formula_at_every_usual_cut_off(lipset):
    assert at(lipset, 0.70) == ["DEV*~URB*LIT*STB + DEV*LIT*IND*STB"]
    assert at(lipset, 0.80) == ["DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB"]
    assert at(lipset, 0.90) == ["DEV*URB*LIT*IND*STB"]
    assert at(lipset, 0.95) == []


def test_the_answer_changes_where_a_combination_stops_to_count(lipset):
    # The three combinations have consistencies 0.709, 0.804 and 0.904.
    assert [(each.low, each.high) for each in stretches(lipset)] == [(0.7, 0.7), (0.71, 0.8), (0.81, 0.9), (0.91, 1.0)]


def test_the_shorter_answers_at_the_same_cut_offs(lipset):
    study = Study(lipset.table, replace(lipset.choice, kind="parsimonious"))
    assert at(study, 0.70) == ["DEV*STB"]
    assert at(study, 0.80) == ["DEV*~IND + URB*STB"]
    assert at(study, 0.90) == ["URB*STB"]


def test_a_thin_thread_is_called_so(lipset):
    for chosen, low, high in ((0.7, "0,70", "0,70"), (0.8, "0,71", "0,80"), (0.9, "0,81", "0,90")):
        view = cut_offs(Study(lipset.table, replace(lipset.choice, cut_off=chosen)))
        assert view.findings == (
            f"Het antwoord hangt hier aan een dun draadje: het blijft alleen hetzelfde van {low} tot en met {high}.",
            "Van los naar streng zijn er 4 verschillende antwoorden.",
        )


def test_a_long_stretch_is_sturdy():
    view = cut_offs(Study(fourteen(), ALL))
    assert view.findings[0] == ("Het antwoord blijft hetzelfde van 0,70 tot en met 0,95; daarbuiten verandert het.")
    assert len(view.questions) == 1


@pytest.mark.parametrize(("low", "sturdy"), [(0.715, True), (0.725, False)])
def test_a_tenth_is_long_enough_wherever_it_lies(low, sturdy):
    # Between the consistencies of two combinations: from 0.72 to 0.82, and from 0.73 to 0.82.
    finding = cut_offs(with_consistencies(0.825, low, cut_off=0.8)).findings[0]
    assert ("daarbuiten" in finding) is sturdy
    assert ("dun draadje" in finding) is not sturdy


def test_the_same_at_every_cut_off():
    view = cut_offs(with_consistencies(1.0))
    assert view.findings == ("Het antwoord is bij elke streep van 0,70 tot 1,00 hetzelfde.",)
    assert view.questions == ()
    assert view.summary == "Van 0,70 tot en met 1,00: nl-A samen met nl-B."


def test_when_everybody_has_the_outcome_every_combination_goes_with_it():
    assert cut_offs(with_consistencies(1.0, 1.0, 1.0, 1.0)).summary == "Van 0,70 tot en met 1,00: elke combinatie."


def test_what_counts_for_its_opposite_too_never_counts():
    rows = {"X": (0.6, 0.6, 0.45), "V": (0, 0, 0), "W": (0, 0, 0), "U": (0, 0, 0)}
    study = of_memberships(("A", "B", "Y"), rows)
    assert [(each.low, each.high, each.answers) for each in stretches(study)] == [(0.7, 1.0, ())]
    view = cut_offs(study)
    assert view.rows == []
    assert view.summary == "Van 0,70 tot en met 1,00: geen enkele combinatie."


def test_several_answers_that_are_as_good_are_told_apart_from_one_of_two_parts():
    six = [(0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1), (1, 1, 0)]
    rows = [(*each, 1) for each in six] * 2 + [(0, 0, 0, 0), (1, 1, 1, 0)] * 2
    view = cut_offs(of_memberships(("A", "B", "C", "Y"), {f"Z{at:02}": row for at, row in enumerate(rows)}))
    (line,) = view.table()
    assert line["Gaat samen met de uitkomst"].count(" / ") == 1
    assert line["Gaat samen met de uitkomst"].count("; of ") == 4
    assert len(view.rows) == 6
    assert not any(row["always"] for row in view.rows)


def test_a_row_per_combination_and_stretch(lipset):
    view = cut_offs(lipset)
    full = "nl-DEV samen met nl-URB, nl-LIT, nl-IND en nl-STB"
    assert [(row["from"], row["to"]) for row in view.rows if row["combination"] == full] == [(0.71, 0.8), (0.81, 0.9)]
    assert all(row["always"] for row in view.rows)
    assert {(row["chosen"], row["lowest"]) for row in view.rows} == {(0.8, 0.7)}
    assert view.table()[3] == {
        "Vanaf": "0,91",
        "Tot en met": "1,00",
        "Gaat samen met de uitkomst": "geen enkele combinatie",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_tell_the_same(lipset, language):
    view = cut_offs(lipset, language)
    told = f"{view.summary} {view.findings} {view.questions} {view.table()} {view.rows}"
    assert f"{language}-DEV" in told
    assert ("nl-" in told) is (language == "nl")
    assert ("0.71" in view.summary) is (language == "en")
    assert len(view.table_rows) == 4


def test_nothing_is_told_of_what_cannot_be_compared():
    with pytest.raises(ValueError, match="few"):
        cut_offs(Study(fourteen().only(["Eikendal"]), ALL))


hundredths = st.integers(0, 100).map(lambda each: each / 100)
some = st.lists(st.tuples(hundredths, hundredths, hundredths), min_size=4, max_size=8)


@settings(max_examples=40)
@given(some, st.booleans())
def test_every_cut_off_lies_in_one_stretch_with_its_own_answer(rows, absent):
    cases = {f"Z{at}": row for at, row in enumerate(rows)}
    study = of_memberships(("A", "B", "Y"), cases, absent=absent)
    found = stretches(study)
    assert (found[0].low, found[-1].high) == (0.7, 1.0)
    for one, other in pairwise(found):
        assert other.low == pytest.approx(one.high + 0.01)
        assert one.answers != other.answers
    for cut_off in (step / 100 for step in range(70, 101)):
        (here,) = (each for each in found if each.low <= cut_off <= each.high)
        models = study.solved(study.truth_table(cut_off)).models
        assert list(here.answers) == [tuple(path.term for path in model.paths) for model in models]


@given(some)
def test_the_combination_that_a_stricter_cut_off_keeps_was_there_already(rows):
    study = of_memberships(("A", "B", "Y"), {f"Z{at}": row for at, row in enumerate(rows)})
    counted = [set(study.truth_table(step / 100).positive) for step in range(70, 101)]
    assert all(strict <= lenient for lenient, strict in pairwise(counted))
