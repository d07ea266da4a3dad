"""A small fuzzy cognitive map under three rules: more consultation, and what becomes of the result."""

from __future__ import annotations

from functools import cache

import altair as alt

from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.methods.cognitive_effects import THRESHOLD
from ketenspiegel.methods.cognitive_map import FuzzyCognitiveMap, Rule
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

FACTORS = CONSULTATION, ALIGNMENT, TIME, RESULT = ("overlegdruk", "afstemming", "tijd voor gezinnen", "resultaat")
RULES: dict[Rule, str] = {"kosko": "Kosko", "modified": "aangepaste Kosko", "rescaled": "herschaalde Kosko"}
COLOURS = (ROLE_COLOURS[0], ROLE_COLOURS[4], ROLE_COLOURS[2])
STRENGTHS = tuple(tenths / 10 for tenths in range(11))
STEEPNESS = 1.5
STEPS = 12
# A smaller change is called next to nothing; one below the threshold of the method, a little.
LEAST = 0.001
MOST = 0.5
TICK = "datum.value == 0 ? '0' : format(datum.value, '+.2~f')"


def arrows(brake: float) -> dict[tuple[str, str], float]:
    """Give the map, with so strong a brake of consultation on time for families (from 0 to 1)."""
    return {
        (CONSULTATION, ALIGNMENT): 0.9,
        (CONSULTATION, TIME): -brake,
        (ALIGNMENT, RESULT): 0.5,
        (TIME, RESULT): 0.5,
        (RESULT, CONSULTATION): -0.6,
    }


@cache
def changes(rule: Rule, brake: float) -> tuple[float, ...]:
    """Follow the result from the map at rest, once consultation is held at its highest; the last is the end.

    Parameters
    ----------
    rule
        The inference rule.
    brake
        How strongly consultation takes away time for families, from 0 to 1.

    Returns
    -------
    tuple of float
        The result less the result at rest, at every step until nothing moves.
    """
    drawn = FuzzyCognitiveMap(FACTORS, arrows(brake), rule=rule, steepness=STEEPNESS)
    rest = drawn.run(dict.fromkeys(FACTORS, 0.5), tolerance=1e-9, most_steps=1000).end
    held = drawn.run(
        dict(zip(FACTORS, rest, strict=True)), clamped={CONSULTATION: 1.0}, tolerance=1e-6, most_steps=1000
    )
    place = FACTORS.index(RESULT)
    return tuple(state[place] - rest[place] for state in held.states)


def words(brake: float) -> str:
    """Say which way every rule sends the result, and whether they agree."""
    ends = {name: changes(rule, brake)[-1] for rule, name in RULES.items()}
    ways = {name: _way(end) for name, end in ends.items()}
    each = "; ".join(f"{name}: {_size(end)}{ways[name]} ({number(end, 3, signed=True)})" for name, end in ends.items())
    if len(set(ways.values())) == 1:
        return f"De drie regels wijzen dezelfde kant op. {each}."
    if {"omhoog", "omlaag"} <= set(ways.values()):
        return f"De regels spreken elkaar tegen. {each}."
    return f"De regels zijn het niet eens. {each}."


def draw() -> Picture:
    """Draw the change of the result under each rule, step by step."""
    tables = Tables()
    rows = tables.add(
        {"brake": brake, "rule": name, "step": step, "change": round(way[min(step, len(way) - 1)], 5)}
        for brake in STRENGTHS
        for rule, name in RULES.items()
        for way in [changes(rule, brake)]
        for step in range(STEPS + 1)
    )
    names = list(RULES.values())
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=70, labelLimit=250)
    ticks = [-0.3, -0.1, -0.03, -0.01, 0, 0.01, 0.03, 0.1, 0.3]
    base = (
        alt.Chart(rows)
        .transform_filter(BRAKE.chosen())
        .encode(
            x=alt.X("step:Q", title="Stap", axis=alt.Axis(values=list(range(0, STEPS + 1, 2)), grid=False)),
            y=alt.Y(
                "change:Q",
                title=None,
                scale=alt.Scale(type="symlog", constant=0.01, domain=[-MOST, MOST], nice=False),
                axis=alt.Axis(values=ticks, tickCount=len(ticks), labelExpr=TICK, grid=False, minExtent=40),
            ),
            color=alt.Color("rule:N", scale=alt.Scale(domain=names, range=list(COLOURS)), legend=legend),
        )
    )
    line = base.mark_line(strokeWidth=2)
    points = base.mark_point(filled=True, size=50, opacity=1).encode(
        shape=alt.Shape(
            "rule:N", scale=alt.Scale(domain=names, range=["circle", "square", "triangle-up"]), legend=legend
        )
    )
    rest = alt.Chart(tables.add([{"change": 0}])).mark_rule(color=INK, opacity=0.6).encode(y="change:Q")
    heading = alt.TitleParams("Verandering van het resultaat", anchor="start", fontWeight="normal")
    chart = alt.layer(rest, line, points, width=WIDTH - 40, height=240, title=heading)
    return finish(tables.give(chart.add_params(BRAKE.parameter())), ALTERNATIVE)


def _way(change: float) -> str:
    if abs(change) < LEAST:
        return "bijna niets"
    return "omhoog" if change > 0 else "omlaag"


def _size(change: float) -> str:
    return "iets " if LEAST <= abs(change) < THRESHOLD else ""


_SHOWN: dict[Value, str] = {brake: number(-brake) if brake else "0 (geen pijl)" for brake in STRENGTHS}
BRAKE = Control("brake", "Gewicht van de pijl van overlegdruk naar tijd voor gezinnen", _SHOWN, start=0.6)
ALTERNATIVE = (
    "Drie lijnen, een per rekenregel: hoeveel het resultaat stap voor stap verandert door meer overleg. "
    "Welke kant elke lijn op gaat, staat eronder in woorden."
)

FIGURE = Figure(
    title="Eén kaart, drie rekenregels: helpt meer overleg?",
    caption=(
        "Een verzonnen kaart. Overlegdruk geeft afstemming (+0,9) en neemt tijd voor gezinnen weg. Afstemming en tijd "
        "geven allebei resultaat (+0,5). Een slechter resultaat geeft weer meer overlegdruk (−0,6). De ingreep: de "
        "overlegdruk gaat naar het hoogste en blijft daar. Verschuif het gewicht van één pijl, en kijk of de regels "
        "het eens zijn. De schaal is bij nul uitgerekt, zodat u ook kleine veranderingen ziet."
    ),
    alternative=ALTERNATIVE,
    controls=(BRAKE,),
    words=words,
    draw=draw,
)
