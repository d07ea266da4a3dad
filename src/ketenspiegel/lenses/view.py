"""The answer of one lens, the same kind for every lens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ketenspiegel.language import Language

if TYPE_CHECKING:
    import pandas

    from ketenspiegel.charts.style import Picture

Row = Mapping[str, Any]


@dataclass(frozen=True)
class View:
    """What one lens shows of a set of answers.

    Attributes
    ----------
    lens
        The name of the lens; the chart in ``charts/`` has the same name.
    title, summary
        A heading, and the picture in words: its text alternative.
    rows
        Tidy rows that the chart is drawn from.
    columns, table_rows
        The table for people: column headings by key, and its rows.
    findings
        What the lens itself concludes, as sentences.
    questions
        Conversation questions: what this picture gives a team to talk about.
    notes
        What the picture leaves out, such as groups too small to show.
    """

    lens: str
    title: str
    summary: str
    rows: Sequence[Row]
    columns: Mapping[str, str]
    table_rows: Sequence[Row]
    findings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: Language = "nl"

    def chart(self) -> Picture:
        """Draw the view; at most 350 pixels wide, so that it fits a phone."""
        draw = import_module(f"ketenspiegel.charts.{self.lens}").draw
        picture: Picture = draw(self)
        return picture

    def spec(self) -> dict[str, Any]:
        """Give the chart as Vega-Lite, without checking it against the schema: a first chart is then seconds sooner.

        The tests check every chart against the schema.
        """
        from altair.utils.schemapi import debug_mode

        with debug_mode(False):
            spec: dict[str, Any] = self.chart().to_dict(validate=False)
        return spec

    def table(self) -> list[dict[str, Any]]:
        """Give the table for people: a row per line, keyed by column heading."""
        return [{heading: row.get(key) for key, heading in self.columns.items()} for row in self.table_rows]

    def to_frame(self) -> pandas.DataFrame:
        """Give the tidy rows as a pandas table (needs the extra ``tables``)."""
        import pandas

        return pandas.DataFrame.from_records([dict(row) for row in self.rows])
