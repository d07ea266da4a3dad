"""One chart on screen, drawn in the page itself without asking any other host."""

from __future__ import annotations

import json

import anywidget
import traitlets

from ketenspiegel.forms.assets import script, style
from ketenspiegel.lenses.view import View


class Figure(anywidget.AnyWidget):
    """Shows the chart of a View; ``show`` replaces it by another."""

    _esm = script("figure.bundle.js")
    _css = style()

    # As text: where Python runs in the browser, a None inside a value gets lost on the way to the page.
    spec = traitlets.Unicode("").tag(sync=True)
    language = traitlets.Unicode("nl").tag(sync=True)

    def show(self, view: View) -> None:
        """Draw the chart of ``view`` in the place of what is there."""
        self.language = view.language
        self.spec = json.dumps(view.spec(), allow_nan=False)
