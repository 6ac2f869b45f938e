"""Equal scales: in pixels circles are circles and gradients stand perpendicular to contours."""

from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Page

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground, Plot
from tests.support.browser.two_steps import TwoSteps

SIZES = [(1280, 800), (390, 844), (600, 400)]

# Pixels along the contours in sight, by level, in the page.
LINES = """graph => {
  const box = document.getElementById(graph).getBoundingClientRect();
  const groups = [...document.getElementById(graph).querySelectorAll("g.contourlevel")];
  return groups.map(group => [...group.querySelectorAll("path")].map(path => {
    const matrix = path.getScreenCTM(), count = Math.floor(path.getTotalLength() / 3);
    return Array.from({length: count}, (_, k) => {
      const {x, y} = path.getPointAtLength(3 * k).matrixTransform(matrix);
      return [x, y];
    }).filter(([x, y]) => x > box.left + 2 && x < box.right - 2
      && y > box.top + 2 && y < box.bottom - 2);
  }));
}"""


def in_turn(arrival: tuple[int, int]) -> list[tuple[int, int]]:
    """Return all sizes, first the one in which the page arrives."""
    return [arrival, *(size for size in SIZES if size != arrival)]


def resized(page: Page, figure: Playground | TwoSteps, size: tuple[int, int]) -> Plot:
    """Give the window another size; return the surface once it fills its place, with contours."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    name, graph = (
        ("playground", ids.SURFACE_GRAPH)
        if isinstance(figure, Playground)
        else ("figure", ids.TWO_STEPS + ids.SURFACE_GRAPH)
    )
    place = f"document.getElementById('{graph}')"
    figure.until(
        f"innerWidth === {size[0]}"
        f" && Math.abs({name}.plot.mapping().width - {place}.clientWidth) < 1"
        f" && Math.abs({name}.plot.mapping().height - {place}.clientHeight) < 1"
    )
    figure.until(f"{name}.plot.covers({name}.state.view)")
    return figure.plot()


@pytest.mark.parametrize(
    ("view", "arrival"),
    [("-3,3,-3,3", SIZES[0]), ("-8,8,-1,1", SIZES[1]), ("-1,1,-8,4", SIZES[2])],
)
def test_circles_are_circles(open_page: OpenPage, view: str, arrival: tuple[int, int]) -> None:
    playground = Playground(open_page(*arrival))
    playground.open(E="w1^2 + w2^2", start="1,1", view=view, embed="playground")
    for size in in_turn(arrival):
        plot = resized(playground.page, playground, size)
        across, up = plot.x[1] - plot.x[0], plot.y[1] - plot.y[0]
        assert plot.width / across == pytest.approx(plot.height / up, rel=1e-3)
        # The view of the address is seen, widened along one axis, around its centre.
        left, right, bottom, top = map(float, view.split(","))
        assert max((right - left) / across, (top - bottom) / up) == pytest.approx(1, rel=1e-3)
        assert sum(plot.x) == pytest.approx(left + right, abs=1e-3)
        assert sum(plot.y) == pytest.approx(bottom + top, abs=1e-3)
        x, y = plot.pixel(0, 0)
        seen = 0
        for paths in playground.page.evaluate(LINES, ids.SURFACE_GRAPH):
            points = np.array([point for path in paths for point in path])
            if len(points) < 20:
                continue
            radius = np.hypot(points[:, 0] - x, points[:, 1] - y)
            # A level is a circle; where the grid is coarse beside it, within a pixel.
            assert np.ptp(radius) < 1.5
            seen += 1
        assert seen >= 3


@pytest.mark.parametrize(("embed", "arrival"), [("playground", SIZES[1]), ("two-steps", SIZES[2])])
def test_gradients_stand_perpendicular_to_contours(
    open_page: OpenPage, embed: str, arrival: tuple[int, int]
) -> None:
    page = open_page(*arrival)
    figure = Playground(page) if embed == "playground" else TwoSteps(page)
    figure.open(embed=embed)
    graph = ids.SURFACE_GRAPH if embed == "playground" else ids.TWO_STEPS + ids.SURFACE_GRAPH
    for size in in_turn(arrival):
        plot = resized(page, figure, size)
        lines = [path for paths in page.evaluate(LINES, graph) for path in paths if len(path) > 20]
        assert len(lines) >= 3
        off = []
        for line in lines:
            points = np.array(line)
            steps = np.diff(points[::4], axis=0)
            middles = (points[::4][1:] + points[::4][:-1]) / 2
            near = np.hypot(*steps.T) < 15  # not where a line leaves the window and comes back
            for (x, y), step in zip(middles[near], steps[near], strict=True):
                w1, w2 = plot.value(x, y)
                gradient = np.array([6 * w1, -20 * w2])  # pixels go downwards
                off.append(abs(gradient @ step) / np.hypot(*gradient) / np.hypot(*step))
        assert len(off) > 50
        assert np.quantile(off, 0.95) < np.sin(np.radians(3))


def test_another_window_shows_the_same_view_and_the_address_stays(open_page: OpenPage) -> None:
    page = open_page()
    playground = Playground(page)
    parts = {"view": "-6,6,-2,2", "embed": "playground"}
    playground.open(**parts)
    for size in [(700, 700), (1280, 500), (390, 844)]:
        plot = resized(page, playground, size)
        assert plot.x[0] <= -6 + 1e-6
        assert plot.x[1] >= 6 - 1e-6
        assert playground.get("playground.state.view") == [-6, 6, -2, 2]
    assert page.evaluate("location.search") == "?" + urlencode(parts)
