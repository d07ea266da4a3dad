"""What the priority matrix says in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.questions import Theme

IMPROVE = "improve"

Rows = list[dict[str, Any]]


def quadrant_names(language: Language) -> dict[str, str]:
    """Name the four quarters of the field."""
    say = translator(language)
    return {
        IMPROVE: say("verbeter eerst"),
        "keep": say("houd vast"),
        "later": say("minder dringend"),
        "excess": say("misschien te veel aandacht"),
    }


def _mark(mark: float | None, language: Language) -> list[str]:
    say = translator(language)
    return [] if mark is None else [say("Rapportcijfer: {mark}.").format(mark=decimal(mark, language))]


def summary(placed: Rows, mark: float | None, language: Language) -> str:
    """Tell where every theme lies."""
    say = translator(language)
    said = _mark(mark, language)
    if placed:
        template = say(
            "{number} {theme}: tevredenheid {satisfaction_text}, belang {importance_text} ({quadrant_text})."
        )
        said.append(say("Per thema de tevredenheid en het belang, in een veld met vier vakken."))
        said += [template.format(**row) for row in placed]
    return " ".join(said) or say("Er zijn nog geen antwoorden.")


def findings(placed: Rows, mark: float | None, told: Sequence[Theme], language: Language) -> tuple[str, ...]:
    """Tell what to improve first, or where the one theme lies that was asked for."""
    say = translator(language)
    found = _mark(mark, language)
    advice = {theme.id: theme.advice.to(language) for theme in told}
    for row in placed:
        if row["id"] in advice and row["quadrant"] == IMPROVE:
            template = say("Verbeter eerst: {theme}. Standaardadvies: {advice}")
            found.append(template.format(theme=row["theme"], advice=advice[row["id"]]))
        elif row["id"] in advice and len(told) == 1:
            found.append(f"{row['theme']}: {row['quadrant_text']}.")
    if not placed and mark is None:
        return (say("Er zijn nog geen antwoorden."),)
    return tuple(found)


def notes(rows: Rows, language: Language) -> tuple[str, ...]:
    """Tell what the field leaves out."""
    say = translator(language)
    half = [row["theme"] for row in rows if (row["satisfaction"] is None) != (row["importance"] is None)]
    found = []
    if any(row["number"] for row in rows):
        found.append(say("Het veld is een stuk van de schaal. Kleine verschillen lijken er groot."))
    if half:
        template = say("Niet in het veld, omdat tevredenheid of belang ontbreekt: {themes}.")
        found.append(template.format(themes=", ".join(half)))
    return tuple(found)
