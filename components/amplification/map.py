"""The large map of C_a(g1, g2) as a figure of Plotly: what is seen first, and exported."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
from dash import html
from numpy.typing import NDArray

from components import ids
from components.amplification.colour_scale import end_of_scale, shade, ticks
from components.amplification.diverging import STOPS, colour_scale, diverging
from components.amplification.state import AmplificationState, rate
from components.surface.plotly import PAPER, axis, picture
from components.ui.html_attributes import attributes
from optimizers.amplification import two_steps

CELLS = 100
"""Rows and columns of the map that the server sends; the browser's own is finer."""

LEVELS = 20
"""Steps of colour on either side of zero; the browser's own colours are finer."""

BAR = (1.05, 1.07)
"""The lower and the upper edge of the colour bar, in heights of the map."""

ZERO_LINE = "#22272d"
G1, G2 = "g₁, gradient at the first step", "g₂, gradient at the second step"


def layout(state: AmplificationState) -> html.Div:
    """Return the map with its canvas, its probe and its card of numbers."""
    return html.Div(
        [
            picture(
                ids.AMPLIFICATION_GRAPH,
                map_figure(state),
                "Map of amplification and attenuation over g₁ and g₂; its numbers are below",
            ),
            html.Canvas(
                id=ids.AMPLIFICATION_CANVAS, className="live", **attributes(aria_hidden="true")
            ),
            html.Button(
                id=ids.AMPLIFICATION_HANDLE,
                className="start-handle probe",
                **attributes(
                    aria_label="Probe: arrow keys move it", aria_roledescription="draggable point"
                ),
            ),
            html.Div(id=ids.AMPLIFICATION_READOUT, className="readout", hidden=True),
        ],
        className="stage",
    )


def centres(largest: float) -> NDArray[np.float64]:
    """Return the middles of the cells: symmetric about zero, which lies between two of them."""
    return (np.arange(CELLS) + 0.5) / CELLS * 2 * largest - largest


def map_figure(state: AmplificationState) -> go.Figure:
    """Return the map: trace 0 the colours, trace 1 the line where C_a is zero."""
    rule, eta, end = state.run.rule, rate(state), end_of_scale(state.range)
    g = centres(state.range)
    found = two_steps(rule, g[None, :], g[:, None], **state.run.settings).amplification
    place = shade(found, eta, end).astype(np.float32)
    figure = go.Figure(
        [
            # Contours: a heat map or Plotly's own colour bar would break the page's style policy.
            go.Contour(
                x=g,
                y=g,
                z=place,
                zmin=-1,
                zmax=1,
                autocontour=False,
                contours={"start": -1, "end": 1, "size": 1 / LEVELS, "coloring": "fill"},
                line={"width": 0},
                colorscale=colour_scale("light"),
                showscale=False,
                hoverinfo="skip",
                name="C_a",
            ),
            go.Contour(
                x=g,
                y=g,
                z=place,
                autocontour=False,
                contours={"start": 0, "end": 0, "size": 1, "coloring": "none"},
                line={"color": ZERO_LINE, "width": 1.6},
                hoverinfo="skip",
                showscale=False,
                name="C_a = 0",
            ),
        ]
    )
    range_and_still = {"range": [-state.range, state.range], "fixedrange": True, "showgrid": False}
    figure.update_layout(
        PAPER,
        margin={"l": 62, "r": 16, "t": 62, "b": 46},
        showlegend=False,
        dragmode=False,
        xaxis=axis(G1) | range_and_still,
        yaxis=axis(G2) | range_and_still,
        **colour_bar(eta, end),
    )
    return figure


def colour_bar(eta: float, end: float) -> dict[str, Any]:
    """Return the colour bar above the map as shapes, with words and values of C_a around it."""
    beside = {"xref": "paper", "yref": "paper", "layer": "above", "line": {"width": 0}}
    shapes = [
        {"type": "rect", "x0": k / STOPS, "x1": (k + 1) / STOPS, "y0": BAR[0], "y1": BAR[1]}
        | {"fillcolor": colour, **beside}
        for k, colour in enumerate(diverging("light"))
    ]
    values = ticks(end)
    places = (shade(np.array(values) * eta, eta, end) + 1) / 2
    texts = [f"{value * eta:.4g}".replace("-", "−") for value in values]
    words = [(0.0, "left", "attenuated"), (0.5, "center", "Cₐ"), (1.0, "right", "amplified")]
    around = {"xref": "paper", "yref": "paper", "showarrow": False}
    annotations = [
        {"x": x, "xanchor": anchor, "y": BAR[1], "yanchor": "bottom", "text": text, **around}
        for x, anchor, text in words
    ]
    annotations += [
        {"x": float(x), "xanchor": "center", "y": BAR[0], "yanchor": "top", "text": text, **around}
        for x, text in zip(places.round(6), texts, strict=True)
    ]
    return {"shapes": shapes, "annotations": annotations}
