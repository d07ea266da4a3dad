"""What one agreement costs, beside the same measure written with numpy; and that it does not grow with the answers.

A has at most one layer per category. On a long scale few answers leave many categories equal, and so fewer layers:
that is why its time still rises from a thousand to a hundred thousand answers there, and then no more.

Run: ``python benchmarks/agreement.py``. Prints a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from timeit import Timer

import numpy as np

from ketenspiegel.methods.agreement import agreement, consensus


def numpy_consensus(counts: Sequence[int]) -> float:
    """Tastle and Wierman's consensus, as one would write it with numpy."""
    p = np.asarray(counts) / np.sum(counts)
    place = np.arange(len(p))
    mean = p @ place
    some = p > 0
    return float(1 + np.sum(p[some] * np.log2(1 - np.abs(place[some] - mean) / (len(p) - 1))))


def numpy_agreement(counts: Sequence[int]) -> float:
    """Van der Eijk's A, as one would write it with numpy."""
    rest, total, k, found = np.asarray(counts, float), float(np.sum(counts)), len(counts), 0.0
    while rest.any():
        filled = rest > 0
        before = np.cumsum(filled)[~filled]
        after = filled.sum() - before
        tu = np.sum(before * (before - 1) // 2 + after * (after - 1) // 2)
        tdu = np.sum(before * after)
        u = ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu)) if tu + tdu else 0.0
        layer = 1.0 if filled.sum() == 1 else u * (1 - (filled.sum() - 1) / (k - 1))
        height = rest[filled].min()
        found += layer * filled.sum() * height / total
        rest = np.where(filled, rest - height, 0)
    return float(found)


def microseconds(measure: Callable[[Sequence[int]], float], counts: Sequence[int]) -> float:
    """Give the time of one call: the best of three runs, because other work on the machine only ever adds time."""
    timer = Timer(lambda: measure(counts))
    calls, _ = timer.autorange()
    return min(timer.repeat(3, calls)) / calls * 1e6


def main() -> None:
    """Measure several scales and sizes."""
    pairs = (("agreement", agreement, numpy_agreement), ("consensus", consensus, numpy_consensus))
    print(f"{'measure':>10} {'categories':>10} {'answers':>11} {'ours (us)':>10} {'numpy (us)':>11} {'ratio':>6}")
    for name, ours, theirs in pairs:
        for k in (5, 7, 11, 101):
            for exponent in (3, 5, 7):
                chance = np.random.default_rng(k)
                counts = [int(n) for n in chance.multinomial(10**exponent, chance.dirichlet(np.ones(k)))]
                assert abs(ours(counts) - theirs(counts)) < 1e-9
                mine, other = microseconds(ours, counts), microseconds(theirs, counts)
                print(f"{name:>10} {k:>10} {10**exponent:>11,} {mine:>10.1f} {other:>11.1f} {mine / other:>6.2f}")


if __name__ == "__main__":
    main()
