"""Which parts go together over respondents, without saying which of them brings about the other.

The causal reading of an instrument runs one way: better leadership, hence better results. The same answers only show
that people who answer higher on one part also answer higher on another. What this lens cannot see: which way it works,
whether a third thing is behind both, or whether people just answer everything in the same mood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.language import Language, decimal, translator
from ketenspiegel.lenses.facets import facets, given, shown
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.association import kendall_tau, kendall_tau_within
from ketenspiegel.questions import Item, QuestionSet

FEWEST = 8
MOST_FACETS = 11
CHANCE = 0.05
NAMED = 3


@dataclass(frozen=True)
class Pair:
    """Two facets by place, how far they go together over all respondents and within roles, and whether that is clear.

    ``clear`` means that chance alone would give this less than one time in twenty.
    """

    first: int
    second: int
    tau: float
    within: float | None
    n: int
    clear: bool

    @property
    def between_roles(self) -> bool:
        """Whether little is left of it when people are only compared within their own role."""
        return self.within is not None and abs(self.within) < abs(self.tau) / 2


def together(
    sheets: Sequence[AnswerSheet], questions: QuestionSet, theme: str | None = None, language: Language = "nl"
) -> View:
    """Look at which parts rise and fall together from one respondent to the next.

    A respondent's position on a part is the mean of the items answered, reversed items turned round, when at least
    half of them are answered. Two parts are compared with Kendall's tau-b, over everybody and once more within roles.
    Fewer than eight respondents give no view.

    Parameters
    ----------
    sheets
        The answer sheets.
    questions
        The question set.
    theme
        Compare the items of this theme instead of the themes.
    language
        The reader's language.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> together([], load_question_set("ketensamenwerking")).rows
    []
    """
    say = translator(language)
    parts = _compared(questions, theme, language)
    names = [label for label, _ in parts]
    pairs = _pairs(sheets, [items for _, items in parts], questions)
    return View(
        lens="together",
        title=say("Wat gaat samen op?"),
        summary=_summary(pairs, names, language),
        rows=[
            {
                "first": names[pair.first],
                "second": names[pair.second],
                "row": pair.second,
                "column": pair.first,
                "tau": pair.tau,
                "clear": pair.clear,
                "names": names,
            }
            for pair in pairs
        ],
        columns={
            "first": say("Het ene"),
            "second": say("Het andere"),
            "tau": say("Samenhang (−1 tot 1)"),
            "within": say("Binnen rollen"),
            "clear": say("Meer dan toeval?"),
        },
        table_rows=[_table_row(pair, names, language) for pair in pairs],
        findings=_findings(pairs, names, language),
        questions=_questions(pairs, names, language),
        notes=_notes(pairs, language),
        language=language,
    )


def _compared(questions: QuestionSet, theme: str | None, language: Language) -> list[tuple[str, tuple[Item, ...]]]:
    """Give the facets, without those of neutral items when there are too many to read."""
    parts = facets(questions, theme, language)
    if len(parts) <= MOST_FACETS:
        return parts
    return [(label, items) for label, items in parts if not items[0].neutral]


def _pairs(sheets: Sequence[AnswerSheet], parts: Sequence[Sequence[Item]], questions: QuestionSet) -> list[Pair]:
    positions = [(sheet.role, [_position(sheet, items, questions) for items in parts]) for sheet in sheets]
    found = []
    for first, second in combinations(range(len(parts)), 2):
        both = [(role, row[first], row[second]) for role, row in positions]
        known = [(role, a, b) for role, a, b in both if a is not None and b is not None]
        whole = kendall_tau([a for _, a, _ in known], [b for _, _, b in known]) if len(known) >= FEWEST else None
        if whole is not None:
            roles: dict[str, tuple[list[float], list[float]]] = {}
            for role, a, b in known:
                rows = roles.setdefault(role, ([], []))
                rows[0].append(a)
                rows[1].append(b)
            within = kendall_tau_within(list(roles.values()))
            found.append(Pair(first, second, whole.tau, within, whole.n, whole.chance < CHANCE))
    return found


def _position(sheet: AnswerSheet, items: Sequence[Item], questions: QuestionSet) -> float | None:
    found = [given(sheet, item, questions) for item in items]
    values = [answer for answer in found if answer is not None]
    return sum(values) / len(values) if values and 2 * len(values) >= len(items) else None


def _strongest(pairs: Sequence[Pair]) -> list[Pair]:
    return sorted((pair for pair in pairs if pair.clear), key=lambda pair: -abs(pair.tau))[:NAMED]


def _table_row(pair: Pair, names: Sequence[str], language: Language) -> Mapping[str, str]:
    say = translator(language)
    return {
        "first": names[pair.first],
        "second": names[pair.second],
        "tau": decimal(pair.tau, language, 2),
        "within": shown(pair.within, language, 2),
        "clear": say("ja") if pair.clear else say("kan toeval zijn"),
    }


def _findings(pairs: Sequence[Pair], names: Sequence[str], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not pairs:
        return ()
    count = say(
        "Bij {n} van de {total} paren is de samenhang groter dan toeval meestal geeft. Door toeval alleen zouden het "
        "er ongeveer {chance} zijn."
    ).format(n=sum(pair.clear for pair in pairs), total=len(pairs), chance=decimal(CHANCE * len(pairs), language))
    return (count, *(_finding(pair, names, language) for pair in _strongest(pairs)))


def _finding(pair: Pair, names: Sequence[str], language: Language) -> str:
    say = translator(language)
    rising = say("‘{first}’ en ‘{second}’ gaan samen op ({tau}).")
    opposite = say("Wie hoger antwoordt op ‘{first}’, antwoordt meestal lager op ‘{second}’ ({tau}).")
    sentence = (rising if pair.tau > 0 else opposite).format(
        first=names[pair.first], second=names[pair.second], tau=decimal(pair.tau, language, 2)
    )
    if pair.between_roles and pair.within is not None:
        left = say("Binnen de rollen is daar weinig van over ({within}): het verschil zit tussen rollen.")
        sentence += " " + left.format(within=decimal(pair.within, language, 2))
    return sentence


def _questions(pairs: Sequence[Pair], names: Sequence[str], language: Language) -> tuple[str, ...]:
    say = translator(language)
    rising = [pair for pair in _strongest(pairs) if pair.tau > 0]
    if not rising:
        return ()
    pair = next((pair for pair in rising if not pair.between_roles), rising[0])
    direction = say(
        "‘{first}’ en ‘{second}’ gaan bij u samen op. Werkt het eerste door op het tweede, het tweede op het eerste, "
        "allebei, of zit er iets achter dat hier niet is gevraagd? Welk voorbeeld hebt u daarvan gezien?"
    )
    place = say(
        "‘{first}’ en ‘{second}’ gaan samen op, maar binnen elke rol bijna niet. Zegt dat iets over de keten, of over "
        "de plek van waaruit u kijkt?"
    )
    template = place if pair.between_roles else direction
    return (template.format(first=names[pair.first], second=names[pair.second]),)


def _notes(pairs: Sequence[Pair], language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not pairs:
        return (say("Hiervoor zijn minstens {n} antwoordbladen nodig.").format(n=FEWEST),)
    return (
        say("Samen opgaan is geen oorzaak en gevolg. Een richting is uit deze antwoorden niet te halen."),
        say("Een open stip kan toeval zijn."),
    )


def _summary(pairs: Sequence[Pair], names: Sequence[str], language: Language) -> str:
    say = translator(language)
    if not pairs:
        return say("Er zijn te weinig antwoorden voor dit beeld.")
    strongest = "; ".join(
        f"{names[pair.first]} – {names[pair.second]} {decimal(pair.tau, language, 2)}" for pair in _strongest(pairs)
    )
    return say(
        "Per paar een stip: hoe groter, hoe meer de antwoorden samen op en neer gaan. Het sterkst: {pairs}."
    ).format(pairs=strongest or say("geen enkel paar"))
