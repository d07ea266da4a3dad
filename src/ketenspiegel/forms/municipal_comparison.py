"""Put answers of several municipalities together and compare them two ways, side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ipywidgets

from ketenspiegel.cases import CaseTable
from ketenspiegel.choice_files import ChoiceError, read_choice
from ketenspiegel.collection import Source
from ketenspiegel.forms.choice_form import ChoiceForm
from ketenspiegel.forms.html import folded, items, paragraphs
from ketenspiegel.forms.intake import Intake, PrintButton
from ketenspiegel.forms.panel import SideBySide
from ketenspiegel.forms.showing import show
from ketenspiegel.gathering import Gathered, gather
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.comparing import COMPLEX, SIMPLE, apart, compared, put_together
from ketenspiegel.lenses.measures import by_municipality, too_few
from ketenspiegel.lenses.study import FEWEST, Study
from ketenspiegel.lenses.study_words import listed, obstacle
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.qca.minimisation import TooManyModelsError

# An outcome and two conditions.
LEAST_MEASURES = 3


class MunicipalComparison(ipywidgets.VBox):
    """Everything on the page that compares municipalities.

    Parameters
    ----------
    own_folder
        The folder with answer sheets on the user's own machine; None when there is none.
    borrowed
        Whether this is somebody else's computer, where nothing may stay behind.
    examples
        The folder with answers of made-up municipalities; None when there is none.
    language
        The reader's language.
    """

    def __init__(
        self,
        *,
        own_folder: Path | None = None,
        borrowed: bool = False,
        examples: Path | None = None,
        language: Language = "nl",
    ) -> None:
        self._language, self._say = language, translator(language)
        self._folders = {"own": own_folder, "examples": examples}
        self._sources: list[Source] = []
        self._turned_away: list[tuple[str, str]] = []
        self._gathered, self._table = Gathered(), CaseTable()
        self._reading = False
        self._intake = Intake(
            self._add_files,
            self._request,
            own_folder="" if own_folder is None else str(own_folder).replace(str(Path.home()), "~", 1),
            examples=examples is not None,
            paths=True,
            language=language,
        )
        self._overview = ipywidgets.HTML()
        self._form = ChoiceForm(self._look, borrowed=borrowed, language=language)
        self._notice = ipywidgets.HTML()
        self._views = SideBySide()
        printing = PrintButton(text=self._say("Druk af of bewaar als PDF"))
        self._results = ipywidgets.VBox([self._views, printing])
        super().__init__([self._intake, self._overview, self._form, self._notice, self._results])
        self.add_class("ks-panel")
        self._read()

    @property
    def brought_in(self) -> int:
        """How many answer sheets came in."""
        return sum(map(len, self._gathered.sheets.values()))

    def _add_files(self, files: list[tuple[str, bytes]], refused: list[tuple[str, str]]) -> None:
        self._sources += files
        self._turned_away += refused
        self._read()

    def _request(self, kind: str) -> None:
        if kind == "clear":
            self._sources, self._turned_away = [], []
        folder = self._folders.get(kind)
        if folder is not None and folder not in self._sources:
            self._sources.append(folder)
        self._read()

    def _read(self) -> None:
        known, self._reading = self._gathered.choices, True
        self._gathered = gather(self._sources, self._language)
        self._table = put_together(self._gathered.sheets, self._gathered.table)
        problem = self._take_over(self._gathered.choices if self._gathered.choices != known else ())
        self._overview.value = self._overview_html(problem)
        self._reading = False
        self._look()
        refused = len(self._refusals()) + len(problem)
        message = self._say("Gemeenten bij elkaar: {n}.").format(n=len(self._table.cases))
        if refused:
            message += " " + self._say("{n} keer is iets geweigerd; hieronder staat waarom.").format(n=refused)
        self._intake.answer(message)

    def _take_over(self, choices: tuple[bytes, ...]) -> list[str]:
        """Take over the last choice that came in a file; give what is wrong with it."""
        try:
            if choices:
                self._form.set(read_choice(choices[-1], self._language))
        except ChoiceError as error:
            return [str(error)]
        return []

    def _look(self) -> None:
        if self._reading:
            return
        study = Study(self._table, self._form.value)
        self._form.offer(study)
        why = obstacle(study, self._language) if self._table.cases else ""
        left, right = self._through(study)
        few = len(self._table.cases) < FEWEST
        if self._table.cases and len(self._table.measures) < LEAST_MEASURES:
            why = self._say(
                "Hiermee zijn nog geen combinaties te vergelijken. Nodig zijn een uitkomst en twee voorwaarden, "
                "waarop de gemeenten verschillen. Voeg een andere zelftest of een eigen tabel toe."
            )
        if self._table.cases and few:
            why = self._say(
                "Aantal gemeenten: {n}. Combinaties vergelijken heeft pas zin vanaf {fewest}: met minder past elk "
                "verhaal bij de cijfers."
            ).format(n=len(self._table.cases), fewest=FEWEST)
            left, right = apart(self._gathered.sheets, self._language)
            if left:
                why += " " + self._say("Hieronder staan de beelden per gemeente.")
        made_up = self._say("Verzonnen voorbeeld: deze gemeenten bestaan niet.")
        told = [made_up] if self._folders["examples"] in self._sources else []
        self._notice.value = paragraphs([*told, *([why] if why else [])], "ks-note")
        show(self._results, bool(left or right))
        self._views.show(left, right, self._language)

    def _through(self, study: Study) -> tuple[list[View], list[View]]:
        left = [compared(SIMPLE, study, self._language)] if study.outcome and study.cases else []
        if study.obstacle:
            return left, []
        try:
            return left, [compared(lens, study, self._language) for lens in COMPLEX]
        except TooManyModelsError:
            say = self._say
            # Which combinations occur can be told without an answer, as long as nothing is assumed.
            plain = Study(study.table, replace(study.choice, kind="conservative"))
            found = compared("diversity", plain, self._language)
            note = say("Er zijn hier zo veel antwoorden even goed, dat geen ervan iets zegt. Laat een voorwaarde weg.")
            return left, [replace(found, notes=(note, *found.notes))]

    def _refusals(self) -> list[tuple[str, str]]:
        found = self._gathered
        listed_ = [*found.refused, *(each for of in found.collections.values() for each in of.refused)]
        return [*self._turned_away, *((each.source, f"{each.place} {each.reason}".strip()) for each in listed_)]

    def _overview_html(self, problem: list[str]) -> str:
        say, found = self._say, self._gathered
        if not (self._sources or self._turned_away):
            return paragraphs(
                [
                    say(
                        "Kies de antwoordbladen van meerdere gemeenten (bestanden, of een map met een map per "
                        "gemeente), een tabel uit een enquêteprogramma, of een eigen tabel met per gemeente een rij."
                    )
                ]
            )
        parts = items(self._brought(found))
        parts += paragraphs([*self._left_out(found), *problem])
        refused = self._refusals()
        if refused:
            told = items(f"{name}: {reason}" for name, reason in refused)
            parts += folded(say("Geweigerd ({n})").format(n=len(refused)), told, unfolded=True)
        return parts

    def _left_out(self, found: Gathered) -> list[str]:
        """Say what does not take part, and what is added together."""
        say = self._say
        lines = []
        for questions in found.questions:
            names = too_few(found.sheets[questions.id], questions)
            if names:
                line = say("{title}: te weinig antwoordbladen om iets van te zeggen in {names}.")
                lines.append(line.format(title=questions.title.to(self._language), names=listed(names, self._language)))
        every = [sheet for of in found.sheets.values() for sheet in of]
        homeless = sum(not sheet.municipality.name for sheet in every)
        if homeless:
            lines.append(say("Antwoordbladen zonder gemeente: {n}. Die doen niet mee.").format(n=homeless))
        rounds = {sheet.round for sheet in every if sheet.round}
        if len(rounds) > 1:
            line = say("Deze antwoorden komen uit {n} rondes. Per gemeente telt alleen de laatste.")
            lines.append(line.format(n=len(rounds)))
        if len(found.table.only(self._table.cases).cases) < len(found.table.cases):
            lines.append(say("Uit een tabel doen alleen de gemeenten mee waarvan ook antwoordbladen zijn."))
        if found.dropped_columns:
            names_ = ", ".join(found.dropped_columns)
            lines.append(say("Weggelaten, omdat er persoonsgegevens in staan: {names}.").format(names=names_))
        return lines

    def _brought(self, found: Gathered) -> list[str]:
        """Say per assessment how many sheets came from how many municipalities."""
        say = self._say
        lines = []
        for questions in found.questions:
            sheets = found.sheets[questions.id]
            towns = by_municipality(sheets)
            line = say("{title}: {n} antwoordbladen uit {towns} gemeenten.")
            lines.append(line.format(title=questions.title.to(self._language), n=len(sheets), towns=len(towns)))
        if found.tables:
            lines.append(say("Eigen tabellen: {names}.").format(names=", ".join(found.tables)))
        return lines
