"""Make the example answers of the fictitious municipality Eikendal: ``python make_examples.py``.

Everything in them is invented. The pattern to discover: on "regie" the mean is in the middle although hardly
anybody is; on "veelpartijensamenwerking" the mean is in the middle because everybody is; residents often do not
know; and on "afstemming" all roles agree that it does not go well.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ketenspiegel.answers import UNKNOWN, Answer, AnswerSheet, Place, write_answer_sheet
from ketenspiegel.questions import QuestionSet, load_question_set

SEED = 2026
FOLDER = Path(__file__).parent
RESPONDENTS = {"bestuurder": 3, "beleidsambtenaar": 5, "professional": 8, "ketenpartner": 6, "inwoner": 4}

# Where a role stands on a theme, from 1 (unfavourable) to 5 (favourable), and how far its people lie apart.
POSITIONS: dict[str, dict[str, tuple[float, float]]] = {
    "ketensamenwerking": {
        "bestuurder": (4.2, 0.5),
        "beleidsambtenaar": (3.9, 0.6),
        "professional": (3.6, 0.7),
        "ketenpartner": (3.7, 0.7),
        "inwoner": (3.2, 0.9),
    },
    "regie": {
        "bestuurder": (4.7, 0.4),
        "beleidsambtenaar": (4.5, 0.5),
        "professional": (1.6, 0.6),
        "ketenpartner": (1.8, 0.6),
        "inwoner": (3.8, 1.0),
    },
    "integraal": {
        "bestuurder": (3.8, 0.6),
        "beleidsambtenaar": (3.0, 0.9),
        "professional": (2.4, 0.8),
        "ketenpartner": (2.7, 0.8),
        "inwoner": (2.3, 0.8),
    },
    "afstemming": {
        "bestuurder": (2.1, 0.5),
        "beleidsambtenaar": (1.9, 0.6),
        "professional": (1.6, 0.5),
        "ketenpartner": (1.9, 0.6),
        "inwoner": (1.8, 0.6),
    },
    "co-creatie": {
        "bestuurder": (4.3, 0.5),
        "beleidsambtenaar": (3.8, 0.7),
        "professional": (3.0, 0.8),
        "ketenpartner": (2.8, 0.8),
        "inwoner": (1.7, 0.6),
    },
    "veelpartijen": {
        "bestuurder": (3.1, 0.4),
        "beleidsambtenaar": (3.0, 0.5),
        "professional": (2.9, 0.5),
        "ketenpartner": (3.0, 0.5),
        "inwoner": (3.1, 0.6),
    },
}
UNKNOWN_CHANCE = {("inwoner", "regie"): 0.4, ("inwoner", "veelpartijen"): 0.4, ("bestuurder", "afstemming"): 0.1}
REMARKS = {
    ("professional", "regie"): "Ik weet niet wie er beslist als wij het niet eens worden.",
    ("bestuurder", "regie"): "Dit staat helder in het convenant.",
    ("ketenpartner", "afstemming"): "Vorige week zat ik in drie overleggen over hetzelfde gezin.",
    ("inwoner", "co-creatie"): "Wij mochten meepraten, maar daarna hoorden we niets meer.",
}


def make(questions: QuestionSet) -> list[AnswerSheet]:
    """Draw all answer sheets; the same seed always gives the same sheets."""
    chance = random.Random(SEED)
    roles = [role for role, n in RESPONDENTS.items() for _ in range(n)]
    remarked: set[tuple[str, str]] = set()
    return [_sheet(questions, role, number, chance, remarked) for number, role in enumerate(roles)]


def _sheet(
    questions: QuestionSet, role: str, number: int, chance: random.Random, remarked: set[tuple[str, str]]
) -> AnswerSheet:
    answers: dict[str, Answer] = {}
    remarks: dict[str, str] = {}
    for theme in questions.themes:
        for item in theme.items:
            if item.roles and role not in item.roles:
                continue
            key = (role, theme.id)
            if chance.random() < 0.02:
                continue
            if chance.random() < UNKNOWN_CHANCE.get(key, 0.03):
                answers[item.id] = UNKNOWN
                continue
            value = min(5, max(1, round(chance.gauss(*POSITIONS[theme.id][role]))))
            answers[item.id] = 6 - value if item.reversed else value
            if key in REMARKS and key not in remarked:
                remarks[item.id] = REMARKS[key]
                remarked.add(key)
    return AnswerSheet(
        id=f"{chance.getrandbits(128):032x}",
        question_set=questions.id,
        question_set_version=questions.version,
        municipality=Place(name="Eikendal (verzonnen)"),
        chain="jeugd",
        round="2026-10",
        role=role,
        answers=answers,
        remarks=remarks,
        saved=datetime(2026, 10, 5, 9, tzinfo=UTC) + timedelta(minutes=37 * number),
    )


if __name__ == "__main__":
    for name in ("ketensamenwerking",):
        folder = FOLDER / name
        for old in folder.glob("*.json"):
            old.unlink()
        for sheet in make(load_question_set(name)):
            write_answer_sheet(sheet, folder)
