"""What was built: all of it from here, divided as meant, and what is written about it is true."""

from __future__ import annotations

import gzip
import json
import re
import zipfile

import pytest


@pytest.fixture(scope="module")
def app(site):
    return site / "app"


@pytest.fixture(scope="module")
def pieces(site):
    worker = (site / "service-worker.js").read_text(encoding="utf-8")
    return json.loads(re.search(r"const facts = (\{.*\});", worker)[1])


def modules(archive):
    return {name for name in zipfile.ZipFile(archive).namelist() if name.endswith((".pyc", ".so"))}


def test_the_service_worker_knows_what_there_is(site, pieces):
    for piece in (*pieces["start"], *pieces["later"], *pieces["rest"]):
        file = site / piece["path"]
        sent = file.with_name(file.name + ".gz") if piece["compressed"] else file
        assert sent.stat().st_size == piece["bytes"]
        if piece["compressed"]:
            assert gzip.decompress(sent.read_bytes()) == file.read_bytes()


def test_the_pack_holds_the_files_that_it_names(site, pieces):
    first, _, contents = (site / pieces["pack"]).read_bytes().partition(b"\n")
    place = 0
    for path, size in json.loads(first):
        assert contents[place : place + size] == (site / path).read_bytes()
        place += size
    assert place == len(contents)
    assert [path for path, _ in json.loads(first)] == pieces["front"]


def test_the_start_stays_within_what_was_promised(pieces):
    assert sum(piece["bytes"] for piece in pieces["start"]) < 12_000_000


def test_every_module_is_in_one_archive_and_a_form_starts_without_charts(app):
    archives = {name: modules(app / "pyodide" / f"{name}.zip") for name in ("kernel", "start", "later", "rest")}
    everything = [module for found in archives.values() for module in found]
    assert len(everything) == len(set(everything))
    assert "ketenspiegel/questions.pyc" in archives["start"]
    assert "altair/__init__.pyc" in archives["later"]
    assert "ketenspiegel/charts/perspectives.pyc" in archives["later"]
    assert not [name for name in everything if name.startswith(("ketenspiegel/lite", "ketenspiegel/site"))]


def test_only_comparisons_need_more_than_the_start(app, root):
    facts = json.loads((app / "facts.json").read_text(encoding="utf-8"))
    assert facts["needs_later"] == sorted(path.name for path in (root / "assessments").glob("*-vergelijken.ipynb"))


def test_the_example_answers_are_there(app):
    names = zipfile.ZipFile(app / "pyodide" / "later.zip").namelist()
    assert len([name for name in names if name.startswith("ketenspiegel/voorbeelden/ketensamenwerking/")]) == 26


def test_python_knows_no_package_index(app):
    config = json.loads((app / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]
    kernel = config["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["disablePyPIFallback"] is True
    assert kernel["pipliteUrls"] == []
    assert kernel["pyodideUrl"].startswith("./")


def test_the_app_has_the_lock_and_asks_no_fonts(app):
    page = (app / "specta" / "index.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy"\s+content="([^"]+)"', page)[1]
    assert "connect-src 'self';" in policy
    assert "worker-src blob:;" in policy
    assert not re.search(r"https?:", policy)
    for script in (app / "extensions" / "jupyter-specta").rglob("*.js"):
        assert "fonts.googleapis.com" not in script.read_text(encoding="utf-8")


def test_every_part_is_named_with_version_and_licence(app, site):
    facts = json.loads((app / "facts.json").read_text(encoding="utf-8"))
    names = {name for _, name, _, _ in facts["parts"]}
    assert {"vega-lite", "pydantic", "altair", "ipywidgets"} <= names
    assert all(version and licence for _, _, version, licence in facts["parts"])
    page = (site / "over" / "onderdelen.html").read_text(encoding="utf-8")
    assert page.count('<th scope="row">') == len(facts["parts"])
    assert (app / "licences.txt").stat().st_size > 100_000
