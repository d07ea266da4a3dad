"""Pairs that are alike and where it goes differently, by brute force and in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.lenses.neighbours import MOST, neighbours, pairs
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)
# Without neighbours: everything is far from 0.5, and all have the same outcome.
FAR = tuple((0.0, 0.0, 0.0, 0.0) for _ in range(10))
NAMES = tuple(f"Dorp {letter}" for letter in "ABCDEFGHIJKLMN")


def study_of(*rows: tuple[float, ...], own: str = "", absent: bool = False) -> Study:
    """Compare cases by their memberships in conditions a, b and c and the outcome y; ten others have nothing."""
    names = ("a", "b", "c", "y")
    measures = {
        name: Measure(
            name,
            Text(nl="Bron", en="Source"),
            Text(nl=name.upper(), en=f"en-{name}"),
            Text(nl=f"veel {name}", en=f"much {name}"),
            Text(nl=f"weinig {name}", en=f"little {name}"),
            crisp=True,
        )
        for name in names
    }
    values = {case: dict(zip(names, row, strict=False)) for case, row in zip(NAMES, (*rows, *FAR), strict=False)}
    return Study(CaseTable(measures, values), Choice("y", ("a", "b", "c"), absent=absent, own=own))


def named(study):
    return [(pair.first, pair.second) for pair in pairs(study)]


def test_fourteen_municipalities():
    view = neighbours(Study(fourteen(), ALL))
    assert list(dict.fromkeys((row["first"], row["second"]) for row in view.rows)) == [
        ("Duinakker", "Spechtrade"),
        ("Duinakker", "Zilverwoude"),
        ("Bevermonde", "Hazelmonde"),
        ("Duinakker", "Klavermonde"),
    ]
    assert view.findings[0] == (
        "Duinakker en Spechtrade lijken op elkaar: allebei veel wederzijds begrip samen met veel overlegdruk, een lage "
        "score op ‘regie’ en weinig eensgezindheid. Toch heeft Duinakker tevreden inwoners, en "
        "Spechtrade ontevreden inwoners."
    )
    assert view.findings[2] == (
        "Bevermonde en Hazelmonde lijken op elkaar: allebei weinig wederzijds begrip samen met veel overlegdruk en een "
        "hoge score op ‘regie’. Zij verschillen op ‘Eensgezindheid over ‘regie’’: Bevermonde heeft veel "
        "eensgezindheid, Hazelmonde heeft weinig eensgezindheid. Toch heeft Bevermonde tevreden inwoners, en "
        "Hazelmonde ontevreden inwoners."
    )
    assert "Er zijn nog 6 paren die hier niet staan." in view.notes
    assert view.questions[0] == (
        "Duinakker en Spechtrade, ga bij elkaar op bezoek: wat doet de ander anders, dat niet in deze cijfers staat?"
    )
    assert (
        "Bevermonde en Hazelmonde verschillen op ‘Eensgezindheid over ‘regie’’. Zit het daarin, of in iets anders?"
        in (view.questions)
    )


def test_the_table_and_the_summary_say_where_they_differ():
    view = neighbours(Study(fourteen(), ALL))
    assert list(view.table()[2].values()) == [
        "Bevermonde en Hazelmonde",
        "weinig wederzijds begrip, veel overlegdruk, een hoge score op ‘regie’",
        "verschil op ‘Eensgezindheid over ‘regie’’",
        "Bevermonde: tevreden inwoners; Hazelmonde: ontevreden inwoners",
    ]
    assert (
        "Duinakker en Spechtrade (op alle voorwaarden dezelfde kant): ‘Tevreden over het resultaat’ 0,9 tegen 0,1"
        in view.summary
    )


def test_rows_hold_the_memberships_of_both():
    study = Study(fourteen(), ALL)
    for row in neighbours(study).rows:
        measure = next(each for each in study.chosen if each.label.nl == row["measure"])
        assert row["first_membership"] == pytest.approx(study.membership(row["first"], measure))
        assert row["second_membership"] == pytest.approx(study.membership(row["second"], measure))
        assert row["outcome"] == (measure.id == OUTCOME)
        sides = {row["first_membership"] > 0.5, row["second_membership"] > 0.5}
        assert row["differs"] == (len(sides) == 2)


def test_little_of_the_outcome_turns_who_has_it():
    much, little = (neighbours(Study(fourteen(), replace(ALL, absent=absent))) for absent in (False, True))
    assert much.rows == little.rows
    assert little.findings[0].endswith("Toch heeft Spechtrade ontevreden inwoners, en Duinakker tevreden inwoners.")


def test_with_an_own_municipality_the_most_similar_come_first():
    # Similarities with A: B 1 - 0.3 / 3, C 1 - 0.1 / 3, D 1 - 1 / 3. E has the same outcome as A.
    rows = ((1, 1, 1, 1), (0.7, 1, 1, 0), (1, 0.9, 1, 0), (1, 1, 0, 0), (1, 1, 1, 1))
    study = study_of(*rows, own="Dorp A")
    assert [(pair.second, pair.similarity) for pair in pairs(study)] == [
        ("Dorp C", pytest.approx(1 - 0.1 / 3)),
        ("Dorp B", pytest.approx(0.9)),
        ("Dorp D", pytest.approx(2 / 3)),
    ]
    view = neighbours(study)
    assert view.questions[0] == ("Ga bij elkaar op bezoek: wat doet Dorp C anders, dat niet in deze cijfers staat?")
    assert view.notes[2].startswith("Bovenaan staat wie het meest op Dorp A lijkt.")
    assert view.findings[2].startswith("Dorp A en Dorp D lijken op elkaar: allebei veel a samen met veel b. Zij")


def test_the_own_municipality_is_named_first():
    study = study_of((1, 1, 1, 1), (1, 1, 1, 0), own="Dorp B")
    assert named(study) == [("Dorp B", "Dorp A")]
    assert neighbours(study).findings == (
        "Dorp B en Dorp A lijken op elkaar: allebei veel a samen met veel b en veel c. Toch heeft Dorp A veel y, "
        "en Dorp B weinig y.",
    )


def test_no_more_than_four_pairs():
    rows = ((1, 1, 1, 1), *[(1, 1, 1, 0)] * 7)
    assert len(named(study_of(*rows))) == 7
    for own in ("", "Dorp A"):
        view = neighbours(study_of(*rows, own=own))
        assert len(view.findings) == len(view.table_rows) == MOST
        assert "Er zijn nog 3 paren die hier niet staan." in view.notes
    assert "Er is nog een paar dat hier niet staat." in neighbours(study_of(*rows[: MOST + 2])).notes


@pytest.mark.parametrize(
    ("low", "high", "different"),
    [(0.35, 0.65, True), (0.4, 0.7, True), (0.36, 0.65, False), (0.5, 0.9, False), (0.1, 0.5, False), (0.6, 1, False)],
)
def test_different_is_on_two_sides_and_three_tenths_apart(low, high, different):
    study = study_of((1, 1, 1, low), (1, 1, 1, high))
    assert named(study) == ([("Dorp A", "Dorp B")] if different else [])


def test_two_conditions_apart_is_not_alike():
    assert named(study_of((1, 1, 1, 1), (0, 0, 1, 0))) == []
    assert named(study_of((1, 1, 1, 1), (0, 1, 1, 0))) == [("Dorp A", "Dorp B")]


def test_neither_in_nor_out_is_in_no_pair():
    rows = ((1, 1, 1, 1), (1, 0.5, 1, 0))
    assert named(study_of(*rows)) == []
    view = neighbours(study_of(*rows, own="Dorp B"))
    assert view.findings == ("Er is geen gemeente die op Dorp B lijkt en waar het anders gaat.",)
    assert "Dorp B staat precies tussen veel en weinig op ‘B’, en hoort daarom bij geen enkel paar." in view.notes


def test_nobody_is_like_the_own_municipality():
    view = neighbours(study_of((1, 1, 1, 1), (1, 1, 1, 0), own="Dorp C"))
    assert view.rows == []
    assert view.findings == (view.summary,) == ("Er is geen gemeente die op Dorp C lijkt en waar het anders gaat.",)
    assert len(view.questions) == 1


def test_of_the_own_municipality_a_value_is_missing():
    view = neighbours(study_of((1, 1, 1, 1), (1, 1, 1, 0), (1, 1), own="Dorp C"))
    assert view.rows == []
    assert view.findings == (
        "Er is geen gemeente die op Dorp C lijkt en waar het anders gaat. Van Dorp C is er namelijk geen waarde voor "
        "‘C’ en ‘Y’.",
    )
    assert view.notes[-1] == "Dorp C doet niet mee: er is geen waarde voor ‘C’ en ‘Y’."


def test_an_own_municipality_that_nobody_knows_is_none():
    rows = ((1, 1, 1, 1), (1, 1, 1, 0))
    assert neighbours(study_of(*rows, own="Nergenshuizen")).rows == neighbours(study_of(*rows)).rows != []


def test_no_pair_at_all():
    view = neighbours(study_of((1, 1, 1, 1)))
    assert view.findings == ("Er zijn geen twee gemeenten die op elkaar lijken en waar het toch anders gaat.",)


@pytest.mark.parametrize("choice", [Choice(OUTCOME), Choice(conditions=CONDITIONS)])
def test_nothing_to_compare(choice):
    with pytest.raises(ValueError, match="minstens twee voorwaarden"):
        neighbours(Study(fourteen(), choice))


def test_english():
    view = neighbours(study_of((1, 1, 1, 1), (1, 1, 0, 0)), "en")
    assert "much a" in view.findings[0]
    assert "little c" in view.findings[0]
    assert "en-y" in view.summary
    assert "veel a" not in f"{view.findings} {view.table()}"
    assert "1.0" in view.summary


membership = st.sampled_from([0.0, 0.1, 0.3, 0.45, 0.5, 0.55, 0.7, 0.9, 1.0])
some = st.lists(st.tuples(membership, membership, membership, membership), min_size=2, max_size=4)


def is_pair(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Hold two rows against the definition."""
    (*first, y), (*second, z) = one, other
    if 0.5 in first + second:
        return False
    apart = sum((a > 0.5) is not (b > 0.5) for a, b in zip(first, second, strict=True))
    return apart <= 1 and (y - 0.5) * (z - 0.5) < 0 and round(abs(y - z), 6) >= 0.3


@given(some, st.booleans())
def test_pairs_are_those_of_the_definition(rows, absent):
    every = dict(zip(NAMES, (*rows, *FAR), strict=False))
    expected = {(a, b) for a, b in combinations(every, 2) if is_pair(every[a], every[b])}
    assert set(named(study_of(*rows, absent=absent))) == expected
    found = pairs(study_of(*rows, absent=absent))
    assert [(len(pair.differing), pair.first, pair.second) for pair in found] == sorted(
        (len(pair.differing), pair.first, pair.second) for pair in found
    )


@given(some)
def test_pairs_with_the_own_one_are_a_part_of_all_pairs(rows):
    study = study_of(*rows, own="Dorp A")
    found = pairs(study)
    assert {tuple(sorted(pair)) for pair in named(study)} == {
        pair for pair in named(study_of(*rows)) if "Dorp A" in pair
    }
    assert [pair.similarity for pair in found] == sorted((pair.similarity for pair in found), reverse=True)
    assert all(0 <= pair.similarity <= 1 for pair in found)


@given(some, st.randoms(use_true_random=False), st.sampled_from(["", "Dorp A"]))
def test_the_order_of_cases_changes_nothing(rows, random, own):
    study = study_of(*rows, own=own)
    shuffled = random.sample(sorted(study.table.values), len(study.table.values))
    table = CaseTable(study.table.measures, {case: study.table.values[case] for case in shuffled})
    assert neighbours(Study(table, study.choice)) == neighbours(study)


@given(some)
def test_other_names_give_the_same_pairs(rows):
    study = study_of(*rows)
    backwards = dict(zip(study.table.cases, reversed(study.table.cases), strict=True))
    renamed = CaseTable(study.table.measures, {backwards[case]: row for case, row in study.table.values.items()})
    assert {frozenset(pair) for pair in named(Study(renamed, study.choice))} == {
        frozenset(backwards[case] for case in pair) for pair in named(study)
    }


@given(some)
def test_another_order_of_conditions_gives_the_same_pairs(rows):
    study = study_of(*rows)
    turned = Study(study.table, replace(study.choice, conditions=("c", "a", "b")))
    assert named(turned) == named(study)


def test_with_two_conditions_nobody_who_differs_on_one_is_alike():
    three = study_of((1, 1, 0, 1), (1, 0, 0, 0), (1, 1, 0, 0), (0, 0, 0, 1))
    two = Study(three.table, replace(three.choice, conditions=("a", "b")))
    assert ("Dorp A", "Dorp B") in named(three)
    assert named(two)[0] == ("Dorp A", "Dorp C")
    assert ("Dorp A", "Dorp B") not in named(two)
    assert neighbours(two).notes[0].endswith("bij elke voorwaarde allebei veel of allebei weinig.")
