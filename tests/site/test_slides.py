"""Buttons for trainers: hidden until their script is there, and only the pages that have one ask for the script."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from ketenspiegel.site.play import drop_from_head
from ketenspiegel.site.slides import button_html

SHOWN = ("trainen/bijeenkomsten", "trainen/casussen")
WORKSHEETS = (
    "Mijn kijk voor we beginnen",
    "Wat viel op, wat vraag ik",
    "Een klein proefje",
    "Elkaars beweegredenen",
)


@pytest.fixture
def read(site):
    return lambda name: BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def scripts(page):
    return [script for script in page.find_all("script", src=True) if "slides.js" in script["src"]]


def test_a_button_waits_for_its_script():
    page = BeautifulSoup(button_html("ks-show", "Dia's & <meer>", "../../"), "html.parser")
    assert page.p.has_attr("hidden")
    assert page.p["class"] == ["ks-show"]
    assert page.button["type"] == "button"
    assert page.button.get_text() == "Dia's & <meer>"
    assert (page.script["type"], page.script["src"]) == ("module", "../../_static/slides.js")


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_with_slides_has_the_button_below_its_title(read, name):
    page = read(name)
    assert page.select_one("article h1").find_next_sibling()["class"] == ["ks-show"]
    assert [script["type"] for script in scripts(page)] == ["module"]
    assert not scripts(page.head)


def test_other_pages_do_not_ask_for_the_script(site, read):
    asking = {
        page.relative_to(site).with_suffix("").as_posix()
        for page in (site / "trainen").glob("*.html")
        if scripts(read(page.relative_to(site).with_suffix("").as_posix()))
    }
    assert asking == {*SHOWN, "trainen/werkbladen"}


def test_the_head_keeps_what_is_not_called_by_a_page():
    files = ["_static/slides.js", "_static/quiz.js", "_static/play.js", SimpleNamespace(filename="_static/doctools.js")]
    context = {"script_files": files}
    drop_from_head(None, "trainen/index", "page.html", context, None)
    assert context["script_files"] == files[3:]


def test_four_worksheets_with_room_to_write(read):
    sections = read("trainen/werkbladen").select("article > section > section")
    assert [section.h2.find(string=True) for section in sections] == list(WORKSHEETS)
    for section in sections:
        empty = [cell for cell in section.find_all("td") if not cell.get_text(strip=True)]
        assert len(empty) >= 6
        boxes = section.select(".ks-box")
        assert len(boxes) >= 2
        assert all(box.get_text(strip=True) for box in boxes)
        assert all(table.select("thead th") for table in section.find_all("table"))


def test_labels_of_rows_are_headers(read):
    # A numbered label must not have become a list of one, which a screen reader would count.
    third, fourth = read("trainen/werkbladen").select("article > section > section")[2:]
    for section in (third, fourth):
        assert not section.select("table li")
        assert all(row.find(["th", "td"]).name == "th" for row in section.select("tbody tr"))
