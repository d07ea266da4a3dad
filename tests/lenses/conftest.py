"""Answer sheets for any small question set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.questions import QuestionSet


@pytest.fixture
def sheet_for() -> Callable[..., AnswerSheet]:
    def make(questions: QuestionSet, role: str, answers: dict[str, int | str], round: str = "") -> AnswerSheet:
        return AnswerSheet(
            question_set=questions.id,
            question_set_version="1.0",
            role=role,
            answers=answers,
            round=round,
            saved=datetime(2026, 11, 1, tzinfo=UTC),
        )

    return make
