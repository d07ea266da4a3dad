"""A machine counts as the user's own only when that is sure; elsewhere nothing is kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from ketenspiegel import apps
from ketenspiegel.answers import read_answer_sheet

VOILA = {"SERVER_SOFTWARE": "voila/0.5.13"}


@pytest.fixture(autouse=True)
def nowhere(monkeypatch, tmp_path):
    for name in (
        "BINDER_SERVICE_HOST",
        "BINDER_REPO_URL",
        "JUPYTERHUB_USER",
        "SERVER_SOFTWARE",
        "SERVER_NAME",
        "KETENSPIEGEL_SERVED_HERE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KETENSPIEGEL_FOLDER", str(tmp_path / "eigen"))


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "own"),
        ({**VOILA, "SERVER_NAME": "localhost"}, "server"),
        ({**VOILA, "SERVER_NAME": "localhost", "KETENSPIEGEL_SERVED_HERE": "1"}, "own"),
        ({**VOILA, "SERVER_NAME": "spiegel.gemeente.example"}, "server"),
        ({"BINDER_REPO_URL": "https://example.org"}, "binder"),
        ({"JUPYTERHUB_USER": "jansen"}, "server"),
    ],
)
def test_where_this_runs(environment, expected, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert apps.place() == expected
    assert (apps.own_folder() is not None) == (expected == "own")


def test_an_empty_folder_name_keeps_nothing_on_disk(monkeypatch):
    monkeypatch.setenv("KETENSPIEGEL_FOLDER", "")
    assert apps.own_folder() is None
    assert apps.fill_in("ketensamenwerking").place == "browser"


def test_the_form_keeps_a_copy_and_removes_only_its_own(tmp_path):
    form = apps.fill_in("ketensamenwerking")
    blank = {"question_set": "ketensamenwerking", "question_set_version": "1.0", "role": "inwoner", "id": "a" * 32}
    form.sheet = {**blank, "answers": {"regie-koers": 3}}
    copy = tmp_path / "eigen" / f"{'a' * 32}.json"
    assert read_answer_sheet(copy).answers == {"regie-koers": 3}
    (tmp_path / "ander.json").write_text("{}")
    for name in ("../ander", "a" * 32):
        form._receive(form, {"type": "wipe", "id": name}, [])
    assert not copy.exists()
    assert (tmp_path / "ander.json").exists()


def test_a_full_disk_is_said_on_screen(monkeypatch):
    form = apps.fill_in("ketensamenwerking")
    sent = []
    monkeypatch.setattr(form, "send", lambda message, buffers=None: sent.append(message))

    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr("ketenspiegel.forms.questionnaire.write_answer_sheet", full)
    form.sheet = {"question_set": "ketensamenwerking", "question_set_version": "1.0"}
    assert sent == [{"type": "not_written", "reason": "No space left on device"}]


def test_the_front_end_does_not_see_what_would_steer_a_respondent():
    form = apps.fill_in("ketensamenwerking")
    assert "reversed" not in str(form.questions)
    assert "advice" not in str(form.questions)


def test_comparing_offers_the_examples_where_they_are(monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[1] / "assessments")
    assert apps.compare("ketensamenwerking")._intake.examples is True
    monkeypatch.chdir("/")
    assert apps.compare("ketensamenwerking")._intake.examples is False


@pytest.mark.parametrize("app", [apps.fill_in, apps.compare])
def test_a_wrong_question_set_is_said_on_screen(app, tmp_path, data):
    wrong = (data / "klein.yaml").read_text(encoding="utf-8").replace("reversed: true", "reversed: <b>", 1)
    (tmp_path / "mijn.yaml").write_text(wrong, encoding="utf-8")
    shown = app(str(tmp_path / "mijn.yaml")).value
    line = 1 + wrong[: wrong.index("reversed: <b>")].count("\n")
    assert f"mijn.yaml, regel {line}, themes → 1 → items → 2 → reversed: hier hoort true of false te staan" in shown


@pytest.mark.parametrize(("lens", "field"), [("simple: gap", "simple"), ("complex: [perspectives, niets]", "complex")])
def test_a_lens_that_cannot_look_is_said_on_screen(lens, field, tmp_path, data):
    text = (data / "klein.yaml").read_text(encoding="utf-8").replace("themes:", f"{lens}\nthemes:", 1)
    (tmp_path / "mijn.yaml").write_text(text, encoding="utf-8")
    assert f"mijn.yaml, {field}: de lens ‘" in apps.compare(str(tmp_path / "mijn.yaml")).value
