"""The error surface: the answer to a typed function or a settled zoom, and its stage.

The browser draws the contours with plotly.js (assets/surface/plot.js) and everything that moves on
a canvas above them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from dash import html
from dash.development.base_component import Component
from numpy.typing import NDArray

from components import ids
from components.state.state import State, View
from components.surface import view_buttons
from components.surface.contours import Contours, contours
from components.surface.optimum import minima
from components.surface.region import region
from components.ui.html_attributes import attributes
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula, gradient_formula
from optimizers.presets import preset_of

PARTS = (256, 1024, 4096)
"""Of a level, in which heights are sent: the finest where lines pass nearly level ground, as at a
saddle, and would have stairs there; each step of the list costs half as many bytes again."""

STAIRS = 0.25
"""How far from its place rounding may put a line, in squares of the grid."""

MOST_STAIRS = 8
"""Squares in which it may be farther."""

TONE_PARTS = 1000
"""Of the whole ramp, in which tones are sent."""

TOO_LONG = '<p class="source">The formula of ∇E is too long to read; its numbers are exact.</p>'


def surface_answer(
    error_function: ErrorFunction, typed: str, view: View, aspect: float = 1.0
) -> dict[str, Any]:
    """Return what the browser needs to show a function: contours, minima and formulas.

    It depends on nothing else, so that it is the same for everybody and can be cached.

    Parameters
    ----------
    error_function : ErrorFunction
        E.
    typed : str
        Its text as the reader spelled it.
    view : tuple of four floats
        Lowest and highest w1, lowest and highest w2, which have to be seen.
    aspect : float
        Width divided by height of the stage, which shows the view widened to its own shape.
    """
    found = contours(error_function, region(view, aspect))
    marked = minima(error_function, found)
    preset = preset_of(error_function)
    return {
        "E": error_function.text,
        "typed": typed,
        "view": view,
        "trace": contour_trace(found),
        "minima": marked,
        "preset": preset and preset.key,
        "optimum": dict(zip(("w1", "w2"), marked[0], strict=True)) if marked else None,
        "formula": error_function_formula(error_function),
        "gradient": gradient_math(error_function),
        "note": found.note,
        "parameters": [*error_function.parameters],
    }


def surface_of(state: State, aspect: float = 1.0) -> dict[str, Any]:
    """Return the answer for the function and the view of a state, on a stage of a shape."""
    return surface_answer(state.E, state.typed, state.view, aspect)


@lru_cache(maxsize=64)
def gradient_math(error_function: ErrorFunction) -> str:
    """Return the formula of the gradient, or a sentence where it is too long to read."""
    return gradient_formula(error_function) or TOO_LONG


def contour_trace(found: Contours, size: int | None = None) -> dict[str, Any]:
    """Return the heights for plotly.js, and how the levels and the ground are drawn.

    Heights are sent in parts of a level, as whole numbers, each as its difference to the one before
    it in its row: that compresses to a quarter of the numbers themselves.

    Parameters
    ----------
    found : Contours
        From `contours`.
    size : int, optional
        Parts of a level, by default as many as the lines need.
    """
    size = size or _fine_enough(found.height)
    return {
        "region": [*map(float, (found.w1[0], found.w1[-1], found.w2[0], found.w2[-1]))],
        "dz": _differences(np.round(size * found.height)),
        "size": size,
        "levels": found.levels.values.tolist(),
        "dotted": found.levels.dotted,
        "strong": found.levels.strong,
        "tones": np.round(TONE_PARTS * found.tones).astype(int).tolist(),
    }


def _fine_enough(height: NDArray[np.float64]) -> int:
    """Return the first of `PARTS` that puts the lines where they belong."""
    corners = np.stack([height[:-1, :-1], height[1:, :-1], height[:-1, 1:], height[1:, 1:]])
    low, high = corners.min(axis=0), corners.max(axis=0)
    # nan compares as False.
    crossed = (np.ceil(low) <= high) & (high > low) & (high >= 1)
    a, b, c, _ = corners[:, crossed]
    slope = np.hypot(b - a, c - a)  # a square
    for size in PARTS:
        if np.count_nonzero(0.5 / size > STAIRS * slope) <= MOST_STAIRS:
            return size
    return PARTS[-1]


def _differences(parts: NDArray[np.float64]) -> list[list[int | None]]:
    """Return the differences along each row; where there is no number they go on from the last."""
    finite = np.isfinite(parts)
    columns = np.maximum.accumulate(np.where(finite, np.arange(parts.shape[1]), 0), axis=1)
    last = np.take_along_axis(np.where(finite, parts, 0), columns, axis=1)
    found: list[list[int | None]] = np.diff(last, axis=1, prepend=0).astype(int).tolist()
    for row, column in np.argwhere(~finite).tolist():
        found[row][column] = None
    return found


def stage(name: str, reset: str, prefix: str = "") -> list[Component]:
    """Return the stage of a surface: plot, canvas, start handle, view buttons, tooltip.

    Parameters
    ----------
    name : str
        What is seen, in words, for screen readers.
    reset : str
        The label of the button that resets the view.
    prefix : str
        Goes before every id.
    """
    return [
        html.Div(
            [
                html.Div(
                    html.Div(className="graph"),
                    id=prefix + ids.SURFACE_GRAPH,
                    role="img",
                    **attributes(aria_label=name),
                ),
                html.Canvas(
                    id=prefix + ids.SURFACE_CANVAS,
                    className="live",
                    **attributes(aria_hidden="true"),
                ),
                html.P(id=prefix + ids.SURFACE_NOTE, className="note", role="note", hidden=True),
                html.Button(
                    id=prefix + ids.SURFACE_HANDLE,
                    className="start-handle",
                    **attributes(
                        aria_label="Start point: arrow keys move it",
                        aria_roledescription="draggable point",
                    ),
                ),
                view_buttons.layout(reset, prefix),
                html.Div(
                    "Ctrl or ⌘ and the wheel zoom.",
                    id=prefix + ids.SURFACE_HINT,
                    className="hint",
                    hidden=True,
                ),
                html.Div(
                    "The server could not send these contours: zoom or move to ask again.",
                    id=prefix + ids.SURFACE_UNANSWERED,
                    className="hint",
                    role="status",
                    hidden=True,
                ),
                html.Div(id=prefix + ids.SURFACE_TOOLTIP, className="tooltip", hidden=True),
            ],
            className="stage",
        ),
    ]


def layout() -> html.Section:
    """Return the playground's surface."""
    return html.Section(
        stage("Contours of E with the trajectory", "Show runs, start and minimum"),
        className="surface",
        **attributes(aria_label="Error surface with the trajectory"),
    )
