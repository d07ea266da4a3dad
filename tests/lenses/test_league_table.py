"""A list with a first and a last, correlations with a high place, and what the same numbers say of both."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.lenses.league_table import league_table
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)
SAME = dict.fromkeys((*CONDITIONS, OUTCOME), 3.0)
NAMES = ("Eikendal", "Hazelmonde", "Kwartelstad", "Noordhaven", "Rietdommel", "Westerveen")


def table_of(*rows: tuple[float, ...], digits: int = 1) -> CaseTable:
    """Make a table of measures y, a, b, …, with a row per case."""
    measures = {
        name: Measure(name, *[Text(nl=f"nl-{name}", en=f"en-{name}")] * 4, digits=digits)
        for name in ("y", "a", "b")[: max(map(len, rows))]
    }
    values = {case: dict(zip(measures, row, strict=False)) for case, row in zip(NAMES, rows, strict=False)}
    return CaseTable(measures, values)


def places(view):
    return [(row["place"], row["name"]) for row in view.rows if row["kind"] == "place"]


def taus(view):
    return {row["id"]: row["tau"] for row in view.rows if row["kind"] == "condition"}


def test_the_list_of_fourteen():
    view = league_table(Study(fourteen(), ALL))
    assert places(view)[:4] == [(1, "Merelveste"), (2, "Eikendal"), (3, "Lijsterwaard"), (3, "Westerveen")]
    assert places(view)[-1] == (14, "Klavermonde")
    assert view.findings == (
        "Op plaats 1 staat Merelveste (4,2). Op de laatste plaats staat Klavermonde (1,9).",
        "Het sterkst hangt ‘Wederzijds begrip’ samen met een hoge plaats (+0,34).",
        "Standaardadvies: leer van de nummer één, en doe meer aan ‘Wederzijds begrip’.",
    )
    assert "1. Merelveste 4,2; 2. Eikendal 4,1" in view.summary
    assert "Overlegdruk (uren per maand) −0,34" in view.summary


def test_correlations_by_hand():
    # a with y: the pairs (1,2), (1,3) and (2,3) go up, up and down: (2 - 1) / 3. b turns y round.
    view = league_table(Study(table_of((1, 1, 9), (2, 3, 8), (3, 2, 7)), Choice("y", ("a", "b"))))
    assert taus(view) == {"a": pytest.approx(1 / 3), "b": pytest.approx(-1)}
    assert view.findings[1:] == (
        "Het sterkst hangt ‘nl-b’ samen met een lage plaats (−1,00).",
        "Standaardadvies: leer van de nummer één, en doe minder aan ‘nl-b’.",
    )


def test_little_of_the_outcome_turns_the_list_and_the_correlations_round():
    much, little = (league_table(Study(fourteen(), replace(ALL, absent=absent))) for absent in (False, True))
    assert places(little)[0] == (1, "Klavermonde")
    assert places(little)[-1] == (14, "Merelveste")
    assert taus(little) == {name: pytest.approx(-tau) for name, tau in taus(much).items()}
    assert "de laagste boven" in little.summary
    assert "Met 0,23 minder zou Eikendal van plaats 13 naar plaats 9 gaan." in little.notes[0]


def test_shared_places_and_an_own_place():
    view = league_table(Study(table_of((4,), (4,), (3,), (2,), (2,)), Choice("y", own="Kwartelstad")))
    assert [place for place, _ in places(view)] == [1, 1, 3, 4, 4]
    assert view.findings == (
        "Op plaats 1 staan Eikendal en Hazelmonde (4,0). Op de laatste plaats staan Noordhaven en Rietdommel (2,0).",
        "Kwartelstad staat op plaats 3 van 5.",
        "Standaardadvies: leer van de nummer één.",
    )


def test_what_binary_fractions_add_makes_no_place():
    view = league_table(Study(table_of((0.1 + 0.2,), (0.3,)), Choice("y")))
    assert places(view) == [(1, "Eikendal"), (1, "Hazelmonde")]
    assert view.findings == ("Er is geen verschil: de waarde is overal 0,3.",)


def test_how_little_lies_between_the_places():
    # From 10 to 0 a tenth is 1: the steps of 0.4, 0.3, 0.2 and 0.1 are small, that of 9 is not.
    view = league_table(Study(table_of((10,), (9.6,), (9.3,), (9.1,), (9,), (0,)), Choice("y")))
    assert view.notes[0] == (
        "Tussen de eerste en de laatste plaats ligt 10,0. Bij 4 van de 5 stappen naar de volgende plaats is het "
        "verschil hoogstens een tiende daarvan. Met 1,00 meer zou Rietdommel van plaats 5 naar plaats 1 gaan."
    )


def test_places_far_apart_have_no_such_jump():
    view = league_table(Study(table_of((3,), (2,), (1,)), Choice("y")))
    assert "Bij 0 van de 2 stappen" in view.notes[0]
    assert "zou" not in view.notes[0]


def test_pairs_that_go_the_other_way_by_counting():
    table = fourteen()
    outcome, condition = table.of(OUTCOME), table.of("begrip")
    against = [
        pair
        for pair in combinations(table.cases, 2)
        if (outcome[pair[0]] - outcome[pair[1]]) * (condition[pair[0]] - condition[pair[1]]) < 0
    ]
    note = league_table(Study(table, ALL)).notes[2]
    assert f"bij {len(against)} van de 91 paren andersom" in note
    assert "Zo heeft Zilverwoude een hogere waarde op ‘Wederzijds begrip’ dan Lijsterwaard" in note
    assert ("Lijsterwaard", "Zilverwoude") in against


def test_an_example_against_a_low_place():
    # More of a goes with a lower place, but Westerveen has more than Rietdommel and stands higher.
    rows = ((6, 1), (5, 2), (4, 3), (3, 4), (1, 5), (2, 6))
    note = league_table(Study(table_of(*rows), Choice("y", ("a",)))).notes[2]
    assert "bij 1 van de 15 paren andersom" in note
    assert note.endswith("Zo heeft Westerveen een hogere waarde op ‘nl-a’ dan Rietdommel, en toch een hogere plaats.")


def test_without_pairs_the_other_way_there_is_no_example():
    notes = league_table(Study(table_of((1, 1), (2, 2), (3, 3)), Choice("y", ("a",)))).notes
    assert not any("andersom" in note for note in notes)
    assert any("telt verschillende wegen bij elkaar op" in note for note in notes)


def test_another_outcome_gives_another_list():
    notes = league_table(Study(fourteen(), ALL)).notes
    assert notes[-1].endswith("Op ‘Regie’, met de hoogste boven, stond Merelveste op plaats 12.")
    same = league_table(Study(table_of((3, 3), (2, 2), (1, 1)), Choice("y", ("a",)))).notes
    assert same[-1] == "Wie een andere uitkomst kiest, krijgt een andere lijst."


def test_without_an_outcome_there_is_no_list():
    with pytest.raises(ValueError, match="no outcome"):
        league_table(Study(fourteen(), Choice(conditions=CONDITIONS)))


@pytest.mark.parametrize(
    ("study", "obstacle"),
    [
        (Study(fourteen(), Choice(OUTCOME)), "choose"),
        (Study(fourteen().only(["Eikendal", "Westerveen"]), ALL), "few"),
        (Study(fourteen().only(["Eikendal", "Westerveen", "Merelveste", "Spechtrade"]), ALL), "many"),
        (Study(CaseTable(fourteen().measures, dict.fromkeys(fourteen().cases, SAME)), ALL), "alike"),
    ],
)
def test_what_stops_other_views_does_not_stop_a_list(study, obstacle):
    assert study.obstacle == obstacle
    view = league_table(study)
    assert len(places(view)) == len(study.cases)
    assert len(taus(view)) == len(study.conditions)


def test_too_few_to_correlate():
    view = league_table(Study(fourteen().only(["Eikendal", "Spechtrade"]), ALL))
    assert set(taus(view).values()) == {None}
    assert view.findings[-1] == "Standaardadvies: leer van de nummer één."
    assert [row["text"] for row in view.rows if row["kind"] == "condition"] == ["–"] * 4


def test_no_cases():
    view = league_table(Study(CaseTable(fourteen().measures), ALL))
    assert view.findings == (view.summary,)
    assert not places(view)
    assert view.notes == ()


def test_who_lacks_a_value_is_named_and_left_out():
    view = league_table(Study(table_of((3, 1), (2,), (1, 2)), Choice("y", ("a",))))
    assert places(view) == [(1, "Eikendal"), (2, "Kwartelstad")]
    assert view.notes[-1] == "Hazelmonde doet niet mee: er is geen waarde voor ‘nl-a’."


def test_english_and_the_digits_of_the_measure():
    view = league_table(Study(table_of((0.614, 1), (0.213, 2), digits=2), Choice("y", ("a",))), "en")
    assert [row["text"] for row in view.rows if row["kind"] == "place"] == ["0.61", "0.21"]
    assert "en-y" in view.summary
    assert "nl-" not in f"{view.summary} {view.findings} {view.notes} {view.table()}"


def test_the_table_holds_list_and_correlations():
    table = league_table(Study(fourteen(), ALL)).table()
    assert [list(row.values()) for row in (table[0], table[-1])] == [
        [1, "Merelveste", "4,2"],
        [None, "Eensgezindheid over ‘regie’", "+0,30"],
    ]


numbers = st.integers(-9, 9)
some = st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=6)


@given(some)
def test_a_place_counts_who_is_better(rows):
    view = league_table(Study(table_of(*rows), Choice("y", ("a", "b"))))
    outcome = dict(zip(NAMES, (row[0] for row in rows), strict=False))
    assert {name: place for place, name in places(view)} == {
        name: 1 + sum(other > value for other in outcome.values()) for name, value in outcome.items()
    }
    assert [place for place, _ in places(view)] == sorted(place for place, _ in places(view))


@given(some, st.randoms(use_true_random=False))
def test_the_order_of_cases_changes_nothing(rows, random):
    table = table_of(*rows)
    shuffled = random.sample(sorted(table.values), len(table.values))
    again = CaseTable(table.measures, {case: table.values[case] for case in shuffled})
    choice = Choice("y", ("a", "b"))
    assert league_table(Study(again, choice)) == league_table(Study(table, choice))


@given(some)
def test_other_names_of_cases_change_no_number(rows):
    table, choice = table_of(*rows), Choice("y", ("a", "b"))
    renamed = CaseTable(table.measures, {f"Oud {case}": row for case, row in table.values.items()})
    first, second = (league_table(Study(each, choice)) for each in (table, renamed))
    assert [(place, f"Oud {name}") for place, name in places(first)] == places(second)
    assert taus(first) == taus(second)


@given(some)
def test_another_unit_changes_no_place_and_no_correlation(rows):
    choice = Choice("y", ("a", "b"))
    first, second = (
        league_table(Study(table_of(*each), choice)) for each in (rows, [(8 * y + 3, 8 * a - 3, b) for y, a, b in rows])
    )
    assert places(first) == places(second)
    assert taus(first) == taus(second)
