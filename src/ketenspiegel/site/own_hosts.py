"""Pages load nothing from another host: what an extension adds to them is taken out, and said aloud."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.util import logging

_logger = logging.getLogger(__name__)


def drop_outside_scripts(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take scripts and styles of other hosts out of a page, with a warning: the page may need a local copy."""
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, []) if not _warned(page, file)]


def _warned(page: str, file: Any) -> bool:
    address = str(getattr(file, "filename", file) or "")
    if not address.startswith(("http:", "https:", "//")):
        return False
    _logger.warning("this page would load %s from another host; it was left out", address, location=page)
    return True
