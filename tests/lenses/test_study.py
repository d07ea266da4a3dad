"""What was chosen says who takes part, from where much is much, and when nothing can be compared yet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.lenses.study import CRISP, Choice, Study
from ketenspiegel.methods.qca.calibration import Anchors, suggested
from ketenspiegel.methods.qca.solution import formula
from ketenspiegel.methods.qca.terms import Term
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)


def measure(name, **more):
    return Measure(name, *[Text(nl=f"nl-{name}", en=f"en-{name}")] * 4, **more)


def table_of(values, *, crisp=(), middle=None, digits=1):
    """Make a table from values per measure, a case per place."""
    measures = {name: measure(name, crisp=name in crisp, middle=middle, digits=digits) for name in values}
    rows = zip(*values.values(), strict=True)
    return CaseTable(measures, {f"Z{at:02}": dict(zip(values, row, strict=True)) for at, row in enumerate(rows)})


def without(table, *lacking):
    """Take values away, given as case and measure."""
    values = {
        case: {name: value for name, value in row.items() if (case, name) not in lacking}
        for case, row in table.values.items()
    }
    return CaseTable(table.measures, values)


@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        replace(ALL, outcome=""),
        replace(ALL, outcome="weg"),
        replace(ALL, conditions=()),
        replace(ALL, conditions=("begrip",)),
        replace(ALL, conditions=("begrip", "begrip")),
        replace(ALL, conditions=("begrip", OUTCOME)),
        replace(ALL, conditions=("begrip", "weg")),
    ],
)
def test_an_outcome_and_two_conditions_must_be_chosen(choice):
    assert Study(fourteen(), choice).obstacle == "choose"


def test_below_four_municipalities_nothing_is_compared():
    names = ["Eikendal", "Hazelmonde", "Noordhaven", "Klavermonde"]
    choice = replace(ALL, conditions=CONDITIONS[:2])
    assert Study(fourteen().only(names), choice).obstacle == ""
    assert Study(fourteen().only(names[:3]), choice).obstacle == "few"
    assert Study(without(fourteen().only(names), ("Hazelmonde", "druk")), choice).obstacle == "few"


def test_few_municipalities_carry_few_conditions():
    values = {name: [0, 0, 1, 1, 0, 1] for name in "ABCD"}
    values["Y"] = [0, 1, 0, 1, 0, 1]
    table = table_of(values, crisp="ABCDY")
    assert Study(table, Choice("Y", tuple("AB"))).obstacle == ""
    assert Study(table, Choice("Y", tuple("ABC"))).obstacle == "many"
    assert Study(fourteen(), ALL).obstacle == ""


def test_municipalities_that_are_alike_cannot_be_divided_until_somebody_says_where():
    table = table_of({"A": [3, 3, 3, 3, 3], "B": [1, 2, 3, 4, 5], "Y": [1, 1, 2, 5, 5]})
    study = Study(table, Choice("Y", ("A", "B")))
    assert (study.obstacle, study.anchors["A"]) == ("alike", None)
    assert [study.membership(case, study.conditions[0]) for case in study.cases] == [0.5] * 5
    told = Study(table, Choice("Y", ("A", "B"), anchors={"A": Anchors(1, 2, 4)}))
    assert told.obstacle == ""
    assert all(told.membership(case, told.conditions[0]) > 0.5 for case in told.cases)


def test_who_lacks_a_value_that_takes_part_is_left_out_with_what_is_lacking():
    table = without(fourteen(), ("Eikendal", "druk"), ("Eikendal", OUTCOME), ("Duinakker", "eens"))
    study = Study(table, replace(ALL, conditions=CONDITIONS[:3]))
    assert {case: [each.id for each in lacking] for case, lacking in study.left_out.items()} == {
        "Eikendal": ["druk", OUTCOME]
    }
    assert len(study.cases) == 13
    assert "Duinakker" in study.cases
    assert set(Study(table, ALL).left_out) == {"Duinakker", "Eikendal"}
    assert Study(fourteen(), ALL).left_out == {}


def test_what_is_chosen_counts_above_what_is_suggested():
    chosen = Anchors(1.0, 2.5, 4.0)
    study = Study(fourteen(), replace(ALL, anchors={"regie": chosen}))
    assert study.anchors["regie"] == chosen
    assert study.anchors["druk"] == Study(fourteen(), ALL).anchors["druk"]
    assert Study(fourteen(), ALL).anchors["regie"].crossover == 3.0


def test_the_middle_of_the_scale_divides_when_enough_lie_on_each_side():
    values = {"A": [2.0, 2.9, 3.1, 4.6], "B": [3.2, 3.4, 4.4, 4.6], "Y": [1.0, 1.0, 5.0, 5.0]}
    study = Study(table_of(values, middle=3.0), Choice("Y", ("A", "B")))
    assert study.anchors["A"].crossover == 3.0
    assert study.anchors["B"].crossover == 3.9


def test_having_or_not_needs_no_anchors():
    table = table_of({"A": [0, 0, 1, 1], "B": [0.2, 0.8, 1.5, -3.0], "Y": [0, 1, 0, 1]}, crisp="AB")
    study = Study(table, Choice("Y", ("A", "B"), anchors={"A": Anchors(-5.0, -4.0, -3.0)}))
    assert study.anchors["A"] == CRISP
    assert [study.membership(case, study.conditions[0]) for case in study.cases] == [0, 0, 1, 1]
    assert [study.membership(case, study.conditions[1]) for case in study.cases] == [0.2, 0.8, 1.0, 0.0]


def test_suggested_anchors_are_numbers_that_people_can_read():
    study = Study(fourteen(), ALL)
    assert {name: tuple(each) for name, each in study.anchors.items()} == {
        "begrip": (0.5, 0.7, 0.8),
        "druk": (5.0, 9.0, 15.0),
        "regie": (2.2, 3.0, 4.1),
        "eens": (0.2, 0.4, 0.7),
        OUTCOME: (2.0, 3.0, 4.1),
    }


def test_anchors_stay_as_they_are_when_rounding_would_move_a_case():
    values = [1.0, 2.41, 2.43, 4.0]
    study = Study(table_of({"A": values, "B": values, "Y": values}, middle=2.42), Choice("Y", ("A", "B")))
    assert study.anchors["Y"] == suggested(values, 2.42)


def side(number, middle):
    return (number > middle) - (number < middle)


hundredths = st.integers(0, 600).map(lambda each: each / 100)


@given(st.lists(hundredths, min_size=4, max_size=14), st.none() | hundredths, st.integers(0, 2))
@example([0.1, 0.1, 0.75, 2.0, 2.0], 0.75, 1)
@example([0.1, 0.2, 0.5, 0.5], None, 0)
def test_rounding_never_moves_a_case_to_the_other_side(values, middle, digits):
    exact = suggested(values, middle)
    assume(exact is not None)
    study = Study(table_of({"A": values, "Y": values}, middle=middle, digits=digits), Choice("Y", ("A",)))
    sides = [side(study.outcome_membership(case), 0.5) for case in study.cases]
    assert sides == [side(value, exact.crossover) for value in values]
    found = study.anchors["Y"]
    assert found.out < found.crossover < found.full
    assert found == exact or found == tuple(round(each, digits) for each in found)


def test_falling_anchors_make_little_much():
    falling = Study(fourteen(), replace(ALL, anchors={"druk": Anchors(15.0, 9.0, 5.0)}))
    rising = Study(fourteen(), replace(ALL, anchors={"druk": Anchors(5.0, 9.0, 15.0)}))
    hours = falling.conditions[1]
    assert falling.membership("Westerveen", hours) > 0.95
    assert falling.membership("Spechtrade", hours) == pytest.approx(0.047, abs=0.001)
    for case in falling.cases:
        assert falling.membership(case, hours) == pytest.approx(1 - rising.membership(case, hours))


def test_looking_for_little_turns_the_outcome_and_its_words_round():
    much, little = (Study(fourteen(), replace(ALL, absent=absent)) for absent in (False, True))
    for case in much.cases:
        assert little.outcome_membership(case) == pytest.approx(1 - much.outcome_membership(case))
        assert little.membership(case, little.outcome) == much.membership(case, much.outcome)
    assert (much.result("nl"), little.result("nl")) == ("tevreden inwoners", "ontevreden inwoners")
    assert (much.result("nl", opposite=True), little.result("nl", opposite=True)) == (
        "ontevreden inwoners",
        "tevreden inwoners",
    )
    assert {each.configuration for each in much.coded.rows} == {each.configuration for each in little.coded.rows}
    assert not set(much.coded.positive) & set(little.coded.positive)


def test_without_an_outcome_there_is_no_result():
    study = Study(fourteen(), Choice(conditions=CONDITIONS))
    with pytest.raises(ValueError, match="no outcome"):
        study.result("nl")
    with pytest.raises(ValueError, match="no outcome"):
        study.outcome_membership("Eikendal")


def test_a_combination_is_told_in_the_order_of_the_conditions():
    study = Study(fourteen(), ALL)
    assert study.parts(Term(0b1101, 0b1001), "nl") == [
        "veel wederzijds begrip",
        "weinig overlegdruk",
        "veel eensgezindheid",
    ]
    assert Study(table_of({"A": [1, 2], "B": [1, 2], "Y": [1, 2]}), Choice("Y", ("B", "A"))).parts(
        Term(0b10, 0b10), "en"
    ) == ["en-B"]


def test_another_cut_off_codes_other_combinations():
    study = Study(fourteen(), replace(ALL, cut_off=0.96))
    assert study.coded == study.truth_table(0.96)
    assert len(study.truth_table(0.7).positive) > len(study.coded.positive) > len(study.truth_table(1.0).positive) == 0


def test_what_a_combination_shares_with_its_opposite_does_not_count():
    # Alone, (0.6, 0.6) with an outcome of 0.45 has a consistency of 0.75, but a PRI of 0.
    table = table_of({"A": [0.6, 0, 0, 0], "B": [0.6, 0, 0, 0], "Y": [0.45, 0, 0, 0]}, crisp="ABY")
    (row,) = (each for each in Study(table, Choice("Y", ("A", "B"))).truth_table(0.7).rows if each.configuration == 3)
    assert row.consistency == pytest.approx(0.75)
    assert row.pri == pytest.approx(0.0)
    assert row.outcome == "0"


def test_expectations_about_what_does_not_take_part_are_passed_over():
    rows = {"A": [1, 1, 0, 0, 0, 0], "B": [1, 1, 0, 0, 1, 1], "Y": [1, 1, 0, 0, 0, 0]}
    table = table_of(rows, crisp="ABY")
    expected = {"A": True, "weg": True, "Y": True}
    with_, bare = (
        Study(table, Choice("Y", ("A", "B"), kind="intermediate", expectations=each))
        for each in (expected, {"A": True})
    )
    assert with_.solution == bare.solution
    assert Study(table, Choice("Y", ("A", "B"), expectations=expected)).solution.models


@pytest.mark.parametrize(("kind", "found"), [("conservative", "A*B"), ("parsimonious", "A"), ("intermediate", "A")])
def test_what_one_dares_to_assume_makes_the_answer_shorter(kind, found):
    table = table_of({"A": [1, 1, 0, 0], "B": [1, 1, 0, 1], "Y": [1, 1, 0, 0]}, crisp="ABY")
    study = Study(table, Choice("Y", ("A", "B"), kind=kind, expectations={"B": False}))
    assert [formula(model, "AB") for model in study.solution.models] == [found]
    assert formula(study.solved(study.coded, "conservative").models[0], "AB") == "A*B"


@given(st.randoms(use_true_random=False))
def test_the_order_of_cases_changes_nothing(random):
    table = fourteen()
    names = random.sample(table.cases, len(table.cases))
    again = Study(CaseTable(table.measures, {name: table.values[name] for name in names}), ALL)
    study = Study(table, ALL)
    assert again.cases == study.cases
    assert again.coded == study.coded
    assert again.solution == study.solution
