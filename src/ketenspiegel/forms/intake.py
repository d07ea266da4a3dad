"""Where a team's answers come in: files, a folder, or answers that are at hand.

A file picker of our own, because that of ipywidgets can take no folder, and sends a file of any size to the
kernel before anybody can refuse it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from ketenspiegel.forms.assets import script, style
from ketenspiegel.language import Language, translator

MAX_UPLOAD = 8_000_000


class Intake(anywidget.AnyWidget):
    """Buttons to bring answers in.

    Parameters
    ----------
    on_files
        Called with the name and contents of all files of one choice, and the reasons why others did not come.
    on_request
        Called with ``"own"``, ``"examples"`` or ``"clear"``.
    own_folder
        The name of the folder with answers on the user's own machine; empty when there is none.
    kept
        What of the form's answers in this browser's storage may be used: the question set (``question_set``) and, for
        every role, the items it was not asked (``unasked``). Empty when they are not to be used.
    examples
        Whether there are example answers to use.
    paths
        Whether the names of files say in which folder they are.
    language
        The reader's language.
    """

    _esm = script("dom.js", "keeping.js", "intake.js")
    _css = style()

    texts = traitlets.Dict().tag(sync=True)
    limit = traitlets.Int(MAX_UPLOAD).tag(sync=True)
    own_folder = traitlets.Unicode("").tag(sync=True)
    kept: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    examples = traitlets.Bool(False).tag(sync=True)
    paths = traitlets.Bool(False).tag(sync=True)
    message = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        on_files: Callable[[list[tuple[str, bytes]], list[tuple[str, str]]], None],
        on_request: Callable[[str], None],
        *,
        own_folder: str = "",
        kept: dict[str, Any] | None = None,
        examples: bool = False,
        paths: bool = False,
        language: Language = "nl",
    ) -> None:
        self._on_files, self._on_request = on_files, on_request
        self._files: list[tuple[str, bytes]] = []
        self._refused: list[tuple[str, str]] = []
        self._say = translator(language)
        super().__init__(texts=_texts(language), own_folder=own_folder, kept=kept or {}, examples=examples, paths=paths)
        self.on_msg(self._receive)

    def answer(self, message: str) -> None:
        """Say below the buttons what came of the last choice."""
        self.message = message
        self.send({"type": "done"})

    def _receive(self, _: Any, message: dict[str, Any], buffers: list[Any]) -> None:
        kind = message["type"]
        if kind == "file":
            self._files.append((message["name"], bytes(buffers[0])))
            if message["last"]:
                self._hand_over()
        elif kind == "too_large":
            limit = self._say("Dit bestand is te groot: hoogstens {limit} MB.").format(limit=MAX_UPLOAD // 10**6)
            self._refused.append((message["name"], limit))
            self._hand_over()
        elif kind == "unreadable":
            self._refused.append((message["name"], self._say("Dit bestand is niet te lezen.")))
            self._hand_over()
        elif kind in ("own", "examples", "clear"):
            self._on_request(kind)

    def _hand_over(self) -> None:
        files, refused = self._files, self._refused
        self._files, self._refused = [], []
        self._on_files(files, refused)


class PrintButton(anywidget.AnyWidget):
    """A button that prints the page or keeps it as PDF."""

    _esm = script("dom.js", "print.js")
    _css = style()

    text = traitlets.Unicode().tag(sync=True)


def _texts(language: Language) -> dict[str, str]:
    say = translator(language)
    return {
        "files": say("Kies bestanden"),
        "folder": say("Kies een map"),
        "own": say("Neem mee wat in {folder} staat"),
        "kept": say("Neem mee wat in deze browser staat"),
        "kept_name": say("antwoordblad in deze browser"),
        "none_kept": say("In deze browser staan nog geen antwoorden."),
        "examples": say("Gebruik de verzonnen voorbeelden"),
        "clear": say("Maak leeg"),
        "reading": say("Ik lees {n} bestanden…"),
        "busy": say("Een ogenblik…"),
        "nothing": say("In deze map staan geen antwoorden (bestanden op .json, .csv of .xlsx)."),
    }
