"""Figures that a reader can move, in pages that are only files: drawn when the book is built, alive in the browser."""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.site.drawing import picture
from ketenspiegel.site.playing import figure as playing
from ketenspiegel.site.playing.figure import Figure, Value, load_figure
from ketenspiegel.site.quiz import SCRIPT as QUIZ
from ketenspiegel.site.slides import SCRIPT as SLIDES

SCRIPT = "play.js"
ON_CALL = (SCRIPT, QUIZ, SLIDES)
VEGA = Path(__file__).parents[1] / "forms" / "figure.bundle.js"


def bring_vega(app: Sphinx) -> None:
    """Put the Vega that the widgets use among the site's files, for the pages that have a figure."""
    target = Path(app.outdir) / "_static" / VEGA.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(VEGA, target)


def drop_from_head(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take scripts out of the head, where Jupyter Book puts all it finds: the pages that need them call them."""
    files = context.get("script_files", [])
    kept = [file for file in files if Path(str(getattr(file, "filename", file))).name not in ON_CALL]
    context["script_files"] = kept


class Play(SphinxDirective):
    """``{play} name``: the figure in ``site/playing`` of that name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Draw the figure as it is at first, and put all its rows beside it."""
        name = self.arguments[0]
        try:
            figure = load_figure(name)
        except ModuleNotFoundError:
            raise self.error(f"there is no figure {name!r} in site/playing") from None
        self.env.note_dependency(str(Path(playing.__file__).with_name(f"{name}.py")))
        top = "../" * self.env.docname.count("/")
        return [nodes.raw("", play_html(figure, name, top), format="html")]


def play_html(figure: Figure, name: str, top: str) -> str:
    """Write a figure: a still picture with its words, and what the script needs to make it move.

    Parameters
    ----------
    figure
        The figure.
    name
        Its name; a page has it once.
    top
        The way from the page to the top of the site: ``""`` or ``"../"`` once or more.
    """
    chart = figure.draw()
    still = picture(chart.to_json(), figure.alternative, f"play-{name}")
    return (
        f'<figure class="ks-play" aria-labelledby="play-{name}"><figcaption>'
        f'<p class="ks-play-title" id="play-{name}">{escape(figure.title)}</p><p>{escape(figure.caption)}</p>'
        f'</figcaption>{still}<div><div class="ks-play-controls" style="--ks-controls: {len(figure.controls)}"></div>'
        f'<p class="ks-play-words" role="status">{escape(figure.words(*figure.start))}</p>'
        "<noscript><p>Hier staat de figuur stil. Bewegen kan als JavaScript aan staat in uw browser.</p></noscript>"
        f'</div><script type="application/json">{_data(figure, chart.to_dict())}</script></figure>'
        f'<script type="module" src="{top}_static/{SCRIPT}"></script>'
    )


def key(setting: tuple[Value, ...]) -> str:
    """Write how the controls stand, as a browser writes the values of its inputs.

    Examples
    --------
    >>> key((-0.5, "add")), key((1.0,))
    ('-0.5 add', '1')
    """
    return " ".join(value if isinstance(value, str) else f"{value:g}" for value in setting)


def _data(figure: Figure, spec: dict[str, Any]) -> str:
    shown = {
        control.name: {key((value,)): text for value, text in control.shown.items()}
        for control in figure.controls
        if control.slides
    }
    words = {key(setting): figure.words(*setting) for setting in figure.settings()}
    data = json.dumps({"spec": spec, "shown": shown, "words": words}, allow_nan=False, ensure_ascii=False)
    # A script ends at the first end tag, whatever it holds.
    return data.replace("<", "\\u003c")
