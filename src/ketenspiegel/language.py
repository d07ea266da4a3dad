"""Screen texts in the reader's language.

The Dutch text itself is the key: what the code says is what a Dutch reader sees, and a text without a
translation is shown in Dutch instead of not at all. Other languages are gettext catalogues in ``locale/``.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

_LOCALE = Path(__file__).parent / "locale"


@cache
def translator(language: Language = "nl") -> Callable[[str], str]:
    """Give the function that turns a Dutch screen text into ``language``.

    Parameters
    ----------
    language
        ``"nl"`` (texts come back as they are) or ``"en"``.

    Examples
    --------
    >>> translator("nl")("Vorige")
    'Vorige'
    >>> translator("en")("Vorige")
    'Previous'
    """
    return gettext.translation("ketenspiegel", _LOCALE, languages=[language], fallback=True).gettext


def mark(text: str) -> str:
    """Mark a text for the catalogues where it is written down; it is translated where it is said."""
    return text


def decimal(number: float, language: Language = "nl", digits: int = 1) -> str:
    """Write a number as the reader's language does: a decimal comma in Dutch, and a real minus sign.

    Examples
    --------
    >>> decimal(3.14159), decimal(-0.5, "en", 2)
    ('3,1', '−0.50')
    """
    text = f"{number:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if language == "nl" else text
