"""The project's own papers are valid, agree with each other, and say what is there."""

from __future__ import annotations

import doctest
import re
import subprocess
import tomllib
from datetime import date

import jsonschema
import pytest
from ruamel.yaml import YAML

import ketenspiegel

TOP = {
    "_config.yml", "_toc.yml", "assessments", "benchmarks", "book", "CHANGELOG.md", ".ci", "CITATION.cff",
    "CONTRIBUTING.md", ".github", ".gitignore", "LEESMIJ.md", "LICENSE", "Makefile", ".pre-commit-config.yaml",
    "publiccode.yml", "pyproject.toml", "README.md", "requirements.txt", "runtime.txt", "src", "tests",
}  # fmt: skip
PAPERS = ("README.md", "LEESMIJ.md", "CONTRIBUTING.md", "CHANGELOG.md")

TEXT = {"type": "string", "minLength": 1}
LIST = {"type": "array", "minItems": 1}
# What publiccode.yml asks: https://yml.publiccode.tools/schema.core.html
DESCRIPTION = {
    "type": "object",
    "required": ["shortDescription", "longDescription", "features"],
    "properties": {
        "shortDescription": {"type": "string", "minLength": 1, "maxLength": 150},
        "longDescription": {"type": "string", "minLength": 150, "maxLength": 10000},
        "features": {**LIST, "items": {"type": "string", "maxLength": 100}},
    },
}
PUBLICCODE = {
    "type": "object",
    "required": ["publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance", "localisation"],
    "properties": {
        "publiccodeYmlVersion": {"enum": ["0", "0.4", "0.5", "0.6", "0.7"]},
        "url": {"type": "string", "pattern": "^https://"},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {"enum": ["standalone/web", "standalone/desktop", "standalone/other", "library", "addon"]},
        "platforms": {**LIST, "items": {"enum": ["web", "windows", "mac", "linux", "ios", "android"]}},
        "description": {"type": "object", "minProperties": 1, "additionalProperties": DESCRIPTION},
        "legal": {"type": "object", "required": ["license"]},
        "maintenance": {"type": "object", "required": ["type", "contacts"], "properties": {"contacts": {**LIST, "items": {"required": ["name"]}}}},
        "localisation": {"type": "object", "required": ["localisationReady", "availableLanguages"]},
    },
}  # fmt: skip
# What the Citation File Format 1.2.0 asks: https://github.com/citation-file-format/citation-file-format
CITATION = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "type": {"enum": ["software", "dataset"]},
        "authors": {**LIST, "items": {"anyOf": [{"required": ["name"]}, {"required": ["family-names"]}]}},
        "date-released": {"type": "string", "format": "date"},
    },
}


@pytest.fixture(scope="module")
def load(root):
    return lambda name: YAML(typ="safe").load((root / name).read_text(encoding="utf-8"))


def test_publiccode_is_valid(load):
    jsonschema.validate(load("publiccode.yml"), PUBLICCODE)


def test_the_citation_is_valid(load):
    citation = load("CITATION.cff")
    jsonschema.validate(citation, CITATION)
    date.fromisoformat(citation["date-released"])


def test_versions_and_licences_agree(root, load):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation, public = load("CITATION.cff"), load("publiccode.yml")
    assert project["version"] == ketenspiegel.__version__ == citation["version"] == public["softwareVersion"]
    assert project["license"] == citation["license"] == public["legal"]["license"] == "EUPL-1.2"
    assert f"## [{project['version']}] - {citation['date-released']}" in (root / "CHANGELOG.md").read_text(
        encoding="utf-8"
    )
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (root / "LICENSE").read_text(encoding="utf-8")


def test_nothing_more_at_the_top(root):
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard"], capture_output=True, text=True, check=False
    ).stdout  # fmt: skip
    if not listed:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listed.splitlines()} == TOP


def test_every_make_target_that_is_named_exists(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    pages = [*(root / name for name in PAPERS), *(root / "book").rglob("*.md")]
    named = {target for page in pages for target in re.findall(r"\bmake ([a-z]+)\b", page.read_text(encoding="utf-8"))}
    assert {"serve", "test"} <= named & set(re.findall(r"^([a-z]+):", makefile, re.M))
    assert not [
        t for t in re.findall(r"`make ([a-z]+)`", " ".join(p.read_text() for p in pages)) if f"\n{t}:" not in makefile
    ]


def test_the_example_of_the_readme_runs(root, monkeypatch):
    monkeypatch.chdir(root)
    result = doctest.testfile(str(root / "README.md"), module_relative=False)
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize("name", PAPERS)
def test_links_between_papers_lead_somewhere(root, name):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (root / name).read_text(encoding="utf-8")):
        assert (root / target).exists(), target


@pytest.mark.parametrize("workflow", ["test.yml", "pages.yml"])
def test_workflows_call_make(load, workflow):
    jobs = load(f".github/workflows/{workflow}")["jobs"]
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert commands in (["make test"], ["make book"])


def test_ci_calls_make_test_and_nothing_cleverer(root):
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "make test"
    assert len(lines) == 4
