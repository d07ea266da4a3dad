"""Who sits where with whom, what that takes, and what would break or come free if meetings were dropped or added.

What it cannot see: whether people talk where they sit together, what they talk about outside meetings, and what a
meeting is worth. That two meet nowhere else says that a meeting ties them, not that the tie is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.facets import NOTHING
from ketenspiegel.lenses.meetings_figures import Figures, sheet_meetings
from ketenspiegel.lenses.meetings_findings import findings
from ketenspiegel.lenses.meetings_questions import conversation
from ketenspiegel.lenses.meetings_words import hours, notes, summary
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.affiliation import Gathering
from ketenspiegel.questions import QuestionSet


def meetings(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at meetings and those who sit in them as one network.

    Lists are put together first, each meeting once. A participant is a function in an organisation; people with the
    same function in the same organisation count in hours, but not as a pair that meets.

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
    >>> meetings([], load_question_set("overlegkaart")).rows
    []
    """
    say = translator(language)
    figures = Figures(sheet_meetings(sheets, questions))
    asked = questions.meetings.purposes if questions.meetings else ()
    purposes = {purpose.id: purpose.label.to(language) for purpose in asked}
    held = {each.name: each for each in figures.held}
    ordered = [held[name] for name in figures.meeting_hours]
    return View(
        lens="meetings",
        title=say("Wie zit waar met wie?"),
        summary=summary(figures, language),
        rows=[row for each in ordered for row in _rows(each, figures)],
        columns={
            "meeting": say("Overleg"),
            "participants": say("Deelnemers"),
            "hours": say("Uren per maand per persoon"),
            "person_hours": say("Uren per maand samen"),
            "only_here": say("Paren die elkaar alleen hier zien"),
            "skippable": say("Kan apart vervallen"),
            "most_alike": say("Meeste overlap met"),
        },
        table_rows=[_table_row(each, figures, language) for each in ordered],
        findings=findings(figures, purposes, language),
        questions=conversation(figures, language),
        notes=notes(figures, language),
        language=language,
    )


def _rows(meeting: Gathering, figures: Figures) -> list[dict[str, Any]]:
    """Give a row per seat, those who sit longest in meetings first."""
    return [
        {
            "meeting": meeting.name,
            "participant": participant,
            "organisation": figures.homes[participant],
            "people": figures.people[participant],
            "hours": meeting.hours,
            "meeting_hours": figures.meeting_hours[meeting.name],
            "participant_hours": figures.hours[participant],
            "seats": figures.seats[participant],
            "only_here": len(figures.only_here.get(meeting.name, ())),
            "meeting_connects": meeting.name in figures.connecting_meetings,
            "participant_connects": participant in figures.connecting_participants,
        }
        for participant in figures.hours
        if participant in meeting.participants
    ]


def _table_row(meeting: Gathering, figures: Figures, language: Language) -> Mapping[str, Any]:
    say = translator(language)
    alike = figures.most_alike(meeting.name)
    shared = len(alike[0].participants & meeting.participants) if alike else 0
    either = len(alike[0].participants | meeting.participants) if alike else 0
    skippable = say("ja") if meeting.name in figures.skippable else say("nee")
    return {
        "meeting": meeting.name,
        "participants": len(meeting.participants),
        "hours": hours(meeting.hours, language),
        "person_hours": hours(figures.meeting_hours[meeting.name], language),
        "only_here": len(figures.only_here.get(meeting.name, ())),
        "skippable": skippable if len(meeting.participants) > 1 else NOTHING,
        "most_alike": say("{name} ({n} van {total})").format(name=alike[0].name, n=shared, total=either)
        if alike
        else NOTHING,
    }
