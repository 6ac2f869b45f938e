"""The live layer draws where Plotly would: at every zoom, on both kinds of axis, at every size."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import expect

from components import ids
from tests.browser.conftest import Playground

Points = NDArray[np.float64]

LINES = """graph => {
  const figure = document.querySelector(`#${graph} .js-plotly-plot`);
  const lines = [...figure.querySelectorAll(".scatterlayer path.js-line")];
  const {xaxis, yaxis} = figure._fullLayout;
  return [lines.map(line => line.getAttribute("d")), xaxis._offset, yaxis._offset];
}"""
# Its lines are out of sight: it need not draw them at every rest, as an export would.
REDRAW = (
    "graph => Plotly.redraw(document.querySelector(`#${graph} .js-plotly-plot`)).then(() => null)"
)
OURS = """(({x, y, left, top, width, height}) => [
  Array.from({length: playground.trajectory.rows}, (_, t) => [x(%s), y(%s)]),
  [left, top, width, height],
])(dash_clientside.lockstep.plane.mapping(%s))"""
COLUMN = "playground.trajectory.columns.{}[t]".format


def plotlys(playground: Playground, graph: str) -> list[Points]:
    """Return the lines that Plotly draws of its traces, in pixels of the figure."""
    playground.page.evaluate(REDRAW, graph)
    paths, left, top = playground.page.evaluate(LINES, graph)
    lines = [np.array(re.findall(r"(-?[\d.]+),(-?[\d.]+)", path or ""), float) for path in paths]
    return [line + np.array([left, top]) for line in lines if len(line) > 1]


def ours(playground: Playground, x: str, y: str, figure: str) -> tuple[Points, Any]:
    """Return where the live layer draws the iterations, and the plotting area."""
    points, area = playground.get(OURS % (x, y, figure))
    return np.array(points), area


def distance_to_line(points: Points, line: Points) -> Points:
    """Return how far each point is from a polyline."""
    a, d = line[:-1], np.diff(line, axis=0)
    length = np.maximum((d**2).sum(axis=1), 1e-12)
    along = np.clip(((points[:, None] - a) * d).sum(axis=2) / length, 0, 1)
    nearest: Points = np.hypot(*np.moveaxis(points[:, None] - a - along[..., None] * d, 2, 0))
    least: Points = nearest.min(axis=1)
    return least


def inside(points: Points, area: Any, margin: float = 1) -> Points:
    left, top, width, height = area
    low = np.array([left, top]) + margin
    high = np.array([left + width, top + height]) - margin
    within: Points = points[((points > low) & (points < high)).all(axis=1)]
    return within


def layers_agree(playground: Playground) -> None:
    """Assert that what is drawn above the figures lies on what Plotly has drawn in them."""
    figures = {
        ids.SURFACE_GRAPH: (COLUMN("w1"), COLUMN("w2"), "playground.surface"),
        ids.CURVE_GRAPH: ("t", COLUMN("E"), "playground.curve"),
    }
    for graph, (x, y, figure) in figures.items():
        points, area = ours(playground, x, y, figure)
        lines = plotlys(playground, graph)
        seen = inside(points, area)
        assert len(seen) > 5
        off = np.min([distance_to_line(seen, line) for line in lines], axis=0)
        assert off.max() < 0.5, graph
        corners = inside(np.vstack(lines), area)
        assert len(corners) > 5
        gaps = np.linalg.norm(corners[:, None] - points, axis=2).min(axis=1)
        assert gaps.max() < 0.5, graph


def test_the_live_layer_lies_on_plotlys_own_lines(playground: Playground) -> None:
    playground.open(run="adam,eta:1", steps=60)
    page = playground.page
    layers_agree(playground)

    # Only one of the two is seen.
    lines = page.locator(f"#{ids.SURFACE_GRAPH} path.js-line")
    expect(lines).to_have_count(16)
    for line in lines.all():
        expect(line).to_be_hidden()
    expect(page.locator(f"#{ids.SURFACE_GRAPH} .contourlayer path").first).to_be_visible()

    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("PageUp")
    layers_agree(playground)
    with playground.settling():
        page.get_by_role("button", name="log", exact=True).click()
    layers_agree(playground)
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    layers_agree(playground)
    with playground.settling():
        plot = playground.plot()
        page.mouse.move(*plot.pixel(-5, 5))
        page.mouse.down()
        page.mouse.move(*plot.pixel(-1, -2), steps=4)
        page.mouse.up()
    layers_agree(playground)
    before = playground.plot()
    page.set_viewport_size({"width": 1000, "height": 700})
    playground.until(f"playground.surface._fullLayout.xaxis._length < {before.width - 50}")
    playground.until("document.getElementById('surface-canvas').width < 700")
    layers_agree(playground)
    page.set_viewport_size({"width": 1280, "height": 800})
    playground.until(f"playground.surface._fullLayout.xaxis._length === {before.width}")
    layers_agree(playground)
    playground.agrees_with_numpy()


def ink(playground: Playground, points: Points) -> list[int]:
    """Return how opaque the surface's live layer is at some points."""
    opacity = playground.page.evaluate(
        """([canvas, points]) => {
          const context = document.getElementById(canvas).getContext("2d");
          const scale = window.devicePixelRatio;
          return points.map(([x, y]) => context.getImageData(x * scale, y * scale, 1, 1).data[3]);
        }""",
        [ids.SURFACE_CANVAS, points.tolist()],
    )
    return list(opacity)


def test_the_canvas_is_sharp_and_holds_the_trajectory_alone(playground: Playground) -> None:
    screen = {"width": 1280, "height": 800, "deviceScaleFactor": 2, "mobile": False}
    session = playground.page.context.new_cdp_session(playground.page)
    session.send("Emulation.setDeviceMetricsOverride", screen)
    playground.open(run="gradient-descent,eta:0.09", steps=40, start="-15,20")
    for canvas in (ids.SURFACE_CANVAS, ids.CURVE_CANVAS):
        drawn, shown = playground.page.locator(f"#{canvas}").evaluate(
            "({width, clientWidth}) => [width, clientWidth]"
        )
        assert drawn == pytest.approx(2 * shown, abs=1)
    layers_agree(playground)
    surface = (COLUMN("w1"), COLUMN("w2"), "playground.surface")
    points, area = ours(playground, *surface)
    on_it = inside(points, area, 5)
    assert min(ink(playground, on_it)) > 200
    # Halfway between two points: the line.
    assert min(ink(playground, (on_it[:-1] + on_it[1:]) / 2)) > 200
    x, y = np.meshgrid(*(np.arange(a, a + n, 7.0) for a, n in zip(area[:2], area[2:], strict=True)))
    grid = np.column_stack([x.ravel(), y.ravel()])
    clear = grid[distance_to_line(grid, points) > 8]
    assert len(clear) > 1000
    assert max(ink(playground, clear)) == 0

    # Nothing is drawn beyond the axes, where a zoom leaves most of the trajectory.
    with playground.settling():
        playground.page.get_by_role("button", name="Zoom in").click()
    points, area = ours(playground, *surface)
    left, top, width, height = area
    beyond = np.array([[left / 2, top + height / 2], [left + width / 2, top + height + 20]])
    assert max(ink(playground, beyond)) == 0
    assert min(ink(playground, inside(points, area, 5))) > 200
