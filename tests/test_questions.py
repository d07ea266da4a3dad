"""A question set is checked when it is loaded, and a wrong file says where it is wrong."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from ruamel.yaml import YAML

from ketenspiegel.lenses.looking import check_lenses
from ketenspiegel.questions import (
    FOLDER,
    QuestionSetError,
    available_question_sets,
    json_schema,
    load_question_set,
    parse_question_set,
)


@pytest.fixture(scope="module")
def text(data):
    return (data / "klein.yaml").read_text(encoding="utf-8")


def asked(questions):
    """Everything that a respondent reads in a question set and chooses from."""
    if questions.influences is not None:
        return [factor.label for factor in questions.influences.factors]
    if questions.meetings is not None:
        return [purpose.label for purpose in questions.meetings.purposes]
    return [item.text for item in questions.items.values()]


@pytest.mark.parametrize("name", available_question_sets())
def test_every_question_set_is_usable(name):
    questions = load_question_set(name)
    assert questions.id == name
    if questions.themes:
        assert all(len(questions.items_for(role)) >= 5 for role in questions.role_labels)
    words = [(text.nl, text.en) for text in asked(questions)]
    assert len(words) >= (5 if questions.influences is None else 10)
    assert questions.roles or questions.meetings
    assert len(set(words)) == len(words)
    assert all(dutch != english for dutch, english in words)
    check_lenses(questions, f"{name}.yaml", "nl")


@pytest.mark.parametrize("name", ["ink", "bestuurskracht", "quickscan", "klanttevredenheid"])
def test_an_instrument_asks_the_way_back_and_names_its_gaps_and_reflexes(name):
    questions = load_question_set(name)
    order = [theme.id for theme in questions.themes]
    links = [item.link for item in questions.items.values() if item.link]
    assert any(order.index(link.source) > order.index(link.target) for link in links)
    assert len(questions.beyond) >= 5
    assert any(theme.reflexes for theme in questions.fields)
    assert questions.complex == ("perspectives", "together", "conditions", "outside")


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("result: hulp", "result: winst", 12, "result: de factor ‘winst’ staat niet bij factors"),
        ("aim: drukte", "aim: rust", 23, "interventions → 2 → aim: de factor ‘rust’ staat niet bij factors"),
        ("does: {praten: more}", "does: {zingen: more}", 22, "does: de factor ‘zingen’ staat niet bij factors"),
        ("lowest: 0.2", "lowest: 0.5", 14, "strengths → 1: lowest is hier hoger dan highest"),
        ("id: drukte,", "id: praten,", 18, "factors → 2 → id: de naam ‘praten’ komt twee keer voor"),
        ("id: stil,", "id: overleg,", 23, "interventions → 2 → id: de naam ‘overleg’ komt twee keer voor"),
        (
            "influences:",
            "meetings: {purposes: [{id: a, label: {nl: A, en: B}}]}\ninfluences:",
            1,
            "niet meer dan één daarvan",
        ),
        (
            "influences:",
            "themes: [{id: t, title: &t {nl: A, en: B}, explanation: *t, advice: *t, items: [{id: i, text: *t}]}]\n"
            "influences:",
            11,
            "niet meer dan één daarvan",
        ),
    ],
)
def test_a_map_must_hang_together(before, after, line, message, data):
    text = (data / "klein-kaart.yaml").read_text(encoding="utf-8").replace(before, after, 1)
    with pytest.raises(QuestionSetError) as error:
        parse_question_set(text, "kaart.yaml")
    assert any(f"regel {line}," in each and message in each for each in str(error.value).splitlines())


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (r"(?ms)^roles:.*?^simple", "simple", "roles: deze lijst is te kort"),
        (
            r"(?ms)^influences:.*",
            "meetings: {purposes: [{id: a, label: {nl: A, en: B}}, {id: a, label: {nl: C, en: D}}]}",
            "meetings → purposes → 2 → id: de naam ‘a’ komt twee keer voor",
        ),
    ],
)
def test_a_map_needs_roles_and_a_purpose_a_name_of_its_own(before, after, message, data):
    text = (data / "klein-kaart.yaml").read_text(encoding="utf-8")
    with pytest.raises(QuestionSetError, match=message):
        parse_question_set(re.sub(before, after, text), "kaart.yaml")


def test_what_is_asked_about_others_is_made_from_what_is_asked_about_oneself(data):
    questions = load_question_set(data / "klein-motieven.yaml")
    assert [theme.title.nl for theme in questions.predictions] == [
        "Wat weegt voor: Beleid?",
        "Wat weegt voor: Aanbieder?",
        "Wat weegt voor: School?",
    ]
    assert questions.items["client--school"].text.nl == "School: De inwoner helpen"
    assert [item.id for item in questions.items_for("school")] == [
        "client",
        "budget",
        "client--beleid",
        "budget--beleid",
        "client--aanbieder",
        "budget--aanbieder",
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("part: ziet", "part: zie", "het deel ‘zie’ staat niet bij parts"),
        ("part: ziet", "scale: wat, part: ziet", "de schaal ‘wat’ staat niet bij scales"),
        ("part: ziet", "level: hoog, part: ziet", "het niveau ‘hoog’ staat niet bij levels"),
        ("part: ziet", "link: {source: script, target: elders}, part: ziet", "het thema ‘elders’ bestaat hier niet"),
    ],
)
def test_what_is_referred_to_must_exist(before, after, message, data):
    text = (data / "klein-regie.yaml").read_text(encoding="utf-8").replace(before, after, 1)
    with pytest.raises(QuestionSetError) as error:
        parse_question_set(text, "mijn.yaml")
    assert message in str(error.value)
    line = 1 + text[: text.index(after)].count("\n")
    assert str(error.value).startswith(f"mijn.yaml, regel {line}, themes → 1 → items → 1")


def test_ketensamenwerking_is_what_was_asked():
    questions = load_question_set("ketensamenwerking")
    assert [theme.id for theme in questions.themes] == [
        "ketensamenwerking", "regie", "integraal", "afstemming", "co-creatie", "veelpartijen",
    ]  # fmt: skip
    assert all(4 <= len(theme.items) <= 6 for theme in questions.themes)
    assert list(questions.role_labels) == ["bestuurder", "beleidsambtenaar", "professional", "ketenpartner", "inwoner"]
    assert len(questions.scale.points) == 5
    # One idea in a statement.
    assert not [item.id for item in questions.items.values() if " en/of " in item.text.nl or "?" in item.text.nl]


def test_limited_items_are_left_out_for_other_roles(small):
    assert "sturen-geld" in {item.id for item in small.items_for("bestuurder")}
    assert "sturen-geld" not in {item.id for item in small.items_for("inwoner")}


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ('version: "1.2"', "versie: 1", "versie", "niet bekend"),
        ('version: "1.2"', "version: 1.2", "version", "hier hoort tekst te staan"),
        ('version: "1.2"', 'version: "een"', "version", "niet de goede vorm"),
        ("reversed: true", "reversed: misschien", "themes → 1 → items → 2 → reversed", "true of false"),
        ("id: samen-dubbel", "id: samen-weten", "themes → 1 → items → 2 → id", "‘samen-weten’ komt twee keer voor"),
        ("id: sturen\n", "id: samen\n", "themes → 2 → id", "‘samen’ komt twee keer voor"),
        ("[bestuurder, beleid", "[burgemeester, beleid", "themes → 2 → items → 2 → roles", "‘burgemeester’"),
        (", en: Neutral}", "}", "scale → points → 3 → en", "dit veld ontbreekt"),
        ("    items:\n", "    vragen:\n", "themes → 1 → vragen", "niet bekend"),
        ("advice: {nl: Begin", "raad: {nl: Begin", "themes → 1 → raad", "niet bekend"),
        ("id: klein", "id: Klein!", "id", "niet de goede vorm"),
    ],
)
def test_a_wrong_file_says_file_line_field_and_what_was_expected(text, old, new, field, message):
    assert old in text
    changed = text.replace(old, new, 1)
    line = 1 + changed[: text.index(old)].count("\n")
    with pytest.raises(QuestionSetError) as caught:
        parse_question_set(changed, "mijn.yaml")
    found = [p for p in caught.value.problems if p.field == field and message in p.message]
    assert found, str(caught.value)
    assert found[0].line == line
    assert f"mijn.yaml, regel {line}, {field}: " in str(caught.value)


@pytest.mark.parametrize(
    "bad", ["id: [", "id: a\nid: b", "\tid: klein", "- een\n- twee", "", "zomaar tekst", "a: *nergens", "id: a\n b: c"]
)
def test_what_is_not_yaml_or_no_question_set_is_refused(bad):
    with pytest.raises(QuestionSetError, match=r"vragenlijst\.yaml"):
        parse_question_set(bad)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(QuestionSetError, match=r"weg\.yaml"):
        load_question_set(tmp_path / "weg.yaml")


def test_errors_come_in_english_too(text):
    with pytest.raises(QuestionSetError, match="line 1, version: this field is missing"):
        parse_question_set(text.replace('version: "1.2"\n', ""), "mine.yaml", "en")


def test_the_json_schema_is_the_committed_one_and_fits(text):
    committed = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(json_schema())), "run: python -m ketenspiegel.questions > schema.json"
    jsonschema.validate(YAML(typ="safe").load(text), committed)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(YAML(typ="safe").load(text.replace("id: klein", "id: 3")), committed)
