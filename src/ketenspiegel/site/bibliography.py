"""References in Dutch, in full words and in one shape, for readers who are no scholars.

A list reads "Tastle, William J. en Wierman, Mark J. (2007). Title. *Journal* 45(3), 531–545. https://doi.org/…",
a page says "(Tastle en Wierman, 2007)".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pybtex.plugin import register_plugin  # type: ignore[import-untyped]
from pybtex.style.formatting import toplevel  # type: ignore[import-untyped]
from pybtex.style.formatting.unsrt import Style, pages  # type: ignore[import-untyped]
from pybtex.style.template import (  # type: ignore[import-untyped]
    Node,
    first_of,
    href,
    join,
    names,
    optional,
    optional_field,
    sentence,
    tag,
    words,
)
from pybtex.style.template import field as value
from sphinxcontrib.bibtex import plugin as references
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

NAME = "ketenspiegel"
_YEAR = first_of[optional_field("year"), "z.j."]
_KINDS = (
    "article book booklet dataset inbook incollection inproceedings manual mastersthesis misc online phdthesis "
    "proceedings software techreport unpublished"
)


class DutchStyle(Style):
    """Entries of the list: who, when, what, where it stands, and where to find it."""

    default_name_style = "lastfirst"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.sort = _by_name

    def template(self, entry: Any) -> Any:
        """Give the one shape that entries of every kind have."""
        in_something = any(name in entry.fields for name in ("journal", "booktitle"))
        title = value("title") if in_something else tag("em")[value("title")]
        return toplevel[
            words[_people(), join["(", _YEAR, ")."]],
            sentence[title],
            optional[sentence[words[tag("em")[value("journal")], optional[_place()]]]],
            optional[sentence[words["In:", optional[_editors()], tag("em")[value("booktitle")]], optional[_pages()]]],
            sentence[tuple(optional_field(name) for name in ("publisher", "school", "institution", "howpublished"))],
            sentence[optional_field("note")],
            first_of[optional[_link("https://doi.org/", "doi")], optional[_link("", "url")]],
        ]


for _kind in _KINDS.split():
    setattr(DutchStyle, f"get_{_kind}_template", DutchStyle.template)


def _by_name(entries: Iterable[Any]) -> list[Any]:
    return sorted(entries, key=lambda entry: (_sort_name(entry), entry.fields.get("year", ""), entry.key))


def _sort_name(entry: Any) -> str:
    """Sort as Dutch lists do: "van der Eijk" under the E, and organisations among people."""
    people = entry.persons.get("author") or entry.persons.get("editor") or ()
    last_names = " ".join(name for person in people for name in person.last_names)
    return (last_names or entry.fields.get("title", "")).replace("{", "").casefold()


def _names(role: str) -> Any:
    return names(role, sep="; ", sep2=" en ", last_sep=" en ")


def _people() -> Any:
    return first_of[optional[_names("author")], optional[_editors()], optional_field("organization")]


def _editors() -> Any:
    return words[_names("editor"), "(red.)"]


def _place() -> Any:
    return join[value("volume"), optional["(", value("number"), ")"], optional[", ", pages]]


def _pages() -> Any:
    return words["blz.", pages]


def _link(before: str, name: str) -> Any:
    address = join[before, value(name, raw=True)]
    return href(address)[address]


@dataclass
class DutchReferences(AuthorYearReferenceStyle):
    """References in the text: "(Tastle en Wierman, 2007)"."""

    bracket_parenthetical: BracketStyle = field(default_factory=lambda: BracketStyle("(", ")", "; "))
    bracket_textual: BracketStyle = field(default_factory=lambda: BracketStyle("(", ")", "; "))
    person: PersonStyle = field(
        default_factory=lambda: PersonStyle(sep2=" en ", last_sep=" en ", other=" e.a."),
    )

    def inner(self, role_name: str) -> Any:
        """Give the template of one reference, with Dutch for a missing year."""
        return _with_dutch_year(super().inner(role_name))


def _with_dutch_year(node: Any) -> Any:
    if not isinstance(node, Node):
        return node
    if node.name == "year":
        return _YEAR
    node.children = [_with_dutch_year(child) for child in node.children]
    return node


def drop_list_role(app: Any, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Let the references be no list to a screen reader: their own role is not one that a list may hold."""
    if "body" in context:
        context["body"] = context["body"].replace(
            '<div role="list" class="citation-list">', '<div class="citation-list">'
        )


def register() -> None:
    """Make both styles known under the name that ``_config.yml`` uses."""
    register_plugin("pybtex.style.formatting", NAME, DutchStyle)
    references.register_plugin("sphinxcontrib.bibtex.style.referencing", NAME, DutchReferences)
