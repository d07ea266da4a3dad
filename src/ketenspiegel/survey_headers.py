"""What the columns of a survey export are, told from their headers; and which must not come in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from ketenspiegel.language import LANGUAGES
from ketenspiegel.questions import QuestionSet

FIELDS = ("role", "municipality", "chain", "round")
REMARK, RESPONSE, SUBMITTED = "remark", "response", "submitted"

_PERSONAL_WORDS = re.compile(
    r"\b(naam|voornaam|achternaam|voorletters|name|first ?name|last ?name|surname|e-?mail\w*|mailadres|ip|ip-?adres|"
    r"ip-?addr\w*|token|telefoon\w*|phone|mobiel|bsn|geboorte\w*|adres|address|postcode)\b"
)
_PERSONAL_CELL = re.compile(
    r"^[\w.+-]+@[\w-]+\.[\w.-]+$|^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}$", re.I
)
_NAMES: dict[str, tuple[str, ...]] = {
    "role": ("rol", "role", "vanuit welke rol antwoordt u?", "wat is uw rol?", "uw rol"),
    "municipality": ("gemeente", "municipality", "in welke gemeente?", "uw gemeente"),
    "chain": ("keten", "chain", "welke keten?"),
    "round": ("ronde", "round"),
    RESPONSE: ("id", "response id", "respons-id", "response-id", "antwoord-id", "antwoord id"),
    SUBMITTED: (
        "submitdate",
        "date submitted",
        "datum verzonden",
        "datum ingezonden",
        "voltooiingstijd",
        "tijd van voltooien",
        "completion time",
    ),
}
_IGNORED = {
    "lastpage", "laatste pagina", "last page", "startlanguage", "starttaal", "start language", "seed", "startdate",
    "datestamp", "date started", "date last action", "refurl", "begintijd", "start time", "taal", "language",
    "last modified time", "tijd van laatste wijziging",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """What a column holds: nothing that is used (no ``kind``), a field, an answer, or a remark on an item."""

    header: str
    kind: str = ""
    item: str = ""


def plain(text: str) -> str:
    """Make texts comparable: no HTML, no case, simple quotes and single spaces.

    Examples
    --------
    >>> plain("  Weet  ik <b>niet</b>\\u00a0")
    'weet ik niet'
    """
    text = re.sub(r"<[^>]+>", "", unescape(text)).replace("\u00a0", " ")
    text = re.sub("[‘’`´]", "'", re.sub("[“”„]", '"', text))
    return re.sub(r"\s+", " ", text).strip().casefold()


def withheld(header: str, cells: Iterable[str]) -> bool:
    """Tell whether a column may hold who somebody is, by its header or by what stands in it.

    Examples
    --------
    >>> withheld("E-mailadres", []), withheld("Vraag 3", ["jan@example.org"]), withheld("Gemeente", ["Almere"])
    (True, True, False)
    """
    spaced = re.sub(r"[_/.()\[\]:]+", " ", plain(header))
    return bool(_PERSONAL_WORDS.search(spaced)) or any(_PERSONAL_CELL.match(cell.strip()) for cell in cells)


class Headers:
    """The headers that a question set is recognised by: codes, texts in any language, and the names of fields.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> headers = Headers(load_question_set("ketensamenwerking"))
    >>> headers.recognise("Q1[regie_koers]").item
    'regie-koers'
    >>> headers.recognise("3. Ik weet wie in deze keten de knoop doorhakt.").item
    'regie-knoop'
    >>> headers.recognise("regiekoers[comment]").kind
    'remark'
    """

    def __init__(self, questions: QuestionSet) -> None:
        codes = {_squeezed(item): item for item in questions.items}
        texts = {_squeezed(item.text.to(each)): key for key, item in questions.items.items() for each in LANGUAGES}
        self._items = texts | codes

    def recognise(self, header: str) -> Column:
        """Tell what a column holds from its header."""
        text = plain(header)
        for kind, names in _NAMES.items():
            if text in names:
                return Column(header, kind)
        if text in _IGNORED:
            return Column(header, "ignored")
        bare, remark = _without_remark_mark(text)
        for candidate in _candidates(bare):
            found = self._items.get(_squeezed(candidate))
            if found:
                return Column(header, REMARK if remark else "answer", found)
        return Column(header)

    def items(self, headers: Iterable[str]) -> set[str]:
        """Give the items that are asked in a table with these headers."""
        found = map(self.recognise, headers)
        return {column.item for column in found if column.item and column.kind != REMARK}


def _without_remark_mark(text: str) -> tuple[str, bool]:
    bare = re.sub(r"\s*(\[(comment|opmerking)\]|[_ ](comment|opmerking))$", "", text)
    return bare, bare != text


def _candidates(text: str) -> list[str]:
    """Give the whole header, what stands between its last brackets, and what follows a code or number in front."""
    bracketed = re.search(r"\[([^\[\]]+)\]\s*$", text)
    numbered = re.sub(r"^[a-z]{0,3}\d+(q\d+)?[.:)]\s*", "", text)
    coded = re.sub(r"^[\w-]+\.\s+", "", text)
    return [text, *([bracketed[1]] if bracketed else []), numbered, coded]


def _squeezed(text: str) -> str:
    return re.sub(r"[^\w]|_", "", plain(text))
