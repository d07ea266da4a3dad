"""What benchmarks share: how long something takes, and an environment of its own for a peer."""

from __future__ import annotations

import subprocess
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path


def seconds(work: Callable[[], object], least: float = 0.3, clock: Callable[[], float] = time.process_time) -> float:
    """Give the fastest of several runs; of the processor's time, unless another clock is named."""
    best, spent = float("inf"), 0.0
    while spent < least:
        start = clock()
        work()
        took = clock() - start
        best, spent = min(best, took), spent + took
    return best


def peer_python(folder: Path, *installs: Sequence[str]) -> Path:
    """Give the Python that has a peer; make its environment, one install after the other, if it is not there."""
    python, made = folder / "bin" / "python", folder / ".made"
    if not made.exists():
        venv.create(folder, with_pip=True, clear=True)
        for what in installs:
            subprocess.run([python, "-m", "pip", "install", "--quiet", *what], check=True, stderr=subprocess.DEVNULL)
        made.touch()
    return python
