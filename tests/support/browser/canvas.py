"""What the canvases above the surface and of the error chart show, by their pixels."""

import numpy as np
from numpy.typing import NDArray

from components import ids
from tests.support.browser.playground import Playground

Points = NDArray[np.float64]

CANVASES = {ids.SURFACE_GRAPH: ids.SURFACE_CANVAS, ids.ERROR_CHART: f"{ids.ERROR_CHART}-canvas"}
# Where the iterations are drawn, in pixels of the stage, and the plotting area.
ITERATIONS = {
    ids.SURFACE_GRAPH: """(({x, y, left, top, width, height}, {columns, rows}) => [
      Array.from({length: rows}, (_, t) => [x(columns.w1[t]), y(columns.w2[t])]),
      [left, top, width, height],
    ])(playground.plot.mapping(), playground.trajectory)""",
    ids.ERROR_CHART: """(({x, y, left, top, width, height}, {columns, rows}) => [
      Array.from({length: rows}, (_, t) => [x(t), y(columns.E[t])]),
      [left, top, width, height],
    ])(playground.charts.error.mapping(), playground.trajectory)""",
}
OPACITY = """(canvas, points) => {
  const context = document.getElementById(canvas).getContext("2d");
  return points.map(([x, y]) =>
    context.getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data[3]);
}"""
IS_DRAWN = f"""(([points, [left, top, width, height]], canvas) => {{
  const seen = points.filter(([x, y]) =>
    x > left + 5 && x < left + width - 5 && y > top + 5 && y < top + height - 5);
  return seen.length > 5 && ({OPACITY})(canvas, seen).every(opacity => opacity > 200);
}})"""


def iterations(playground: Playground, graph: str) -> tuple[Points, Points]:
    """Return where the iterations are drawn on a graph's canvas, and its plotting area."""
    points, area = playground.get(ITERATIONS[graph])
    return np.array(points), np.array(area)


def opacity(playground: Playground, graph: str, points: Points) -> list[int]:
    """Return how opaque a graph's canvas is at some points."""
    at = f"({OPACITY})({CANVASES[graph]!r}, {points.tolist()})"
    return list(playground.get(at))


def is_drawn(playground: Playground, graph: str) -> None:
    """Wait until a graph's canvas has the trajectory's pixels where its iterations are."""
    playground.until(f"{IS_DRAWN}({ITERATIONS[graph]}, {CANVASES[graph]!r})")


def inside(points: Points, area: Points, margin: float = 1) -> Points:
    """Return the points within the plotting area."""
    low, high = area[:2] + margin, area[:2] + area[2:] - margin
    within: Points = points[((points > low) & (points < high)).all(axis=1)]
    return within


def distance_to_line(points: Points, line: Points) -> Points:
    """Return how far each point is from a polyline."""
    a, d = line[:-1], np.diff(line, axis=0)
    length = np.maximum((d**2).sum(axis=1), 1e-12)
    along = np.clip(((points[:, None] - a) * d).sum(axis=2) / length, 0, 1)
    nearest: Points = np.hypot(*np.moveaxis(points[:, None] - a - along[..., None] * d, 2, 0))
    least: Points = nearest.min(axis=1)
    return least
