"""Answer sheets survive writing and reading, and what is not one is refused in words."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketenspiegel.answers import (
    MAX_BYTES,
    AnswerSheet,
    AnswerSheetError,
    Place,
    check_fit,
    dump,
    merge,
    read_answer_sheet,
    write_answer_sheet,
)
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set(Path(__file__).parent / "data" / "klein.yaml")
items = st.sampled_from(sorted(QUESTIONS.items))
sheets = st.builds(
    AnswerSheet,
    id=st.text("0123456789abcdef", min_size=32, max_size=32),
    question_set=st.just("klein"),
    question_set_version=st.just("1.2"),
    municipality=st.builds(Place, name=st.text(max_size=100), code=st.none() | st.just("GM0014")),
    chain=st.text(max_size=100),
    round=st.just("") | st.dates().map(lambda day: f"{day:%Y-%m}".zfill(7)),
    role=st.sampled_from(["", *QUESTIONS.role_labels]),
    answers=st.dictionaries(items, st.integers(1, 5) | st.just("unknown")),
    remarks=st.dictionaries(items, st.text(max_size=50)),
    saved=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)


@given(sheets)
def test_what_is_written_is_what_is_read(sheet):
    assert read_answer_sheet(dump(sheet)) == sheet
    check_fit(sheet, QUESTIONS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheets)
def test_a_file_on_disk_is_what_was_kept(tmp_path, sheet):
    assert read_answer_sheet(write_answer_sheet(sheet, tmp_path)) == sheet


@given(st.lists(sheets, max_size=6), st.randoms())
def test_merging_does_not_depend_on_the_order(found, chance):
    found = [*found, *found[:2]]
    shuffled = chance.sample(found, len(found))
    assert merge(shuffled) == merge(found)
    assert merge(merge(found).sheets).sheets == merge(found).sheets


def test_of_doubles_the_last_one_saved_counts(sheet_of):
    first = sheet_of(samen_weten=2)
    later = first.model_copy(update={"answers": {"samen-weten": 5}, "saved": first.saved + timedelta(hours=1)})
    merged = merge([later, first])
    assert merged.sheets == (later,)
    assert merged.doubles == (first.id,)


@given(st.binary(max_size=300) | st.text(max_size=200))
def test_anything_else_is_refused_in_words(contents):
    with pytest.raises(AnswerSheetError):
        read_answer_sheet(contents)


def broken(**changes):
    data = json.loads(dump(AnswerSheet(question_set="klein", question_set_version="1.2", role="inwoner")))
    return json.dumps({**data, **changes})


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (broken(format="iets-anders"), "geen antwoordblad van Ketenspiegel"),
        (broken(format_version=2), "nieuwere versie van Ketenspiegel"),
        (broken(name="J. Jansen"), "name: dit veld is hier niet bekend"),
        (broken(answers={"samen-weten": 0}), "beschadigd"),
        (broken(answers={"samen-weten": "ja"}), "beschadigd"),
        (broken(answers=[1, 2]), "beschadigd"),
        (broken(round="2026-13"), "round"),
        (broken(saved="gisteren"), "saved: hier hoort een datum met tijd te staan"),
        (broken(id="../../etc/passwd"), "id"),
        (dump(AnswerSheet(question_set="klein", question_set_version="1.2"))[:-40], "beschadigd"),
        ("[" * 100_000, "beschadigd"),
        (b"\xff\xfe\x00", "beschadigd"),
        (b" " * (MAX_BYTES + 1), "te groot"),
    ],
)
def test_a_damaged_file_says_what_is_wrong(contents, message):
    with pytest.raises(AnswerSheetError, match=message):
        read_answer_sheet(contents)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"question_set": "groot"}, "andere vragenlijst: groot"),
        ({"question_set_version": "2.0"}, "nieuwere versie van de vragenlijst"),
        ({"question_set_version": "1.3"}, "nieuwere versie van de vragenlijst"),
        ({"question_set_version": "0.9"}, "oude versie van de vragenlijst"),
        ({"role": "burgemeester"}, "rol ‘burgemeester’"),
        ({"answers": {"onbekend": 3}}, "stelling ‘onbekend’"),
        ({"answers": {"samen-weten": 6}}, "kies 1 tot en met 5"),
        ({"remarks": {"onbekend": "?"}}, "stelling ‘onbekend’"),
    ],
)
def test_a_sheet_that_does_not_fit_says_why(small, changes, message):
    with pytest.raises(AnswerSheetError, match=message):
        check_fit(read_answer_sheet(broken(**changes)), small)


def test_an_older_minor_version_still_fits(small):
    check_fit(read_answer_sheet(broken(question_set_version="1.0")), small)


def test_writing_is_whole_or_not_at_all(tmp_path, monkeypatch, sheet_of):
    sheet = sheet_of(samen_weten=4)
    path = write_answer_sheet(sheet, tmp_path)

    def full(_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        write_answer_sheet(sheet.model_copy(update={"answers": {}}), tmp_path)
    assert read_answer_sheet(path) == sheet
    assert list(tmp_path.iterdir()) == [path]


MAP = load_question_set(Path(__file__).parent / "data" / "klein-kaart.yaml")


def with_map(**influences):
    contents = {"question_set": "klein-kaart", "question_set_version": "1.0", "role": "vak", "influences": influences}
    return AnswerSheet.model_validate(contents)


def an_arrow(source, target, strength=1):
    return {"source": source, "target": target, "strength": strength}


# A file as it was written before there were maps and meetings.
OLD = """{
  "format": "ketenspiegel-antwoordblad",
  "format_version": 1,
  "id": "0123456789abcdef0123456789abcdef",
  "question_set": "klein",
  "question_set_version": "1.2",
  "municipality": {
    "name": "Ons Dorp",
    "code": null
  },
  "chain": "jeugd",
  "round": "2026-11",
  "role": "inwoner",
  "answers": {
    "samen-weten": 2
  },
  "remarks": {},
  "saved": "2026-11-01T00:00:00Z"
}
"""


def test_a_map_survives_and_fits():
    sheet = with_map(arrows=[an_arrow("own-geld", "hulp", -2)], names={"own-geld": "Geld"}, dropped=["drukte"])
    assert read_answer_sheet(dump(sheet)) == sheet
    assert sheet.filled
    check_fit(sheet, MAP)


def test_a_sheet_without_a_map_or_meetings_has_no_word_about_them(sheet_of):
    assert {"influences", "meetings"}.isdisjoint(json.loads(dump(sheet_of(samen_weten=2))))
    assert dump(read_answer_sheet(OLD)) == OLD


@pytest.mark.parametrize(
    ("influences", "message"),
    [
        ({"arrows": [an_arrow("praten", "geld")]}, "De factor ‘geld’ bestaat hier niet."),
        ({"arrows": [an_arrow("praten", "hulp")], "dropped": ["hulp"]}, "De factor ‘hulp’ bestaat hier niet."),
        ({"arrows": [an_arrow("own-geld", "hulp")]}, "De factor ‘own-geld’ bestaat hier niet."),
        ({"names": {"geld": "Centen"}}, "De factor ‘geld’ bestaat hier niet."),
        ({"arrows": [an_arrow("praten", "hulp", -3)]}, "De sterkte -3 kan niet: kies 1 tot en met 2."),
        ({"arrows": [an_arrow("praten", "hulp", 3)]}, "De sterkte 3 kan niet: kies 1 tot en met 2."),
    ],
)
def test_a_map_that_does_not_fit_says_what_is_wrong(influences, message):
    with pytest.raises(AnswerSheetError, match=message):
        check_fit(with_map(**influences), MAP)
    with pytest.raises(AnswerSheetError, match="andere vragenlijst: klein-kaart"):
        check_fit(with_map(**influences), load_question_set("invloedskaart"))


def test_a_map_or_meetings_where_nobody_asked_for_them(sheet_of):
    meeting = {"name": "Overleg", "times": 1, "per": "week", "hours": 1, "purposes": ["feest"]}
    for contents, message in (({"influences": {}}, "staat een kaart"), ({"meetings": [meeting]}, "staan overleggen")):
        sheet = AnswerSheet.model_validate({**sheet_of().contents(), **contents})
        with pytest.raises(AnswerSheetError, match=message):
            check_fit(sheet, QUESTIONS)
    asked = load_question_set("overlegkaart")
    sheet = AnswerSheet(question_set=asked.id, question_set_version=asked.version, meetings=[meeting])
    with pytest.raises(AnswerSheetError, match="Het doel ‘feest’ bestaat hier niet"):
        check_fit(sheet, asked)
