"""One address serves the site and the assessments, and nothing else of the folder."""

from __future__ import annotations

import http.client
import subprocess
import sys

import pytest

from ketenspiegel.serve import main


def status(address, path, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", int(address.rsplit(":", 1)[1].strip("/")), timeout=30)
    connection.request("GET", path, headers={"Host": host} if host else {})
    return connection.getresponse().status


def test_the_site_is_there(server):
    assert status(server, "/") == 200
    assert status(server, "/lezen/index.html") == 200


@pytest.mark.parametrize(
    "path",
    [
        "/pyproject.toml",
        "/.git/config",
        "/../pyproject.toml",
        "/%2e%2e/pyproject.toml",
        "/assessments/ketensamenwerking.ipynb",
        "/voila/tree",
        "/voila/tree/assessments",
        "/voila/files/pyproject.toml",
        "/voila/files/assessments/ketensamenwerking.ipynb",
        "/voila/api/contents",
        "/voila/api/contents/assessments",
        "/voila/render/pyproject.toml",
        "/voila/render/assessments/../README.md",
        "/voila/render/assessments/voorbeelden/make_examples.py",
        "/voila/render/nergens.ipynb",
        "/api/contents",
    ],
)
def test_nothing_else_of_the_folder_can_be_reached(server, path):
    assert status(server, path) in (403, 404)


def test_another_name_for_this_machine_is_refused(server):
    path = "/voila/render/assessments/ketensamenwerking.ipynb"
    assert status(server, path, host="kwaad.example") == 403


def test_another_site_cannot_end_a_kernel(server):
    address = f"127.0.0.1:{server.rsplit(':', 1)[1].strip('/')}"
    for origin, expected in (("http://kwaad.example", 403), (f"http://{address}", 404)):
        connection = http.client.HTTPConnection(address, timeout=30)
        connection.request(
            "POST", "/voila/api/shutdown/00000000-0000-0000-0000-000000000000", headers={"Origin": origin}
        )
        assert connection.getresponse().status == expected


def test_a_site_that_is_not_built_is_said_in_words(tmp_path, capsys):
    assert main(["--site", str(tmp_path)]) == 1
    assert "Bouw hem eerst met: make book" in capsys.readouterr().err


def test_a_taken_port_is_passed_over(server, site, root):
    port = server.rsplit(":", 1)[1].strip("/")
    command = [sys.executable, "-m", "ketenspiegel.serve", "--port", port, "--site", site]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as second:
        line = second.stdout.readline()
        second.terminate()
    assert "http://localhost:" in line
    assert f":{port}/" not in line
