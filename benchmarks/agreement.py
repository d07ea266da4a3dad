"""What one agreement costs, beside the same measure written with numpy; and that it does not grow with the answers.

Run: ``python benchmarks/agreement.py``. Prints a table.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import combinations

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
    triples = np.array(list(combinations(range(k), 3)))
    while rest.any():
        filled = rest > 0
        a, b, c = filled[triples].T
        tu, tdu = np.sum((a & b & ~c) | (~a & b & c)), np.sum(a & ~b & c)
        u = ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu)) if tu + tdu else 0.0
        layer = 1.0 if filled.sum() == 1 else u * (1 - (filled.sum() - 1) / (k - 1))
        height = rest[filled].min()
        found += layer * filled.sum() * height / total
        rest = np.where(filled, rest - height, 0)
    return float(found)


def microseconds(measure: Callable[[Sequence[int]], float], counts: Sequence[int], least: float = 0.2) -> float:
    """Give the time of one call."""
    calls, start = 0, time.perf_counter()
    while time.perf_counter() - start < least:
        measure(counts)
        calls += 1
    return (time.perf_counter() - start) / calls * 1e6


def main() -> None:
    """Measure several scales and sizes."""
    pairs = (("agreement", agreement, numpy_agreement), ("consensus", consensus, numpy_consensus))
    print(f"{'measure':>10} {'categories':>10} {'answers':>11} {'ours (us)':>10} {'numpy (us)':>11} {'ratio':>6}")
    for name, ours, theirs in pairs:
        for k in (5, 7, 11):
            for exponent in (3, 5, 7):
                chance = np.random.default_rng(k)
                counts = [int(n) for n in chance.multinomial(10**exponent, chance.dirichlet(np.ones(k)))]
                assert abs(ours(counts) - theirs(counts)) < 1e-9
                mine, other = microseconds(ours, counts), microseconds(theirs, counts)
                print(f"{name:>10} {k:>10} {10**exponent:>11,} {mine:>10.1f} {other:>11.1f} {mine / other:>6.2f}")


if __name__ == "__main__":
    main()
