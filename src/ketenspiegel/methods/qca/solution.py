"""Solutions: the shortest formulas for an outcome, with the fit, the cases and the assumptions of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ketenspiegel.methods.qca._counterfactuals import easy_counterfactuals
from ketenspiegel.methods.qca._leading import Leading, memberships_by_term
from ketenspiegel.methods.qca.fit import Sufficiency, sufficiency
from ketenspiegel.methods.qca.minimisation import minimal_models, prime_implicants
from ketenspiegel.methods.qca.terms import Term, covers, place_in_order, written
from ketenspiegel.methods.qca.truth_table import TruthTable

Kind = Literal["conservative", "parsimonious", "intermediate"]


@dataclass(frozen=True)
class Path:
    """One term of a model: a combination that is enough for the outcome.

    ``unique`` is the part of the outcome that this path alone covers; ``cases`` are the cases per configuration with
    the outcome that the path covers; ``alternative`` tells that other models do without it.
    """

    term: Term
    fit: Sufficiency
    unique: float
    cases: tuple[tuple[str, ...], ...]
    alternative: bool


@dataclass(frozen=True)
class Model:
    """A shortest formula, its fit, and the remainders that it takes to have the outcome too."""

    paths: tuple[Path, ...]
    fit: Sufficiency
    assumptions: tuple[int, ...]


@dataclass(frozen=True)
class Solution:
    """All shortest formulas of one kind; ``assumptions`` are those of any model."""

    kind: Kind
    conditions: tuple[str, ...]
    models: tuple[Model, ...]

    @property
    def assumptions(self) -> tuple[int, ...]:
        """The remainders that at least one model takes to have the outcome."""
        return tuple(sorted({each for model in self.models for each in model.assumptions}))


def solve(
    table: TruthTable,
    kind: Kind = "conservative",
    expectations: Mapping[str, bool] | None = None,
    *,
    with_contradictions: bool = False,
    row_dominance: bool = False,
) -> Solution:
    """Give all shortest formulas for the configurations with the outcome.

    The conservative solution says nothing beyond the configurations that occur. The parsimonious one takes any
    remainder to have the outcome where that makes a formula shorter. The intermediate one does so only for easy
    counterfactuals: remainders that the parsimonious solution takes too, and that differ from a configuration with
    the outcome only in conditions that there are as expected. When there are several conservative and parsimonious
    models, each pair of them has easy counterfactuals of its own; given are the shortest formulas of all pairs.

    Parameters
    ----------
    table
        The truth table.
    kind
        Conservative (also: complex), parsimonious or intermediate.
    expectations
        Per condition, for the intermediate solution: True when its presence is expected to help the outcome of the
        table (the negated one in a negated table), False when its absence is; a condition of which nothing is expected
        is left out.
    with_contradictions
        Take the rows coded ``C`` to have the outcome; otherwise no formula may cover them.
    row_dominance
        See `minimal_models`.

    Returns
    -------
    Solution
        Without models when no configuration has the outcome.

    Raises
    ------
    ValueError
        When an expectation is about no condition, or ``kind`` is none of the three.
    TooManyModelsError
        See `minimal_models`.

    References
    ----------
    Ragin, C. C. (2008). Redesigning Social Inquiry. https://doi.org/10.7208/chicago/9780226702797.001.0001
    Duşa, A. (2019). QCA with R: A Comprehensive Resource. Springer. https://doi.org/10.1007/978-3-319-75668-4

    Examples
    --------
    >>> from ketenspiegel.methods.qca.truth_table import truth_table
    >>> cases = {"North": (1, 0, 1), "East": (1, 1, 1), "South": (0, 0, 1), "West": (0, 0, 0)}
    >>> table = truth_table(cases, ["trust", "money", "time"], {"North": 1, "East": 1, "South": 0, "West": 0})
    >>> kinds = ("conservative", "parsimonious")
    >>> [formula(solve(table, kind).models[0], table.conditions) for kind in kinds]
    ['trust*time', 'trust']
    """
    if unknown := sorted(set(expectations or ()) - set(table.conditions)):
        raise ValueError(f"expectations about what is no condition: {unknown}")
    if kind not in ("conservative", "parsimonious", "intermediate"):
        raise ValueError(f"no such kind of solution: {kind}")
    positive = sorted({*table.positive, *(table.contradictory if with_contradictions else ())})
    found: set[tuple[Term, ...]] = set()
    for usable in _usable(table, positive, kind, expectations or {}, row_dominance):
        found.update(_models(table, positive, usable, row_dominance))
    n = len(table.conditions)
    fewest = min(map(len, found), default=0)
    ordered = sorted(
        (model for model in found if len(model) == fewest),
        key=lambda model: [place_in_order(term, n) for term in model],
    )
    return Solution(kind, table.conditions, _measured(table, positive, ordered))


def formula(model: Model, conditions: Sequence[str]) -> str:
    """Write a model as the field does, such as ``DEV*~URB + LIT``."""
    return " + ".join(written(path.term, conditions) for path in model.paths)


def _usable(
    table: TruthTable, positive: Sequence[int], kind: Kind, expectations: Mapping[str, bool], row_dominance: bool
) -> set[frozenset[int]]:
    """Give the remainders that a formula may cover; several such sets for the intermediate solution."""
    remainders = frozenset(table.remainders)
    if kind == "conservative":
        return {frozenset()}
    if kind == "parsimonious":
        return {remainders}
    n = len(table.conditions)
    expected = {
        1 << (n - 1 - place): expectations[name] for place, name in enumerate(table.conditions) if name in expectations
    }
    conservative = _models(table, positive, frozenset(), row_dominance)
    parsimonious = _models(table, positive, remainders, row_dominance)
    return easy_counterfactuals(conservative, parsimonious, remainders, expected)


def _models(
    table: TruthTable, positive: Sequence[int], usable: frozenset[int], row_dominance: bool
) -> tuple[tuple[Term, ...], ...]:
    if not positive:
        return ()
    n = len(table.conditions)
    barred = set(range(1 << n)) - set(positive) - usable
    return minimal_models(prime_implicants(positive, barred, n), positive, row_dominance=row_dominance)


def _measured(table: TruthTable, positive: Sequence[int], models: Sequence[tuple[Term, ...]]) -> tuple[Model, ...]:
    """Add fit, cases and assumptions to the terms of models."""
    terms = {term for model in models for term in model}
    shared = {term for term in terms if all(term in model for model in models)}
    within = memberships_by_term(terms, table.memberships, len(table.conditions))
    fits = {term: sufficiency(within[term], table.outcome) for term in terms}
    rows = [row for row in table.rows if row.configuration in set(positive)]
    cases = {term: tuple(row.cases for row in rows if covers(term, row.configuration)) for term in terms}
    remainders = table.remainders
    taken = {term: {each for each in remainders if covers(term, each)} for term in terms}
    # What all models share is gone through once; there can be many models.
    common = Leading.of(len(table.cases)).joined_by({term: within[term] for term in shared})
    found = []
    for model in models:
        leading = common.joined_by({term: within[term] for term in model if term not in shared})
        unique = leading.unique(table.outcome)
        paths = tuple(Path(term, fits[term], unique.get(term, 0.0), cases[term], term not in shared) for term in model)
        assumptions = tuple(sorted(set().union(*(taken[term] for term in model))))
        found.append(Model(paths, sufficiency(leading.most, table.outcome), assumptions))
    return tuple(found)
