"""Views of the example answers as part of a page, drawn when the book is built."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.collection import collect
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet, load_question_set
from ketenspiegel.site.drawing import side_by_side
from ketenspiegel.tally import Tally, tally


class Views(SphinxDirective):
    """``{views} lens lens``: the example answers through one or more lenses, side by side.

    Options: ``questions`` (the question set; its answers are in ``assessments/voorbeelden/<question set>``) and
    ``theme`` (look at the items of one theme).
    """

    required_arguments = 1
    optional_arguments = 3
    option_spec = {"questions": directives.unchanged_required, "theme": directives.unchanged}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Draw the views, and write their questions below them."""
        if "questions" not in self.options:
            raise self.error("views needs the option :questions: with the name of a question set")
        name = self.options["questions"]
        folder = Path(self.env.srcdir).parent / "assessments" / "voorbeelden" / name
        questions = load_question_set(name)
        found = collect([folder], questions)
        if found.refused or not found.sheets:
            raise self.error(f"the example answers in {folder} cannot be used: {found.refused}")
        self.env.note_dependency(str(folder))
        counts = tally(found.sheets, questions)
        views = [self._look(lens, counts, questions) for lens in self.arguments]
        return [nodes.raw("", side_by_side(views, f"{self.env.docname}-{self.lineno}"), format="html")]

    def _look(self, lens: str, counts: Tally, questions: QuestionSet) -> View:
        try:
            look = getattr(import_module(f"ketenspiegel.lenses.{lens}"), lens)
        except (ImportError, AttributeError):
            raise self.error(f"there is no lens called {lens} in ketenspiegel/lenses") from None
        view: View = look(counts, questions, self.options.get("theme"))
        return view
