"""What would come from another host is left out of a page, and the build says so."""

from __future__ import annotations

import logging

import pytest

from ketenspiegel.site.own_hosts import drop_outside_scripts


class Warned(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


@pytest.fixture
def warned():
    handler = Warned()
    logger = logging.getLogger("sphinx.ketenspiegel.site.own_hosts")
    logger.addHandler(handler)
    yield handler.lines
    logger.removeHandler(handler)


def test_only_what_is_ours_stays(warned):
    context = {
        "script_files": ["_static/a.js", "https://cdn.example/b.js", "//cdn.example/c.js"],
        "css_files": ["_static/a.css", "http://cdn.example/d.css"],
    }
    drop_outside_scripts(None, "index", "page.html", context, None)
    assert context == {"script_files": ["_static/a.js"], "css_files": ["_static/a.css"]}
    assert [line.split()[4] for line in warned] == [
        "https://cdn.example/b.js",
        "//cdn.example/c.js",
        "http://cdn.example/d.css",
    ]
