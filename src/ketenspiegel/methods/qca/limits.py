"""How many conditions an analysis can carry: for the computer, and for the number of cases."""

from __future__ import annotations

MAX_CONDITIONS = 12

# Beyond so many cases even twelve conditions are few enough.
_ENOUGH_CASES = 300


class TooManyConditionsError(ValueError):
    """More conditions than can be minimised exactly here, and far more than any number of cases can carry."""


def chance_without_contradiction(conditions: int, cases: int) -> float:
    """Give how likely it is that data without any meaning look as if every configuration had an outcome of its own.

    Every case gets a configuration and an outcome by the toss of a coin for each. When no configuration holds cases
    with and cases without the outcome, an analysis explains that noise in full.

    Parameters
    ----------
    conditions, cases
        How many there are.

    Returns
    -------
    float
        From 0 to 1; exact for crisp data, in O(cases squared).

    Examples
    --------
    >>> chance_without_contradiction(1, 2), round(chance_without_contradiction(5, 18), 3)
    (0.75, 0.094)
    """
    configurations = 1 << conditions
    # Per number of configurations that hold a case: the chance that so many do, and that none contradicts itself.
    chances = [1.0]
    for _ in range(cases):
        stay = [chance * taken / configurations / 2 for taken, chance in enumerate(chances)]
        move = [chance * (configurations - taken) / configurations for taken, chance in enumerate(chances)]
        chances = [here + new for here, new in zip([*stay, 0.0], [0.0, *move], strict=True)]
    return sum(chances)


def most_conditions(cases: int) -> int:
    """Give with how many conditions meaningless data would still, nine times out of ten, betray themselves.

    The more conditions, the more configurations, the fewer cases in each, and the easier any outcome is "explained".
    Marx and Duşa (2011) tried this on more than five million random data sets and conclude that a badly specified
    model cannot be counted on to show contradictions; hence benchmarks for conditions next to cases. From them is the
    idea. The numbers are ours, because their table was not at hand: the chance is computed
    (`chance_without_contradiction`) instead of simulated, with even coins, and at most one in ten is our choice. That
    such benchmarks are of use is disputed (Thiem and Mkrtchyan, 2024); take them as a warning and not as a licence.

    Parameters
    ----------
    cases
        The number of cases.

    Returns
    -------
    int
        From 0 to `MAX_CONDITIONS`.

    References
    ----------
    Marx, A. and Duşa, A. (2011). Crisp-set qualitative comparative analysis (csQCA), contradictions and consistency
    benchmarks for model specification. Methodological Innovations Online 6(2), 103-148.
    https://doi.org/10.4256/mio.2010.0037
    Thiem, A. and Mkrtchyan, L. (2024). Case-to-factor ratios and model specification in qualitative comparative
    analysis. Field Methods. https://doi.org/10.1177/1525822X231159458

    Examples
    --------
    >>> [most_conditions(cases) for cases in (6, 10, 18, 25, 50, 342)]
    [1, 3, 5, 6, 8, 12]
    """
    counted = min(cases, _ENOUGH_CASES)
    fitting = (n for n in range(1, MAX_CONDITIONS + 1) if chance_without_contradiction(n, counted) > 0.1)
    return next(fitting, MAX_CONDITIONS + 1) - 1
