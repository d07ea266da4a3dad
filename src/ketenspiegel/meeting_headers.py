"""What the columns of a table of meetings are, told from their headers, in Dutch or English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ketenspiegel.language import LANGUAGES, Language
from ketenspiegel.meetings import Per
from ketenspiegel.survey_headers import plain

NAME, PARTICIPANTS, ORGANISATION = "name", "participants", "organisation"
TIMES, HOURS, PURPOSES = "times", "hours", "purposes"

# Per column what its header may be; the first few are what people are told.
_HEADERS: dict[str, dict[Language, tuple[str, ...]]] = {
    NAME: {
        "nl": ("overleg", "vergadering", "bijeenkomst", "naam overleg", "naam van het overleg", "naam vergadering",
               "welk overleg"),
        "en": ("meeting", "meeting name", "name of the meeting", "name of meeting", "meetings"),
    },
    PARTICIPANTS: {
        "nl": ("deelnemers", "deelnemer", "wie", "wie zitten erin", "wie doen mee", "functie", "functies"),
        "en": ("participants", "participant", "who", "attendees"),
    },
    ORGANISATION: {
        "nl": ("organisatie", "organisaties"),
        "en": ("organisation", "organisations", "organization", "organizations"),
    },
    TIMES: {
        "nl": ("hoe vaak", "frequentie", "keer", "aantal keer"),
        "en": ("how often", "frequency", "times"),
    },
    HOURS: {
        "nl": ("duur", "hoe lang", "uren", "uur", "tijdsduur", "lengte", "minuten", "duur in uren", "duur in minuten"),
        "en": ("length", "how long", "hours", "duration", "minutes"),
    },
    PURPOSES: {
        "nl": ("doel", "doelen", "waarvoor"),
        "en": ("purpose", "purposes", "what for"),
    },
}  # fmt: skip
# A meeting may be called by a bare "name" as long as no other column names it: beside one it is somebody's name.
_BARE_NAMES = ("naam", "name")
_PERIODS: dict[str, Per] = {
    "week": "week", "maand": "month", "month": "month", "kwartaal": "quarter", "quarter": "quarter", "jaar": "year",
    "year": "year",
}  # fmt: skip
_PER = rf"(?:per|a) ({'|'.join(_PERIODS)})"


def kinds_of(headers: Sequence[str]) -> list[str]:
    """Tell what each column holds; an empty text where that is not known.

    Examples
    --------
    >>> kinds_of(["Naam", "Deelnemer(s)", "Hoe vaak?", "Duur (in minuten)", "Opmerking"])
    ['name', 'participants', 'times', 'hours', '']
    >>> kinds_of(["Naam", "Overleg"])
    ['', 'name']
    """
    bare = [_bare(header) for header in headers]
    known = {text: kind for kind in _HEADERS for language in LANGUAGES for text in _HEADERS[kind][language]}
    kinds = [known.get(text, "") for text in bare]
    if NAME not in kinds:
        kinds = [NAME if text in _BARE_NAMES else kind for text, kind in zip(bare, kinds, strict=True)]
    return kinds


def examples(kind: str, language: Language) -> tuple[str, ...]:
    """Give some headers that a column may have."""
    return _HEADERS[kind][language][:3]


def period_of(header: str) -> Per | None:
    """Tell what bare numbers in a column are per, when its header says so.

    Examples
    --------
    >>> period_of("Keer per maand"), period_of("Hoe vaak (bijv. 2 per week)")
    ('month', None)
    """
    found = re.fullmatch(rf"[^(\d]*[( ]{_PER}\)?[?:. ]*", plain(header))
    return _PERIODS[found[1]] if found else None


def in_minutes(header: str) -> bool:
    """Tell whether bare numbers in a column are minutes, as its header says.

    Examples
    --------
    >>> in_minutes("Duur (minuten)"), in_minutes("Duur (uren of minuten)")
    (True, False)
    """
    return "minu" in plain(header) and not re.search(r"\b(uur|uren|hours?)\b", plain(header))


def _bare(header: str) -> str:
    """Give a header without what stands between brackets, a mark at its end, or "per month"."""
    text = re.sub(r"\s*(\(.*\)|\[.*\])", "", plain(header)).strip(" ?:.*")
    return re.sub(rf" {_PER}$", "", text)
