"""What people write in a table of meetings, in Dutch or English: how often, how long, by whom and what for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ketenspiegel.meetings import Participant, Per
from ketenspiegel.survey_headers import plain

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("een one", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven", "acht eight",
         "negen nine", "tien ten", "elf eleven", "twaalf twelve"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_WORDS = {
    "dag dagen werkdag werkdagen day days workday workdays": "day",
    "week weken wk wkn weeks": "week",
    "maandag dinsdag woensdag donderdag vrijdag monday tuesday wednesday thursday friday": "week",
    "maand maanden mnd mnden month months": "month",
    "kwartaal kwartalen kwrt quarter quarters": "quarter",
    "halfjaar half-year": "half",
    "jaar jaren jr year years yr": "year",
}
_UNITS = {word: unit for words, unit in _WORDS.items() for word in words.split()}
# How many times in a period once per unit is. A daily meeting is held on working days.
_PERIODS: dict[str, tuple[float, Per]] = {
    "day": (5, "week"),
    "week": (1, "week"),
    "month": (1, "month"),
    "quarter": (1, "quarter"),
    "half": (2, "year"),
    "year": (1, "year"),
}
_NUMBER = r"\d+(?:[.,]\d+)?"
_OFTEN = re.compile(
    rf"(?:(?P<times>{_NUMBER}) ?(?P<x>x|keer|maal|times?)? ?)?"
    r"(?P<per>per|/|in de|in het|in|elke?|ieder[e]?|every|each|an?)? ?"
    rf"(?:(?P<every>{_NUMBER}) ?)?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\.?"
)
_OTHER_WORDS_OFTEN = {
    r"\b(dagelijks|daily)\b": "elke dag",
    r"\bhalfjaarlijks\b|\b(half|halve) (jaar|year)\b": "elk halfjaar",
    r"(?:\b(\d+)[- ]?)?wekelijks\b": r"elke \1 week",
    r"(?:\b(\d+)[- ]?)?maandelijks\b": r"elke \1 maand",
    r"(?:\b(\d+)[- ]?)?jaarlijks\b": r"elk \1 jaar",
    r"\bweekly\b": "every week",
    r"\bfortnightly\b": "every 2 weeks",
    r"\bmonthly\b": "every month",
    r"\bquarterly\b": "every quarter",
    r"\b(yearly|annually)\b": "every year",
    r"\b(om de andere|every other)\b": "elke 2",
    r"\bom de (?=\d)": "elke ",
    r"\bom de\b": "elke 2",
    r"\bp/w\b": "per week",
    r"\bp/m\b": "per maand",
    r"\bp/j\b": "per jaar",
    r"\b(once|eens)\b": "1 x",
    r"\btwice\b": "2 x",
    r"\b(per|elke?|ieder[e]?|every|each|an?) elk halfjaar": "elk halfjaar",
}
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?")
_LONG = re.compile(
    rf"(?:(?P<hours>{_NUMBER}) ?(?:uur|uren|u|hours?|hrs?|h)\.?)?(?: ?(?:en|and) | ?)"
    rf"(?:(?P<minutes>{_NUMBER}) ?(?P<unit>minuten|minuut|minutes?|min|m|')?\.?)?"
)
_OTHER_WORDS_LONG = {
    r"\b(\d+) (?:en|and) (?:1|a) half\b|\b(\d+) ?½": r"\1\2,5",
    r"\b(\d+)(?:ën|en)(?:een)?half\b": r"\1,5",
    r"\banderhal(?:f|ve)\b": "1,5",
    r"\b1 hour (?:and a half)\b|\ban hour and a half\b": "1,5 uur",
    r"\b(?:1 |a )?half ?(?:an )?(?:uur|hour)\b|½ ?(?:uur|hour)": "30 min",
    r"\b3 ?kwartier\b": "45 min",
    r"\b(?:1 )?kwartier\b|\b(?:a )?quarter of an hour\b": "15 min",
    r"\ban (?=hour)": "1 ",
    r"^(?=uur$|hour$)": "1 ",
}
_SEPARATOR = re.compile(r"[;,|\n](?![^()]*\))")
_COUNT = re.compile(r"(?:(\d+) ?[x×] ?)?(.+?)(?: ?\(?\b(\d+) ?[x×]\)?)?", re.I)
_PARTICIPANT = re.compile(r"([^()]+?)(?: ?\(([^()]*)\))?")


def how_often(cell: str, per: Per | None = None) -> tuple[float, Per] | None:
    """Read how often a meeting is, as times per week, month, quarter or year; None when it cannot be understood.

    Parameters
    ----------
    cell
        Such as ``"1x per 2 weken"``, ``"om de week"``, ``"maandelijks"`` or ``"twice a year"``.
    per
        What a bare number is per, when that is known.

    Examples
    --------
    >>> how_often("2x per maand"), how_often("om de week"), how_often("dagelijks"), how_often("af en toe")
    ((2.0, 'month'), (0.5, 'week'), (5.0, 'week'), None)
    """
    text = _digits(plain(cell)).replace("×", "x")
    if per and re.fullmatch(_NUMBER, text):
        return (_number(text), per) if _number(text) > 0 else None
    for words, other in _OTHER_WORDS_OFTEN.items():
        text = re.sub(words, other, text)
    found = _OFTEN.fullmatch(re.sub(r"\s+", " ", text).strip())
    # "2 weken" may be two a week or one in two weeks.
    if not found or not (found["x"] or found["per"]):
        return None
    times, every = _number(found["times"] or "1"), _number(found["every"] or "1")
    unit = _UNITS[found["unit"]]
    factor, period = _PERIODS[unit]
    if unit == "day" and every >= 7:
        factor = 7
    return (times * factor / every, period) if times and every else None


def how_long(cell: str, minutes: bool = False) -> float | None:
    """Read how many hours a meeting takes; None when it cannot be understood.

    Parameters
    ----------
    cell
        Such as ``"1,5"``, ``"90 minuten"``, ``"1:30"``, ``"1u30"`` or ``"anderhalf uur"``.
    minutes
        Whether a bare number is minutes, not hours.

    Examples
    --------
    >>> how_long("1,5"), how_long("90 minuten"), how_long("1:30"), how_long("1u30"), how_long("anderhalf uur")
    (1.5, 1.5, 1.5, 1.5, 1.5)

    What may be an hour and a half, or 1.3 hours, is not guessed.

    >>> how_long("1.30") is None
    True
    """
    text = _digits(plain(cell))
    for words, other in _OTHER_WORDS_LONG.items():
        text = re.sub(words, other, text)
    clock = _CLOCK.fullmatch(text)
    if clock:
        return int(clock[1]) + int(clock[2]) / 60 or None
    found = _LONG.fullmatch(text)
    if not text or not found or re.match(r"\d+[.,](15|30|45)\b", text):
        return None
    hours, rest = _number(found["hours"] or "0"), _number(found["minutes"] or "0")
    if not found["hours"] and not found["unit"] and not minutes:
        return rest or None
    return hours + rest / 60 or None


def who(cell: str) -> list[Participant]:
    """Read the participants in a cell, separated by semicolons, commas, bars or line ends.

    Raises
    ------
    ValueError
        With the text of a participant that cannot be understood.

    Examples
    --------
    >>> [(one.people, one.label) for one in who("Jeugdarts (GGD); 2x Wijkteamlid (Wijkteam)")]
    [(1, 'Jeugdarts (GGD)'), (2, 'Wijkteamlid (Wijkteam)')]
    """
    return [_participant(" ".join(part.split())) for part in _SEPARATOR.split(cell) if part.strip()]


def what_for(cell: str, purposes: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Read the purposes in a cell: those that are known, and the texts that are not.

    Parameters
    ----------
    cell
        Names of purposes, separated as participants are; a name may hold commas itself.
    purposes
        Per `plain` name the purpose.

    Examples
    --------
    >>> what_for("Kennis, ervaring delen, beslissen", {"kennis, ervaring delen": "learn", "besluiten": "decide"})
    (['learn'], ['beslissen'])
    """
    known: list[str] = []
    unknown: list[str] = []
    for piece in re.split(r"[;|\n]", cell):
        parts = [part.strip() for part in piece.split(",") if part.strip()]
        while parts:
            # The longest name first: one that holds commas must not fall apart.
            lengths = (n for n in range(len(parts), 0, -1) if plain(", ".join(parts[:n])) in purposes)
            length = next(lengths, 0)
            if length:
                known.append(purposes[plain(", ".join(parts[:length]))])
            else:
                unknown.append(parts[0])
            parts = parts[max(length, 1) :]
    return list(dict.fromkeys(known)), unknown


def _participant(text: str) -> Participant:
    counted = _COUNT.fullmatch(text)
    found = counted and _PARTICIPANT.fullmatch(counted[2])
    if not counted or not found:
        raise ValueError(text)
    try:
        return Participant(name=found[1], organisation=found[2] or "", people=int(counted[1] or counted[3] or 1))
    except ValueError:
        raise ValueError(text) from None


def _digits(text: str) -> str:
    """Write numbers in words as digits, also where they stand at the start of a word ("zeswekelijks")."""
    words = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    return re.sub(
        rf"\b({words})(?=maal|keer|wekelijks|maandelijks|jaarlijks|kwartier|[eë]n(?:een)?half|\b)",
        lambda found: str(_NUMBERS[found[1]]),
        text.replace("é", "e"),
    )


def _number(text: str) -> float:
    return float(text.replace(",", "."))
