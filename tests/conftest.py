"""What all tests share: a small question set, and sheets made for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.questions import QuestionSet, load_question_set

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture(scope="session")
def small() -> QuestionSet:
    return load_question_set(DATA / "klein.yaml")


@pytest.fixture
def sheet_of() -> Callable[..., AnswerSheet]:
    def make(role: str = "inwoner", **answers: int | str) -> AnswerSheet:
        return AnswerSheet(
            question_set="klein",
            question_set_version="1.2",
            role=role,
            answers={name.replace("_", "-"): value for name, value in answers.items()},
            saved=datetime(2026, 11, 1, tzinfo=UTC),
        )

    return make
