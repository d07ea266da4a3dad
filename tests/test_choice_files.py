"""How a comparison was set up survives writing and reading, and a file that cannot be used says where it is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.choice_files import MAX_BYTES, MAX_KEPT, ChoiceError, dump_choice, is_choice, read_choice
from ketenspiegel.language import translator
from ketenspiegel.lenses.study import LOWEST_CUT_OFF, Choice
from ketenspiegel.methods.qca.calibration import Anchors
from ketenspiegel.methods.qca.limits import MAX_CONDITIONS

names = st.text(max_size=30)
several = st.lists(names, max_size=MAX_CONDITIONS, unique=True)
numbers = st.floats(allow_nan=False, allow_infinity=False)
anchors = st.lists(numbers, min_size=3, max_size=3, unique=True).map(lambda found: Anchors(*sorted(found)))
choices = st.builds(
    Choice,
    outcome=names,
    conditions=several.map(tuple),
    absent=st.booleans(),
    anchors=st.dictionaries(names, anchors, max_size=MAX_CONDITIONS + 1),
    cut_off=st.floats(LOWEST_CUT_OFF, 1),
    kind=st.sampled_from(["conservative", "intermediate", "parsimonious"]),
    expectations=st.dictionaries(names, st.booleans(), max_size=MAX_CONDITIONS),
    own=names,
)


@given(choices)
def test_what_is_written_is_what_is_read(choice):
    contents = dump_choice(choice).encode()
    assert is_choice(contents)
    assert read_choice(contents) == choice


def test_the_file_says_what_it_is_and_only_that():
    data = json.loads(dump_choice(Choice("a", ("b", "c"), anchors={"b": Anchors(1, 2, 3)}, own="Eikendal")))
    assert data == {
        "format": "ketenspiegel-vergelijking",
        "format_version": 1,
        "outcome": "a",
        "conditions": ["b", "c"],
        "absent": False,
        "anchors": {"b": {"out": 1, "crossover": 2, "full": 3}},
        "cut_off": 0.8,
        "kind": "conservative",
        "expectations": {},
        "own": "Eikendal",
    }


def test_what_a_file_leaves_out_is_as_it_is_without_a_file():
    assert read_choice(b'{"format": "ketenspiegel-vergelijking"}') == Choice()


def test_a_file_from_an_editor_that_marks_its_encoding():
    contents = dump_choice(Choice("één")).encode("utf-8-sig")
    assert is_choice(contents)
    assert read_choice(contents).outcome == "één"


def with_anchors(out, crossover, full):
    return {"anchors": {"wachttijd": {"out": out, "crossover": crossover, "full": full}}}


def many_anchors(n):
    return {"anchors": {f"m{at}": {"out": 1, "crossover": 2, "full": 3} for at in range(n)}}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (with_anchors(1, 3, 2), "anchors → wachttijd: deze waarde past hier niet"),
        (with_anchors(3, 2, 1), "anchors → wachttijd: deze waarde past hier niet"),
        (with_anchors(2, 2, 3), "anchors → wachttijd: deze waarde past hier niet"),
        (with_anchors(1, 2, float("nan")), "anchors → wachttijd → full: deze waarde past hier niet"),
        (with_anchors(1, 2, float("inf")), "anchors → wachttijd → full: deze waarde past hier niet"),
        ({"anchors": {"wachttijd": {"out": 1, "full": 3}}}, "anchors → wachttijd → crossover: dit veld ontbreekt"),
        (many_anchors(MAX_KEPT + 1), "anchors: deze lijst is te lang (hoogstens"),
        ({"cut_off": 0.69}, "cut_off: dit getal is te klein (minstens 0.7)"),
        ({"cut_off": 1.01}, "cut_off: dit getal is te groot (hoogstens 1"),
        ({"cut_off": float("nan")}, "cut_off: dit getal is te groot"),
        ({"kind": "best"}, "kind: hier past alleen 'conservative'"),
        ({"conditions": [f"m{at}" for at in range(MAX_CONDITIONS + 1)]}, "conditions: deze lijst is te lang"),
        ({"conditions": ["a", 1]}, "conditions → 2: hier hoort tekst te staan"),
        ({"outcome": "x" * 301}, "outcome: deze tekst is te lang (hoogstens 300 tekens)"),
        ({"expectations": {"a": "misschien"}}, "expectations → a: hier hoort true of false te staan"),
        ({"gewicht": 3}, "gewicht: dit veld is hier niet bekend"),
        ({"format_version": 2}, "format_version: hier past alleen 1"),
        ({"format": "ketenspiegel-antwoordblad"}, "format: hier past alleen 'ketenspiegel-vergelijking'"),
    ],
)
def test_a_damaged_file_is_refused_by_field(changes, words):
    data = json.loads(dump_choice(Choice("a", ("b", "c"))))
    with pytest.raises(ChoiceError) as refused:
        read_choice(json.dumps({**data, **changes}).encode())
    assert str(refused.value).startswith("Dit bestand met een keuze is beschadigd (")
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "contents", [b"", b"{", b'{"format": "ketenspiegel', b"\xff\xfe\x00", b"[" * 50_000, b"\x80", b"1" * 5000]
)
def test_what_is_no_json_is_refused_in_words(contents):
    assert not is_choice(contents)
    with pytest.raises(ChoiceError, match=r"^Dit bestand is beschadigd of is geen keuze\.$"):
        read_choice(contents)


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_else_is_refused_in_words(contents):
    assert not is_choice(contents)
    with pytest.raises(ChoiceError, match=r"."):
        read_choice(contents)


def test_a_file_that_is_too_large():
    contents = dump_choice(Choice()).encode()
    assert is_choice(contents + b" " * (MAX_BYTES - len(contents)))
    assert read_choice(contents + b" " * (MAX_BYTES - len(contents))) == Choice()
    contents += b" " * (MAX_BYTES - len(contents) + 1)
    assert not is_choice(contents)
    with pytest.raises(ChoiceError, match=r"^Dit bestand is te groot: een keuze is hoogstens 100 kB\.$"):
        read_choice(contents)


def test_messages_in_the_language_of_the_reader():
    expected = translator("en")("Dit bestand is te groot: een keuze is hoogstens {limit} kB.").format(limit=100)
    with pytest.raises(ChoiceError) as refused:
        read_choice(b" " * (MAX_BYTES + 1), "en")
    assert str(refused.value) == expected
