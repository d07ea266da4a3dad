"""What a notebook calls: one function per assessment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ketenspiegel.forms.comparison import Comparison
from ketenspiegel.forms.questionnaire import Questionnaire
from ketenspiegel.language import Language
from ketenspiegel.questions import load_question_set

EXAMPLES = Path("voorbeelden")


def fill_in(question_set: str, language: Language = "nl") -> Questionnaire:
    """Show the form of a question set.

    Parameters
    ----------
    question_set
        The name of a question set in the package, or the path of a YAML file of one's own.
    language
        The language to start in.
    """
    return Questionnaire(
        load_question_set(question_set, language),
        place=place(),
        folder=own_folder(),
        language=language,
        next_notebook="vergelijken.ipynb",
    )


def compare(question_set: str, language: Language = "nl") -> Comparison:
    """Show the page that puts answers together and looks at them two ways.

    Parameters
    ----------
    question_set
        The name of a question set in the package, or the path of a YAML file of one's own.
    language
        The reader's language.
    """
    examples = EXAMPLES / Path(question_set).stem
    folder = own_folder()
    return Comparison(
        load_question_set(question_set, language),
        own_folder=folder,
        examples=examples if examples.is_dir() else None,
        language=language,
    )


def place() -> str:
    """Say where this runs: ``"browser"``, ``"binder"``, ``"server"`` (somebody else's machine) or ``"own"``.

    A machine that cannot be told to be the user's own counts as somebody else's: any JupyterHub, or a Voila that
    serves other hosts than this one.
    """
    if sys.platform == "emscripten":
        return "browser"
    if any(name in os.environ for name in ("BINDER_SERVICE_HOST", "BINDER_REPO_URL")):
        return "binder"
    if "JUPYTERHUB_USER" in os.environ:
        return "server"
    served_by_voila = os.environ.get("SERVER_SOFTWARE", "").startswith("voila")
    if served_by_voila and os.environ.get("SERVER_NAME") not in ("localhost", "127.0.0.1", "::1"):
        return "server"
    return "own"


def own_folder() -> Path | None:
    """Give the folder that keeps answers on the user's own machine.

    It is ``~/Ketenspiegel``, or what the environment variable ``KETENSPIEGEL_FOLDER`` says (empty: keep nothing
    on disk). There is none on a machine that is not the user's own.
    """
    if place() != "own":
        return None
    chosen = os.environ.get("KETENSPIEGEL_FOLDER", str(Path.home() / "Ketenspiegel"))
    return Path(chosen) if chosen else None
