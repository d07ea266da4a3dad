"""Ten made-up meetings: what one more costs in hours, and how many pairs it brings together that did not meet yet."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from ketenspiegel.charts.style import INK, ROLE_COLOURS, WIDTH, Picture, Tables, finish
from ketenspiegel.methods.affiliation import Gathering, hours_per_participant, ties
from ketenspiegel.site.playing.figure import Control, Figure, Value, number

FUNCTIONS = {
    "T": "teamleider wijkteam",
    "B": "beleidsadviseur jeugd",
    "V": "jeugdverpleegkundige",
    "I": "intern begeleider",
    "L": "leerplichtambtenaar",
    "W": "wijkagent",
    "S": "schuldhulpverlener",
    "J": "jongerenwerker",
}
# In the order in which they came: name, who sit in it, hours a month.
MEETINGS = tuple(
    Gathering(name, frozenset(FUNCTIONS[letter] for letter in letters), hours)
    for name, letters, hours in (
        ("casusoverleg jeugd", "TVIJ", 4),
        ("zorgteam school", "TVIL", 3),
        ("veiligheidsoverleg", "TWJL", 3),
        ("schuldentafel", "TSB", 2),
        ("wijkoverleg", "TWSJ", 3),
        ("regiegroep jeugd", "TBLWI", 2),
        ("voorbereiding stuurgroep", "TBL", 2),
        ("kwaliteitsoverleg", "TVI", 2),
        ("werkgroep verzuim", "TLIJ", 2),
        ("afstemmingsoverleg", "TBWL", 3),
    )
)
PAIRS = len(FUNCTIONS) * (len(FUNCTIONS) - 1) // 2
ADD, DROP = "add", "drop"
_Group = tuple[Gathering, ...]


def held(number_held: int, order: str) -> _Group:
    """Give the meetings that are held: the first that came, or what is left when the least missed is dropped first."""
    return MEETINGS[:number_held] if order == ADD else _left()[number_held]


def burden(meetings: _Group) -> tuple[float, float, int]:
    """Give the hours a month of who sits in most, the hours of all together, and how many pairs meet."""
    hours = hours_per_participant(meetings)
    return max(hours.values(), default=0.0), sum(hours.values()), len(ties(meetings))


def words(number_held: int, order: str) -> str:
    """Say what these meetings take and give, and what the last step did."""
    most, total, pairs = burden(held(number_held, order))
    noun = "overleg" if number_held == 1 else "overleggen"
    now = (
        f"Met {number_held} {noun} zit wie het meest vergadert {number(most, 0)} uur per maand in overleg, kost alles "
        f"samen {number(total, 0)} uur, en zien {pairs} van de {PAIRS} paren elkaar."
    )
    if order == ADD:
        return f"{now} {_last_added(number_held)}"
    all_total, all_pairs = burden(MEETINGS)[1:]
    if number_held == len(MEETINGS):
        return now
    return (
        f"{now} Dat is {number(all_total - total, 0)} uur minder dan met alle {len(MEETINGS)}, "
        f"en {_pairs(all_pairs - pairs)} minder."
    )


def draw() -> Picture:
    """Draw three curves below each other: the hours of one, the hours of all, the pairs that meet."""
    tables = Tables()
    rows: list[dict[str, Any]] = [
        {"order": order, "meetings": size, "most": most, "total": total, "pairs": pairs}
        for order in (ADD, DROP)
        for size in range(len(MEETINGS) + 1)
        for most, total, pairs in [burden(held(size, order))]
    ]
    data = tables.add(rows)
    last = MEASURES[-1][0]
    parts = [
        _curve(data, field, title, colour, max(row[field] for row in rows), field == last)
        for field, title, colour in MEASURES
    ]
    chart = alt.vconcat(*parts, spacing=12).add_params(SIZE.parameter(), ORDER.parameter())
    return finish(tables.give(chart), ALTERNATIVE)


def _curve(data: alt.NamedData, field: str, title: str, colour: str, most: float, is_last: bool) -> Picture:
    axis = alt.Axis(values=list(range(0, len(MEETINGS) + 1, 2)), grid=False, labels=is_last, ticks=is_last)
    base = (
        alt.Chart(data)
        .transform_filter(ORDER.chosen())
        .encode(
            x=alt.X("meetings:Q", title="Aantal overleggen" if is_last else None, axis=axis),
            y=alt.Y(
                f"{field}:Q",
                title=None,
                scale=alt.Scale(domain=[0, most * 1.25], nice=False),
                axis=alt.Axis(tickCount=3, grid=False, minExtent=30),
            ),
        )
    )
    whole = base.mark_line(color=INK, opacity=0.55, strokeDash=[3, 3])
    so_far = base.transform_filter(f"datum.meetings <= {SIZE.name}").mark_line(color=colour, strokeWidth=3)
    here = base.transform_filter(SIZE.chosen())
    point = here.mark_point(color=colour, filled=True, size=90, opacity=1)
    value = here.mark_text(color=INK, fontSize=13, fontWeight="bold", dy=-13).encode(text=f"{field}:Q")
    heading = alt.TitleParams(title, anchor="start", fontWeight="normal", frame="group", dx=-30, offset=4)
    return alt.layer(whole, so_far, point, value, width=WIDTH - 30, height=84, title=heading)


@cache
def _left() -> tuple[_Group, ...]:
    """Give what is left at every size, 0 first: from all, always the meeting goes that the fewest pairs need.

    Of meetings that as many pairs need, the one goes that frees most hours, and then the latest.
    """
    groups = [MEETINGS]
    while groups[-1]:
        now = groups[-1]
        rests = [now[:place] + now[place + 1 :] for place in reversed(range(len(now)))]
        groups.append(min(rests, key=lambda rest: (-burden(rest)[2], burden(rest)[1])))
    return tuple(reversed(groups))


def _last_added(number_held: int) -> str:
    before, now = burden(held(number_held - 1, ADD)), burden(held(number_held, ADD))
    new = now[2] - before[2]
    who = f"{_pairs(new)} bij elkaar {'dat elkaar nog niet zag' if new == 1 else 'die elkaar nog niet zagen'}"
    gives = f"brengt {who}" if new else "brengt niemand bij elkaar die elkaar nog niet zag"
    return f"Het laatste erbij, {MEETINGS[number_held - 1].name}, kost {number(now[1] - before[1], 0)} uur en {gives}."


def _pairs(count: int) -> str:
    return "één paar" if count == 1 else f"{count} paren"


MEASURES = (
    ("most", "Uren per maand van wie het meest vergadert", ROLE_COLOURS[4]),
    ("total", "Uren per maand van allen samen", ROLE_COLOURS[4]),
    ("pairs", f"Paren die elkaar zien (van de {PAIRS})", ROLE_COLOURS[0]),
)
_SIZES: dict[Value, str] = {size: str(size) for size in range(1, len(MEETINGS) + 1)}
_ORDERS: dict[Value, str] = {ADD: "Erbij: zoals ze ontstonden", DROP: "Eraf: wat men het minst mist"}
SIZE = Control("meetings", "Aantal overleggen", _SIZES, start=6)
ORDER = Control("order", "Volgorde", _ORDERS, start=ADD)
ALTERNATIVE = (
    "Drie lijnen onder elkaar, tegen het aantal overleggen: de uren van wie het meest vergadert, de uren van allen "
    "samen, en het aantal paren dat elkaar ziet. De getallen staan eronder in woorden."
)

FIGURE = Figure(
    title="Nog een overleg erbij: wat kost het, wat brengt het?",
    caption=(
        f"Een verzonnen lijst van {len(MEETINGS)} overleggen met {len(FUNCTIONS)} functies, één mens per functie. Kies "
        "of er overleggen bij komen, in de volgorde waarin ze ontstonden, of dat er overleggen af gaan: steeds het "
        "overleg dat de minste paren uit elkaar haalt. Verschuif daarna het aantal. Let op waar de onderste lijn vlak "
        "wordt terwijl de uren doorgaan. Dat twee mensen in één overleg zitten, zegt nog niet dat zij elkaar spreken."
    ),
    alternative=ALTERNATIVE,
    controls=(SIZE, ORDER),
    words=words,
    draw=draw,
)
