"""Where people draw the same arrows, where they draw them the other way round, and what of their maps is shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from ketenspiegel.methods.influence import Arrow, check_map

SHARE = 0.5
AT_LEAST = 2


@dataclass(frozen=True)
class DrawnMap:
    """The map that one respondent drew.

    ``group`` is what the respondent belongs to, ``factors`` are the factors that lay on the table, drawn on or not, and
    ``arrows`` the weights of what was drawn: above 0 strengthens, below 0 weakens. Raises ValueError when it is not a
    map; see `ketenspiegel.methods.influence.check_map`.
    """

    group: str
    factors: frozenset[str]
    arrows: Mapping[Arrow, float]

    def __post_init__(self) -> None:
        check_map(sorted(self.factors), self.arrows)


@dataclass(frozen=True)
class ArrowAgreement:
    """What all respondents together make of one arrow.

    Attributes
    ----------
    possible
        How many maps hold both factors, so that the arrow could have been drawn.
    stronger, weaker
        How many drew it as strengthening and as weakening.
    by_group
        The same per group that could draw it: (stronger, weaker, possible), groups in alphabetical order.
    """

    possible: int
    stronger: int
    weaker: int
    by_group: dict[str, tuple[int, int, int]]

    @property
    def drawn(self) -> int:
        """How many drew it, whichever the sign."""
        return self.stronger + self.weaker

    @property
    def share(self) -> float:
        """The part that drew it of those who could (0 to 1)."""
        return self.drawn / self.possible

    @property
    def sign(self) -> int:
        """The sign that more of them drew, 1 or -1; 0 when they are even."""
        return _more(self.stronger, self.weaker)

    @property
    def contested(self) -> bool:
        """Whether some drew it as strengthening and others as weakening."""
        return self.against > 0

    @property
    def against(self) -> int:
        """How many drew the sign that fewer drew."""
        return min(self.stronger, self.weaker)


def arrow_agreement(maps: Iterable[DrawnMap]) -> dict[Arrow, ArrowAgreement]:
    """Count for every arrow that somebody drew how many drew it, with which sign, of how many who could.

    Who did not have both factors is not counted as somebody who left the arrow out.

    Parameters
    ----------
    maps
        One map per respondent.

    Returns
    -------
    dict of arrow to ArrowAgreement
        In alphabetical order of arrows; the order of the maps changes nothing.

    References
    ----------
    That a comparison must say how it takes what is missing from a map: Markóczy, L. and Goldberg, J. (1995). A method
    for eliciting and comparing causal maps. Journal of Management 21(2), 305-333.
    https://c.coek.info/pdf-a-method-for-eliciting-and-comparing-causal-maps-.html (Their distance between two maps,
    which builds on that of Langfield-Smith and Wirth, 1992, is not used here: the people who drew can check a count.)

    Examples
    --------
    >>> school = DrawnMap("school", frozenset("ab"), {("a", "b"): 2})
    >>> police = DrawnMap("police", frozenset("ab"), {("a", "b"): -1})
    >>> found = arrow_agreement([school, police])["a", "b"]
    >>> found.share, found.sign, found.contested, found.by_group
    (1.0, 0, True, {'police': (0, 1, 1), 'school': (1, 0, 1)})
    """
    maps = list(maps)
    return {arrow: _agreement(maps, arrow) for arrow in sorted({arrow for drawn in maps for arrow in drawn.arrows})}


def groups_at_odds(agreement: ArrowAgreement) -> list[tuple[str, str]]:
    """List the pairs of groups of which the first sees more strengthening than weakening, and the second the opposite.

    Examples
    --------
    >>> groups_at_odds(ArrowAgreement(5, 2, 2, {"police": (0, 2, 2), "school": (2, 0, 2), "youth care": (0, 0, 1)}))
    [('school', 'police')]
    """
    leaning = {group: _more(stronger, weaker) for group, (stronger, weaker, _) in agreement.by_group.items()}
    return [(one, other) for one, up in leaning.items() if up > 0 for other, down in leaning.items() if down < 0]


def shared_arrows(maps: Iterable[DrawnMap], share: float = SHARE, at_least: int = AT_LEAST) -> dict[Arrow, float]:
    """Give the map that people share: the arrows that enough of them drew with the same sign.

    An arrow of which as many drew the one sign as the other is left out, however many they are.

    Parameters
    ----------
    maps
        One map per respondent.
    share
        The smallest part of those who could draw the arrow that must have drawn it with its sign (0 to 1).
    at_least
        The fewest respondents who must have done so. Both borders are choices; look at what changes when they move.

    Returns
    -------
    dict of arrow to float
        The mean weight over those who drew the arrow with its sign, in alphabetical order of arrows.

    Raises
    ------
    ValueError
        When the share is not from 0 to 1.

    Examples
    --------
    >>> drawn = [{("a", "b"): 1.0}, {("a", "b"): 2.0}, {("a", "b"): -1.0, ("b", "a"): 1.0}]
    >>> shared_arrows([DrawnMap("school", frozenset("ab"), arrows) for arrows in drawn])
    {('a', 'b'): 1.5}
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies from 0 to 1, not at {share}")
    maps = list(maps)
    shared = {}
    for arrow, found in arrow_agreement(maps).items():
        same = max(found.stronger, found.weaker)
        if found.sign and same >= at_least and same / found.possible >= share:
            weights = (drawn.arrows.get(arrow, 0.0) for drawn in maps)
            shared[arrow] = fsum(weight for weight in weights if weight * found.sign > 0) / same
    return shared


def similarity(one: DrawnMap, other: DrawnMap) -> float | None:
    """Tell how much two maps are alike: the part that both drew with the same sign of all arrows that either drew.

    Only arrows between factors that both had count. An arrow that both drew with opposite signs counts as drawn, not as
    alike. Weights do not count, beyond their sign.

    Returns
    -------
    float or None
        From 0 (no arrow alike) to 1 (all alike); None when neither drew an arrow between factors that both had.

    References
    ----------
    The coefficient is that of Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist
    11(2).

    Examples
    --------
    >>> one = DrawnMap("school", frozenset("abc"), {("a", "b"): 2, ("b", "c"): 1})
    >>> similarity(one, DrawnMap("police", frozenset("abc"), {("a", "b"): 1, ("b", "c"): -1}))
    0.5
    """
    both = one.factors & other.factors
    arrows = {arrow for arrow in (*one.arrows, *other.arrows) if both.issuperset(arrow)}
    alike = sum(_sign(one, arrow) * _sign(other, arrow) > 0 for arrow in arrows)
    return alike / len(arrows) if arrows else None


def _agreement(maps: Sequence[DrawnMap], arrow: Arrow) -> ArrowAgreement:
    able = [drawn for drawn in maps if drawn.factors.issuperset(arrow)]
    by_group = {
        group: _counts([drawn for drawn in able if drawn.group == group], arrow)
        for group in sorted({drawn.group for drawn in able})
    }
    stronger, weaker, possible = _counts(able, arrow)
    return ArrowAgreement(possible, stronger, weaker, by_group)


def _counts(able: Sequence[DrawnMap], arrow: Arrow) -> tuple[int, int, int]:
    signs = [_sign(drawn, arrow) for drawn in able]
    return signs.count(1), signs.count(-1), len(signs)


def _sign(drawn: DrawnMap, arrow: Arrow) -> int:
    weight = drawn.arrows.get(arrow, 0.0)
    return (weight > 0) - (weight < 0)


def _more(stronger: int, weaker: int) -> int:
    return (stronger > weaker) - (stronger < weaker)
