"""What influences what, according to whom: the map that people share, where they differ, and what feeds back.

A map holds what people believe, not what is so. What this lens cannot see: how long an influence takes, where it only
starts beyond a limit, what nobody thought of, and whether somebody drew few arrows because there are few or because
time was short.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.groups import privacy_notes
from ketenspiegel.lenses.influence_maps import AT_LEAST, Maps
from ketenspiegel.lenses.influence_stories import Stories, Story
from ketenspiegel.lenses.influence_words import Words
from ketenspiegel.lenses.perspectives import group_labels
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Direction, QuestionSet

# More arrows at a time than this, and a map tells nothing any more.
MOST_DRAWN = 12


def influence(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at the maps of a team as one: shared and contested arrows, loops, archetypes.

    Parameters
    ----------
    sheets
        The answer sheets; those without a map are left out.
    questions
        The question set; it must ask for a map.
    theme
        Only the loops that pass a factor that this intervention changes.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When the question set asks for no map, or has no such intervention.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> view = influence([], load_question_set("invloedskaart"))
    >>> [row for row in view.rows if row["what"] == "arrow"]
    []
    """
    say = translator(language)
    maps = Maps(sheets, questions)
    labels = group_labels(questions, maps.groups, language)
    stories = Stories(maps, language, _touched(maps, theme))
    words = Words(maps, labels, language, stories)
    return View(
        lens="influence",
        title=say("Wat beïnvloedt wat, volgens wie?"),
        summary=words.summary(),
        rows=[*_factor_rows(maps, language), *_arrow_rows(maps, words, stories)] if maps.drawn else [],
        columns={
            "arrow": say("Pijl"),
            "stronger": say("Versterkt"),
            "weaker": say("Verzwakt"),
            "possible": say("Van de kaarten"),
            "odds": say("Wie het anders ziet"),
        },
        table_rows=[
            {
                "arrow": words.arrow(arrow),
                "stronger": found.stronger,
                "weaker": found.weaker,
                "possible": found.possible,
                "odds": words.odds(arrow),
            }
            for arrow, found in maps.agreement.items()
            if found.drawn >= AT_LEAST
        ],
        findings=words.findings(),
        questions=words.questions(),
        notes=(*words.notes(), *privacy_notes(maps.groups, questions.role_names(language), language)),
        language=language,
    )


def _touched(maps: Maps, theme: str | None) -> Mapping[str, Direction]:
    """Give the factors that an intervention changes, with more or less; none when there is none to look at."""
    return {} if theme is None else maps.interventions(theme)[0].does


def _factor_rows(maps: Maps, language: Language) -> list[dict[str, Any]]:
    return [
        {"what": "factor", "factor": name, "label": factor.label.to(language)} for name, factor in maps.shown.items()
    ]


def _arrow_rows(maps: Maps, words: Words, stories: Stories) -> list[dict[str, Any]]:
    """Give a row per arrow per picture: what most drew, what is shared, what is contested, and every story apart."""
    agreed = [arrow for arrow in maps.agreement if arrow in maps.shared and arrow not in maps.contested]
    pictures: list[Story] = [
        (words.most_title(), words.most_words(len(agreed)), agreed[:MOST_DRAWN]),
        (words.contested_title(), words.contested_words(), maps.contested),
        *stories.all(),
    ]
    if len(agreed) > MOST_DRAWN:
        pictures.append((words.shared_title(), words.shared_words(len(agreed)), agreed))
    return [
        {
            "what": "arrow",
            "picture": title,
            "told": told,
            "source": arrow[0],
            "target": arrow[1],
            "sign": 0 if arrow in maps.contested else maps.agreement[arrow].sign,
            "stronger": maps.agreement[arrow].stronger,
            "weaker": maps.agreement[arrow].weaker,
            "possible": maps.agreement[arrow].possible,
            "numbered": len(arrows) <= MOST_DRAWN,
        }
        for title, told, arrows in pictures
        for arrow in arrows
    ]
