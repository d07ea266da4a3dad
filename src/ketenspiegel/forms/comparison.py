"""Put a team's answers together and look at them two ways, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.collection import Collection, collect
from ketenspiegel.forms.html import folded, items, paragraphs
from ketenspiegel.forms.intake import Intake, PrintButton
from ketenspiegel.forms.mapping import MappingForm
from ketenspiegel.forms.panel import SideBySide
from ketenspiegel.forms.rounds import Rounds
from ketenspiegel.forms.showing import show
from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.looking import Answers, look
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet

Source = Path | tuple[str, bytes]
_ALL = "*"


class Comparison(ipywidgets.VBox):
    """Everything on the page that brings answers together.

    Parameters
    ----------
    questions
        The question set.
    own_folder
        The folder with answer sheets on the user's own machine; None when there is none.
    kept_in_browser
        Whether the form keeps its answers in this same browser only.
    borrowed
        Whether this is somebody else's computer, where nothing may stay behind.
    examples
        The folder with example answers; None when there is none.
    language
        The reader's language.
    """

    def __init__(
        self,
        questions: QuestionSet,
        *,
        own_folder: Path | None = None,
        kept_in_browser: bool = False,
        borrowed: bool = False,
        examples: Path | None = None,
        language: Language = "nl",
    ) -> None:
        self._questions, self._language = questions, language
        self._own_folder, self._examples = own_folder, examples
        self._say = translator(language)
        self._filling = False
        self._sources: list[Source] = []
        self._turned_away: list[tuple[str, str]] = []
        self._collection = Collection()
        self._intake = Intake(
            self._add_files,
            self._request,
            own_folder="" if own_folder is None else str(own_folder).replace(str(Path.home()), "~", 1),
            kept=_kept(questions) if kept_in_browser else None,
            examples=examples is not None,
            language=language,
        )
        self._overview = ipywidgets.HTML()
        self._mapping = MappingForm(questions, self._read, language)
        self._filters = {name: self._dropdown(label) for name, label in self._filter_labels().items()}
        self._theme = self._dropdown(self._say("Kijk naar"))
        self._offer_subjects()
        self._own_interventions = self._intervention_form()
        self._views = SideBySide()
        self._rounds = Rounds(questions, borrowed=borrowed, language=language)
        self._remarks = ipywidgets.HTML()
        self._results = ipywidgets.VBox(
            [
                ipywidgets.HBox([*self._filters.values(), self._theme], layout={"flex_flow": "row wrap"}),
                *self._own_interventions,
                self._views,
                self._rounds,
                self._remarks,
                PrintButton(text=self._say("Druk af of bewaar als PDF")),
            ]
        )
        super().__init__([self._intake, self._overview, self._mapping, self._results])
        self.add_class("ks-panel")
        for dropdown in (*self._filters.values(), self._theme):
            dropdown.observe(lambda _: self._look(), names="value")
        self._read()

    @property
    def brought_in(self) -> int:
        """How many answer sheets came in."""
        return len(self._collection.sheets)

    def _filter_labels(self) -> dict[str, str]:
        say = self._say
        return {"municipality": say("Gemeente"), "chain": say("Keten"), "round": say("Ronde")}

    def _offer_subjects(self) -> None:
        say, subjects = self._say, self._questions.subjects
        every = say("Alle thema's") if self._questions.influences is None else say("Alle ingrepen")
        named = [(title.to(self._language), name) for name, title in subjects.items()]
        self._theme.options = [(every, ""), *named]
        self._theme.value = ""
        show(self._theme, len(subjects) > 1)

    def _intervention_form(self) -> list[ipywidgets.Widget]:
        if self._questions.influences is None:
            return []
        # Only here, because most question sets have no map: in a browser the form then need not be fetched.
        from ketenspiegel.forms.intervention import InterventionForm

        return [InterventionForm(self._try_intervention, self._language)]

    def _try_intervention(self, questions: QuestionSet, chosen: str) -> None:
        self._questions = questions
        self._filling = True
        self._offer_subjects()
        self._filling = False
        self._theme.value = chosen

    def _dropdown(self, label: str) -> ipywidgets.Dropdown:
        dropdown = ipywidgets.Dropdown(description=label, style={"description_width": "initial"})
        dropdown.add_class("ks-choice")
        return dropdown

    def _add_files(self, files: list[tuple[str, bytes]], refused: list[tuple[str, str]]) -> None:
        self._sources += files
        self._turned_away += refused
        self._read()

    def _request(self, kind: str) -> None:
        if kind == "clear":
            self._sources, self._turned_away = [], []
        folder = {"own": self._own_folder, "examples": self._examples}.get(kind)
        if folder is not None:
            self._sources.append(folder)
        self._read()

    def _read(self) -> None:
        self._collection = collect(
            self._sources,
            self._questions,
            mapping=self._mapping.mapping,
            defaults=self._mapping.defaults,
            language=self._language,
        )
        self._mapping.offer(self._collection)
        self._overview.value = self._overview_html()
        self._filling = True
        for name, dropdown in self._filters.items():
            self._fill_filter(dropdown, [_place(sheet, name) for sheet in self._collection.sheets])
        self._filling = False
        self._look()
        n = len(self._collection.sheets)
        refused = len(self._collection.refused) + len(self._turned_away)
        message = self._say("Antwoordbladen bij elkaar: {n}.").format(n=n)
        if self._collection.results:
            names = ", ".join(results.source for results in self._collection.results)
            message += " " + self._say("Cijfers uit een rapport: {names}.").format(names=names)
        if refused:
            message += " " + self._say("{n} keer is iets geweigerd; hieronder staat waarom.").format(n=refused)
        self._intake.answer(message)

    def _fill_filter(self, dropdown: ipywidgets.Dropdown, values: Iterable[str]) -> None:
        found = sorted(set(values))
        chosen = dropdown.value
        named = [(value or self._say("(niet ingevuld)"), value) for value in found]
        dropdown.options = [(self._say("alles"), _ALL), *named]
        dropdown.value = chosen if chosen in found else _ALL
        show(dropdown, len(found) > 1)

    def _chosen(self, *, every_round: bool = False) -> list[AnswerSheet]:
        names = [name for name in self._filters if not (every_round and name == "round")]
        return [
            sheet
            for sheet in self._collection.sheets
            if all(
                self._filters[name].value in (None, _ALL) or _place(sheet, name) == self._filters[name].value
                for name in names
            )
        ]

    def _look(self) -> None:
        if self._filling:
            return
        sheets, results = self._chosen(), self._collection.results
        show(self._results, bool(sheets or results))
        if not (sheets or results):
            return
        answers = Answers(sheets, self._questions)
        simple, complex_ = self._questions.simple, self._questions.complex
        left = [self._through(simple, answers)] if sheets else []
        left += [self._of_report(each) for each in results]
        right = [self._through(lens, answers) for lens in complex_] if sheets else []
        self._views.show(left, right, self._language, "" if sheets else self._means_only())
        for form in self._own_interventions:
            form.offer(self._questions, sheets)
        self._rounds.look(self._chosen(every_round=True), self._theme.value or None)
        self._remarks.value = self._remarks_html(sheets)

    def _through(self, lens: str, answers: Answers | Results) -> View:
        return look(lens, answers, self._questions, self._theme.value or None, self._language)

    def _of_report(self, results: Results) -> View:
        view, say = self._through(self._questions.simple, results), self._say
        notes = [*view.notes, say("Uit het bestand {name}, zoals het rapport het gaf.").format(name=results.source)]
        if results.percent:
            notes.append(
                say("De cijfers van 0 tot 100 zijn op deze schaal getekend. Daarmee betekenen ze nog niet hetzelfde.")
            )
        return replace(view, title=say("{title}, uit uw rapport").format(title=view.title), notes=tuple(notes))

    def _means_only(self) -> str:
        return self._say(
            "Uit de cijfers van een rapport is niet te zien wie wat antwoordde, hoe ver mensen uit elkaar liggen en "
            "wat niemand weet. Vraag het bureau om de antwoorden zelf, zonder namen, of vul de lijst met uw team in."
        )

    def _overview_html(self) -> str:
        say, found = self._say, self._collection
        if not (self._sources or self._turned_away):
            return paragraphs([say("Kies de bestanden van uw team, een map of een tabel uit een enquêteprogramma.")])
        roles = Counter(sheet.role for sheet in found.sheets)
        who = [
            f"{label.to(self._language)}: {roles[role]}"
            for role, label in self._questions.role_labels.items()
            if roles[role]
        ]
        parts = paragraphs([", ".join(who)]) if who else ""
        if found.doubles:
            parts += paragraphs(
                [
                    say("{n} keer kwam hetzelfde antwoordblad dubbel binnen; het telt één keer.").format(
                        n=len(found.doubles)
                    )
                ]
            )
        if found.elsewhere:
            line = say("Antwoordbladen van een andere zelftest: {n}. Die doen hier niet mee.")
            parts += paragraphs([line.format(n=found.elsewhere)])
        if found.dropped_columns:
            names = ", ".join(found.dropped_columns)
            parts += paragraphs([say("Weggelaten, omdat er persoonsgegevens in staan: {names}.").format(names=names)])
        refused = [*self._turned_away, *((r.source, f"{r.place} {r.reason}".strip()) for r in found.refused)]
        if refused:
            lines = items(f"{name}: {reason}" for name, reason in refused)
            parts += folded(say("Geweigerd ({n})").format(n=len(refused)), lines, unfolded=True)
        return parts

    def _remarks_html(self, sheets: list[AnswerSheet]) -> str:
        """List the remarks by statement, without role and in alphabetical order, so that no row can be traced."""
        blocks = []
        for item in self._questions.items.values():
            if self._theme.value and item not in self._theme_items():
                continue
            remarks = sorted(
                sheet.remarks[item.id].strip() for sheet in sheets if sheet.remarks.get(item.id, "").strip()
            )
            if remarks:
                blocks.append(f"<h4>{escape(item.text.to(self._language))}</h4>{items(remarks)}")
        return folded(self._say("Opmerkingen bij de stellingen"), "".join(blocks)) if blocks else ""

    def _theme_items(self) -> tuple[Any, ...]:
        return next(theme.items for theme in self._questions.themes if theme.id == self._theme.value)


def _kept(questions: QuestionSet) -> dict[str, Any]:
    """Say what the browser may hand over of the answers that it keeps."""
    asked = {role: {item.id for item in questions.items_for(role)} for role in questions.role_labels}
    unasked = {role: [item for item in questions.items if item not in ids] for role, ids in asked.items()}
    return {"question_set": questions.id, "unasked": unasked}


def _place(sheet: AnswerSheet, name: str) -> str:
    return sheet.municipality.name if name == "municipality" else str(getattr(sheet, name))
