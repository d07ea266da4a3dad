"""The form of one answer sheet: one widget that outlives its kernel.

The front end (``questionnaire.js``) holds the answers, keeps them in the browser's storage and makes the file
to download. Python checks files that are opened and, on the user's own machine, keeps a copy on disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ketenspiegel.answers import (
    FORMAT,
    FORMAT_VERSION,
    MAX_BYTES,
    MAX_NAME,
    MAX_REMARK,
    AnswerSheet,
    AnswerSheetError,
    check_fit,
    read_answer_sheet,
    write_answer_sheet,
)
from ketenspiegel.forms.assets import script, style
from ketenspiegel.forms.questionnaire_texts import texts
from ketenspiegel.influence_map import MAX_LABEL, MOST_FACTORS, OWN
from ketenspiegel.language import LANGUAGES, Language
from ketenspiegel.municipalities import municipalities
from ketenspiegel.questions import QuestionSet, Theme


class Questionnaire(anywidget.AnyWidget):
    """The form for one question set.

    Parameters
    ----------
    questions
        The question set.
    place
        Where the answers are while one fills in: ``"own"`` (the user's machine), ``"binder"`` (a borrowed
        machine that disappears), ``"server"`` (somebody else's machine) or ``"browser"`` (no server at all).
    folder
        Where to keep a copy of every answer sheet; None keeps none.
    language
        The language to start in.
    next_notebook
        The notebook that puts answers together, linked at the end when shown by Voila.

    Notes
    -----
    ``sheet`` is what the respondent answered so far, as in the answer file; `answer_sheet` gives it checked.
    """

    _esm = script(
        "dom.js",
        "keeping.js",
        "questionnaire_fields.js",
        "map_layout.js",
        "map_canvas.js",
        "map_form.js",
        "meeting_draft.js",
        "meeting_card.js",
        "meeting_form.js",
        "questionnaire.js",
    )
    _css = style()

    questions = traitlets.Dict().tag(sync=True)
    municipalities: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode("nl").tag(sync=True)
    place = traitlets.Unicode("own").tag(sync=True)
    folder = traitlets.Unicode("").tag(sync=True)
    format = traitlets.Unicode(FORMAT).tag(sync=True)
    format_version = traitlets.Int(FORMAT_VERSION).tag(sync=True)
    limits = traitlets.Dict({"bytes": MAX_BYTES, "name": MAX_NAME, "remark": MAX_REMARK}).tag(sync=True)
    next_notebook = traitlets.Unicode("").tag(sync=True)
    sheet = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        questions: QuestionSet,
        *,
        place: str = "own",
        folder: Path | None = None,
        language: Language = "nl",
        next_notebook: str = "",
    ) -> None:
        self._questions = questions
        self._folder = folder
        super().__init__(
            questions=_for_front_end(questions),
            municipalities=[[town.code, town.name] for town in municipalities()],
            texts={each: texts(each) for each in LANGUAGES},
            language=language,
            place=place if place != "own" or folder else "browser",
            folder=str(folder or "").replace(str(Path.home()), "~", 1),
            next_notebook=next_notebook,
        )
        self.on_msg(self._receive)
        self.observe(self._keep, names="sheet")

    def answer_sheet(self) -> AnswerSheet:
        """Give what is filled in now.

        Raises
        ------
        pydantic.ValidationError
            When nothing has been filled in yet.
        """
        return AnswerSheet.model_validate(self.sheet)

    def _keep(self, change: dict[str, Any]) -> None:
        if self._folder is None:
            return
        try:
            write_answer_sheet(self.answer_sheet(), self._folder)
        except (OSError, ValueError) as error:
            self.send({"type": "not_written", "reason": str(error).splitlines()[0]})

    def _receive(self, _: Any, message: dict[str, Any], buffers: list[bytes]) -> None:
        if message["type"] == "open":
            self.send(self._open(message["text"], message["language"]))
        # The id comes from a browser: only a name that an answer sheet can have is removed.
        elif message["type"] == "wipe" and self._folder is not None and message["id"].isalnum():
            (self._folder / f"{message['id']}.json").unlink(missing_ok=True)

    def _open(self, contents: str, language: Language) -> dict[str, Any]:
        try:
            sheet = read_answer_sheet(contents, language)
            check_fit(sheet, self._questions, language)
        except AnswerSheetError as error:
            return {"type": "refused", "reason": str(error)}
        return {"type": "opened", "sheet": sheet.contents()}


def _for_front_end(questions: QuestionSet) -> dict[str, Any]:
    """Give the part of a question set that a respondent sees: not the advice, nor which items are reversed."""
    data = questions.model_dump(mode="json", include={"id", "version", "title", "introduction", "roles"})
    scales = {"": questions.scale, **questions.scales}
    data["scales"] = {name: scale.model_dump(mode="json") for name, scale in scales.items()}
    data["influences"] = _map_for_front_end(questions)
    data["meetings"] = None if questions.meetings is None else questions.meetings.model_dump(mode="json")
    data["choice"] = None if questions.prediction is None else questions.prediction.choice.model_dump()
    own = [_theme(theme) for theme in questions.themes]
    words = [item["text"] for theme in own for item in theme["items"]]
    data["themes"] = own + [
        _theme(theme, role, words) for theme, role in zip(questions.predictions, questions.role_labels, strict=False)
    ]
    return data


def _map_for_front_end(questions: QuestionSet) -> dict[str, Any] | None:
    """Give factors and words for strength: not the interventions, nor what words mean in numbers."""
    asked = questions.influences
    if asked is None:
        return None
    return {
        "factors": [factor.model_dump(mode="json", exclude={"better"}) for factor in asked.factors],
        "strengths": [strength.label.model_dump() for strength in asked.strengths],
        "own": OWN,
        "most_factors": MOST_FACTORS,
        "longest_name": MAX_LABEL,
    }


def _theme(theme: Theme, about: str = "", words: Sequence[Any] = ()) -> dict[str, Any]:
    """Give a theme; one about another role has the words of the items about oneself: its heading names the role."""
    shown = theme.model_dump(mode="json", include={"id", "title", "explanation"})
    items = [item.model_dump(mode="json", include={"id", "text", "roles", "scale"}) for item in theme.items]
    for item, text in zip(items, words, strict=False):
        item["text"] = text
    # Empty texts and not None: where Python runs in the browser, None gets lost on the way to the page.
    return {
        **shown,
        "about": about,
        "items": [{**item, "scale": item["scale"] or "", "about": about} for item in items],
    }
