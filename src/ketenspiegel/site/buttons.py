"""The buttons that start an assessment elsewhere than in the page: in Voila, on Binder, or on one's own machine."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.site.repository import Repository, repository

DOWNLOAD_PAGE = "invullen/eigen-computer"


class StartButtons(SphinxDirective):
    """``{start-buttons} notebook``: a button for every place where the notebook can be started."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write the buttons that lead somewhere; the others stay away."""
        page = self.env.docname
        top = "../" * page.count("/")
        source = repository(Path(self.env.srcdir).parent)
        html = buttons(self.arguments[0], top, os.environ.get("KETENSPIEGEL_VOILA", ""), source)
        return [nodes.raw("", html, format="html")]


def buttons(notebook: str, top: str, voila: str, source: Repository | None) -> str:
    """Write the start buttons of one notebook.

    Parameters
    ----------
    notebook
        The name of the notebook in ``assessments/``, without ending.
    top
        The way from the page to the top of the site: ``""`` or ``"../"`` once or more.
    voila
        Where Voila shows notebooks, seen from the top of the site; empty when there is no Voila.
    source
        The repository that Binder starts; None when it is not known.

    Examples
    --------
    >>> "eigen venster" in buttons("ketensamenwerking-vergelijken", "../", "voila/render/assessments", None)
    True
    >>> "Binder" in buttons("ketensamenwerking-vergelijken", "../", "", None)
    False
    """
    file = f"assessments/{notebook}.ipynb"
    parts = []
    if voila:
        parts.append(_button(f"{top}{voila}/{notebook}.ipynb", "Open in een eigen venster"))
    if source:
        parts.append(_button(source.binder(f"voila/render/{file}"), "Start in Binder"))
    parts.append(_button(f"{top}{DOWNLOAD_PAGE}.html", "Gebruik op uw eigen computer"))
    html = f'<p class="ks-start">{"".join(parts)}</p>'
    if source:
        lab = escape(source.binder(f"lab/tree/{file}"))
        html += (
            '<p class="ks-aside">Binder is een gratis dienst. Het starten duurt een paar minuten. Uw antwoorden staan '
            "dan tijdelijk op een computer van Binder en verdwijnen aan het eind. Bewaar dus zelf uw bestand. "
            f'Werkt u met notebooks? <a href="{lab}">Open JupyterLab in Binder</a>.</p>'
        )
    return html


def _button(address: str, text: str) -> str:
    return f'<a class="ks-go" href="{escape(address)}">{escape(text)}</a> '
