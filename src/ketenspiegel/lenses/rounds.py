"""The same questions in several rounds: how answers shift per role, and when that is no more than chance would give.

It never says what a shift comes from. Between two rounds a lot changes besides the measure that somebody has in mind:
other people answer, other things happen. What this lens cannot see: who of the people of the first round took part
again, and what they lived through in between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import facets, given, mean, over_items, pooled, shown
from ketenspiegel.lenses.groups import SMALLEST
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.agreement import agreement
from ketenspiegel.methods.chance import chance_of_shift, shift
from ketenspiegel.questions import Item, QuestionSet
from ketenspiegel.tally import Counts, tally

# Stricter than usual, because so many comparisons are made.
CHANCE = 0.01
NAMED = 3


@dataclass(frozen=True)
class Shift:
    """How the answers of one role on one facet lie in the first and the last round.

    ``agreement`` is the mean of the items' agreement, ``steps`` the ordinal distance, ``chance`` how often chance alone
    gives at least that; ``up`` is the shift of the mean, only to tell the direction.
    """

    facet: str
    role: str
    before: Counts
    after: Counts
    agreement: tuple[float | None, float | None]
    steps: float
    up: float
    chance: float

    @property
    def clear(self) -> bool:
        """Whether chance alone would give this less than one time in a hundred."""
        return self.chance < CHANCE


def rounds(
    sheets: Sequence[AnswerSheet],
    questions: QuestionSet,
    theme: str | None = None,
    language: Language = "nl",
    remarks: Mapping[str, str] | None = None,
) -> View:
    """Look at the first and the last round next to each other, per role.

    Only roles with at least three respondents in both rounds are compared, and of what was asked only the items that at
    least three of them answered in both.

    Parameters
    ----------
    sheets
        The answer sheets of all rounds; those without a round are left out.
    questions
        The question set.
    theme
        Look at the items of this theme instead of at all themes.
    language
        The reader's language.
    remarks
        Per round what else changed before it, in the team's own words.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> rounds([], load_question_set("ketensamenwerking")).rows
    []
    """
    say = translator(language)
    parts = facets(questions, theme, language)
    named = sorted({sheet.round for sheet in sheets if sheet.round})
    labels = questions.role_names(language)
    order = list(labels)
    shifts = _shifts(sheets, parts, (named[0], named[-1]), questions) if len(named) > 1 else []
    view = View(
        lens="rounds",
        title=say("Wat verschoof er tussen de rondes?"),
        summary=_summary(shifts, labels, named, language),
        rows=[
            {
                "facet": each.facet,
                "group": labels[each.role],
                "place": order.index(each.role),
                "round": name,
                "answer": value,
                "share": n / counts.known,
                "n": n,
                "clear": each.clear,
            }
            for each in shifts
            for name, counts in ((named[0], each.before), (named[-1], each.after))
            for value, n in enumerate(counts.points, start=1)
        ],
        columns={
            "facet": say("Stelling") if theme else say("Thema"),
            "group": say("Wie"),
            "respondents": say("Antwoorden per ronde"),
            "agreement": say("Eensgezindheid per ronde"),
            "steps": say("Verschoven (stappen)"),
            "chance": say("Zo ver door toeval"),
        },
        table_rows=[_table_row(each, labels, language) for each in shifts],
        findings=_findings(shifts, labels, language),
        questions=_questions(shifts, labels, language),
        notes=_notes(shifts, named, language),
        language=language,
    )
    return with_remarks(view, {name: (remarks or {}).get(name, "") for name in named})


def with_remarks(view: View, remarks: Mapping[str, str]) -> View:
    """Put in the place of the note that nothing was written down what was, per round; nothing is calculated anew."""
    say = translator(view.language)
    template = say("Wat er volgens u ook veranderde voor ronde {round}: {remark}")
    told = [
        template.format(round=name, remark=remark.strip()) for name, remark in sorted(remarks.items()) if remark.strip()
    ]
    return replace(view, notes=(*view.notes[:-1], *told)) if view.rows and told else view


def _shifts(
    sheets: Sequence[AnswerSheet],
    parts: Sequence[tuple[str, tuple[Item, ...]]],
    ends: tuple[str, str],
    questions: QuestionSet,
) -> list[Shift]:
    by_round = {name: tally([sheet for sheet in sheets if sheet.round == name], questions) for name in ends}
    found = []
    for label, asked in parts:
        for role in questions.role_labels:
            # What one or two people answered is not shown, though more of them gave a sheet.
            items = [item for item in asked if all(by_round[each].of(item.id, role).known >= SMALLEST for each in ends)]
            points = [len(questions.scale_of(item).points) for item in items]
            before, after = (
                [[given(sheet, item, questions) for item in items] for sheet in _of(sheets, role, name)]
                for name in ends
            )
            if not items or min(len(before), len(after)) < SMALLEST:
                continue
            steps, chance = shift(before, after, points), chance_of_shift(before, after, points)
            if steps is None or chance is None:
                continue
            counts = [pooled(by_round[name], items, role) for name in ends]
            means = [mean(each) or 0.0 for each in counts]
            agreements = (
                over_items(agreement, by_round[ends[0]], items, role),
                over_items(agreement, by_round[ends[1]], items, role),
            )
            found.append(Shift(label, role, counts[0], counts[1], agreements, steps, means[1] - means[0], chance))
    return found


def _of(sheets: Sequence[AnswerSheet], role: str, name: str) -> list[AnswerSheet]:
    return [sheet for sheet in sheets if sheet.role == role and sheet.round == name and sheet.answers]


def _table_row(each: Shift, labels: Mapping[str, str], language: Language) -> dict[str, str]:
    say = translator(language)
    chance = say("{percent}% van de keren").format(percent=max(1, round(100 * each.chance)))
    return {
        "facet": each.facet,
        "group": labels[each.role],
        "respondents": f"{each.before.known} → {each.after.known}",
        "agreement": " → ".join(shown(value, language, 2) for value in each.agreement),
        "steps": f"{decimal(each.steps, language, 2)} {_direction(each, language)}",
        "chance": chance,
    }


def _direction(each: Shift, language: Language) -> str:
    say = translator(language)
    return say("omhoog") if each.up > 0 else say("omlaag") if each.up < 0 else ""


def _clearest(shifts: Sequence[Shift]) -> list[Shift]:
    return sorted((each for each in shifts if each.clear), key=lambda each: -each.steps)[:NAMED]


def _findings(shifts: Sequence[Shift], labels: Mapping[str, str], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not shifts:
        return ()
    clear = sum(each.clear for each in shifts)
    found = [
        say(
            "Van de {total} vergelijkingen blijven er {n} binnen wat toeval geeft. Daar valt niets uit af te leiden. "
            "Daarbuiten vallen er {clear}. Door toeval alleen zouden dat er ongeveer {chance} zijn."
        ).format(total=len(shifts), n=len(shifts) - clear, clear=clear, chance=decimal(CHANCE * len(shifts), language))
    ]
    template = say("{facet}, {group}: {steps} stappen {direction}, eensgezindheid van {before} naar {after}.")
    for each in _clearest(shifts):
        found.append(
            template.format(
                facet=each.facet,
                group=labels[each.role].lower(),
                steps=decimal(each.steps, language),
                direction=_direction(each, language),
                before=shown(each.agreement[0], language, 2),
                after=shown(each.agreement[1], language, 2),
            )
        )
    return tuple(found)


def _questions(shifts: Sequence[Shift], labels: Mapping[str, str], language: Language) -> tuple[str, ...]:
    say = translator(language)
    moved = say(
        "‘{facet}’ verschoof bij {group}. Wat veranderde er in die tijd allemaal, ook buiten de keten? En wie "
        "antwoordde er deze keer niet meer?"
    )
    apart = say(
        "‘{facet}’ ging bij {first} {up} en bij {second} {down}. Wat merkt de een van dezelfde tijd dat de ander niet "
        "merkt?"
    )
    clear = _clearest(shifts)
    asked = []
    opposite = [
        (a, b) for a in shifts for b in shifts if a.facet == b.facet and a.clear and b.clear and a.up > 0 > b.up
    ]
    if opposite:
        one, other = max(opposite, key=lambda pair: pair[0].steps + pair[1].steps)
        asked.append(
            apart.format(
                facet=one.facet,
                first=labels[one.role].lower(),
                second=labels[other.role].lower(),
                up=_direction(one, language),
                down=_direction(other, language),
            )
        )
    asked += [moved.format(facet=each.facet, group=labels[each.role].lower()) for each in clear[:1]]
    return tuple(asked)


def _notes(shifts: Sequence[Shift], named: Sequence[str], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not shifts:
        return (say("Hiervoor moet een rol in twee rondes minstens {n} antwoordbladen hebben.").format(n=SMALLEST),)
    return (
        say("Vergeleken zijn de eerste ronde ({first}) en de laatste ({last}).").format(first=named[0], last=named[-1]),
        say(
            "U hebt niet opgeschreven wat er tussen de rondes nog meer veranderde. Een verschuiving heeft nooit één "
            "oorzaak."
        ),
    )


def _summary(shifts: Sequence[Shift], labels: Mapping[str, str], named: Sequence[str], language: Language) -> str:
    say = translator(language)
    if not shifts:
        return say("Er zijn te weinig antwoorden voor dit beeld.")
    parts = "; ".join(
        f"{each.facet}, {labels[each.role].lower()}: {decimal(each.steps, language)} {_direction(each, language)}"
        for each in _clearest(shifts)
    )
    return say("Per rol de antwoorden in ronde {first} en {last}. De duidelijkste verschuivingen: {parts}.").format(
        first=named[0], last=named[-1], parts=parts or say("geen")
    )
