"""What the pages of the book call: a Sphinx extension with start buttons, views, figures that move and the download."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ketenspiegel.site import bibliography
from ketenspiegel.site.app import App, Parts
from ketenspiegel.site.buttons import StartButtons
from ketenspiegel.site.download import DownloadLink, pack
from ketenspiegel.site.own_hosts import drop_outside_scripts
from ketenspiegel.site.play import Play, bring_vega, drop_from_head
from ketenspiegel.site.quiz import Quiz
from ketenspiegel.site.reading_time import add_reading_time
from ketenspiegel.site.slides import Slides, Worksheets
from ketenspiegel.site.social import add_tags, set_address
from ketenspiegel.site.views import Compared, Views

_LOCALE = Path(__file__).parents[1] / "locale"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives of this extension, and what it does while the book is built."""
    bibliography.register()
    app.add_message_catalog("sphinx", str(_LOCALE))
    app.add_directive("app", App)
    app.add_directive("parts", Parts)
    app.add_directive("start-buttons", StartButtons)
    app.add_directive("views", Views)
    app.add_directive("compared", Compared)
    app.add_directive("play", Play)
    app.add_directive("quiz", Quiz)
    app.add_directive("slides", Slides)
    app.add_directive("worksheets", Worksheets)
    app.add_directive("download-zip", DownloadLink)
    app.connect("config-inited", set_address)
    app.connect("builder-inited", pack)
    app.connect("doctree-resolved", add_reading_time)
    app.connect("builder-inited", bring_vega)
    app.connect("html-page-context", bibliography.drop_list_role)
    app.connect("html-page-context", drop_from_head)
    app.connect("html-page-context", add_tags)
    app.connect("html-page-context", drop_outside_scripts, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
