"""Say what is wrong with somebody's file in words that person can act on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ketenspiegel.language import Language, mark, translator

# What pydantic calls an error, and what we call it. Values in braces come from pydantic's own context.
_MESSAGES: Mapping[str, str] = {
    "missing": mark("dit veld ontbreekt"),
    "extra_forbidden": mark("dit veld is hier niet bekend"),
    "string_type": mark("hier hoort tekst te staan"),
    "string_too_short": mark("deze tekst is te kort (minstens {min_length} teken)"),
    "string_too_long": mark("deze tekst is te lang (hoogstens {max_length} tekens)"),
    "string_pattern_mismatch": mark("deze tekst heeft niet de goede vorm (patroon: {pattern})"),
    "bool_type": mark("hier hoort true of false te staan"),
    "bool_parsing": mark("hier hoort true of false te staan"),
    "int_type": mark("hier hoort een heel getal te staan"),
    "int_parsing": mark("hier hoort een heel getal te staan"),
    "int_from_float": mark("hier hoort een heel getal te staan"),
    "greater_than_equal": mark("dit getal is te klein (minstens {ge})"),
    "less_than_equal": mark("dit getal is te groot (hoogstens {le})"),
    "literal_error": mark("hier past alleen {expected}"),
    "tuple_type": mark("hier hoort een lijst te staan"),
    "list_type": mark("hier hoort een lijst te staan"),
    "dict_type": mark("hier horen velden met een naam te staan"),
    "model_type": mark("hier horen velden met een naam te staan"),
    "too_short": mark("deze lijst is te kort (minstens {min_length})"),
    "too_long": mark("deze lijst is te lang (hoogstens {max_length})"),
    "datetime_parsing": mark("hier hoort een datum met tijd te staan"),
    "datetime_from_date_parsing": mark("hier hoort een datum met tijd te staan"),
    "timezone_aware": mark("bij deze tijd ontbreekt de tijdzone"),
}


def describe(error: Mapping[str, Any], language: Language = "nl") -> str:
    """Turn one pydantic error into a sentence for people.

    Parameters
    ----------
    error
        One entry of ``ValidationError.errors()``.
    language
        The reader's language.

    Examples
    --------
    >>> describe({"type": "missing", "loc": ("title", "nl")})
    'dit veld ontbreekt'
    """
    say = translator(language)
    template = _MESSAGES.get(error["type"])
    if template is None:
        return say("deze waarde past hier niet")
    return say(template).format(**error.get("ctx", {}))


def field_name(location: tuple[int | str, ...]) -> str:
    """Write the place of a field as people count: lists from 1.

    Examples
    --------
    >>> field_name(("themes", 1, "items", 0, "text"))
    'themes → 2 → items → 1 → text'
    """
    return " → ".join(str(part + 1) if isinstance(part, int) else part for part in location)
