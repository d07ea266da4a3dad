"""The page that compares municipalities: what it says of what came in, and what it shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ketenspiegel.forms.municipal_comparison import MunicipalComparison
from ketenspiegel.lenses.study import Study
from ketenspiegel.methods.qca.minimisation import TooManyModelsError
from ketenspiegel.questions import load_question_set

EXAMPLES = Path(__file__).parents[1] / "assessments" / "voorbeelden" / "gemeenten"
QUESTIONS = load_question_set("quickscan")


def survey(*towns: str, each: int = 3) -> tuple[str, bytes]:
    role = next(iter(QUESTIONS.role_labels))
    rows = [";".join(["rol", "gemeente", *QUESTIONS.items])]
    rows += [";".join([role, town, *("2" for _ in QUESTIONS.items)]) for town in towns for _ in range(each)]
    return "quickscan.csv", "\n".join(rows).encode()


def titles(page: MunicipalComparison) -> list[str]:
    return [
        panel._head.value.removeprefix("<h3>").removesuffix("</h3>")
        for column in (page._views._left, page._views._right)
        for panel in column.children[1:]
    ]


@pytest.fixture
def page():
    return MunicipalComparison(examples=EXAMPLES)


def test_at_first_it_says_what_to_bring(page):
    assert "Kies de antwoordbladen van meerdere gemeenten" in page._overview.value
    assert "ks-hidden" in page._results._dom_classes
    assert json.loads(page._form.offered)["measures"] == []


def test_the_examples_come_with_their_choice(page):
    page._request("examples")
    assert page.brought_in == 518
    assert page._form.value.outcome == "klanttevredenheid/rapportcijfer/mean"
    assert titles(page)[0] == "De ranglijst"
    assert len(titles(page)) == 6
    assert "Verzonnen voorbeeld" in page._notice.value
    page._request("clear")
    assert page.brought_in == 0
    assert "Verzonnen voorbeeld" not in page._notice.value


def test_what_users_chose_themselves_stays_when_more_answers_come_in(page):
    page._request("examples")
    chosen = json.loads(page._form.choice) | {"own": "Eikendal", "cut_off": 0.9}
    page._form.choice = json.dumps(chosen)
    page._add_files([survey("Eikendal", "Noordhaven")], [])
    assert (page._form.value.own, page._form.value.cut_off) == ("Eikendal", 0.9)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_fewer_than_four_are_shown_each_by_itself(page, number):
    towns = ["Eikendal", "Noordhaven", "Westerveen"][:number]
    page._add_files([survey(*towns)], [])
    assert f"Aantal gemeenten: {number}." in page._notice.value
    assert [title.split(":")[0] for title in titles(page)] == towns


def test_few_with_nothing_to_show_by_itself_are_promised_no_pictures(page):
    page._add_files([("cijfers.csv", b"gemeente;a;b\nEikendal;1;5\nNoordhaven;2;6\n")], [])
    assert "Aantal gemeenten: 2." in page._notice.value
    assert "Hieronder" not in page._notice.value
    assert titles(page) == []


def test_where_nothing_differs_it_says_what_is_needed(page):
    page._add_files([survey("Eikendal", "Noordhaven", "Westerveen", "Duinakker")], [])
    assert json.loads(page._form.offered)["measures"] == []
    assert "Hiermee zijn nog geen combinaties te vergelijken." in page._notice.value


def test_it_says_that_a_table_alone_brings_nobody_in_where_others_answered(page):
    page._add_files([("cijfers.csv", b"gemeente;a\neikendal;1\nNOORDHAVEN;2\n")], [])
    page._add_files([survey("Eikendal", "Noordhaven")], [])
    assert "Uit een tabel doen alleen" not in page._overview.value
    page._add_files([("meer.csv", b"gemeente;b\nUrk;5\n")], [])
    assert "Uit een tabel doen alleen de gemeenten mee waarvan ook antwoordbladen zijn." in page._overview.value


def test_it_says_that_rounds_are_added_together(page):
    role = next(iter(QUESTIONS.role_labels))
    item = next(iter(QUESTIONS.items))
    lines = [f"{role};Eikendal;{round_};2" for round_ in ("2025-03", "2026-03") for _ in range(3)]
    table = "\n".join([f"rol;gemeente;ronde;{item}", *lines])
    page._add_files([("rondes.csv", table.encode())], [])
    assert "Deze antwoorden komen uit 2 rondes." in page._overview.value


@pytest.mark.parametrize("kind", ["conservative", "parsimonious"])
def test_too_many_answers_leave_only_what_occurs(page, monkeypatch, kind):
    def too_many(*_):
        raise TooManyModelsError("more than a thousand")

    page._request("examples")
    monkeypatch.setattr(Study, "solved", too_many)
    page._form.choice = json.dumps(json.loads(page._form.choice) | {"kind": kind, "cut_off": 0.81})
    assert titles(page) == ["De ranglijst", "Wat niemand heeft"]


def test_the_ranking_waits_for_an_outcome_and_combinations_for_conditions(page):
    page._add_files([survey("Eikendal", "Noordhaven", "Westerveen", "Duinakker", each=4)], [])
    page._add_files(
        [("cijfers.csv", b"gemeente;a;b;c\nEikendal;1;5;1\nNoordhaven;2;6;2\nWesterveen;8;1;3\nDuinakker;9;2;4\n")], []
    )
    assert "Kies wat u wilt begrijpen" in page._notice.value
    assert titles(page) == []
    page._form.choice = json.dumps(json.loads(page._form.blank) | {"outcome": "table/a"})
    assert titles(page) == ["De ranglijst"]


def test_what_cannot_be_used_is_named_and_the_rest_counts(page):
    damaged = json.dumps({"format": "ketenspiegel-vergelijking", "cut_off": 3}).encode()
    files = [survey("Eikendal", "Noordhaven"), ("brief.json", b"{"), ("keuze.json", damaged)]
    page._add_files([*files, (survey("Klein", each=2))], [("groot.csv", "Dit bestand is te groot")])
    told = page._overview.value
    assert "Quick scan" in told
    assert "brief.json" in told
    assert "groot.csv: Dit bestand is te groot" in told
    assert "cut_off" in told
    assert "te weinig antwoordbladen om iets van te zeggen in Klein" in told
    assert page.brought_in == 8


def test_sheets_without_a_municipality_are_counted(page):
    page._add_files([survey("")], [])
    assert "Antwoordbladen zonder gemeente: 3." in page._overview.value


def test_nothing_that_people_typed_becomes_html(page):
    page._add_files([survey("<b>Dorp</b>", "Noordhaven"), ("<i>.json", b"{")], [])
    shown = page._overview.value + page._notice.value + "".join(titles(page))
    assert "<b>Dorp" not in shown
    assert "<i>" not in shown


def test_in_english():
    page = MunicipalComparison(examples=EXAMPLES, language="en")
    page._request("examples")
    assert titles(page)[0] == "The ranking"
    assert "Made-up example" in page._notice.value


def test_what_comes_from_a_page_and_cannot_be_read_counts_as_no_choice(page):
    page._request("examples")
    page._form.choice = "nonsense"
    assert page._form.value.outcome == ""
    assert "Kies wat u wilt begrijpen" in page._notice.value
