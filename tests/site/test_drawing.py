"""A view in a page is one picture with words, whatever stands in it, and follows the colours of the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from ketenspiegel.lenses.average import average
from ketenspiegel.lenses.perspectives import perspectives
from ketenspiegel.site.drawing import drawing, side_by_side
from ketenspiegel.tally import tally


@pytest.fixture(scope="module")
def views(small):
    counts = tally([], small)
    return [average(counts, small), perspectives(counts, small)]


@pytest.fixture(scope="module")
def full(root):
    from ketenspiegel.collection import collect
    from ketenspiegel.questions import load_question_set

    questions = load_question_set("ketensamenwerking")
    folder = root / "assessments" / "voorbeelden" / "ketensamenwerking"
    counts = tally(collect([folder], questions).sheets, questions)
    return [average(counts, questions), perspectives(counts, questions)]


def test_the_drawing_is_one_named_picture_and_nothing_inside_speaks(full):
    for view in full:
        svg = ElementTree.fromstring(drawing(view, "hier"))
        assert svg.get("role") == "img"
        assert svg.get("aria-label") == view.summary
        spoken = [
            name for part in svg.iter() if part is not svg for name in part.attrib if "aria" in name or name == "role"
        ]
        assert not spoken


def test_the_drawing_follows_the_colour_of_the_page(full):
    for view in full:
        assert "currentColor" in drawing(view, "hier")
        assert not re.search(r'fill="(black|#000|#000000)"', drawing(view, "hier"))


def test_two_drawings_share_no_ids_and_find_their_own(full):
    html = side_by_side([*full, *full], "deel/bladzijde-7")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) > 0
    for wanted in re.findall(r'(?:url\(#|href="#|aria-labelledby=")([^")]+)', html):
        assert wanted in ids


def test_texts_are_escaped(full):
    from dataclasses import replace

    view = replace(full[0], title="<b>&", summary='"><script>', notes=("<i>",), questions=("<u>",))
    html = side_by_side([view], "x")
    for tag in ("<b>", "<script>", "<i>", "<u>"):
        assert tag not in html


def test_without_questions_there_is_no_heading_for_them(views):
    assert ("Gespreksvragen" in side_by_side(views, "x")) == any(view.questions for view in views)
