"""A real Chromium that may only talk to this machine; whatever asks for another host fails the test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, Request, expect, sync_playwright

from tests.browser.chromium import launch
from tests.browser.static_server import StaticServer, serve_files

OWN = ("localhost", "127.0.0.1")
ELSEWHERE = re.compile(r"^https?://(?!(localhost|127\.0\.0\.1)[:/])")

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in a context of their own; no page may ask another host or raise an error."""
    outside: list[str] = []
    errors: list[str] = []
    contexts = []

    def note(request: Request) -> None:
        if request.url.startswith("http") and urlsplit(request.url).hostname not in OWN:
            outside.append(request.url)

    def make(width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nl-NL")
        context.set_default_timeout(15_000)
        context.on("request", note)
        context.route(ELSEWHERE, lambda route: route.abort())
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
        page.goto(f"{server}voila/render/assessments/ketensamenwerking-vergelijken.ipynb")
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


@pytest.fixture
def static_site(site: Path) -> Iterator[StaticServer]:
    """The site as plain files, as on GitHub Pages."""
    with serve_files(site) as server:
        yield server


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A visitor with a browser profile of their own, service workers included; they only ever ask our own machine."""
    contexts: list[BrowserContext] = []
    outside: list[str] = []

    def note(request: Request) -> None:
        if request.url.startswith("http") and urlsplit(request.url).hostname not in OWN:
            outside.append(request.url)

    def make(width: int = 1280, scheme: str = "light", **options: object) -> BrowserContext:
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, locale="nl-NL", **options)
        context.set_default_timeout(30_000)
        context.on("request", note)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not outside, f"asked another host: {outside}"


@pytest.fixture
def in_the_page(static_site: StaticServer) -> Callable[..., tuple[Page, FrameLocator]]:
    """Start an assessment in the page itself, and give the page and the frame that it runs in."""

    def make(
        context: BrowserContext, name: str = "Vul hier in", page: str = "invullen/ketensamenwerking.html"
    ) -> tuple[Page, FrameLocator]:
        opened = context.new_page()
        opened.goto(f"{static_site.address}{page}")
        opened.get_by_role("button", name=name).click()
        expect(opened.get_by_text("De zelftest staat klaar.")).to_be_attached(timeout=40_000)
        return opened, opened.frame_locator("iframe")

    return make
