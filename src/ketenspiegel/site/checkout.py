"""What git knows of the folder that the book is built from."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *words: str) -> str | None:
    """Ask git something about a checkout.

    Parameters
    ----------
    folder
        The top of the checkout. A folder that only lies inside somebody's other repository does not count, for
        then the answer would be about that repository.
    words
        The command, without ``git``.

    Returns
    -------
    str or None
        What git says; None without git, without a checkout, and when the command fails.

    Examples
    --------
    >>> git(Path("/"), "rev-parse", "HEAD") is None
    True
    """
    top = _run(folder, "rev-parse", "--show-toplevel")
    if not top or Path(top).resolve() != folder.resolve():
        return None
    return _run(folder, *words)


def _run(folder: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
