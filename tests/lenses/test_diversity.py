"""Every case lies in one cell or on a border, and what never goes together is found whatever way one looks for it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.diversity import diversity
from ketenspiegel.lenses.diversity_words import never_together
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.methods.qca.calibration import Anchors
from ketenspiegel.methods.qca.terms import literals
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

MIDDLE = Anchors(0.0, 5.0, 10.0)


def words(name):
    return Text(nl=name, en=name)


def of_numbers(values, anchors=MIDDLE, **chosen):
    """Compare cases with these values on conditions named A, B, … and, last, on an outcome."""
    names = [*"ABCDEFGH"[: len(values[0]) - 1], "uitkomst"]
    measures = {
        name: Measure(name, words("Bron"), *map(words, (name, f"veel {name}", f"weinig {name}"))) for name in names
    }
    table = CaseTable(measures, {f"Z{at:02}": dict(zip(names, row, strict=True)) for at, row in enumerate(values)})
    return Study(table, Choice("uitkomst", tuple(names[:-1]), anchors=dict.fromkeys(names, anchors), **chosen))


def of_words(rows, cases, **chosen):
    """Compare cases of which ``"+-+"`` says where they have much and where little, the outcome last."""
    levels = {"+": 9.0, "-": 1.0, "0": 5.0}
    return of_numbers([[levels[sign] for sign in row] for row in rows for _ in range(cases)], **chosen)


def test_what_occurs_among_the_fourteen_and_how_it_goes_there():
    view = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    found = {row["pattern"]: row for row in view.rows}
    assert len(found) == len(view.rows) == len(view.table_rows) == 16
    assert found[True, False, True, True]["cases"] == ["Eikendal"]
    assert found[True, False, True, True]["state"] == "1"
    assert found[True, True, False, False]["cases"] == ["Duinakker", "Spechtrade", "Zilverwoude"]
    assert found[True, True, False, False]["state"] == "mixed"
    assert found[False, True, True, False]["state"] == "0"
    assert (found[True, True, True, True]["state"], found[True, True, True, True]["n"]) == ("none", 0)
    assert sum(row["n"] for row in view.rows) == 14
    assert view.findings[0] == "Van de 16 mogelijke combinaties komen er 10 voor; 6 heeft geen enkele gemeente."
    assert "veel A, weinig B, veel C, veel D: Eikendal (gaat samen met tevreden inwoners: ja)." in view.summary
    assert view.table()[2]["Gemeenten"] == "niemand"
    assert view.table()[3] == {
        "Wederzijds begrip": "veel",
        "Overlegdruk (uren per maand)": "veel",
        "Regie": "weinig",
        "Eensgezindheid over ‘regie’": "weinig",
        "Aantal": 3,
        "Gemeenten": "Duinakker, Spechtrade en Zilverwoude",
        "Gaat samen met tevreden inwoners": "verschilt",
    }


def test_a_pair_that_nobody_has_is_told_and_asked_about():
    view = diversity(of_words(["+++", "+-+", "---"], 4))
    assert view.findings == (
        "Van de 4 mogelijke combinaties komen er 3 voor; 1 heeft geen enkele gemeente.",
        "Geen enkele gemeente heeft weinig A samen met veel B. Hoe het daar zou gaan, weet niemand.",
    )
    assert view.questions == (
        "Is er ergens een gemeente met weinig A samen met veel B? Wie kent er een?",
        "Kan weinig A wel samengaan met veel B, of sluit het een het ander uit?",
    )


def test_a_property_that_nobody_has_is_told_once_and_not_in_every_pair():
    view = diversity(of_words(["++-+", "+---"], 5))
    assert [each.split(". ")[0] for each in view.findings[1:]] == [
        "Geen enkele gemeente heeft weinig A",
        "Geen enkele gemeente heeft veel C",
    ]
    assert view.questions[0].startswith("Is er ergens een gemeente met veel A samen met ")


def test_at_most_three_are_told_the_most_surprising_first():
    study = of_words(["+---", "+---", "+---", "-+--", "-+--", "---+", "--+-"], 3)
    terms = never_together(study)
    assert [literals(term, 3) for term in terms[:2]] == [[(0, True), (1, True)], [(0, True), (2, True)]]
    view = diversity(of_words(["+---+", "-+--+", "--+--", "---+-"], 5))
    assert len(view.findings) == 5
    assert view.findings[4] == "Zo is er nog meer dat niemand heeft (3)."


def test_when_all_combinations_occur_nothing_is_missing():
    view = diversity(Study(fourteen(), Choice(OUTCOME, CONDITIONS[:2])))
    assert view.findings == ("Alle 4 mogelijke combinaties komen voor.",)
    assert len(view.questions) == 1
    assert "niemand" not in view.summary


def test_without_a_missing_pair_it_asks_for_the_empty_combination_nearest_to_most_cases():
    pairs = ["+++", "++-", "+-+", "-++", "---", "-+-", "--+"]
    view = diversity(of_words([f"{row}+" for row in pairs], 3))
    assert view.questions == ("Is er ergens een gemeente met veel A samen met weinig B en weinig C? Wie kent er een?",)
    assert len(view.findings) == 1


def test_assumptions_are_counted_when_the_answer_may_assume():
    rows = ["++++", "++-+", "----", "-+--"]
    careful, daring = (diversity(of_words(rows, 3, kind=kind)) for kind in ("conservative", "parsimonious"))
    assert not any(row["assumed"] for row in careful.rows)
    assert not any("neemt" in finding for finding in careful.findings)
    assumed = [row["pattern"] for row in daring.rows if row["assumed"]]
    assert assumed == [(True, False, True), (True, False, False)]
    assert all(row["n"] == 0 for row in daring.rows if row["assumed"])
    assert daring.findings[-1] == (
        "Het antwoord neemt van 2 combinaties die niemand heeft aan dat zij gepaard gaan met veel uitkomst. Gezien is "
        "dat niet."
    )
    told = diversity(of_words(rows, 3, kind="intermediate", expectations={})).findings[-1]
    assert told == "Het antwoord neemt niets aan over combinaties die niemand heeft."


def test_who_lies_on_one_border_has_no_combination_but_still_counts_in_a_pair_elsewhere():
    study = of_words(["+++-", "+-++", "-++-", "--+-", "++0+", "---+"], 2)
    view = diversity(study)
    assert view.notes[0] == "Precies op een grens, en daarom bij geen combinatie geteld: Z08 en Z09."
    told = {row["pattern"]: row["n"] for row in view.rows}
    assert sum(told.values()) == 10
    without = of_words(["+-++", "-++-", "--+-", "++0+", "---+"], 2)
    assert [(0, True), (1, True)] not in [literals(term, 3) for term in never_together(without)]


def test_a_crisp_condition_is_there_or_not():
    table = fourteen()
    team = Measure("team", words("Bron"), words("Wijkteam"), words("een wijkteam"), words("geen wijkteam"), crisp=True)
    values = {case: {**row, "team": float(row["regie"] > 3.5)} for case, row in table.values.items()}
    view = diversity(Study(CaseTable({**table.measures, "team": team}, values), Choice(OUTCOME, ("regie", "team"))))
    assert {row["Wijkteam"] for row in view.table()} == {"wel", "niet"}
    assert view.findings[1] == (
        "Geen enkele gemeente heeft een lage score op ‘regie’ samen met een wijkteam. Hoe het daar zou gaan, weet "
        "niemand."
    )


def test_with_many_conditions_only_what_occurs_is_listed():
    rows = [[9.0 if at >> bit & 1 else 1.0 for bit in range(7)] for at in range(0, 120, 3)]
    view = diversity(of_numbers(rows))
    assert len(view.rows) == len({tuple(row[:6]) for row in rows}) < 64
    assert all(row["n"] for row in view.rows)
    assert view.findings[0].startswith("Van de 64 mogelijke combinaties")


def test_without_a_comparison_there_is_no_view():
    with pytest.raises(ValueError, match="choose"):
        diversity(Study(fourteen(), Choice(OUTCOME, ("begrip",))))


def test_the_languages_count_the_same():
    study = of_words(["+++", "+-+", "---"], 4)
    dutch, english = (diversity(study, language) for language in LANGUAGES)
    assert [(row["pattern"], row["cases"], row["state"]) for row in dutch.rows] == [
        (row["pattern"], row["cases"], row["state"]) for row in english.rows
    ]
    assert len(dutch.findings) == len(english.findings)


values = st.integers(0, 10)
tables = st.integers(2, 3).flatmap(lambda k: st.lists(st.tuples(*[values] * (k + 1)), min_size=10, max_size=16))


@given(tables)
def test_every_case_is_in_exactly_one_cell_or_undecided(rows):
    study = of_numbers(rows)
    view = diversity(study)
    k = len(study.conditions)
    assert len(view.rows) == 2**k
    placed = [case for row in view.rows for case in row["cases"]]
    assert sorted([*placed, *study.coded.undecided]) == sorted(study.cases)
    for row in view.rows:
        assert row["n"] == len(row["cases"])
        assert (row["state"] == "none") == (row["n"] == 0)
        for case in row["cases"]:
            number = rows[int(case[1:])]
            assert all((number[at] > 5) == much and number[at] != 5 for at, much in enumerate(row["pattern"]))
        outcomes = {rows[int(case[1:])][k] for case in row["cases"]}
        assert (row["state"] == "mixed") == (min(outcomes, default=5) < 5 < max(outcomes, default=5))


@given(tables)
def test_what_never_goes_together_by_brute_force(rows):
    study = of_numbers(rows)
    k = len(study.conditions)

    def cases_with(*wanted):
        return [row for row in rows if all(row[at] > 5 if much else row[at] < 5 for at, much in wanted)]

    every = [(at, much) for at in range(k) for much in (True, False)]
    singles = [[each] for each in every if not cases_with(each)]
    pairs = [
        list(pair)
        for pair in combinations(every, 2)
        if pair[0][0] != pair[1][0] and not cases_with(*pair) and all(cases_with(each) for each in pair)
    ]
    found = [literals(term, k) for term in never_together(study)]
    assert sorted(found) == sorted([*singles, *pairs])
    expected = [len(cases_with(pair[0])) * len(cases_with(pair[1])) for pair in found[len(singles) :]]
    assert expected == sorted(expected, reverse=True)


@given(tables, st.integers(-1000, 1000))
def test_shifting_values_and_anchors_together_changes_nothing(rows, shift):
    before = diversity(of_numbers(rows))
    after = diversity(
        of_numbers([[each + shift for each in row] for row in rows], Anchors(*(x + shift for x in MIDDLE)))
    )
    assert before == after


@given(tables)
def test_turning_the_conditions_round_only_moves_the_cells(rows):
    study = of_numbers(rows)
    turned = Study(study.table, replace(study.choice, conditions=study.choice.conditions[::-1]))
    one, other = (
        {row["pattern"]: (row["cases"], row["state"]) for row in diversity(each).rows} for each in (study, turned)
    )
    assert one == {pattern[::-1]: found for pattern, found in other.items()}
