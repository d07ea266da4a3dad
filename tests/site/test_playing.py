"""The figures that a reader can move: a picture and words at every setting, and nothing asked of anybody else."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import vl_convert
from sphinx.application import Sphinx

from ketenspiegel.methods.affiliation import hours_per_participant, ties
from ketenspiegel.methods.cognitive_effects import effects
from ketenspiegel.methods.cognitive_map import FuzzyCognitiveMap
from ketenspiegel.site import playing
from ketenspiegel.site.play import key, play_html
from ketenspiegel.site.playing import loops, meetings, rules
from ketenspiegel.site.playing.figure import load_figure

NAMES = sorted(
    path.stem for path in Path(playing.__file__).parent.glob("*.py") if path.stem not in ("__init__", "figure")
)
WIDEST = 350
LONGEST_WORDS, LONGEST_CAPTION = 260, 520
BRAKES = rules.BRAKE.values


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def figure(name):
    return load_figure(name)


@pytest.fixture
def spec(figure):
    return figure.draw().to_dict()  # this checks it against the schema


@pytest.fixture
def html(figure, name):
    return play_html(figure, name, "../")


def data(html):
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', html, re.S)[1])


def at(spec, controls, setting):
    """Draw the figure as it is at a setting."""
    values = {control.name: value for control, value in zip(controls, setting, strict=True)}
    params = [{**param, "value": values.get(param["name"], param.get("value"))} for param in spec["params"]]
    return vl_convert.vegalite_to_svg({**spec, "params": params})


def test_every_figure_is_here():
    assert set(NAMES) >= {"loops", "rules", "meetings"}


def test_every_setting_has_rows_in_every_table_that_the_controls_choose_from(figure, spec):
    names = [control.name for control in figure.controls]
    chosen_from = 0
    for rows in spec["datasets"].values():
        chosen_by = [name for name in names if name in rows[0]]
        chosen_from += bool(chosen_by)
        there = {tuple(row[name] for name in chosen_by) for row in rows}
        for setting in figure.settings():
            wanted = dict(zip(names, setting, strict=True))
            assert tuple(wanted[name] for name in chosen_by) in there
    assert chosen_from


def test_every_step_of_a_control_changes_the_picture(figure, spec):
    for place, control in enumerate(figure.controls):
        settings = [(*figure.start[:place], value, *figure.start[place + 1 :]) for value in control.values]
        drawn = [at(spec, figure.controls, setting) for setting in settings]
        assert all(before != after for before, after in pairwise(drawn))


def test_a_slider_stands_exactly_on_every_value(figure, spec):
    bindings = {param["name"]: param["bind"] for param in spec["params"] if "bind" in param}
    for control in figure.controls:
        assert control.start in control.values
        bound = bindings[control.name]
        assert bound["name"] == control.label
        if control.slides:
            steps = [round(bound["min"] + bound["step"] * i, 6) for i in range(len(control.values))]
            assert steps == list(control.values)
            assert bound["max"] == steps[-1] > 0  # to Vega a highest value of 0 is none
        else:
            assert bound["options"] == list(control.values)


def test_the_picture_fits_a_phone_and_follows_the_page(html, figure):
    svg = re.search(r"<svg.*?</svg>", html, re.S)[0]
    assert float(re.search(r'\bwidth="([\d.]+)"', svg)[1]) <= WIDEST
    assert "currentColor" in svg
    assert not re.search(r'fill="(black|#000|#000000)"', svg)
    assert svg.count("role=") == svg.count("aria-") == 1
    assert figure.alternative in svg


def test_the_page_gets_words_for_every_setting(html, figure):
    found = data(html)
    assert found["words"] == {key(setting): figure.words(*setting) for setting in figure.settings()}
    for control in figure.controls:
        if control.slides:
            assert list(found["shown"][control.name].values()) == list(control.shown.values())
    assert f'role="status">{figure.words(*figure.start)}</p>' in html


def test_words_are_dutch_fit_and_say_that_it_is_made_up(figure):
    said = [figure.words(*setting) for setting in figure.settings()]
    assert len(set(said)) > len(said) / 3
    assert max(map(len, said)) <= LONGEST_WORDS
    assert len(figure.caption) <= LONGEST_CAPTION
    assert re.search(r"verzonnen", figure.caption)
    shown = [text for control in figure.controls for text in (control.label, *control.shown.values())]
    for text in (*said, *shown, figure.caption, figure.title, figure.alternative):
        assert not re.search(r"\d\.\d|-\d|None|nan|\binf\b", text), text


def test_nothing_is_asked_of_another_host(html):
    addresses = set(re.findall(r"https?://[^\"'\s<]+", html))
    assert all(re.match(r"http://www\.w3\.org/|https://vega\.github\.io/schema/", each) for each in addresses)
    assert '"url"' not in html
    assert re.findall(r'src="([^"]+)"', html) == ["../_static/play.js"]


def test_no_text_ends_the_script(figure, name):
    from dataclasses import replace

    html = play_html(replace(figure, words=lambda *setting: "</script><b>"), name, "")
    assert html.count("</script>") == 2
    assert "<b>" not in html
    assert set(data(html)["words"].values()) == {"</script><b>"}


# What the figures show


def test_a_loop_dies_out_below_one_and_runs_away_above_it():
    for gain in loops.GAINS:
        way, said = loops.course(gain), loops.words(gain)
        assert ("slingert" in said) == (gain < 0) == (way[1] < 0)
        assert ("dooft uit" in said) == (0 < abs(gain) < 1)
        assert ("steeds groter" in said) == (abs(gain) > 1) == (abs(way[-1]) > 1)
        assert ("uit beeld" in said) == (max(map(abs, way)) > loops.MOST)
        assert way[-1] == pytest.approx(gain**loops.ROUNDS)


def test_the_rules_agree_at_both_ends_and_contradict_each_other_between():
    said = [rules.words(brake) for brake in BRAKES]
    assert "dezelfde kant" in said[0] and said[0].count("omhoog") == 3
    assert "dezelfde kant" in said[-1] and said[-1].count("omlaag") == 3
    contradicting = [brake for brake, text in zip(BRAKES, said, strict=True) if "spreken elkaar tegen" in text]
    assert len(contradicting) >= 3
    for brake in contradicting:
        ends = [rules.changes(rule, brake)[-1] for rule in rules.RULES]
        assert min(ends) <= -rules.LEAST and max(ends) >= rules.LEAST


@pytest.mark.parametrize("rule", rules.RULES)
def test_the_change_is_what_the_method_calls_the_effect(rule):
    for brake in (0.0, 0.6, 1.0):
        arrows = rules.arrows(brake)
        ready = FuzzyCognitiveMap(rules.FACTORS, arrows, rule=rule, steepness=rules.STEEPNESS)
        found = effects(ready, {"meer": {rules.CONSULTATION: 1.0}}, tolerance=1e-7, most_steps=1000)["meer"]
        assert found.settled
        way = rules.changes(rule, brake)
        assert way[0] == 0
        assert way[-1] == pytest.approx(found.change[rules.RESULT], abs=1e-5)


def test_what_is_drawn_of_a_rule_has_come_near_its_end():
    for rule in rules.RULES:
        for brake in BRAKES:
            way = rules.changes(rule, brake)
            assert way[min(rules.STEPS, len(way) - 1)] == pytest.approx(way[-1], abs=0.01)
            assert max(map(abs, way)) < rules.MOST


def test_pairs_stop_growing_while_hours_go_on():
    sizes = meetings.SIZE.values
    most, total, pairs = zip(*(meetings.burden(meetings.held(size, meetings.ADD)) for size in sizes), strict=True)
    assert all(before < after for each in (most, total) for before, after in pairwise(each))
    full = pairs.index(pairs[-1])
    assert full <= 6
    assert pairs[full:] == (pairs[-1],) * (len(sizes) - full)


def test_dropping_what_is_missed_least_leaves_more_pairs_than_the_order_in_which_they_came():
    for size in meetings.SIZE.values:
        left, came = meetings.held(size, meetings.DROP), meetings.held(size, meetings.ADD)
        assert len(left) == len(came) == size
        assert len(ties(left)) >= len(ties(came))
    assert meetings.burden(meetings.held(5, meetings.DROP)) < meetings.burden(meetings.held(5, meetings.ADD))


def test_every_function_sits_somewhere_and_the_words_give_the_numbers():
    assert set(hours_per_participant(meetings.MEETINGS)) == set(meetings.FUNCTIONS.values())
    assert "26 uur per maand" in meetings.words(10, meetings.ADD)
    assert "samen 100 uur" in meetings.words(10, meetings.ADD)
    assert "22 van de 28 paren" in meetings.words(10, meetings.DROP)
    assert "brengt niemand bij elkaar" in meetings.words(10, meetings.ADD)


# The directive


@pytest.fixture
def build(tmp_path):
    """Build a book of two pages, of which one calls for a figure."""

    def make(called):
        book, out = tmp_path / "book", tmp_path / "_build"
        (book / "deel").mkdir(parents=True)
        (book / "index.rst").write_text("Begin\n=====\n\n.. toctree::\n\n   deel/figuur\n", encoding="utf-8")
        (book / "deel" / "figuur.rst").write_text(f"Figuur\n======\n\n.. play:: {called}\n", encoding="utf-8")
        options = {"extensions": "ketenspiegel.site"}
        app = Sphinx(book, None, out, tmp_path / "_doctrees", "html", options, status=None, warning=None)
        app.build()
        return out

    return make


def test_only_the_page_with_the_figure_asks_for_its_script(build):
    out = build("loops")
    page = (out / "deel" / "figuur.html").read_text(encoding="utf-8")
    assert 'src="../_static/play.js"' in page
    assert len(data(page)["words"]) == len(loops.GAINS)
    assert "play.js" not in (out / "index.html").read_text(encoding="utf-8")
    assert "embed" in (out / "_static" / "figure.bundle.js").read_text(encoding="utf-8")[-500:]


def test_an_unknown_figure_is_an_error_in_the_page(build):
    page = (build("nietbestaand") / "deel" / "figuur.html").read_text(encoding="utf-8")
    assert "ks-play" not in page
