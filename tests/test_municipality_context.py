"""What is known of municipalities apart from any answer, and no more than divides them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.municipalities import municipalities, named
from ketenspiegel.municipality_context import DENSITY, INHABITANTS, context, provinces

MADE_UP = ["Eikendal", "Westerveen"]
GRONINGEN, DRENTHE = ["Westerkwartier", "Het Hogeland", "Groningen"], ["Assen", "Emmen"]
PROVINCE = "context/province/"


def test_inhabitants_and_density():
    table = context(["Almere", "gemeente almere", "GM0014", "Eikendal"])
    town = named("Almere")
    assert table.cases == ("Almere", "gemeente almere", "GM0014")
    assert table.of(INHABITANTS.id)["gemeente almere"] == town.inhabitants
    assert table.of(DENSITY.id)["Almere"] == pytest.approx(town.inhabitants / town.area)


def test_density_is_in_inhabitants_per_square_kilometre():
    density = context(town.name for town in municipalities()).of(DENSITY.id)
    assert len(density) == 342
    assert max(density, key=density.get) == "Den Haag"
    assert min(density, key=density.get) == "Schiermonnikoog"
    assert 10 < min(density.values()) < 50 < 5000 < max(density.values()) < 10000


def test_made_up_municipalities_have_no_context():
    assert context(MADE_UP).measures == context([]).measures == {}
    assert context(MADE_UP).cases == ()


def test_a_province_divides_where_two_lie_in_it_and_two_outside():
    table = context([*GRONINGEN, *DRENTHE, *MADE_UP])
    assert {name for name in table.measures if name.startswith(PROVINCE)} == {
        f"{PROVINCE}drenthe",
        f"{PROVINCE}groningen",
    }
    assert table.of(f"{PROVINCE}groningen") == {name: float(name in GRONINGEN) for name in (*GRONINGEN, *DRENTHE)}
    assert table.measures[f"{PROVINCE}groningen"].crisp


@pytest.mark.parametrize("names", [GRONINGEN, [*GRONINGEN, *MADE_UP], [*GRONINGEN, DRENTHE[0]], GRONINGEN[:1]])
def test_a_province_that_does_not_divide_is_no_measure(names):
    assert set(context(names).measures) == {INHABITANTS.id, DENSITY.id}


def test_fryslan_is_friesland():
    of = {"Leeuwarden": "Fryslân", "Smallingerland": "Friesland", "Assen": "Drenthe", "Emmen": "Drenthe"}
    assert provinces(of).of(f"{PROVINCE}friesland") == {"Leeuwarden": 1, "Smallingerland": 1, "Assen": 0, "Emmen": 0}
    assert set(provinces(of).measures) == {f"{PROVINCE}friesland", f"{PROVINCE}drenthe"}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["Zeeland", "Drenthe", "Utrecht"])))
def test_every_case_is_in_its_own_province_only(of):
    table = provinces(of)
    for name in ("Zeeland", "Drenthe", "Utrecht"):
        inside = [case for case in of if of[case] == name]
        found = table.of(f"{PROVINCE}{name.lower()}")
        divides = len(inside) >= 2 and len(of) - len(inside) >= 2
        assert found == ({case: float(case in inside) for case in of} if divides else {})
