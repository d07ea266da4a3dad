"""A real Chromium that may only talk to this machine; whatever asks for another host fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

OWN = ("localhost", "127.0.0.1")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in a context of their own; no page may ask another host or raise an error."""
    outside: list[str] = []
    errors: list[str] = []
    contexts = []

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname in OWN:
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def make(width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nl-NL")
        context.set_default_timeout(15_000)
        context.route("http*://**", guard)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not outside, f"asked another host: {outside}"
    assert not errors, errors


@pytest.fixture
def no_barriers() -> Callable[[Page], None]:
    """Check a page with axe: nothing serious, and nothing wider than the screen."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        serious = {
            rule["id"]: [node["html"][:160] for node in rule["nodes"]][:4]
            for rule in found
            if rule["impact"] in ("serious", "critical")
        }
        assert not serious
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert too_wide <= 1, f"{too_wide} pixels wider than the screen"

    return check


@pytest.fixture
def form(server: str, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the form of the self-assessment."""

    def make(page: Page | None = None, **options: object) -> Page:
        page = page or open_page(**options)
        page.goto(f"{server}voila/render/assessments/ketensamenwerking.ipynb")
        expect(page.get_by_role("heading", name="Ketensamenwerking", exact=True)).to_be_visible()
        return page

    return make


@pytest.fixture
def comparison(server: str, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the page that brings answers together."""

    def make(**options: object) -> Page:
        page = open_page(**options)
        page.goto(f"{server}voila/render/assessments/vergelijken.ipynb")
        expect(page.get_by_text("Kies de bestanden van uw team")).to_be_visible()
        return page

    return make


@pytest.fixture
def download(tmp_path: Path) -> Callable[[Page], Path]:
    """Save the answers and give the file."""

    def make(page: Page) -> Path:
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Bewaar mijn antwoorden").first.click()
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    return make
