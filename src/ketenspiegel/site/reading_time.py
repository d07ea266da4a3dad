"""How long a chapter takes to read, said below its title."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

# Brysbaert (2019) finds 238 words a minute for silent reading of non-fiction in English, over 190 studies.
# https://doi.org/10.1016/j.jml.2019.104047 . Dutch words are longer; this is our own, slower number.
WORDS_PER_MINUTE = 200
# Parts of the book that are read from beginning to end.
PARTS = ("lezen", "waarom", "woorden", "meten", "complexiteit", "lenzen", "cjg", "aan-de-slag")
FEWEST_WORDS = 300


def minutes(words: int) -> int:
    """Give how many minutes so many words take, at least one.

    Examples
    --------
    >>> minutes(90), minutes(1010)
    (1, 5)
    """
    return max(1, round(words / WORDS_PER_MINUTE))


def add_reading_time(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put the reading time below the title of a chapter."""
    if page.split("/")[0] not in PARTS:
        return
    title = next(iter(doctree.findall(nodes.title)), None)
    told = (text for text in doctree.findall(nodes.Text) if not isinstance(text.parent, nodes.raw))
    words = sum(len(text.astext().split()) for text in told)
    if title is None or title.parent is None or words < FEWEST_WORDS:
        return
    text = f"Leestijd: ongeveer {minutes(words)} minuten"
    title.parent.insert(title.parent.index(title) + 1, nodes.paragraph("", text, classes=["ks-reading-time"]))
