"""A shared page says what it is; only a published site gives a picture, for nobody could fetch another."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx

from ketenspiegel.site.social import HEIGHT, SITE, WIDTH, card

PAGE = "Regie & macht\n=============\n\n.. meta::\n   :description lang=nl: Wie mag nee zeggen?\n\nTekst.\n"


@pytest.fixture
def build(tmp_path, monkeypatch):
    """Build a book with one chapter, for a site at this address."""
    (tmp_path / "book" / "deel").mkdir(parents=True)
    (tmp_path / "book" / "index.rst").write_text("Begin\n=====\n\n.. toctree::\n\n   deel/regie\n", encoding="utf-8")
    (tmp_path / "book" / "deel" / "regie.rst").write_text(PAGE, encoding="utf-8")

    def make(address):
        monkeypatch.delenv(SITE, raising=False)
        if address:
            monkeypatch.setenv(SITE, address)
        out = tmp_path / "out"
        settings = {"extensions": "ketenspiegel.site", "project": "Ketenspiegel"}
        app = Sphinx(tmp_path / "book", None, out, tmp_path / "trees", "html", settings, status=None, warning=None)
        app.build(force_all=True)
        page = BeautifulSoup((out / "deel" / "regie.html").read_text(encoding="utf-8"), "html.parser")
        return out, {tag["property"]: tag["content"] for tag in page.find_all("meta", property=True)}

    return make


def test_title_and_description(build):
    _, tags = build("")
    assert tags["og:title"] == "Regie & macht"
    assert tags["og:description"] == "Wie mag nee zeggen?"
    assert (tags["og:type"], tags["og:locale"], tags["og:site_name"]) == ("article", "nl_NL", "Ketenspiegel")
    assert "og:image" not in tags


def test_a_published_page_has_a_picture_of_the_size_that_is_asked(build):
    out, tags = build("https://voorbeeld.nl/spiegel/")
    assert tags["og:url"] == "https://voorbeeld.nl/spiegel/deel/regie.html"
    image = (out / tags["og:image"].removeprefix("https://voorbeeld.nl/spiegel/")).read_bytes()
    assert image.startswith(b"\x89PNG")
    assert (int.from_bytes(image[16:20]), int.from_bytes(image[20:24])) == (WIDTH, HEIGHT)


def test_a_long_title_takes_lines_and_signs_stay_text():
    drawn = BeautifulSoup(
        card("Altijd hetzelfde advies <en> waarom dat niemand verbaast in een gemeente"), "html.parser"
    )
    lines = [line.get_text() for line in drawn.find_all("tspan")]
    assert 2 < len(lines) <= 4
    assert "<en>" in " ".join(lines)
