"""What an intervention changes in a fuzzy cognitive map, and what the map does to the intervention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan
from random import Random

from ketenspiegel.methods.cognitive_map import MOST_STEPS, TOLERANCE, FuzzyCognitiveMap, Run
from ketenspiegel.methods.influence import Arrow

THRESHOLD = 0.01
# A baseline comes to rest this much more finely than a run, so that its own last drift is not taken for an effect.
FINER = 1000


@dataclass(frozen=True)
class Effect:
    """What differs in a map, once it has come to rest, when some factors are held at a value.

    Attributes
    ----------
    settled
        Whether both the map alone and the map with the held factors came to rest. If not, ``change`` and ``push`` are
        not a number: there is no end to compare.
    change
        Per factor the end less the baseline; exactly 0 where no path of arrows leads from a held factor.
    first_step
        Per factor the first step at which it lies more than the threshold from the baseline (0 for the held factors
        themselves); None when it never does.
    turned
        Per factor whether it first went the other way: it ends more than the threshold on one side of the baseline,
        and was more than the threshold on the other side before.
    push
        Per held factor the sum of weight times change over the arrows that come in from other factors: what the map
        itself would do to it. Negative means that the rest pushes it down: against who raises it.
    """

    settled: bool
    change: dict[str, float]
    first_step: dict[str, int | None]
    turned: dict[str, bool]
    push: dict[str, float]


def effects(
    prepared: FuzzyCognitiveMap,
    interventions: Mapping[str, Mapping[str, float]],
    *,
    threshold: float = THRESHOLD,
    tolerance: float = TOLERANCE,
    most_steps: int = MOST_STEPS,
) -> dict[str, Effect]:
    """Tell what each intervention changes in a map, compared with the map left alone.

    The map first goes alone, from 0.5 everywhere (sigmoid) or 0 everywhere (tanh), until it rests: the baseline. From
    there each intervention holds its factors at their values until the map rests again. Rescaled with the sigmoid, and
    kosko and modified with tanh, rest where they start, even if the least push would end that rest.

    Parameters
    ----------
    prepared
        The map with its rule.
    interventions
        By name: the factors that are held and their values.
    threshold
        How far from the baseline counts as a change, for ``first_step`` and ``turned``; choose it above the tolerance.
    tolerance, most_steps
        As for `FuzzyCognitiveMap.run`. Once the map alone has settled so, it is followed to a thousandth of the
        tolerance, for at most ten times as many steps.

    Returns
    -------
    dict of str to Effect
        In the order of the interventions.

    Raises
    ------
    ValueError
        When a factor is unknown or a value is out of range.

    References
    ----------
    Özesmi, U. and Özesmi, S. L. (2004). Ecological models based on people's knowledge: a multi-step fuzzy cognitive
    mapping approach. Ecological Modelling 176(1-2), 43-64. https://doi.org/10.1016/j.ecolmodel.2003.10.027

    Examples
    --------
    Rules speed things up, so people think; but they bring a burden too, and speed makes rules look needless:

    >>> arrows = {("rules", "speed"): 0.5, ("rules", "burden"): 1, ("burden", "speed"): -1, ("speed", "rules"): -0.5}
    >>> prepared = FuzzyCognitiveMap(["rules", "burden", "speed"], arrows)
    >>> found = effects(prepared, {"more rules": {"rules": 1.0}})["more rules"]
    >>> {factor: round(value, 3) for factor, value in found.change.items()}
    {'rules': 0.417, 'burden': 0.067, 'speed': 0.047}
    >>> round(found.push["rules"], 3)
    -0.024
    """
    baseline = _baseline(prepared, tolerance, most_steps)
    if baseline is None:
        return {name: _unsettled(prepared, clamped) for name, clamped in interventions.items()}
    targets = _targets(prepared)
    found = {}
    for name, clamped in interventions.items():
        reached = _reached(clamped, targets)
        # What no path leads to is held where it is: computed anew, it would still drift by its last digits.
        unreached = {factor: value for factor, value in baseline.items() if factor not in reached}
        run = prepared.run(baseline, clamped={**unreached, **clamped}, tolerance=tolerance, most_steps=most_steps)
        if run.settled:
            found[name] = _effect(prepared, clamped, run, baseline, threshold)
        else:
            found[name] = _unsettled(prepared, clamped)
    return found


def _baseline(prepared: FuzzyCognitiveMap, tolerance: float, most_steps: int) -> dict[str, float] | None:
    """Give the state in which the map comes to rest when it is left alone; None when it never does."""
    alone = prepared.run(dict.fromkeys(prepared.factors, prepared.middle), tolerance=tolerance, most_steps=most_steps)
    if alone.settled:
        start = dict(zip(prepared.factors, alone.end, strict=True))
        alone = prepared.run(start, tolerance=tolerance / FINER, most_steps=most_steps * 10)
    return dict(zip(prepared.factors, alone.end, strict=True)) if alone.settled else None


def _targets(prepared: FuzzyCognitiveMap) -> dict[str, list[str]]:
    """Give per factor the ones that its arrows lead to."""
    targets: dict[str, list[str]] = {factor: [] for factor in prepared.factors}
    for target, sources in prepared.incoming.items():
        for source in sources:
            targets[source].append(target)
    return targets


def _reached(clamped: Mapping[str, float], targets: Mapping[str, list[str]]) -> set[str]:
    """Give the held factors and all that a path of arrows leads to from them."""
    reached, to_do = set(clamped), list(clamped)
    for source in to_do:
        for target in targets.get(source, ()):
            if target not in reached:
                reached.add(target)
                to_do.append(target)
    return reached


def _effect(
    prepared: FuzzyCognitiveMap,
    clamped: Mapping[str, float],
    run: Run,
    baseline: Mapping[str, float],
    threshold: float,
) -> Effect:
    change = {factor: end - base for (factor, base), end in zip(baseline.items(), run.end, strict=True)}
    first_step: dict[str, int | None] = dict.fromkeys(baseline)
    turned = dict.fromkeys(baseline, False)
    for (factor, base), values in zip(baseline.items(), zip(*run.states, strict=True), strict=True):
        first_step[factor] = next((step for step, value in enumerate(values) if abs(value - base) > threshold), None)
        if change[factor] > threshold:
            turned[factor] = min(values) - base < -threshold
        elif change[factor] < -threshold:
            turned[factor] = max(values) - base > threshold
    push = {factor: _push(factor, prepared.incoming[factor], change) for factor in clamped}
    return Effect(True, change, first_step, turned, push)


def _push(factor: str, incoming: Mapping[str, float], change: Mapping[str, float]) -> float:
    """Sum what comes in at a factor because of what changed, without what it does to itself."""
    return sum(weight * change[source] for source, weight in incoming.items() if source != factor)


def _unsettled(prepared: FuzzyCognitiveMap, clamped: Mapping[str, float]) -> Effect:
    return Effect(
        settled=False,
        change=dict.fromkeys(prepared.factors, nan),
        first_step=dict.fromkeys(prepared.factors),
        turned=dict.fromkeys(prepared.factors, False),
        push=dict.fromkeys(clamped, nan),
    )


def drawn(ranges: Mapping[Arrow, tuple[float, float]], chance: Random) -> dict[Arrow, float]:
    """Draw a weight for every arrow, each as likely as any other within what the words for its strength can mean.

    Parameters
    ----------
    ranges
        Per arrow the lowest and highest weight, with their sign, from -1 to 1.
    chance
        The same seed gives the same weights, in whatever order the arrows stand.

    Raises
    ------
    ValueError
        When a range is not from low to high within -1 to 1.

    Examples
    --------
    >>> weights = drawn({("rules", "burden"): (0.5, 1.0), ("burden", "speed"): (-1.0, -0.5)}, Random(7))
    >>> {arrow: round(weight, 2) for arrow, weight in weights.items()}
    {('rules', 'burden'): 0.58, ('burden', 'speed'): -0.84}
    """
    for (source, target), (low, high) in ranges.items():
        if not -1 <= low <= high <= 1:
            raise ValueError(
                f"the range of {source!r} on {target!r} is {low} to {high}: not low to high within -1 to 1"
            )
    weights = {arrow: chance.uniform(*ranges[arrow]) for arrow in sorted(ranges)}
    return {arrow: weights[arrow] for arrow in ranges}
