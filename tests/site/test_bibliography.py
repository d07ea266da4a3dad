"""References are Dutch, in one shape, and sorted as Dutch lists are."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string
from pybtex.plugin import find_plugin
from pybtex.richtext import Text
from pybtex.style.template import Node

from ketenspiegel.site.bibliography import DutchReferences, DutchStyle

BACKEND = find_plugin("pybtex.backends", "plaintext")()
ENTRIES = r"""
@article{wij, author = {Tastle, William J. and Wierman, Mark J.}, title = {Consensus and CAF}, year = {2007},
  journal = {A Journal}, volume = {45}, number = {3}, pages = {531--545}, doi = {10.1/x}, url = {https://elders.nl}}
@book{eijk, author = {van der Eijk, Cees}, title = {Een boek}, publisher = {Uitgever}, year = {2001}}
@misc{ministerie, author = {{Ministerie van Zaken}}, title = {Een besluit}, url = {https://besluit.nl/}}
@incollection{bundel, author = {Bos, A. and Dam, B. and Ent, C.}, title = {Hoofdstuk}, editor = {Vos, D.},
  booktitle = {Bundel}, pages = {1--9}, year = {1999}}
@phdthesis{dame, author = {Dame, Eva}, title = {Proefschrift}, school = {Universiteit}, year = {2020}}
"""


@pytest.fixture(scope="module")
def listed():
    bibliography = DutchStyle().format_bibliography(parse_string(ENTRIES, "bibtex"))
    return {entry.key: entry.text.render(BACKEND).replace("\n", " ") for entry in bibliography}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (
            "wij",
            "Tastle, William J. en Wierman, Mark J. (2007). Consensus and CAF. A Journal 45(3), 531–545. "
            "https://doi.org/10.1/x",
        ),
        ("eijk", "van der Eijk, Cees (2001). Een boek. Uitgever."),
        ("ministerie", "Ministerie van Zaken (z.j.). Een besluit. https://besluit.nl/"),
        ("bundel", "Bos, A.; Dam, B. en Ent, C. (1999). Hoofdstuk. In: Vos, D. (red.) Bundel, blz. 1–9."),
        ("dame", "Dame, Eva (2020). Proefschrift. Universiteit."),
    ],
)
def test_every_kind_of_entry_has_the_same_shape(listed, key, text):
    assert " ".join(listed[key].split()) == text


def test_particles_and_organisations_stand_where_a_dutch_reader_looks(listed):
    assert list(listed) == ["bundel", "dame", "eijk", "ministerie", "wij"]


@pytest.mark.parametrize(
    ("key", "text"),
    [("wij", "Tastle en Wierman"), ("bundel", "Bos e.a."), ("eijk", "van der Eijk"), ("ministerie", "z.j.")],
)
def test_references_in_the_text_are_dutch(key, text):
    style = DutchReferences()
    data = {"entry": parse_string(ENTRIES, "bibtex").entries[key], "style": style}
    for role in ("p", "t"):
        # The whole template asks for a place in a built page; the names and the year in it do not.
        parts = [part for part in _nodes(style.inner(role)) if part.name in ("author_or_editor_or_title", "first_of")]
        written = [Text(part.format_data(data)).render(BACKEND).replace("\xa0", " ") for part in parts]
        assert text in written
        assert "n.d." not in written


def _nodes(node):
    if isinstance(node, Node):
        yield node
        for child in node.children:
            yield from _nodes(child)
