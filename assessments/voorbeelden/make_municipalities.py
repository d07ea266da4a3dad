"""Draw the answers of several invented municipalities on several assessments, for comparing municipalities."""

from __future__ import annotations

import csv
import random
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Any

from ketenspiegel.answers import AnswerSheet, Place, write_answer_sheet
from ketenspiegel.choice_files import dump_choice
from ketenspiegel.lenses.study import Choice
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import Item, QuestionSet, load_question_set, predicted

KNOWN_PARTNERS = 3
SPREAD, APART = 0.5, 1.7
OTHER_MOTIVE = 3.6

Drawn = dict[str, int]


class Municipalities:
    """What the answers are drawn from; the same seed always gives the same files."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.chance = random.Random(data["seed"])

    def write(self, folder: Path) -> None:
        """Write a table per assessment, a list of meetings per municipality, a table of facts and a choice."""
        for name in self.data["respondents"]:
            self._write_survey(folder / f"{name}.csv", load_question_set(name))
        for name, (_, hours, *_others) in self.data["municipalities"].items():
            write_answer_sheet(self._meetings(name, hours), folder)
        with (folder / "gemeenten.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, delimiter=";", lineterminator="\n")
            table.writerow(["gemeente", "inwoners"])
            table.writerows([name, row[-1]] for name, row in self.data["municipalities"].items())
        choice = self.data["choice"]
        kept = dump_choice(Choice(choice["outcome"], tuple(choice["conditions"])))
        (folder / "keuze.json").write_text(kept, encoding="utf-8")

    def _write_survey(self, path: Path, questions: QuestionSet) -> None:
        rows = [
            {"rol": role, "gemeente": name, "keten": self.data["chain"], "ronde": self.data["round"], **answers}
            for name in self.data["municipalities"]
            for role, n in self.data["respondents"][questions.id].items()
            for answers in (self._answers(name, role, questions) for _ in range(n))
        ]
        headers = list(dict.fromkeys(header for row in rows for header in row))
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, headers, delimiter=";", lineterminator="\n")
            table.writeheader()
            table.writerows(rows)

    def _answers(self, name: str, role: str, questions: QuestionSet) -> Drawn:
        wrong, _, agreed, mark, _ = self.data["municipalities"][name]
        if questions.prediction is not None:
            return self._motives(role, wrong, questions)
        if questions.id == "klanttevredenheid":
            return {item.id: self._satisfied(item, mark, questions) for item in _asked(questions, role)}
        return {
            item.id: self._draw(item, *self._stand(item, role, agreed, questions), questions)
            for item in _asked(questions, role)
        }

    def _stand(self, item: Item, role: str, agreed: str, questions: QuestionSet) -> tuple[float, float]:
        """Where agreement on direction is lacking, boards and policy officers see it otherwise than the others."""
        if item not in next(theme for theme in questions.themes if theme.id == "regie").items:
            return 3.2, 0.8
        if agreed == "ja":
            return 3.4, 0.4
        return 3.2 + (APART if role in ("bestuurder", "beleidsambtenaar", "ketenpartner") else -APART), 0.5

    def _satisfied(self, item: Item, mark: float, questions: QuestionSet) -> int:
        if item.scale == "cijfer":
            return self._draw(item, mark, 0.7, questions)
        return self._draw(item, 4.2 if item.part == "belang" else 1 + 4 * (mark - 1) / 9, 0.7, questions)

    def _motives(self, role: str, wrong: float, questions: QuestionSet) -> Drawn:
        motives = self.data["motives"]
        others = self.chance.sample([other for other in motives if other != role], KNOWN_PARTNERS)
        items = [item for theme in questions.themes for item in theme.items]
        own = {item.id: self._draw(item, motives[role].get(item.id, OTHER_MOTIVE), SPREAD, questions) for item in items}
        guesses = {
            predicted(item.id, other): self._draw(
                item, _off(motives[other].get(item.id, OTHER_MOTIVE), wrong), SPREAD, questions
            )
            for other in others
            for item in items
        }
        return own | guesses

    def _meetings(self, name: str, hours: float) -> AnswerSheet:
        """Draw meetings of which those who sit in them have so many hours a month, on average."""
        year, month = map(int, self.data["round"].split("-"))
        chosen = sorted(self.chance.sample(sorted(self.data["meetings"]), 5))
        participants = {each: [_participant(text) for text in self.data["meetings"][each]] for each in chosen}
        seats = [who.label for each in chosen for who in participants[each]]
        each_time = round(4 * hours / fmean(seats.count(label) for label in dict.fromkeys(seats)) / 2) / 4
        return AnswerSheet(
            id=f"{self.chance.getrandbits(128):032x}",
            question_set="overlegkaart",
            question_set_version=load_question_set("overlegkaart").version,
            municipality=Place(name=name),
            chain=self.data["chain"],
            round=self.data["round"],
            meetings=tuple(
                Meeting(name=each, participants=tuple(participants[each]), times=2, per="month", hours=each_time)
                for each in chosen
            ),
            saved=datetime(year, month, 5, 9, tzinfo=UTC),
        )

    def _draw(self, item: Item, mean: float, spread: float, questions: QuestionSet) -> int:
        highest = len(questions.scale_of(item).points)
        value = min(highest, max(1, round(self.chance.gauss(mean, spread))))
        return highest + 1 - value if item.reversed else value


def _asked(questions: QuestionSet, role: str) -> list[Item]:
    return [item for theme in questions.fields for item in theme.measured() if not item.roles or role in item.roles]


def _off(mean: float, wrong: float) -> float:
    """Move a mean to the side where there is room."""
    return mean - wrong if mean > 3 else mean + wrong


def _participant(text: str) -> Participant:
    name, _, organisation = text.removesuffix(")").partition(" (")
    return Participant(name=name, organisation=organisation)
