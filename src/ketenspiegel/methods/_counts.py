"""What every measure on an ordinal scale asks of its input."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, isfinite


def checked(counts: Sequence[float], fewest_categories: int = 2) -> list[float]:
    """Give counts per category as a list, after checking that they can be counts.

    Raises
    ------
    ValueError
        With too few categories, a negative or infinite count or sum of counts, or no answers at all.
    """
    numbers = list(counts)
    if len(numbers) < fewest_categories:
        raise ValueError(f"need at least {fewest_categories} categories, got {len(numbers)}")
    if any(n < 0 for n in numbers) or not isfinite(sum(numbers)):
        raise ValueError(f"counts must be finite, also when added up, and not negative, got {numbers}")
    if not any(numbers):
        raise ValueError("there are no answers to measure: all counts are zero")
    return numbers


def shares(counts: Sequence[float], fewest_categories: int = 2) -> list[float]:
    """Give the share of every category; raises as `checked` does."""
    numbers = checked(counts, fewest_categories)
    # Dividing by the largest first keeps very small weights from adding up to zero; fsum does not depend on order.
    largest = max(numbers)
    scaled = [n / largest for n in numbers]
    total = fsum(scaled)
    return [n / total for n in scaled]
