"""Views as HTML that stands in a page as it is: a drawing, its words, its table; no script."""

from __future__ import annotations

import re
from html import escape

import vl_convert

from ketenspiegel.forms.html import folded, items, paragraphs, view_table
from ketenspiegel.lenses.view import View


def side_by_side(views: list[View], name: str) -> str:
    """Write the first view beside the others, and below them what they give to talk about.

    Parameters
    ----------
    views
        The simple view, and the views that stand below each other beside it.
    name
        A name for this place in the site, from which ids are made.

    Returns
    -------
    str
        HTML. The questions have a heading of the third level, so this belongs in a section of the second.
    """
    first, *others = (_figure(view, f"{_slug(name)}-{number}") for number, view in enumerate(views))
    questions = items((question for view in views for question in view.questions), ordered=True)
    talk = f'<h3 class="ks-talk">Gespreksvragen</h3>{questions}' if questions else ""
    beside = f"<div>{''.join(others)}</div>" if others else ""
    return f'<div class="ks-views">{first}{beside}</div>{talk}'


def _figure(view: View, name: str) -> str:
    return (
        f'<figure class="ks-view" aria-labelledby="{name}">'
        f'<figcaption id="{name}">{escape(view.title)}</figcaption>{drawing(view, name)}'
        f"{paragraphs(view.notes, 'ks-aside')}{items(view.findings)}"
        f"{folded('Het beeld in woorden', paragraphs([view.summary]))}"
        f"{folded('De tabel bij dit beeld', view_table(view))}</figure>"
    )


def drawing(view: View, name: str) -> str:
    """Draw a view as SVG in the colour of the page's text.

    Parameters
    ----------
    view
        The view.
    name
        What the ids inside the drawing begin with; two drawings on a page need two names.

    Returns
    -------
    str
        One ``<svg>``, to a screen reader one picture called by the view's summary.
    """
    return picture(view.chart().to_json(), view.summary, name)


def picture(spec: str, words: str, name: str) -> str:
    """Draw a Vega-Lite chart as one picture that is called by ``words``, with ids that begin with ``name``."""
    svg: str = vl_convert.vegalite_to_svg(spec, format_locale="nl-NL")
    # Vega describes every mark, in English. This is one picture, with our own words.
    svg = re.sub(r'\s(role|aria-[a-z]+)="[^"]*"', "", svg)
    svg = re.sub(r'(\bid="|\burl\(#|\bhref="#)', rf"\g<1>{name}-", svg)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(words)}" ', 1)


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text)
