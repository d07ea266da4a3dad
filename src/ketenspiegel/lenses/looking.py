"""Look at answers through a lens, called by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from inspect import signature

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.known_results import Results
from ketenspiegel.language import Language
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet
from ketenspiegel.tally import Tally, tally


class LensError(LookupError):
    """A lens that does not exist."""


@dataclass(frozen=True)
class Answers:
    """The answers on a question set; they are counted once, for all lenses."""

    sheets: Sequence[AnswerSheet]
    questions: QuestionSet

    @cached_property
    def tally(self) -> Tally:
        """Counts per role and item."""
        return tally(self.sheets, self.questions)


def look(lens: str, answers: Answers | Results, questions: QuestionSet, theme: str | None, language: Language) -> View:
    """Look through a lens: the function of that name in the module of that name in ``ketenspiegel.lenses``.

    A lens whose first parameter is called ``sheets`` gets the answer sheets, every other lens gets the counts. Results
    that were there already can only be seen through the lens of a simple view.

    Raises
    ------
    LensError
        When there is no such lens.
    """
    try:
        function = getattr(import_module(f"ketenspiegel.lenses.{lens}"), lens)
    except (ImportError, AttributeError):
        raise LensError(f"there is no lens called {lens} in ketenspiegel/lenses") from None
    given: object = answers
    if isinstance(answers, Answers):
        given = answers.sheets if next(iter(signature(function).parameters)) == "sheets" else answers.tally
    view: View = function(given, questions, theme, language)
    return view
