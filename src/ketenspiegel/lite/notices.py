"""What the site ships that others made: names, versions, licences and their texts."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from email import message_from_bytes
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

import vl_convert

from ketenspiegel.build_hook import VEGA_LITE

# Parts of the book's pages themselves.
_PAGES = ("pydata-sphinx-theme", "sphinx", "sphinx-book-theme", "sphinx-design")
_CLASSIFIER = "License :: OSI Approved :: "


class Notice(NamedTuple):
    """One part: where it runs (``python``, ``script`` or ``page``), its name, version, licence, and that one's text."""

    kind: str
    name: str
    version: str
    licence: str
    text: str = ""


def notices(pyodide: Path, wheels: Iterable[Path], app: Path) -> list[Notice]:
    """Collect the notices of everything that goes to a reader's browser.

    Parameters
    ----------
    pyodide
        The folder with Pyodide as it came.
    wheels
        The wheels that the app gets.
    app
        The folder with the built front end, whose builders wrote down what is in it.
    """
    found = {_runtime(pyodide), *map(_wheel, wheels), *_vega(), *map(_installed, _PAGES)}
    for file in app.rglob("third-party-licenses.json"):
        for part in json.loads(file.read_text(encoding="utf-8"))["packages"]:
            licence = part["licenseId"] or "zie de tekst"
            found.add(Notice("script", part["name"], part["versionInfo"], licence, part["extractedText"]))
    # A part may come in by two ways; the one with the text of its licence stays.
    unique = {notice[:3]: notice for notice in sorted(found, key=lambda notice: len(notice.text))}
    return sorted((n for n in unique.values() if n.name != "ketenspiegel"), key=lambda n: (n.kind, n.name.lower()))


def _runtime(pyodide: Path) -> Notice:
    about = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))
    version = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]["python"]
    return Notice("python", f"Pyodide met CPython {version}", about["version"], f"{about['license']} en PSF-2.0")


def _wheel(wheel: Path) -> Notice:
    with zipfile.ZipFile(wheel) as files:
        inside = {name: name for name in files.namelist() if ".dist-info/" in name}
        metadata = next(name for name in inside if name.endswith("/METADATA"))
        texts = [files.read(name).decode(errors="replace") for name in inside if _is_licence(name)]
        return _from_metadata("python", files.read(metadata), "\n\n".join(texts))


def _installed(name: str) -> Notice:
    found = distribution(name)
    texts = [file.read_text() for file in found.files or () if ".dist-info" in str(file) and _is_licence(str(file))]
    return _from_metadata("page", (found.read_text("METADATA") or "").encode(), "\n\n".join(texts))


def _is_licence(name: str) -> bool:
    return Path(name).name.upper().startswith(("LICEN", "COPYING", "NOTICE"))


def _from_metadata(kind: str, metadata: bytes, text: str) -> Notice:
    about = message_from_bytes(metadata)
    classified = [line.removeprefix(_CLASSIFIER) for line in about.get_all("Classifier", []) if _CLASSIFIER in line]
    stated = (about["License"] or "").strip()
    licence = about["License-Expression"] or ", ".join(classified) or stated.partition("\n")[0][:60]
    return Notice(kind, about["Name"], about["Version"], licence or "zie de tekst", text)


def _vega() -> list[Notice]:
    version = next(line for line in vl_convert.get_vegalite_versions() if line.startswith(VEGA_LITE))
    return [
        Notice("script", "vega", vl_convert.get_vega_version(), "BSD-3-Clause"),
        Notice("script", "vega-lite", version, "BSD-3-Clause"),
        Notice("script", "vega-embed", vl_convert.get_vega_embed_version(), "BSD-3-Clause"),
    ]


def write_texts(found: Iterable[Notice], file: Path) -> None:
    """Write the texts of all licences in one file."""
    blocks = [f"{n.name} {n.version} ({n.licence})\n\n{n.text.strip()}" for n in found if n.text.strip()]
    line = "\n\n" + "=" * 80 + "\n\n"
    file.write_text(line.join(blocks) + "\n", encoding="utf-8")
