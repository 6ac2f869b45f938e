"""The ground of a still: contours of E as closed paths, each of which lightens what lies below."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from components.state.state import View
from components.surface.contours import contours
from components.surface.region import widened
from components.tour.contour_paths import loops, path_data, simplified
from optimizers import ErrorFunction

WIDTH, HEIGHT = 1200, 780
"""Of a still, in units of its picture, which coordinates are rounded to."""

MOST_LINES = 12
EVERY = 2
"""Of the surface's grid, which of its points a still has."""

MARGIN = 1.06
"""The contours' part of the plane beside that of the picture, so that no loop closes in sight."""

TOLERANCE = 0.8

FEWEST_POINTS = 6


def seen(view: View) -> View:
    """Return the part of the plane that a still shows: a view, widened to its shape."""
    return widened(view, WIDTH / HEIGHT)


def to_picture(view: View, w1: float, w2: float) -> tuple[int, int]:
    """Return where a point lies in the picture of a part of the plane."""
    left, right, bottom, top = view
    x, y = (w1 - left) / (right - left), (top - w2) / (top - bottom)
    return round(WIDTH * x), round(HEIGHT * y)


@lru_cache(maxsize=64)
def ground(error_function: ErrorFunction, view: View) -> str:
    """Return the contours of E in a part of the plane as SVG paths.

    Parameters
    ----------
    error_function : ErrorFunction
        E.
    view : tuple of four floats
        What the whole still shows.
    """
    found = contours(error_function, widened(view, WIDTH / HEIGHT, MARGIN))
    height = found.height[::EVERY, ::EVERY]
    left, right, bottom, top = view
    across = WIDTH * (found.w1[::EVERY] - left) / (right - left)
    up = HEIGHT * (top - found.w2[::EVERY]) / (top - bottom)
    lines = np.arange(1, len(found.levels.values) - 1)
    lines = lines[:: -(-len(lines) // MOST_LINES) or 1]
    opacity = 1 - 0.06 ** (1 / max(len(lines), 1))
    paths = []
    for level in lines[::-1].tolist():
        data = "".join(
            path_data(simplified(loop, TOLERANCE), closed=True)
            for loop in loops(height, level, across, up)
            if len(loop) >= FEWEST_POINTS
        )
        if data:
            paths.append(f'<path fill-opacity="{opacity:.2f}" d="{data}"/>')
    return "".join(paths)
