"""How a page looks where somebody shares its address: title, description and, on a published site, a picture."""

from __future__ import annotations

import os
import re
from html import escape, unescape
from pathlib import Path
from textwrap import wrap
from typing import Any

import vl_convert
from sphinx.application import Sphinx

# Where the site is published, with a slash at the end. A shared picture needs a whole address.
SITE = "KETENSPIEGEL_SITE"
CARDS = "_static/kaarten"
WIDTH, HEIGHT = 1200, 630
LETTERS, MOST_LINES = 26, 4


def set_address(app: Sphinx, config: Any) -> None:
    """Take the address of the published site from the environment."""
    config.html_baseurl = os.environ.get(SITE, config.html_baseurl)


def add_tags(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Add what social networks and messengers read (Open Graph), and draw the picture of the page.

    Without an address of the site there is no picture: nobody could fetch it.
    """
    if doctree is None:
        return
    title = unescape(re.sub(r"<[^>]+>", "", str(context.get("title", ""))))
    told = re.search(r'<meta content="([^"]*)" lang="nl" name="description"', str(context.get("metatags", "")))
    tags = {
        "og:title": title,
        "og:type": "website" if page == app.config.root_doc else "article",
        "og:site_name": str(app.config.project),
        "og:locale": "nl_NL",
        **({"og:description": unescape(told[1])} if told else {}),
    }
    base = app.config.html_baseurl
    if base:
        name = f"{page.replace('/', '-')}.png"
        target = Path(app.outdir) / CARDS / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(vl_convert.svg_to_png(card(title)))
        tags |= {
            "og:url": f"{base}{page}.html",
            "og:image": f"{base}{CARDS}/{name}",
            "twitter:card": "summary_large_image",
        }
    written = "".join(f'<meta property="{name}" content="{escape(text)}" />\n' for name, text in tags.items())
    context["metatags"] = f"{context.get('metatags', '')}{written}"


def card(title: str) -> str:
    """Draw the picture of a page: its title over the links of a chain and their reflection.

    Examples
    --------
    >>> card("Regie").count("<tspan")
    1
    """
    lines = wrap(title, LETTERS)[:MOST_LINES] or [""]
    spans = "".join(
        f'<tspan x="90" dy="{0 if at == 0 else 84}">{escape(line)}</tspan>' for at, line in enumerate(lines)
    )
    links = (
        '<rect x="3" y="11" width="23" height="14" rx="7"/><rect x="38" y="11" width="23" height="14" rx="7"/>'
        '<path d="M18 18h28" stroke-linecap="round"/>'
    )
    look = 'fill="none" stroke="#7fd0cb" stroke-width="5.5"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#0b4a4a"/>'
        f'<g transform="translate(84 60) scale(2.2)"><g {look}>{links}</g>'
        f'<g {look} opacity=".45" transform="translate(0 28)">{links}</g></g>'
        f'<text x="90" y="320" font-family="sans-serif" font-size="72" font-weight="700" fill="#fff">{spans}</text>'
        f'<text x="240" y="140" font-family="sans-serif" font-size="44" fill="#c4f0ed">Ketenspiegel</text></svg>'
    )
