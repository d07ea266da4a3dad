"""Which themes a simple view is about, and the two parts of them that it holds against each other."""

from __future__ import annotations

from ketenspiegel.language import Language, translator
from ketenspiegel.questions import QuestionSet, Theme


def chosen(questions: QuestionSet, theme: str | None) -> tuple[Theme, ...]:
    """Give the measured themes, or only the one that was asked for.

    Raises
    ------
    ValueError
        When the question set has no such theme.
    """
    found = tuple(each for each in questions.fields if theme in (None, each.id))
    if not found:
        raise ValueError(f"question set {questions.id} has no theme {theme!r}")
    return found


def two_parts(questions: QuestionSet) -> tuple[str, str]:
    """Name the first two parts that items ask about.

    Raises
    ------
    ValueError
        When the question set has fewer than two.
    """
    if len(questions.parts) < 2:
        raise ValueError(f"question set {questions.id} needs two parts for this view")
    first, second, *_ = questions.parts
    return first, second


def opposed(questions: QuestionSet, theme: str | None) -> tuple[Theme, ...]:
    """Give the chosen themes that ask about both of the first two parts."""
    parts = two_parts(questions)
    return tuple(each for each in chosen(questions, theme) if all(each.measured(part) for part in parts))


def nothing_known(asked: bool, language: Language) -> str:
    """Say why there is nothing to tell: nobody answered, or it was not asked."""
    say = translator(language)
    return say("Er zijn nog geen antwoorden.") if asked else say("Bij dit thema is hier niet naar gevraagd.")


def exact(number: float) -> float:
    """Take away what only comes from calculating with binary fractions, before a number is held against a limit.

    Examples
    --------
    >>> 4.1 - 3.6 >= 0.5, exact(4.1 - 3.6) >= 0.5
    (False, True)
    """
    return round(number, 9)
