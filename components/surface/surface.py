"""The hero: the error surface as contours, the trajectory on it, and a start that can be moved."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.kernel_urls import error_function_kernel_url
from components.state.state import State
from components.surface import view_buttons
from components.surface.contours import Contours, contours
from components.surface.plotly import PAPER, axis, picture
from components.ui.html_attributes import attributes
from components.ui.palette import BINS, CONTOUR_LINE, SURFACE, ramp
from optimizers import ErrorFunction, Trajectory

FARTHEST = 1e9
"""A point farther out than this is left to the numbers: no figure could show it."""

MOST_MARKERS = 300
"""Up to so many steps every iteration gets a dot in an exported figure."""

PARTS = 128
"""Of a level, in which heights are told: nobody sees the rest."""


def layout(state: State) -> html.Section:
    """Return the surface with its handle, its buttons and its readout."""
    return html.Section(
        stage(surface_figure(state), "Contours of E with the trajectory", "Back to the first view"),
        className="surface",
        **attributes(aria_label="Error surface with the trajectory"),
    )


def stage(figure: go.Figure, name: str, reset: str, prefix: str = "") -> list[Component]:
    """Return a surface, with what lies over it and the Store that asks for another view.

    Parameters
    ----------
    figure : Figure
        What Plotly draws.
    name : str
        What is seen, in words.
    reset : str
        What the third button does, in words.
    prefix : str
        Goes before every id.
    """
    return [
        html.Div(
            [
                picture(prefix + ids.SURFACE_GRAPH, figure, name),
                html.Canvas(
                    id=prefix + ids.SURFACE_CANVAS,
                    className="live",
                    **attributes(aria_hidden="true"),
                ),
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
                html.Div(id=prefix + ids.SURFACE_READOUT, className="readout", hidden=True),
            ],
            className="stage",
        ),
        dcc.Store(id=prefix + ids.SURFACE_VIEW_ASKED),
    ]


def surface_figure(state: State) -> go.Figure:
    """Return contours, trajectory and everything the live layer needs to take over.

    The contour is trace 0; traces 1 to `BINS` are the trajectory in pieces, from dark to bright.
    """
    traces = trajectory_traces(state.trajectory(state.runs[0]))
    return over_contours(state, traces, ramps={"light": ramp("light"), "dark": ramp("dark")})


def over_contours(state: State, traces: list[go.Scatter], **meta: object) -> go.Figure:
    """Return traces on the contours of a state's function in its view.

    What the live layer must know of the function travels with the figure, and `meta` beside it.
    """
    function = ErrorFunction.parse(state.E)
    figure = go.Figure([go.Contour(**contour_trace(contours(function, state.view))), *traces])
    left, right, bottom, top = state.view
    figure.update_layout(
        PAPER,
        margin={"l": 62, "r": 12, "t": 8, "b": 46},
        showlegend=False,
        dragmode="pan",
        xaxis=axis("w₁") | {"range": [left, right]},
        yaxis=axis("w₂") | {"range": [bottom, top]},
        # The reader's own zoom outlives new contours of the same function and view.
        uirevision=f"{function.text} {state.view}",
        meta={
            "E": function.text,
            "typed": state.E,
            "kernel": error_function_kernel_url(function),
            "farthest": FARTHEST,
        }
        | meta,
    )
    return figure


def contour_trace(found: Contours) -> dict[str, Any]:
    """Return the contour trace; its z is the number of the level, so that lines lie evenly.

    It is told in parts of a level, as whole numbers: they take a third of the page's layout that
    packed ones would.
    """
    last = PARTS * max(found.levels.size - 1, 1)
    z = np.round(PARTS * found.height)
    return {
        "x": found.w1,
        "y": found.w2,
        "z": [
            [int(part) if finite else None for part, finite in zip(*row, strict=True)]
            for row in zip(z, np.isfinite(z), strict=True)
        ],
        "zmin": 0,
        "zmax": last,
        "contours": {"start": PARTS, "end": last - PARTS, "size": PARTS, "coloring": "fill"},
        "autocontour": False,
        "colorscale": SURFACE,
        "showscale": False,
        "line": {"color": CONTOUR_LINE, "width": 0.7},
        "hoverinfo": "skip",
        "name": "E",
    }


def trajectory_traces(trajectory: Trajectory) -> list[go.Scatter]:
    """Return the trajectory in pieces that overlap by a point, from dark to bright."""
    w = np.where(np.abs(trajectory.w) <= FARTHEST, trajectory.w, np.nan)
    last = w.shape[0] - 1
    mode = "lines+markers" if last <= MOST_MARKERS else "lines"
    traces = []
    for k, colour in enumerate(ramp("light")):
        piece = w[k * last // BINS : (k + 1) * last // BINS + 1]
        traces.append(
            go.Scatter(
                x=piece[:, 0],
                y=piece[:, 1],
                mode=mode,
                line={"color": colour, "width": 2.4},
                marker={"size": 4.5},
                hoverinfo="skip",
                name="trajectory",
            )
        )
    return traces
