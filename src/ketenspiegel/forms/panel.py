"""Views on screen: the picture, its words, its table, and the questions it ends in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import ipywidgets

from ketenspiegel.forms.figure import Figure
from ketenspiegel.forms.html import folded, items, paragraphs, view_table
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.view import View


class ViewPanel(ipywidgets.VBox):
    """One View: title, chart, findings, notes, and the picture in words and as a table."""

    def __init__(self) -> None:
        self._head = ipywidgets.HTML()
        self._figure = Figure()
        self._text = ipywidgets.HTML()
        super().__init__([self._head, self._figure, self._text])
        self.add_class("ks-view")

    def show(self, view: View) -> None:
        """Show ``view`` in the place of what is there."""
        say = translator(view.language)
        self._head.value = f"<h3>{escape(view.title)}</h3>"
        self._figure.show(view)
        self._text.value = (
            paragraphs(view.notes, "ks-note")
            + items(view.findings)
            + folded(say("Het beeld in woorden"), paragraphs([view.summary]))
            + folded(say("De tabel bij dit beeld"), view_table(view))
        )


class SideBySide(ipywidgets.VBox):
    """Views of the same answers next to each other, and below them the conversation questions."""

    def __init__(self) -> None:
        self._left, self._right = Column(), Column()
        views = ipywidgets.Box([self._left, self._right])
        views.add_class("ks-views")
        self._questions = ipywidgets.HTML()
        super().__init__([views, self._questions])

    def show(self, left: Sequence[View], right: Sequence[View], language: Language, notice: str = "") -> None:
        """Show views in the place of what is there, with a notice above those on the right."""
        say = translator(language)
        self._left.show(left)
        self._right.show(right, notice)
        asked = items((question for view in (*left, *right) for question in view.questions), ordered=True)
        none = paragraphs([say("Er zijn nog te weinig antwoorden voor gespreksvragen.")])
        heading = say("Gespreksvragen")
        self._questions.value = f"<h3>{escape(heading)}</h3>{asked or none}"


class Column(ipywidgets.VBox):
    """Views below each other, under a notice when there is one."""

    def __init__(self) -> None:
        self._notice = ipywidgets.HTML()
        self._panels: list[ViewPanel] = []
        super().__init__([self._notice])

    def show(self, views: Sequence[View], notice: str = "") -> None:
        """Show views in the place of what is there."""
        self._notice.value = paragraphs([notice], "ks-note") if notice else ""
        while len(self._panels) < len(views):
            self._panels.append(ViewPanel())
        for panel, view in zip(self._panels, views, strict=False):
            panel.show(view)
        self.children = [self._notice, *self._panels[: len(views)]]
