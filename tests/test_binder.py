"""Binder will install this tree as meant: repo2docker's own plan says so."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def plan(clean_copy):
    command = [Path(sys.executable).with_name("jupyter-repo2docker"), "--no-build", "--debug", "."]
    done = subprocess.run(command, cwd=clean_copy, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout + done.stderr


def test_binder_takes_the_python_that_we_name(plan, root):
    version = (root / "runtime.txt").read_text().strip().removeprefix("python-")
    assert f"Building conda environment for python={version}" in plan


def test_binder_installs_the_lock_and_this_package(plan, root):
    copied = plan.index("COPY --chown=0:0 src/ ${REPO_DIR}/")
    installed = plan.index('pip install --no-cache-dir -r "requirements.txt"')
    assert copied < installed, "the package must be there before it is installed"
    assert "-e ." in (root / "requirements.txt").read_text().splitlines()


def test_what_is_installed_shows_notebooks_with_voila_in_our_page():
    prefix = Path(sys.prefix)
    enabled = json.loads((prefix / "etc/jupyter/jupyter_server_config.d/voila.json").read_text())
    assert enabled["ServerApp"]["jpserver_extensions"] == {"voila.server_extension": True}
    assert (prefix / "share/jupyter/voila/templates/ketenspiegel/index.html.j2").is_file()
    assert distribution("ketenspiegel").version


@pytest.mark.parametrize("name", ["ketensamenwerking", "ketensamenwerking-vergelijken"])
def test_notebooks_are_thin_and_ask_for_our_page(root, name):
    notebook = json.loads((root / "assessments" / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert notebook["metadata"]["voila"] == {"template": "ketenspiegel"}
    heading, cell = notebook["cells"]
    assert heading["cell_type"] == "markdown"
    assert cell["outputs"] == []
    assert len("".join(cell["source"]).splitlines()) <= 3
