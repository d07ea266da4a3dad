"""The front end of our widgets: plain ES modules and styles, put together without a build step."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def script(*names: str) -> str:
    """Join front-end files into one ES module; the last one exports the widget."""
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


def style() -> str:
    """Give the style that all our widgets share."""
    return (_FOLDER / "style.css").read_text(encoding="utf-8")
