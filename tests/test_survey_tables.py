"""Exports of survey tools become answer sheets, and who somebody is stays outside."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.questions import load_question_set
from ketenspiegel.survey_headers import Headers, plain, withheld
from ketenspiegel.survey_tables import Defaults, Mapping, read_survey_table
from ketenspiegel.tables import TableError, read_table

from .test_answers import QUESTIONS, sheets

LIMESURVEY_CODES = """\
"id","submitdate","lastpage","startlanguage","seed","ipaddr","token","rol","gemeente","keten","samen_weten","samendubbel","G02Q01[sturen-besluit]","samenweten_comment"
"7","2026-10-03 14:22:10","4","nl","123","192.168.1.4","xk3","inwoner","Almere","jeugd","A4","A1","AO05","Bel mij op 06-12345678 of j@x.nl"
"8","2026-10-04 09:01:00","4","nl","124","192.168.1.5","xk4","Professional","gemeente groningen","jeugd","","A2","-oth-",""
"""

FORMS = [
    ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Vanuit welke rol antwoordt u?", "Ik weet wie er 'nee' mag zeggen.", "Wij doen werk dubbel.", "Er komt een besluit.\xa0"],
    [1, "3-10-2026", "2026-10-03 10:00:00", "a@gemeente.nl", "A. Bakker", "Bestuurder", "Helemaal eens", "Weet ik niet", "Neutraal"],
    [2, "3-10-2026", "2026-10-03 11:00:00", "b@gemeente.nl", "B. Smit", "Ketenpartner", "oneens", "", "Eens"],
]  # fmt: skip


def read(text, **options):
    return read_survey_table("export.csv", read_table("export.csv", text.encode()), QUESTIONS, **options)


def test_limesurvey_with_codes():
    table = read(LIMESURVEY_CODES)
    first, second = table.sheets
    assert first.role == "inwoner"
    assert first.municipality.model_dump() == {"name": "Almere", "code": "GM0034"}
    assert first.round == "2026-10"
    assert first.answers == {"samen-weten": 4, "samen-dubbel": 1, "sturen-besluit": 5}
    assert second.role == "professional"
    assert second.municipality.code == "GM0014"
    assert second.answers == {"samen-dubbel": 2}
    assert table.dropped_columns == ["ipaddr", "token"]
    assert [(r.place, r.reason) for r in table.refused] == [
        ("rij 3, G02Q01[sturen-besluit]", "het antwoord ‘-oth-’ ken ik niet; het is overgeslagen")
    ]
    assert table.unrecognised_values == ["-oth-"]


def test_who_somebody_is_stays_outside():
    sheet = read(LIMESURVEY_CODES).sheets[0]
    kept = sheet.model_dump_json()
    for secret in ("192.168", "xk3", "12345678", "j@x.nl"):
        assert secret not in kept
    assert sheet.remarks["samen-weten"] == "Bel mij op [weggelaten] of [weggelaten]"


def test_microsoft_forms_with_full_texts_in_excel():
    book = openpyxl.Workbook()
    for row in FORMS:
        book.active.append(row)
    contents = io.BytesIO()
    book.save(contents)
    table = read_survey_table("Forms.xlsx", read_table("Forms.xlsx", contents.getvalue()), QUESTIONS)
    assert [sheet.answers for sheet in table.sheets] == [
        {"samen-weten": 5, "samen-dubbel": "unknown", "sturen-besluit": 3},
        {"samen-weten": 2, "sturen-besluit": 4},
    ]
    assert table.dropped_columns == ["E-mail", "Naam"]
    assert not table.refused
    assert "Bakker" not in repr(table)


def test_a_mapping_for_the_rest():
    text = "Functie,Vraag 1,Vraag 2\nwethouder,mee eens,4\nbuurvrouw,eens,5\n"
    blind = read(text)
    assert not blind.sheets
    assert "ik herken geen enkele stelling" in blind.refused[0].reason
    assert blind.unrecognised_columns == ["Functie", "Vraag 1", "Vraag 2"]
    mapping = Mapping(
        columns={"Functie": "role", "Vraag 1": "samen-weten", "Vraag 2": "sturen-besluit"},
        values={"wethouder": "bestuurder", "mee eens": "4", "buurvrouw": "inwoner"},
    )
    assert [(s.role, s.answers) for s in read(text, mapping=mapping).sheets] == [
        ("bestuurder", {"samen-weten": 4, "sturen-besluit": 4}),
        ("inwoner", {"samen-weten": 4, "sturen-besluit": 5}),
    ]


def test_a_mapping_cannot_bring_names_back():
    table = read("Naam,samen-weten,rol\nJansen,4,inwoner\n", mapping=Mapping(columns={"Naam": "chain"}))
    assert table.sheets[0].chain == ""
    assert table.dropped_columns == ["Naam"]


def test_defaults_fill_what_a_table_lacks():
    defaults = Defaults(municipality="Almere", chain="schulden", round="2026-09", role="professional")
    sheet = read("samen-weten\n3\n", defaults=defaults).sheets[0]
    assert (sheet.municipality.code, sheet.chain, sheet.round, sheet.role) == (
        "GM0034",
        "schulden",
        "2026-09",
        "professional",
    )


def test_rows_without_a_known_role_are_listed():
    table = read("rol,samen-weten\n,3\nkoning,4\ninwoner,5\n")
    assert len(table.sheets) == 1
    assert [(r.place, r.reason) for r in table.refused] == [
        ("rij 2", "de rol ontbreekt"),
        ("rij 3", "de rol ‘koning’ ken ik niet"),
    ]


def test_rows_that_are_alike_count_apart_and_a_second_reading_gives_the_same_ids():
    text = "rol,samen-weten\ninwoner,3\ninwoner,3\n"
    ids = [sheet.id for sheet in read(text).sheets]
    assert len(set(ids)) == 2
    assert ids == [sheet.id for sheet in read(text + "professional,4\n").sheets][:2]


@given(st.lists(sheets.filter(lambda s: s.role and s.answers), min_size=1, max_size=6))
def test_a_wide_table_gives_back_what_went_in(found):
    items = sorted(QUESTIONS.items)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["rol", *items])
    writer.writerows([s.role, *(s.answers.get(item, "") for item in items)] for s in found)
    table = read_survey_table("t.csv", read_table("t.csv", out.getvalue().encode()), QUESTIONS)
    assert [(s.role, s.answers) for s in table.sheets] == [(s.role, s.answers) for s in found]
    assert not table.refused


@pytest.mark.parametrize("header", ["Naam", "naam:", "Voornaam", "Last name", "E-mailadres", "email address", "IP-adres", "ip_address", "Telefoonnummer", "BSN"])  # fmt: skip
def test_personal_headers_are_withheld(header):
    assert withheld(header, [])


@pytest.mark.parametrize("cell", ["jan@example.org", "10.0.0.1", "2001:db8:0:0:1:0:0:1"])
def test_personal_cells_are_withheld(cell):
    assert withheld("Vraag 9", ["", cell])


@pytest.mark.parametrize("header", ["samen-weten", "Samen_Weten", "samenweten", "Q1[samenweten]", "<p>Ik weet wie er ‘nee’ mag zeggen.</p>", "1. ik weet wie er 'nee' mag  zeggen.", "samenweten. Ik weet wie er 'nee' mag zeggen.", "I know who may say no."])  # fmt: skip
def test_headers_are_recognised(header):
    assert Headers(QUESTIONS).recognise(header).item == "samen-weten"


def test_plain_makes_texts_comparable():
    assert plain("&lt;b&gt;Eens&nbsp;</b>") == "eens"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_usual_form(encoding, delimiter):
    text = f'rol{delimiter}"één\nregel"\ninwoner{delimiter}é'
    assert read_table("t.csv", text.encode(encoding)) == [["rol", "één\nregel"], ["inwoner", "é"]]


@given(st.binary(max_size=300), st.sampled_from(["t.csv", "t.xlsx"]))
def test_any_bytes_are_a_table_or_an_error_in_words(contents, name):
    try:
        read_table(name, contents)
    except TableError as error:
        assert str(error)


SATISFIED = load_question_set(Path(__file__).parent / "data" / "klein-tevreden.yaml")


def test_an_item_with_a_scale_of_its_own():
    rows = [
        ["rol", "cijfer-alles", "Ik werd snel geholpen."],
        *(["inwoner", mark, "4"] for mark in ("8", "10", "1", "A8")),
    ]
    table = read_survey_table("export.csv", rows, SATISFIED)
    assert [sheet.answers for sheet in table.sheets] == [
        {"cijfer-alles": mark, "wachten-nu": 4} for mark in (8, 10, 1, 8)
    ]
    assert table.refused == []


@pytest.mark.parametrize(
    ("header", "cell"), [("cijfer-alles", "11"), ("cijfer-alles", "0"), ("cijfer-alles", "Goed"), ("wachten-nu", "8")]
)
def test_an_answer_of_another_scale_is_refused(header, cell):
    table = read_survey_table("export.csv", [["rol", header, "taal-nu"], ["inwoner", cell, "Goed"]], SATISFIED)
    assert [sheet.answers for sheet in table.sheets] == [{"taal-nu": 4}]
    reason = f"het antwoord ‘{cell}’ ken ik niet; het is overgeslagen"
    assert [(each.place, each.reason) for each in table.refused] == [(f"rij 2, {header}", reason)]


def test_not_knowing_is_said_in_the_words_of_the_scale():
    questions = load_question_set("klanttevredenheid")
    rows = [
        ["rol", "rapportcijfer-totaal"],
        *(["hulp", cell] for cell in ("Ik kan geen cijfer geven", "weet ik niet", "7,0")),
    ]
    assert [list(sheet.answers.values()) for sheet in read_survey_table("export.csv", rows, questions).sheets] == [
        ["unknown"],
        ["unknown"],
        [7],
    ]


def test_the_same_answers_from_two_municipalities_are_two_respondents():
    rows = [
        ["id", "rol", "gemeente", "samen-weten"],
        *(["1", "inwoner", town, "4"] for town in ("Almere", "Dal", "almere")),
    ]
    almere, dal, again = read_survey_table("export.csv", rows, QUESTIONS).sheets
    assert len({almere.id, dal.id, again.id}) == 3
    alone = read_survey_table("later.csv", [rows[0], rows[2], rows[1]], QUESTIONS).sheets
    assert [sheet.id for sheet in alone] == [dal.id, almere.id]
