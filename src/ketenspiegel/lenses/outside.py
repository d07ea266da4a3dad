"""What an instrument does not ask at all: the rest of the chain, and where its advice comes out beforehand.

What this lens cannot see: what is in those gaps. It only says that nobody was asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ketenspiegel.known_results import Results
from ketenspiegel.language import Language, mark, translator
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import QuestionSet, Reflex
from ketenspiegel.tally import Tally

ASKED = 2

REFLEXES: dict[Reflex, str] = {
    "overleg": mark("een extra overleg"),
    "kennisbank": mark("een kennisbank"),
    "partijen": mark("meer partijen"),
    "training": mark("training van medewerkers"),
    "regie": mark("meer regie"),
    "fusie": mark("samengaan of fuseren"),
}


def outside(
    source: Tally | Results, questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at what was asked and what was not.

    Parameters
    ----------
    source
        The answers; what was not asked does not depend on them.
    questions
        The question set, with what it leaves out in ``beyond`` and where its advice comes out in ``reflexes``.
    theme
        Makes no difference here.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> from ketenspiegel.tally import tally as count
    >>> questions = load_question_set("ink")
    >>> {row["items"] for row in outside(count([], questions), questions).rows} >= {0, 2}
    True
    """
    say = translator(language)
    asked: list[dict[str, object]] = [
        {"topic": each.title.to(language), "items": len(each.measured())} for each in questions.fields
    ]
    gaps: list[dict[str, object]] = [
        {"topic": each.title.to(language), "items": 0, "question": each.question.to(language)}
        for each in questions.beyond
    ]
    return View(
        lens="outside",
        title=say("Wat het instrument niet vraagt"),
        summary=say("Gevraagd is naar: {asked}. Niet gevraagd is naar: {gaps}.").format(
            asked=_listed(asked), gaps=_listed(gaps) or "–"
        ),
        rows=[*asked, *gaps],
        columns={"topic": say("Waarover"), "items": say("Vragen"), "question": say("De vraag die er niet in staat")},
        table_rows=[{"question": "", **row} for row in (*asked, *gaps)],
        findings=_findings(questions, language),
        questions=tuple(str(row["question"]) for row in gaps[:ASKED]),
        language=language,
    )


def _findings(questions: QuestionSet, language: Language) -> tuple[str, ...]:
    say = translator(language)
    found = Counter(reflex for theme in questions.fields for reflex in theme.reflexes)
    if not found:
        return ()
    reflexes = ", ".join(
        say("{reflex} ({n} keer)").format(reflex=say(REFLEXES[reflex]), n=n) for reflex, n in found.most_common()
    )
    return (
        say(
            "Wat het standaardadvies bij een lage score is, staat al vast voordat iemand antwoordt. Het komt hier neer "
            "op: {reflexes}."
        ).format(reflexes=reflexes),
    )


def _listed(rows: Sequence[Mapping[str, object]]) -> str:
    return ", ".join(str(row["topic"]) for row in rows)
