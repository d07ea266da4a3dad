"""Every screen text exists in both languages, and the translations fill in the same values."""

from __future__ import annotations

import re

from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from ketenspiegel.language import decimal, translator

FIELDS = re.compile(r"\{\w+\}")


def said(root):
    words = {"say": None, "_say": None, "mark": None}
    found = extract_from_dir(root / "src" / "ketenspiegel", [("**.py", "python")], keywords=words)
    return {message for _, _, message, _, _ in found}


def catalogue(root, language="en", domain="ketenspiegel"):
    path = root / "src/ketenspiegel/locale" / language / "LC_MESSAGES" / f"{domain}.po"
    return path, read_po(path.open("rb"))


def test_every_text_is_translated_and_none_is_left_over(root):
    _, translations = catalogue(root)
    known = {message.id for message in translations if message.id and message.string}
    assert said(root) == known


def test_translations_fill_in_the_same_values(root):
    _, translations = catalogue(root)
    for message in translations:
        if message.id:
            assert set(FIELDS.findall(message.id)) == set(FIELDS.findall(message.string)), message.id


def test_what_is_installed_was_made_from_the_catalogue(root):
    for language, domain in (("en", "ketenspiegel"), ("nl", "sphinx")):
        path, translations = catalogue(root, language, domain)
        with path.with_suffix(".mo").open("rb") as file:
            installed = {message.id: message.string for message in read_mo(file) if message.id}
        assert installed == {message.id: message.string for message in translations if message.id}, "install again"


def test_an_unknown_text_stays_dutch():
    assert translator("en")("Dit staat in geen lijst.") == "Dit staat in geen lijst."


def test_numbers_are_written_as_the_reader_does():
    assert [decimal(-0.046, language, 2) for language in ("nl", "en")] == ["−0,05", "−0.05"]
