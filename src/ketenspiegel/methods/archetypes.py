"""Two patterns of feedback loops that people fall into again and again, found by their shape in a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ketenspiegel.methods.feedback import Signs, signs_of
from ketenspiegel.methods.influence import Arrows

LONGEST_DETOUR = 5


@dataclass(frozen=True)
class FixThatFails:
    """A fix that eases a problem at once and feeds it by a detour.

    ``detour`` holds the factors between fix and problem, in order.
    """

    problem: str
    fix: str
    detour: tuple[str, ...]


@dataclass(frozen=True)
class ShiftedBurden:
    """A quick answer to a problem that undermines the lasting one.

    ``detour`` holds the factors between the quick and the lasting answer, in order; empty when an arrow joins them.
    """

    problem: str
    quick: str
    lasting: str
    detour: tuple[str, ...]


def fixes_that_fail(factors: Sequence[str], arrows: Arrows, longest: int = LONGEST_DETOUR) -> list[FixThatFails]:
    """Find the archetype *fixes that fail*: what helps against a problem makes it come back by a detour.

    It is there when problem → fix → problem is a balancing loop, and a path from the fix back to the problem, past at
    least one other factor, makes a reinforcing loop with problem → fix. The archetype also says that the detour takes
    longer; a map has no time, so that remains to be asked. Nor does a map tell which of the two factors in a balancing
    loop people see as the problem: both readings are given when both fit.

    Parameters
    ----------
    factors, arrows
        The map.
    longest
        The most factors in the loop through the detour, problem and fix included.

    Returns
    -------
    list of FixThatFails
        For every problem and fix the shortest detours only (all of that length), by the order of ``factors``.

    References
    ----------
    Braun, W. (2002). The System Archetypes. https://tr.scribd.com/document/366879955/System-Archetypes-Braun-2002
    Kim, D. H. and Anderson, V. (1998). Systems Archetype Basics: From Story to Structure. Pegasus Communications, ISBN
    978-1-883823-04-7, section 2. The two loops: http://www.pegasuscom.com/course_preview/module6/6-05-1-0-fixloop.htm

    Examples
    --------
    >>> drawn = {
    ...     ("waiting", "overtime"): 1, ("overtime", "waiting"): -1,
    ...     ("overtime", "illness"): 1, ("illness", "waiting"): 1,
    ... }
    >>> fixes_that_fail(["waiting", "overtime", "illness"], drawn)
    [FixThatFails(problem='waiting', fix='overtime', detour=('illness',))]
    """
    signs = signs_of(factors, arrows)
    return [
        FixThatFails(factors[problem], factors[fix], tuple(factors[i] for i in detour))
        for problem, fix in _balanced(signs)
        for detour in _detours(signs, fix, problem, problem, signs[problem][fix], range(1, longest - 1))
    ]


def shifting_the_burden(factors: Sequence[str], arrows: Arrows, longest: int = LONGEST_DETOUR) -> list[ShiftedBurden]:
    """Find the archetype *shifting the burden*: the quick answer to a problem takes away from the lasting one.

    It is there when two balancing loops of two arrows answer the same problem, and a path from the quick to the lasting
    answer that does not pass the problem works against what the problem calls for: where the problem asks for more of
    the lasting answer, the quick one leads to less of it. That path then is part of a reinforcing loop. Which answer
    is quick and which lasting is read from that path alone; a map has no time, so it remains to be asked.

    From the lasting answer that path leads on to the problem, so the quick answer is then a fix that fails as well.

    Parameters
    ----------
    factors, arrows
        The map.
    longest
        The most factors in the loop through the detour: problem, quick and lasting answer, and what lies between.

    Returns
    -------
    list of ShiftedBurden
        For every problem, quick and lasting answer the shortest detours only (all of that length), by the order of
        ``factors``.

    References
    ----------
    Senge, P. M. (1990). The Fifth Discipline: The Art and Practice of the Learning Organization. Currency Doubleday.
    (As it is summarised in https://studylib.net/doc/9413209; the book itself was not at hand.)
    Braun (2002) and Kim and Anderson (1998), section 3; see `fixes_that_fail`.

    Examples
    --------
    >>> drawn = {
    ...     ("crises", "placement"): 1, ("placement", "crises"): -1,
    ...     ("crises", "prevention"): 1, ("prevention", "crises"): -1,
    ...     ("placement", "cost"): 1, ("cost", "prevention"): -1,
    ... }
    >>> shifting_the_burden(["crises", "placement", "prevention", "cost"], drawn)
    [ShiftedBurden(problem='crises', quick='placement', lasting='prevention', detour=('cost',))]
    """
    signs = signs_of(factors, arrows)
    answers = _balanced(signs)
    return [
        ShiftedBurden(factors[problem], factors[quick], factors[lasting], tuple(factors[i] for i in detour))
        for problem, quick in answers
        for same, lasting in answers
        if same == problem and lasting != quick
        for detour in _detours(
            signs, quick, lasting, problem, -signs[problem][quick] * signs[problem][lasting], range(longest - 2)
        )
    ]


def _balanced(signs: Signs) -> list[tuple[int, int]]:
    """List the pairs of factors that balance each other with two arrows, in both directions."""
    return [
        (one, other)
        for one, way in enumerate(signs)
        for other, sign in way.items()
        if other != one and signs[other].get(one) == -sign
    ]


def _detours(signs: Signs, start: int, end: int, without: int, wanted: int, between: range) -> list[tuple[int, ...]]:
    """List the shortest simple paths with the ``wanted`` sign, as what lies between start and end.

    ``without`` is a factor that no path may pass; ``between`` tells how many factors may lie on the way.
    """
    paths: list[tuple[tuple[int, ...], int]] = [((), 1)]
    for many in range(between.stop):
        ends = [(path, sign * signs[(start, *path)[-1]].get(end, 0)) for path, sign in paths]
        found = [path for path, sign in ends if sign == wanted]
        if found and many in between:
            return found
        paths = [
            ((*path, there), sign * turn)
            for path, sign in paths
            for there, turn in signs[(start, *path)[-1]].items()
            if there not in (start, end, without, *path)
        ]
    return []
