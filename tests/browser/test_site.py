"""Every page of the site, as readers see it: on a wide screen and on a phone, in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    str(page.relative_to(ROOT / "book").with_suffix(""))
    for page in (ROOT / "book").rglob("*.md")
    if page.name != "LICENSE.md"
)


@pytest.mark.parametrize("name", [*PAGES, "search"])
def test_no_barriers(server, open_page, no_barriers, name):
    for width, scheme in ((1280, "light"), (390, "dark")):
        page = open_page(width=width, scheme=scheme)
        page.goto(f"{server}{name}.html")
        expect(page.locator("main h1:visible").first).to_be_visible()
        no_barriers(page)


def test_three_ways_in(server, open_page):
    page = open_page()
    for way, title in (
        ("Lezen", "Waarom een spiegel?"),
        ("Zelf invullen", "Zelf invullen"),
        ("Trainen", "Voor trainers"),
    ):
        page.goto(server)
        page.locator(".ks-ways .sd-card", has=page.get_by_text(way, exact=True)).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_the_start_button_opens_the_form(server, open_page):
    page = open_page()
    page.goto(f"{server}invullen/ketensamenwerking.html")
    page.get_by_role("link", name="Open in een eigen venster").first.click()
    expect(page.get_by_text("Vanuit welke rol antwoordt u?")).to_be_visible()
    page.get_by_role("link", name="Ketenspiegel").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ketenspiegel")


def test_search_finds_pages(server, open_page):
    page = open_page()
    page.goto(f"{server}search.html?q=gemeente")
    expect(page.get_by_role("link", name="Waarom een spiegel?").first).to_be_visible()


def test_dark_mode_can_be_chosen(server, open_page):
    page = open_page()
    page.goto(server)
    button = page.get_by_role("button", name="Licht of donker")
    for _ in range(3):
        button.click()
        if page.locator("html").get_attribute("data-theme") == "dark":
            break
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(n) for n in background[4:-1].split(",")) < 60
