"""How fast does an assessment start in the page itself?

A real Chromium opens the page over a wire of 20 Mbit/s with 20 ms to the server and back, with an empty cache (cold)
and again in the same browser (warm). Times are from the click: to the first question of the form, to the page that
brings answers together, and from the last choice to both charts. The server counts bytes over the wire, compressed.
The peer is the same site without its service worker: the parts as JupyterLite itself would fetch them.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, FrameLocator, Page, sync_playwright

from tests.browser.chromium import launch
from tests.browser.static_server import StaticServer, serve_files

SITE = Path("_build/html")
MEGABIT = 1e6 / 8
RATE, DELAY = 20 * MEGABIT, 0.02
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
PAGE = "invullen/ketensamenwerking.html"
# The most charts, and the most calculating: 24 maps with six interventions are 5,760 runs, and the fourteen
# municipalities bring 518 answer sheets on four assessments.
HEAVIEST = {"ink": 5, "beweegredenen": 2, "invloedskaart": 3, "gemeenten-vergelijken": 6}


class Start(NamedTuple):
    """One start: what was asked for, what came over the wire, and how long it took."""

    requests: int
    megabytes: float
    seconds: float


def timed(server: StaticServer, action: Callable[[], None]) -> Start:
    server.sent, before, began = 0, len(server.requested), time.perf_counter()
    action()
    seconds = time.perf_counter() - began
    return Start(len(server.requested) - before, server.sent / 1e6, seconds)


def opened(context: BrowserContext, server: StaticServer, path: str = PAGE) -> Page:
    page = context.new_page()
    page.goto(server.address + path)
    page.wait_for_load_state("networkidle")
    return page


def form(page: Page) -> None:
    page.get_by_role("button", name="Vul hier in").click()
    frame(page).get_by_text("Vanuit welke rol antwoordt u?").wait_for(timeout=120_000)


def comparison(page: Page) -> None:
    page.get_by_role("button", name="Open hier").click()
    frame(page).get_by_role("button", name="Gebruik de verzonnen voorbeelden").wait_for(timeout=120_000)


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe").last


def first_charts(page: Page) -> None:
    frame(page).get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    frame(page).locator("svg.marks").nth(1).get_by_text("Veelpartijensamenwerking").wait_for()


def all_charts(page: Page, number: int) -> None:
    frame(page).get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    frame(page).locator("svg.marks").nth(number - 1).wait_for()


def other_charts(page: Page) -> None:
    frame(page).get_by_label("Kijk naar").select_option("Regie")
    for number in range(2):
        frame(page).locator("svg.marks").nth(number).get_by_text("Ik weet wie in deze keten").wait_for()


def rounds() -> dict[str, list[Start]]:
    found: dict[str, list[Start]] = {}
    with sync_playwright() as playwright, serve_files(SITE, RATE, DELAY) as server:
        for _ in range(ROUNDS):
            for peer in ("", ", no service worker"):
                browser = launch(playwright)
                context = browser.new_context(locale="nl-NL")
                if peer:
                    context.add_init_script("delete Navigator.prototype.serviceWorker")

                def note(name: str, action: Callable[[Page], None], page: Page, peer: str = peer) -> None:
                    found.setdefault(name + peer, []).append(timed(server, lambda: action(page)))

                page = opened(context, server)
                note("form, cold", form, page)
                if not peer:
                    page.wait_for_timeout(6000)  # the rest is fetched after the start
                page.close()
                page = opened(context, server)
                note("form, warm", form, page)
                page.close()
                if not peer:
                    page = opened(context, server)
                    note("bring together, warm", comparison, page)
                    page.wait_for_timeout(1500)
                    note("  first two charts", first_charts, page)
                    note("  two charts after a choice", other_charts, page)
                    page.close()
                    for name, number in HEAVIEST.items():
                        page = opened(context, server, f"invullen/{name}.html")
                        comparison(page)
                        page.wait_for_timeout(1500)
                        note(f"  {number} charts of {name}", partial(all_charts, number=number), page)
                        page.close()
                browser.close()
                if not peer:
                    browser = launch(playwright)
                    page = opened(browser.new_context(locale="nl-NL"), server)
                    note("bring together, cold", comparison, page)
                    browser.close()
    return found


if __name__ == "__main__":
    print(f"{'':<38}{'requests':>9}{'MB':>8}{'seconds':>9}{'(best)':>9}")
    for name, starts in rounds().items():
        middle = statistics.median(start.seconds for start in starts)
        best = min(start.seconds for start in starts)
        print(f"{name:<38}{starts[-1].requests:>9}{starts[-1].megabytes:>8.1f}{middle:>9.2f}{best:>9.2f}")
