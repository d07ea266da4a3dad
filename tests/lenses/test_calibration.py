"""Who has much and who has little follows from the anchors, and who lies close to the border is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.calibration import calibration, on_the_border
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.methods.qca.calibration import Anchors
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

CHOICE = Choice(OUTCOME, CONDITIONS)
NEAR_DUINAKKER = Anchors(2.0, 2.65, 4.0)
NEAR_TWO = Anchors(2.2, 2.46, 4.0)


def with_anchors(**anchors):
    return Study(fourteen(), replace(CHOICE, anchors=anchors))


def words(name):
    return Text(nl=name, en=name)


def of_numbers(values, anchors):
    """Compare cases with these values on two conditions and an outcome."""
    names = ("een", "twee", "uitkomst")
    measures = {name: Measure(name, *[words(name)] * 4) for name in names}
    table = CaseTable(measures, {f"Z{at}": dict(zip(names, row, strict=True)) for at, row in enumerate(values)})
    return Study(table, Choice("uitkomst", names[:2], anchors=dict.fromkeys(names, anchors)))


def sides(view):
    return {(row["label"], row["case"]): row["side"] for row in view.table_rows}


def test_every_case_stands_once_with_every_measure_and_the_outcome_comes_last():
    study = Study(fourteen(), CHOICE)
    view = calibration(study)
    assert [(row["measure"], row["case"]) for row in view.rows] == [
        (measure, case) for measure in (*CONDITIONS, OUTCOME) for case in study.cases
    ]
    assert view.rows[-1]["heading"] == "Uitkomst: Tevreden over het resultaat"
    duinakker = next(row for row in view.rows if (row["measure"], row["case"]) == ("regie", "Duinakker"))
    assert (duinakker["value"], duinakker["crossover"]) == (2.6, 3.0)
    assert duinakker["out"] < 2.6 < 3.0 < duinakker["full"]
    assert 0 < duinakker["membership"] < 0.4


def test_one_case_on_the_border_is_named():
    view = calibration(with_anchors(regie=NEAR_DUINAKKER))
    assert view.findings[0] == (
        "Op de grens bij ‘Regie’: Duinakker. Schuift de grens een beetje, dan telt deze gemeente anders mee."
    )
    assert "Op de grens" not in view.findings[1]
    assert [row["case"] for row in view.rows if row["close"]] == ["Duinakker"]
    assert view.questions[0] == "Vanaf hoeveel spreekt u van een hoge score op ‘regie’? Waarom daar?"
    assert "Bij ‘Regie’ ligt de grens op 2,65. Weinig: 7. Veel: 7. Vlak bij de grens: Duinakker." in view.summary


def test_several_cases_on_the_border_and_the_measure_with_most_of_them_asked_first():
    study = with_anchors(regie=NEAR_TWO, eens=Anchors(0.1, 0.605, 0.8))
    assert on_the_border(study, study.conditions[2]) == ("Duinakker", "Spechtrade")
    assert len(on_the_border(study, study.conditions[3])) > 2
    view = calibration(study)
    assert view.findings[0].endswith(
        "Duinakker en Spechtrade. Schuift de grens een beetje, dan tellen deze gemeenten anders mee."
    )
    assert [question.split("? ")[0] for question in view.questions] == [
        "Vanaf hoeveel spreekt u van veel eensgezindheid",
        "Vanaf hoeveel spreekt u van een hoge score op ‘regie’",
        "Vanaf hoeveel spreekt u van veel wederzijds begrip",
    ]


def test_nobody_on_a_border_is_said_too():
    assert calibration(Study(fourteen(), CHOICE)).findings[0] == "Geen enkele gemeente ligt hier vlak bij een grens."


def test_chosen_and_suggested_borders_are_told_apart():
    study = with_anchors(regie=NEAR_DUINAKKER, druk=Anchors(5, 9.5, 14))
    *_, chosen, suggested = calibration(study).findings
    assert chosen == "U koos de grens zelf bij ‘Overlegdruk (uren per maand)’ (9,5) en ‘Regie’ (2,65)."
    assert suggested.startswith("Wij stelden een grens voor bij ‘Wederzijds begrip’ (0,")
    assert "‘Tevreden over het resultaat’ (3,0)" in suggested
    assert not any(each in suggested for each in ("Regie’ (", "Overlegdruk"))
    assert suggested.endswith("Wat veel is, zegt u zelf.")
    all_chosen = Study(fourteen(), CHOICE).anchors
    assert not any("stelden" in each for each in calibration(with_anchors(**all_chosen)).findings)


def test_the_limits_of_the_border():
    rows = [(0.86, 0, 0), (0.87, 0, 0), (1, 0, 0), (1.13, 2, 2), (1.14, 2, 2), (2, 2, 2), (2, 2, 2), (0, 0, 0)]
    study = of_numbers(rows, Anchors(0.0, 1.0, 2.0))
    assert on_the_border(study, study.conditions[0]) == ("Z1", "Z2", "Z3")
    view = calibration(study)
    assert sides(view)["een", "Z2"] == "precies op de grens"
    assert "Precies op de grens: 1." in view.summary
    assert view.notes[0] == "Precies op een grens, en daarom bij geen combinatie geteld: Z2."
    assert "tussen 0,4 en 0,6" in view.notes[-1]


def test_with_falling_anchors_low_values_count_as_much():
    rising, falling = (
        sides(calibration(with_anchors(druk=anchors))) for anchors in (Anchors(5, 9, 14), Anchors(14, 9, 5))
    )
    label = "Overlegdruk (uren per maand)"
    assert rising[label, "Westerveen"] == falling[label, "Spechtrade"] == "weinig"
    assert rising[label, "Spechtrade"] == falling[label, "Westerveen"] == "veel"


def test_a_crisp_measure_has_no_anchors_and_is_not_asked_about():
    table = fourteen()
    team = Measure("team", words("Bron"), words("Wijkteam"), words("een wijkteam"), words("geen wijkteam"), crisp=True)
    values = {case: {**row, "team": float(row["regie"] > 3)} for case, row in table.values.items()}
    study = Study(CaseTable({**table.measures, "team": team}, values), Choice(OUTCOME, ("team", "begrip")))
    view = calibration(study)
    (anchors,) = {(row["out"], row["crossover"], row["full"]) for row in view.rows if row["measure"] == "team"}
    assert anchors == (None, None, None)
    told = {(row["case"], row["value"], row["side"], row["border"]) for row in view.table_rows[:14]}
    assert ("Eikendal", "wel", "wel", "–") in told
    assert ("Duinakker", "niet", "niet", "–") in told
    assert "‘Wijkteam’: wel bij 7, niet bij 7." in view.summary
    assert not any("wijkteam" in each.lower() for each in (*view.findings, *view.questions))


def test_cases_without_a_value_are_named_and_left_out():
    table = fourteen()
    values = {case: {**row} for case, row in table.values.items()}
    del values["Duinakker"]["regie"]
    view = calibration(Study(CaseTable(table.measures, values), CHOICE))
    assert view.notes[0] == "Duinakker doet niet mee: er is geen waarde voor ‘Regie’."
    assert not any(row["case"] == "Duinakker" for row in view.rows)


@pytest.mark.parametrize("conditions", [(), ("begrip",)])
def test_without_a_comparison_there_is_no_view(conditions):
    with pytest.raises(ValueError, match="choose"):
        calibration(Study(fourteen(), Choice(OUTCOME, conditions)))


def test_the_languages_say_the_same_of_the_same_cases():
    study = with_anchors(regie=NEAR_DUINAKKER)
    views = {language: calibration(study, language) for language in LANGUAGES}
    assert [row["membership"] for row in views["nl"].rows] == [row["membership"] for row in views["en"].rows]
    assert [len(view.findings) for view in views.values()] == [3, 3]
    assert "2.65" in views["en"].summary


numbers = st.integers(-40, 40)
rows_of_numbers = st.lists(st.tuples(numbers, numbers, numbers), min_size=10, max_size=14)
rising = st.tuples(numbers, st.integers(1, 20), st.integers(1, 20)).map(
    lambda each: (each[0] - each[1], each[0], each[0] + each[2])
)


@given(rows_of_numbers, rising, st.booleans(), st.integers(-1000, 1000))
def test_shifting_values_and_anchors_together_changes_nothing(rows, anchors, falls, shift):
    anchors = anchors[::-1] if falls else anchors
    before = calibration(of_numbers(rows, Anchors(*anchors)))
    moved = [[value + shift for value in row] for row in rows]
    after = calibration(of_numbers(moved, Anchors(*(each + shift for each in anchors))))
    assert sides(before) == sides(after)
    for one, other in zip(before.rows, after.rows, strict=True):
        assert (one["membership"], one["close"]) == (other["membership"], other["close"])


@given(rows_of_numbers, rising)
def test_turning_the_anchors_round_swaps_much_and_little(rows, anchors):
    swap = {"veel": "weinig", "weinig": "veel", "precies op de grens": "precies op de grens"}
    one, other = (of_numbers(rows, Anchors(*each)) for each in (anchors, anchors[::-1]))
    assert {key: swap[side] for key, side in sides(calibration(one)).items()} == sides(calibration(other))
