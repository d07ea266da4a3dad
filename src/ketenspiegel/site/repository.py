"""Where the book is built from, so that a fork's buttons point at the fork."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ketenspiegel.site.checkout import git

_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_ON_GITHUB = re.compile(
    r"(?:\w+://)?(?:[^@/]+@)?(?:www\.)?github\.com(?::\d+/|[:/])(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub: ``owner/name``, and the branch or tag that is built as it stands in an address.

    Examples
    --------
    >>> Repository("eikendal/ketenspiegel", "proef%2F1").binder("lab/tree/start.ipynb")
    'https://mybinder.org/v2/gh/eikendal/ketenspiegel/proef%2F1?urlpath=lab%2Ftree%2Fstart.ipynb'
    """

    name: str
    ref: str = "HEAD"

    @property
    def address(self) -> str:
        """The page of the repository."""
        return f"https://github.com/{self.name}"

    def binder(self, place: str) -> str:
        """The address that starts this repository on Binder and opens ``place`` there."""
        return f"https://mybinder.org/v2/gh/{self.name}/{self.ref}?urlpath={quote(place, safe='')}"


def repository(folder: Path) -> Repository | None:
    """Find the repository that is built.

    Parameters
    ----------
    folder
        The top of the checkout.

    Returns
    -------
    Repository or None
        What GitHub Actions says, else the git remote ``origin`` when that is on GitHub; None with neither.
    """
    if name := os.environ.get("GITHUB_REPOSITORY"):
        return Repository(name, _built_ref()) if _is_on_github() and _NAME.fullmatch(name) else None
    found = _ON_GITHUB.fullmatch(git(folder, "remote", "get-url", "origin") or "")
    return Repository(found["name"]) if found else None


def _is_on_github() -> bool:
    # Forgejo and Gitea set the same variables, for their own server.
    return os.environ.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/") == "https://github.com"


def _built_ref() -> str:
    name = os.environ.get("GITHUB_REF_NAME", "")
    # A pull request calls itself a branch too, but it is none that Binder can find.
    is_pull_request = re.fullmatch(r"\d+/merge", name)
    if not name or is_pull_request or os.environ.get("GITHUB_REF_TYPE") not in ("branch", "tag"):
        return "HEAD"
    return quote(name, safe="")
