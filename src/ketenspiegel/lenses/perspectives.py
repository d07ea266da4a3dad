"""The same answers as different realities: who sees what, how far apart, and what nobody knows.

What it cannot see: why people answer as they do, who did not answer, and whether two people read a statement
the same way. It asks; it does not explain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import facets, mean, oriented, over_items, pooled, shown
from ketenspiegel.lenses.groups import POOLED, SMALLEST, Group, place_of, privacy_notes, shown_groups
from ketenspiegel.lenses.perspectives_questions import conversation
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.agreement import agreement, consensus
from ketenspiegel.methods.camps import is_split
from ketenspiegel.methods.distance import ordinal_distance
from ketenspiegel.questions import Item, QuestionSet
from ketenspiegel.tally import Counts, Tally

UNKNOWN_SHARE = 1 / 3


@dataclass(frozen=True)
class Divide:
    """The two groups whose answers on one item lie furthest apart, and how many steps that is."""

    first: Group
    second: Group
    steps: float


@dataclass(frozen=True)
class Reading:
    """What the answers on one item show.

    ``whole`` tells that every group that answered gave enough answers to be counted. ``within`` is the mean agreement
    inside the groups and ``between`` the agreement when all groups weigh the same (both van der Eijk's A, -1 to 1);
    either is None with too few answers.
    """

    item: Item
    counts: Counts
    split: bool
    whole: bool
    within: float | None
    between: float | None
    divide: Divide | None
    puzzled: tuple[Group, ...]


def perspectives(tally: Tally, questions: QuestionSet, theme: str | None = None, language: Language = "nl") -> View:
    """Look at answers as different realities that exist side by side.

    Reversed items are turned round first, so that the right-hand side is always the favourable one. Groups
    smaller than three are shown together. Agreement of a theme is the mean of its items' agreement, never the
    agreement of all its answers thrown together: one person may rightly answer 1 here and 5 there.

    Parameters
    ----------
    tally
        Counts per role and item.
    questions
        The question set.
    theme
        Look at the items of this theme instead of at all themes.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> from ketenspiegel.tally import tally as count
    >>> questions = load_question_set("ketensamenwerking")
    >>> perspectives(count([], questions), questions).rows
    []
    """
    say = translator(language)
    groups = shown_groups(tally.respondents)
    labels = group_labels(questions, groups, language)
    parts = facets(questions, theme, language) if groups else []
    readings = [read(item, tally, groups) for _, items in parts for item in items]
    by_item = {reading.item.id: reading for reading in readings}
    drawn = [_facet(label, [by_item[item.id] for item in items], tally, language) for label, items in parts]
    roles = questions.role_names(language)
    return View(
        lens="perspectives",
        title=say("De verschillende werkelijkheden"),
        summary=_summary(drawn, groups, labels, language),
        rows=[
            row
            for (label, items), facet in zip(parts, drawn, strict=True)
            for row in _rows(label, items, facet, tally, groups, labels, questions, language)
        ],
        columns={
            "facet": say("Stelling") if theme else say("Thema"),
            "group": say("Wie"),
            **{str(value): str(value) for value in range(1, _widest(parts, tally) + 1)},
            "unknown": say("Weet niet"),
            "agreement": say("Eensgezindheid (−1 tot 1)"),
            "consensus": say("Consensus (0 tot 1)"),
        },
        table_rows=[
            {**dict.fromkeys(map(str, range(1, _widest(parts, tally) + 1)), ""), **row}
            for label, items in parts
            for row in _table_rows(label, items, tally, groups, labels, language)
        ],
        findings=tuple(f"{facet['facet']}: {facet['note']}." for facet in drawn if facet["stands_out"]),
        questions=conversation(readings, groups, labels, questions, tally, language),
        notes=(*privacy_notes(groups, roles, language), *_direction_note(parts, language)),
        language=language,
    )


def _widest(parts: Sequence[tuple[str, tuple[Item, ...]]], tally: Tally) -> int:
    return max((tally.sizes[items[0].id] for _, items in parts), default=0)


def group_labels(questions: QuestionSet, groups: Sequence[Group], language: Language) -> dict[str, str]:
    """Name the groups as people see them."""
    say = translator(language)
    labels = questions.role_names(language)
    alone = len(groups) == 1
    return {
        group.id: (say("Alle rollen samen") if alone else say("Kleine groepen samen"))
        if group.id == POOLED
        else labels[group.id]
        for group in groups
    }


def read(item: Item, tally: Tally, groups: Sequence[Group]) -> Reading:
    """Read from the answers on one item what stands out; see `Reading`."""
    counts = oriented(tally, item)
    per_group = {group: oriented(tally, item, *group.members) for group in groups}
    enough = {group: c.points for group, c in per_group.items() if c.known >= SMALLEST}
    pairs = [
        Divide(a, b, ordinal_distance(enough[a], enough[b]))
        for a, b in combinations([group for group in enough if group.id != POOLED], 2)
    ]
    # One person who does not know is nobody else's business.
    puzzled = (g for g, c in per_group.items() if c.unknown > 1 and c.unknown / c.total >= UNKNOWN_SHARE)
    return Reading(
        item=item,
        counts=counts,
        split=counts.known >= 2 * SMALLEST and is_split(counts.points),
        whole=len(enough) == sum(c.total > 0 for c in per_group.values()),
        within=_mean([agreement(points) for points in enough.values()]),
        between=agreement(_equal_weights(list(enough.values()))) if len(enough) > 1 else None,
        divide=max(pairs, key=lambda pair: pair.steps, default=None),
        puzzled=tuple(puzzled),
    )


def _equal_weights(distributions: Sequence[Sequence[int]]) -> list[float]:
    """Add distributions so that every group weighs the same, however many people are in it."""
    return [sum(points[i] / sum(points) for points in distributions) for i in range(len(distributions[0]))]


def _mean(numbers: Sequence[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _facet(label: str, readings: Sequence[Reading], tally: Tally, language: Language) -> dict[str, object]:
    say = translator(language)
    counts = pooled(tally, [reading.item for reading in readings])
    readings = [reading for reading in readings if reading.counts.known]
    splits = sum(reading.split for reading in readings)
    notes = []
    if splits and len(readings) == 1:
        notes.append(say("twee kampen"))
    elif splits:
        notes.append(say("twee kampen bij {n} van {total}").format(n=splits, total=len(readings)))
    unknown = counts.unknown / counts.total if counts.total else 0
    if unknown >= UNKNOWN_SHARE:
        notes.append(say("{percent}% weet het niet").format(percent=round(100 * unknown)))
    between = _mean([r.between for r in readings if r.between is not None])
    within = _mean([r.within for r in readings if r.within is not None])
    if within is not None:
        notes.append(say("eens binnen rollen {within}").format(within=decimal(within, language, 2)))
    if between is not None:
        notes.append(say("tussen rollen {between}").format(between=decimal(between, language, 2)))
    return {
        "facet": label,
        "mean": mean(counts),
        "note": ", ".join(notes) or say("te weinig antwoorden"),
        "split": 2 * splits > len(readings),
        "stands_out": bool(splits) or unknown >= UNKNOWN_SHARE,
    }


def _rows(
    label: str,
    items: Sequence[Item],
    facet: Mapping[str, object],
    tally: Tally,
    groups: Sequence[Group],
    labels: Mapping[str, str],
    questions: QuestionSet,
    language: Language,
) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    scale = questions.scale_of(items[0])
    for group in groups:
        counts = pooled(tally, items, *group.members)
        for value, n in enumerate((counts.unknown, *counts.points)):
            answer = scale.unknown if value == 0 else scale.points[value - 1]
            rows.append(
                {
                    "facet": label,
                    "group": labels[group.id],
                    "place": place_of(group, questions),
                    "answer": value,
                    "label": answer.to(language),
                    "n": n,
                    "mean": facet["mean"],
                    "note": facet["note"],
                    "split": facet["split"],
                }
            )
    return rows


def _table_rows(
    label: str,
    items: Sequence[Item],
    tally: Tally,
    groups: Sequence[Group],
    labels: Mapping[str, str],
    language: Language,
) -> list[dict[str, object]]:
    rows = []
    for group in groups:
        counts = pooled(tally, items, *group.members)
        rows.append(
            {
                "facet": label,
                "group": f"{labels[group.id]} ({group.size})",
                **{str(value): n for value, n in enumerate(counts.points, start=1)},
                "unknown": counts.unknown,
                "agreement": shown(over_items(agreement, tally, items, *group.members), language, 2),
                "consensus": shown(over_items(consensus, tally, items, *group.members), language, 2),
            }
        )
    return rows


def _direction_note(parts: Sequence[tuple[str, tuple[Item, ...]]], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not any(item.reversed for _, items in parts for item in items):
        return ()
    return (
        say(
            "Rechts is gunstig. Is het ongunstig om het met een stelling eens te zijn, dan zijn de antwoorden "
            "omgedraaid."
        ),
    )


def _summary(
    drawn: Sequence[Mapping[str, object]],
    groups: Sequence[Group],
    labels: Mapping[str, str],
    language: Language,
) -> str:
    say = translator(language)
    if not drawn:
        return say("Er zijn te weinig antwoorden voor dit beeld.")
    who = ", ".join(f"{labels[group.id].lower()} ({group.size})" for group in groups)
    parts = " ".join(f"{facet['facet']}: {facet['note']}." for facet in drawn)
    return say("Per onderdeel de verdeling van alle antwoorden, gekleurd naar wie antwoordt: {who}. {parts}").format(
        who=who, parts=parts
    )
