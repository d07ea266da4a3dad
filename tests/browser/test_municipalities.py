"""Municipalities are compared in a real browser: from the server and in the page itself."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from ketenspiegel.questions import load_question_set

EXAMPLES = "Gebruik de verzonnen voorbeelden"
VIEWS = 6


@pytest.fixture
def opened(server, open_page):
    def make(**options):
        page = open_page(**options)
        page.goto(f"{server}voila/render/assessments/gemeenten-vergelijken.ipynb")
        expect(page.get_by_text("Kies de antwoordbladen van meerdere gemeenten")).to_be_visible()
        return page

    return make


@pytest.fixture
def own_table(tmp_path):
    """Six made-up municipalities, of which one lacks a value."""
    path = tmp_path / "cijfers.csv"
    path.write_text(
        "gemeente;inwoners;wachttijd (weken);wijkteam;tevreden (%)\n"
        "Eikendal;31.400;3,5;ja;81\n"
        "Noordhaven;121.300;4;ja;78\n"
        "Westerveen;18.200;9;nee;52\n"
        "Kwartelstad;88.700;8,5;nee;49\n"
        "Merelveste;24.900;3;ja;84\n"
        "Duinakker;49.400;;ja;80\n",
        encoding="utf-8",
    )
    return path


def test_both_ways_of_the_example_on_a_phone(opened, no_barriers):
    page = opened(width=390, scheme="dark")
    page.get_by_role("button", name=EXAMPLES).click()
    expect(page.get_by_text("Gemeenten bij elkaar: 14.")).to_be_visible(timeout=30_000)
    expect(page.locator("svg.marks")).to_have_count(VIEWS, timeout=30_000)
    expect(page.get_by_text("In Bevermonde, Lijsterwaard en Noordhaven is er een andere weg")).to_be_visible()
    expect(page.get_by_text("Verzonnen voorbeeld: deze gemeenten bestaan niet.")).to_be_visible()
    page.get_by_text("Verander wat u veel noemt").click()
    no_barriers(page)


def test_what_is_chosen_changes_what_is_said(opened):
    page = opened()
    page.get_by_role("button", name=EXAMPLES).click()
    expect(page.locator("svg.marks")).to_have_count(VIEWS, timeout=30_000)
    expect(page.get_by_text("Duinakker en Spechtrade lijken op elkaar").first).to_be_visible()
    page.get_by_label("Uw gemeente").select_option("Hazelmonde")
    expect(page.get_by_text("Hazelmonde en Bevermonde lijken op elkaar").first).to_be_visible()
    expect(page.get_by_text("Duinakker en Spechtrade lijken op elkaar")).to_have_count(0)

    page.get_by_text("Verander wat u veel noemt").click()
    page.get_by_label("Hoe streng?").fill("0.99")
    expect(page.get_by_text("Geen enkele combinatie gaat hier steeds genoeg gepaard")).to_be_visible()
    page.get_by_label("Hoe streng?").fill("0.8")
    expect(page.get_by_text("Er is hier dus niet één weg naar")).to_be_visible()

    meetings = page.get_by_role("group", name="Wanneer is het veel: Overlegdruk (uren per maand)")
    meetings.get_by_label("De grens").fill("20")
    expect(meetings.get_by_text("Vul drie getallen in die oplopen")).to_be_visible()
    meetings.get_by_label("De grens").fill("12.5")
    expect(meetings.get_by_text("Vul drie getallen in")).to_have_count(0)
    expect(page.get_by_text("De grens van uzelf", exact=False).or_(page.get_by_text("12,5")).first).to_be_visible()
    meetings.get_by_role("button", name="Terug naar het voorstel").click()
    expect(meetings.get_by_label("De grens")).to_have_value("9")
    expect(meetings.get_by_role("button", name="Terug naar het voorstel")).to_be_focused()

    page.get_by_role("radio", name="een lage score op ‘rapportcijfer’").check()
    expect(page.get_by_role("heading", name="Welke combinaties gaan samen met een lage score")).to_be_visible()


def test_a_choice_is_kept_saved_and_opened(opened, tmp_path):
    page = opened()
    page.get_by_role("button", name=EXAMPLES).click()
    expect(page.locator("svg.marks")).to_have_count(VIEWS, timeout=30_000)
    page.get_by_label("Uw gemeente").select_option("Noordhaven")
    page.get_by_label("Voorwaarde 3").select_option(label="geen")
    expect(page.get_by_label("Voorwaarde 3")).to_be_focused()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar deze keuze").click()
    kept = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(kept)
    choice = json.loads(kept.read_text(encoding="utf-8"))
    assert choice["own"] == "Noordhaven"
    assert choice["conditions"] == ["beweegredenen/understanding", "overlegkaart/load"]

    page.get_by_role("button", name="Begin de keuze opnieuw").click()
    expect(page.get_by_text("Kies wat u wilt begrijpen, en minstens twee voorwaarden.")).to_be_visible()
    page.get_by_label("Kies bestanden").set_input_files(kept)
    expect(page.get_by_label("Uw gemeente")).to_have_value("Noordhaven")
    expect(page.get_by_label("Voorwaarde 2")).to_have_value("overlegkaart/load")

    page.get_by_label("Uw gemeente").select_option("Eikendal")
    page.wait_for_timeout(600)
    page.reload()
    expect(page.get_by_text("Kies de antwoordbladen van meerdere gemeenten")).to_be_visible()
    stored = json.loads(page.evaluate("localStorage.getItem('ketenspiegel-vergelijking')"))
    assert (stored["own"], stored["conditions"]) == ("Eikendal", choice["conditions"])


def test_an_own_table(opened, own_table):
    page = opened()
    page.get_by_label("Kies bestanden").set_input_files(own_table)
    expect(page.get_by_text("Gemeenten bij elkaar: 6.")).to_be_visible()
    page.get_by_label("Wat wilt u begrijpen?").select_option(label="tevreden (%)")
    expect(page.get_by_role("heading", name="De ranglijst")).to_be_visible()
    page.get_by_label("Voorwaarde 1").select_option(label="wachttijd (weken)")
    page.get_by_label("Voorwaarde 2").select_option(label="wijkteam")
    expect(
        page.get_by_text("Duinakker doet niet mee: er is geen waarde voor ‘wachttijd (weken)’.").first
    ).to_be_visible()
    told = "In Eikendal, Merelveste en Noordhaven gaat een lage waarde voor ‘wachttijd (weken)’ samen met ‘wijkteam’"
    expect(page.get_by_text(told)).to_be_visible()
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.get_by_text("Kies de antwoordbladen van meerdere gemeenten")).to_be_visible()
    expect(page.locator("svg.marks")).to_have_count(0)


def test_three_municipalities_stand_beside_each_other(opened, tmp_path):
    items = list(load_question_set("quickscan").items)
    role = next(iter(load_question_set("quickscan").role_labels))
    rows = [f"{role};{town}" + ";2" * len(items) for town in ("Eikendal", "Noordhaven", "Westerveen") for _ in range(3)]
    table = tmp_path / "quickscan.csv"
    table.write_text("\n".join([";".join(["rol", "gemeente", *items]), *rows]), encoding="utf-8")
    page = opened()
    page.get_by_label("Kies bestanden").set_input_files([table, __file__])
    expect(page.get_by_text("Aantal gemeenten: 3. Combinaties vergelijken heeft pas zin vanaf 4")).to_be_visible()
    for town in ("Eikendal", "Noordhaven", "Westerveen"):
        expect(page.get_by_role("heading", name=f"{town}: ")).to_be_visible()
    expect(page.locator("svg.marks")).to_have_count(3)


def test_in_the_page_itself(visitor, static_site, in_the_page):
    page, frame = in_the_page(visitor(), name="Open hier", page="invullen/gemeenten-vergelijken.html")
    frame.get_by_role("button", name=EXAMPLES).click()
    expect(frame.get_by_text("Gemeenten bij elkaar: 14.")).to_be_visible(timeout=60_000)
    expect(frame.locator("svg.marks")).to_have_count(VIEWS, timeout=60_000)
    frame.get_by_label("Uw gemeente").select_option("Hazelmonde")
    expect(frame.get_by_text("Hazelmonde en Bevermonde lijken op elkaar").first).to_be_visible(timeout=30_000)
    with page.expect_download() as waiting:
        frame.get_by_role("button", name="Bewaar deze keuze").click()
    assert json.loads(waiting.value.path().read_text(encoding="utf-8"))["own"] == "Hazelmonde"
