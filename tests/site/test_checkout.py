"""Git is asked about our own checkout only, and may be absent."""

from __future__ import annotations

import subprocess

import pytest

from ketenspiegel.site.checkout import git
from ketenspiegel.site.repository import Repository, repository


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", "https://github.com/eik/dal"], check=True)
    return tmp_path


def test_git_answers_for_its_own_folder(checkout):
    assert git(checkout, "remote", "get-url", "origin") == "https://github.com/eik/dal"
    assert repository(checkout) == Repository("eik/dal")


def test_a_copy_inside_somebody_elses_repository_is_not_theirs(checkout):
    unpacked = checkout / "ketenspiegel"
    unpacked.mkdir()
    assert git(unpacked, "remote", "get-url", "origin") is None
    assert repository(unpacked) is None


def test_no_git_is_no_answer(checkout, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert git(checkout, "remote", "get-url", "origin") is None


def test_a_command_that_fails_is_no_answer(checkout):
    assert git(checkout, "archive", "HEAD") is None


@pytest.mark.parametrize(
    ("remote", "name"),
    [
        ("https://token@github.com/eik/dal.git", "eik/dal"),
        ("git://github.com/eik/dal.git", "eik/dal"),
        ("ssh://git@github.com:22/eik/dal.git", "eik/dal"),
        ("https://github.com/eik/dal.nl/", "eik/dal.nl"),
        ("https://github.com.kwaad.nl/eik/dal", None),
        ("https://nietgithub.com/eik/dal", None),
        ("https://kwaad.nl/github.com/eik/dal", None),
        ("git@gitlab.com:github.com/eik.git", None),
    ],
)
def test_only_github_itself_is_github(checkout, remote, name):
    subprocess.run(["git", "-C", checkout, "remote", "set-url", "origin", remote], check=True)
    found = repository(checkout)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"GITHUB_SERVER_URL": "https://codeberg.org"}, None),
        ({"GITHUB_SERVER_URL": "https://github.com"}, Repository("eik/dal")),
        ({"GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "12/merge"}, Repository("eik/dal")),
        ({"GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": "v1.0#a"}, Repository("eik/dal", "v1.0%23a")),
    ],
)
def test_what_actions_says_is_believed_when_binder_can_use_it(environment, expected, monkeypatch, tmp_path):
    for name in ("GITHUB_SERVER_URL", "GITHUB_REF_TYPE", "GITHUB_REF_NAME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"GITHUB_REPOSITORY": "eik/dal", **environment}.items():
        monkeypatch.setenv(name, value)
    assert repository(tmp_path) == expected
