"""Rounds on screen: what shifted, beside what else changed in the team's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

import anywidget
import ipywidgets
import traitlets

from ketenspiegel.answers import MAX_REMARK, AnswerSheet
from ketenspiegel.forms.assets import script, style
from ketenspiegel.forms.html import items
from ketenspiegel.forms.panel import ViewPanel
from ketenspiegel.forms.showing import show
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.groups import SMALLEST
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet


class RoundRemarks(anywidget.AnyWidget):
    """A field per round for what else changed before it; the front end keeps what is written in the browser."""

    _esm = script("dom.js", "remarks.js")
    _css = style()

    question_set = traitlets.Unicode("").tag(sync=True)
    borrowed = traitlets.Bool(False).tag(sync=True)
    rounds: traitlets.List[str] = traitlets.List().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    limit = traitlets.Int(MAX_REMARK).tag(sync=True)
    remarks: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)


class Rounds(ipywidgets.VBox):
    """The rounds of a team below each other; hidden while there is only one.

    Parameters
    ----------
    questions
        The question set.
    borrowed
        Whether this is somebody else's computer, where nothing may stay behind.
    language
        The reader's language.
    """

    def __init__(self, questions: QuestionSet, *, borrowed: bool = False, language: Language = "nl") -> None:
        self._questions, self._language = questions, language
        self._view: View | None = None
        say = translator(language)
        self._remarks = RoundRemarks(
            question_set=questions.id,
            borrowed=borrowed,
            texts={
                "why": say(
                    "Tussen twee rondes verandert er veel tegelijk. Schrijf op wat er nog meer gebeurde, zodat "
                    "niemand een verschuiving aan één maatregel toeschrijft. Noem geen namen."
                ),
                "before": say("Wat veranderde er nog meer voor ronde {round}?"),
            },
        )
        self._panel, self._asked = ViewPanel(), ipywidgets.HTML()
        super().__init__([self._remarks, self._panel, self._asked])
        self._remarks.observe(lambda _: self._draw(), names="remarks")
        show(self, False)

    def look(self, sheets: Sequence[AnswerSheet], theme: str | None) -> None:
        """Show the rounds in these answers; one with only a few sheets is no round of a team.

        Rounds of maps or of meetings are not compared.
        """
        sizes = Counter(sheet.round for sheet in sheets if sheet.round)
        found = sorted(name for name, size in sizes.items() if size >= SMALLEST)
        compared = len(found) > 1 and bool(self._questions.fields)
        show(self, compared)
        self._view = None
        if compared:
            # Only here, because most teams have one round: in a browser the lens then need not be fetched.
            from ketenspiegel.lenses.rounds import rounds

            of_rounds = [sheet for sheet in sheets if sheet.round in found]
            self._view = rounds(of_rounds, self._questions, theme, self._language)
        self._remarks.rounds = found[1:]
        self._draw()

    def _draw(self) -> None:
        if self._view is None:
            return
        from ketenspiegel.lenses.rounds import with_remarks

        say, remarks = translator(self._language), self._remarks.remarks
        view = with_remarks(self._view, {name: remarks.get(name, "") for name in self._remarks.rounds})
        self._panel.show(view)
        heading, asked = say("Gespreksvragen over de rondes"), items(view.questions, ordered=True)
        self._asked.value = f"<h4>{escape(heading)}</h4>{asked}" if asked else ""
