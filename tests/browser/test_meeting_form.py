"""A team writes down its meetings, and loses nothing of what it typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ketenspiegel.answers import AnswerSheet, check_fit, read_answer_sheet
from ketenspiegel.meetings import Meeting, Participant
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set("overlegkaart")
DOCTOR = Participant(name="Jeugdarts", organisation="GGD")
SCHOOL = Participant(name="Intern begeleider", organisation="De Regenboog", people=3)
ALDERMAN = Participant(name="Wethouder")


@pytest.fixture
def meeting_form(server: str, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the page on which meetings are written down."""

    def make(**options: object) -> Page:
        page = open_page(**options)
        page.goto(f"{server}voila/render/assessments/overlegkaart.ipynb")
        page.get_by_role("button", name="Begin", exact=True).click()
        expect(page.get_by_role("heading", name="Uw overleggen", exact=True)).to_be_focused()
        return page

    return make


def fitting(path: Path) -> AnswerSheet:
    sheet = read_answer_sheet(path)
    check_fit(sheet, QUESTIONS)
    return sheet


def tab_to(page: Page, name: str) -> None:
    """Go on with Tab to the field or button with this name."""
    wanted = page.get_by_role("textbox", name=name, exact=True)
    for role in ("combobox", "checkbox", "spinbutton", "button"):
        wanted = wanted.or_(page.get_by_role(role, name=name, exact=True))
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to ‘{name}’")


def type_in(page: Page, name: str, words: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def add_participant(page: Page, one: Participant) -> None:
    """Type somebody new from the field for the function on; Enter brings one back there."""
    keys = page.keyboard
    keys.type(one.name)
    keys.press("Tab")
    keys.type(one.organisation)
    keys.press("Tab")
    keys.press("Control+A")
    keys.type(str(one.people))
    keys.press("Enter")
    expect(page.get_by_label("Functie")).to_be_focused()
    expect(page.get_by_label("Functie")).to_have_value("")


def test_a_team_uses_only_the_keyboard_on_a_phone(meeting_form, download):
    page = meeting_form(width=390)
    keys = page.keyboard
    tab_to(page, "Hoe heet het overleg?")
    keys.type("Casusoverleg")
    type_in(page, "Aantal keer", "1,5")
    tab_to(page, "Hoe lang duurt het?")
    keys.press("a")
    keys.press("ArrowDown")
    tab_to(page, "Een gezin bespreken")
    keys.press("Space")
    tab_to(page, "Functie")
    add_participant(page, DOCTOR)
    add_participant(page, SCHOOL)
    tab_to(page, "Klaar met dit overleg")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Overleg toevoegen")).to_be_focused()

    keys.press("Enter")
    expect(page.get_by_label("Hoe heet het overleg?")).to_be_focused()
    keys.type("Regiegroep")
    tab_to(page, "per")
    keys.press("k")
    tab_to(page, "Jeugdarts GGD")
    keys.press("Space")
    type_in(page, "aantal mensen: Jeugdarts (GGD)", "2")
    tab_to(page, "Functie")
    keys.type("Wethouder")
    # Without finishing this card, and with somebody still in the fields: the next card closes it and takes them along.
    tab_to(page, "Overleg toevoegen")
    keys.press("Enter")
    keys.type("Dagstart")
    tab_to(page, "per")
    keys.press("w")
    tab_to(page, "Hoe lang duurt het?")
    keys.press("End")
    type_in(page, "Aantal uren", "0,25")

    casus = Meeting(
        name="Casusoverleg", participants=(DOCTOR, SCHOOL), times=1.5, per="month", hours=2, purposes=("gezin",)
    )
    both = (DOCTOR.model_copy(update={"people": 2}), ALDERMAN)
    steering = Meeting(name="Regiegroep", participants=both, times=1, per="quarter", hours=1)
    start = Meeting(name="Dagstart", times=1, per="week", hours=0.25)
    file = download(page)
    assert fitting(file).meetings == (casus, steering, start)
    expect(page.get_by_text("3 overleggen. Samen kosten ze de deelnemers 13 uur per maand.")).to_be_visible()

    page.get_by_role("button", name="Verwijder Casusoverleg").click()
    assert fitting(download(page)).meetings == (steering, start)
    expect(page.get_by_label("Aantal uren")).to_have_value("0,25")
    page.get_by_role("button", name="Zet terug: Casusoverleg").click()
    expect(page.get_by_role("button", name="Wijzig Casusoverleg")).to_be_focused()
    assert fitting(download(page)).meetings == (casus, steering, start)

    elsewhere = meeting_form()
    elsewhere.get_by_role("button", name="Vorige").click()
    elsewhere.get_by_label("Open een bestand").set_input_files(file)
    elsewhere.get_by_role("button", name="Wijzig Casusoverleg").click()
    expect(elsewhere.get_by_label("Aantal keer")).to_have_value("1,5")
    expect(elsewhere.get_by_role("checkbox", name="Intern begeleider De Regenboog")).to_be_checked()
    expect(elsewhere.get_by_role("checkbox", name="Wethouder")).not_to_be_checked()


def test_an_unfinished_card_outlives_leaving_and_reloading(meeting_form, download):
    page = meeting_form()
    page.get_by_role("checkbox", name="Beslissen").check()
    page.get_by_label("Functie").fill("Jeugdarts")
    page.get_by_label("Hoe lang duurt het?").select_option("anders")
    page.get_by_label("Aantal uren").fill("25")
    for words in ("0", "-1", "101", "1e1", "vaak", ""):
        page.get_by_label("Aantal keer").fill(words)
        # What cannot be, counts as it stood; what has no name yet, gets one.
        (meeting,) = fitting(download(page)).meetings
        assert (meeting.times, meeting.hours, meeting.purposes) == (1, 1, ("beslissen",))
        assert meeting.participants == (Participant(name="Jeugdarts"),)
        assert meeting.name.startswith("Overleg zonder naam (")
    page.get_by_label("Aantal keer").fill("vaak")

    def all_still_there() -> None:
        expect(page.get_by_label("Hoe heet het overleg?")).to_have_value("")
        expect(page.get_by_label("Aantal keer")).to_have_value("vaak")
        expect(page.get_by_label("Aantal uren")).to_have_value("25")
        expect(page.get_by_label("Functie")).to_have_value("Jeugdarts")
        expect(page.get_by_role("checkbox", name="Beslissen")).to_be_checked()

    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("overleggen: 1.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Vorige").click()
    all_still_there()
    page.reload()
    all_still_there()

    page.get_by_role("button", name="Klaar met dit overleg").click()
    expect(page.get_by_label("Hoe heet het overleg?")).to_be_focused()
    expect(page.get_by_text("Geef het overleg een naam.")).to_be_visible()
    page.keyboard.type("Regiegroep")
    expect(page.get_by_text("Geef het overleg een naam.")).to_be_hidden()
    page.get_by_role("button", name="Klaar met dit overleg").click()
    expect(page.get_by_label("Aantal keer")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(".5")
    page.get_by_label("Aantal uren").fill("2,5")
    page.get_by_role("button", name="Klaar met dit overleg").click()
    expect(page.get_by_text("0,5 keer per maand, 2,5 uur")).to_be_visible()

    page.get_by_role("button", name="Overleg toevoegen").click()
    page.keyboard.type("regiegroep ")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Zo heet er al een.")).to_be_visible()
    page.get_by_role("button", name="Wis mijn antwoorden").click()
    page.get_by_role("button", name="Ja, wis ze").click()
    expect(page.get_by_text("De antwoorden zijn van dit apparaat gewist.")).to_be_visible()
    assert "egiegroep" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    page.reload()
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    assert "egiegroep" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_no_barriers(meeting_form, no_barriers):
    page = meeting_form()

    def check() -> None:
        for width in (1280, 390):
            for scheme in ("light", "dark"):
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                no_barriers(page)

    page.get_by_label("Hoe heet het overleg?").fill("Casusoverleg")
    page.get_by_label("Functie").fill("Jeugdarts")
    page.get_by_role("button", name="Voeg toe", exact=True).click()
    page.get_by_role("button", name="Overleg toevoegen").click()
    page.get_by_label("Hoe heet het overleg?").fill("Casusoverleg")
    page.get_by_label("Aantal keer").fill("0")
    page.get_by_role("button", name="Klaar met dit overleg").click()
    check()
    page.get_by_role("button", name="Verwijder Casusoverleg").click()
    page.get_by_role("button", name=re.compile("^Verwijder$")).click()
    check()
