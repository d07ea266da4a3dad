"""Every file goes to where it belongs, answers stand under their municipality, and one bad file stops no other."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.answers import AnswerSheet, Place, dump
from ketenspiegel.choice_files import dump_choice, read_choice
from ketenspiegel.gathering import Gathered, gather
from ketenspiegel.lenses.comparing import put_together
from ketenspiegel.lenses.study import Choice
from ketenspiegel.municipality_context import INHABITANTS
from ketenspiegel.questions import load_question_set
from ketenspiegel.survey_tables import Refusal

EXAMPLES = Path(__file__).parents[1] / "assessments" / "voorbeelden" / "gemeenten"
MEETINGS = "Overleg;Deelnemers;Hoe vaak;Duur\nCasusoverleg;Jeugdarts (GGD);1 per week;1,5 uur\n"
CHAIN = "rol;gemeente;regie-koers;regie-knoop\ninwoner;Eikendal;4;2\nbestuurder;Westerveen;5;1\n"
SATISFIED = "rol;gemeente;rapportcijfer-totaal\nhulp;Eikendal;8\n"
OWN = "gemeente;wachttijd\nEikendal;7,5\nWesterveen;3\n"
ROLE, ITEM = (next(iter(found)) for found in (load_question_set("regie").role_labels, load_question_set("regie").items))


def sheet(question_set="ketensamenwerking", town="", number=1, role="inwoner", item="regie-koers"):
    return AnswerSheet(
        id=f"{number:032x}",
        question_set=question_set,
        question_set_version=load_question_set(question_set).version,
        municipality=Place(name=town),
        role=role,
        answers={item: 4},
        saved=datetime(2026, 11, 1, tzinfo=UTC),
    )


def upload(name, found):
    return name, (dump(found) if isinstance(found, AnswerSheet) else found).encode()


def towns(found, question_set="ketensamenwerking"):
    return sorted(each.municipality.name for each in found.collections[question_set].sheets)


def refused(found):
    return [each for of in found.collections.values() for each in of.refused] + list(found.refused)


EVERYTHING = [
    upload("een.json", sheet(town="Eikendal", number=1)),
    upload("twee.json", sheet("regie", "Westerveen", 2, ROLE, ITEM)),
    upload("keten.csv", CHAIN),
    upload("tevreden.csv", SATISFIED),
    upload("Merelveste/overleg.csv", MEETINGS),
    upload("cijfers.csv", OWN),
    upload("aantallen.csv", "gemeente;inwoners\nEikendal;31400\n"),
    upload("keuze.json", dump_choice(Choice("a"))),
    upload("stuk.json", "{"),
    upload("brief.pdf", "%PDF"),
    upload("lijst.csv", "naam;kleur\nJansen;rood\n"),
]


def test_every_file_goes_to_where_it_belongs():
    found = gather(EVERYTHING)
    assert {name: len(of.sheets) for name, of in found.collections.items()} == {
        "ketensamenwerking": 3,
        "klanttevredenheid": 1,
        "overlegkaart": 1,
        "regie": 1,
    }
    assert [each.id for each in found.questions] == sorted(found.collections)
    assert found.table.of("table/wachttijd") == {"Eikendal": 7.5, "Westerveen": 3}
    assert found.table.of(INHABITANTS.id) == {"Eikendal": 31400}
    assert found.tables == ("aantallen.csv", "cijfers.csv")
    assert [read_choice(each) for each in found.choices] == [Choice("a")]
    assert [(each.source, each.reason) for each in refused(found)] == [
        ("brief.pdf", "dit soort bestand kan ik niet lezen; kies .json, .csv of .xlsx"),
        (
            "lijst.csv",
            "in deze tabel herken ik geen stellingen van een zelftest, en ook geen kolom met gemeenten naast kolommen "
            "met getallen",
        ),
        ("stuk.json", "Dit bestand is beschadigd of is geen antwoordblad."),
    ]


@given(st.permutations(EVERYTHING))
def test_the_order_of_the_sources_changes_nothing(sources):
    assert gather(sources) == gather(EVERYTHING)


@pytest.mark.parametrize("at", range(len(EVERYTHING)))
def test_what_one_file_gives_does_not_hang_on_another(at):
    alone, rest, whole = (
        gather(EVERYTHING[at : at + 1]),
        gather(EVERYTHING[:at] + EVERYTHING[at + 1 :]),
        gather(EVERYTHING),
    )
    for name, of in whole.collections.items():
        ids = {each.id for part in (alone, rest) if name in part.collections for each in part.collections[name].sheets}
        assert {each.id for each in of.sheets} == ids
    assert {*alone.refused, *rest.refused} == set(whole.refused)
    assert rest.table.plus(alone.table) == whole.table
    assert {*alone.choices, *rest.choices} == set(whole.choices)


def test_nothing_gives_nothing():
    assert gather([]) == Gathered()
    assert gather([]).questions == ()


def test_survey_tables_are_told_by_their_headers():
    found = gather([upload("a.csv", CHAIN), upload("b.csv", SATISFIED)])
    assert towns(found) == ["Eikendal", "Westerveen"]
    assert [each.answers for each in found.collections["klanttevredenheid"].sheets] == [{"rapportcijfer-totaal": 8}]
    questions = load_question_set("klanttevredenheid")
    asked = questions.items["rapportcijfer-totaal"].text
    for text in (asked.nl, asked.en):
        table = f'rol,gemeente,"{text}"\nhulp,Eikendal,9\n'
        assert gather([upload("c.csv", table)]).collections["klanttevredenheid"].sheets[0].answers == {
            "rapportcijfer-totaal": 9
        }


def test_a_folder_is_called_after_the_municipality(tmp_path):
    for town in ("Eikendal", "Westerveen", "gemeente Almere"):
        (tmp_path / town).mkdir()
    (tmp_path / "Eikendal" / "een.json").write_text(dump(sheet(number=1)), encoding="utf-8")
    (tmp_path / "Westerveen" / "twee.json").write_text(dump(sheet(town="Noordhaven", number=2)), encoding="utf-8")
    (tmp_path / "gemeente Almere" / "drie.json").write_text(dump(sheet(number=3)), encoding="utf-8")
    (tmp_path / "vier.json").write_text(dump(sheet(number=4)), encoding="utf-8")
    found = gather([tmp_path])
    assert towns(found) == ["", "Almere", "Eikendal", "Noordhaven"]
    assert [each.municipality.code for each in found.collections["ketensamenwerking"].sheets] == [
        None,
        None,
        "GM0034",
        None,
    ]


def test_uploads_say_in_which_folder_they_are():
    found = gather(
        [
            upload("Eikendal/abc.json", sheet(number=1)),
            upload("antwoorden/Westerveen/abc.json", sheet(number=2)),
            upload("Eikendal/enquête.csv", "rol;regie-koers\ninwoner;4\n"),
            upload("def.json", sheet(number=3)),
        ]
    )
    assert towns(found) == ["", "Eikendal", "Eikendal", "Westerveen"]


def test_two_municipalities_may_answer_the_same():
    same = "rol;regie-koers\ninwoner;4\ninwoner;4\n"
    found = gather([upload("Eikendal/export.csv", same), upload("Westerveen/export.csv", same)])
    assert towns(found) == ["Eikendal", "Eikendal", "Westerveen", "Westerveen"]
    named = "rol;gemeente;regie-koers\ninwoner;{};4\n"
    found = gather([upload(f"{town}.csv", named.format(town)) for town in ("Eikendal", "Westerveen")])
    assert towns(found) == ["Eikendal", "Westerveen"]
    twice = gather([upload("Eikendal/export.csv", same)] * 2)
    assert towns(twice) == ["Eikendal", "Eikendal"]
    assert len(twice.collections["ketensamenwerking"].doubles) == 2


def test_one_municipality_in_several_spellings():
    towns_ = ("eikendal", "Eikendal", "EIKENDAL")
    found = gather([*(upload(f"{at}.json", sheet(town=town, number=at)) for at, town in enumerate(towns_))])
    assert len(set(towns(found))) == 1
    assert put_together(found.sheets, found.table).cases == ("EIKENDAL",)
    decomposed = normalize("NFD", "Súdwest-Fryslân")
    made_up = normalize("NFD", "Mérelveste")
    found = gather([upload(f"{decomposed}/a.json", sheet(number=1)), upload(f"{made_up}/b.json", sheet(number=2))])
    assert towns(found) == ["Mérelveste", "Súdwest-Fryslân"]


def test_meetings_go_to_the_map_of_meetings():
    found = gather(
        [upload("Eikendal/a.csv", MEETINGS), upload("Westerveen/b.csv", MEETINGS), upload("c.csv", MEETINGS)]
    )
    assert refused(found) == []
    assert towns(found, "overlegkaart") == ["", "Eikendal", "Westerveen"]
    assert {each.meetings[0].name for each in found.collections["overlegkaart"].sheets} == {"Casusoverleg"}
    values = put_together(found.sheets, found.table)
    assert values.cases == ("Eikendal", "Westerveen")


def test_of_incomplete_meetings_it_is_told_what_lacks():
    found = gather([upload("a.csv", "Overleg;Deelnemers\nCasusoverleg;Jeugdarts\n")])
    assert [each.reason.split(";")[0] for each in refused(found)] == [
        "er is geen kolom voor hoe lang het duurt",
        "er is geen kolom voor hoe vaak het is",
    ]


def test_numbers_of_participants_are_no_meetings():
    found = gather([upload("a.csv", "naam;deelnemers\nAlmere;12\nZwolle;7\n")])
    assert found.table.of("table/deelnemers") == {"Almere": 12, "Zwolle": 7}
    assert found.collections == {}


def test_a_question_set_that_is_not_here():
    found = gather([upload("a.json", sheet(town="Eikendal").model_copy(update={"question_set": "elders"}))])
    assert found.refused == (
        Refusal("a.json", "", "dit antwoordblad hoort bij een vragenlijst die hier niet is: elders"),
    )


def test_a_sheet_that_does_not_fit_its_question_set():
    found = gather(
        [upload("a.json", sheet(town="Eikendal", item="bestaat-niet")), upload("b.json", sheet(town="Eikendal"))]
    )
    assert [(each.source, each.reason) for each in refused(found)] == [
        ("a.json", "De stelling ‘bestaat-niet’ bestaat hier niet.")
    ]
    assert towns(found) == ["Eikendal"]


def test_statline_as_on_the_screen_gets_advice():
    found = gather([upload("cbs.csv", 'Titel\n\n"Regio\'s";"aantal"\n"Almere";"1"\n"Bron: CBS"\n')])
    assert "kies bij StatLine voor ‘CSV zonder statistische symbolen’" in found.refused[0].reason


def test_tables_add_up_and_what_is_left_out_is_told():
    found = gather(
        [upload("a.csv", OWN), upload("b.csv", "Naam;Gemeente;inwoners\nJansen;EIKENDAL;31400\nSmit;Dal;veel\n")]
    )
    assert found.table.values == {
        "Eikendal": {"table/wachttijd": 7.5, INHABITANTS.id: 31400},
        "Westerveen": {"table/wachttijd": 3},
        "Dal": {},
    }
    assert found.dropped_columns == ("Naam",)
    assert found.refused == (Refusal("b.csv", "rij 3, inwoners", "‘veel’ is geen getal; het is overgeslagen"),)


def test_what_survey_tables_left_out_is_told_too():
    found = gather([upload("Eikendal/a.csv", "rol;e-mail;regie-koers\ninwoner;a@b.nl;4\ninwoner;;9\n")])
    assert found.dropped_columns == ("e-mail",)
    assert [each.place for each in refused(found)] == ["rij 3", "rij 3, regie-koers"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["a.json", "b.csv", "c.xlsx", "d/e.csv", "f"]), st.binary(max_size=60)), max_size=4
    )
)
def test_any_file_can_be_tried(sources):
    found = gather([*sources, upload("goed.json", sheet(town="Eikendal"))])
    assert "Eikendal" in towns(found)


def test_messages_in_the_other_language():
    assert "ik" not in gather([upload("brief.pdf", "")], "en").refused[0].reason.split()


def test_the_examples():
    found = gather([EXAMPLES])
    assert refused(found) == []
    assert found.dropped_columns == ()
    assert {name: len(set(towns(found, name))) for name in found.collections} == dict.fromkeys(
        ("beweegredenen", "ketensamenwerking", "klanttevredenheid", "overlegkaart"), 14
    )
    assert not any(of.doubles for of in found.collections.values())
    table = put_together(found.sheets, found.table)
    assert len(table.cases) == 14
    assert all(case in table.of(INHABITANTS.id) for case in table.cases)
    choice = read_choice(found.choices[-1])
    assert {choice.outcome, *choice.conditions} <= set(table.measures)


def test_the_examples_in_a_folder_of_their_own_are_the_same(tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "voorbeelden")
    assert gather([tmp_path]) == gather([EXAMPLES])
    uploads = [(f"gemeenten/{path.name}", path.read_bytes()) for path in EXAMPLES.iterdir()]
    assert gather(uploads) == gather([EXAMPLES])
