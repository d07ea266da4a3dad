"""What one respondent draws: which factor strengthens or weakens which, how strongly, and own or dropped factors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ketenspiegel.methods.map_agreement import DrawnMap
from ketenspiegel.questions import Factor, InfluenceQuestions, Text

MOST_ARROWS = 400
MOST_FACTORS = 20
MAX_LABEL = 40
OWN = "own-"

_Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
_Label = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LABEL, strip_whitespace=True)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Arrow(_Record):
    """That more of one factor gives more (``strength`` above zero) or less of another.

    How far ``strength`` lies from zero is the number of the word for it: 1 is the weakest.
    """

    source: _Id
    target: _Id
    strength: Annotated[int, Field(ge=-5, le=5)]


def _each_once(arrows: tuple[Arrow, ...]) -> tuple[Arrow, ...]:
    pairs = [(arrow.source, arrow.target) for arrow in arrows]
    if len(set(pairs)) < len(pairs) or any(source == target for source, target in pairs):
        raise ValueError("an arrow goes from one factor to another, and each is there once")
    if not all(arrow.strength for arrow in arrows):
        raise ValueError("an arrow strengthens or weakens")
    return arrows


class InfluenceMap(_Record):
    """The map of one respondent.

    ``names`` holds the factors of its own (an id that begins with ``own-``) and those that were renamed, by id;
    ``dropped`` the factors of the question set that were left out.

    Examples
    --------
    >>> mine = InfluenceMap(arrows=[Arrow(source="regie", target="overleg", strength=2)])
    >>> mine.arrows[0].target
    'overleg'
    """

    arrows: Annotated[tuple[Arrow, ...], Field(max_length=MOST_ARROWS), AfterValidator(_each_once)] = ()
    names: Annotated[dict[_Id, _Label], Field(max_length=MOST_FACTORS)] = Field(default_factory=dict)
    dropped: Annotated[tuple[_Id, ...], Field(max_length=MOST_FACTORS)] = ()

    def factors(self, asked: InfluenceQuestions) -> tuple[str, ...]:
        """Name the factors that this respondent could draw arrows between: those of the set first, own ones after."""
        kept = [factor for factor in asked.by_id if factor not in self.dropped]
        return (*kept, *(factor for factor in self.names if factor.startswith(OWN)))

    def ranges(self, asked: InfluenceQuestions) -> dict[tuple[str, str], tuple[float, float]]:
        """Give for every arrow the least and the most that its words can mean, below zero when it weakens."""
        found = {}
        for arrow in self.arrows:
            word = asked.strengths[min(abs(arrow.strength), len(asked.strengths)) - 1]
            ends = (word.lowest, word.highest) if arrow.strength > 0 else (-word.highest, -word.lowest)
            found[arrow.source, arrow.target] = ends
        return found

    def weights(self, asked: InfluenceQuestions) -> dict[tuple[str, str], float]:
        """Give for every arrow the middle of what its words can mean."""
        return {arrow: round(sum(ends) / 2, 9) for arrow, ends in self.ranges(asked).items()}


def drawn(found: InfluenceMap, role: str, asked: InfluenceQuestions) -> DrawnMap:
    """Give a map as the methods take it."""
    return DrawnMap(role, frozenset(found.factors(asked)), found.weights(asked))


def all_factors(maps: Iterable[InfluenceMap], asked: InfluenceQuestions) -> dict[str, Factor]:
    """Give every factor that some map has, by id: those of the question set first, own ones by name.

    Own factors have the same id when they have the same name, whoever added them. Of names that differ in capitals or
    accents only, the first in order stands for all.
    """
    own: dict[str, str] = {}
    for each in maps:
        own |= {f: min(name, own.get(f, name)) for f, name in each.names.items() if f.startswith(OWN)}
    in_order = sorted(own.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    added = {factor: _own(factor, name) for factor, name in in_order}
    return {**asked.by_id, **added}


def renamed(maps: Iterable[InfluenceMap]) -> Mapping[str, list[str]]:
    """Give the other names that respondents gave to factors of the question set, by id."""
    found: dict[str, set[str]] = {}
    for each in maps:
        for factor, name in each.names.items():
            if not factor.startswith(OWN):
                found.setdefault(factor, set()).add(name)
    return {factor: sorted(names) for factor, names in sorted(found.items())}


def _own(factor: str, name: str) -> Factor:
    def text(dutch: str, english: str) -> Text:
        return Text(nl=dutch, en=english)

    words: dict[str, Any] = {
        "label": text(name, name),
        "explanation": text(name, name),
        "more": text(f"meer ‘{name}’", f"more ‘{name}’"),
        "less": text(f"minder ‘{name}’", f"less ‘{name}’"),
    }
    return Factor(id=factor, **words)
