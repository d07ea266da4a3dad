"""What tests of one chart share: draw it, and check what holds for every chart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import vl_convert

from ketenspiegel.lenses.view import View


@pytest.fixture(scope="session")
def svg_of() -> Callable[[View], str]:
    """Draw a view as SVG; the chart fits the schema, fits a phone and follows the colours of the page."""

    def draw(view: View) -> str:
        assert view.chart().to_dict()["description"] == view.summary
        svg: str = vl_convert.vegalite_to_svg(view.chart().to_json())
        assert int(re.search(r'width="(\d+)', svg)[1]) <= 360
        assert "currentColor" in svg
        assert "NaN" not in svg
        return svg

    return draw
