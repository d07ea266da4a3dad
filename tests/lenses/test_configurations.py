"""The roads are told with who walks them, and so is everybody who does not fit in."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.choice_files import read_choice
from ketenspiegel.gathering import gather
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.comparing import put_together
from ketenspiegel.lenses.configurations import configurations
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.methods.qca.calibration import Anchors
from ketenspiegel.methods.qca.solution import formula
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

EXAMPLES = Path(__file__).parents[2] / "assessments" / "voorbeelden" / "gemeenten"
ALL = Choice(OUTCOME, CONDITIONS)
UNDERSTANDING_WITHOUT_LOAD = "veel wederzijds begrip samen met weinig overlegdruk"


def of_memberships(rows, **chosen):
    """Compare cases with these memberships in conditions A, B, … and, last, in an outcome."""
    names = (*"ABCDEF"[: len(rows[0]) - 1], "Y")
    measures = {
        name: Measure(
            name,
            Text(nl="nl-bron", en="en-source"),
            Text(nl=f"nl-{name}", en=f"en-{name}"),
            Text(nl=f"veel {name}", en=f"much {name}"),
            Text(nl=f"weinig {name}", en=f"little {name}"),
            crisp=True,
        )
        for name in names
    }
    table = CaseTable(measures, {f"Z{at:02}": dict(zip(names, row, strict=True)) for at, row in enumerate(rows)})
    return Study(table, Choice("Y", names[:-1], **chosen))


def of_signs(*rows, **chosen):
    """Compare cases that are in a set (+) or not (-), the outcome last."""
    return of_memberships([[float(sign == "+") for sign in row] for row in rows], **chosen)


def lipset(data, which, **chosen):
    with (data / f"lipset_{which}.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            {name: value for name, value in row.items() if name} | {"case": row[""]} for row in csv.DictReader(file)
        ]
    names = [name for name in rows[0] if name != "case"]
    measures = {name: Measure(name, *[Text(nl=name, en=name)] * 4, crisp=True) for name in names}
    table = CaseTable(measures, {row["case"]: {name: float(row[name]) for name in names} for row in rows})
    return Study(table, Choice("SURV", tuple(names[:-1]), **chosen))


def said(texts, start):
    return [text for text in texts if text.startswith(start)]


def headings(view):
    """Give who stands under which heading, in the order of the picture."""
    found: dict[str, list[str]] = {}
    for row in view.rows:
        found.setdefault(row["heading"], []).append(row["shown"])
    return found


def test_two_roads_each_with_those_who_walk_it():
    view = configurations(Study(fourteen(), ALL))
    assert view.title == "Welke combinaties gaan samen met tevreden inwoners?"
    assert view.findings == (
        "In Eikendal, Kwartelstad, Merelveste en Westerveen gaat veel wederzijds begrip samen met weinig overlegdruk "
        "gepaard met tevreden inwoners. Dat klopt vrijwel helemaal.",
        "In Bevermonde, Lijsterwaard en Noordhaven is er een andere weg: daar gaat weinig wederzijds begrip samen met "
        "veel overlegdruk, een hoge score op ‘regie’ en veel eensgezindheid gepaard met tevreden inwoners. Dat klopt "
        "vrijwel helemaal.",
        "Er is hier dus niet één weg naar tevreden inwoners.",
        "Zelfde combinatie, andere uitkomst: veel wederzijds begrip samen met veel overlegdruk, een lage score op "
        "‘regie’ en weinig eensgezindheid. In Duinakker met tevreden inwoners, in Spechtrade en Zilverwoude niet.",
    )


def test_the_picture_goes_road_by_road_then_two_ways_then_without():
    view = configurations(Study(fourteen(), ALL))
    found = headings(view)
    assert [heading.partition(":")[0] for heading in found] == [
        "Weg 1",
        "Weg 2",
        "Zelfde combinatie, andere uitkomst",
        "Niet of te weinig samen met tevreden inwoners",
    ]
    assert [sorted(cases) for cases in found.values()] == [
        ["Eikendal", "Kwartelstad", "Merelveste", "Westerveen"],
        ["Bevermonde", "Lijsterwaard", "Noordhaven"],
        ["Duinakker (wel)", "Spechtrade (niet)", "Zilverwoude (niet)"],
        ["Ganzenmonde", "Hazelmonde", "Klavermonde", "Rietdommel"],
    ]
    (eikendal,) = (row for row in view.rows if row["case"] == "Eikendal")
    assert eikendal["present"] == [True, False, True, True]
    assert eikendal["conditions"][1] == "Overlegdruk (uren per maand)"


def test_the_table_has_a_line_for_every_combination_that_occurs():
    table = configurations(Study(fourteen(), ALL)).table()
    assert len(table) == 10
    two_ways = next(row for row in table if row["Gemeenten"].startswith("Duinakker"))
    assert two_ways == {
        "Wederzijds begrip": "veel",
        "Overlegdruk (uren per maand)": "veel",
        "Regie": "weinig",
        "Eensgezindheid over ‘regie’": "weinig",
        "Gemeenten": "Duinakker, Spechtrade en Zilverwoude",
        "Gaat op (0 tot 1)": "0,52",
        "Zonder het tegendeel (PRI)": "0,33",
        "Telt mee als": "nee",
    }
    assert [row["Telt mee als"] for row in table] == ["ja"] * 5 + ["nee"] * 5


def test_the_summary_says_of_every_combination_who_has_it_and_how_it_goes():
    summary = configurations(Study(fourteen(), replace(ALL, conditions=CONDITIONS[:2]))).summary
    assert (
        "Veel wederzijds begrip samen met weinig overlegdruk: Eikendal, Kwartelstad, Merelveste en Westerveen met "
        "tevreden inwoners. Weinig wederzijds begrip samen met veel overlegdruk: Bevermonde, Lijsterwaard en "
        "Noordhaven met tevreden inwoners, Hazelmonde en Klavermonde zonder tevreden "
        "inwoners." in summary
    )
    assert summary.endswith("overlegdruk: Ganzenmonde en Rietdommel zonder tevreden inwoners.")


def test_a_case_exactly_on_the_border_of_the_outcome_has_it_nor_lacks_it():
    table = fourteen()
    values = {case: row | ({OUTCOME: 3.0} if case == "Eikendal" else {}) for case, row in table.values.items()}
    choice = replace(ALL, conditions=CONDITIONS[:2], anchors={OUTCOME: Anchors(1.5, 3.0, 4.5)})
    view = configurations(Study(CaseTable(table.measures, values), choice))
    assert "Kwartelstad, Merelveste en Westerveen met tevreden inwoners, Eikendal precies op de grens." in view.summary
    assert [row["shown"] for row in view.rows if row["case"] == "Eikendal"] == ["Eikendal (op de grens)"]


def test_every_combination_that_goes_two_ways_is_told_and_asked_about_first():
    view = configurations(Study(fourteen(), replace(ALL, conditions=CONDITIONS[:2])))
    assert len(said(view.findings, "Zelfde combinatie, andere uitkomst")) == 2
    assert [question.split(" hebben dezelfde combinatie")[0] for question in view.questions[:2]] == [
        "Bevermonde, Hazelmonde, Klavermonde, Lijsterwaard en Noordhaven",
        "Duinakker, Spechtrade en Zilverwoude",
    ]
    assert not said(view.findings, "Er is hier dus niet één weg")
    assert not said(view.questions, "Welke van deze wegen")


def test_the_questions_of_two_roads():
    view = configurations(Study(fourteen(), ALL))
    assert view.questions[1].startswith(
        "Herkennen Eikendal, Kwartelstad, Merelveste en Westerveen zich in veel wederzijds begrip"
    )
    assert view.questions[2].startswith("Herkennen Bevermonde, Lijsterwaard en Noordhaven zich in")
    assert view.questions[3].startswith("Welke van deze wegen past bij uw gemeente")
    assert view.questions[4] == "Wat speelt er bij tevreden inwoners mee dat niemand als voorwaarde koos?"


def test_never_more_than_five_questions():
    rows = [f"{row}{outcome}" for row in ("+++", "++-", "+-+", "-++", "---", "+--") for outcome in "+-"]
    view = configurations(of_signs(*rows, *["--++"] * 4))
    assert len(view.questions) == 5
    assert all("hebben dezelfde combinatie" in question for question in view.questions)


def test_who_alone_walks_a_road_is_not_asked_whether_they_see_themselves_in_it():
    view = configurations(of_signs("+++", "+--", "-+-", "---"))
    assert len(view.findings) > 0
    assert view.findings[0].startswith("In Z00 gaat veel A samen met veel B gepaard met veel Y.")
    assert not said(view.questions, "Herkennen")


def test_a_deviant_case_on_a_road_is_told_there_and_only_there():
    view = configurations(of_signs(*["+++"] * 5, "++-", *["---"] * 3, "+--"))
    assert view.findings[0] == (
        "In Z00, Z01, Z02, Z03 en Z04 gaat veel A samen met veel B gepaard met veel Y. Maar Z05 heeft dezelfde "
        "combinatie zonder die uitkomst."
    )
    assert not said(view.findings, "Zelfde combinatie")
    assert view.questions[0].startswith("Z00, Z01, Z02, Z03, Z04 en Z05 hebben dezelfde combinatie, en toch")
    assert headings(view)["Weg 1: veel A samen met veel B"][-1] == "Z05 (niet)"
    two = configurations(of_signs(*["+++"] * 8, *["++-"] * 2, *["---"] * 3, "+--"))
    assert two.findings[0].endswith("Maar Z08 en Z09 hebben dezelfde combinatie zonder die uitkomst.")


def test_who_has_the_outcome_but_walks_no_road():
    # Z04 has the outcome for 0.6 while its combination is there for 1: too inconsistent to count, and nobody else is.
    study = of_memberships([(1, 1, 1), (1, 1, 1), (0, 0, 0), (0, 1, 0), (1, 0, 0.6)])
    view = configurations(study)
    assert said(view.findings, "Ook met") == [
        "Ook met veel Y, maar langs geen van deze wegen: Z04. Daar speelt iets anders."
    ]
    assert headings(view)["Niet of te weinig samen met veel Y"] == ["Z02", "Z03", "Z04 (wel)"]
    assert not said(configurations(Study(fourteen(), ALL)).findings, "Ook met")


def test_who_is_on_a_border_is_in_no_combinatix_the_road():
    view = configurations(of_memberships([(1, 1, 1), (1, 1, 1), (0.5, 1, 1), (0, 0, 0), (1, 0, 0)]))
    assert "Precies op een grens, en daarom bij geen combinatie geteld: Z02." in view.notes
    assert "Z02" not in [row["case"] for row in view.rows]
    assert "Z02" not in " ".join(view.findings)


def test_when_all_are_on_a_border_nothing_is_found():
    view = configurations(of_memberships([(0.5, 0, 0), (0.5, 1, 0), (0.5, 1, 1), (0.5, 0, 1)]))
    assert view.rows == []
    assert view.findings[0].startswith("Geen enkele combinatie gaat hier steeds genoeg gepaard met veel Y.")


def test_nothing_found_is_an_answer_too():
    view = configurations(of_signs("+++", "++-", "+-+", "+--", "--+", "---"))
    assert view.findings[0] == (
        "Geen enkele combinatie gaat hier steeds genoeg gepaard met veel Y. Dat is ook een antwoord."
    )
    assert len(said(view.findings, "Zelfde combinatie, andere uitkomst")) == 3
    assert not any(heading.startswith("Weg") for heading in headings(view))
    assert view.questions[-1].startswith("Wat speelt er bij veel Y mee")


def test_how_sure_a_road_sounds_follows_from_its_consistency():
    others = [(0, 0, 0), (0, 1, 0), (1, 0, 0)]
    ends = {0.96: "Dat klopt vrijwel helemaal.", 0.9: "Dat klopt goed.", 0.82: "het past niet overal even goed."}
    for outcome, end in ends.items():
        view = configurations(of_memberships([(1, 1, outcome), (1, 1, outcome), *others]))
        assert view.findings[0].endswith(end)


def test_several_answers_that_are_as_good_are_not_kept_quiet():
    # The textbook case of two shortest formulas: all but 000 and 111.
    rows = ["--+", "-+-", "-++", "+--", "+-+", "++-"]
    view = configurations(of_signs(*[f"{row}+" for row in rows] * 2, *["----", "+++-"] * 2))
    assert len(said(view.findings, "In ")) == 3
    assert view.findings[-1] == (
        "Bij dezelfde gegevens passen 2 antwoorden even goed. Het kan ook zo: veel A samen met weinig C; of weinig A "
        "samen met veel B; of weinig B samen met veel C."
    )
    assert not said(configurations(Study(fourteen(), ALL)).findings, "Bij dezelfde gegevens")


def test_what_is_nearly_always_there_with_published_numbers(data):
    # Consistency and relevance of necessity of literacy are 0.99 and 0.51, of stability 0.92 and 0.68; of the others
    # consistency is at most 0.83.
    found = said(configurations(lipset(data, "fuzzy")).findings, "Waar ")
    assert found == [
        "Waar SURV is, is hier bijna altijd ook LIT (0,99). Andersom hoeft dat niet.",
        "Waar SURV is, is hier bijna altijd ook STB (0,92). Andersom hoeft dat niet.",
    ]


def test_what_everybody_has_is_not_called_needed():
    study = of_signs("+++", "+++", "++-", "+--", "+--")
    assert not said(configurations(study).findings, "Waar veel Y is, is hier bijna altijd ook veel A")
    assert said(configurations(study).findings, "Waar veel Y is, is hier bijna altijd ook veel B (1,00)")


def test_little_of_a_condition_can_be_needed():
    view = configurations(of_signs("+-+", "--+", "-+-", "++-", "++-"))
    assert said(view.findings, "Waar ") == [
        "Waar veel Y is, is hier bijna altijd ook weinig B (1,00). Andersom hoeft dat niet."
    ]


def test_assumptions_are_counted_as_published(data):
    careful, daring = (lipset(data, "crisp", kind=kind) for kind in ("conservative", "parsimonious"))
    start = "Dit antwoord neemt iets aan over combinaties die geen gemeente heeft "
    assert said(configurations(daring).notes, start) == [f"{start}(5). Dat is niet gezien."]
    assert not said(configurations(careful).notes, start)
    little = configurations(lipset(data, "crisp", kind="parsimonious", absent=True))
    assert said(little.notes, start) == [f"{start}(18). Dat is niet gezien."]


def test_why_the_outcome_is_absent_is_a_question_of_its_own(data):
    study = lipset(data, "crisp", absent=True)
    names = [each.id for each in study.conditions]
    assert [formula(model, names) for model in study.solution.models] == ["DEV*LIT*IND*~STB + ~DEV*~URB*~IND"]
    view = configurations(Study(fourteen(), replace(ALL, absent=True)))
    assert view.title == "Welke combinaties gaan samen met ontevreden inwoners?"
    without = {row["case"] for row in view.rows if row["heading"].startswith("Weg")}
    assert without == {"Ganzenmonde", "Hazelmonde", "Klavermonde", "Rietdommel"}
    assert said(view.findings, "Zelfde combinatie")[0].endswith(
        "In Spechtrade en Zilverwoude met ontevreden inwoners, in Duinakker niet."
    )


def test_when_all_have_the_outcome_every_combination_goes_with_it():
    for view in (
        configurations(of_signs("+++", "+-+", "-++", "--+")),
        configurations(of_signs("+++", "+-+", "+++", "+-+", kind="parsimonious")),
    ):
        assert view.findings[0].startswith("In Z00, Z01, Z02 en Z03 gaat elke combinatie gepaard met veel Y.")
        assert list(headings(view)) == ["Weg 1: elke combinatie"]
        assert not said(view.questions, "Herkennen")


def test_who_lacks_a_value_is_named_first_in_the_notes():
    table = fourteen()
    values = {case: dict(row) for case, row in table.values.items()}
    del values["Noordhaven"]["regie"]
    view = configurations(Study(CaseTable(table.measures, values), ALL))
    assert view.notes[0] == "Noordhaven doet niet mee: er is geen waarde voor ‘Regie’."
    assert "Noordhaven" not in view.summary
    assert view.notes[-1].startswith("‘Gaat gepaard met’ is geen oorzaak.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_tell_the_same(language):
    own, other = ("much", "veel ") if language == "en" else ("veel", "much ")
    study = of_memberships([(1, 1, 1), (1, 1, 1), (0, 0, 0), (0, 1, 0), (1, 0, 0.6), (1, 0.5, 0), (0, 1, 1)])
    view, dutch = configurations(study, language), configurations(study)
    told = " ".join([view.title, view.summary, *view.findings, *view.questions, *view.notes, str(view.rows)])
    assert f"{own} A" in told
    assert other not in told
    assert [len(each) for each in (view.findings, view.questions, view.notes, view.table_rows)] == [
        len(each) for each in (dutch.findings, dutch.questions, dutch.notes, dutch.table_rows)
    ]
    assert [row["case"] for row in view.rows] == [row["case"] for row in dutch.rows]
    assert view.language == language


def test_nothing_is_told_of_what_cannot_be_compared():
    with pytest.raises(ValueError, match="choose"):
        configurations(Study(fourteen(), Choice(OUTCOME)))


@pytest.fixture(scope="module")
def example():
    found = gather([EXAMPLES])
    assert found.refused == ()
    return Study(put_together(found.sheets, found.table), read_choice(found.choices[-1]))


def test_the_example_answers_show_what_they_were_made_to_show(example):
    view = configurations(example)
    assert [sorted(cases) for cases in headings(view).values()] == [
        ["Eikendal", "Kwartelstad", "Merelveste", "Westerveen"],
        ["Bevermonde", "Lijsterwaard", "Noordhaven"],
        ["Duinakker (wel)", "Spechtrade (niet)", "Zilverwoude (niet)"],
        ["Ganzenmonde", "Hazelmonde", "Klavermonde", "Rietdommel"],
    ]
    assert list(headings(view))[:2] == [
        f"Weg 1: {UNDERSTANDING_WITHOUT_LOAD}",
        "Weg 2: weinig wederzijds begrip samen met veel overlegdruk en veel eensgezindheid over regie",
    ]
    assert len(example.cases) == 14
    assert [True, True, True] not in [row["present"] for row in view.rows]


crisp_rows = st.lists(st.tuples(*[st.sampled_from("+-")] * 3).map("".join), min_size=6, max_size=14)


@given(crisp_rows)
def test_everybody_stands_in_the_picture_once_and_who_has_the_outcome_is_told(rows):
    study = of_signs(*rows)
    view = configurations(study)
    assert sorted(row["case"] for row in view.rows) == list(study.cases)
    told = " ".join(view.findings)
    for case, row in zip(study.cases, rows, strict=True):
        assert (case in told) >= (row[-1] == "+")


@given(crisp_rows, st.randoms(use_true_random=False))
def test_the_order_of_cases_changes_nothing(rows, random):
    study = of_signs(*rows)
    names = random.sample(study.cases, len(study.cases))
    again = Study(CaseTable(study.table.measures, {name: study.table.values[name] for name in names}), study.choice)
    assert configurations(again) == configurations(study)


@given(crisp_rows)
def test_a_combination_stands_under_one_heading(rows):
    places: dict[int, set[str]] = {}
    for row in configurations(of_signs(*rows)).rows:
        places.setdefault(row["configuration"], set()).add(row["heading"])
    assert all(len(found) == 1 for found in places.values())
