"""The table and the network of meetings: every seat a dot and a line, and all of it on a phone."""

from __future__ import annotations

import pytest

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.lenses.meetings import meetings
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set("overlegkaart")


def view_of(listed, language="nl"):
    sheets = [AnswerSheet(question_set="overlegkaart", question_set_version="1.0", meetings=listed)]
    return meetings(sheets, QUESTIONS, None, language)


def meeting(name, *labels, hours=1.0):
    sitting = [Participant(name=name, organisation=home) for name, _, home in (each.partition("/") for each in labels)]
    return Meeting(name=name, participants=sitting, times=1, per="month", hours=hours)


SMALL = (
    meeting("Casus", "arts/GGD", "leraar/School", hours=2.5),
    meeting("Nog eens", "arts/GGD", "leraar/School"),
    meeting("Zorg", "leraar/School", "behandelaar/Ggz"),
)
MANY = tuple(
    meeting(f"Overleg nummer {number} over de hele keten", *(f"Medewerker {one}/Dienst {one % 17}" for one in sitting))
    for number in range(60)
    for sitting in [{(3 * number + at) % 41 for at in range(9)}]
)


def drawn(view, *keys):
    """Give the rows of a chart that have these keys."""
    datasets = view.chart().to_dict()["datasets"].values()
    return [row for rows in datasets for row in rows if all(key in row for key in keys)]


def test_few_participants_are_named_themselves(svg_of):
    svg = svg_of(view_of(SMALL))
    assert all(f">{text}<" in svg for text in ("arts (GGD)", "leraar (School)", "Casus", "3,5", "per persoon"))


def test_every_seat_is_a_line(svg_of):
    view = view_of(SMALL)
    assert len(drawn(view, "opacity")) == len(view.rows) == 6


def test_a_meeting_where_nobody_meets_only_there_has_another_colour():
    dots = [row for row in drawn(view_of(SMALL), "text", "colour") if " – " in row["text"]]
    colour = {row["text"].split(" – ")[0]: row["colour"] for row in dots}
    assert colour["Casus"] == colour["Nog eens"] != colour["Zorg"]


def test_who_connects_is_marked():
    nodes = {row["name"]: row["colour"] for row in drawn(view_of(SMALL), "name", "shape")}
    assert nodes["leraar (School)"] != nodes["arts (GGD)"] == nodes["behandelaar (Ggz)"]


def test_marks_are_larger_with_more_hours():
    nodes = {row["name"]: row["size"] for row in drawn(view_of(SMALL), "name", "shape")}
    assert nodes["leraar (School)"] > nodes["arts (GGD)"] > nodes["behandelaar (Ggz)"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_many_become_organisations_and_the_rest_is_told(svg_of, language):
    svg_of(view_of(MANY, language))
    view = view_of(MANY)
    svg = svg_of(view)
    assert ">andere (6)<" in svg
    assert ">Niet getekend: 11 deelnemers.<" in svg
    assert ">Niet getekend: 20 overleggen.<" in svg
    assert ">alle mensen samen<" in svg


def test_numbers_are_written_in_the_language_of_the_reader(svg_of):
    assert ">3.5<" in svg_of(view_of(SMALL, "en"))


def test_one_seat_is_drawn(svg_of):
    svg_of(view_of((meeting("Alleen", "arts/GGD"),)))


def test_without_meetings_it_says_so(svg_of):
    assert "Nog geen overleggen" in svg_of(view_of(()))
