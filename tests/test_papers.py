"""The project's own papers are valid, agree with each other, and say what is there."""

from __future__ import annotations

import doctest
import re
import tomllib
from datetime import date

import jsonschema
import pytest
from ruamel.yaml import YAML

import ketenspiegel
from ketenspiegel.site.checkout import git

TOP = {
    "_config.yml", "_toc.yml", "assessments", "benchmarks", "book", "CHANGELOG.md", ".ci", "CITATION.cff",
    "CONTRIBUTING.md", ".github", ".gitignore", "LEESMIJ.md", "LICENSE", "Makefile", ".pre-commit-config.yaml",
    "publiccode.yml", "pyproject.toml", "README.md", "requirements.txt", "runtime.txt", "src", "tests",
}  # fmt: skip
PAPERS = ("README.md", "LEESMIJ.md", "CONTRIBUTING.md", "CHANGELOG.md")

TEXT = {"type": "string", "minLength": 1}
DATE = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"}
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}


def closed(required, **properties):
    return {"type": "object", "required": required.split(), "properties": properties, "additionalProperties": False}


def one_of(words):
    return {"enum": words.split()}


def list_of(kind, least=1):
    return {"type": "array", "minItems": least, "uniqueItems": True, "items": kind}


# What publiccode.yml 0.5 asks, as far as we use it; a key that it does not know makes the file invalid.
# https://yml.publiccode.tools/schema.core.html
CATEGORIES = one_of(
    "accounting agile-project-management applicant-tracking application-development appointment-scheduling backup "
    "billing-and-invoicing blog budgeting business-intelligence business-process-management cad "
    "call-center-management cloud-management collaboration communications compliance-management contact-management "
    "content-management crm customer-service-and-support data-analytics data-collection data-visualization design "
    "design-system digital-asset-management digital-citizenship document-management donor-management e-commerce "
    "e-signature educational-content email-management email-marketing employee-management "
    "enterprise-project-management enterprise-social-networking erp event-management facility-management "
    "feedback-and-reviews-management financial-reporting fleet-management fundraising gamification "
    "geographic-information-systems grant-management graphic-design help-desk hr ide identity-management "
    "instant-messaging integrated-library-system inventory-management it-asset-management it-development "
    "it-management it-security it-service-management knowledge-management learning-management-system marketing "
    "mind-mapping mobile-marketing mobile-payment network-management office online-booking online-community "
    "payment-gateway payroll predictive-analysis procurement productivity-suite project-collaboration "
    "project-management property-management real-estate-management regulations-and-directives remote-support "
    "resource-management sales-management seo service-desk social-media-management survey talent-management "
    "task-management taxes-management test-management time-management time-tracking translation video-conferencing "
    "video-editing visitor-management voip warehouse-management web-collaboration web-conferencing website-builder "
    "whistleblowing workflow-management other"
)
SCOPES = one_of(
    "agriculture culture defence education emergency-services employment energy environment "
    "finance-and-economic-development foreign-affairs healthcare infrastructures justice local-authorities "
    "manufacturing research science-and-technology security society sport tourism transportation welfare"
)
DESCRIPTION = closed(
    "shortDescription longDescription features",
    shortDescription={**TEXT, "maxLength": 150},
    longDescription={"type": "string", "minLength": 150, "maxLength": 10000},
    features=list_of(TEXT),
)
PUBLICCODE = closed(
    "publiccodeYmlVersion name url platforms developmentStatus softwareType description legal maintenance localisation",
    publiccodeYmlVersion={"const": "0.5"},
    name=TEXT,
    url={"type": "string", "pattern": r"^https://[\w.-]+/\S+$"},
    softwareVersion=TEXT,
    releaseDate=DATE,
    logo={"type": "string", "pattern": r"^(?!/|file:).+\.(svg|svgz|png)$"},
    platforms=list_of(TEXT),
    categories=list_of(CATEGORIES),
    developmentStatus=one_of("concept development beta stable obsolete"),
    softwareType=one_of(
        "standalone/mobile standalone/iot standalone/desktop standalone/web standalone/backend standalone/other "
        "addon library configurationFiles"
    ),
    intendedAudience=closed("", countries=list_of({"type": "string", "pattern": "^[A-Z]{2}$"}), scope=list_of(SCOPES)),
    description={
        "type": "object",
        "minProperties": 1,
        "propertyNames": LANGUAGE,
        "additionalProperties": DESCRIPTION,
    },
    legal=closed("license", license=TEXT),
    maintenance=closed(
        "type contacts",
        type=one_of("internal community"),
        contacts=list_of(closed("name", name=TEXT, email=TEXT, phone=TEXT, affiliation=TEXT)),
    ),
    localisation=closed(
        "localisationReady availableLanguages",
        localisationReady={"type": "boolean"},
        availableLanguages=list_of(LANGUAGE),
    ),
)
# What the Citation File Format 1.2.0 asks, as far as we use it.
# https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema.json
CITATION = closed(
    "authors cff-version message title",
    **{
        "cff-version": {"const": "1.2.0"},
        "message": TEXT,
        "type": one_of("software dataset"),
        "title": TEXT,
        "abstract": TEXT,
        "authors": list_of(closed("name", name=TEXT)),
        "version": TEXT,
        "date-released": DATE,
        "license": TEXT,
        "keywords": list_of(TEXT),
    },
)


@pytest.fixture(scope="module")
def read(root):
    return lambda name: (root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def load(read):
    return lambda name: YAML(typ="safe").load(read(name))


def commands_in(text):
    """The targets of every make command that stands on a line of its own or between backticks."""
    return re.findall(r"(?:^|`)(?:[A-Z_]+=\S* )?make ([a-z]+)(?:`|$)", text, re.MULTILINE)


@pytest.mark.parametrize(("name", "schema"), [("publiccode.yml", PUBLICCODE), ("CITATION.cff", CITATION)])
def test_the_file_is_valid(load, name, schema):
    jsonschema.validate(load(name), schema)


def test_publiccode_describes_every_language_that_it_names(load):
    public = load("publiccode.yml")
    assert set(public["description"]) == set(public["localisation"]["availableLanguages"])


def test_the_logo_is_there(load, root):
    assert (root / load("publiccode.yml")["logo"]).is_file()


def test_versions_dates_and_licences_agree(load, read):
    project = tomllib.loads(read("pyproject.toml"))["project"]
    citation, public = load("CITATION.cff"), load("publiccode.yml")
    assert project["version"] == ketenspiegel.__version__ == citation["version"] == public["softwareVersion"]
    assert project["license"] == citation["license"] == public["legal"]["license"] == "EUPL-1.2"
    released = date.fromisoformat(citation["date-released"])
    assert released == date.fromisoformat(public["releaseDate"])
    assert f"## [{project['version']}] - {released}" in read("CHANGELOG.md")


def test_the_licence_is_whole(read):
    licence = read("LICENSE")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [int(number) for number in re.findall(r"^(\d+)\.", licence, re.MULTILINE)] == list(range(1, 16))
    assert "Appendix" in licence.split("15.Applicable Law")[1]


def test_nothing_more_at_the_top(root):
    listed = git(root, "ls-files", "--cached", "--others", "--exclude-standard")
    if listed is None:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listed.splitlines()} == TOP


def test_every_make_target_that_is_named_exists(root, read):
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    pages = [*PAPERS, *(path.relative_to(root) for path in (root / "book").rglob("*.md"))]
    named = {target for page in pages for target in commands_in(read(page))}
    assert {"serve", "test"} <= named <= targets


@pytest.mark.parametrize("name", PAPERS)
def test_what_a_paper_names_is_there(root, read, name):
    text = read(name)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    places = re.findall(r"`((?:src|book|tests|assessments|benchmarks|\.github)/[^`\s]*)`", text)
    assert [place for place in links + places if not (root / place).exists()] == []


def test_the_house_in_the_readme_stands(root, read):
    house = read("README.md").split("## The house")[1].split("```")[1]
    names = [name for line in house.splitlines() for name in re.split(r"\s{2,}(?=[A-Za-z])", line)[0].split()]
    assert len(names) > 5
    assert [name for name in names if not (root / name).exists()] == []


def test_settings_that_are_named_exist(root, read):
    named = {name for paper in PAPERS for name in re.findall(r"\bKETENSPIEGEL_[A-Z]+", read(paper))}
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.py"))
    assert named
    assert [name for name in named if f'"{name}"' not in code] == []


def test_the_example_of_the_readme_runs(root, monkeypatch):
    monkeypatch.chdir(root)
    result = doctest.testfile(str(root / "README.md"), module_relative=False)
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize(
    ("workflow", "expected"), [("test.yml", ["make test"]), ("pages.yml", ["make book", "make try"])]
)
def test_workflows_call_make(load, workflow, expected):
    jobs = load(f".github/workflows/{workflow}")["jobs"]
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert commands == expected


def test_ci_calls_make_test_and_nothing_cleverer(read):
    lines = read(".ci/run").splitlines()
    assert lines[-1] == "make test"
    assert len(lines) == 4
