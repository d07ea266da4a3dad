"""What the theme puts around a page: Dutch, light, and none of it asking for more than the page needs."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser

import pytest

# Words that no Dutch label holds.
ENGLISH = re.compile(
    r"\b(the|this|to|page|search|main|toggle|sidebar|skip|previous|next|warning|copy|click|contents|table|show|hide)\b",
    re.I,
)
SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-bs-title")
HOME_KILOBYTES, HOME_ZIPPED = 800, 160


class Around(HTMLParser):
    """Collects labels, and the text outside the article."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: list[str] = []
        self.files: list[str] = []
        self.inside: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "article" not in self.inside:
            self.labels += [given[name] for name in SPOKEN if given.get(name)]
        if tag in ("article", "script", "style", "title", "nav"):
            self.inside.append(tag)
        address = given.get("src") if tag in ("script", "img") else given.get("href") if tag == "link" else None
        if address and address != "#":
            self.files.append(address.split("?")[0])

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside and data.strip():
            self.texts.append(data.strip())


@pytest.fixture(scope="module")
def around(site):
    found = {}
    for page in site.rglob("*.html"):
        if "app" in page.relative_to(site).parts:  # no page of the book; tests/lite looks at it
            continue
        if "_static" not in page.parts:
            found[page] = Around()
            found[page].feed(page.read_text(encoding="utf-8"))
    return found


def test_no_label_is_english(around):
    english = {label for page in around.values() for label in page.labels if ENGLISH.search(label)}
    assert not english


def test_no_text_around_the_article_is_english(around):
    texts = {text for path, page in around.items() if path.name != "search.html" for text in page.texts}
    assert "vorige" in {text.lower() for text in texts}
    assert not {text for text in texts if ENGLISH.search(text)}


def test_no_page_holds_what_would_start_something_elsewhere(around):
    for path in around:
        # What is only named in a table (the parts made by others) starts nothing.
        text = re.sub(r"<table.*?</table>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in (
            "thebe",
            "require.min.js",
            "mathjax",
            "fontawesome.js",
            "html-manager",
            "preconnect",
            "dns-prefetch",
        ):
            assert name not in text.lower(), (path, name)


def test_every_file_that_a_page_asks_for_is_there(around):
    for path, page in around.items():
        for file in page.files:
            assert (path.parent / file).is_file() or file.endswith(".html"), (path, file)


def test_only_the_search_page_carries_the_index_of_the_book(around):
    with_index = {path.name for path, page in around.items() if any("searchindex.js" in file for file in page.files)}
    assert with_index == {"search.html"}


def test_the_home_page_stays_light(site, around):
    home = site / "index.html"
    files = {home, *(site / file for file in around[home].files if not file.endswith(".html"))}
    contents = [file.read_bytes() for file in files]
    assert sum(map(len, contents)) < HOME_KILOBYTES * 1024
    assert sum(len(gzip.compress(content)) for content in contents) < HOME_ZIPPED * 1024
