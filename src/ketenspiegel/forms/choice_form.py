"""The form in which a comparison of municipalities is set up: one widget that outlives its kernel."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from ketenspiegel.choice_files import ChoiceError, dump_choice, read_choice
from ketenspiegel.forms.assets import script, style
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.study import LOWEST_CUT_OFF, Choice, Study

# More conditions than this nobody can take in at once, whatever the number of cases.
MOST_CONDITIONS = 5


class ChoiceForm(anywidget.AnyWidget):
    """Asks what to understand, with what it may go together, and from where much is much.

    Parameters
    ----------
    on_change
        Called when the choice has changed.
    borrowed
        Whether this is somebody else's computer, where nothing may stay behind.
    language
        The reader's language.
    """

    _esm = script("dom.js", "choice_form.js")
    _css = style()

    texts = traitlets.Dict().tag(sync=True)
    borrowed = traitlets.Bool(False).tag(sync=True)
    lowest = traitlets.Float(LOWEST_CUT_OFF).tag(sync=True)
    # As text: where Python runs in the browser, a None inside a value gets lost on the way to the page.
    blank = traitlets.Unicode("{}").tag(sync=True)
    offered = traitlets.Unicode("{}").tag(sync=True)
    choice = traitlets.Unicode("{}").tag(sync=True)

    def __init__(self, on_change: Callable[[], None], *, borrowed: bool = False, language: Language = "nl") -> None:
        self._language = language
        blank = _compact(Choice())
        super().__init__(
            texts=_texts(language),
            borrowed=borrowed,
            blank=blank,
            choice=blank,
            offered=json.dumps({"measures": [], "cases": [], "most": 2, "anchors": {}}),
        )
        self._on_change = on_change
        self.observe(self._changed, names="choice")

    @property
    def value(self) -> Choice:
        """What was chosen."""
        return read_choice(self.choice.encode(), self._language)

    def _changed(self, _: Any) -> None:
        try:
            read_choice(self.choice.encode(), self._language)
        except ChoiceError:
            # What the page kept of an older version: the form then shows that nothing is chosen, as it is.
            self.choice = self.blank
            return
        self._on_change()

    def set(self, choice: Choice) -> None:
        """Take over what was chosen before or elsewhere."""
        self.choice = _compact(choice)

    def offer(self, study: Study) -> None:
        """Offer what there is to choose from, with anchors suggested for what was chosen."""
        suggested = Study(study.table, Choice(study.choice.outcome, study.choice.conditions)).anchors
        self.offered = json.dumps(
            {
                "measures": [self._measure(study, name) for name in study.table.measures],
                "cases": list(study.table.cases),
                "most": min(MOST_CONDITIONS, study.most_conditions),
                "anchors": {name: each._asdict() for name, each in suggested.items() if each is not None},
            }
        )

    def _measure(self, study: Study, name: str) -> dict[str, Any]:
        measure, language = study.table.measures[name], self._language
        return {
            "id": name,
            "source": measure.source.to(language),
            "label": measure.label.to(language),
            "high": measure.high.to(language),
            "low": measure.low.to(language),
            "crisp": measure.crisp,
            "digits": measure.digits,
        }


def _compact(choice: Choice) -> str:
    """Write a choice as the page does, so that the same choice is the same text."""
    return json.dumps(json.loads(dump_choice(choice)), ensure_ascii=False, separators=(",", ":"))


def _texts(language: Language) -> dict[str, str]:
    say = translator(language)
    return {
        "decimal": "," if language == "nl" else ".",
        "title": say("Wat wilt u vergelijken?"),
        "outcome": say("Wat wilt u begrijpen? (de uitkomst)"),
        "choose": say("Kies een uitkomst"),
        "direction": say("Waar kijkt u naar?"),
        "conditions": say("Waarmee zou dat samen kunnen gaan? (de voorwaarden)"),
        "few_conditions": say(
            "Kies er twee of meer, en bespreek eerst waarom juist deze. Wie alles probeert, vindt altijd wel iets."
        ),
        "condition": say("Voorwaarde {n}"),
        "none": say("geen"),
        "own": say("Uw gemeente"),
        "every": say("(geen: bekijk alle gemeenten)"),
        "fine": say("Verander wat u veel noemt, en hoe streng u bent"),
        "strict": say("Hoe streng?"),
        "strict_hint": say(
            "Hoe goed moet het kloppen dat een combinatie met de uitkomst samengaat? Bij 1 mag er geen enkele "
            "uitzondering zijn."
        ),
        "kind": say("Wat durft u aan te nemen over combinaties die geen gemeente heeft?"),
        "conservative": say("Niets: alleen wat gezien is"),
        "intermediate": say("Alleen wat past bij wat wij verwachten"),
        "parsimonious": say("Alles wat het antwoord korter maakt"),
        "expectation": say("{label}: waarbij verwacht u de uitkomst eerder?"),
        "no_idea": say("geen verwachting"),
        "anchors": say("Wanneer is het veel: {label}"),
        "out": say("Zeker weinig"),
        "crossover": say("De grens"),
        "full": say("Zeker veel"),
        "unordered": say("Vul drie getallen in die oplopen; tot dan tellen de vorige."),
        "suggest": say("Terug naar het voorstel"),
        "save": say("Bewaar deze keuze"),
        "again": say("Begin de keuze opnieuw"),
        "file": say("vergelijking.json"),
        "saved": say("De keuze staat bij uw downloads. Open haar later met ‘Kies bestanden’."),
        "cleared": say("De keuze is leeg."),
    }
