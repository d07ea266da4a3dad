"""Two pictures of the same seats: a table with the hours that they take, and a network of who is tied through whom."""

from __future__ import annotations

import altair as alt

from ketenspiegel.charts.meetings_network import network
from ketenspiegel.charts.meetings_table import table
from ketenspiegel.charts.style import Picture, Tables, finish, nothing_to_draw
from ketenspiegel.language import translator
from ketenspiegel.lenses.view import View


def draw(view: View) -> Picture:
    """Draw the table above the network."""
    say = translator(view.language)
    if not view.rows:
        return nothing_to_draw(say("Nog geen overleggen met deelnemers"), view.summary)
    tables = Tables()
    pictures = [table(view.rows, tables, view.language), network(view.rows, tables, view.language)]
    return finish(tables.give(alt.vconcat(*pictures, spacing=20)), view.summary)
