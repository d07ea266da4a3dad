"""Write down which files of the front end a browser asks for when it opens an assessment: ``make front``.

The list goes in ``lite/front.txt``; what is in it is sent as one file. It only makes the start quicker: a file that
is not in it is fetched by itself.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from ketenspiegel.lite.offline import APP, FRONT_LIST
from tests.browser.chromium import launch
from tests.browser.static_server import serve_files

SITE = Path("_build/html")
NOTEBOOKS = {
    "ketensamenwerking": "Vanuit welke rol antwoordt u?",
    "ketensamenwerking-vergelijken": "Kies de bestanden van uw team",
}
# These come in other ways: Python in its own archives, notebooks by their own names.
ELSEWHERE = ("pyodide/", "files/", "front.pack")


def asked_for(browser: Browser, address: str) -> list[str]:
    """Give the files that a browser without a service worker asks for, in that order."""
    files: dict[str, None] = {}
    for notebook, words in NOTEBOOKS.items():
        page = browser.new_context(service_workers="block").new_page()
        page.on("request", lambda request: files.setdefault(urlsplit(request.url).path.removeprefix(f"/{APP}/")))
        page.goto(f"{address}{APP}/specta/index.html?path={notebook}.ipynb")
        page.get_by_text(words).wait_for(timeout=60_000)
        page.wait_for_timeout(1000)
    return [name for name in files if (SITE / APP / name).is_file() and not name.startswith(ELSEWHERE)]


if __name__ == "__main__":
    with serve_files(SITE) as server, sync_playwright() as playwright:
        found = asked_for(launch(playwright), server.address)
    FRONT_LIST.write_text("".join(f"{name}\n" for name in found), encoding="utf-8")
    print(f"{len(found)} files in {FRONT_LIST}")
