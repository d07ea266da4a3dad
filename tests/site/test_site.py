"""The built site stands on its own, and its buttons point where the book is built."""

from __future__ import annotations

import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ketenspiegel.site.buttons import buttons
from ketenspiegel.site.repository import Repository, repository

LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
}
STAD = {"GITHUB_REPOSITORY": "stad/spiegel"}


class Loads(HTMLParser):
    """Collects what a page loads by itself; links that a reader may follow do not count."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in LOADED and given.get(LOADED[tag]):
            self.addresses.append(given[LOADED[tag]])
        if tag == "link" and given.get("href"):
            self.addresses.append(given["href"])
        self.addresses += re.findall(r"url\(([^)]+)\)", given.get("style") or "")


@pytest.fixture(scope="module")
def pages(site):
    return sorted(page for page in site.rglob("*.html") if not {"_static", "app"} & set(page.parts))


def test_no_page_loads_anything_from_another_host(pages):
    assert len(pages) > 10
    for page in pages:
        loads = Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        assert loads.addresses
        outside = [
            address
            for address in loads.addresses
            if re.match(r"[a-z]+:|//", address) and not address.startswith("data:")
        ]
        assert not outside, page


def test_every_page_has_a_policy_that_the_browser_keeps(pages):
    for page in pages:
        head = page.read_text(encoding="utf-8").partition("<script")[0]
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', head)[1]
        assert "default-src 'self';" in policy
        assert "connect-src 'self';" in policy
        assert not re.search(r"https?:|\*", policy)


def test_no_style_loads_anything_from_another_host(site):
    styles = [style for style in site.rglob("*.css") if "app" not in style.relative_to(site).parts]
    assert styles
    for style in styles:
        assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", style.read_text(encoding="utf-8")), style


def test_every_page_is_dutch_and_describes_itself(site, pages):
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert '<html lang="nl"' in text
        if page.stem not in ("genindex", "search"):
            assert re.search(r'<meta content="[^"]{40,}" lang="nl" name="description"', text), page


@pytest.mark.parametrize(
    "english",
    [
        "Skip to main content",
        "Back to top",
        "Color mode",
        "Toggle primary",
        "previous page",
        "Link to this",
        "On this page",
    ],
)
def test_the_theme_speaks_dutch(pages, english):
    assert not [page for page in pages if english in page.read_text(encoding="utf-8")]


def test_every_reference_is_cited_and_every_citation_resolves(root, site):
    keys = re.findall(r"^@\w+\{(\w+),", (root / "book" / "references.bib").read_text(encoding="utf-8"), re.M)
    cited = {
        key.strip()
        for page in (root / "book").rglob("*.md")
        for found in re.findall(r"\{cite:[pt]\}`([^`]+)`", page.read_text(encoding="utf-8"))
        for key in found.split(",")
    }
    assert set(keys) == cited
    literature = (site / "over" / "literatuur.html").read_text(encoding="utf-8")
    assert literature.count('role="doc-biblioentry"') == len(keys)


def test_the_example_is_drawn_in_the_page_with_words_and_table(site):
    page = (site / "invullen" / "ketensamenwerking.html").read_text(encoding="utf-8")
    assert len(re.findall(r'<svg role="img" aria-label="[^"]{100,}"', page)) == 2
    assert page.count('<th scope="row">') == 6 + 6 * 5
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_download_is_this_project(site, root):
    listed = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("not a git checkout, so there is no download")
    names = zipfile.ZipFile(site / "_static" / "ketenspiegel.zip").namelist()
    assert "ketenspiegel/assessments/ketensamenwerking.ipynb" in names


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (STAD, Repository("stad/spiegel", "HEAD")),
        ({**STAD, "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main"}, Repository("stad/spiegel", "main")),
        ({**STAD, "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "a/b"}, Repository("stad/spiegel", "a%2Fb")),
        ({**STAD, "GITHUB_REF_NAME": "12/merge"}, Repository("stad/spiegel", "HEAD")),
        ({}, None),
    ],
)  # fmt: skip
def test_the_repository_is_where_the_book_is_built(environment, expected, monkeypatch, tmp_path):
    for name in ("GITHUB_REPOSITORY", "GITHUB_REF_TYPE", "GITHUB_REF_NAME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert repository(tmp_path) == expected


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("https://github.com/vork/spiegel.git", "vork/spiegel"),
        ("https://github.com/vork/spiegel", "vork/spiegel"),
        ("git@github.com:vork/spiegel.git", "vork/spiegel"),
        ("ssh://git@github.com/vork/spiegel.git", "vork/spiegel"),
        ("https://gitlab.com/vork/spiegel.git", None),
        ("/srv/git/spiegel.git", None),
        (None, None),
    ],
)
def test_a_fork_points_at_itself(remote, expected, monkeypatch, tmp_path):
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    if remote:
        subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", remote], check=True)
    found = repository(tmp_path)
    assert (found.name if found else None) == expected


def test_buttons_stay_away_rather_than_point_nowhere():
    here, binder = (
        "eigen venster",
        "mybinder.org/v2/gh/vork/spiegel/HEAD?urlpath=voila%2Frender%2Fassessments%2Fketensamenwerking-vergelijken.ipynb",
    )
    nothing = buttons("ketensamenwerking-vergelijken", "", "", None)
    assert here not in nothing
    assert "mybinder" not in nothing
    both = buttons("ketensamenwerking-vergelijken", "../", "voila/render/assessments", Repository("vork/spiegel"))
    assert 'href="../voila/render/assessments/ketensamenwerking-vergelijken.ipynb"' in both
    assert binder in both
    assert "urlpath=lab%2Ftree%2Fassessments%2Fketensamenwerking-vergelijken.ipynb" in both


def test_every_start_button_leads_to_a_notebook(site, root):
    pages = "".join(path.read_text(encoding="utf-8") for path in (site / "invullen").glob("*.html"))
    names = set(re.findall(r"voila/render/assessments/([\w-]+)\.ipynb", pages))
    assert names == {path.stem for path in Path(root / "assessments").glob("*.ipynb")}
