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

from components import ids
from components.state.state import State, View
from components.surface import view_buttons
from components.surface.contours import Contours, contours
from components.ui.html_attributes import attributes
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula, gradient_formula

PARTS = 128
"""Of a level, in which heights are sent: finer steps are invisible."""

TOO_LONG = '<p class="source">The formula of ∇E is too long to read; its numbers are exact.</p>'


def surface_answer(error_function: ErrorFunction, typed: str, view: View) -> dict[str, Any]:
    """Return what the browser needs to show a function: contours and formulas.

    It depends on nothing else, so that it is the same for everybody and can be cached.

    Parameters
    ----------
    error_function : ErrorFunction
        E.
    typed : str
        Its text as the reader spelled it.
    view : tuple of four floats
        Lowest and highest w1, lowest and highest w2.
    """
    found = contours(error_function, view)
    return {
        "E": error_function.text,
        "typed": typed,
        "view": view,
        "trace": contour_trace(found),
        "formula": error_function_formula(error_function),
        "gradient": gradient_math(error_function),
        "note": found.note,
    }


def surface_of(state: State) -> dict[str, Any]:
    """Return the answer for the function and the view of a state."""
    return surface_answer(state.E, state.typed, state.view)


@lru_cache(maxsize=64)
def gradient_math(error_function: ErrorFunction) -> str:
    """Return the formula of the gradient, or a sentence where it is too long to read."""
    return gradient_formula(error_function) or TOO_LONG


def contour_trace(found: Contours) -> dict[str, Any]:
    """Return the contour trace for plotly.js; its z is the number of the level.

    Levels are sent in parts of a level, as whole numbers, which compress to a third of packed
    floats.
    """
    last = PARTS * max(found.levels.size - 1, 1)
    parts = np.round(PARTS * found.height)
    finite = np.isfinite(parts)
    z: list[list[int | None]] = np.where(finite, parts, 0).astype(int).tolist()
    for row, column in np.argwhere(~finite):
        z[row][column] = None
    return {
        "x": [float(found.w1[0]), float(found.w1[-1])],
        "y": [float(found.w2[0]), float(found.w2[-1])],
        "z": z,
        "zmax": last,
        "size": PARTS,
    }


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
                    "Ctrl + wheel zooms, or click the surface first.",
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
        stage("Contours of E with the trajectory", "Back to the first view"),
        className="surface",
        **attributes(aria_label="Error surface with the trajectory"),
    )
