"""The directives in a book of their own: what a page gets with git, with a fork, and with nothing."""

from __future__ import annotations

import subprocess
import zipfile

import pytest
from sphinx.application import Sphinx

PAGE = """
Bladzijde
=========

.. start-buttons:: ketensamenwerking-vergelijken

.. download-zip::
"""


@pytest.fixture
def build(tmp_path, monkeypatch):
    """Build a book of one page, one folder deep, as it stands in a checkout."""
    for name in ("GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "KETENSPIEGEL_VOILA"):
        monkeypatch.delenv(name, raising=False)
    book = tmp_path / "book"
    (book / "deel").mkdir(parents=True)
    (book / "index.rst").write_text("Begin\n=====\n\n.. toctree::\n\n   deel/bladzijde\n", encoding="utf-8")
    (book / "deel" / "bladzijde.rst").write_text(PAGE, encoding="utf-8")

    def make() -> str:
        out = tmp_path / "_build"
        app = Sphinx(
            book,
            None,
            out,
            tmp_path / "_doctrees",
            "html",
            {"extensions": "ketenspiegel.site"},
            status=None,
            warning=None,
        )
        app.build()
        assert app.statuscode == 0
        return (out / "deel" / "bladzijde.html").read_text(encoding="utf-8")

    return make


def commit(folder):
    git = ["git", "-C", folder, "-c", "user.name=x", "-c", "user.email=x@voorbeeld.nl"]
    subprocess.run([*git[:3], "init", "-q"], check=True)
    subprocess.run([*git, "add", "book"], check=True)
    subprocess.run([*git, "commit", "-qm", "begin"], check=True)


def test_with_nothing_only_the_own_computer_is_left(build):
    page = build()
    assert "mybinder" not in page
    assert "eigen venster" not in page
    assert "ketenspiegel.zip" not in page
    assert 'href="../invullen/eigen-computer.html"' in page


def test_in_a_checkout_of_a_fork_the_page_points_at_the_fork_and_offers_itself(build, tmp_path, monkeypatch):
    commit(tmp_path)
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", "git@github.com:vork/spiegel.git"], check=True)
    monkeypatch.setenv("KETENSPIEGEL_VOILA", "voila/render/assessments")
    page = build()
    assert (
        "mybinder.org/v2/gh/vork/spiegel/HEAD?urlpath=voila%2Frender%2Fassessments%2Fketensamenwerking-vergelijken.ipynb"
        in page
    )
    assert 'href="../voila/render/assessments/ketensamenwerking-vergelijken.ipynb"' in page
    assert 'href="../_static/ketenspiegel.zip" download' in page
    with zipfile.ZipFile(tmp_path / "_build" / "_static" / "ketenspiegel.zip") as packed:
        assert "ketenspiegel/book/deel/bladzijde.rst" in packed.namelist()
