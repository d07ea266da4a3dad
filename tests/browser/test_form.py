"""Three people fill in the form, each in their own way, and lose nothing."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from ketenspiegel.answers import AnswerSheet, check_fit, dump, read_answer_sheet
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set("ketensamenwerking")


def answer(page: Page, number: int, label: str) -> None:
    page.locator("fieldset", has_text=re.compile(rf"^{number}\. ")).get_by_text(label, exact=True).click()


def begin(page: Page, role: str) -> None:
    page.get_by_role("radio", name=re.compile(f"^{role} ")).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("heading", name="Thema 1 van 6")).to_be_visible()


def test_a_resident_fills_in_everything_on_a_phone(form, download):
    page = form(width=390)
    page.get_by_role("combobox", name="Gemeente").fill("almere")
    page.get_by_role("combobox", name="Keten").fill("jeugd")
    begin(page, "Inwoner")
    number = 0
    for theme in QUESTIONS.themes:
        for item in theme.items:
            if item.roles is None or "inwoner" in item.roles:
                number += 1
                answer(page, number, "Eens" if number % 3 else "Weet ik niet of niet van toepassing")
        page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("U hebt 28 van de 28 stellingen beantwoord.")).to_be_visible()
    sheet = read_answer_sheet(download(page))
    check_fit(sheet, QUESTIONS)
    assert set(sheet.answers) == {item.id for item in QUESTIONS.items_for("inwoner")}
    assert set(sheet.answers.values()) == {4, "unknown"}
    assert (sheet.municipality.name, sheet.municipality.code, sheet.chain, sheet.role) == (
        "Almere",
        "GM0034",
        "jeugd",
        "inwoner",
    )


def test_a_professional_uses_only_the_keyboard(form, download):
    page = form()
    keys = page.keyboard
    page.locator(".ks-form button").first.focus()
    for _ in range(40):
        keys.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    keys.press("Space")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(page.get_by_role("radio", name="Professional")).to_be_checked()
    keys.press("Tab")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Thema 1 van 6")).to_be_focused()
    for _ in range(10):
        keys.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    keys.press("Space")
    for _ in range(3):
        keys.press("ArrowRight")
    expect(page.get_by_text("1 van 30 beantwoord")).to_be_visible()
    for _ in range(3):
        keys.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Het doel is bij ons niet opgeschreven.")
    sheet = read_answer_sheet(download(page))
    assert sheet.role == "professional"
    assert sheet.answers == {"ketensamenwerking-doel": 4}
    assert sheet.remarks == {"ketensamenwerking-doel": "Het doel is bij ons niet opgeschreven."}


def test_an_executive_stops_half_way_and_goes_on_elsewhere(form, open_page, download):
    page = form()
    begin(page, "Bestuurder")
    answer(page, 1, "Helemaal eens")
    answer(page, 2, "Oneens")
    file = download(page)
    elsewhere = form(open_page())
    elsewhere.get_by_label("Open een bestand").set_input_files(file)
    expect(elsewhere.get_by_text("Het bestand is geopend (antwoorden: 2).")).to_be_visible()
    expect(elsewhere.get_by_role("radio", name="Helemaal eens").first).to_be_checked()
    answer(elsewhere, 3, "Eens")
    before, after = read_answer_sheet(file), read_answer_sheet(download(elsewhere))
    assert after.id == before.id
    assert after.answers == {**before.answers, "ketensamenwerking-verhaal": 4}


def test_closing_the_page_loses_nothing(form):
    page = form()
    begin(page, "Beleidsambtenaar")
    answer(page, 1, "Eens")
    form(page=page.context.new_page())
    again = page.context.pages[-1]
    expect(again.get_by_text("Eerder ingevuld op dit apparaat")).to_be_visible()
    again.get_by_role("button", name=re.compile("Beleidsambtenaar, antwoorden: 1")).click()
    expect(again.get_by_role("radio", name="Eens", exact=True).first).to_be_checked()
    page.reload()
    expect(page.get_by_role("heading", name="Thema 1 van 6")).to_be_visible()
    expect(page.get_by_text("Uw eerdere antwoorden staan er nog.")).to_be_visible()


def test_a_copy_is_kept_on_the_own_machine_until_it_is_wiped(form, own_folder):
    page = form()
    before = set(own_folder.glob("*.json"))
    begin(page, "Ketenpartner")
    answer(page, 1, "Oneens")
    page.wait_for_timeout(1000)
    (copy,) = set(own_folder.glob("*.json")) - before
    assert read_answer_sheet(copy).answers == {"ketensamenwerking-doel": 2}
    for _ in range(6):
        page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Wis deze antwoorden").click()
    page.get_by_role("button", name="Ja, wis ze").click()
    expect(page.get_by_text("De antwoorden zijn van dit apparaat gewist.")).to_be_visible()
    page.wait_for_timeout(1000)
    assert not copy.exists()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('ketenspiegel:')).length") == 0


def test_a_dead_kernel_does_not_stop_anybody(form, download):
    page = form()
    begin(page, "Inwoner")
    page.context.set_offline(True)
    answer(page, 1, "Eens")
    answer(page, 2, "Oneens")
    assert read_answer_sheet(download(page)).answers == {
        "ketensamenwerking-doel": 4,
        "ketensamenwerking-beweegreden": 2,
    }


def test_an_answer_and_a_remark_can_be_taken_back(form, download):
    page = form()
    begin(page, "Inwoner")
    answer(page, 1, "Eens")
    page.get_by_role("button", name="Wis het antwoord op stelling 1").click()
    expect(page.get_by_text("0 van 28 beantwoord")).to_be_visible()
    assert read_answer_sheet(download(page)).answers == {}


def test_without_a_role_the_form_says_what_is_missing(form):
    page = form()
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Kies eerst een rol. De andere vakken mag u leeg laten.")


GOOD = AnswerSheet(
    question_set="ketensamenwerking", question_set_version="1.0", role="inwoner", answers={"regie-koers": 2}
)


def changed(**changes):
    return json.dumps({**json.loads(dump(GOOD)), **changes})


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (dump(GOOD)[:50], "Dit bestand is beschadigd of is geen antwoordblad."),
        ('{"naam": "iets anders"}', "Dit is geen antwoordblad van Ketenspiegel."),
        (changed(question_set_version="7.0"), "hoort bij een nieuwere versie van de vragenlijst (7.0; hier is 1.0)"),
        (changed(answers={"regie-koers": 9}), "kies 1 tot en met 5"),
        (changed(answers={"weg": 1}), "De stelling ‘weg’ bestaat hier niet."),
        ("x" * 1_000_001, "Dit bestand is te groot: een antwoordblad is hoogstens 1 MB."),
    ],
)
def test_a_bad_file_is_refused_and_the_screen_stays(form, tmp_path, contents, message):
    page = form()
    begin(page, "Inwoner")
    answer(page, 1, "Eens")
    page.get_by_role("button", name="Vorige").click()
    (tmp_path / "bestand.json").write_text(contents, encoding="utf-8")
    page.get_by_label("Open een bestand").set_input_files(tmp_path / "bestand.json")
    expect(page.locator(".ks-status")).to_contain_text(message)
    expect(page.get_by_text("1 van 28 beantwoord")).to_be_visible()


def test_an_older_file_does_not_silently_replace_newer_answers(form, download):
    page = form()
    begin(page, "Inwoner")
    answer(page, 1, "Eens")
    older = download(page)
    answer(page, 2, "Eens")
    page.get_by_role("button", name="Vorige").click()
    page.get_by_label("Open een bestand").set_input_files(older)
    page.get_by_role("button", name="Nee, blijf bij deze antwoorden").click()
    expect(page.get_by_text("2 van 28 beantwoord")).to_be_visible()
    page.get_by_label("Open een bestand").set_input_files(older)
    page.get_by_role("button", name="Ja, open het oudere bestand").click()
    expect(page.get_by_text("1 van 28 beantwoord")).to_be_visible()


def test_the_file_just_saved_opens_without_a_question(form, download):
    page = form()
    begin(page, "Inwoner")
    answer(page, 1, "Eens")
    file = download(page)
    page.get_by_role("button", name="Vorige").click()
    page.get_by_label("Open een bestand").set_input_files(file)
    expect(page.get_by_text("Het bestand is geopend (antwoorden: 1).")).to_be_visible()


def test_in_english(form):
    page = form()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_text("From which role do you answer?")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^Resident ")).check()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_text("I can say in one sentence what this chain is for.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(form, no_barriers, width, scheme):
    page = form(width=width, scheme=scheme)
    no_barriers(page)
    begin(page, "Inwoner")
    answer(page, 1, "Eens")
    no_barriers(page)
    for _ in range(6):
        page.get_by_role("button", name="Volgende").click()
    no_barriers(page)
