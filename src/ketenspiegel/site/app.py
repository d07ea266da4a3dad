"""An assessment in the page itself, and the list of what it is made of."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.forms.html import table
from ketenspiegel.site.buttons import DOWNLOAD_PAGE
from ketenspiegel.site.download import megabytes

# Where `make book` puts the app before it builds the pages.
FACTS = Path("_build", "lite", "app", "facts.json")
LICENCES = "app/licences.txt"
_KINDS = {"python": "Python in de browser", "script": "Scripts", "page": "Bladzijden"}
_COLUMNS = ("Onderdeel", "Versie", "Licentie", "Waarvoor")


class _WithFacts(SphinxDirective):
    def facts(self) -> dict[str, Any]:
        file = Path(self.env.srcdir).parent / FACTS
        if not file.is_file():
            raise self.error(f"{file} is missing; build the app first, or build all with: make book")
        self.env.note_dependency(str(file))
        facts: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return facts

    @property
    def top(self) -> str:
        return "../" * self.env.docname.count("/")


class App(_WithFacts):
    """``{app} notebook``: the notebook as an app in the page, started by a button.

    Options: ``title`` (what a screen reader calls it), ``keeps`` (the question set whose answers it keeps in the
    browser), and ``opens`` (a flag: it has nothing to fill in).
    """

    required_arguments = 1
    option_spec = {  # noqa: RUF012
        "title": directives.unchanged_required,
        "keeps": directives.unchanged,
        "opens": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Write the place of the app, and what a reader needs to know before the click."""
        verb = "open" if "opens" in self.options else "start"
        html = app_html(
            self.arguments[0], self.facts(), self.top, self.options["title"], self.options.get("keeps", ""), verb
        )
        return [nodes.raw("", html, format="html")]


def app_html(notebook: str, facts: dict[str, Any], top: str, title: str, keeps: str, verb: str) -> str:
    """Write the place of an app.

    Parameters
    ----------
    notebook
        The name of the notebook, without ending.
    facts
        What the build wrote down of the app.
    top
        The way from the page to the top of the site: ``""`` or ``"../"`` once or more.
    title
        What a screen reader calls it.
    keeps
        The question set whose answers it keeps in the browser.
    verb
        ``"start"`` (there is something to fill in) or ``"open"``.

    Examples
    --------
    >>> facts = {"page": "app/x.html", "start_bytes": 9_000_000, "later_bytes": 2_000_000, "needs_later": ["b.ipynb"]}
    >>> 'data-page="../app/x.html?path=a.ipynb"' in app_html("a", facts, "../", "A", "a", "start")
    True
    >>> "9,0 MB" in app_html("a", facts, "", "A", "a", "start"), "11,0 MB" in app_html("b", facts, "", "B", "", "open")
    (True, True)
    """
    file = f"{notebook}.ipynb"
    later = file in facts["needs_later"]
    size = megabytes(facts["start_bytes"] + (facts["later_bytes"] if later else 0))
    data = {
        "page": f"{top}{facts['page']}?path={file}",
        "worker": f"{top}service-worker.js",
        "title": title,
        "keeps": keeps,
        "verb": verb,
        **({"later": ""} if later else {}),
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    return (
        f'<div class="ks-app" {attributes}>'
        f'<p class="ks-start"><noscript>Hiervoor moet JavaScript aan staan in uw browser. Kan dat niet, gebruik het '
        f'dan <a href="{top}{DOWNLOAD_PAGE}.html">op uw eigen computer</a>.</noscript></p>'
        f'<p class="ks-aside">Alles gebeurt in uw eigen browser; uw antwoorden verlaten deze computer niet. De eerste '
        f"keer haalt uw browser {size} op van deze site. Daarna gaat het sneller, en ook zonder internet.</p></div>"
        f'<script type="module" src="{top}_static/app.js"></script>'
    )


class Parts(_WithFacts):
    """``{parts}``: a table of everything made by others that the site sends to a browser."""

    def run(self) -> list[nodes.Node]:
        """Write the table, and the way to the texts of the licences."""
        facts = self.facts()
        rows = [
            dict(zip(_COLUMNS, (name, version, licence, _KINDS[kind]), strict=True))
            for kind, name, version, licence in facts["parts"]
        ]
        caption = f"{len(rows)} onderdelen van anderen"
        texts = f'<p><a href="{self.top}{LICENCES}">De volledige teksten van de licenties</a></p>'
        return [nodes.raw("", texts + table(_COLUMNS, rows, caption), format="html")]
