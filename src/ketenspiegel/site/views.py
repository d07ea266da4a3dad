"""Views of the example answers as part of a page: drawn when the book is built, with no script in the page."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import vl_convert
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.collection import collect
from ketenspiegel.forms.html import folded, items, paragraphs, view_table
from ketenspiegel.lenses.average import average
from ketenspiegel.lenses.perspectives import perspectives
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally

LENSES = {"average": average, "perspectives": perspectives}


class Views(SphinxDirective):
    """``{views} lens lens``: the example answers through one or more lenses, side by side.

    Options: ``questions`` (the question set; its answers are in ``assessments/voorbeelden/<question set>``) and
    ``theme`` (look at the items of one theme).
    """

    required_arguments = 1
    optional_arguments = 3
    option_spec = {"questions": directives.unchanged_required, "theme": directives.unchanged}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Draw the views, and write their questions below them."""
        name = self.options["questions"]
        folder = Path(self.env.srcdir).parent / "assessments" / "voorbeelden" / name
        questions = load_question_set(name)
        found = collect([folder], questions)
        if found.refused or not found.sheets:
            raise self.error(f"the example answers in {folder} cannot be used: {found.refused}")
        self.env.note_dependency(str(folder))
        counts = tally(found.sheets, questions)
        views = [LENSES[lens](counts, questions, self.options.get("theme")) for lens in self.arguments]
        return [nodes.raw("", side_by_side(views, f"{self.env.docname}-{self.lineno}"), format="html")]


def side_by_side(views: list[View], name: str) -> str:
    """Write views next to each other, and below them what they give to talk about.

    Parameters
    ----------
    views
        The views, left to right.
    name
        A name for this place in the site, from which ids are made.
    """
    figures = "".join(_figure(view, f"{_slug(name)}-{number}") for number, view in enumerate(views))
    questions = items((question for view in views for question in view.questions), ordered=True)
    talk = f'<p class="ks-talk">Gespreksvragen</p>{questions}' if questions else ""
    return f'<div class="ks-views">{figures}</div>{talk}'


def _figure(view: View, name: str) -> str:
    return (
        f'<figure class="ks-view"><figcaption>{escape(view.title)}</figcaption>{_svg(view, name)}'
        f"{paragraphs(view.notes, 'ks-aside')}{items(view.findings)}"
        f"{folded('Het beeld in woorden', paragraphs([view.summary]))}"
        f"{folded('De tabel bij dit beeld', view_table(view))}</figure>"
    )


def _svg(view: View, name: str) -> str:
    """Draw the chart in the colour of the page's text, with its own ids, as one picture with a name."""
    svg = vl_convert.vegalite_to_svg(view.chart().to_json())
    svg = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>{name}-", svg)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(view.summary)}" ', 1)


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text)
