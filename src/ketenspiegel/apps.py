"""What a notebook calls: one function per assessment."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

import ipywidgets

from ketenspiegel.forms.html import items, paragraphs
from ketenspiegel.forms.questionnaire import Questionnaire
from ketenspiegel.language import Language, translator
from ketenspiegel.questions import QuestionSetError, load_question_set

# Beside the notebook, or, in an installed package, inside it.
EXAMPLES = (Path("voorbeelden"), Path(__file__).parent / "voorbeelden")
SERVED_HERE = "KETENSPIEGEL_SERVED_HERE"


def fill_in(question_set: str, language: Language = "nl") -> ipywidgets.DOMWidget:
    """Show the form of a question set, or what is wrong with its file.

    Parameters
    ----------
    question_set
        The name of a question set in the package, or the path of a YAML file of one's own.
    language
        The language to start in.
    """
    try:
        questions = load_question_set(question_set, language)
    except QuestionSetError as error:
        return _wrong(error, language)
    return Questionnaire(
        questions,
        place=place(),
        folder=own_folder(),
        language=language,
        next_notebook=f"{questions.id}-vergelijken.ipynb",
    )


def compare(question_set: str, language: Language = "nl") -> ipywidgets.DOMWidget:
    """Show the page that puts answers together and looks at them two ways, or what is wrong with the file.

    Parameters
    ----------
    question_set
        The name of a question set in the package, or the path of a YAML file of one's own.
    language
        The reader's language.
    """
    # Only here, because they bring the lenses and charts: in a browser, a form starts without fetching them.
    from ketenspiegel.forms.comparison import Comparison
    from ketenspiegel.lenses.looking import check_lenses

    try:
        questions = load_question_set(question_set, language)
        check_lenses(questions, Path(question_set).name, language)
    except QuestionSetError as error:
        return _wrong(error, language)

    _soon(partial(_load_charts, (questions.simple, *questions.complex)))
    return Comparison(
        questions,
        own_folder=own_folder(),
        kept_in_browser=place() == "browser",
        borrowed=place() in ("binder", "server"),
        examples=_examples(Path(question_set).stem),
        language=language,
    )


def compare_municipalities(language: Language = "nl") -> ipywidgets.DOMWidget:
    """Show the page that puts answers of several municipalities together and compares them two ways.

    Parameters
    ----------
    language
        The reader's language.
    """
    # Only here, for the same reason as above.
    from ketenspiegel.forms.municipal_comparison import MunicipalComparison
    from ketenspiegel.lenses.comparing import COMPLEX, SIMPLE

    _soon(partial(_load_charts, (SIMPLE, *COMPLEX)))
    return MunicipalComparison(
        own_folder=own_folder(),
        borrowed=place() in ("binder", "server"),
        examples=_examples("gemeenten"),
        language=language,
    )


def place() -> str:
    """Say where this runs: ``"browser"``, ``"binder"``, ``"server"`` (somebody else's machine) or ``"own"``.

    A machine that cannot be told to be the user's own counts as somebody else's: any JupyterHub, and any Voila that
    was not started by `ketenspiegel.serve`, which answers this machine only. The host name of a request says
    nothing: a proxy may have rewritten it.
    """
    if sys.platform == "emscripten":
        return "browser"
    if any(name in os.environ for name in ("BINDER_SERVICE_HOST", "BINDER_REPO_URL")):
        return "binder"
    if "JUPYTERHUB_USER" in os.environ:
        return "server"
    served_by_voila = os.environ.get("SERVER_SOFTWARE", "").startswith("voila")
    if served_by_voila and SERVED_HERE not in os.environ:
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


def _soon(action: Callable[[], object]) -> None:
    """Do something when the page stands, where there is an event loop that can wait for it."""
    with suppress(RuntimeError):
        asyncio.get_running_loop().call_later(0.2, action)


def _load_charts(lenses: Iterable[str]) -> None:
    """Load what draws the charts while people choose their files: it takes longest of all."""
    for lens in lenses:
        for room in ("lenses", "charts"):
            import_module(f"ketenspiegel.{room}.{lens}")


def _examples(name: str) -> Path | None:
    return next((folder / name for folder in EXAMPLES if (folder / name).is_dir()), None)


def _wrong(error: QuestionSetError, language: Language) -> ipywidgets.HTML:
    say = translator(language)
    found = items(problem.to(language) for problem in error.problems)
    notice = ipywidgets.HTML(paragraphs([say("Er zit een fout in de vragenlijst.")], "ks-alarm") + found)
    return notice.add_class("ks-panel")
