"""Views on screen: the picture, its words, its table, and the questions it ends in."""

from __future__ import annotations

from html import escape

import ipywidgets

from ketenspiegel.forms.figure import Figure
from ketenspiegel.forms.html import folded, items, paragraphs, view_table
from ketenspiegel.language import translator
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
    """Two Views of the same answers next to each other, and below them the conversation questions."""

    def __init__(self) -> None:
        self._left, self._right = ViewPanel(), ViewPanel()
        self._views = ipywidgets.Box([self._left, self._right])
        self._views.add_class("ks-views")
        self._questions = ipywidgets.HTML()
        super().__init__([self._views, self._questions])

    def show(self, left: View, right: View) -> None:
        """Show two Views in the place of what is there."""
        say = translator(right.language)
        self._left.show(left)
        self._right.show(right)
        asked = items((*left.questions, *right.questions), ordered=True)
        none = paragraphs([say("Er zijn nog te weinig antwoorden voor gespreksvragen.")])
        self._questions.value = f"<h3>{escape(say('Gespreksvragen'))}</h3>{asked or none}"
