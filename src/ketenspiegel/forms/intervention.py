"""An intervention of a team's own, tried on its maps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.forms.showing import show
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.loops import capital
from ketenspiegel.questions import Factor, InfluenceQuestions, Intervention, QuestionSet, Text, sign_of

OWN = "eigen"


class InterventionForm(ipywidgets.VBox):
    """A form that adds an intervention: more or less of one factor, meant to make another one better.

    Parameters
    ----------
    on_added
        Called with the question set that has the intervention too, and with the name of the intervention.
    language
        The reader's language.
    """

    def __init__(self, on_added: Callable[[QuestionSet, str], None], language: Language = "nl") -> None:
        self._on_added, self._language = on_added, language
        self._questions: QuestionSet | None = None
        self._factors: dict[str, Factor] = {}
        say = translator(language)
        self._changed = self._dropdown(say("Wat verandert u?"))
        self._direction = self._dropdown(say("Meer of minder?"))
        self._direction.options = [(say("meer"), "more"), (say("minder"), "less")]
        self._aim = self._dropdown(say("Wat moet er beter van worden?"))
        add = ipywidgets.Button(description=say("Probeer deze ingreep"), layout={"width": "auto"})
        add.on_click(lambda _: self._add())
        opened = ipywidgets.Button(description=say("Probeer een eigen ingreep"), layout={"width": "auto"})
        self._fields = ipywidgets.VBox([self._changed, self._direction, self._aim, add])
        self._open = False
        opened.on_click(lambda _: self._fold())
        super().__init__([opened, self._fields], layout={"align_items": "flex-start"})
        show(self._fields, False)

    def offer(self, questions: QuestionSet, sheets: Sequence[AnswerSheet]) -> None:
        """Offer the factors that stand on the maps of these sheets."""
        self._questions = questions
        asked = questions.influences
        if asked is None:
            return
        factors = Maps(sheets, questions).shown
        if factors == self._factors:
            return
        self._factors = factors
        options = [(factor.label.to(self._language), name) for name, factor in factors.items()]
        self._changed.options, self._aim.options = options, options
        self._changed.value, self._aim.value = options[0][1], asked.result

    def _fold(self) -> None:
        self._open = not self._open
        show(self._fields, self._open)

    def _add(self) -> None:
        asked = self._questions.influences if self._questions else None
        if self._questions is None or asked is None:
            return
        added = self._intervention(asked)
        found = next((each for each in asked.interventions if _same(each, added)), None)
        if found is None:
            influences = asked.model_copy(update={"interventions": (*asked.interventions, added)})
            self._questions = self._questions.model_copy(update={"influences": influences})
        self._on_added(self._questions, (found or added).id)

    def _intervention(self, asked: InfluenceQuestions) -> Intervention:
        changed, aim = self._factors[self._changed.value], self._factors[self._aim.value]
        sign = sign_of(self._direction.value)
        better = aim.wanted or 1
        numbers = [int(each.id.removeprefix(f"{OWN}-")) for each in asked.interventions if each.id.startswith(OWN)]
        words: dict[str, Any] = {
            "title": Text(nl=capital(changed.going(sign, "nl")), en=capital(changed.going(sign, "en"))),
            "does": {changed.id: self._direction.value},
            "aim": aim.id,
            "expectation": Text(
                nl=f"{capital(changed.going(sign, 'nl'))} geeft {aim.going(better, 'nl')}.",
                en=f"{capital(changed.going(sign, 'en'))} gives {aim.going(better, 'en')}.",
            ),
        }
        return Intervention(id=f"{OWN}-{max(numbers, default=0) + 1}", **words)

    def _dropdown(self, label: str) -> ipywidgets.Dropdown:
        dropdown = ipywidgets.Dropdown(description=label, style={"description_width": "initial"})
        dropdown.add_class("ks-choice")
        return dropdown


def _same(one: Intervention, other: Intervention) -> bool:
    return (one.does, one.aim) == (other.does, other.aim)
