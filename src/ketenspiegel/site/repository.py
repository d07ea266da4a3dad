"""Where the book is built from, so that a fork's buttons point at the fork."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_GITHUB = re.compile(r"(?:https://|git@|ssh://git@)github\.com[/:](?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?$")


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub: ``owner/name``, and the branch or tag that is built."""

    name: str
    ref: str = "HEAD"

    @property
    def address(self) -> str:
        """The page of the repository."""
        return f"https://github.com/{self.name}"

    def binder(self, place: str) -> str:
        """The address that starts this repository on Binder and opens ``place`` there."""
        return f"https://mybinder.org/v2/gh/{self.name}/{self.ref}?urlpath={place.replace('/', '%2F')}"


def repository(folder: Path) -> Repository | None:
    """Find the repository that is built.

    Parameters
    ----------
    folder
        A folder in the checkout.

    Returns
    -------
    Repository or None
        What ``GITHUB_REPOSITORY`` says, else the git remote ``origin`` when that is on GitHub; None with neither.
    """
    name = os.environ.get("GITHUB_REPOSITORY")
    if name:
        is_branch_or_tag = os.environ.get("GITHUB_REF_TYPE") in ("branch", "tag")
        ref = os.environ.get("GITHUB_REF_NAME", "") if is_branch_or_tag else ""
        return Repository(name, ref.replace("/", "%2F") or "HEAD")
    found = _GITHUB.match(_git(folder, "remote", "get-url", "origin").strip())
    return Repository(found["name"]) if found else None


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
