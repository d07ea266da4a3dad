"""Every assessment is filled in and looked at, from the server and in the page itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ketenspiegel.answers import check_fit, read_answer_sheet
from ketenspiegel.questions import QuestionSet, load_question_set, predicted

ROOT = Path(__file__).parents[2]
NAMES = ("ink", "bestuurskracht", "quickscan", "klanttevredenheid", "beweegredenen", "regie")
WHOLE = ("invloedskaart", "overlegkaart")


def examples(name: str) -> int:
    folder = ROOT / "assessments" / "voorbeelden" / name
    return len([*folder.glob("*.json"), *folder.glob("*.csv")])


def begin(frame, questions: QuestionSet, role: str) -> None:
    label = questions.role_labels[role].nl
    frame.get_by_role("radio", name=re.compile(f"^{re.escape(label)} ")).check()
    frame.get_by_role("button", name="Begin", exact=True).click()


def answer_what_is_shown(frame) -> int:
    fields = frame.locator("fieldset.ks-item:has(input[type=radio])")
    number = fields.count()
    for place in range(number):
        fields.nth(place).get_by_role("radio").nth(place % 3).check()
    return number


def fill_in(page: Page, questions: QuestionSet, role: str, partners: tuple[str, ...] = ()) -> int:
    """Go through the form as a respondent does; give the number of answers."""
    begin(page, questions, role)
    given = 0
    while page.get_by_role("heading", name="Klaar").count() == 0:
        if page.get_by_role("heading", name="Over wie kunt u iets zeggen?").count():
            for partner in partners:
                page.get_by_role(
                    "checkbox", name=re.compile(f"^{re.escape(questions.role_labels[partner].nl)} ")
                ).check()
        else:
            given += answer_what_is_shown(page)
        page.get_by_role("button", name="Volgende").click()
    return given


@pytest.fixture
def opened(server, open_page):
    def make(notebook: str, **options: object) -> Page:
        page = open_page(**options)
        page.goto(f"{server}voila/render/assessments/{notebook}.ipynb")
        return page

    return make


@pytest.mark.parametrize("name", NAMES)
def test_filled_in_on_a_phone(name, opened, download, no_barriers):
    questions = load_question_set(name)
    page = opened(name, width=390)
    expect(page.get_by_role("heading", name=questions.title.nl, exact=True)).to_be_visible()
    role = next(iter(questions.role_labels))
    given = fill_in(page, questions, role)
    own = [item for item in questions.items_for(role) if "--" not in item.id]
    assert given == len(own)
    expect(page.get_by_text(f"U hebt {given} van de {given} stellingen beantwoord.")).to_be_visible()
    sheet = read_answer_sheet(download(page))
    check_fit(sheet, questions)
    assert set(sheet.answers) == {item.id for item in own}
    no_barriers(page)


@pytest.mark.parametrize("name", [*NAMES, *WHOLE])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_looked_at_both_ways(name, width, scheme, opened, no_barriers):
    questions = load_question_set(name)
    page = opened(f"{name}-vergelijken", width=width, scheme=scheme)
    page.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(page.get_by_text(f"Antwoordbladen bij elkaar: {examples(name)}.")).to_be_visible()
    expect(page.locator("svg.marks")).to_have_count(1 + len(questions.complex))
    for chart in page.locator("svg.marks").all():
        box = chart.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert page.get_by_text("Er zijn nog te weinig antwoorden voor gespreksvragen.").count() == 0
    no_barriers(page)


def test_only_partners_one_knows_are_asked_about_and_one_at_a_time(opened, download):
    questions = load_question_set("beweegredenen")
    page = opened("beweegredenen")
    expect(page.get_by_role("heading", name=questions.title.nl, exact=True)).to_be_visible()
    given = fill_in(page, questions, "wijkteam", ("bestuur", "aanbieder"))
    motives = [item.id for item in questions.themes[0].items]
    assert given == 3 * len(motives)
    sheet = read_answer_sheet(download(page))
    check_fit(sheet, questions)
    assert set(sheet.answers) == {
        *motives,
        *(predicted(item, about) for item in motives for about in ("bestuur", "aanbieder")),
    }
    page.reload()
    page.get_by_role("button", name="Vorige").click()
    expect(page.get_by_role("heading", name=re.compile("Aanbieder"))).to_be_visible()
    assert page.locator("input[type=radio]:checked").count() == len(motives)
    page.get_by_role("button", name="Vorige").click()
    expect(page.get_by_role("heading", name=re.compile("[Gg]emeentebestuur"))).to_be_visible()
    page.get_by_role("button", name="Vorige").click()
    page.get_by_role("checkbox", checked=True).first.uncheck()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name=re.compile("Aanbieder"))).to_be_visible()
    assert set(read_answer_sheet(download(page)).answers) == {
        *motives,
        *(predicted(item, "aanbieder") for item in motives),
    }


def test_a_report_is_taken_over(opened, tmp_path):
    (tmp_path / "ink-2024.csv").write_text("gebied;positie\nLeiderschap;2,5\nMaatschappij;1,5\n", encoding="utf-8")
    page = opened("ink-vergelijken")
    page.get_by_label("Kies bestanden").set_input_files(tmp_path / "ink-2024.csv")
    expect(page.get_by_role("heading", name="Het INK-model, uit uw rapport")).to_be_visible()
    expect(page.locator("svg.marks")).to_have_count(1)
    expect(page.locator("svg.marks").get_by_text("2,5")).to_be_visible()
    expect(page.get_by_text("niet te zien wie wat antwoordde")).to_be_visible()


def test_rounds_are_compared_with_what_else_changed(opened, tmp_path):
    page = opened("ketensamenwerking-vergelijken")
    rows = ["rol;ronde;regie-koers"]
    rows += [f"Professional;{name};{value}" for name, value in (("2026-01", 1), ("2026-11", 5)) for _ in range(5)]
    (tmp_path / "rondes.csv").write_text("\n".join(rows), encoding="utf-8")
    page.get_by_label("Kies bestanden").set_input_files(tmp_path / "rondes.csv")
    expect(page.get_by_role("heading", name="Wat verschoof er tussen de rondes?")).to_be_visible()
    expect(page.get_by_text("Regie, professional: 4,0 stappen omhoog")).to_be_visible()
    page.get_by_label("Wat veranderde er nog meer voor ronde 2026-11?").fill("Er kwam een nieuwe aanbieder.")
    expect(page.get_by_text("voor ronde 2026-11: Er kwam een nieuwe aanbieder.")).to_be_visible()
    page.reload()
    page.get_by_label("Kies bestanden").set_input_files(tmp_path / "rondes.csv")
    expect(page.get_by_text("voor ronde 2026-11: Er kwam een nieuwe aanbieder.")).to_be_visible()


@pytest.mark.parametrize("name", NAMES)
def test_in_the_page_itself(name, visitor, static_site, in_the_page):
    questions = load_question_set(name)
    context = visitor()
    _, frame = in_the_page(context, page=f"invullen/{name}.html")
    begin(frame, questions, next(iter(questions.role_labels)))
    assert answer_what_is_shown(frame)
    while frame.get_by_role("heading", name="Klaar").count() == 0:
        frame.get_by_role("button", name="Volgende").click()
    frame.get_by_role("link", name="Ga naar antwoorden samenbrengen en bekijken").click()
    frame.get_by_role("button", name="Neem mee wat in deze browser staat").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 1.")).to_be_visible()
    frame.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(frame.get_by_text(f"Antwoordbladen bij elkaar: {examples(name) + 1}.")).to_be_visible(timeout=30_000)
    expect(frame.locator("svg.marks")).to_have_count(1 + len(questions.complex), timeout=30_000)


def test_a_map_in_the_page_itself(visitor, static_site, in_the_page):
    _, frame = in_the_page(visitor(), page="invullen/invloedskaart.html")
    begin(frame, load_question_set("invloedskaart"), "inwoner")
    frame.get_by_label("Wat werkt er?").select_option("Wachttijd")
    frame.get_by_label("Waarop werkt het?").select_option("Vertrouwen")
    frame.get_by_role("radio", name="minder vertrouwen").check()
    frame.get_by_role("button", name="Zet op de kaart").click()
    frame.get_by_role("button", name="Volgende").click()
    frame.get_by_role("link", name="Ga naar antwoorden samenbrengen en bekijken").click()
    frame.get_by_role("button", name="Neem mee wat in deze browser staat").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 1.")).to_be_visible()
    frame.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 25.")).to_be_visible(timeout=30_000)
    expect(frame.locator("svg.marks")).to_have_count(3, timeout=40_000)


def test_meetings_in_the_page_itself(visitor, static_site, in_the_page, tmp_path):
    (tmp_path / "lijst.csv").write_text(
        "overleg;deelnemers;hoe vaak;duur;doel\n"
        "Zorgoverleg;Jeugdarts (GGD), Wijkwerker (welzijn);wekelijks;1,5 uur;gezin\n"
        "Niets;;soms;;\n",
        encoding="utf-8",
    )
    _, frame = in_the_page(visitor(), name="Open hier", page="invullen/overlegkaart.html")
    frame.get_by_label("Kies bestanden").set_input_files(tmp_path / "lijst.csv")
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 1.")).to_be_visible()
    expect(frame.get_by_text("rij 3").first).to_be_visible()
    frame.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 2.")).to_be_visible(timeout=30_000)
    expect(frame.locator("svg.marks")).to_have_count(2, timeout=40_000)
