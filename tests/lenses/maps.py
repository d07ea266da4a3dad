"""Answer sheets with a map, for tests: ``"praten drukte"`` is an arrow, its number how strong, below zero weakens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ketenspiegel.answers import AnswerSheet


def sheet(role: str, arrows: Mapping[str, int], **changes: Any) -> AnswerSheet:
    drawn = [dict(zip(("source", "target"), name.split(), strict=True), strength=n) for name, n in arrows.items()]
    return AnswerSheet.model_validate(
        {
            "question_set": "klein-kaart",
            "question_set_version": "1.0",
            "role": role,
            "influences": {"arrows": drawn, **changes},
        }
    )
