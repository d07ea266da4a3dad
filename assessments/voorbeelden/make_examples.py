"""Make the example answers from their recipes: ``python make_examples.py``.

Everything in them is invented. Every recipe in ``recepten`` says on top which pattern there is to discover.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from make_municipalities import Municipalities
from ruamel.yaml import YAML

from ketenspiegel.answers import UNKNOWN, Answer, AnswerSheet, Place, write_answer_sheet
from ketenspiegel.influence_map import Arrow, InfluenceMap
from ketenspiegel.questions import Item, QuestionSet, Theme, load_question_set, predicted

FOLDER = Path(__file__).parent
SKIPPED, UNSURE, KNOWN, GUESS = 0.02, 0.03, 0.8, 0.9


class Recipe:
    """What the answers on one question set are drawn from; the same seed always gives the same sheets."""

    def __init__(self, path: Path) -> None:
        self.data: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        self.questions: QuestionSet = load_question_set(self.data.get("question_set", path.stem))
        self.chance = random.Random(self.data["seed"])
        self.remarked: set[str] = set()

    def sheets(self) -> list[AnswerSheet]:
        """Draw all answer sheets, round after round."""
        return [
            self._sheet(role, number, round_)
            for round_ in self.data["rounds"]
            for number, role in enumerate(r for r, n in self.data["respondents"].items() for _ in range(n))
        ]

    def _sheet(self, role: str, number: int, round_: str) -> AnswerSheet:
        if self.questions.influences is not None:
            return self._given(role, number, round_, influences=self._map(role))
        answers: dict[str, Answer] = {}
        remarks: dict[str, str] = {}
        moods = [(each["themes"], self.chance.gauss(0, each["spread"])) for each in self.data.get("together", [])]
        for theme in self.questions.themes:
            mood = sum(size for themes, size in moods if theme.id in themes)
            for item in self._asked(theme, role):
                if self.chance.random() < SKIPPED:
                    continue
                names = _names(theme, item)
                if self.chance.random() < _first(self.data.get("unknown", {}), role, names, UNSURE):
                    answers[item.id] = UNKNOWN
                    continue
                mean, spread = self._position(role, names, round_)
                answers[item.id] = self._draw(item, mean + mood, spread)
                remark = next((f"{role} {name}" for name in names if f"{role} {name}" in self.data["remarks"]), None)
                if remark and remark not in self.remarked:
                    remarks[item.id] = self.data["remarks"][remark]
                    self.remarked.add(remark)
        if self.questions.prediction is not None:
            answers |= self._predictions(role, round_)
        return self._given(role, number, round_, answers=answers, remarks=remarks)

    def _given(self, role: str, number: int, round_: str, **contents: Any) -> AnswerSheet:
        year, month = map(int, round_.split("-"))
        return AnswerSheet(
            id=f"{self.chance.getrandbits(128):032x}",
            question_set=self.questions.id,
            question_set_version=self.questions.version,
            municipality=Place(name=self.data["municipality"]),
            chain=self.data["chain"],
            round=round_,
            role=role,
            **contents,
            saved=datetime(year, month, 5, 9, tzinfo=UTC) + timedelta(minutes=37 * number),
        )

    def _map(self, role: str) -> InfluenceMap:
        """Draw a map: each arrow of the recipe with the chance that it has for this role."""
        arrows = []
        for name, chances in self.data["arrows"].items():
            source, target = name.split(" ")
            chance, strength = chances.get(role, chances.get("all", (0, 1)))
            if self.chance.random() < chance:
                most = len(self.questions.influences.strengths)
                size = min(most, max(1, round(self.chance.gauss(abs(strength), 0.6))))
                arrows.append(Arrow(source=source, target=target, strength=size if strength > 0 else -size))
        own = {f"own-{each.lower()}": each for each, roles in self.data.get("own", {}).items() if role in roles}
        known = {*self.questions.influences.by_id, *own}
        return InfluenceMap(arrows=[each for each in arrows if {each.source, each.target} <= known], names=own)

    def _predictions(self, role: str, round_: str) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for other in self.questions.role_labels:
            pair = f"{role} {other}"
            if other == role or self.chance.random() >= self.data.get("knows", {}).get(pair, KNOWN):
                continue
            for theme in self.questions.themes:
                for item in theme.items:
                    mean, _ = self._position(other, _names(theme, item), round_)
                    guess = self.data.get("predicted", {}).get(pair, {}).get(item.id, (mean, GUESS))
                    answers[predicted(item.id, other)] = self._draw(item, *guess)
        return answers

    def _asked(self, theme: Theme, role: str) -> list[Item]:
        return [item for item in theme.items if not item.roles or role in item.roles]

    def _position(self, role: str, names: tuple[str, ...], round_: str) -> tuple[float, float]:
        """Find where a role stands, from 1 (unfavourable) up, and how far its people lie apart."""
        later = self.data.get("later", {}).get(round_, {})
        for positions in (later, self.data["positions"]):
            for name in names:
                if role in positions.get(name, {}):
                    mean, spread = positions[name][role]
                    return mean, spread
        raise KeyError(f"{self.questions.id}: no position of {role} on {' or '.join(names)}")

    def _draw(self, item: Item, mean: float, spread: float) -> int:
        highest = len(self.questions.scale_of(item).points)
        value = min(highest, max(1, round(self.chance.gauss(mean, spread))))
        return highest + 1 - value if item.reversed else value


def _names(theme: Theme, item: Item) -> tuple[str, ...]:
    return (item.id, f"{theme.id} {item.part}", theme.id)


def _first(table: dict[str, float], role: str, names: tuple[str, ...], otherwise: float) -> float:
    return next((table[f"{role} {name}"] for name in names if f"{role} {name}" in table), otherwise)


if __name__ == "__main__":
    for path in sorted((FOLDER / "recepten").glob("*.yaml")):
        folder = FOLDER / path.stem
        for old in folder.glob("*.json"):
            old.unlink()
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        if "municipalities" in data:
            folder.mkdir(exist_ok=True)
            Municipalities(data).write(folder)
        else:
            for sheet in Recipe(path).sheets():
                write_answer_sheet(sheet, folder)
