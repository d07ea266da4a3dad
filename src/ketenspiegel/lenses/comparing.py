"""All that is known of municipalities put together, and the lenses that compare them, called by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.cases import CaseTable
from ketenspiegel.language import Language
from ketenspiegel.lenses.measures import by_municipality, measures
from ketenspiegel.lenses.perspectives import perspectives
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.view import View
from ketenspiegel.municipality_context import context
from ketenspiegel.questions import load_question_set
from ketenspiegel.tally import tally

SIMPLE = "league_table"
COMPLEX = ("configurations", "neighbours", "cut_offs", "diversity", "calibration")


def put_together(sheets: Mapping[str, Sequence[AnswerSheet]], table: CaseTable) -> CaseTable:
    """Measure municipalities by all their answers, and add what tables and the list of municipalities tell of them.

    A table may hold all municipalities of the country: when there are answers, only those with answers take part.

    Parameters
    ----------
    sheets
        The answer sheets, by question set.
    table
        The values from tables, which count above what the package knows.
    """
    found = CaseTable()
    for name, of in sheets.items():
        found = found.plus(measures(of, load_question_set(name)))
    cases = found.cases or table.cases
    return found.plus(context(cases)).plus(table.only(cases)).telling()


def compared(lens: str, study: Study, language: Language) -> View:
    """Look at a comparison through the lens of that name."""
    view: View = getattr(import_module(f"ketenspiegel.lenses.{lens}"), lens)(study, language)
    return view


def apart(sheets: Mapping[str, Sequence[AnswerSheet]], language: Language) -> tuple[list[View], list[View]]:
    """Give the perspectives of a few municipalities, each by itself: the first, and the others to stand beside it.

    Of several assessments the one counts that most municipalities filled in, and then the one with most sheets.
    """
    by_set = {name: of for name, of in sheets.items() if load_question_set(name).fields}
    if not by_set:
        return [], []
    name = max(by_set, key=lambda each: (len(by_municipality(by_set[each])), len(by_set[each])))
    questions = load_question_set(name)
    views = []
    for town, own in by_municipality(by_set[name]).items():
        view = perspectives(tally(own, questions), questions, None, language)
        questions_there = tuple(f"{town}: {each}" for each in view.questions)
        views.append(replace(view, title=f"{town}: {view.title}", questions=questions_there))
    return views[:1], views[1:]
