"""The file that keeps how a comparison of municipalities was set up, to go on with or to hand to others."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, StringConstraints, ValidationError, model_validator

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.study import CUT_OFF, LOWEST_CUT_OFF, Choice
from ketenspiegel.methods.qca.calibration import Anchors
from ketenspiegel.methods.qca.limits import MAX_CONDITIONS
from ketenspiegel.methods.qca.solution import Kind
from ketenspiegel.problems import describe, field_name

FORMAT: Literal["ketenspiegel-vergelijking"] = "ketenspiegel-vergelijking"
MAX_BYTES = 100_000
# What was chosen for a measure stays when the measure is no longer a condition, so that it comes back with it.
MAX_KEPT = 200

_Name = Annotated[str, StringConstraints(max_length=300)]


class ChoiceError(ValueError):
    """A file that cannot be used; the message is for the person who opened it."""


class _Anchors(BaseModel):
    model_config = ConfigDict(extra="forbid")

    out: FiniteFloat
    crossover: FiniteFloat
    full: FiniteFloat

    @model_validator(mode="after")
    def _in_order(self) -> _Anchors:
        # Falling anchors would call little what the measure calls much.
        if not self.out < self.crossover < self.full:
            raise ValueError("out < crossover < full")
        return self


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    format: Literal["ketenspiegel-vergelijking"] = FORMAT
    format_version: Literal[1] = 1
    outcome: _Name = ""
    conditions: Annotated[tuple[_Name, ...], Field(max_length=MAX_CONDITIONS)] = ()
    absent: bool = False
    anchors: Annotated[dict[_Name, _Anchors], Field(max_length=MAX_KEPT)] = {}
    cut_off: Annotated[float, Field(ge=LOWEST_CUT_OFF, le=1)] = CUT_OFF
    kind: Kind = "conservative"
    expectations: Annotated[dict[_Name, bool], Field(max_length=MAX_KEPT)] = {}
    own: _Name = ""


def is_choice(contents: bytes) -> bool:
    """Tell whether a JSON file holds how a comparison was set up.

    Examples
    --------
    >>> is_choice(dump_choice(Choice()).encode()), is_choice(b"[]"), is_choice(b"nothing")
    (True, False, False)
    """
    try:
        data = json.loads(contents) if len(contents) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and data.get("format") == FORMAT


def read_choice(contents: bytes, language: Language = "nl") -> Choice:
    """Read how a comparison was set up.

    Raises
    ------
    ChoiceError
        When the file is damaged, too large or of a newer version.

    Examples
    --------
    >>> choice = Choice("a", ("b", "c"), anchors={"b": Anchors(1, 2, 3)}, expectations={"c": False})
    >>> read_choice(dump_choice(choice).encode()) == choice
    True
    """
    say = translator(language)
    if len(contents) > MAX_BYTES:
        limit = say("Dit bestand is te groot: een keuze is hoogstens {limit} kB.")
        raise ChoiceError(limit.format(limit=MAX_BYTES // 1000))
    try:
        found = _File.model_validate(json.loads(contents))
    except ValidationError as error:
        problems = "; ".join(f"{field_name(e['loc'])}: {describe(e, language)}" for e in error.errors()[:3])
        raise ChoiceError(say("Dit bestand met een keuze is beschadigd ({found}).").format(found=problems)) from None
    except (ValueError, RecursionError):
        raise ChoiceError(say("Dit bestand is beschadigd of is geen keuze.")) from None
    anchors = {name: Anchors(each.out, each.crossover, each.full) for name, each in found.anchors.items()}
    return Choice(**found.model_dump(exclude={"format", "format_version", "anchors"}), anchors=anchors)


def dump_choice(choice: Choice) -> str:
    """Give the contents of the file that keeps how a comparison was set up."""
    chosen = {field.name: getattr(choice, field.name) for field in fields(choice)}
    anchors = {name: _Anchors(**each._asdict()) for name, each in choice.anchors.items()}
    return _File(**{**chosen, "anchors": anchors}).model_dump_json(indent=2) + "\n"
