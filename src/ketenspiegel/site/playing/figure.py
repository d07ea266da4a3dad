"""What a figure that a reader can move is: a picture at every setting of its controls, and the words for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import product

import altair as alt

from ketenspiegel.charts.style import Picture

Value = float | str


@dataclass(frozen=True)
class Control:
    """A slider (over numbers) or a list to choose from (of words).

    Attributes
    ----------
    name
        The name of the parameter in the chart, and of the field in its rows that holds the value: a plain word.
    label
        What the reader is told that it changes.
    shown
        Its values, and what the reader sees in the place of each; those of a slider go up in equal steps.
    start
        The value that it begins with.
    """

    name: str
    label: str
    shown: Mapping[Value, str]
    start: Value

    @property
    def values(self) -> tuple[Value, ...]:
        """All its values, in order."""
        return tuple(self.shown)

    @property
    def slides(self) -> bool:
        """Whether it is a slider."""
        return not isinstance(self.start, str)

    def parameter(self) -> alt.Parameter:
        """Give the parameter of the chart that it sets."""
        return alt.param(name=self.name, value=self.start, bind=self._binding())

    def chosen(self) -> str:
        """Give the expression that keeps the rows of the value it stands on."""
        if self.slides:
            return f"abs(datum.{self.name} - {self.name}) < 0.001"
        return f"datum.{self.name} == {self.name}"

    def _binding(self) -> alt.BindRange | alt.BindRadioSelect:
        if not self.slides:
            labels = list(self.shown.values())
            return alt.binding_select(name=self.label, options=list(self.values), labels=labels)
        low, high = float(self.values[0]), float(self.values[-1])
        step = round((high - low) / (len(self.values) - 1), 6)
        return alt.binding_range(name=self.label, min=low, max=high, step=step)


@dataclass(frozen=True)
class Figure:
    """A figure that a reader can move.

    Attributes
    ----------
    title, caption
        What it is about; what stands in it, that it is made up, and what there is to do.
    alternative
        What kind of picture it is, for who does not see it.
    controls
        What the reader moves.
    words
        Says what the picture shows when the controls stand on these values.
    draw
        Draws it, with the rows for every setting in it.
    """

    title: str
    caption: str
    alternative: str
    controls: tuple[Control, ...]
    words: Callable[..., str]
    draw: Callable[[], Picture]

    def settings(self) -> Iterator[tuple[Value, ...]]:
        """Give every way in which the controls can stand."""
        yield from product(*(control.values for control in self.controls))

    @property
    def start(self) -> tuple[Value, ...]:
        """How the controls stand at first."""
        return tuple(control.start for control in self.controls)


def load_figure(name: str) -> Figure:
    """Load a figure by its name.

    Raises
    ------
    ModuleNotFoundError
        When there is no such figure.
    """
    found: Figure = import_module(f"ketenspiegel.site.playing.{name}").FIGURE
    return found


def number(value: float, decimals: int = 1, signed: bool = False) -> str:
    """Write a number as Dutch readers write it.

    Examples
    --------
    >>> number(-0.84), number(2, 0), number(0.5, 2, signed=True), number(-0.001, 2, signed=True)
    ('−0,8', '2', '+0,50', '0,00')
    """
    rounded = round(value, decimals) or 0.0
    sign = "+" if signed and rounded > 0 else ""
    return f"{sign}{rounded:.{decimals}f}".replace("-", "−").replace(".", ",")
