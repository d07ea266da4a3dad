"""Municipalities from the first place to the last, and what goes together with a high place: the usual benchmark.

This is how a report that compares municipalities begins and ends. It is built as those are, so that people recognise
theirs. What it hides stands in its notes: how little lies between the places, and that a correlation adds up
municipalities where things go differently.
"""

from __future__ import annotations

from typing import Any

from ketenspiegel.cases import Measure
from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.league_table_notes import Rows, notes, number, strongest
from ketenspiegel.lenses.parts import exact
from ketenspiegel.lenses.study import Study
from ketenspiegel.lenses.study_words import listed, missing
from ketenspiegel.lenses.view import View
from ketenspiegel.methods.association import kendall_tau


def league_table(study: Study, language: Language = "nl") -> View:
    """Look at municipalities as a list with a first and a last, and at conditions one by one.

    Municipalities with the same value share a place. A correlation is Kendall's tau-b with the outcome, turned round
    when little of the outcome is looked for, so that a positive one always goes together with a high place.

    Parameters
    ----------
    study
        A comparison with an outcome; there may be any number of conditions and of cases.
    language
        The reader's language.

    Raises
    ------
    ValueError
        When no outcome was chosen.

    Examples
    --------
    >>> from ketenspiegel.cases import CaseTable, Measure
    >>> from ketenspiegel.lenses.study import Choice
    >>> from ketenspiegel.question_parts import Text
    >>> words = Text(nl="trots", en="pride")
    >>> values = {"Eikendal": {"trots": 3.5}, "Noordhaven": {"trots": 4.1}}
    >>> table = CaseTable({"trots": Measure("trots", words, words, words, words)}, values)
    >>> league_table(Study(table, Choice(outcome="trots"))).findings[0]
    'Op plaats 1 staat Noordhaven (4,1). Op de laatste plaats staat Eikendal (3,5).'
    """
    if study.outcome is None:
        raise ValueError("no outcome was chosen")
    say = translator(language)
    places, conditions = _places(study, study.outcome, language), _conditions(study, study.outcome, language)
    return View(
        lens="league_table",
        title=say("De ranglijst"),
        summary=_summary(places, conditions, language),
        rows=[*places, *conditions],
        columns={
            "place": say("Plaats"),
            "name": say("Gemeente of voorwaarde"),
            "text": say("Waarde of samenhang"),
        },
        table_rows=[*places, *conditions],
        findings=_findings(places, conditions, language),
        notes=(*notes(study, places, conditions, language), *missing(study, language)),
        language=language,
    )


def _values(study: Study, measure: Measure) -> list[float]:
    return [exact(study.value(case, measure)) for case in study.cases]


def _scores(study: Study, outcome: Measure) -> list[float]:
    """Give what every case is ranked by: the higher, the nearer to the first place."""
    return [-value if study.choice.absent else value for value in _values(study, outcome)]


def _places(study: Study, outcome: Measure, language: Language) -> Rows:
    say = translator(language)
    scores = _scores(study, outcome)
    order = say("de laagste boven") if study.choice.absent else say("de hoogste boven")
    found = zip(scores, study.cases, _values(study, outcome), strict=True)
    return [
        {
            "kind": "place",
            "place": 1 + sum(other > score for other in scores),
            "name": case,
            "value": value,
            "text": number(value, outcome.digits, language),
            "own": case == study.choice.own,
            "outcome": outcome.label.to(language),
            "order": order,
        }
        for score, case, value in sorted(found, key=lambda each: -each[0])
    ]


def _conditions(study: Study, outcome: Measure, language: Language) -> Rows:
    """Give for every condition how far it goes together with a high place."""
    scores = _scores(study, outcome)
    rows: Rows = []
    for condition in study.conditions:
        found = kendall_tau(_values(study, condition), scores)
        tau = None if found is None else exact(found.tau)
        sign = "+" if tau is not None and tau > 0 else ""
        rows.append(
            {
                "kind": "condition",
                "id": condition.id,
                "name": condition.label.to(language),
                "tau": tau,
                "text": "–" if tau is None else sign + number(tau, 2, language),
            }
        )
    return rows


def _summary(places: Rows, conditions: Rows, language: Language) -> str:
    say = translator(language)
    if not places:
        return say("Er zijn nog geen gemeenten met een waarde op alles wat u koos.")
    ranked = "; ".join(f"{row['place']}. {row['name']} {row['text']}" for row in places)
    line = say("De gemeenten op volgorde van ‘{outcome}’, {order}: {ranked}.").format(
        outcome=places[0]["outcome"], order=places[0]["order"], ranked=ranked
    )
    together = "; ".join(f"{row['name']} {row['text']}" for row in conditions)
    found = say("Wat samenhangt met een hoge plaats, van −1 tot +1: {together}.").format(together=together)
    return f"{line} {found}" if conditions else line


def _findings(places: Rows, conditions: Rows, language: Language) -> tuple[str, ...]:
    say = translator(language)
    if not places:
        return (say("Er zijn nog geen gemeenten met een waarde op alles wat u koos."),)
    first, last = places[0], places[-1]
    if first["place"] == last["place"]:
        return (say("Er is geen verschil: de waarde is overal {text}.").format(text=first["text"]),)
    best, worst = ([row["name"] for row in places if row["place"] == each["place"]] for each in (first, last))
    one = say("Op plaats 1 staat {best} ({high}).") if len(best) == 1 else say("Op plaats 1 staan {best} ({high}).")
    end = (
        say("Op de laatste plaats staat {worst} ({low}).")
        if len(worst) == 1
        else say("Op de laatste plaats staan {worst} ({low}).")
    )
    ends = f"{one.format(best=listed(best, language), high=first['text'])} " + end.format(
        worst=listed(worst, language), low=last["text"]
    )
    own = tuple(
        say("{case} staat op plaats {place} van {n}.").format(case=row["name"], place=row["place"], n=len(places))
        for row in places
        if row["own"]
    )
    return (ends, *own, *_advice(strongest(conditions), language))


def _advice(found: dict[str, Any] | None, language: Language) -> tuple[str, ...]:
    say = translator(language)
    if found is None:
        return (say("Standaardadvies: leer van de nummer één."),)
    if found["tau"] > 0:
        line = say("Het sterkst hangt ‘{condition}’ samen met een hoge plaats ({tau}).")
        advice = say("Standaardadvies: leer van de nummer één, en doe meer aan ‘{condition}’.")
    else:
        line = say("Het sterkst hangt ‘{condition}’ samen met een lage plaats ({tau}).")
        advice = say("Standaardadvies: leer van de nummer één, en doe minder aan ‘{condition}’.")
    return line.format(condition=found["name"], tau=found["text"]), advice.format(condition=found["name"])
