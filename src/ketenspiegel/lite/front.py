"""The front end of the app: JupyterLite with Specta, which shows a notebook without its code."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ketenspiegel.lite import kernel
from ketenspiegel.lite.parts import LABEXTENSIONS, PartError

PAGE = "specta/index.html"
_TEMPLATES = Path(__file__).parent / "templates"
_EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@jupyterlite/pyodide-kernel-extension",
    "anywidget",
    "jupyter-specta",
)
_DISABLED = (
    # The site has a service worker of its own; files that Python opens are in its packages.
    "@jupyterlite/application-extension:service-worker-manager",
    # Belongs to JupyterLab's window, which Specta does not have.
    "@jupyterlab/application-extension:move-widget",
)
_KERNEL = "extensions/@jupyterlite/pyodide-kernel-extension/static"
# What JupyterLite lays down for its other apps and for those who build it.
_UNUSED = ("api/translations", "bootstrap.js", "doc", "icon-*.png", "manifest.webmanifest")
_UNUSED_CODE = ("package.json", "rspack.*", "service-worker.js", "build/service-worker.js", "specta/package.json")
_UNUSED_SLIDES = ("extensions/jupyter-specta/static/reveal.js",)
# The kernel asks for these packages by name, but ours are one package, and are there before it asks.
_ASKS_FOR_PACKAGES = (
    (r'for\(let (\w+) of\["ipykernel","comm","pyodide-kernel","jedi","ipython"\]\)', r"for(let \1 of[])"),
    (r'\w+\.includes\("micropip"\)\|\|await', "true||await"),
    (r'\w+\.includes\("piplite"\)\|\|await', "true||await"),
)


def build_front(notebooks: list[Path], app: Path) -> None:
    """Build the front end.

    Parameters
    ----------
    notebooks
        The notebooks to show.
    app
        The folder to make.

    Raises
    ------
    PartError
        When JupyterLite cannot be built, or is not what this code was written for.
    """
    with TemporaryDirectory() as made:
        work = Path(made)
        contents = work / "contents"
        contents.mkdir()
        for notebook in notebooks:
            shutil.copy2(notebook, contents)
        _jupyterlite(contents, app, work)
    for pattern in (*_UNUSED, *_UNUSED_CODE, *_UNUSED_SLIDES):
        for path in app.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    _configure(app / "jupyter-lite.json")
    _change(app / "extensions/jupyter-specta/static", (r"@import url\(https://fonts\.googleapis\.com[^)]*\);", ""))
    _change(app / _KERNEL, *_ASKS_FOR_PACKAGES)
    _write_page(app / PAGE)


def _jupyterlite(contents: Path, app: Path, work: Path) -> None:
    config = {
        "LiteBuildConfig": {
            "apps": ["specta"],
            "contents": [str(contents)],
            "federated_extensions": [str(LABEXTENSIONS / name) for name in _EXTENSIONS],
            "ignore_sys_prefix": ["federated_extensions", "settings_overrides"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(app),
        }
    }
    (work / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    environment = {**os.environ, "JUPYTER_NO_CONFIG": "1", "SPECTA_NO_LOADING_SCREEN": "1", "PYTHONWARNINGS": "ignore"}
    command = (sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(work))
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise PartError(f"jupyter lite build stopped:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _configure(file: Path) -> None:
    config = json.loads(file.read_text(encoding="utf-8"))
    data = config["jupyter-config-data"]
    data["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"] = kernel.settings()
    data["disabledExtensions"] = list(_DISABLED)
    data["spectaConfig"] = {"hideTopbar": True, "defaultLayout": "article", "executionDelay": 1}
    file.write_text(json.dumps(config), encoding="utf-8")


def _change(folder: Path, *changes: tuple[str, str]) -> None:
    """Change what was built by others; a change that finds nothing is an error, for then they changed it."""
    missing = dict(changes)
    for file in folder.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for pattern, new in changes:
            text, found = re.subn(pattern, new, text)
            if found:
                missing.pop(pattern, None)
        file.write_text(text, encoding="utf-8")
    if missing:
        raise PartError(f"{folder} has changed: it no longer has {', '.join(missing)}")


def _write_page(file: Path) -> None:
    """Write the page that shows a notebook: Specta's own speaks English and has no lock."""
    bundle = re.search(r'href="(\.\./build/specta/bundle\.js[^"]*)"', file.read_text(encoding="utf-8"))
    if bundle is None:
        raise PartError("Specta's page has changed: its bundle is not where it was")
    page = (_TEMPLATES / "index.html").read_text(encoding="utf-8").replace("{{ bundle }}", bundle[1])
    file.write_text(page, encoding="utf-8")
    shutil.copy2(_TEMPLATES / "top.html", file.parents[1] / "index.html")
    for name in ("start.js", "app.css"):
        shutil.copy2(_TEMPLATES / name, file.parent)
    worker = next((file.parents[1] / _KERNEL).glob("comlink.worker.*.js"), None)
    if worker is None:
        raise PartError("the kernel's worker is not where it was")
    confine = (_TEMPLATES / "confine.js").read_text(encoding="utf-8")
    confine = confine.replace("{{ kernel }}", f"../{_KERNEL}/{worker.name}")
    (file.parent / "confine.js").write_text(confine, encoding="utf-8")
