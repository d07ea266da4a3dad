"""Own figures and tables of Statistics Netherlands become values per municipality, or are left out with a reason."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.case_headers import case_columns, number
from ketenspiegel.case_tables import MAX_LABEL, MAX_MEASURES, laid_out, looks_like_cases, read_case_table
from ketenspiegel.language import translator
from ketenspiegel.municipality_context import DENSITY, INHABITANTS
from ketenspiegel.tables import read_table

PEOPLE, CLOSE = INHABITANTS.id, DENSITY.id

# Figures of Statistics Netherlands (CC BY 4.0), in the forms that StatLine gives them.
OLD_FORM = """\
"Perioden";"Regio's";"Bevolking/Bevolkingssamenstelling op 1 januari/Totale bevolking (aantal)";\
"Bevolking/Burgerlijke staat/Gehuwd (in % van  inwoners 15 jaar of ouder)";\
"Bevolking/Bevolkingsdichtheid (aantal inwoners per km²)";"Milieu en bodemgebruik/Oppervlakte/Totale oppervlakte (km²)"
"2020";"Nederland";"17407585";"    46.9";"     517";"41543.00"
"2020";"Groningen (PV)";"  585866";"    42.0";"     252";" 2960.03"
"2020";"Aa en Hunze";"   25445";"    53.6";"      92";"  278.87"
"2020";"Aalburg";"";"";"";""
"2020";"Bergen (L.)";"   13086";"    52.9";"     128";"  108.60"
"2020";"Bergen (NH.)";"   29977";"    49.8";"     302";"  119.70"
"2020";"Groningen (gemeente)";"  232874";"    27.9";"    1255";"  197.96"
"2020";"'s-Gravenhage (gemeente)";"  545838";"    36.0";"    6620";"   98.13"
"""
NEW_FORM = """\
"Perioden";"Regio's";"Bevolking/Bevolkingssamenstelling op 1 januari/Totale bevolking (aantal)";\
"Bevolking/Leeftijd/Leeftijdsgroepen, relatief/Jonger dan 5 jaar (%)"
"2025";"Nederland";18044027;4,8
"2025";"Aa en Hunze";25935;3,9
"2025";"Aalburg";;
"2025";"Beek (L.)";16251;4,2
"2025";"Bergen (NH.)";29722;3,0
"""
UNTYPED = """\
"ID";"RegioS";"Perioden";"TotaleBevolking_1";"Bevolkingsdichtheid_57";"TotaleOppervlakte_187";"TotaleOppervlakte_247";\
"Code_271";"Naam_272";"KoppelvariabeleRegioCode_312"
"20";"NL01  ";"2015JJ00";"16900726";"     501";"       .";"   41543";"          ";"          ";"NL01      "
"44";"PV20  ";"2015JJ00";"  583721";"     250";"       .";"    2960";"          ";"          ";"PV20      "
"90";"GM0014";"2015JJ00";"  200336";"    2576";"       .";"      84";"CR03      ";"Groningen ";"GM0014    "
"91";"GM0034";"2015JJ00";"  196932";"    1517";"       .";"     249";"CR40      ";"Flevoland ";"GM0034    "
"92";"GM9999";"2015JJ00";"   10000";"     100";"       .";"     100";"          ";"          ";"GM9999    "
"93";"GM0037";"2015JJ00";"       .";"       .";"       .";"       .";"          ";"          ";"GM0037    "
"""
TOPICS = "Lokaliseringen van gemeenten"
AREAS = f"""\
"Regio's";"Codes en namen van gemeenten/Code (code)";"Codes en namen van gemeenten/Naam (naam)";\
"{TOPICS}/GGD-regio's/Naam (naam)";"{TOPICS}/Provincies/Code (code)";"{TOPICS}/Provincies/Naam (naam)";\
"Statistische gegevens/Inwonertal (aantal)"
"Aa en Hunze";"GM1680    ";"Aa en Hunze       ";"GGD Drenthe       ";"PV22      ";"Drenthe           ";25935
"Assen";"GM0106    ";"Assen             ";"GGD Drenthe       ";"PV22      ";"Drenthe           ";69915
"Beek (L.)";"GM0888    ";"Beek              ";"GGD Zuid-Limburg  ";"PV31      ";"Limburg           ";16251
"Bergen (L.)";"GM0893    ";"Bergen (L.)       ";"GGD Limburg-Noord ";"PV31      ";"Limburg           ";13162
"Leeuwarden";"GM0080    ";"Leeuwarden        ";"GGD Fryslân       ";"PV21      ";"Fryslân           ";
"""
FOR_READING = """\
"Regionale kerncijfers Nederland"


"";"";"Bevolking"
"";"";"Totale bevolking"
"Regio's";"Perioden";"aantal"
"Almere";"2025";"232650"
"Groningen";"2025";"246087"
"Bron: CBS"
"""


def read(text, language="nl"):
    return read_case_table("eigen.csv", read_table("eigen.csv", text.encode()), language)


def told(found):
    return [(each.place, each.reason) for each in found.refused]


def column(*cells, header="aantal"):
    """Give what is read in a column, from top to bottom."""
    found = read_case_table(
        "eigen.csv", [["gemeente", header], *([f"Dorp {at}", cell] for at, cell in enumerate(cells))]
    )
    return list(found.table.of(f"table/{header}").values())


def test_own_figures():
    found = read("Gemeente;Wachttijd (weken);Zaken/jaar;Loket\nEikendal;7,5;1.250;ja\ngemeente Almere;3;900;nee\n")
    assert found.refused == found.dropped_columns == []
    assert found.table.values == {
        "Eikendal": {"table/wachttijd (weken)": 7.5, "table/zaken/jaar": 1250.0, "table/loket": 1.0},
        "Almere": {"table/wachttijd (weken)": 3.0, "table/zaken/jaar": 900.0, "table/loket": 0.0},
    }
    weeks, desk = found.table.measures["table/wachttijd (weken)"], found.table.measures["table/loket"]
    assert (weeks.label.nl, weeks.high.nl, weeks.low.nl) == (
        "Wachttijd (weken)",
        "een hoge waarde voor ‘Wachttijd (weken)’",
        "een lage waarde voor ‘Wachttijd (weken)’",
    )
    assert (weeks.crisp, desk.crisp, desk.high.nl, desk.low.nl) == (False, True, "‘Loket’", "geen ‘Loket’")
    assert [each.digits for each in found.table.measures.values()] == [1, 0, 0]


def test_inhabitants_in_an_own_table_are_the_ones_the_package_knows_too():
    found = read("gemeente,Aantal inwoners,Inwoners per km2\nEikendal,31400,250\n")
    assert found.table.measures == {PEOPLE: INHABITANTS, CLOSE: DENSITY}
    assert found.table.values == {"Eikendal": {PEOPLE: 31400, CLOSE: 250}}


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["7,5", "1.234,5", "2.000"], [7.5, 1234.5, 2000]),
        (["7.5", "1,234.5", "2,000"], [7.5, 1234.5, 2000]),
        (["31.400", "7.250", "800"], [31400, 7250, 800]),
        (["31.400", "7,25"], [31400, 7.25]),
        (["1.234.567", "2.000"], [1234567, 2000]),
        (["1,234,567", "2,000"], [1234567, 2000]),
        (["0.125", "2.500"], [0.125, 2.5]),
        (["2,500", "0,125"], [2.5, 0.125]),
        (["12 %", "7,5%", "100%"], [12, 7.5, 100]),
        (["€ 1.200", "€ 900", "€\u00a02.500,50"], [1200, 900, 2500.5]),
        (["1 234", "1\u202f000"], [1234, 1000]),
        (["-3", "−2,5", "0"], [-3, -2.5, 0]),
        (["ja", "Nee", "yes", "TRUE", "onwaar"], [1, 0, 1, 1, 0]),
        (["1", "0", "1"], [1, 0, 1]),
    ],
)
def test_numbers_as_people_write_them(cells, values):
    assert column(*cells) == values


@pytest.mark.parametrize("cell", ["", " ", ".", "       .", "-", "x", "X", "*", "n.v.t.", "NVT", "onbekend", "n/a"])
def test_a_sign_for_no_figure_is_no_figure(cell):
    assert number(cell) is None
    assert column("1", cell, "3") == [1, 3]


@pytest.mark.parametrize(
    "cell", ["veel", "1.2.2024", "12-14", "7,5,5", "1e400", "9" * 400, "nan", "inf", "±3", "1.5,5.5"]
)
def test_what_is_no_number_is_left_out_and_told(cell):
    with pytest.raises(ValueError, match=r"."):
        number(cell)
    found = read_case_table("eigen.csv", [["gemeente", "aantal"], ["A", "1"], ["B", cell], ["C", "3"]])
    assert found.table.of("table/aantal") == {"A": 1, "C": 3}
    assert told(found) == [("rij 3, aantal", f"‘{cell[:60]}’ is geen getal; het is overgeslagen")]


amounts = st.decimals(min_value=-(10**7), max_value=10**7, places=2).map(lambda value: value + 0)


@given(st.lists(amounts, min_size=1, max_size=8), st.booleans())
def test_dutch_and_english_notation_read_the_same(values, with_thousands):
    english = [f"{value:,.2f}" if with_thousands else f"{value:.2f}" for value in values]
    dutch = [text.translate(str.maketrans(",.", ".,")) for text in english]
    assert column(*english) == column(*dutch) == [float(value) for value in values]


@given(st.lists(st.integers(1 - 10**9, 10**9 - 1), min_size=1, max_size=8))
def test_whole_numbers_with_points_between_thousands(values):
    assert column(*(f"{value:,}".replace(",", ".") for value in values)) == values


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=8), st.sampled_from([1, 2, 4, 5]))
def test_decimals_without_thousands(values, digits):
    written = [f"{value:.{digits}f}" for value in values]
    assert (
        column(*written) == column(*(text.replace(".", ",") for text in written)) == [float(text) for text in written]
    )


@given(st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=6))
def test_any_table_can_be_tried(rows):
    found = read_case_table("eigen.csv", rows)
    assert found.table.measures or found.refused
    assert set(found.table.measures) == {name for row in found.table.values.values() for name in row}


def test_of_doubles_the_first_counts():
    found = read("gemeente;aantal\nEikendal;1\nEIKENDAL ;2\nAlmere;3\nGM0034;4\n")
    assert found.table.values == {"Eikendal": {"table/aantal": 1}, "Almere": {"table/aantal": 3}}
    assert told(found) == [
        ("rij 3", "EIKENDAL staat al in een eerdere rij; die telt"),
        ("rij 5", "Almere staat al in een eerdere rij; die telt"),
    ]


def test_an_empty_row_does_not_stand_in_the_way_of_a_full_one():
    found = read("gemeente;aantal\nEikendal;\nEikendal;2\n;7\nWesterveen;.\n")
    assert found.table.values == {"Eikendal": {"table/aantal": 2}}
    assert found.refused == []


def test_columns_of_the_same_name():
    found = read("gemeente;Aantal;aantal;inwoners;Inwonertal\nEikendal;1;2;3;4\n")
    assert found.table.values == {"Eikendal": {"table/aantal": 1, PEOPLE: 3}}
    reason = "deze kolom heet hetzelfde als een eerdere en doet niet mee"
    assert told(found) == [("aantal", reason), ("Inwonertal", reason)]


def test_who_somebody_is_stays_outside():
    found = read(
        "Naam;Gemeente;Telefoon;Contact;aantal\nJansen;Eikendal;0612345678;j@eikendal.nl;1\nSmit;Almere;0687654321;;2\n"
    )
    assert found.dropped_columns == ["Naam", "Telefoon", "Contact"]
    assert found.table.values == {"Eikendal": {"table/aantal": 1}, "Almere": {"table/aantal": 2}}
    assert not any(secret in repr(found) for secret in ("Jansen", "Smit", "12345678", "87654321", "j@eikendal"))


def test_names_of_people_are_no_municipalities():
    rows = [["naam", "leeftijd"], ["Jansen", "44"], ["Smit", "51"]]
    assert not looks_like_cases(rows)
    assert read_case_table("eigen.csv", rows).table.cases == ()
    assert looks_like_cases([["naam", "aantal"], ["Almere", "44"], ["Zwolle", "51"]])


def test_text_columns_take_no_part():
    found = read("gemeente;aanpak;aantal\nEikendal;wijkteams;1\nAlmere;loket;2\n")
    assert set(found.table.measures) == {"table/aantal"}
    assert told(found) == [("aanpak", "hier staan geen getallen; deze kolom doet niet mee")]


@pytest.mark.parametrize("more", [0, 1, 9])
def test_too_many_columns(more):
    headers = [f"getal {at}" for at in range(MAX_MEASURES + more)]
    found = read_case_table("eigen.csv", [["gemeente", *headers], ["Eikendal", *map(str, range(len(headers)))]])
    assert list(found.table.measures) == [f"table/{header}" for header in headers[:MAX_MEASURES]]
    reason = "hier staan meer dan 40 kolommen met getallen; de rest doet niet mee"
    assert told(found) == ([(headers[MAX_MEASURES], reason)] if more else [])


def test_long_names_are_cut():
    found = read(f"gemeente;{'k' * 200}\n{'g' * 200};1\n")
    assert found.table.values == {"g" * MAX_LABEL: {f"table/{'k' * MAX_LABEL}": 1}}


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("", "rij 1", "er is geen kolom met gemeenten; de kop mag zijn: ‘Gemeente’"),
        ("plaats;aantal\nEikendal;1\n", "rij 1", "er is geen kolom met gemeenten; de kop mag zijn: ‘Gemeente’"),
        ("gemeente;aantal\n", "", "in deze tabel staan geen getallen per gemeente"),
        ("gemeente;aantal\nEikendal;\n", "", "in deze tabel staan geen getallen per gemeente"),
        ("gemeente\nEikendal\n", "", "in deze tabel staan geen getallen per gemeente"),
    ],
)
def test_a_table_without_municipalities_or_numbers(text, place, reason):
    found = read(text)
    assert (place, reason) in told(found)
    assert found.table.measures == {}
    assert not looks_like_cases(read_table("eigen.csv", text.encode())) or "aantal\n" in text


def test_rows_may_be_shorter_or_longer_than_the_headers():
    assert read("gemeente;een;twee\nEikendal;1\nAlmere;2;3;4\n").table.values == {
        "Eikendal": {"table/een": 1},
        "Almere": {"table/een": 2, "table/twee": 3},
    }


def test_a_region_beside_a_municipality_is_no_case():
    found = read("Regio;Gemeente;aantal\nNoord;Eikendal;1\nNoord;Almere;2\n")
    assert found.table.of("table/aantal") == {"Eikendal": 1, "Almere": 2}
    assert read("Regio;aantal\nNoord;1\nZuid;2\n").table.of("table/aantal") == {"Noord": 1, "Zuid": 2}


def test_excel():
    book = openpyxl.Workbook()
    for row in (
        ["Gemeente", "Wachttijd", "Loket", "Zaken"],
        ["Eikendal", 7.5, True, 1250],
        ["Almere", None, False, 900],
    ):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    found = read_case_table("eigen.xlsx", read_table("eigen.xlsx", file.getvalue()))
    assert found.refused == []
    assert found.table.values == {
        "Eikendal": {"table/wachttijd": 7.5, "table/loket": 1, "table/zaken": 1250},
        "Almere": {"table/loket": 0, "table/zaken": 900},
    }
    assert found.table.measures["table/loket"].crisp


def test_statline_older_form():
    found = read(OLD_FORM)
    assert found.refused == found.dropped_columns == []
    assert found.period == "2020"
    assert found.table.of(PEOPLE) == {
        "Aa en Hunze": 25445,
        "Bergen (L)": 13086,
        "Bergen (NH)": 29977,
        "Den Haag": 545838,
        "Groningen": 232874,
    }
    assert found.table.of(CLOSE)["Den Haag"] == 6620
    assert found.table.of("table/totale oppervlakte (km²)")["Aa en Hunze"] == 278.87
    assert found.table.of("table/gehuwd (in % van  inwoners 15 jaar of ouder)")["Bergen (NH)"] == 49.8


def test_statline_newer_form():
    found = read(NEW_FORM)
    assert found.refused == []
    assert found.table.of(PEOPLE) == {"Aa en Hunze": 25935, "Beek": 16251, "Bergen (NH)": 29722}
    assert found.table.of("table/jonger dan 5 jaar (%)") == {"Aa en Hunze": 3.9, "Beek": 4.2, "Bergen (NH)": 3.0}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_statline_in_any_encoding_and_order(encoding):
    lines = (line.split(";") for line in NEW_FORM.splitlines())
    turned = "\n".join(";".join((region, period, *rest)) for period, region, *rest in lines)
    rows = read_table("cbs.csv", turned.replace("'", "’").replace("Aa en Hunze", "Súdwest-Fryslân").encode(encoding))
    assert read_case_table("cbs.csv", rows).table.of(PEOPLE)["Súdwest-Fryslân"] == 25935


def test_statline_raw_data():
    found = read(UNTYPED)
    assert found.period == "2015JJ00"
    assert found.table.of(PEOPLE) == {"Almere": 196932, "Groningen": 200336}
    assert found.table.of(CLOSE) == {"Almere": 1517, "Groningen": 2576}
    assert found.table.of("table/totaleoppervlakte_247") == {"Almere": 249, "Groningen": 84}
    assert "table/totaleoppervlakte_187" not in found.table.measures
    assert found.dropped_columns == []


def test_statline_areas_tell_the_province():
    found = read(AREAS)
    assert found.refused == found.dropped_columns == []
    assert found.table.cases == ("Aa en Hunze", "Assen", "Beek", "Bergen (L)", "Leeuwarden")
    assert found.table.of(PEOPLE) == {"Aa en Hunze": 25935, "Assen": 69915, "Beek": 16251, "Bergen (L)": 13162}
    assert found.table.of("context/province/drenthe") == {
        "Aa en Hunze": 1,
        "Assen": 1,
        "Beek": 0,
        "Bergen (L)": 0,
        "Leeuwarden": 0,
    }
    assert set(found.table.measures) == {PEOPLE, "context/province/drenthe", "context/province/limburg"}


def test_statline_areas_without_a_code():
    without = "\n".join(";".join((line.split(";")[0], *line.split(";")[5:])) for line in AREAS.splitlines())
    found = read(without)
    assert found.table.of(PEOPLE) == {"Aa en Hunze": 25935, "Assen": 69915, "Beek": 16251, "Bergen (L)": 13162}
    assert "context/province/limburg" in found.table.measures


def test_of_several_periods_the_latest_with_figures_counts():
    header, *_ = NEW_FORM.splitlines()
    rows = [
        '"2023";"Assen";1;1',
        '"2025";"Assen";;',
        '"2024";"Assen";2;2',
        '"2024";"Emmen";3;',
        '"2025";"Nederland";9;9',
    ]
    found = read("\n".join([header, *rows]))
    assert found.period == "2024"
    assert found.table.of(PEOPLE) == {"Assen": 2, "Emmen": 3}
    own = read("gemeente;jaar;aantal\nEikendal;2024;1\nEikendal;2025;2\nWesterveen;2024;3\n")
    assert (own.period, own.table.values) == ("2025", {"Eikendal": {"table/aantal": 2}})


@pytest.mark.parametrize("text", [FOR_READING, FOR_READING.replace('"', ""), FOR_READING.replace(";", "\t") + "\n\n"])
def test_statline_as_on_the_screen_is_refused_with_advice(text):
    found = read(text)
    reason = (
        "dit is een tabel van StatLine met de indeling van het scherm; kies bij StatLine voor ‘CSV zonder statistische "
        "symbolen’"
    )
    assert told(found) == [("", reason)]
    assert found.table.measures == {}
    assert laid_out(read_table("cbs.csv", text.encode()))
    assert not any(map(laid_out, ([], [[]], [["gemeente", "aantal"], ["Eikendal", "1"]])))


def test_a_line_with_the_source_below_an_own_table_is_no_municipality():
    found = read("gemeente;inwoners\nAlmere;232650\nBron: CBS, 2026;\n")
    assert found.table.values == {"Almere": {PEOPLE: 232650}}
    assert found.refused == []


def test_trimmed_by_hand():
    found = read('"Regio";"Perioden";"aantal";"km²"\n"Aa en Hunze";"2020";"25445";"276,09"\n"Aalburg";"2020";"";""\n')
    assert found.table.values == {"Aa en Hunze": {"table/aantal": 25445, "table/km²": 276.09}}


@pytest.mark.parametrize(
    ("header", "cells", "kind"),
    [
        ("Gemeente", ["Eikendal"], "case"),
        ("Naam gemeente", ["Eikendal"], "case"),
        ("naam", ["Jansen"], "personal"),
        ("Naam", ["Almere"], "case"),
        ("Naam_29", ["Noord-Nederland"], ""),
        ("Regio’s", ["Almere"], "region"),
        ("RegioS", ["NL01  ", "GM0034"], "code"),
        ("Gemeentecode", ["GM0034"], "code"),
        ("Gemeentecode", ["34"], ""),
        ("Jaar", ["2025"], "period"),
        ("Meldingen/jaar", ["2025"], "number"),
        ("Inwonertal_56", ["12"], "inhabitants"),
        ("Bevolkingsdichtheid (aantal inwoners per km²)", ["12"], "density"),
        ("Provincie", ["Drenthe"], "province"),
        ("Opmerking", ["a@b.nl"], "personal"),
        ("Cijfer", ["7", "8", "geen"], "number"),
        ("Cijfer", ["7", "geen", "weinig"], "text"),
        ("Cijfer", ["", " "], ""),
    ],
)
def test_what_a_column_holds(header, cells, kind):
    assert [each.kind for each in case_columns([[header], *([cell] for cell in cells)])] == [kind]


def test_messages_in_the_other_language_are_translated_texts():
    assert read("plaats;aantal\nEikendal;1\n", "en").refused[0].reason == translator("en")(
        "er is geen kolom met gemeenten; de kop mag zijn: ‘Gemeente’"
    )
