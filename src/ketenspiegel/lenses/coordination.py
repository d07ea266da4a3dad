"""Who does not meet whom yet: organisations side by side, and the usual advice to have one more meeting.

This is what advice on coordination usually looks like: every pair that does not meet is a gap, and a meeting with
everybody closes all gaps at once.
What it cannot see: what meetings take, whether a pair has anything to talk about, and whether those who meet do talk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.facets import NOTHING
from ketenspiegel.lenses.meetings_figures import sheet_meetings
from ketenspiegel.lenses.view import View
from ketenspiegel.meetings import combined
from ketenspiegel.methods.affiliation import Gathering, density, ties
from ketenspiegel.questions import QuestionSet

MOST_NAMED = 5


@dataclass(frozen=True)
class Coordination:
    """Which organisations there are, who meet most others first, and per pair that meets in which meetings."""

    organisations: tuple[str, ...]
    meet: dict[tuple[str, str], tuple[str, ...]]
    share: float | None

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """All pairs, in the order of the organisations."""
        return list(combinations(self.organisations, 2))

    def where(self, first: str, second: str) -> tuple[str, ...]:
        """Give the meetings in which two organisations meet."""
        return self.meet.get((min(first, second), max(first, second)), ())

    def others(self, organisation: str, met: bool) -> list[str]:
        """Give the other organisations that one meets, or that it does not meet."""
        rest = (other for other in self.organisations if other != organisation)
        return [other for other in rest if bool(self.where(organisation, other)) is met]


def coordination(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at which organisations meet, and which do not.

    Two organisations meet when somebody of either sits in the same meeting. A participant without an organisation
    stands on its own.

    Parameters
    ----------
    sheets
        The answer sheets, with lists of meetings.
    questions
        The question set that asks for meetings.
    theme
        Makes no difference here.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When the question set does not ask for meetings.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> coordination([], load_question_set("overlegkaart")).findings
    ('Er staan nog geen overleggen op.',)
    """
    say = translator(language)
    found = _coordination(sheets, questions)
    return View(
        lens="coordination",
        title=say("Wie zien elkaar nog niet?"),
        summary=_summary(found, language),
        rows=[
            {
                "first": first,
                "second": second,
                "row": found.organisations.index(second),
                "column": found.organisations.index(first),
                "meetings": list(found.where(first, second)),
                "names": found.organisations,
            }
            for first, second in found.pairs
        ],
        columns={"organisation": say("Organisatie"), "met": say("Ziet"), "missing": say("Ziet nog niet")},
        table_rows=[
            {
                "organisation": organisation,
                "met": ", ".join(found.others(organisation, met=True)) or NOTHING,
                "missing": ", ".join(found.others(organisation, met=False)) or NOTHING,
            }
            for organisation in found.organisations
        ],
        findings=_findings(found, language),
        notes=_notes(found, language),
        language=language,
    )


def _coordination(sheets: Sequence[AnswerSheet], questions: QuestionSet) -> Coordination:
    meetings = combined(each for listed in sheet_meetings(sheets, questions) for each in listed).meetings
    held = [Gathering(each.name, frozenset(one.home for one in each.participants), 0) for each in meetings]
    meet = ties(held)
    organisations = {home for each in held for home in each.participants}
    number = {each: sum(each in pair for pair in meet) for each in organisations}
    return Coordination(tuple(sorted(organisations, key=lambda each: (-number[each], each))), meet, density(held))


def _findings(found: Coordination, language: Language) -> tuple[str, ...]:
    say = translator(language)
    if found.share is None:
        return (_summary(found, language),)
    missing = len(found.pairs) - len(found.meet)
    count = say(
        "Paren organisaties die elkaar in een overleg zien: {met} van de {total} ({share}%). Nog niet: {missing}."
    ).format(total=len(found.pairs), met=len(found.meet), share=_percent(found.share), missing=missing)
    if not missing:
        return (count, say("Standaardadvies: houd dit zo, en spreek elk kwartaal samen door of het nog klopt."))
    lacking = sorted(found.organisations, key=lambda each: -len(found.others(each, met=False)))
    named = "; ".join(
        say("{name} ({n})").format(name=each, n=len(found.others(each, met=False)))
        for each in lacking[:MOST_NAMED]
        if found.others(each, met=False)
    )
    return (
        count,
        say("Zien de meeste andere organisaties nog niet: {named}.").format(named=named),
        say(
            "Standaardadvies: begin een afstemmingsoverleg met alle {n} organisaties, elke maand een uur. Dan zien zij "
            "elkaar allemaal."
        ).format(n=len(found.organisations)),
    )


def _notes(found: Coordination, language: Language) -> tuple[str, ...]:
    say = translator(language)
    if found.share is None:
        return ()
    return (
        say("Wat overleggen aan uren kosten, telt in dit beeld niet mee. Ook niet wat een extra overleg kost."),
        say("Of twee organisaties elkaar nodig hebben, is niet gevraagd."),
    )


def _summary(found: Coordination, language: Language) -> str:
    say = translator(language)
    if not found.organisations:
        return say("Er staan nog geen overleggen op.")
    if found.share is None:
        return say("Er staat nog maar één organisatie op.")
    parts = "; ".join(
        say("{name} ziet {n} andere").format(name=each, n=len(found.others(each, met=True)))
        for each in found.organisations
    )
    return say(
        "Per paar organisaties een vakje: gevuld als zij elkaar in een overleg zien, leeg als dat niet zo is. "
        "{share}% is gevuld. {parts}."
    ).format(share=_percent(found.share), parts=parts)


def _percent(share: float) -> int:
    """Round down, so that only when all pairs meet it says 100."""
    return int(100 * share + 1e-9)
