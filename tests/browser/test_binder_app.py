"""On Binder: a Jupyter server with Voila as its extension, on a machine that is not the user's own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import expect

from ketenspiegel.answers import read_answer_sheet


@pytest.fixture(scope="module")
def binder(clean_copy, tmp_path_factory):
    """The address of the server that Binder starts at the root of the repository."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("jovyan")
    options = [f"--port={port}", "--no-browser", "--IdentityProvider.token=", "--allow-root", "--ip=127.0.0.1"]
    environment = {**os.environ, "BINDER_REPO_URL": "https://example.org/repo", "HOME": str(home)}
    command = [sys.executable, "-m", "jupyterlab", *options]
    with subprocess.Popen(command, cwd=clean_copy, env=environment, stderr=subprocess.DEVNULL) as process:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api", timeout=1).close()
                break
            except OSError:
                time.sleep(0.5)
        yield f"http://127.0.0.1:{port}/", home
        process.terminate()


def test_the_app_opens_without_code_and_warns_before_the_first_question(binder, open_page, download):
    address, home = binder
    page = open_page()
    page.goto(f"{address}voila/render/assessments/ketensamenwerking.ipynb")
    expect(page.get_by_text("Let op: dit draait tijdelijk op een computer van Binder.")).to_be_visible()
    assert "import" not in page.locator("main").inner_text()
    page.get_by_role("radio", name=re.compile("^Inwoner ")).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator("fieldset").first.get_by_text("Eens", exact=True).click()
    expect(page.get_by_text("Nog niet bewaard in een bestand.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('ketenspiegel'))") is False
    assert not (home / "Ketenspiegel").exists()
    assert read_answer_sheet(download(page)).answers == {"ketensamenwerking-doel": 4}


def test_leaving_without_saving_is_asked_about(binder, open_page):
    page = open_page()
    page.goto(f"{binder[0]}voila/render/assessments/ketensamenwerking.ipynb")
    page.get_by_role("radio", name=re.compile("^Inwoner ")).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator("fieldset").first.get_by_text("Eens", exact=True).click()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.close(run_before_unload=True)
    other = page.context.new_page()
    for _ in range(50):
        if asked:
            break
        other.wait_for_timeout(100)
    assert asked == ["beforeunload"]


def test_the_notebook_runs_in_jupyterlab(binder, open_page):
    page = open_page()
    page.goto(f"{binder[0]}lab/tree/assessments/ketensamenwerking.ipynb")
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=40_000)
    page.locator(".jp-Notebook .jp-CodeCell").first.click()
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_text("Vanuit welke rol antwoordt u?")).to_be_visible(timeout=40_000)
