"""What all parts of a question set are made of: short names, and texts in every language."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ketenspiegel.language import Language

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True)]

# What reports of classical instruments nearly always advise, after the source text.
Reflex = Literal["overleg", "kennisbank", "partijen", "training", "regie", "fusie"]


class Part(BaseModel):
    """A part of a question set: nothing in it that is not known, and nobody changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Part):
    """A text in every language that readers can choose."""

    nl: Words = Field(description="De Nederlandse tekst")
    en: Words = Field(description="De Engelse tekst")

    def to(self, language: Language) -> str:
        """Give the text in one language."""
        return self.nl if language == "nl" else self.en
