"""A bar lies over the cut-offs at which its combination is in the answer, and the line where one chose it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.charts.style import WIDTH
from ketenspiegel.language import LANGUAGES
from ketenspiegel.lenses.cut_offs import cut_offs
from ketenspiegel.lenses.study import Choice, Study
from ketenspiegel.question_parts import Text
from tests.lenses.cases import CONDITIONS, OUTCOME, fourteen

LONG = "veel eensgezindheid over samen optrekken met aanbieders, scholen en verwijzers in de wijk"


def drawn(view):
    """Give all rows behind the chart."""
    return [row for rows in view.chart().to_dict()["datasets"].values() for row in rows]


def bars(view):
    """Give the bars, without the tracks that they lie on."""
    return next(rows for rows in view.chart().to_dict()["datasets"].values() if rows and "filled" in rows[0])


def line(view):
    """Give where the line at the chosen cut-off stands."""
    (x,) = {(row["x"] + row["x2"]) / 2 for row in drawn(view) if "x2" in row and row["x2"] - row["x"] == 2}
    return x


def numbers(view, language="nl"):
    """Give where each number under the picture stands."""
    return {
        float(row["text"].replace(",", ".")): row["x"]
        for row in drawn(view)
        if "text" in row and row["text"][:1] in "01" and row["text"][1:2] == (",."[language == "en"])
    }


def of_memberships(rows, label="", **chosen):
    names = (*"ABCDE"[: len(rows[0]) - 1], "Y")
    signs = {
        sign: {name: Text(nl=f"{label}{sign}{name}", en=f"{label}{sign}{name}") for name in names} for sign in ("", "~")
    }
    measures = {name: Measure(name, *[signs[""][name]] * 3, signs["~"][name], crisp=True) for name in names}
    values = {f"Z{at:02}": dict(zip(names, map(float, row), strict=True)) for at, row in enumerate(rows)}
    return cut_offs(Study(CaseTable(measures, values), Choice("Y", names[:-1], **chosen)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("conditions", [2, 3, 4])
def test_fourteen_municipalities(svg_of, language, conditions):
    view = cut_offs(Study(fourteen(), Choice(OUTCOME, CONDITIONS[:conditions])), language)
    svg = svg_of(view)
    assert f">{'0,75' if language == 'nl' else '0.75'}<" in svg
    assert len(bars(view)) == len(view.rows)
    assert sorted(numbers(view, language)) == [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0]


def test_bars_lie_over_their_cut_offs():
    view = of_memberships([(1, 1, 0.86), (1, 0, 0), (0, 1, 0), (0, 0, 0)])
    (bar,) = bars(view)
    place = numbers(view)
    # The bar goes on for half a step beyond its last cut-off.
    assert bar["x"] == pytest.approx(place[0.7])
    assert place[0.85] < bar["x2"] < place[0.9]
    assert bar["x2"] == pytest.approx(place[0.85] + (place[0.9] - place[0.85]) * 1.5 / 5)
    (always,) = bars(of_memberships([(1, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 0)]))
    assert always["x2"] == pytest.approx(place[1.0])


@pytest.mark.parametrize("chosen", [0.7, 0.8, 0.85, 1.0])
def test_the_line_stands_at_the_chosen_cut_off(svg_of, chosen):
    view = cut_offs(Study(fourteen(), Choice(OUTCOME, CONDITIONS, cut_off=chosen)))
    assert line(view) == pytest.approx(numbers(view)[chosen])
    (word,) = (row for row in drawn(view) if row.get("text") == "uw streep")
    assert 30 < word["x"] < WIDTH - 30
    svg_of(view)


def test_a_combination_has_one_line_of_bars_below_its_name():
    view = cut_offs(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    combinations = list(dict.fromkeys(row["combination"] for row in view.rows))
    names = [row for row in drawn(view) if "text" in row and row["text"].replace("\n", " ") in combinations]
    assert [row["text"].replace("\n", " ") for row in names] == combinations
    rows = sorted({(bar["y"], bar["y2"]) for bar in bars(view)})
    assert len(rows) == len(names)
    for name, (top, bottom), below in zip(names, rows, [*names[1:], {"y": 1e9}], strict=True):
        assert name["y"] + 15 * (name["text"].count("\n") + 1) <= top < bottom < below["y"]


def test_bars_of_one_combination_meet_and_do_not_overlap():
    view = cut_offs(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    by_row: dict[float, list[dict[str, float]]] = {}
    for bar in bars(view):
        by_row.setdefault(bar["y"], []).append(bar)
    stretches: dict[str, list[tuple[float, float]]] = {}
    for row in view.rows:
        stretches.setdefault(row["combination"], []).append((row["from"], row["to"]))
    assert max(map(len, by_row.values())) > 1
    for found, at in zip(by_row.values(), stretches.values(), strict=True):
        for (one, other), ((_, end), (start, _)) in zip(pairwise(found), pairwise(at), strict=True):
            assert start == pytest.approx(end + 0.01)
            assert one["x2"] == pytest.approx(other["x"])
    assert all(6 <= bar["x"] < bar["x2"] <= WIDTH for bar in bars(view))


def test_what_is_only_in_one_of_several_answers_is_paler():
    six = [(0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1), (1, 1, 0)]
    several = of_memberships([*[(*each, 1) for each in six] * 2, *[(0, 0, 0, 0), (1, 1, 1, 0)] * 2])
    one = cut_offs(Study(fourteen(), Choice(OUTCOME, CONDITIONS)))
    assert {bar["filled"] for bar in bars(one)} == {1.0}
    assert len(bars(several)) == 6
    assert all(bar["filled"] < 0.5 for bar in bars(several))


@pytest.mark.parametrize(("conditions", "cases"), [(2, 4), (4, 14), (5, 18)])
def test_long_names_stay_within_the_picture(svg_of, conditions, cases):
    rows = [(*((case >> at & 1) for at in range(conditions)), case % 3 == 0) for case in range(cases)]
    view = of_memberships(rows, f"{LONG} ")
    svg_of(view)
    assert view.rows
    names = [row for row in drawn(view) if "verwijzers" in row.get("text", "")]
    assert len(names) == len({row["combination"] for row in view.rows})
    for row in names:
        assert row["x"] + 6 * max(map(len, row["text"].split("\n"))) <= WIDTH


def test_without_any_answer_it_says_so(svg_of):
    view = of_memberships([(1, 1, 1), (1, 1, 0), (0, 0, 0), (0, 1, 0)])
    assert view.rows == []
    assert "Bij geen enkele streep is er een antwoord" in svg_of(view)
