"""Every municipality is found by what people call it, and by nothing else."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from ketenspiegel.municipalities import municipalities, named


def test_every_municipality_is_found_by_its_own_name_and_code():
    for town in municipalities():
        written = (
            town.name,
            town.code,
            f"  {town.code.lower()}  ",
            town.name.upper(),
            f"Gemeente {town.name}",
            f"{town.name} (gemeente)",
            normalize("NFD", town.name),
            town.name.replace(" ", "\u00a0"),
            f"{town.name.partition(' (')[0]} ({town.province})",
        )
        assert {named(text) for text in written} == {town}


def test_no_two_municipalities_are_called_the_same():
    assert (
        len({town.code for town in municipalities()}) == len({town.name.casefold() for town in municipalities()}) == 342
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Den Haag", "Den Haag"),
        ("'s-Gravenhage (gemeente)", "Den Haag"),
        ("’s-Gravenhage", "Den Haag"),
        ("GM0518    ", "Den Haag"),
        ("Den Bosch", "s-Hertogenbosch"),
        ("'s-Hertogenbosch", "s-Hertogenbosch"),
        ("Bergen (NH.)", "Bergen (NH)"),
        ("Bergen (Noord-Holland)", "Bergen (NH)"),
        ("Bergen (L.)", "Bergen (L)"),
        ("Beek (L.)", "Beek"),
        ("Hengelo (O.)", "Hengelo"),
        ("Rijswijk (ZH.)", "Rijswijk"),
        ("Middelburg (Z.)", "Middelburg"),
        ("Utrecht (gemeente)", "Utrecht"),
        ("Noardeast-Fryslân (Fryslân)", "Noardeast-Fryslân"),
    ],
)
def test_spellings_that_go_about(written, name):
    assert named(written).name == name


@pytest.mark.parametrize(
    "written",
    [
        "",
        "gemeente",
        "Eikendal",
        "Almere (verzonnen)",
        "Bergen",
        "Nederland",
        "Noord-Nederland (LD)",
        "Oost-Groningen (CR)",
        # A province, and a municipality that was dissolved in 2005.
        "Groningen (PV)",
        "Utrecht (PV)",
        "Hengelo (Gld.)",
        "NL01",
        "PV20",
        "GM9999",
    ],
)
def test_what_is_no_municipality_is_not_found(written):
    assert named(written) is None
