"""What stands in the way is told with what to do about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.lenses.study_words import listed, missing, obstacle, together
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

ALL = Choice(OUTCOME, CONDITIONS)
FOUR = ["Eikendal", "Hazelmonde", "Noordhaven", "Klavermonde"]


def alike():
    names = ("A", "B", "Y")
    measures = {name: Measure(name, *[Text(nl=f"nl-{name}", en=f"en-{name}")] * 4) for name in names}
    rows = [(3, 1, 1), (3, 1, 1), (3, 1, 5), (3, 1, 5)]
    table = CaseTable(measures, {f"Z{at}": dict(zip(names, row, strict=True)) for at, row in enumerate(rows)})
    return Study(table, Choice("Y", ("A", "B")))


def test_names_are_written_as_people_do():
    assert [listed(FOUR[:n], "nl") for n in (1, 2, 3)] == [
        "Eikendal",
        "Eikendal en Hazelmonde",
        "Eikendal, Hazelmonde en Noordhaven",
    ]
    assert together(["a"], "nl") == "a"
    assert together(["a", "b", "c"], "nl") == "a samen met b en c"


def test_every_obstacle_in_words():
    few = Study(fourteen().only(FOUR[:3]), replace(ALL, conditions=CONDITIONS[:2]))
    many = Study(fourteen().only(FOUR), ALL)
    assert obstacle(Study(fourteen(), Choice()), "nl").startswith("Kies wat u wilt begrijpen")
    assert "Over 3 gemeenten" in obstacle(few, "nl")
    assert obstacle(few, "nl").endswith("vanaf 4.")
    assert obstacle(many, "nl").startswith("Met 4 gemeenten kunt u hoogstens 2 voorwaarden vergelijken.")
    assert obstacle(alike(), "nl").startswith("Op ‘nl-A’ en ‘nl-B’ verschillen de gemeenten te weinig")
    assert obstacle(Study(fourteen(), ALL), "nl") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_does_not_take_part_and_why(language):
    table = fourteen()
    values = {case: dict(row) for case, row in table.values.items()}
    del values["Eikendal"]["druk"], values["Eikendal"][OUTCOME], values["Duinakker"]["regie"]
    found = missing(Study(CaseTable(table.measures, values), ALL), language)
    assert len(found) == 2
    assert found[0].startswith("Duinakker ")
    assert "‘Regie’" in found[0]
    assert "‘Overlegdruk (uren per maand)’" in found[1]
    assert "‘Tevreden over het resultaat’" in found[1]
    assert missing(Study(table, ALL), language) == ()


def test_an_obstacle_uses_the_words_of_the_reader():
    assert "‘en-A’" in obstacle(alike(), "en")
    assert "nl-" not in obstacle(alike(), "en")
