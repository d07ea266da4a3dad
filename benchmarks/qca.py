"""What qualitative comparative analysis costs: a truth table and all parsimonious models, beside two peers.

The first peer is the method of Quine and McCluskey by the book, for the prime implicants alone, in this file; its
primes are compared. The second is SymPy, which looks for one formula and not for all; its formula may not be shorter.
SymPy comes in an environment of its own, made in ``_build/sympy`` from PyPI the first time, and gets a minute per
formula (a dash: it took longer, or could not be had). The cases are made up: conditions that go together somewhat, two
paths to the outcome, and noise.

Run: ``PYTHONPATH=. python benchmarks/qca.py [largest number of conditions]``. Prints a table; times are of the
processor.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random

from benchmarks.measuring import peer_python, seconds
from ketenspiegel.methods.qca.calibration import Anchors, membership
from ketenspiegel.methods.qca.minimisation import TooManyModelsError, minimal_models, prime_implicants
from ketenspiegel.methods.qca.terms import Term, covers
from ketenspiegel.methods.qca.truth_table import CutOffs, TruthTable, truth_table

PEER = Path(__file__).parents[1] / "_build" / "sympy"
PINS = ("sympy==1.14.0", "mpmath==1.3.0")
PATIENCE = 60
PEER_RUN = """
import json, sys, time
from sympy import symbols
from sympy.logic import SOPform

asked = json.load(sys.stdin)
names = symbols([f"c{place}" for place in range(asked["n"])])
best, spent = float("inf"), 0.0
while spent < 0.3:
    begun = time.process_time()
    found = SOPform(names, asked["positive"], asked["remainders"])
    took = time.process_time() - begun
    best, spent = min(best, took), spent + took
print(json.dumps({"seconds": best, "terms": len(found.args) if found.func.__name__ == "Or" else 1}))
"""

SCALE = Anchors(-1.2, 0, 1.2)
CUT_OFFS = (0.8, 0.5)


def drawn(n: int, size: int) -> tuple[dict[str, list[float]], list[str], dict[str, float]]:
    """Draw cases with a fixed seed: two paths, one of two conditions and one of three, and a tenth of noise."""
    chance = Random(2026)
    cases, outcome = {}, {}
    for number in range(size):
        common = chance.gauss(0, 1)
        scores = [0.6 * common + 0.8 * chance.gauss(0, 1) for _ in range(n)]
        here = [round(membership(score, SCALE), 2) for score in scores]
        reached = max(min(here[0], here[1]), min(1 - here[0], here[2], here[3]))
        cases[f"case {number}"] = here
        outcome[f"case {number}"] = min(1.0, max(0.0, round(reached + chance.gauss(0, 0.1), 2)))
    return cases, [f"c{place}" for place in range(n)], outcome


def by_the_book(positive: tuple[int, ...], remainders: tuple[int, ...], n: int) -> set[Term]:
    """Find prime implicants as McCluskey (1956) does: join what differs in one condition, until nothing joins."""
    terms = {Term((1 << n) - 1, each) for each in (*positive, *remainders)}
    primes: set[Term] = set()
    while terms:
        joined, used = set(), set()
        for term in terms:
            for place in range(n):
                bit = 1 << place
                other = Term(term.care, term.values ^ bit)
                if term.care & bit and other in terms:
                    used.add(term)
                    joined.add(Term(term.care & ~bit, term.values & ~bit))
        primes |= terms - used
        terms = joined
    return {prime for prime in primes if any(covers(prime, each) for each in positive)}


def by_sympy(table: TruthTable) -> dict[str, float] | None:
    """Let SymPy find one formula; None when it takes too long or cannot be had here."""
    asked = {"n": len(table.conditions), "positive": table.positive, "remainders": table.remainders}
    try:
        command = [peer_python(PEER, PINS), "-c", PEER_RUN]
        answer = subprocess.run(
            command, input=json.dumps(asked), check=True, capture_output=True, text=True, timeout=PATIENCE
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return json.loads(answer.stdout)


def minimised(table: TruthTable, n: int) -> tuple[str, int | None]:
    """Find the primes and all models: say how many there are, or why not, and how long they are."""
    primes = prime_implicants(table.positive, table.negative, n)
    try:
        models = minimal_models(primes, table.positive)
    except TooManyModelsError as problem:
        return ("> 1000" if "more than" in str(problem) else "refused"), None
    return str(len(models)), len(models[0])


def measured(n: int, size: int, frequency: int) -> None:
    """Print one line of the table."""
    cases, conditions, outcome = drawn(n, size)
    cut_offs = CutOffs(*CUT_OFFS, frequency=frequency)
    table = truth_table(cases, conditions, outcome, cut_offs)
    making = seconds(lambda: truth_table(cases, conditions, outcome, cut_offs))
    primes = prime_implicants(table.positive, table.negative, n)
    models, length = minimised(table, n)
    finding = seconds(lambda: prime_implicants(table.positive, table.negative, n))
    whole = seconds(lambda: minimised(table, n))
    assert set(primes) == by_the_book(table.positive, table.remainders, n)
    book = seconds(lambda: by_the_book(table.positive, table.remainders, n))
    line = f"{n:>10} {size:>7,} {frequency:>9} {len(table.positive):>8} {len(primes):>6} {models:>7}"
    line += f" {making:>9.4f} {finding:>10.5f} {whole:>12.4f} {book:>9.4f} {finding / book:>7.4f}"
    theirs = by_sympy(table)
    if theirs is None:
        print(f"{line} {'-':>9} {'-':>8}", flush=True)
        return
    assert length is None or theirs["terms"] >= length
    print(f"{line} {theirs['seconds']:>9.4f} {whole / theirs['seconds']:>8.5f}", flush=True)


def main(most: int = 12) -> None:
    """Measure every number of conditions with every number of cases."""
    print(
        f"{'conditions':>10} {'cases':>7} {'frequency':>9} {'positive':>8} {'primes':>6} {'models':>7} "
        f"{'table (s)':>9} {'primes (s)':>10} {'minimise (s)':>12} {'book (s)':>9} {'ratio':>7} "
        f"{'SymPy (s)':>9} {'ratio':>8}"
    )
    for n in range(4, most + 1, 2):
        for size, frequency in ((20, 1), (342, 1), (342, 2), (10_000, 1), (10_000, 2), (10_000, 5)):
            measured(n, size, frequency)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
