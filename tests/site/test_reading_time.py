"""A chapter says how long it takes; a short page or a form does not."""

from __future__ import annotations

from bs4 import BeautifulSoup

from ketenspiegel.site.reading_time import WORDS_PER_MINUTE


def told(site, page):
    found = BeautifulSoup((site / f"{page}.html").read_text(encoding="utf-8"), "html.parser")
    line = found.select_one("article .ks-reading-time")
    words = len(found.find("article").get_text(" ").split())
    return (line.get_text() if line else ""), words


def test_a_chapter_says_it_below_its_title(site):
    line, words = told(site, "lezen/index")
    minutes = int("".join(filter(str.isdigit, line)))
    assert line.startswith("Leestijd: ongeveer ")
    assert abs(minutes - words / WORDS_PER_MINUTE) < 1.5


def test_a_form_does_not(site):
    assert told(site, "invullen/ketensamenwerking")[0] == ""
