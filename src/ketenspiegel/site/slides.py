"""Buttons for who works with a group: show the page as slides, or print its worksheets."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

SCRIPT = "slides.js"


class Slides(SphinxDirective):
    """``{slides}``: a button that shows the page as slides, one for its beginning and one for every ``##`` section."""

    def run(self) -> list[nodes.Node]:
        """Write the button."""
        return [_button(self, "ks-show", "Toon deze bladzijde als dia's")]


class Worksheets(SphinxDirective):
    """``{worksheets}``: a button that prints the page, every ``##`` section on a sheet of its own and nothing else."""

    def run(self) -> list[nodes.Node]:
        """Write the button."""
        return [_button(self, "ks-print", "Druk deze werkbladen af")]


def button_html(kind: str, text: str, top: str) -> str:
    """Write a button that stays hidden until its script is there.

    Parameters
    ----------
    kind
        What the script knows the button by, as a class: ``"ks-show"`` or ``"ks-print"``.
    text
        What stands on the button.
    top
        The way from the page to the top of the site: ``""`` or ``"../"`` once or more.

    Examples
    --------
    >>> button_html("ks-print", "Druk af", "../").startswith('<p class="ks-print" hidden><button type="button"')
    True
    """
    return (
        f'<p class="{kind}" hidden><button type="button" class="ks-small">{escape(text)}</button></p>'
        f'<script type="module" src="{top}_static/{SCRIPT}"></script>'
    )


def _button(directive: SphinxDirective, kind: str, text: str) -> nodes.raw:
    top = "../" * directive.env.docname.count("/")
    return nodes.raw("", button_html(kind, text, top), format="html")
