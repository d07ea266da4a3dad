"""Which kind of steering everybody sees and wants: a cloud per role in a field, never one point for a municipality.

The field and its four kinds are those of Pröpper, Litjens and Weststeijn (2004): does the municipality have a script of
its own, and can it push through? What this lens cannot see: which kind works, or whether somebody who asks for steering
wants it for the municipality or for themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, mark, translator
from ketenspiegel.lenses.facets import given
from ketenspiegel.lenses.groups import POOLED, Group, place_of, privacy_notes, shown_groups
from ketenspiegel.lenses.perspectives import group_labels
from ketenspiegel.lenses.view import View
from ketenspiegel.questions import Item, QuestionSet

# By whether there is an own script, and whether there is power to push through.
KINDS: dict[tuple[bool, bool], str] = {
    (True, True): mark("beheersingsgericht"),
    (False, True): mark("uitvoeringsgericht"),
    (True, False): mark("visionair"),
    (False, False): mark("faciliterend"),
}
BETWEEN = mark("ertussenin")


@dataclass(frozen=True)
class Cloud:
    """Where the people of one group stand in the field, for one part of the questions (seen or wanted)."""

    group: Group
    part: str
    points: tuple[tuple[float, float], ...]

    def kinds(self, middle: float) -> Counter[str]:
        """Count the kinds of steering; exactly on a line is in between."""
        return Counter(
            BETWEEN if middle in point else KINDS[point[0] > middle, point[1] > middle] for point in self.points
        )

    def main_kind(self, middle: float) -> str | None:
        """Name the kind that more than half of the group stands in."""
        found = self.kinds(middle).most_common(1)
        return found[0][0] if found and 2 * found[0][1] > len(self.points) and found[0][0] != BETWEEN else None


def steering(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at which steering is seen and which is wanted.

    The first theme of the question set is the horizontal axis (an own script), the second the vertical (power to push
    through); the first of its ``parts`` is what people see, the second what they want. A respondent stands where the
    mean of the items answered is. Groups smaller than three are shown together.

    Parameters
    ----------
    sheets
        The answer sheets.
    questions
        A question set with two themes and two parts.
    theme
        Makes no difference here: a place in the field needs both.
    language
        The reader's language.

    References
    ----------
    Pröpper, I., Litjens, B. and Weststeijn, E. (2004). Lokale regie uit macht of onmacht? Partners+Pröpper.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> steering([], load_question_set("regie")).rows
    []
    """
    say = translator(language)
    sizes = Counter(sheet.role for sheet in sheets if sheet.answers)
    groups = shown_groups({role: sizes[role] for role in questions.role_labels if sizes[role]})
    labels = group_labels(questions, groups, language)
    clouds = [_cloud(sheets, group, part, questions) for part in questions.parts for group in groups]
    middle = (1 + len(questions.scale.points)) / 2
    roles = questions.role_names(language)
    return View(
        lens="steering",
        title=say("Welke regie?"),
        summary=_summary(clouds, labels, questions, middle, language),
        rows=[row for cloud in clouds for row in _rows(cloud, labels, questions, language)],
        columns={
            "part": say("Deel"),
            "group": say("Wie"),
            **{kind: say(kind) for kind in (*KINDS.values(), BETWEEN)},
        },
        table_rows=[
            {
                "part": questions.parts[cloud.part].to(language),
                "group": f"{labels[cloud.group.id]} ({cloud.group.size})",
                **{kind: cloud.kinds(middle)[kind] for kind in (*KINDS.values(), BETWEEN)},
            }
            for cloud in clouds
        ],
        findings=tuple(_finding(cloud, labels, questions, middle, language) for cloud in clouds if cloud.points),
        questions=_questions(clouds, labels, questions, middle, language),
        notes=privacy_notes(groups, roles, language),
        language=language,
    )


def _cloud(sheets: Sequence[AnswerSheet], group: Group, part: str, questions: QuestionSet) -> Cloud:
    axes = [theme.measured(part) for theme in questions.fields[:2]]
    places = [[_mean(sheet, items, questions) for items in axes] for sheet in sheets if sheet.role in group.members]
    return Cloud(group, part, tuple((x, y) for x, y in places if x is not None and y is not None))


def _mean(sheet: AnswerSheet, items: Sequence[Item], questions: QuestionSet) -> float | None:
    found = [given(sheet, item, questions) for item in items]
    known = [answer for answer in found if answer is not None]
    return sum(known) / len(known) if known else None


def _rows(
    cloud: Cloud, labels: Mapping[str, str], questions: QuestionSet, language: Language
) -> list[dict[str, object]]:
    titles = [theme.title.to(language) for theme in questions.fields[:2]]
    return [
        {
            "part": questions.parts[cloud.part].to(language),
            "group": labels[cloud.group.id],
            "place": place_of(cloud.group, questions),
            "x": x,
            "y": y,
            "n": n,
            "highest": len(questions.scale.points),
            "x_title": titles[0],
            "y_title": titles[1],
        }
        for (x, y), n in sorted(Counter(cloud.points).items())
    ]


def _finding(cloud: Cloud, labels: Mapping[str, str], questions: QuestionSet, middle: float, language: Language) -> str:
    say = translator(language)
    kinds = cloud.kinds(middle).most_common()
    counts = ", ".join(f"{say(kind)} {n}" for kind, n in kinds)
    return say("{group}, {part}: {counts}.").format(
        group=labels[cloud.group.id], part=questions.parts[cloud.part].to(language).lower(), counts=counts
    )


def _questions(
    clouds: Sequence[Cloud], labels: Mapping[str, str], questions: QuestionSet, middle: float, language: Language
) -> tuple[str, ...]:
    say = translator(language)
    seen, wanted = list(questions.parts)[:2]
    asked = []
    views = say(
        "{kinds}. Hoe kan dezelfde gemeente er zo verschillend uitzien? Laat van beide kanten iemand vertellen "
        "wanneer de gemeente voor het laatst de regie nam."
    )
    wishes = say(
        "{kinds}. Iedereen zegt ‘regie’. Wat moet de gemeente volgens u morgen anders doen, en wat juist laten?"
    )
    for part, template, words in (
        (seen, views, say("{group} ziet vooral {kind}")),
        (wanted, wishes, say("{group} wil vooral {kind}")),
    ):
        kinds = {cloud: cloud.main_kind(middle) for cloud in clouds if cloud.part == part}
        first: dict[str, Cloud] = {}
        for cloud, kind in kinds.items():
            if kind is not None and cloud.group.id != POOLED:
                first.setdefault(kind, cloud)
        if len(first) > 1:
            named = [words.format(group=labels[cloud.group.id], kind=say(kind)) for kind, cloud in first.items()]
            asked.append(template.format(kinds="; ".join(named)))
    return (*asked, *_own_wish(clouds, labels, seen, wanted, middle, language)[:1])


def _own_wish(
    clouds: Sequence[Cloud], labels: Mapping[str, str], seen: str, wanted: str, middle: float, language: Language
) -> list[str]:
    """Ask a group that wants another kind than it sees what it would give up for it."""
    say = translator(language)
    template = say(
        "{group} ziet vooral {seen} en wil vooral {wanted}. Wat kost die verandering, en wie zou dat merken?"
    )
    kinds = {(cloud.group.id, cloud.part): cloud.main_kind(middle) for cloud in clouds}
    asked = []
    for group in dict.fromkeys(cloud.group.id for cloud in clouds):
        now, wish = kinds[group, seen], kinds[group, wanted]
        if now and wish and now != wish:
            asked.append(template.format(group=labels[group], seen=say(now), wanted=say(wish)))
    return asked


def _summary(
    clouds: Sequence[Cloud], labels: Mapping[str, str], questions: QuestionSet, middle: float, language: Language
) -> str:
    say = translator(language)
    found = [_finding(cloud, labels, questions, middle, language) for cloud in clouds if cloud.points]
    if not found:
        return say("Er zijn te weinig antwoorden voor dit beeld.")
    picture = say("Een veld met vier soorten regie. Elke stip is wat één of meer mensen antwoorden, gekleurd naar rol.")
    return " ".join((picture, *found))
