"""Read the cells of a CSV or Excel file, whoever wrote it; no pandas needed, so that it works in a browser too."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from itertools import islice
from typing import Any

from ketenspiegel.language import Language, translator

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_ROWS = 100_000


class TableError(ValueError):
    """A file that cannot be read as a table; the message is for the person who opened it."""


def read_table(name: str, contents: bytes, language: Language = "nl") -> list[list[str]]:
    """Read all cells of a table as text, first row first.

    Parameters
    ----------
    name
        The file's name; its ending tells CSV from Excel.
    contents
        The file, at most ``MAX_BYTES`` long and ``MAX_ROWS`` rows. CSV may be separated by comma, semicolon or tab
        and be written in UTF-8, UTF-16 or Windows-1252.
    language
        The reader's language.

    Raises
    ------
    TableError
        When it is too large or damaged, or when Excel files cannot be read here.

    Examples
    --------
    >>> read_table("export.csv", "rol;regie-koers\\ninwoner;4".encode())
    [['rol', 'regie-koers'], ['inwoner', '4']]
    """
    say = translator(language)
    if len(contents) > MAX_BYTES:
        raise TableError(say("Dit bestand is te groot: hoogstens {limit} MB.").format(limit=MAX_BYTES // 10**6))
    rows = _excel(contents, language) if name.lower().endswith(".xlsx") else _csv(contents, language)
    if len(rows) > MAX_ROWS:
        raise TableError(say("Deze tabel heeft te veel rijen: hoogstens {limit}.").format(limit=MAX_ROWS))
    return rows


def _csv(contents: bytes, language: Language) -> list[list[str]]:
    say = translator(language)
    text = _decoded(contents)
    if "\0" in text:
        raise TableError(say("Dit bestand is beschadigd of is geen tabel."))
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(islice(csv.reader(io.StringIO(text), delimiter=delimiter), MAX_ROWS + 1))
    except csv.Error:
        raise TableError(say("Dit bestand is beschadigd of is geen tabel.")) from None


def _decoded(contents: bytes) -> str:
    if contents.startswith((b"\xff\xfe", b"\xfe\xff")):
        return contents.decode("utf-16", errors="replace")
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        return contents.decode("cp1252", errors="replace")


def _excel(contents: bytes, language: Language) -> list[list[str]]:
    say = translator(language)
    try:
        import openpyxl
    except ImportError:
        raise TableError(
            say("Excel lezen kan hier niet. Bewaar de tabel als CSV, of open Ketenspiegel op uw eigen computer.")
        ) from None
    try:
        with zipfile.ZipFile(io.BytesIO(contents)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                raise TableError(say("Deze tabel is uitgepakt te groot."))
        book = openpyxl.load_workbook(io.BytesIO(contents), read_only=True, data_only=True)
        return [_texts(row) for row in islice(book.worksheets[0].iter_rows(values_only=True), MAX_ROWS + 1)]
    except TableError:
        raise
    except Exception:  # openpyxl raises what its parsers raise: a damaged file can fail anywhere
        raise TableError(say("Dit bestand is beschadigd of is geen tabel.")) from None


def _texts(row: Iterable[Any]) -> list[str]:
    return ["" if cell is None else _text(cell) for cell in row]


def _text(cell: Any) -> str:
    """Write a number with a decimal comma, which nobody takes for a mark between thousands."""
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
