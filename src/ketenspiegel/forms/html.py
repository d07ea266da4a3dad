"""Pieces of HTML for panels; every text that comes in is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ketenspiegel.lenses.view import View


def items(sentences: Iterable[str], ordered: bool = False) -> str:
    """Write sentences as a list, or nothing when there are none.

    Examples
    --------
    >>> items(["a < b"])
    '<ul><li>a &lt; b</li></ul>'
    """
    tag = "ol" if ordered else "ul"
    body = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<{tag}>{body}</{tag}>" if body else ""


def paragraphs(sentences: Iterable[str], css: str = "") -> str:
    """Write every sentence as a paragraph of its own."""
    return "".join(f'<p class="{css}">{escape(sentence)}</p>' for sentence in sentences)


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], caption: str) -> str:
    """Write a table with headers that screen readers can connect to the cells."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(_row(columns, row) for row in rows)
    return (
        f'<div class="ks-scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def view_table(view: View) -> str:
    """Write the table behind a View."""
    return table(list(view.columns.values()), view.table(), view.title)


def folded(summary: str, content: str, unfolded: bool = False) -> str:
    """Fold content away under a line that opens it."""
    return f"<details{' open' if unfolded else ''}><summary>{escape(summary)}</summary>{content}</details>"


def _row(columns: Sequence[str], row: Mapping[str, Any]) -> str:
    first, *rest = (escape(str(row[name])) for name in columns)
    cells = "".join(f"<td>{cell}</td>" for cell in rest)
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'
