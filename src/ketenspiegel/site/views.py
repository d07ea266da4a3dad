"""Views of the example answers as part of a page, drawn when the book is built."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.choice_files import read_choice
from ketenspiegel.collection import collect
from ketenspiegel.gathering import gather
from ketenspiegel.lenses.comparing import compared, put_together
from ketenspiegel.lenses.looking import Answers, LensError, look
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import load_question_set
from ketenspiegel.site.drawing import side_by_side


class Views(SphinxDirective):
    """``{views} lens lens``: the example answers through one or more lenses, side by side.

    Options: ``questions`` (the question set), ``answers`` (the folder in ``assessments/voorbeelden`` with its answers,
    when that is not called after the question set) and ``theme`` (look at the items of one theme).
    """

    required_arguments = 1
    optional_arguments = 5
    option_spec = {  # noqa: RUF012
        "questions": directives.unchanged_required,
        "answers": directives.unchanged,
        "theme": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Draw the views, and write their questions below them."""
        if "questions" not in self.options:
            raise self.error("views needs the option :questions: with the name of a question set")
        name = self.options["questions"]
        folder = Path(self.env.srcdir).parent / "assessments" / "voorbeelden" / self.options.get("answers", name)
        questions = load_question_set(name)
        found = collect([folder], questions)
        if found.refused or not found.sheets:
            raise self.error(f"the example answers in {folder} cannot be used: {found.refused}")
        self.env.note_dependency(str(folder))
        answers = Answers(found.sheets, questions)
        views = [self._look(lens, answers) for lens in self.arguments]
        return [nodes.raw("", side_by_side(views, f"{self.env.docname}-{self.lineno}"), format="html")]

    def _look(self, lens: str, answers: Answers) -> View:
        try:
            return look(lens, answers, answers.questions, self.options.get("theme"), "nl")
        except LensError as error:
            raise self.error(str(error)) from None


class Compared(SphinxDirective):
    """``{compared} lens lens``: the made-up municipalities through lenses that compare, side by side."""

    required_arguments = 1
    optional_arguments = 5

    def run(self) -> list[nodes.Node]:
        """Draw the views of the comparison that stands among the example answers, and write their questions below."""
        folder = Path(self.env.srcdir).parent / "assessments" / "voorbeelden" / "gemeenten"
        found = gather([folder])
        if found.refused or not found.choices:
            raise self.error(f"the example municipalities in {folder} cannot be used: {found.refused}")
        self.env.note_dependency(str(folder))
        study = Study(put_together(found.sheets, found.table), read_choice(found.choices[-1]))
        views = [compared(lens, study, "nl") for lens in self.arguments]
        return [nodes.raw("", side_by_side(views, f"{self.env.docname}-{self.lineno}"), format="html")]
