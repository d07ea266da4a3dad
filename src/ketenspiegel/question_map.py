"""The parts of a question set in which people draw what influences what."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from ketenspiegel.language import Language
from ketenspiegel.question_parts import Identifier, Part, Reflex, Text

Direction = Literal["more", "less"]


def sign_of(direction: Direction | None) -> int:
    """Give a direction as a number: 1 for more, -1 for less, 0 for neither.

    Examples
    --------
    >>> sign_of("less"), sign_of(None)
    (-1, 0)
    """
    return {"more": 1, "less": -1, None: 0}[direction]


class Factor(Part):
    """Something in a chain of which there can be more or less."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    label: Text = Field(description="Hoe de factor op de kaart heet, kort")
    explanation: Text = Field(description="Wat het woord hier betekent, in één zin")
    more: Text = Field(description="Hoe u zegt dat het er meer wordt, bijvoorbeeld: meer overleg")
    less: Text = Field(description="Hoe u zegt dat het er minder wordt, bijvoorbeeld: minder overleg")
    better: Direction | None = Field(
        default=None, description="Wat mensen er in het algemeen van willen: more of less; leeg is geen van beide"
    )

    @property
    def wanted(self) -> int:
        """The way in which people want it to go: 1 more, -1 less, 0 neither."""
        return sign_of(self.better)

    def going(self, sign: int, language: Language) -> str:
        """Say that there is more of it (``sign`` above zero) or less."""
        return (self.more if sign > 0 else self.less).to(language)


class Strength(Part):
    """A word for how strong an influence is, and what that word can mean on a scale from 0 to 1."""

    label: Text = Field(description="Het woord, bijvoorbeeld: sterk")
    lowest: Annotated[float, Field(gt=0, le=1, description="Het minste wat dat woord kan betekenen")]
    highest: Annotated[float, Field(gt=0, le=1, description="Het meeste wat dat woord kan betekenen")]


class Intervention(Part):
    """Something one can do in a chain, and what is usually expected of it."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    title: Text = Field(description="Hoe de ingreep heet")
    does: dict[Identifier, Direction] = Field(
        min_length=1, description="Wat de ingreep zelf verandert: een factor met more of less"
    )
    aim: Identifier = Field(description="De factor die er beter van moet worden")
    expectation: Text = Field(description="Wat men er gewoonlijk van verwacht, in één zin")
    reflex: Reflex | None = Field(default=None, description="Bij welke reflex deze ingreep hoort")


class InfluenceQuestions(Part):
    """What people draw a map of: factors, words for strength, and interventions that are tried on the maps."""

    factors: tuple[Factor, ...] = Field(min_length=3, max_length=20, description="De factoren")
    strengths: tuple[Strength, ...] = Field(
        min_length=1, max_length=5, description="De woorden voor hoe sterk een invloed is, zwakste eerst"
    )
    result: Identifier = Field(description="De factor waar de keten het voor doet")
    interventions: tuple[Intervention, ...] = Field(default=(), description="De ingrepen")

    @cached_property
    def by_id(self) -> dict[str, Factor]:
        """All factors by id, in the order of the map."""
        return {factor.id: factor for factor in self.factors}
