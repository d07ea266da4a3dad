"""What maps of influences cost: a run of a fuzzy cognitive map beside FCMpy, a whole workshop, loops beside networkx.

FCMpy comes in an environment of its own, made in ``_build/fcmpy`` from PyPI the first time, because it pins versions
that nothing else here can live with. It goes as many steps, to the same tolerance; the ends are compared.

Run: ``PYTHONPATH=. python benchmarks/influence.py`` (needs networkx). Prints three tables; times are of the processor.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from random import Random

import networkx as nx

from benchmarks.measuring import peer_python, seconds
from ketenspiegel.methods.cognitive_effects import drawn, effects
from ketenspiegel.methods.cognitive_map import FuzzyCognitiveMap, run
from ketenspiegel.methods.feedback import loops

PEER = Path(__file__).parents[1] / "_build" / "fcmpy"
PINS = (
    *("matplotlib==3.11.2", "numpy==2.4.6", "openpyxl==3.1.5", "pandas==3.1.1"),
    *("scikit-fuzzy==0.5.0", "scipy==1.17.1", "tqdm==4.70.1"),
)
# FCMpy names pins (and TensorFlow) that its simulator does not need.
PEER_PIN = "FCMpy==0.0.21"
PEER_RUN = """
import contextlib, io, json, sys, time
import pandas as pd
from fcmpy import FcmSimulator

asked = json.load(sys.stdin)
names = list(asked["start"])
weights = pd.DataFrame(0.0, index=names, columns=names)
for source, target, weight in asked["arrows"]:
    weights.loc[source, target] = weight
answers = {}
for ours, theirs in (("kosko", "kosko"), ("modified", "mKosko"), ("rescaled", "rescaled")):
    best = float("inf")
    for _ in range(5):
        with contextlib.redirect_stdout(io.StringIO()):
            begun = time.process_time()
            found = FcmSimulator.simulate(asked["start"], weights, "sigmoid", theirs, 0.001, 100, l=1)
            best = min(best, time.process_time() - begun)
    answers[ours] = {"seconds": best, "end": list(found.iloc[-1])}
print(json.dumps(answers))
"""

FACTORS = [f"factor {n}" for n in range(1, 13)]
RULES = ("kosko", "modified", "rescaled")
MAPS, DRAWS, HELD = 25, 40, 3


def ranges(seed: int) -> dict[tuple[str, str], tuple[float, float]]:
    """Make up a map of 12 factors and 25 arrows: a ring, so that something comes in everywhere, and 13 more."""
    chance = Random(seed)
    ring = list(zip(FACTORS, (*FACTORS[1:], FACTORS[0]), strict=True))
    more = chance.sample([pair for pair in permutations(FACTORS, 2) if pair not in ring], 13)
    words = [(0.1, 0.4), (0.3, 0.7), (0.6, 1.0), (-0.7, -0.3)]
    return {arrow: chance.choice(words) for arrow in (*ring, *more)}


def peer_runs(arrows: dict[tuple[str, str], float], start: dict[str, float]) -> dict[str, dict] | None:
    """Let FCMpy run a map with every rule; None when it cannot be had here."""
    asked = json.dumps({"arrows": [(*arrow, weight) for arrow, weight in arrows.items()], "start": start})
    try:
        answer = subprocess.run(
            [peer_python(PEER, ["--no-deps", PEER_PIN], PINS), "-W", "ignore", "-c", PEER_RUN],
            input=asked,
            check=True,
            capture_output=True,
            text=True,
        )
    except (subprocess.CalledProcessError, OSError) as problem:
        print(f"FCMpy could not be installed or run ({problem.__class__.__name__}); its columns stay empty")
        return None
    return json.loads(answer.stdout)


def one_run() -> None:
    """Compare one run from a raw map, and from a map made ready, with FCMpy."""
    chance = Random(2026)
    arrows = drawn(ranges(0), chance)
    start = {factor: chance.random() for factor in FACTORS}
    theirs = peer_runs(arrows, start)
    print(f"{'rule':>9} {'steps':>6} {'ours (us)':>10} {'made ready (us)':>16} {'FCMpy (us)':>11} {'ratio':>7}")
    for rule in RULES:
        ready = FuzzyCognitiveMap(FACTORS, arrows, rule=rule)
        found = ready.run(start)
        ours = seconds(lambda rule=rule: run(FACTORS, arrows, start, rule=rule))
        again = seconds(lambda ready=ready: ready.run(start))
        other = f"{'-':>11} {'-':>7}"
        if theirs:
            assert max(abs(a - b) for a, b in zip(found.end, theirs[rule]["end"], strict=True)) < 1e-9
            other = f"{theirs[rule]['seconds'] * 1e6:>11.0f} {ours / theirs[rule]['seconds']:>7.4f}"
        print(f"{rule:>9} {found.steps:>6} {ours * 1e6:>10.0f} {again * 1e6:>16.0f} {other}")


def workshop() -> Iterator[bool]:
    """Give, for all maps, draws of their strengths and interventions, whether the run came to rest."""
    interventions = {f"{factor} {value}": {factor: value} for factor in FACTORS[:HELD] for value in (0.0, 1.0)}
    for seed in range(MAPS):
        chance, words = Random(seed), ranges(seed)
        for draw in range(DRAWS):
            ready = FuzzyCognitiveMap(FACTORS, drawn(words, chance), rule=RULES[draw % 3])
            yield from (effect.settled for effect in effects(ready, interventions).values())


def main() -> None:
    """Measure one run, a workshop and loops."""
    one_run()
    settled = list(workshop())
    took = seconds(lambda: list(workshop()), 1)
    print(
        f"\n{'maps':>5} {'draws':>6} {'interventions':>14} {'runs':>6} {'settled':>8} {'all (s)':>8} {'a run (us)':>11}"
    )
    row = f"{MAPS:>5} {DRAWS:>6} {2 * HELD:>14} {len(settled):>6,} {sum(settled):>8,} {took:>8.2f}"
    print(f"{row} {took / len(settled) * 1e6:>11.0f}")

    print(
        f"\n{'factors':>8} {'arrows':>7} {'longest':>8} {'loops':>8} {'ours (s)':>9} {'networkx (s)':>13} {'ratio':>6}"
    )
    for name, pairs in (("sparse", list(ranges(0))), ("dense", list(permutations(FACTORS, 2)))):
        arrows, graph = dict.fromkeys(pairs, 1.0), nx.DiGraph(pairs)
        count = len(loops(FACTORS, arrows, longest=6))
        assert count == sum(1 for _ in nx.simple_cycles(graph, length_bound=6)), name
        ours = seconds(lambda arrows=arrows: loops(FACTORS, arrows, longest=6))
        theirs = seconds(lambda graph=graph: list(nx.simple_cycles(graph, length_bound=6)))
        print(f"{12:>8} {len(pairs):>7} {6:>8} {count:>8,} {ours:>9.4f} {theirs:>13.4f} {ours / theirs:>6.2f}")


if __name__ == "__main__":
    main()
