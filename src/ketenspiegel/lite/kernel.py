"""The Python kernel of the page: Pyodide, with a lock file that knows only what the site ships."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import deflate

from ketenspiegel.lite.archives import KERNEL, START, Archives

FOLDER = "pyodide"
_EARLY = Path(__file__).parent / "templates" / "early.mjs"
_RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
# The names under which early.mjs asks for them.
_PACKAGES = {"kernel": KERNEL, "start": START}
_BIG = 100_000


def lay_out(pyodide: Path, archives: Archives, folder: Path) -> None:
    """Put Pyodide and the archives in a folder, and beside each big file a compressed copy.

    Parameters
    ----------
    pyodide
        The folder with Pyodide as it came.
    archives
        The compiled packages and standard library.
    folder
        Where it all goes.
    """
    folder.mkdir(parents=True)
    for name in _RUNTIME:
        shutil.copy2(pyodide / name, folder)
    shutil.copy2(_EARLY, folder)
    for archive in archives.folder.glob("*.zip"):
        shutil.copy2(archive, folder)
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    lock = {"info": info, "packages": {name: _entry(name, folder / file) for name, file in _PACKAGES.items()}}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    for file in sorted(folder.iterdir()):
        if file.stat().st_size > _BIG:
            compress(file)


def compress(file: Path) -> None:
    """Lay a compressed copy beside a file; the service worker asks for that one, whatever the web server can do."""
    file.with_name(file.name + ".gz").write_bytes(deflate.gzip_compress(file.read_bytes(), 12))


def settings() -> dict[str, Any]:
    """Give the settings of JupyterLite's Pyodide kernel: all from here, nothing from anywhere else."""
    return {
        "pyodideUrl": f"./{FOLDER}/{_EARLY.name}",
        "disablePyPIFallback": True,
        "pipliteUrls": [],
    }


def _entry(name: str, archive: Path) -> dict[str, Any]:
    return {
        "name": name,
        "version": "1",
        "file_name": archive.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(archive.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }
