"""Build the app: fetch, compile, divide, and lay out what the browser gets."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from ketenspiegel.lite import kernel, parts
from ketenspiegel.lite.archives import make_archives
from ketenspiegel.lite.front import PAGE, build_front
from ketenspiegel.lite.notices import notices, write_texts
from ketenspiegel.lite.offline import APP, write_service_worker

FACTS, TEXTS = "facts.json", "licences.txt"


def build(project: Path, site: Path, cache: Path) -> None:
    """Build the app for a site.

    Parameters
    ----------
    project
        The top of the project.
    site
        The folder to make, with the app in ``app``, its service worker, and ``app/facts.json``: what pages of the
        book say of it (how large it is, which notebooks need more than the start, what it is made of).
    cache
        The folder that keeps what was fetched and compiled before; nothing in it is looked at twice.

    Raises
    ------
    PartError
        When a part cannot be fetched or made, or is not what this code was written for.
    """
    notebooks = sorted((project / "assessments").glob("*.ipynb"))
    app = site / APP
    shutil.rmtree(site, ignore_errors=True)
    with TemporaryDirectory() as made:
        work = Path(made)
        pyodide = parts.fetch_pyodide(cache)
        wheels = [
            *parts.fetch_wheels(cache),
            *parts.kernel_wheels(),
            parts.pure_wheel("markupsafe", work),
            parts.own_wheel(project, work),
        ]
        archives = make_archives(pyodide, wheels, notebooks, cache)
        build_front(notebooks, app)
        shipped = notices(pyodide, wheels, app)
    kernel.lay_out(pyodide, archives, app / kernel.FOLDER)
    write_texts(shipped, app / TEXTS)
    pieces = write_service_worker(site)
    facts = {
        "page": f"{APP}/{PAGE}",
        "start_bytes": sum(piece["bytes"] for piece in pieces["start"]),
        "later_bytes": sum(piece["bytes"] for piece in pieces["later"]),
        "needs_later": sorted(archives.needs_later),
        "parts": [notice[:4] for notice in shipped],
    }
    (app / FACTS).write_text(json.dumps(facts, indent=1, ensure_ascii=False), encoding="utf-8")
