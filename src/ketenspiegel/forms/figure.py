"""One chart on screen, drawn in the page itself without asking any other host."""

from __future__ import annotations

import anywidget
import traitlets

from ketenspiegel.forms.assets import script, style
from ketenspiegel.lenses.view import View


class Figure(anywidget.AnyWidget):
    """Shows the chart of a View; ``show`` replaces it by another."""

    _esm = script("figure.bundle.js")
    _css = style()

    spec = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode("nl").tag(sync=True)

    def show(self, view: View) -> None:
        """Draw the chart of ``view`` in the place of what is there."""
        self.language = view.language
        self.spec = view.spec()
