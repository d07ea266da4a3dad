"""The lock is complete: from it alone a new environment runs every notebook."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

UV = Path(sys.executable).with_name("uv")


@pytest.fixture(scope="module")
def lock(root):
    return (root / "requirements.txt").read_text(encoding="utf-8").splitlines()


def test_every_version_is_pinned(lock):
    lines = [line for line in lock if line and not line.startswith("#")]
    assert all(line == "-e ." or re.match(r"[\w.\[\]-]+==\S+( ; .+)?$", line) for line in lines)


@pytest.mark.parametrize("name", ["jupyter-book", "ipywidgets", "pandas", "altair", "voila", "jupyterlab", "anywidget"])
def test_the_lock_holds_what_it_must_and_that_is_what_is_here(lock, name):
    pinned = next(line.split("==")[1].split()[0] for line in lock if line.startswith(f"{name}=="))
    assert version(name) == pinned


def test_jupyter_book_stays_below_two():
    assert int(version("jupyter-book").split(".")[0]) < 2


def test_a_new_environment_from_the_lock_alone_runs_every_notebook(clean_copy, tmp_path):
    new = tmp_path / "venv"
    python = new / "bin" / "python"
    subprocess.run([UV, "venv", "-q", "--python", sys.executable, new], check=True)
    install = [UV, "pip", "install", "-q", "--python", python, "-r", "requirements.txt"]
    subprocess.run(install, cwd=clean_copy, check=True, timeout=900)
    for notebook in sorted((clean_copy / "assessments").glob("*.ipynb")):
        run = [python, "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", tmp_path, notebook]
        done = subprocess.run(run, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        cells = json.loads((tmp_path / notebook.name).read_text(encoding="utf-8"))["cells"]
        shown = [output for cell in cells for output in cell.get("outputs", []) if "data" in output]
        assert any("application/vnd.jupyter.widget-view+json" in output["data"] for output in shown)
    shutil.rmtree(new)
