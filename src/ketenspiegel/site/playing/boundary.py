"""A boundary that moves: eight made-up villages and the lines between them, step by step in fewer municipalities."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from ketenspiegel.charts.layout import LINE, across, down, texts
from ketenspiegel.charts.style import INK, POOLED_COLOUR, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.site.playing.figure import Control, Figure, Value

# Two rows of four villages.
VILLAGES = ("ABCD", "EFGH")
# The municipalities after every step: three mergers, and then a village that goes over to the neighbours.
STEPS = (
    ("AE", "B", "F", "CG", "DH"),
    ("AE", "BF", "CG", "DH"),
    ("ABEF", "CG", "DH"),
    ("ABEF", "CDGH"),
    ("ABCEF", "DGH"),
)
MERGERS = 3
LINES = ("AB", "AE", "AF", "BC", "BF", "BG", "CD", "CG", "CH", "DH", "EF", "FG", "GH")

# In pixels: how far villages are apart, how much of that a municipality leaves free, a village, and a line counted.
APART, FREE, VILLAGE, UNIT = WIDTH / 4, 7, 26, WIDTH / len(LINES)
TOP = 4
BOTTOM = TOP + len(VILLAGES) * APART
BAR, THICK = BOTTOM + 42, 20

Kind = Literal["within", "between"]
Rows = list[dict[str, Any]]


def kinds(step: int) -> dict[str, Kind]:
    """Say of every line whether it stays within one municipality or runs between two.

    Examples
    --------
    >>> kinds(0)["BF"], kinds(1)["BF"]
    ('between', 'within')
    """
    return {line: "within" if any(set(line) <= set(each) for each in STEPS[step]) else "between" for line in LINES}


def count(step: int, kind: Kind) -> int:
    """Count the lines within municipalities, or those between them."""
    return list(kinds(step).values()).count(kind)


def changed(step: int) -> dict[str, Kind]:
    """Give the lines that this step changed, with what they became."""
    before = kinds(max(step - 1, 0))
    return {line: kind for line, kind in kinds(step).items() if before[line] != kind}


def words(step: int) -> str:
    """Say how many municipalities there are, what this step changed, and how many lines are within and between."""
    became = list(changed(step).values())
    municipalities = f"{len(STEPS[step])} gemeenten"
    lines = f"{count(step, 'within')} lijnen lopen binnen een gemeente en {count(step, 'between')} ertussen"
    if not step:
        return f"Vóór de fusies zijn er {municipalities}. {lines}: samen {len(LINES)}."
    came, went = became.count("within"), became.count("between")
    moved = f"{_lines(came)} van buiten naar binnen"
    if step > MERGERS:
        return (
            f"Dorp C gaat over naar de buren. Er blijven {municipalities}. {moved}, maar {went} van binnen naar "
            f"buiten. {lines}: samen nog steeds {len(LINES)}."
        )
    merged = "1 fusie" if step == 1 else f"{step} fusies"
    return f"Na {merged} zijn er {municipalities}. {moved}. {lines}: samen nog steeds {len(LINES)}."


def draw() -> Picture:
    """Draw the municipalities as patches, the villages and their lines on them, and below it the count of lines."""
    tables = Tables()
    height = BAR + THICK + 6
    place = {"x": across(), "x2": "x2:Q", "y": down(height), "y2": "y2:Q"}
    middle = {"x": alt.XValue(alt.expr("datum.x")), "y": alt.YValue(alt.expr("datum.y"))}
    patches = alt.Chart(tables.add(_patches())).transform_filter(STEP.chosen())
    drawn = alt.Chart(tables.add(_drawn())).transform_filter(STEP.chosen())
    counted = alt.Chart(tables.add(_counted())).transform_filter(STEP.chosen())
    villages = alt.Chart(tables.add(_villages()))
    colour = alt.Color("colour:N", scale=None)
    parts = [
        patches.mark_rect(color=POOLED_COLOUR, opacity=0.3).encode(**place),
        *(
            drawn.transform_filter(f"datum.kind == '{kind}'")
            .mark_rule(strokeDash=dash, strokeCap="butt")
            .encode(**place, color=colour, strokeWidth=alt.StrokeWidth("width:Q", scale=None))
            for kind, dash in (("within", [1, 0]), ("between", [5, 4]))
        ),
        villages.mark_circle(size=VILLAGE**2, color="white", stroke=INK, strokeWidth=1.5, opacity=1).encode(**middle),
        counted.mark_rect().encode(**place, color=colour),
        texts(tables.add(_letters()), align="center", baseline="middle", fontWeight="bold", color="#222"),
        *(
            texts(tables.add(_counts(kind)), align=side, fontWeight="bold", fontSize=13).transform_filter(STEP.chosen())
            for kind, side in _SIDES.items()
        ),
        texts(tables.add(_news())).transform_filter(STEP.chosen()),
    ]
    chart = alt.layer(*parts, width=WIDTH, height=height)
    return finish(tables.give(chart.add_params(STEP.parameter())), ALTERNATIVE)


def _lines(number: int) -> str:
    return "1 lijn ging" if number == 1 else f"{number} lijnen gingen"


def _middle(village: str) -> tuple[float, float]:
    row = next(at for at, names in enumerate(VILLAGES) if village in names)
    return APART * (VILLAGES[row].index(village) + 0.5), TOP + APART * (row + 0.5)


def _patches() -> Rows:
    """Give a patch per village, and what fills the strip between two villages of the same municipality."""
    pairs = [*((village, village) for row in VILLAGES for village in row), *map(tuple, LINES)]
    found: Rows = []
    for step, municipalities in enumerate(STEPS):
        for first, second in pairs:
            if any(first in each and second in each for each in municipalities):
                (x, x2), (y, y2) = map(_reach, _middle(first), _middle(second))
                found.append({"step": step, "x": x, "x2": x2, "y": y, "y2": y2})
    return found


def _reach(one: float, other: float) -> tuple[float, float]:
    """Give from where to where a patch goes, one way: all of a village, or the strip between two."""
    half = (APART - FREE) / 2
    return (one - half, one + half) if one == other else (one + half, other - half)


def _drawn() -> Rows:
    found: Rows = []
    for step in range(len(STEPS)):
        for line, kind in kinds(step).items():
            (x, y), (x2, y2) = map(_middle, line)
            width = 6 if line in changed(step) else 2.5
            row = {"step": step, "kind": kind, "colour": COLOURS[kind], "width": width}
            found.append({**row, "x": x, "y": y, "x2": x2, "y2": y2})
    return found


def _counted() -> Rows:
    return [
        {
            "step": step,
            "x": UNIT * at + 1,
            "x2": UNIT * (at + 1) - 1,
            "y": BAR,
            "y2": BAR + THICK,
            "colour": COLOURS["within" if at < count(step, "within") else "between"],
        }
        for step in range(len(STEPS))
        for at in range(len(LINES))
    ]


def _counts(kind: Kind) -> Rows:
    said, x = ("binnen", 0.0) if kind == "within" else ("tussen", float(WIDTH))
    return [
        {"step": step, "x": x, "y": BAR - LINE - 4, "text": f"{count(step, kind)} {said} gemeenten"}
        for step in range(len(STEPS))
    ]


def _news() -> Rows:
    said = ("Nog niets veranderd", *["Dikke lijn: net veranderd"] * (len(STEPS) - 1))
    return [{"step": step, "x": 0, "y": BOTTOM + 4, "text": text} for step, text in enumerate(said)]


def _villages() -> Rows:
    return [{"x": x, "y": y} for row in VILLAGES for village in row for x, y in [_middle(village)]]


def _letters() -> Rows:
    return [{"x": x, "y": y, "text": village} for row in VILLAGES for village in row for x, y in [_middle(village)]]


COLOURS: dict[Kind, str] = {"within": ROLE_COLOURS[0], "between": ROLE_COLOURS[4]}
_SIDES: dict[Kind, str] = {"within": "left", "between": "right"}
_SHOWN: dict[Value, str] = {0: "geen fusie", 1: "1 fusie", 2: "2 fusies", 3: "3 fusies", 4: "en dorp C gaat over"}
STEP = Control("step", "Wat er verandert, stap voor stap", _SHOWN, start=0)
ALTERNATIVE = (
    "Acht dorpen met lijnen ertussen, op vlakken die gemeenten zijn. Lijnen binnen een gemeente zijn blauw, lijnen "
    "tussen gemeenten oranje en gestreept. Daaronder een balk die ze telt. De getallen staan eronder in woorden."
)

FIGURE = Figure(
    title="Een grens die verschuift: de lijnen blijven",
    caption=(
        f"Acht verzonnen dorpen. Elk grijs vlak is een gemeente. Elk van de {len(LINES)} lijnen is een samenwerking "
        "tussen twee dorpen: binnen een gemeente, of tussen twee gemeenten. Laat gemeenten stap voor stap fuseren. Bij "
        "de laatste stap gaat één dorp over naar de buren. Let op welke lijnen van kleur veranderen."
    ),
    alternative=ALTERNATIVE,
    controls=(STEP,),
    words=words,
    draw=draw,
)
