"""Show and hide parts of a page."""

from __future__ import annotations

import ipywidgets


def show(widget: ipywidgets.DOMWidget, visible: bool) -> None:
    """Show a widget, or hide it from everybody.

    By a class and not by ``layout.display``: taking that back means sending None, and where Python runs in the browser
    None gets lost on the way to the page.
    """
    if visible:
        widget.remove_class("ks-hidden")
    else:
        widget.add_class("ks-hidden")
