"""Look at answers through a lens, called by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from inspect import signature

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Problem, QuestionSet, QuestionSetError
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


def check_lenses(questions: QuestionSet, file: str, language: Language) -> None:
    """Check that every lens that a question set names can look at it.

    Raises
    ------
    QuestionSetError
        When there is no such lens, or it needs what the question set does not have; ``file`` is the name it mentions.
    """
    say = translator(language)
    message = say(
        "de lens ‘{lens}’ kan hier niet; bestaat die lens, en heeft de vragenlijst de delen (parts) die hij nodig "
        "heeft?"
    )
    named = [("simple", questions.simple), *(("complex", lens) for lens in questions.complex)]
    problems = []
    for field, lens in named:
        try:
            look(lens, Answers((), questions), questions, None, language)
        except (LensError, ValueError):
            problems.append(Problem(file, None, field, message.format(lens=lens)))
    if problems:
        raise QuestionSetError(problems, language)
