"""A feedback loop as a sentence: round the loop, in the words of its factors."""

from __future__ import annotations

from collections.abc import Mapping

from ketenspiegel.language import Language
from ketenspiegel.methods.feedback import Loop
from ketenspiegel.methods.influence import Arrow
from ketenspiegel.questions import Factor

THEN = " → "


def told(
    loop: Loop, signs: Mapping[Arrow, float], factors: Mapping[str, Factor], language: Language, start: int = 1
) -> str:
    """Tell a loop, from its first factor back to that factor, in the way that a change in it would go round.

    Parameters
    ----------
    loop
        The loop; see `begun_at` to begin elsewhere.
    signs
        For every arrow of the loop a number above 0 (strengthens) or below 0 (weakens).
    factors
        The factors by id.
    language
        The reader's language.
    start
        1 to begin with more of the first factor, -1 with less.

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> factors = load_question_set("invloedskaart").influences.by_id
    >>> signs = {("overleg", "werkdruk"): 1, ("werkdruk", "afstemming"): -1, ("afstemming", "overleg"): -1}
    >>> loop = Loop(("overleg", "werkdruk", "afstemming"), 1)
    >>> told(loop, signs, factors, "nl")
    'Meer overleg → meer werkdruk → slechtere afstemming → meer overleg'
    """
    going, words = start, [factors[loop.factors[0]].going(start, language)]
    for arrow in loop.arrows:
        going = going if signs[arrow] > 0 else -going
        words.append(factors[arrow[1]].going(going, language))
    return capital(THEN.join(words))


def begun_at(loop: Loop, factor: str) -> Loop:
    """Give the same loop, begun at another of its factors.

    Examples
    --------
    >>> begun_at(Loop(("a", "b", "c"), -1), "c")
    Loop(factors=('c', 'a', 'b'), sign=-1)
    """
    place = loop.factors.index(factor)
    return Loop((*loop.factors[place:], *loop.factors[:place]), loop.sign)


def capital(words: str) -> str:
    """Begin with a capital, and leave the rest as it is.

    Examples
    --------
    >>> capital("meer ‘GGZ’")
    'Meer ‘GGZ’'
    """
    return words[:1].upper() + words[1:]
