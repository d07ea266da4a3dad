"""Say what the columns and answers of a survey table mean, where they do not speak for themselves."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from ketenspiegel.collection import Collection
from ketenspiegel.forms.html import paragraphs
from ketenspiegel.forms.showing import show
from ketenspiegel.language import Language, translator
from ketenspiegel.questions import QuestionSet
from ketenspiegel.survey_tables import Defaults, Mapping

MOST_SHOWN = 60


class MappingForm(ipywidgets.VBox):
    """A choice per column and per answer that was not recognised; hidden when there is nothing to choose."""

    def __init__(self, questions: QuestionSet, changed: Callable[[], None], language: Language = "nl") -> None:
        self._questions, self._changed, self._language = questions, changed, language
        self._say = translator(language)
        self._columns: dict[str, ipywidgets.Dropdown] = {}
        self._values: dict[str, ipywidgets.Dropdown] = {}
        self._role = self._dropdown(self._say("Rol voor wie er geen rol staat"), self._role_options())
        super().__init__()
        show(self, False)

    @property
    def mapping(self) -> Mapping:
        """What the user chose."""
        return Mapping(columns=_chosen(self._columns), values=_chosen(self._values))

    @property
    def defaults(self) -> Defaults:
        """What counts where a table says nothing."""
        return Defaults(role=self._role.value or "")

    def offer(self, found: Collection) -> None:
        """Show a choice for everything in ``found`` that was not recognised."""
        say = self._say
        for name in found.unrecognised_columns[:MOST_SHOWN]:
            self._columns.setdefault(name, self._dropdown(name, self._column_options()))
        for value in found.unrecognised_values[:MOST_SHOWN]:
            self._values.setdefault(value, self._dropdown(value, self._value_options()))
        apply = ipywidgets.Button(description=say("Lees opnieuw"))
        apply.on_click(lambda _: self._changed())
        heading = say("Wat betekent dit in uw tabel?")
        self.children = [
            ipywidgets.HTML(f"<h3>{heading}</h3>"),
            ipywidgets.HTML(
                paragraphs([say("Deze kolommen of antwoorden herken ik niet. Kies wat ze zijn, of laat ze weg.")])
            ),
            *self._columns.values(),
            *self._values.values(),
            self._role,
            apply,
        ]
        show(self, bool(self._columns or self._values))

    def _dropdown(self, label: str, options: list[tuple[str, str]]) -> ipywidgets.Dropdown:
        dropdown = ipywidgets.Dropdown(description=label, options=options, style={"description_width": "initial"})
        dropdown.add_class("ks-choice")
        return dropdown

    def _column_options(self) -> list[tuple[str, str]]:
        say = self._say
        fields = [
            (say("laat weg"), ""),
            (say("Rol"), "role"),
            (say("Gemeente"), "municipality"),
            (say("Keten"), "chain"),
            (say("Ronde"), "round"),
        ]
        return fields + [(item.text.to(self._language), key) for key, item in self._questions.items.items()]

    def _value_options(self) -> list[tuple[str, str]]:
        points = [
            (label.to(self._language), str(value)) for value, label in enumerate(self._questions.scale.points, start=1)
        ]
        return [
            (self._say("laat weg"), ""),
            *points,
            (self._questions.scale.unknown.to(self._language), "unknown"),
            *self._role_options()[1:],
        ]

    def _role_options(self) -> list[tuple[str, str]]:
        labels = self._questions.role_labels.items()
        return [(self._say("geen"), ""), *((label.to(self._language), role) for role, label in labels)]


def _chosen(dropdowns: dict[str, ipywidgets.Dropdown]) -> dict[str, str]:
    return {name: dropdown.value for name, dropdown in dropdowns.items() if dropdown.value}
