"""The book is plain Dutch: measured by a published formula, so that what stands out is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readability import Reading, of_page, sentences, syllables_in

BOOK = Path(__file__).parents[1] / "book"
# Lists of sources and of parts are no running text.
LEFT_OUT = {"over/literatuur", "over/onderdelen"}
PAGES = sorted(
    page
    for page in (path.relative_to(BOOK).with_suffix("").as_posix() for path in BOOK.glob("*/*.md"))
    if page not in LEFT_OUT
)
# Douma calls 60 to 70 normal; about the language of the seventh year of school then.
LOWEST = 60
LONGEST_MEAN, LONG, MOST_LONG = 14, 25, 0.05


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_easily(page, site):
    found = of_page((site / f"{page}.html").read_text(encoding="utf-8"))
    long = found.longer_than(LONG)
    told = f"{page}: score {found.score:.0f}, {found.words_per_sentence:.1f} words a sentence; long: {long}"
    assert found.score >= LOWEST, told
    assert found.words_per_sentence <= LONGEST_MEAN, told
    assert len(long) <= MOST_LONG * len(found.sentences), told


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("de", 1), ("gemeente", 3), ("overleggen", 4), ("regie", 2), ("creatie", 3), ("nieuwe", 2), ("beïnvloeden", 4)],
)
def test_syllables(word, syllables):
    assert syllables_in(word) == syllables


def test_sentences():
    text = "Dat zei Hood (Hood, 2006). Volgens Verweij e.a. niet: er zijn drie wegen. ‘Waarom?’ Dat weet niemand zeker."
    assert len(sentences(text)) == 3


def test_the_formula():
    found = Reading(("De kat zat op de mat.", "De hond lag in de mand."))
    assert found.score == pytest.approx(206.8 - 0.93 * 6 - 77)


def test_hard_text_scores_low():
    hard = (
        "De verantwoordelijkheidsverdeling tussen samenwerkingsverbanden impliceert organisatieoverstijgende afstemming"
    )
    assert Reading((hard,)).score < 0
