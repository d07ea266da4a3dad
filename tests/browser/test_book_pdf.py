"""The book as a PDF: a page of the site becomes readable paper, with what cannot be used there left out."""

from __future__ import annotations

import io

from pypdf import PdfReader
from ruamel.yaml import YAML

from tests.browser.book_pdf import ROOT, pages, print_page


def test_every_page_is_in_it_once():
    found = list(pages(YAML(typ="safe").load((ROOT / "_toc.yml").read_text(encoding="utf-8"))))
    names = [name for _, name in found]
    assert found[0] == ("", "index")
    assert len(names) == len(set(names))
    files = {path.relative_to(ROOT / "book").with_suffix("").as_posix() for path in (ROOT / "book").rglob("*.md")}
    assert set(names) == files - {"LICENSE"}


def test_a_page_becomes_paper(open_page, static_site):
    page = open_page()
    title, printed = print_page(page, f"{static_site.address}trainen/casussen.html")
    paper = PdfReader(io.BytesIO(printed))
    text = " ".join(each.extract_text() for each in paper.pages)
    assert title == "Casussen"
    notes = page.locator("details.sd-dropdown").first.inner_text().split("\n")[1].strip()
    assert " ".join(notes.split()[:4]) in " ".join(text.split())
    assert "Zoek in dit boek" not in text
    assert 1 < len(paper.pages) < 15
