"""One feedback loop: what becomes of a disturbance that goes round it, twelve rounds long."""

from __future__ import annotations

import altair as alt

from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

ROUNDS = 12
# What the picture shows; a disturbance beyond it runs out of sight.
MOST = 4
GAINS = tuple(tenths / 10 for tenths in range(-12, 13))


def course(gain: float, rounds: int = ROUNDS) -> list[float]:
    """Follow a disturbance of 1 that every round comes back ``gain`` times as large.

    This is the linear loop ``x(t + 1) = gain * x(t)``, the simplest that can die out, grow and swing.

    Examples
    --------
    >>> course(-0.5, 3)
    [1.0, -0.5, 0.25, -0.125]
    """
    found = [1.0]
    for _ in range(rounds):
        found.append(gain * found[-1])
    return found


def words(gain: float) -> str:
    """Say what becomes of the disturbance."""
    size = abs(course(gain)[-1])
    if gain == 0:
        return "Geen terugkoppeling: de verstoring is na één ronde weg."
    swings = "slingert en " if gain < 0 else ""
    if size == 1:
        return f"De verstoring {swings}blijft even groot."
    if size < 1:
        rest = "minder dan 1" if size < 0.01 else number(100 * size, 0)
        still = "" if gain < 0 else " Ook een versterkende kring kan dus uitdoven, als zij zwak genoeg is."
        return f"De verstoring {swings}dooft uit. Na {ROUNDS} rondes is nog {rest} procent over.{still}"
    out = " en loopt de lijn uit beeld" if size > MOST else ""
    still = " Ook een dempende kring kan dus uit de hand lopen, als zij te sterk reageert." if gain < 0 else ""
    grown = f"Na {ROUNDS} rondes is zij {number(size)} keer zo groot{out}."
    return f"De verstoring {swings}wordt steeds groter. {grown}{still}"


def draw() -> Picture:
    """Draw the disturbance after every round."""
    tables = Tables()
    rows = tables.add(
        {"gain": gain, "round": at, "size": round(size, 4)} for gain in GAINS for at, size in enumerate(course(gain))
    )
    base = (
        alt.Chart(rows)
        .transform_filter(STRENGTH.chosen())
        .encode(
            x=alt.X(
                "round:Q",
                title="Ronde",
                scale=alt.Scale(domain=[-0.3, ROUNDS + 0.3], nice=False),
                axis=alt.Axis(values=list(range(0, ROUNDS + 1, 2)), grid=False),
            ),
            y=alt.Y(
                "size:Q",
                title=None,
                scale=alt.Scale(domain=[-MOST, MOST], nice=False),
                axis=alt.Axis(values=list(range(-MOST, MOST + 1)), grid=False, minExtent=24),
            ),
        )
    )
    line = base.mark_line(color=ROLE_COLOURS[0], strokeWidth=2, clip=True)
    points = base.mark_point(color=ROLE_COLOURS[0], filled=True, size=45, opacity=1, clip=True)
    rest = alt.Chart(tables.add([{"size": 0}])).mark_rule(color=INK, strokeDash=[3, 3], opacity=0.6).encode(y="size:Q")
    heading = alt.TitleParams("Grootte van de verstoring", anchor="start", fontWeight="normal")
    chart = alt.layer(rest, line, points, width=WIDTH - 24, height=220, title=heading)
    return finish(tables.give(chart.add_params(STRENGTH.parameter())), ALTERNATIVE)


def _kind(gain: float) -> str:
    if gain == 0:
        return "geen terugkoppeling"
    return "versterkend" if gain > 0 else "dempend"


_SHOWN: dict[Value, str] = {gain: f"{number(gain, 1, signed=True)} ({_kind(gain)})" for gain in GAINS}
STRENGTH = Control("gain", "Sterkte van de kring", _SHOWN, start=0.8)
ALTERNATIVE = f"Lijn van de grootte van een verstoring, over {ROUNDS} rondes. Wat zij doet, staat eronder in woorden."

FIGURE = Figure(
    title="Eén kring: dooft het uit of loopt het uit de hand?",
    caption=(
        "Een verzonnen voorbeeld. Eén keer gebeurt er iets onverwachts: een verstoring van 1. Die gaat elke ronde de "
        "kring rond en komt terug, vermenigvuldigd met de sterkte van de kring. Onder nul is de kring dempend: zij "
        "draait de verstoring om. Boven nul is zij versterkend. Verschuif de sterkte en kijk wat er gebeurt."
    ),
    alternative=ALTERNATIVE,
    controls=(STRENGTH,),
    words=words,
    draw=draw,
)
