"""The whole book as one PDF: ``make pdf`` writes ``_build/ketenspiegel.pdf``.

Prints every page of the built site with Chromium, in the order of the table of contents, and puts them together with a
bookmark for every part and page. What moves on the site stands still here, with its words.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader, PdfWriter
from ruamel.yaml import YAML

from tests.browser.chromium import launch
from tests.browser.static_server import serve_files

ROOT = Path(__file__).parents[2]
SITE, BOOK = ROOT / "_build" / "html", ROOT / "_build" / "ketenspiegel.pdf"
MARGIN = {"top": "18mm", "bottom": "18mm", "left": "20mm", "right": "20mm"}
# What is no text to read on paper: nothing can be filled in there.
LEFT_OUT = ".ks-app, .ks-start, .ks-play-controls, .prev-next-footer, .bd-footer, header, .ks-play noscript"


def main(site: Path = SITE, target: Path = BOOK) -> None:
    """Write the book."""
    book = PdfWriter()
    with sync_playwright() as playwright, serve_files(site) as server:
        browser = launch(playwright)
        page = browser.new_page(color_scheme="light", locale="nl-NL")
        parts: dict[str, Any] = {}
        for caption, name in pages(YAML(typ="safe").load((ROOT / "_toc.yml").read_text(encoding="utf-8"))):
            title, printed = print_page(page, f"{server.address}{name}.html")
            start = len(book.pages)
            book.append(PdfReader(io.BytesIO(printed)), import_outline=False)
            if caption and caption not in parts:
                parts[caption] = book.add_outline_item(title=caption, page_number=start)
            book.add_outline_item(title=title, page_number=start, parent=parts.get(caption))
        browser.close()
    book.add_metadata({"/Title": "Ketenspiegel", "/Lang": "nl"})
    book.write(target)
    print(f"{target}: {len(book.pages)} bladzijden, {target.stat().st_size / 1e6:.1f} MB")


def pages(contents: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every page with the part that it stands in, in order."""
    yield "", contents["root"]
    for part in contents["parts"]:
        for chapter in part["chapters"]:
            yield part["caption"], chapter["file"]


def print_page(page: Page, address: str) -> tuple[str, bytes]:
    """Give the title of a page and the PDF of its text."""
    page.goto(address)
    page.add_style_tag(content=f"{LEFT_OUT} {{ display: none !important; }}")
    page.evaluate("document.querySelectorAll('details.sd-dropdown').forEach((each) => (each.open = true))")
    title = page.locator("main h1").first.inner_text().removesuffix("#").strip()
    return title, page.pdf(format="A4", margin=MARGIN, tagged=True, outline=False)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
