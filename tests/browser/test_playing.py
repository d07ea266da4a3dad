"""The figures in the pages, moved from the keyboard; and the same pages where nothing can move."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from ketenspiegel.site.playing.figure import load_figure

PAGES = {
    "loops": "invullen/invloedskaart",
    "rules": "invullen/ingreep",
    "meetings": "invullen/overlegkaart",
    "roads": "invullen/gemeenten-vergelijken",
    "cut_off": "invullen/gemeenten-vergelijken",
    "same_mean": "waarom/werkelijkheden",
    "traffic_light": "meten/index",
    "weights": "meten/klanttevredenheid",
    "municipalities": "meten/fuseren",
    "delay": "complexiteit/context-en-tijd",
    "boundary": "complexiteit/context-en-tijd",
    "placements": "lenzen/perspectieven",
    "misread": "lenzen/beweegredenen",
    "chance_rank": "lenzen/gemiddelde",
}
# What goes for every figure alike is tried on one with a slider alone, and on one with a choice too.
SOME = ("loops", "meetings")
BUNDLE = "/_static/figure.bundle.js"
STANDARD = 44


@pytest.fixture
def address(static_site, name):
    return f"{static_site.address}{PAGES[name]}.html"


@pytest.fixture
def place(name):
    """Where the figure is; a page can have more than one."""
    return f".ks-play[aria-labelledby=play-{name}]"


@pytest.fixture
def alive(open_page, address, place):
    """Open the page, go to the figure, and give it."""

    def make(**options):
        page = open_page(**options)
        page.goto(address)
        figure = page.locator(place)
        figure.scroll_into_view_if_needed()
        expect(figure.locator(".ks-play-live svg")).to_be_visible()
        return figure

    return make


def press(figure, control, button):
    """Press a key, and wait until the picture is another one."""
    picture = figure.locator(".ks-play-live")
    before = picture.inner_html()
    control.press(button)
    figure.page.wait_for_function(
        "([picture, before]) => picture.innerHTML !== before", arg=[picture.element_handle(), before]
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_slider_is_moved_from_the_keyboard(alive, name):
    shown, figure = alive(), load_figure(name)
    at, control = next((at, each) for at, each in enumerate(figure.controls) if each.slides)
    slider = shown.get_by_role("slider", name=control.label, exact=True)
    slider.press("Home")
    for number, value in enumerate(control.values[:3]):
        if number:
            press(shown, slider, "ArrowRight")
        setting = (*figure.start[:at], value, *figure.start[at + 1 :])
        expect(shown.get_by_role("status")).to_have_text(figure.words(*setting))
        expect(slider).to_have_attribute("aria-valuetext", control.shown[value])
        expect(shown.locator(".ks-play-value").first).to_have_text(control.shown[value])


@pytest.mark.parametrize("name", PAGES)
def test_a_choice_is_made_from_the_keyboard_and_nothing_is_in_the_way(alive, no_barriers, place, name):
    shown, figure = alive(width=390, scheme="dark"), load_figure(name)
    choices = [control for control in figure.controls if not control.slides]
    expect(shown.get_by_role("combobox")).to_have_count(len(choices))
    for control in choices:
        press(shown, shown.get_by_role("combobox", name=control.label), "ArrowDown")
        setting = [each.values[1] if each is control else each.start for each in figure.controls]
        expect(shown.get_by_role("status")).to_have_text(figure.words(*setting))
    check(shown, place, 390, no_barriers)


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_no_barriers_in_a_figure_that_moves(alive, no_barriers, place, width, scheme):
    check(alive(width=width, scheme=scheme), place, width, no_barriers)


def check(shown, place, width, no_barriers):
    found = Axe().run(shown.page, context=place, options={"resultTypes": ["violations"]}).response["violations"]
    assert not [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]
    no_barriers(shown.page)
    for control in shown.locator(".ks-play-controls :is(input, select)").all():
        assert control.bounding_box()["height"] >= STANDARD
        control.focus()
        assert control.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    assert shown.locator(".ks-play-live").bounding_box()["width"] <= width


@pytest.mark.parametrize("name", SOME)
def test_the_picture_keeps_its_place_and_its_words_when_it_comes_alive(alive, name, static_site):
    shown, figure = alive(width=390), load_figure(name)
    expect(shown.get_by_role("img", name=figure.alternative, exact=True)).to_have_count(1)
    expect(shown.get_by_role("status")).to_have_text(figure.words(*figure.start))
    assert static_site.requested.count(BUNDLE) == 1


@pytest.mark.parametrize("name", SOME)
def test_without_javascript_the_picture_and_its_words_are_there(visitor, address, place, name):
    page, figure = visitor(width=390, java_script_enabled=False).new_page(), load_figure(name)
    page.goto(address)
    still = page.locator(place)
    expect(still.get_by_role("img", name=figure.alternative, exact=True)).to_be_visible()
    expect(still.get_by_role("status")).to_have_text(figure.words(*figure.start))
    expect(still.locator("noscript p")).to_be_visible()
    expect(still.locator(":is(input, select)")).to_have_count(0)


@pytest.mark.parametrize("name", SOME)
def test_where_vega_does_not_come_the_still_picture_stays(open_page, static_site, address, place, name):
    static_site.instead[BUNDLE] = b"throw new Error('te oud');"
    page = open_page()
    page.goto(address)
    still = page.locator(place)
    still.scroll_into_view_if_needed()
    expect(still.locator(".ks-play-controls")).to_have_count(0)
    expect(still.get_by_role("img", name=load_figure(name).alternative, exact=True)).to_be_visible()


@pytest.mark.parametrize("name", SOME)
def test_vega_comes_only_when_the_figure_comes_near(open_page, static_site, site, address, place, name):
    path = f"/{PAGES[name]}.html"
    far = (site / path[1:]).read_text(encoding="utf-8")
    far = far.replace('<figure class="ks-play"', '<div style="height: 4000px"></div><figure class="ks-play"')
    static_site.instead[path] = far.encode()
    page = open_page()
    page.goto(address, wait_until="networkidle")
    assert "/_static/play.js" in static_site.requested
    assert BUNDLE not in static_site.requested
    page.locator(place).scroll_into_view_if_needed()
    expect(page.locator(place).locator(".ks-play-live svg")).to_be_visible()
    assert BUNDLE in static_site.requested


def test_a_page_without_a_figure_loads_nothing_of_it(open_page, static_site):
    page = open_page()
    page.goto(f"{static_site.address}lezen/index.html", wait_until="networkidle")
    assert not [path for path in static_site.requested if "play" in path or "bundle" in path]
