"""What a team enters about its meetings: who sit in them, how often, how long and what for; and putting lists together.

A participant is a function ("Jeugdarts"), never a person by name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median_low
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ketenspiegel.methods.affiliation import Gathering

Per = Literal["week", "month", "quarter", "year"]

MAX_NAME = 100
MAX_PARTICIPANTS = 200
MAX_PURPOSES = 20
MAX_TIMES = 100
MAX_HOURS = 24
# Who says four times a month means every week (4.33 times): up to a tenth apart is the same answer.
ALIKE = 0.1

_PER_MONTH: dict[Per, float] = {"week": 52 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
_Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME, strip_whitespace=True)]
_Organisation = Annotated[str, StringConstraints(max_length=MAX_NAME, strip_whitespace=True)]
_Purpose = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Participant(_Record):
    """A function that sits in a meeting, of which organisation, and with how many people.

    Examples
    --------
    >>> Participant(name="Jeugdarts", organisation="GGD").label, Participant(name="Huisarts").home
    ('Jeugdarts (GGD)', 'Huisarts')
    """

    name: _Name
    organisation: _Organisation = ""
    people: Annotated[int, Field(ge=1, le=200)] = 1

    @property
    def home(self) -> str:
        """Where a participant belongs: the organisation, or else the participant itself."""
        return self.organisation or self.name

    @property
    def label(self) -> str:
        """How a participant is called among those of other organisations."""
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


class Meeting(_Record):
    """A meeting that comes back ``times`` per week, month, quarter or year, and takes ``hours`` each time.

    Examples
    --------
    >>> Meeting(name="Casusoverleg", times=1, per="quarter", hours=1.5).monthly_hours
    0.5
    """

    name: _Name
    participants: Annotated[tuple[Participant, ...], Field(max_length=MAX_PARTICIPANTS)] = ()
    times: Annotated[float, Field(gt=0, le=MAX_TIMES)]
    per: Per
    hours: Annotated[float, Field(gt=0, le=MAX_HOURS)]
    purposes: Annotated[tuple[_Purpose, ...], Field(max_length=MAX_PURPOSES)] = ()

    @property
    def per_month(self) -> float:
        """How many times a month, with 52 weeks in a year."""
        return self.times * _PER_MONTH[self.per]

    @property
    def monthly_hours(self) -> float:
        """How many hours a month for each of those who sit in it."""
        return self.per_month * self.hours


@dataclass(frozen=True)
class Combined:
    """Lists put together: each meeting once, by name, and the names of those that people describe differently."""

    meetings: tuple[Meeting, ...]
    differing: tuple[str, ...] = ()


def combined(meetings: Iterable[Meeting]) -> Combined:
    """Put the lists of several people together.

    A meeting with the same name, whatever its capitals and spaces, is the same meeting. Its participants and purposes
    are united; of a participant named more than once the most people count. Where people give another frequency or
    length, the median counts (of an even number the lower of the two in the middle, so that it is always what
    somebody said), and its name is listed when they lie more than a tenth apart. Of spellings the most common one
    is kept. The order in which lists come in changes nothing, and putting together again changes nothing either.

    Parameters
    ----------
    meetings
        The meetings of all lists. A united meeting may hold more participants or purposes than one person may enter.

    Examples
    --------
    >>> doctor, school = Participant(name="Jeugdarts"), Participant(name="School")
    >>> mine = Meeting(name="Casusoverleg", participants=(doctor,), times=1, per="month", hours=1)
    >>> yours = Meeting(name="casusoverleg", participants=(school,), times=2, per="month", hours=1)
    >>> both = combined([mine, yours])
    >>> [(each.name, [one.name for one in each.participants], each.times) for each in both.meetings]
    [('Casusoverleg', ['Jeugdarts', 'School'], 1.0)]
    >>> both.differing
    ('Casusoverleg',)
    """
    known = list(meetings)
    titles = _spellings(meeting.name for meeting in known)
    spellings = _spellings(
        text for meeting in known for one in meeting.participants for text in (one.name, one.organisation)
    )
    by_name: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in known:
        by_name[name_key(meeting.name)].append(meeting)
    return Combined(
        meetings=tuple(_united(titles[key], by_name[key], spellings) for key in sorted(by_name)),
        differing=tuple(titles[key] for key in sorted(by_name) if _differ(by_name[key])),
    )


def gatherings(meetings: Iterable[Meeting]) -> list[Gathering]:
    """Give meetings as the methods take them, put together first; participants go by their label.

    Examples
    --------
    >>> doctor = Participant(name="Jeugdarts", organisation="GGD")
    >>> gatherings([Meeting(name="Casusoverleg", participants=(doctor,), times=3, per="month", hours=2)])
    [Gathering(name='Casusoverleg', participants=frozenset({'Jeugdarts (GGD)'}), hours=6.0, purposes=frozenset())]
    """
    return [
        Gathering(
            name=meeting.name,
            participants=frozenset(one.label for one in meeting.participants),
            hours=meeting.monthly_hours,
            purposes=frozenset(meeting.purposes),
        )
        for meeting in combined(meetings).meetings
    ]


def people(meetings: Iterable[Meeting]) -> dict[str, int]:
    """Give how many people a participant is, by label: the most that sit in any one meeting."""
    found: dict[str, int] = {}
    for one in _participants(meetings):
        found[one.label] = max(one.people, found.get(one.label, 1))
    return dict(sorted(found.items()))


def homes(meetings: Iterable[Meeting]) -> dict[str, str]:
    """Give where each participant belongs, by label: the organisation, or else the participant itself."""
    return dict(sorted((one.label, one.home) for one in _participants(meetings)))


def _participants(meetings: Iterable[Meeting]) -> Iterable[Participant]:
    return (one for meeting in combined(meetings).meetings for one in meeting.participants)


def _united(name: str, same: list[Meeting], spellings: dict[str, str]) -> Meeting:
    participants: dict[tuple[str, str], Participant] = {}
    for one in (one for meeting in same for one in meeting.participants):
        key = (name_key(one.name), name_key(one.organisation))
        most = max(one.people, participants[key].people) if key in participants else one.people
        participants[key] = Participant(name=spellings[key[0]], organisation=spellings[key[1]], people=most)
    middle = sorted(same, key=lambda meeting: (meeting.per_month, meeting.per))[(len(same) - 1) // 2]
    return middle.model_copy(
        update={
            "name": name,
            "participants": tuple(participants[key] for key in sorted(participants)),
            "hours": median_low(meeting.hours for meeting in same),
            "purposes": tuple(sorted({purpose for meeting in same for purpose in meeting.purposes})),
        }
    )


def _differ(same: list[Meeting]) -> bool:
    return any(
        max(numbers) > min(numbers) * (1 + ALIKE)
        for numbers in ([meeting.per_month for meeting in same], [meeting.hours for meeting in same])
    )


def _spellings(texts: Iterable[str]) -> dict[str, str]:
    """Give per text, apart from capitals and spaces, its most common spelling; of equally common ones the first."""
    counts = Counter(" ".join(text.split()) for text in texts)
    found: dict[str, str] = {}
    for spelling in sorted(counts, key=lambda each: (-counts[each], each)):
        found.setdefault(name_key(spelling), spelling)
    return found


def name_key(text: str) -> str:
    """Give what makes two names the same, whatever their capitals and spaces.

    Examples
    --------
    >>> name_key("  Casus Overleg ") == name_key("casus  overleg")
    True
    """
    return " ".join(text.split()).casefold()
