"""A team's answers come together on screen and are seen two ways, side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from ketenspiegel.answers import AnswerSheet, write_answer_sheet
from ketenspiegel.forms.intake import MAX_UPLOAD

EXAMPLES = Path(__file__).parents[2] / "assessments" / "voorbeelden" / "ketensamenwerking"


def sheet(role, **changes):
    answers = {"regie-knoop": 1, "regie-koers": 2}
    return AnswerSheet(
        question_set="ketensamenwerking", question_set_version="1.0", role=role, answers=answers, **changes
    )


def use_examples(page):
    page.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(page.get_by_text("Antwoordbladen bij elkaar: 26.")).to_be_visible()
    expect(page.locator("svg.marks")).to_have_count(2)


def test_own_files_and_the_examples_come_together(comparison, tmp_path):
    page = comparison()
    files = [write_answer_sheet(sheet(role), tmp_path) for role in ("inwoner", "professional", "bestuurder")]
    page.get_by_label("Kies bestanden").set_input_files(files)
    expect(page.get_by_text("Antwoordbladen bij elkaar: 3.")).to_be_visible()
    page.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(page.get_by_text("Antwoordbladen bij elkaar: 29.")).to_be_visible()
    expect(
        page.get_by_text("Bestuurder: 4, Beleidsambtenaar: 5, Professional: 9, Ketenpartner: 6, Inwoner: 5")
    ).to_be_visible()
    page.get_by_label("Gemeente").select_option("Eikendal (verzonnen)")
    expect(page.locator("svg.marks").nth(1)).to_contain_text("Regie")


def test_both_views_stand_side_by_side_on_a_wide_screen_and_below_each_other_on_a_phone(comparison):
    for width, beside in ((1280, True), (390, False)):
        page = comparison(width=width)
        use_examples(page)
        left, right = (
            page.get_by_role("heading", name=name).bounding_box()
            for name in ("Het gemiddelde", "De verschillende werkelijkheden")
        )
        assert (abs(left["y"] - right["y"]) < 20) == beside
        for number in range(2):
            chart = page.locator("svg.marks").nth(number).bounding_box()
            assert chart["x"] >= 0
            assert chart["x"] + chart["width"] <= width


def test_a_mean_that_hides_a_split_is_visible_as_such(comparison):
    page = comparison()
    use_examples(page)
    left, right = page.locator("svg.marks").nth(0), page.locator("svg.marks").nth(1)
    assert left.get_by_text("2,9 oranje").count() == 2
    expect(right.get_by_text("twee kampen bij 4 van 5")).to_be_visible()
    expect(page.get_by_text("Standaardadvies: Versterk de regie.")).to_be_visible()
    expect(page.get_by_text("past bij bijna niemand").first).to_be_visible()
    # The dashed line of the mean stands in a valley: the bar below it is the lowest of the five.
    bars = page.evaluate("""() => {
      const group = document.querySelectorAll("svg.marks")[1].querySelectorAll("g.mark-rect.role-mark")[1];
      const heights = {};
      for (const bar of group.querySelectorAll("path")) {
        const box = bar.getBoundingClientRect();
        heights[Math.round(box.x)] = (heights[Math.round(box.x)] ?? 0) + box.height;
      }
      return Object.keys(heights).sort((a, b) => a - b).map((x) => heights[x]);
    }""")
    assert len(bars) == 6
    assert bars[2] == min(bars[:5])


def test_one_theme_shows_its_statements(comparison):
    page = comparison()
    use_examples(page)
    page.get_by_label("Kijk naar").select_option("Regie")
    expect(page.locator("svg.marks").nth(1).get_by_text("Ik weet wie in deze keten de knoop")).to_be_visible()
    page.get_by_text("De tabel bij dit beeld").nth(1).click()
    expect(page.get_by_role("rowheader", name="Ik weet wie in deze keten de knoop doorhakt").first).to_be_visible()


def test_remarks_are_shown_without_role(comparison):
    page = comparison()
    use_examples(page)
    page.get_by_text("Opmerkingen bij de stellingen").click()
    remark = page.get_by_text("Dit staat helder in het convenant.")
    expect(remark).to_be_visible()
    assert "estuurder" not in remark.locator("xpath=..").inner_text()


def test_damaged_uploads_are_listed_and_the_rest_stays(comparison, tmp_path):
    page = comparison()
    use_examples(page)
    (tmp_path / "stuk.json").write_text('{"format": "ketenspiegel-antw')
    (tmp_path / "nieuwer.json").write_text(
        sheet("inwoner").model_copy(update={"question_set_version": "9.0"}).model_dump_json()
    )
    (tmp_path / "groot.csv").write_bytes(b"x" * (MAX_UPLOAD + 1))
    (tmp_path / "<img src=x onerror=alert(1)>.json").write_text("[]")
    page.get_by_label("Kies bestanden").set_input_files(sorted(tmp_path.iterdir()))
    expect(page.get_by_text("Geweigerd (4)")).to_be_visible()
    expect(page.get_by_text("stuk.json: Dit bestand is beschadigd of is geen antwoordblad.")).to_be_visible()
    expect(page.get_by_text("nieuwer.json: Dit antwoordblad hoort bij een nieuwere versie")).to_be_visible()
    expect(page.get_by_text("groot.csv: Dit bestand is te groot: hoogstens 8 MB.")).to_be_visible()
    expect(page.get_by_text("<img src=x onerror=alert(1)>.json: Dit is geen antwoordblad")).to_be_visible()
    expect(page.get_by_text("Antwoordbladen bij elkaar: 26.")).to_be_visible()
    page.get_by_role("button", name="Maak leeg").click()
    expect(page.get_by_text("Antwoordbladen bij elkaar: 0.")).to_be_visible()


def test_a_folder_with_answers(comparison, tmp_path):
    for role in ("inwoner", "professional"):
        write_answer_sheet(sheet(role), tmp_path / "team" / role)
    page = comparison()
    page.get_by_label("Kies een map").set_input_files(tmp_path / "team")
    expect(page.get_by_text("Antwoordbladen bij elkaar: 2.")).to_be_visible()
    expect(page.get_by_text("minder dan 3 antwoordbladen")).to_be_visible()


def test_a_survey_table_with_columns_to_explain(comparison, tmp_path):
    rows = ["Naam,Functie,Vraag 1,regie-koers", "Jansen,a,Eens,Oneens", "Smit,b,Oneens,Eens", "Bos,c,Eens,4"]
    (tmp_path / "export.csv").write_text("\n".join(rows), encoding="utf-8")
    page = comparison()
    page.get_by_label("Kies bestanden").set_input_files(tmp_path / "export.csv")
    expect(page.get_by_role("heading", name="Wat betekent dit in uw tabel?")).to_be_visible()
    expect(page.get_by_text("Weggelaten, omdat er persoonsgegevens in staan: Naam.")).to_be_visible()
    page.get_by_label("Vraag 1").select_option("Ik weet wie in deze keten de knoop doorhakt.")
    page.get_by_label("Rol voor wie er geen rol staat").select_option("Bestuurder")
    page.get_by_role("button", name="Lees opnieuw").click()
    expect(page.get_by_text("Antwoordbladen bij elkaar: 3.")).to_be_visible()
    assert "Jansen" not in page.content()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(comparison, no_barriers, width, scheme):
    page = comparison(width=width, scheme=scheme)
    no_barriers(page)
    use_examples(page)
    for details in page.locator("details > summary").all():
        details.click()
    no_barriers(page)
