"""What the browser's Python is made of: fetched from PyPI and npm, pinned, and checked by hash."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from importlib.metadata import distribution
from pathlib import Path

PYODIDE = "314.0.6"
_PYODIDE_SHA512 = "BKDTJyIqFxC4BExLqeRS3f5xvXZIjOt8C3zGLN/Cc7tFxSwvKVhVkchQQ2AGLOtR4YrVOIFxbV8poyDOOmWwxQ=="
_NPM = "https://registry.npmjs.org"
_WHEELS = Path(__file__).with_name("wheels.txt")
_PLATFORM = (
    "--platform=pyemscripten_2026_0_wasm32",
    "--python-version=3.14",
    "--implementation=cp",
    "--abi=cp314",
)
LABEXTENSIONS = Path(sys.prefix, "share", "jupyter", "labextensions")
_KERNEL_WHEELS = ("ipykernel", "piplite", "pyodide_kernel")


class PartError(Exception):
    """A part of the site cannot be fetched, or is not what was pinned."""


def fetch_pyodide(cache: Path) -> Path:
    """Fetch Pyodide: CPython for the browser, as npm has it.

    Parameters
    ----------
    cache
        The folder that keeps what was fetched before.

    Returns
    -------
    Path
        The folder with ``pyodide.mjs``, ``pyodide.asm.wasm`` and the standard library.

    Raises
    ------
    PartError
        When npm cannot be reached or the file is not the one that was pinned.
    """
    folder = cache / f"pyodide-{PYODIDE}"
    if not folder.is_dir():
        registry = os.environ.get("NPM_CONFIG_REGISTRY", _NPM).rstrip("/")
        archive = _download(f"{registry}/pyodide/-/pyodide-{PYODIDE}.tgz", cache)
        if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != _PYODIDE_SHA512:
            archive.unlink()
            raise PartError(f"{archive.name} is not the file that was pinned: its hash differs")
        unpacked = cache / f"{folder.name}.part"
        with tarfile.open(archive) as files:
            files.extractall(unpacked, filter="data")
        (unpacked / "package").rename(folder)
        shutil.rmtree(unpacked)
        archive.unlink()
    return folder


def fetch_wheels(cache: Path) -> list[Path]:
    """Fetch the packages of ``wheels.txt``, in the form that runs in WebAssembly.

    Parameters
    ----------
    cache
        The folder that keeps what was fetched before.

    Returns
    -------
    list of Path
        One wheel per package.

    Raises
    ------
    PartError
        When pip cannot fetch a package with the right hash.
    """
    pinned = _WHEELS.read_bytes()
    folder = cache / f"wheels-{hashlib.sha256(pinned).hexdigest()[:12]}"
    if not folder.is_dir():
        part = folder.with_suffix(".part")
        command = (sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check", "--no-deps")
        chosen = ("--require-hashes", "--only-binary=:all:", *_PLATFORM, f"--requirement={_WHEELS}", f"--dest={part}")
        if subprocess.run([*command, *chosen], check=False).returncode:
            raise PartError(f"pip could not fetch what {_WHEELS.name} asks for; see above")
        part.rename(folder)
    return sorted(folder.glob("*.whl"))


def kernel_wheels() -> list[Path]:
    """Give the wheels of the Jupyter kernel, which come with JupyterLite's extension."""
    folder = LABEXTENSIONS / "@jupyterlite" / "pyodide-kernel-extension" / "static" / "pypi"
    return [path for name in _KERNEL_WHEELS for path in folder.glob(f"{name}-*.whl")]


def pure_wheel(name: str, folder: Path) -> Path:
    """Make a wheel from the Python files of an installed package whose compiled files are only a speed-up.

    Parameters
    ----------
    name
        The package.
    folder
        Where the wheel goes.
    """
    found = distribution(name)
    wheel = folder / f"{name}-{found.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as files:
        for file in found.files or ():
            if file.suffix == ".py" or file.match("*.dist-info/METADATA") or "licenses" in file.parts:
                files.writestr(str(file), file.read_binary())
    return wheel


def own_wheel(project: Path, folder: Path) -> Path:
    """Build Ketenspiegel itself, from this very tree.

    Parameters
    ----------
    project
        The top of the project.
    folder
        Where the wheel goes.

    Raises
    ------
    PartError
        When the wheel cannot be built.
    """
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder.resolve()))
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PartError(f"the wheel of this project cannot be built:\n{done.stderr}")
    return next(folder.glob("ketenspiegel-*.whl"))


def _download(address: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / address.rpartition("/")[2]
    try:
        with urllib.request.urlopen(address, timeout=120) as answer, target.open("wb") as file:
            shutil.copyfileobj(answer, file)
    except OSError as error:
        raise PartError(f"{address} cannot be fetched: {error}") from error
    return target
