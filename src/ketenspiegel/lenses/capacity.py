"""The grid of administrative capacity: is the strength in every role and at every level up to the task?

This is the 'staalkaart' of a bestuurskrachtmeting: roles in which a municipality acts, by levels at which it does.
What it cannot see: what neighbours, partners and residents carry together with the municipality, how a shortage in
one cell grows out of another, and how far people differ on both the task and the strength. Strength minus task is a
difference between two opinions, not an amount of anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.facets import NOTHING, level, shown
from ketenspiegel.lenses.parts import exact, nothing_known, opposed, two_parts
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet, Theme
from ketenspiegel.tally import Tally

WHOLE = "whole"


def capacity(
    source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at answers as a measurement of administrative capacity does.

    The first part of the question set is the task, the second the strength. A cell holds the mean strength of a role
    at a level. It is enough from the mean task of that role up, under pressure when less than one point lower, and
    too little below that. A report that gives no strength per level is shown with the strength of the role.

    Parameters
    ----------
    source
        Counts per role and item, or results that were there already.
    questions
        The question set; its themes are the roles of the municipality.
    theme
        Look at this role only.
    language
        The reader's language.

    Examples
    --------
    >>> verdict(3.4, 3.4), verdict(3.1, 3.4), verdict(3.1, 4.1)
    ('green', 'orange', 'red')
    """
    say = translator(language)
    themes = opposed(questions, theme)
    columns = {key: text.to(language) for key, text in questions.levels.items()} or {WHOLE: say("Kracht")}
    rows = [row for each in themes for row in _cells(each, columns, source, questions, language)]
    judged = [row for row in rows if row["light"]]
    return View(
        lens="capacity",
        title=say("De staalkaart"),
        summary=_summary(judged, themes, language),
        rows=rows,
        columns={"role": say("Rol van de gemeente"), "task_text": say("Opgave"), **columns},
        table_rows=[_table_row(each.title.to(language), rows) for each in themes],
        findings=_findings(judged, themes, language),
        language=language,
    )


def verdict(strength: float, task: float) -> str:
    """Give the colour of a cell: strength against task."""
    difference = exact(strength - task)
    if difference >= 0:
        return "green"
    return "orange" if difference > -1 else "red"


def _cells(
    theme: Theme, columns: Mapping[str, str], source: Tally | Results, questions: QuestionSet, language: Language
) -> list[dict[str, Any]]:
    say = translator(language)
    names = {"green": say("voldoende"), "orange": say("onder druk"), "red": say("onvoldoende")}
    task_part, strength_part = two_parts(questions)
    task = level(source, theme.measured(task_part))
    strengths = theme.measured(strength_part)
    whole = level(source, strengths)
    rows = []
    for key, label in columns.items():
        value = level(source, [item for item in strengths if key in (item.level, WHOLE)])
        if value is None and isinstance(source, Results):
            value = whole
        colour = None if value is None or task is None else verdict(value, task)
        rows.append(
            {
                "role": theme.title.to(language),
                "level": key,
                "level_text": label,
                "task": task,
                "strength": value,
                "light": colour,
                "task_text": shown(task, language),
                "strength_text": shown(value, language),
                "light_text": names[colour] if colour else NOTHING,
            }
        )
    return rows


def _table_row(role: str, rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    cells = [row for row in rows if row["role"] == role]
    texts = {row["level"]: f"{row['strength_text']} ({row['light_text']})" for row in cells if row["light"]}
    return {"role": role, "task_text": cells[0]["task_text"], **{row["level"]: NOTHING for row in cells}, **texts}


def _summary(judged: Sequence[dict[str, Any]], themes: Sequence[Theme], language: Language) -> str:
    say = translator(language)
    if not judged:
        return nothing_known(bool(themes), language)
    template = say("{role}, opgave {task}: {cells}.")
    parts = []
    for role in dict.fromkeys(row["role"] for row in judged):
        own = [row for row in judged if row["role"] == role]
        cells = ", ".join(f"{row['level_text']} {row['strength_text']} ({row['light_text']})" for row in own)
        parts.append(template.format(role=role, task=own[0]["task_text"], cells=cells))
    return say("Per rol de opgave, en per niveau of de kracht daarbij past. {parts}").format(parts=" ".join(parts))


def _findings(judged: Sequence[dict[str, Any]], themes: Sequence[Theme], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not judged:
        return (nothing_known(bool(themes), language),)
    short = [row for row in judged if row["light"] != "green"]
    numbers = {"n": len(judged) - len(short), "short": len(short), "total": len(judged)}
    found = [
        say("De gemeente is op {n} van de {total} punten sterk genoeg.").format(**numbers),
        say("De kracht is op {short} van de {total} punten kleiner dan de opgave.").format(**numbers),
    ]
    for theme in themes:
        cells = [row for row in short if row["role"] == theme.title.to(language)]
        if cells:
            found.append(
                say("{role}: {cells}. Standaardadvies: {advice}").format(
                    role=theme.title.to(language),
                    cells=", ".join(f"{row['level_text'].lower()} {row['light_text']}" for row in cells),
                    advice=theme.advice.to(language),
                )
            )
    return tuple(found)
