"""The service worker: it fetches what a page needs in few, compressed pieces, and keeps it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from zlib import crc32

from ketenspiegel.lite import kernel
from ketenspiegel.lite.archives import KERNEL, LATER, REST, STANDARD_LIBRARY, START

APP = "app"
PACK = "front.pack"
WORKER = "service-worker.js"
_TEMPLATE = Path(__file__).parent / "templates" / WORKER
# The files that a browser asked for when it opened an assessment; `make front` writes them down again.
FRONT_LIST = Path(__file__).with_name("front.txt")
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ipynb": "application/json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
# The page itself, which starts Python at once: too small to wait for.
_FIRST = "specta/"
# In the order in which a page needs them.
_PYTHON = ("pyodide.asm.wasm", "pyodide.asm.mjs", STANDARD_LIBRARY, KERNEL, START)


def write_service_worker(site: Path) -> dict[str, Any]:
    """Pack the front end, and write the service worker that knows what there is.

    Parameters
    ----------
    site
        The folder with the app in its folder ``app``; the service worker goes in its top.

    Returns
    -------
    dict
        What was written down in the service worker: the pieces, in the order of need, with their sizes.
    """
    app = site / APP
    front = _pack_front(app)
    facts = {
        "version": _fingerprint(app),
        "pack": f"{APP}/{PACK}",
        "front": front,
        "start": [_piece(app, PACK), *(_python(app, name) for name in _PYTHON)],
        "later": [_python(app, LATER)],
        "rest": [_python(app, REST)],
        "types": _TYPES,
    }
    worker = _TEMPLATE.read_text(encoding="utf-8").replace('"{{ facts }}"', json.dumps(facts))
    (site / WORKER).write_text(worker, encoding="utf-8")
    return facts


def _pack_front(app: Path) -> list[str]:
    """Put the many small files of the front end in one: a line of JSON that says what follows, and then that."""
    wanted = [name for name in FRONT_LIST.read_text(encoding="utf-8").split() if not name.startswith(_FIRST)]
    notebooks = [file.relative_to(app).as_posix() for file in sorted(app.glob("files/*.ipynb"))]
    found = {name: (app / name).read_bytes() for name in (*wanted, *notebooks) if (app / name).is_file()}
    contents = json.dumps([[f"{APP}/{name}", len(body)] for name, body in found.items()]).encode() + b"\n"
    pack = app / PACK
    pack.write_bytes(contents + b"".join(found.values()))
    kernel.compress(pack)
    return [f"{APP}/{name}" for name in found]


def _python(app: Path, name: str) -> dict[str, Any]:
    return _piece(app, f"{kernel.FOLDER}/{name}")


def _piece(app: Path, name: str) -> dict[str, Any]:
    compressed = app / f"{name}.gz"
    is_compressed = compressed.is_file()
    sent = compressed if is_compressed else app / name
    return {"path": f"{APP}/{name}", "compressed": is_compressed, "bytes": sent.stat().st_size}


def _fingerprint(app: Path) -> str:
    made_of = hashlib.sha256(_TEMPLATE.read_bytes())
    for file in sorted(app.rglob("*")):
        if file.is_file() and file.suffix != ".gz":
            made_of.update(file.relative_to(app).as_posix().encode() + crc32(file.read_bytes()).to_bytes(4))
    return made_of.hexdigest()[:12]
