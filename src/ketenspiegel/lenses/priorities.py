"""The priority matrix: what people find important and are less satisfied with comes first.

This is the picture that reports on client satisfaction end in, with the report mark above it.
What it cannot see: who is satisfied and who is not, who did not answer, and whether one theme is the cause of another.
The lines run through the means, so as soon as themes differ some lie below them, however satisfied everybody is.
"""

from __future__ import annotations

from collections.abc import Sequence

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import level
from ketenspiegel.lenses.parts import chosen, exact, two_parts
from ketenspiegel.lenses.priorities_words import IMPROVE, Rows, findings, notes, quadrant_names, summary
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Item, QuestionSet, Theme
from ketenspiegel.tally import Tally

MARKS = 10
AXES = ("satisfaction", "importance")


def priorities(
    source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at answers as a report on client satisfaction does.

    The first part of the question set is satisfaction, the second importance. Themes of which both are known get a
    place in a field that the two means over those themes divide in four. Items without a part on a scale of ten
    points give the report mark.

    Parameters
    ----------
    source
        Counts per role and item, or results that were there already.
    questions
        The question set.
    theme
        Mark this theme in the field, and tell of this theme only.
    language
        The reader's language.

    Examples
    --------
    >>> quadrant(3.1, 4.5, (3.5, 4.0)), quadrant(3.5, 4.0, (3.5, 4.0))
    ('improve', 'keep')
    """
    say = translator(language)
    told = chosen(questions, theme)
    mark = level(source, _mark_items(questions))
    rows = [{**row, "mark": mark} for row in _rows(source, questions, told, language)]
    placed = [row for row in rows if row["number"]]
    names = [questions.parts[part].to(language) for part in two_parts(questions)]
    return View(
        lens="priorities",
        title=say("De prioriteitenmatrix"),
        summary=summary(placed, mark, language),
        rows=rows,
        columns={
            "number": say("Nummer"),
            "theme": say("Thema"),
            **{f"{axis}_text": name for axis, name in zip(AXES, names, strict=True)},
            "quadrant_text": say("Vak"),
        },
        table_rows=placed,
        findings=findings(placed, mark, told, language),
        notes=notes(rows, language),
        language=language,
    )


def quadrant(satisfaction: float, importance: float, middle: tuple[float, float]) -> str:
    """Give the quarter of the field in which a theme lies; on a line counts as above it."""
    satisfied, important = exact(satisfaction - middle[0]) >= 0, exact(importance - middle[1]) >= 0
    if important:
        return "keep" if satisfied else IMPROVE
    return "excess" if satisfied else "later"


def _mark_items(questions: QuestionSet) -> list[Item]:
    items = [item for theme in questions.fields for item in theme.measured() if item.part is None]
    return [item for item in items if len(questions.scale_of(item).points) == MARKS]


def _rows(source: Tally | Results, questions: QuestionSet, told: Sequence[Theme], language: Language) -> Rows:
    parts = dict(zip(AXES, two_parts(questions), strict=True))
    rows: Rows = [
        {
            "id": theme.id,
            "theme": theme.title.to(language),
            **{axis: level(source, theme.measured(part)) for axis, part in parts.items()},
            **{f"{axis}_name": questions.parts[part].to(language) for axis, part in parts.items()},
            **{f"{axis}_highest": _highest(questions, theme.measured(part)) for axis, part in parts.items()},
            "number": None,
        }
        for theme in questions.fields
    ]
    _place([row for row in rows if None not in (row["satisfaction"], row["importance"])], language)
    ids = {theme.id for theme in told}
    nothing_marked = not any(row["number"] for row in rows if row["id"] in ids)
    return [{**row, "told": nothing_marked or row["id"] in ids} for row in rows]


def _highest(questions: QuestionSet, items: Sequence[Item]) -> int:
    return max((len(questions.scale_of(item).points) for item in items), default=0)


def _place(rows: Rows, language: Language) -> None:
    """Give the rows that have both means their number, and the quarter in which they lie."""
    if not rows:
        return
    names = quadrant_names(language)
    middle = (sum(row["satisfaction"] for row in rows) / len(rows), sum(row["importance"] for row in rows) / len(rows))
    for number, row in enumerate(rows, start=1):
        row["number"], row["middle"] = number, middle
        row["quadrant"] = quadrant(row["satisfaction"], row["importance"], middle)
        row["quadrant_text"] = names[row["quadrant"]]
        row |= {f"{axis}_text": decimal(row[axis], language) for axis in AXES}
