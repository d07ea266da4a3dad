"""The assessments in the page itself: no server, nothing to other hosts, and nothing lost."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from ketenspiegel.answers import read_answer_sheet
from tests.browser.static_server import StaticServer, serve_files

# As in a private window of some browsers.
NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker"
PAGE = "invullen/ketensamenwerking.html"


def begin(frame, role="Inwoner"):
    frame.get_by_role("radio", name=re.compile(f"^{role} ")).check()
    frame.get_by_role("button", name="Begin", exact=True).click()
    expect(frame.get_by_role("heading", name="Thema 1 van 6")).to_be_visible()


def answer(frame, number, label):
    frame.locator("fieldset", has_text=re.compile(rf"^{number}\. ")).get_by_text(label, exact=True).click()


def saved(page, frame, folder):
    with page.expect_download() as waiting:
        frame.get_by_role("button", name="Bewaar mijn antwoorden").first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def use_examples(frame):
    frame.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 26.")).to_be_visible()
    expect(frame.locator("svg.marks").nth(1).get_by_text("Veelpartijensamenwerking")).to_be_visible()


def wait_until_all_is_kept(page):
    archives = (
        "Promise.all(['later', 'rest'].map((name) => caches.match(new URL(`../app/pyodide/${name}.zip`, location))))"
    )
    for _ in range(300):
        if page.evaluate(f"{archives}.then((found) => found.every(Boolean))"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the rest was not kept")


def test_nothing_is_fetched_or_kept_by_who_only_reads(visitor, static_site):
    page = visitor().new_page()
    page.goto(static_site.address + PAGE)
    page.wait_for_load_state("networkidle")
    assert not [path for path in static_site.requested if path.startswith("/app/")]
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


def test_answers_survive_closing_and_go_to_voila_and_back(visitor, in_the_page, form, open_page, tmp_path):
    context = visitor()
    page, frame = in_the_page(context)
    begin(frame)
    answer(frame, 1, "Eens")
    page.close()
    page, frame = in_the_page(context, "Ga verder met invullen")
    frame.get_by_role("button", name=re.compile("Inwoner, antwoorden: 1")).click()
    answer(frame, 2, "Oneens")
    file = saved(page, frame, tmp_path)
    assert read_answer_sheet(file).answers == {"ketensamenwerking-doel": 4, "ketensamenwerking-beweegreden": 2}
    elsewhere = form(open_page())
    elsewhere.get_by_label("Open een bestand").set_input_files(file)
    expect(elsewhere.get_by_text("Het bestand is geopend (antwoorden: 2).")).to_be_visible()
    answer(elsewhere, 3, "Eens")
    back = saved(elsewhere, elsewhere, tmp_path)
    other_page, frame = in_the_page(visitor())
    frame.get_by_label("Open een bestand").set_input_files(back)
    expect(frame.get_by_text("Het bestand is geopend (antwoorden: 3).")).to_be_visible()
    assert read_answer_sheet(saved(other_page, frame, tmp_path)).id == read_answer_sheet(file).id


def test_both_views_of_what_this_browser_keeps_and_of_the_examples(visitor, in_the_page):
    _, frame = in_the_page(visitor())
    begin(frame, "Professional")
    answer(frame, 1, "Eens")
    for _ in range(6):
        frame.get_by_role("button", name="Volgende").click()
    frame.get_by_role("link", name="Ga naar antwoorden samenbrengen en bekijken").click()
    frame.get_by_role("button", name="Neem mee wat in deze browser staat").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 1.")).to_be_visible()
    frame.get_by_role("button", name="Gebruik de verzonnen voorbeelden").click()
    expect(frame.get_by_text("Antwoordbladen bij elkaar: 27.")).to_be_visible()
    left, right = frame.locator("svg.marks").nth(0), frame.locator("svg.marks").nth(1)
    expect(left.get_by_text("Totaal: 2,8")).to_be_visible()
    expect(right.get_by_text("twee kampen bij 4 van 5")).to_be_visible()
    # What the charts leave out stays out on the way from Python to the page: only the last bar has an axis.
    assert left.get_by_text("4,5", exact=True).count() == 0
    frame.get_by_label("Kijk naar").select_option("Regie")
    expect(right.get_by_text("Ik weet wie in deze keten de knoop")).to_be_visible()


def test_it_goes_on_without_a_network_also_after_reopening(visitor, in_the_page, static_site, tmp_path):
    context = visitor()
    page, frame = in_the_page(context)
    wait_until_all_is_kept(page)
    static_site.is_open = False
    begin(frame)
    answer(frame, 1, "Eens")
    assert read_answer_sheet(saved(page, frame, tmp_path)).answers == {"ketensamenwerking-doel": 4}
    page.close()
    page, frame = in_the_page(context, "Open hier")
    use_examples(frame)
    page.goto(f"{static_site.address}over/privacy.html")
    expect(page.get_by_text("Deze bladzijde is er niet zonder internet.")).to_be_visible()


def test_a_second_start_fetches_nothing_again(visitor, in_the_page, static_site):
    context = visitor()
    late: list[str] = []
    context.on("request", lambda request: late.append(request.url) if ".zip?for=" in request.url else None)
    page, _ = in_the_page(context)
    fetched = [path for path in static_site.requested if path.startswith("/app/")]
    assert len(fetched) < 25, fetched
    assert not late, "modules that a form starts with came late"
    wait_until_all_is_kept(page)
    page.close()
    static_site.requested.clear()
    in_the_page(context)
    assert not [path for path in static_site.requested if path.startswith("/app/")]


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("stuk.json", b'{"format": "ketenspiegel-antw', "Dit bestand is beschadigd of is geen antwoordblad."),
        ("vreemd.json", b'{"naam": "iets anders"}', "Dit is geen antwoordblad van Ketenspiegel."),
    ],
)
def test_a_broken_file_is_refused_and_the_answers_stay(visitor, in_the_page, tmp_path, name, contents, message):
    _, frame = in_the_page(visitor())
    begin(frame)
    answer(frame, 1, "Eens")
    frame.get_by_role("button", name="Vorige").click()
    (tmp_path / name).write_bytes(contents)
    frame.get_by_label("Open een bestand").set_input_files(tmp_path / name)
    expect(frame.locator(".ks-status")).to_contain_text(message)
    expect(frame.get_by_text("1 van 28 beantwoord")).to_be_visible()


def test_excel_is_refused_with_a_way_out(visitor, in_the_page, tmp_path):
    _, frame = in_the_page(visitor(), "Open hier")
    (tmp_path / "tabel.xlsx").write_bytes(b"PK\x03\x04")
    frame.get_by_label("Kies bestanden").set_input_files(tmp_path / "tabel.xlsx")
    expect(frame.get_by_text("Excel lezen kan hier niet. Bewaar de tabel als CSV")).to_be_visible()


def test_answers_can_be_wiped_in_the_form_and_before_it_starts(visitor, in_the_page):
    context = visitor()
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('ketenspiegel:')).length"
    for where in ("form", "page"):
        page, frame = in_the_page(context)
        begin(frame)
        answer(frame, 1, "Eens")
        expect(frame.get_by_text("Bewaard in deze browser om")).to_be_visible()
        assert page.evaluate(kept) == 1
        if where == "page":
            page.reload()
            expect(page.get_by_text("In deze browser staat één antwoordblad van u.")).to_be_visible()
        place = frame if where == "form" else page
        place.get_by_role("button", name="Wis mijn antwoorden").first.click()
        place.get_by_role("button", name="Ja, wis ze").click()
        expect(place.get_by_text("gewist")).to_be_visible()
        assert page.evaluate(kept) == 0
        page.close()


def test_a_newer_version_takes_over_before_it_starts(visitor, in_the_page, static_site, site):
    context = visitor()
    page, _ = in_the_page(context)
    (before,) = page.evaluate("caches.keys()")
    page.close()
    worker = (site / "service-worker.js").read_text(encoding="utf-8")
    static_site.instead["/service-worker.js"] = worker.replace(before.removeprefix("ketenspiegel-"), "nieuw").encode()
    page, _ = in_the_page(context)
    assert page.evaluate("caches.keys()") == ["ketenspiegel-nieuw"]


@pytest.mark.parametrize("trouble", ["await new Promise(() => {})", "throw new Error('half old, half new')"])
def test_a_newer_version_that_takes_over_halfway_begins_again(visitor, in_the_page, static_site, site, trouble):
    context = visitor()
    page, _ = in_the_page(context)
    wait_until_all_is_kept(page)
    (old,) = page.evaluate("caches.keys()")
    spoil = """([name, trouble]) => caches.open(name).then((cache) => cache.put("/app/config-utils.js",
        new Response(trouble, { headers: { "Content-Type": "text/javascript" } })))"""
    page.evaluate(spoil, [old, trouble])
    page.close()
    worker = (site / "service-worker.js").read_text(encoding="utf-8")
    worker = worker.replace(old.removeprefix("ketenspiegel-"), "nieuw").replace("pages.length <= 1", "asked")
    worker = worker.replace("async function startIfAlone(", "async function startIfAlone(asked, ")
    assert "startIfAlone(asked" in worker
    assert "if (asked)" in worker
    static_site.instead["/service-worker.js"] = worker.encode()
    page = context.new_page()
    page.goto(static_site.address + PAGE)
    page.get_by_role("button", name="Vul hier in").click()
    page.locator("iframe, .ks-alarm").first.wait_for(state="attached")
    page.evaluate("navigator.serviceWorker.ready.then(({ waiting }) => waiting.postMessage({ type: 'startIfAlone' }))")
    expect(page.get_by_text("De zelftest staat klaar.")).to_be_attached(timeout=40_000)
    assert page.evaluate("caches.keys()") == ["ketenspiegel-nieuw"]


def test_it_starts_from_our_own_server_too(visitor, server):
    page = visitor().new_page()
    page.goto(server + PAGE)
    page.get_by_role("button", name="Vul hier in").click()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("Uw antwoorden blijven in deze browser.")).to_be_visible(timeout=40_000)


def test_by_keyboard(visitor, static_site):
    page = visitor().new_page()
    page.goto(static_site.address + PAGE)
    page.get_by_role("button", name="Vul hier in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("De zelftest staat klaar.")).to_be_attached(timeout=40_000)
    page.keyboard.press("Tab")
    assert page.frames[1].evaluate("document.activeElement.textContent") == "Bewaar mijn antwoorden"


def test_an_old_browser_is_told_what_to_do(visitor, static_site):
    context = visitor()
    context.add_init_script("delete window.WebAssembly")
    page = context.new_page()
    page.goto(static_site.address + PAGE)
    page.get_by_role("button", name="Vul hier in").click()
    expect(page.get_by_text("Uw browser kan dit niet")).to_be_visible()
    assert not [path for path in static_site.requested if path.startswith("/app/")]


def test_without_javascript_the_page_says_so(visitor, static_site):
    page = visitor(java_script_enabled=False).new_page()
    page.goto(static_site.address + PAGE)
    notice = page.locator(".ks-app noscript").first
    assert "Hiervoor moet JavaScript aan staan in uw browser." in notice.text_content()
    assert notice.bounding_box()["height"] > 10


def test_a_private_window_that_keeps_nothing_works_too(visitor, in_the_page, tmp_path):
    context = visitor()
    context.add_init_script(NO_SERVICE_WORKER)
    page, frame = in_the_page(context)
    begin(frame)
    answer(frame, 1, "Eens")
    assert read_answer_sheet(saved(page, frame, tmp_path)).answers == {"ketensamenwerking-doel": 4}


def test_a_part_that_cannot_come_is_told(visitor, static_site):
    static_site.instead["/app/pyodide/pyodide.mjs"] = b"throw new Error('stuk')"
    page = visitor().new_page()
    page.goto(static_site.address + PAGE)
    page.get_by_role("button", name="Vul hier in").click()
    expect(page.get_by_text("Het starten lukt niet.")).to_be_visible(timeout=40_000)


# The lock

TRIES = """
async () => {
  const other = OTHER;
  const add = (tag, values) => {
    const element = Object.assign(document.createElement(tag), values);
    document.body.append(element);
    return element;
  };
  const tries = {
    fetch: () => fetch(other + "fetch", { mode: "no-cors" }),
    beacon: () => navigator.sendBeacon?.(other + "beacon", "geheim"),
    request: () => { const r = new XMLHttpRequest(); r.open("GET", other + "request"); r.send(); },
    socket: () => new WebSocket(other.replace("http", "ws") + "socket"),
    events: () => new EventSource(other + "events"),
    module: () => import(other + "module.js"),
    worker: () => new Worker(other + "worker.js"),
    nested: () => new Worker(URL.createObjectURL(new Blob([`fetch("${other}nested", { mode: "no-cors" })`]))),
    image: () => { new Image().src = other + "image"; },
    script: () => add("script", { src: other + "script.js" }),
    frame: () => add("iframe", { src: other + "frame" }),
    style: () => add("style", { textContent: `@import "${other}style.css"` }),
    form: () => add("form", { action: other + "form", target: "x" }).submit(),
  };
  for (const attempt of Object.values(tries)) {
    try { await attempt(); } catch {}
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}
"""


@pytest.fixture
def other_host(tmp_path):
    """A server on another origin, that writes down whatever reaches it."""
    with serve_files(tmp_path) as server:
        yield server


def tries(server: StaticServer) -> str:
    return TRIES.replace("OTHER", json.dumps(f"http://127.0.0.1:{server.server_address[1]}/"))


def test_the_tries_reach_another_host_where_there_is_no_lock(visitor, other_host, tmp_path):
    (tmp_path / "open.html").write_text("<!doctype html><body>")
    page = visitor().new_page()
    page.goto(f"{other_host.address}open.html")
    other_host.requested.clear()
    page.evaluate(tries(other_host))
    assert {"/fetch", "/image", "/beacon", "/socket", "/nested"} <= set(other_host.requested)


def test_neither_page_nor_form_nor_python_reaches_another_host(visitor, in_the_page, other_host):
    page, _ = in_the_page(visitor())
    (python,) = page.workers
    for place in (page, page.frames[1]):
        place.evaluate(tries(other_host))
    python.evaluate(tries(other_host))
    assert other_host.requested == []


def test_python_code_reaches_no_other_host_and_finds_modules_that_come_late(visitor, static_site, other_host):
    address = f"http://127.0.0.1:{other_host.server_address[1]}/"
    code = f"""
import ipywidgets, js, wave
from pyodide.http import pyfetch
found = []
tries = [pyfetch, js.fetch, lambda address: js.eval(f"import('{{address}}')")]
for attempt in tries:
    try:
        await attempt("{address}python")
        found.append("buiten")
    except BaseException:
        found.append("binnen")
ipywidgets.HTML("<p class='ks-panel'>" + " ".join(found) + " " + wave.__name__ + "</p>")
"""
    notebook = {
        "cells": [{"cell_type": "code", "source": code, "metadata": {}, "outputs": [], "execution_count": None}],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    static_site.instead["/app/files/ketensamenwerking.ipynb"] = json.dumps(notebook).encode()
    context = visitor()
    context.add_init_script(NO_SERVICE_WORKER)
    page = context.new_page()
    page.goto(static_site.address + PAGE)
    page.get_by_role("button", name="Vul hier in").click()
    expect(page.frame_locator("iframe").get_by_text("binnen binnen binnen wave")).to_be_visible(timeout=40_000)
    assert other_host.requested == []
    assert any("rest.zip?for=wave" in path for path in static_site.requested)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(visitor, in_the_page, no_barriers, width, scheme):
    context = visitor(width=width, scheme=scheme)
    page, frame = in_the_page(context)
    no_barriers(page)
    begin(frame)
    answer(frame, 1, "Eens")
    no_barriers(page)
    assert page.frames[1].evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 1
    page.close()
    page, frame = in_the_page(context, "Open hier")
    use_examples(frame)
    no_barriers(page)
    assert page.frames[1].evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 1
