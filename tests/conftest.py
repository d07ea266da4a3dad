"""What all tests share: a small question set, and sheets made for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from ketenspiegel.answers import AnswerSheet
from ketenspiegel.questions import QuestionSet, load_question_set

# No deadline, for slow machines; in CI the same examples every time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture(scope="session")
def small() -> QuestionSet:
    return load_question_set(DATA / "klein.yaml")


@pytest.fixture
def sheet_of() -> Callable[..., AnswerSheet]:
    def make(role: str = "inwoner", **answers: int | str) -> AnswerSheet:
        return AnswerSheet(
            question_set="klein",
            question_set_version="1.2",
            role=role,
            answers={name.replace("_", "-"): value for name, value in answers.items()},
            saved=datetime(2026, 11, 1, tzinfo=UTC),
        )

    return make


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it before the tests run."""
    built = ROOT / "_build" / "html"
    assert (built / "index.html").is_file(), "build the site first: make book"
    return built


@pytest.fixture(scope="session")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the server keeps answers, in the place of ~/Ketenspiegel."""
    return tmp_path_factory.mktemp("Ketenspiegel")


@pytest.fixture(scope="session")
def server(site: Path, own_folder: Path) -> Iterator[str]:
    """The address of the real server, as `make serve` starts it."""
    command = [sys.executable, "-m", "ketenspiegel.serve", "--port", "8870", "--site", str(site)]
    environment = {**os.environ, "KETENSPIEGEL_FOLDER": str(own_folder)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        yield re.search(r"http://localhost:\d+/", line)[0]
        process.terminate()


@pytest.fixture(scope="session")
def clean_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's own files, without what was installed or built."""
    copy = tmp_path_factory.mktemp("copy") / "ketenspiegel"
    ignored = shutil.ignore_patterns(
        ".venv", "_build", ".git", ".*_cache", "__pycache__", "*.mo", "*.bundle.js", ".hypothesis"
    )
    shutil.copytree(ROOT, copy, ignore=ignored)
    return copy
