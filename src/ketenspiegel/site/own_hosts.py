"""Pages load nothing from another host: what extensions of the book add to them is taken out again."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx


def drop_outside_scripts(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take scripts and styles of other hosts out of a page, and Thebe, which would ask for them later."""
    context["script_files"] = [file for file in context.get("script_files", []) if not _from_outside(file)]
    context["css_files"] = [file for file in context.get("css_files", []) if not _from_outside(file)]


def _from_outside(file: Any) -> bool:
    address = str(getattr(file, "filename", file) or "")
    body = str(getattr(file, "attributes", {}).get("body", ""))
    return address.startswith(("http:", "https:", "//")) or "thebe" in address + body
