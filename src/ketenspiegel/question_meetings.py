"""The parts of a question set in which a team writes down its meetings."""

from __future__ import annotations

from pydantic import Field

from ketenspiegel.question_parts import Identifier, Part, Text


class Purpose(Part):
    """What a meeting can be for."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    label: Text = Field(description="Waar een overleg voor is, bijvoorbeeld: besluiten nemen")
    also: tuple[str, ...] = Field(default=(), description="Hoe dit doel in tabellen ook heet")


class MeetingQuestions(Part):
    """What a team is asked about its meetings, beside name, participants, how often and how long."""

    purposes: tuple[Purpose, ...] = Field(min_length=1, max_length=20, description="De doelen om uit te kiezen")
