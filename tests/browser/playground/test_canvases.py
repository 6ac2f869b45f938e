"""The canvases draw where the axes are: at every zoom, on both kinds of axis, at every size."""

import numpy as np
import pytest
from playwright.sync_api import expect

from components import ids
from tests.support.browser.canvas import (
    CANVASES,
    distance_to_line,
    inside,
    is_drawn,
    iterations,
    opacity,
)
from tests.support.browser.playground import Playground

# Where the axes have the iterations.
AXES = """(({x, y}, {columns, rows}) =>
  Array.from({length: rows}, (_, t) => [x(columns.w1[t]), y(columns.w2[t])])
)(playground.plot.mapping(), playground.trajectory)"""


def canvases_agree(playground: Playground) -> None:
    """Assert that trajectory and curve are drawn, the trajectory where the axes have it."""
    for graph in CANVASES:
        is_drawn(playground, graph)
    points, area = iterations(playground, ids.SURFACE_GRAPH)
    assert len(inside(points, area)) > 5
    np.testing.assert_allclose(points, playground.get(AXES), rtol=0, atol=0.5)


def test_trajectory_and_curve_are_drawn_where_the_axes_have_them(playground: Playground) -> None:
    playground.open(run="adam,eta:1", steps=60)
    page = playground.page
    canvases_agree(playground)

    # Plotly draws the contours and nothing else.
    graph = page.locator(f"#{ids.SURFACE_GRAPH}")
    expect(graph.locator(".contourlines path").first).to_be_visible()
    assert playground.get("playground.plot.gd.data.map(({type}) => type)") == ["contour"]

    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("PageUp")
    canvases_agree(playground)
    with playground.settling():
        page.get_by_role("button", name="log", exact=True).click()
    canvases_agree(playground)
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    canvases_agree(playground)
    with playground.settling():
        plot = playground.plot()
        page.mouse.move(*plot.pixel(-5, 5))
        page.mouse.down()
        page.mouse.move(*plot.pixel(-1, -2), steps=4)
        page.mouse.up()
    canvases_agree(playground)
    before = playground.plot()
    page.set_viewport_size({"width": 1000, "height": 700})
    playground.until(f"playground.plot.mapping().width < {before.width - 50}")
    playground.until("document.getElementById('surface-canvas').width < 700")
    canvases_agree(playground)
    page.set_viewport_size({"width": 1280, "height": 800})
    playground.until(f"playground.plot.mapping().width === {before.width}")
    canvases_agree(playground)
    playground.agrees_with_numpy()


def test_the_canvas_is_sharp_and_holds_the_trajectory(playground: Playground) -> None:
    screen = {"width": 1280, "height": 800, "deviceScaleFactor": 2, "mobile": False}
    session = playground.page.context.new_cdp_session(playground.page)
    session.send("Emulation.setDeviceMetricsOverride", screen)
    playground.open(run="gradient-descent,eta:0.09", steps=40, start="-15,10")
    for canvas in CANVASES.values():
        drawn, shown = playground.page.locator(f"#{canvas}").evaluate(
            "({width, clientWidth}) => [width, clientWidth]"
        )
        assert drawn == pytest.approx(2 * shown, abs=1)
    canvases_agree(playground)
    surface = ids.SURFACE_GRAPH
    points, area = iterations(playground, surface)
    on_it = inside(points, area, 5)
    assert min(opacity(playground, surface, on_it)) > 200
    # Halfway between two points: the line.
    assert min(opacity(playground, surface, (on_it[:-1] + on_it[1:]) / 2)) > 200
    x, y = np.meshgrid(*(np.arange(a, a + n, 7.0) for a, n in zip(area[:2], area[2:], strict=True)))
    grid = np.column_stack([x.ravel(), y.ravel()])
    clear = grid[distance_to_line(grid, points) > 8]
    assert len(clear) > 1000
    # Elsewhere are labels, the start and the arrows of the step: most of it is clear.
    assert np.mean(np.array(opacity(playground, surface, clear)) == 0) > 0.85

    # What is in sight after a zoom is drawn where it is then.
    with playground.settling():
        playground.page.get_by_role("button", name="Zoom in").click()
    points, area = iterations(playground, surface)
    assert min(opacity(playground, surface, inside(points, area, 5))) > 200
