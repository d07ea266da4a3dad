"""A team's answers come together: whatever comes in is used once or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel import collection
from ketenspiegel.answers import dump, write_answer_sheet
from ketenspiegel.collection import collect
from ketenspiegel.questions import load_question_set

from .test_answers import QUESTIONS, sheets


@pytest.fixture
def team(tmp_path, sheet_of):
    deeper = tmp_path / "wijkteam"
    write_answer_sheet(sheet_of("inwoner", samen_weten=2), tmp_path)
    write_answer_sheet(sheet_of("professional", samen_weten=4), deeper)
    (deeper / "export.csv").write_text("rol,naam,samen-weten\nketenpartner,Jansen,5\n", encoding="utf-8")
    (tmp_path / "LEESMIJ.md").write_text("niets", encoding="utf-8")
    (tmp_path / ".verborgen.json").write_text("{}", encoding="utf-8")
    (tmp_path / "stuk.json").write_text("{", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_to_the_bottom(team, small):
    found = collect([team], small)
    assert sorted(sheet.role for sheet in found.sheets) == ["inwoner", "ketenpartner", "professional"]
    assert [(r.source, r.reason) for r in found.refused] == [
        ("stuk.json", "Dit bestand is beschadigd of is geen antwoordblad.")
    ]
    assert found.dropped_columns == ("naam",)


def test_the_same_folder_twice_counts_once(team, small):
    assert collect([team, team], small).sheets == collect([team], small).sheets
    assert len(collect([team, team], small).doubles) == 3


@pytest.mark.parametrize(
    ("name", "contents", "reason"),
    [
        ("brief.docx", b"PK", "dit soort bestand kan ik niet lezen"),
        ("leeg.json", b"", "beschadigd"),
        ("leeg.csv", b"", "ik herken geen enkele stelling"),
        ("stuk.xlsx", b"PK\x03\x04", "beschadigd of is geen tabel"),
        ("foto.csv", b"\x89PNG\r\n\x00\x00", "beschadigd of is geen tabel"),
    ],
)
def test_what_cannot_be_used_is_listed(small, name, contents, reason):
    found = collect([(name, contents)], small)
    assert found.refused[0].source == name
    assert reason in found.refused[0].reason


def test_a_sheet_without_role_or_answers_is_listed(small, sheet_of):
    found = collect(
        [("a.json", dump(sheet_of("", samen_weten=3)).encode()), ("b.json", dump(sheet_of()).encode())], small
    )
    assert [r.reason for r in found.refused] == [
        "Op dit antwoordblad is geen rol gekozen.",
        "Op dit antwoordblad staat nog geen antwoord.",
    ]


def test_what_is_too_large_or_gone_is_listed(small, tmp_path, monkeypatch):
    monkeypatch.setattr(collection, "MAX_BYTES", 10)
    (tmp_path / "groot.json").write_text("x" * 11)
    found = collect([tmp_path / "groot.json", tmp_path / "weg.json"], small)
    assert "te groot" in found.refused[0].reason
    assert "niet te lezen" in found.refused[1].reason


@given(st.lists(sheets, max_size=5), st.lists(st.binary(max_size=60), max_size=3), st.randoms())
def test_the_order_does_not_matter(found, junk, chance):
    sources = [(f"{i}.json", dump(sheet).encode()) for i, sheet in enumerate(found)]
    sources += [(f"x{i}.json", contents) for i, contents in enumerate(junk)]
    assert collect(chance.sample(sources, len(sources)), QUESTIONS) == collect(sources, QUESTIONS)


MEETINGS = """overleg;deelnemers;hoe vaak;duur;doel;kleur
Zorgoverleg;Jeugdarts (GGD), Wijkwerker;wekelijks;1,5 uur;gezin;rood
"""


def test_a_table_of_meetings_is_one_sheet_and_twice_the_same_is_a_double():
    asked = load_question_set("overlegkaart")
    found = collect([("a.csv", MEETINGS.encode()), ("b.csv", MEETINGS.encode())], asked)
    assert [[meeting.name for meeting in sheet.meetings] for sheet in found.sheets] == [["Zorgoverleg"]]
    assert len(found.doubles) == 1
    assert {(r.place, r.reason) for r in found.refused} == {("kleur", "deze kolom ken ik niet en doet niet mee")}


def test_a_row_that_is_wrong_does_not_stop_the_others():
    asked = load_question_set("overlegkaart")
    found = collect([("a.csv", (MEETINGS + "Feest;;soms;lang;;\n").encode())], asked)
    assert len(found.sheets[0].meetings) == 1
    assert any("3" in refusal.place for refusal in found.refused)


def test_a_map_does_not_come_from_a_table():
    found = collect([("a.csv", b"van;naar\nregie;overleg\n")], load_question_set("invloedskaart"))
    assert not found.sheets
    assert "een kaart komt niet uit een tabel" in found.refused[0].reason
