"""Questions in a page that tell at once whether an answer holds, and why; nothing is kept or counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

SCRIPT = "quiz.js"
FEWEST, MOST = 2, 4
_OPTION = re.compile(r"^- (?P<right>\(\*\) )?(?P<text>[^|]+)\|(?P<why>.+)$")


class QuizError(ValueError):
    """What is wrong with a question, for the one who wrote the page."""


@dataclass(frozen=True)
class Option:
    """One answer, whether it is the right one, and why."""

    text: str
    why: str
    right: bool


class Quiz(SphinxDirective):
    """``{quiz} question``: a line per answer, as ``- text | why``; the right one as ``- (*) text | why``."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Write the question, its answers, and what the script needs to tell why."""
        try:
            found = options(list(self.content))
        except QuizError as error:
            raise self.error(str(error)) from None
        number = self.env.new_serialno("quiz") + 1
        top = "../" * self.env.docname.count("/")
        return [nodes.raw("", quiz_html(self.arguments[0], found, number, top), format="html")]


def options(lines: list[str]) -> list[Option]:
    """Read the answers of a question.

    Raises
    ------
    QuizError
        When a line is no answer, or when not exactly one answer of two to four is the right one.

    Examples
    --------
    >>> [option.right for option in options(["- Nee | Want zo is het niet.", "- (*) Ja | Want zo is het."])]
    [False, True]
    """
    text = re.sub(r"\n(?!- )", " ", "\n".join(line.strip() for line in lines if line.strip()))
    found = []
    for line in text.split("\n"):
        match = _OPTION.match(line)
        if match is None:
            raise QuizError(f"an answer of a quiz is written as '- text | why', not {line!r}")
        found.append(Option(match["text"].strip(), match["why"].strip(), match["right"] is not None))
    if not FEWEST <= len(found) <= MOST or sum(option.right for option in found) != 1:
        raise QuizError(f"a quiz has {FEWEST} to {MOST} answers, of which one with (*)")
    return found


def quiz_html(question: str, found: list[Option], number: int, top: str) -> str:
    """Write a question with radio buttons; without a script the answer stands folded below it.

    Parameters
    ----------
    question
        The question.
    found
        Its answers.
    number
        The place of the question in its page, which makes its names unique.
    top
        The way from the page to the top of the site: ``""`` or ``"../"`` once or more.
    """
    answers = "".join(_answer(option, number) for option in found)
    right = next(option for option in found if option.right)
    return (
        f'<form class="ks-quiz"><fieldset><legend><span class="ks-quiz-head">Even nadenken</span> {escape(question)}'
        f'</legend>{answers}</fieldset><p class="ks-quiz-told" role="status"></p>'
        f"<noscript><details><summary>Het antwoord</summary><p>{escape(right.text)}. {escape(right.why)}</p></details>"
        f'</noscript></form><script type="module" src="{top}_static/{SCRIPT}"></script>'
    )


def _answer(option: Option, number: int) -> str:
    told = f"{'Ja.' if option.right else 'Nee.'} {option.why}"
    return (
        f'<label><input type="radio" name="quiz-{number}" data-right="{str(option.right).lower()}" '
        f'data-why="{escape(told)}"> <span>{escape(option.text)}</span></label>'
    )
