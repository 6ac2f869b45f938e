"""The view of the playground's surface: its contours against NumPy's, and the address of it."""

from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest

from components.surface.contours import contours
from components.surface.region import region, widened
from components.surface.surface import contour_trace
from optimizers import ErrorFunction
from tests.support.browser.playground import Playground


def contours_cover_the_view(playground: Playground) -> None:
    """Wait for the contours of what is visible and compare them with NumPy's."""
    before = playground.get("playground.state.view")
    playground.until(
        "(({plot, state: {view}}) => plot.covers(view) && plot.isAt(view))(playground)"
    )
    assert playground.get("playground.state.view") == before, "the answer moved the view"
    plot = playground.plot()
    aspect = plot.width / plot.height
    assert [*plot.x, *plot.y] == pytest.approx(widened(tuple(before), aspect), rel=1e-3)
    answer = playground.get("playground.plot.answer()")
    asked = region(tuple(answer["view"]), round(aspect, 2))
    assert answer["trace"]["region"] == pytest.approx(asked)
    function = ErrorFunction.parse(playground.get("playground.state.E"))
    expected = contours(function, tuple(answer["trace"]["region"]))
    drawn = playground.get("playground.plot.gd._fullData[0].z.map(row => Array.from(row))")
    size = contour_trace(expected)["size"]
    assert answer["trace"]["size"] == size
    np.testing.assert_allclose(
        np.array(drawn, dtype=float), np.round(expected.height * size), rtol=0, atol=1
    )


def in_address(playground: Playground) -> list[float]:
    """Return the view that the address has."""
    query = parse_qs(urlsplit(playground.page.evaluate("location.href")).query)
    return [float(number) for number in query["view"][0].split(",")]
