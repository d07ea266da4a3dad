"""How hard a text is to read, after the formula that Douma made of Flesch's for Dutch."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

# What is no running text: figures, apps, tables, names of sources, what a term links to.
NO_TEXT = (
    "figure, table, script, noscript, form, iframe, .ks-app, .ks-talk, .headerlink, .bibliography, details, pre, svg"
)
_SYLLABLE = re.compile(r"aai|eeu|ieu|oei|ooi|aa|ee|oo|uu|ie|eu|oe|ui|ou|au|ei|ij|[aeiouyáéíóúàèäëïöü]")


@dataclass(frozen=True)
class Reading:
    """The sentences of a text, and what follows from them."""

    sentences: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """All words, without signs."""
        return [word for sentence in self.sentences for word in words(sentence)]

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence, in words."""
        return len(self.words) / len(self.sentences)

    @property
    def score(self) -> float:
        """Flesch-Douma: 206.8 - 0.93 x words per sentence - 0.77 x syllables per hundred words; high is easy.

        Douma calls 60 to 70 normal, 45 to 60 fairly hard, 70 to 80 fairly easy.

        References
        ----------
        Douma, W. H. (1960). De leesbaarheid van landbouwbladen. Landbouwhogeschool Wageningen. As given in De Taalgids
        1977, https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php
        """
        syllables = sum(map(syllables_in, self.words)) / len(self.words)
        return 206.8 - 0.93 * self.words_per_sentence - 77 * syllables

    def longer_than(self, most: int) -> list[str]:
        """Give the sentences with more words than this."""
        return [sentence for sentence in self.sentences if len(words(sentence)) > most]


def of_page(html: str) -> Reading:
    """Read the running text of a built page."""
    article = BeautifulSoup(html, "html.parser").find("article")
    for part in article.select(NO_TEXT):
        part.decompose()
    blocks = [block.get_text(" ", strip=True) for block in article.select("p, dd, li") if not block.find(["p", "li"])]
    return Reading(tuple(sentence for block in blocks for sentence in sentences(block)))


def sentences(text: str) -> list[str]:
    """Divide a text into sentences; a reference in brackets is no part of one."""
    plain = re.sub(r"\s*\([^()]*\d{4}[^()]*\)|\s*\(z\.j\.\)", "", re.sub(r"\s+", " ", text))
    plain = re.sub(r"\b(e\.a|z\.j|bijv|nr|blz|J|dr|mr)\.", r"\1", plain)
    found = re.split(r"(?<=[.!?:;])['’”]?\s+(?=[A-Z‘'“\d])", plain)
    return [sentence for sentence in found if len(words(sentence)) > 2]


def words(text: str) -> list[str]:
    """Give the words of a text."""
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)


def syllables_in(word: str) -> int:
    """Count the vowels of a word as they are heard: "ui" and "ieu" are one, "ea" and "eï" are two."""
    return max(1, len(_SYLLABLE.findall(word.lower())))
