"""Fourteen made-up municipalities with two roads to the same outcome, a contradiction, and a lonely one."""

from __future__ import annotations

from ketenspiegel.cases import CaseTable, Measure
from ketenspiegel.question_parts import Text

CONDITIONS = ("begrip", "druk", "regie", "eens")
OUTCOME = "tevreden"

_NAMES = {
    "begrip": ("Wederzijds begrip", "veel wederzijds begrip", "weinig wederzijds begrip", None),
    "druk": ("Overlegdruk (uren per maand)", "veel overlegdruk", "weinig overlegdruk", None),
    "regie": ("Regie", "een hoge score op ‘regie’", "een lage score op ‘regie’", 3.0),
    "eens": ("Eensgezindheid over ‘regie’", "veel eensgezindheid", "weinig eensgezindheid", None),
    "tevreden": ("Tevreden over het resultaat", "tevreden inwoners", "ontevreden inwoners", 3.0),
}
_VALUES = {
    "Eikendal": (0.84, 5, 3.4, 0.61, 4.1),
    "Westerveen": (0.81, 4, 2.4, 0.58, 4.0),
    "Kwartelstad": (0.86, 6, 3.6, 0.22, 3.9),
    "Merelveste": (0.79, 5, 2.2, 0.25, 4.2),
    "Noordhaven": (0.55, 14, 4.1, 0.66, 3.9),
    "Lijsterwaard": (0.52, 12, 3.9, 0.70, 4.0),
    "Bevermonde": (0.58, 15, 4.2, 0.64, 3.8),
    "Hazelmonde": (0.50, 13, 4.0, 0.20, 2.1),
    "Klavermonde": (0.48, 14, 2.1, 0.24, 1.9),
    "Ganzenmonde": (0.53, 5, 2.3, 0.60, 2.2),
    "Rietdommel": (0.57, 6, 3.8, 0.26, 2.0),
    "Spechtrade": (0.80, 15, 2.5, 0.28, 2.3),
    "Zilverwoude": (0.83, 13, 2.2, 0.31, 2.4),
    "Duinakker": (0.82, 12, 2.6, 0.19, 3.7),
}


def fourteen() -> CaseTable:
    """Give the municipalities with four conditions and one outcome."""
    source = Text(nl="Verzonnen", en="Made up")
    measures = {
        name: Measure(name, source, *(Text(nl=word, en=word) for word in words), middle=middle)
        for name, (*words, middle) in _NAMES.items()
    }
    names = (*CONDITIONS, OUTCOME)
    values = {case: dict(zip(names, map(float, row), strict=True)) for case, row in _VALUES.items()}
    return CaseTable(measures, values)
