"""People draw a map, with a pointer and by keyboard, and lose nothing; a team looks at its maps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ketenspiegel.answers import check_fit, read_answer_sheet
from ketenspiegel.questions import load_question_set

QUESTIONS = load_question_set("invloedskaart")


@pytest.fixture
def map_form(server, open_page):
    def make(page: Page | None = None, **options: object) -> Page:
        page = page or open_page(**options)
        page.goto(f"{server}voila/render/assessments/invloedskaart.ipynb")
        expect(page.get_by_role("heading", name="Invloedskaart", exact=True)).to_be_visible()
        page.get_by_role("radio", name=re.compile("^Professional ")).check()
        page.get_by_role("button", name="Begin", exact=True).click()
        expect(page.locator(".ks-map")).to_be_visible()
        return page

    return make


def drag(page: Page, source: str, target: str) -> None:
    page.locator(".ks-map").scroll_into_view_if_needed()
    start, end = (page.locator(f"[data-factor={each}]").bounding_box() for each in (source, target))
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + 10, steps=5)
    page.mouse.up()


def arrows(sheet) -> list[tuple[str, str, int]]:
    return [(arrow.source, arrow.target, arrow.strength) for arrow in sheet.influences.arrows]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_arrows_are_drawn_by_dragging(width, scheme, map_form, download, no_barriers):
    page = map_form(width=width, scheme=scheme)
    drag(page, "overleg", "werkdruk")
    expect(page.get_by_text("Op de kaart gezet: Meer overleg → meer werkdruk (matig).")).to_be_visible()
    drag(page, "werkdruk", "overleg")
    page.get_by_role("radio", name="minder overleg").check()
    page.get_by_role("radio", name="sterk", exact=True).check()
    expect(page.get_by_role("button", name="Meer werkdruk → minder overleg (sterk)")).to_be_visible()
    expect(page.locator(".ks-arrow")).to_have_count(2)
    no_barriers(page)
    sheet = read_answer_sheet(download(page))
    check_fit(sheet, QUESTIONS)
    assert arrows(sheet) == [("overleg", "werkdruk", 2), ("werkdruk", "overleg", -3)]


def test_the_same_map_by_keyboard_with_own_factors(map_form, download):
    page = map_form(width=390)
    page.get_by_text("Factoren weglaten, toevoegen of anders noemen").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Een factor erbij").focus()
    page.keyboard.type("Personeelsverloop")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Toegevoegd: Personeelsverloop.")).to_be_visible()
    page.get_by_role("button", name="Laat ‘Regie’ weg, met de pijlen eraan").press("Enter")
    expect(page.locator("[data-factor=regie]")).to_have_count(0)
    page.get_by_label("Wat werkt er?").press("P")
    page.get_by_label("Waarop werkt het?").press("W")
    assert page.get_by_label("Wat werkt er?").input_value() == "own-personeelsverloop"
    target = page.get_by_label("Waarop werkt het?").input_value()
    page.get_by_role("button", name="Zet op de kaart").press("Enter")
    expect(page.locator(".ks-arrow")).to_have_count(1)
    sheet = read_answer_sheet(download(page))
    check_fit(sheet, QUESTIONS)
    assert sheet.influences.names == {"own-personeelsverloop": "Personeelsverloop"}
    assert sheet.influences.dropped == ("regie",)
    assert arrows(sheet) == [("own-personeelsverloop", target, 2)]


def test_nothing_is_lost_and_a_step_can_be_undone(map_form, open_page, download):
    page = map_form()
    drag(page, "regie", "overleg")
    page.get_by_role("button", name="Haal van de kaart").click()
    expect(page.locator(".ks-arrow")).to_have_count(0)
    page.get_by_role("button", name="Maak de laatste stap ongedaan").click()
    expect(page.locator(".ks-arrow")).to_have_count(1)
    page.reload()
    expect(page.get_by_role("button", name="Meer regie → meer overleg (matig)")).to_be_visible()
    page.get_by_text("Factoren weglaten, toevoegen of anders noemen").click()
    page.get_by_label("Naam van de factor ‘Regie’").fill("Sturing")
    page.get_by_label("Naam van de factor ‘Regie’").press("Tab")
    expect(page.get_by_role("button", name="Meer ‘Sturing’ → meer overleg (matig)")).to_be_visible()
    kept = download(page)
    other = map_form(open_page())
    other.get_by_text("Factoren weglaten, toevoegen of anders noemen").click()
    other.get_by_label("Neem de factoren over uit een bestand").set_input_files(kept)
    expect(other.locator("[data-factor=regie]")).to_contain_text("Sturing")
    expect(other.locator(".ks-arrow")).to_have_count(0)


def test_a_team_steps_through_loops_and_tries_an_intervention_of_its_own(server, open_page):
    page = open_page()
    page.goto(f"{server}voila/render/assessments/invloedskaart-vergelijken.ipynb")
    page.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    chart = page.locator(".ks-view", has=page.get_by_role("heading", name="Wat beïnvloedt wat, volgens wie?"))
    chart.get_by_label("Bekijk").select_option("Kring 1: versterkt zichzelf")
    expect(chart.locator("svg.marks").get_by_text("dit versterkt zichzelf").first).to_be_visible()
    page.get_by_role("button", name="Probeer een eigen ingreep").click()
    page.get_by_label("Wat verandert u?").select_option("Overleg")
    page.get_by_label("Meer of minder?").select_option("minder")
    page.get_by_label("Wat moet er beter van worden?").select_option("Wachttijd")
    page.get_by_role("button", name="Probeer deze ingreep").click()
    expect(page.get_by_label("Kijk naar")).to_have_value(re.compile("."))
    expect(page.get_by_role("listitem").filter(has_text="Minder overleg: kortere wachttijd op")).to_be_visible()
