"""The error against the iteration, and with it what the rule remembers, such as s1 and s2."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
from dash import dcc, html
from numpy.typing import NDArray

from optimizers import ErrorFunction, Rule
from optimizers import State as Memory
from optimizers.typeset import plain

from . import ids
from .attributes import attributes
from .palette import ERROR, STATE
from .plot import CONFIG, PAPER, axis
from .state import State

HEADROOM = 2.0
"""How far above the first error a linear axis reaches, in multiples of that error."""

SLOTS = len(STATE)
"""How many curves there are for what a rule remembers: two quantities, each for both weights."""


def layout(state: State) -> html.Section:
    """Return the curve with its switch and its readout."""
    return html.Section(
        [
            html.Div(
                [
                    html.Div(outcome(state), className="outcome-place"),
                    html.Div(
                        [
                            html.Span("E axis", id=f"{ids.CURVE_SCALE}-label"),
                            html.Button(
                                "linear", value="linear", **attributes(aria_pressed="true")
                            ),
                            html.Button("log", value="log", **attributes(aria_pressed="false")),
                        ],
                        id=ids.CURVE_SCALE,
                        className="switch",
                        role="group",
                        **attributes(aria_labelledby=f"{ids.CURVE_SCALE}-label"),
                    ),
                ],
                className="curve-head",
            ),
            html.Div(
                [
                    dcc.Graph(
                        id=ids.CURVE_GRAPH,
                        figure=curve_figure(state),
                        config=CONFIG,
                        className="graph",
                    ),
                    html.Canvas(
                        id=ids.CURVE_CANVAS, className="live", **attributes(aria_hidden="true")
                    ),
                    html.Div(id=ids.CURVE_READOUT, className="readout", hidden=True),
                ],
                className="stage",
            ),
        ],
        className="curve",
        **attributes(aria_label="Error against the iteration"),
    )


def outcome(state: State) -> html.P:
    """Return what the run came to; the browser keeps the parts that move up to date."""
    run = state.runs[0]
    trajectory = state.trajectory(run)
    return html.P(
        [
            html.Strong(run.rule.name, **attributes(data_part="name")),
            html.Span(" after "),
            html.Span(f"{trajectory.w.shape[0] - 1}", **attributes(data_part="steps")),
            html.Span(" steps: E from "),
            html.Span(f"{trajectory.error[0]:.4g}", **attributes(data_part="first")),
            html.Span(" to "),
            html.Strong(f"{trajectory.error[-1]:.4g}", **attributes(data_part="last")),
            html.Span(
                trajectory.stopped or "", className="stopped", **attributes(data_part="stopped")
            ),
        ],
        id=ids.OUTCOME,
        className="outcome",
    )


def remembered(rule: Rule) -> list[str]:
    """Return the columns, such as ``s1``, of what is worth a curve of its own."""
    return [f"{s.name}{i}" for s in rule.state if s.shown for i in (1, 2)][:SLOTS]


def remembered_names(rule: Rule) -> list[str]:
    """Return their names in the legend."""
    shown: list[Memory] = [s for s in rule.state if s.shown]
    return [plain(f"{plain(s.symbol)[0]}_{i}") for s in shown for i in (1, 2)][:SLOTS]


def curve_figure(state: State) -> go.Figure:
    """Return E, and hidden at first the rule's memory, against the iteration.

    Trace 0 is E; traces 1 to `SLOTS` are the memory, those without a use hidden for good.
    """
    run = state.runs[0]
    trajectory = state.trajectory(run)
    iteration = np.arange(trajectory.error.size)
    figure = go.Figure(
        go.Scatter(
            x=iteration,
            y=within_headroom(trajectory.error),
            mode="lines",
            line={"color": ERROR, "width": 2.2},
            name="E",
            hoverinfo="skip",
        )
    )
    columns, names = remembered(run.rule), remembered_names(run.rule)
    for k, colour in enumerate(STATE):
        used = k < len(columns)
        memory = trajectory.state[columns[k][:-1]][:, k % 2] if used else iteration
        figure.add_scatter(
            x=iteration,
            y=memory,
            mode="lines",
            line={"color": colour, "width": 1.8, "dash": "solid" if k % 2 == 0 else "dash"},
            name=names[k] if used else "",
            yaxis="y2",
            visible="legendonly" if used else False,
            hoverinfo="skip",
        )
    figure.update_layout(
        PAPER,
        margin={"l": 62, "r": 12, "t": 26, "b": 42},
        dragmode=False,
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1.02,
            "yanchor": "bottom",
            "itemdoubleclick": False,
        },
        xaxis=axis("iteration t") | {"range": [0, state.steps], "fixedrange": True},
        yaxis=axis("E") | {"exponentformat": "e", "fixedrange": True, "rangemode": "tozero"},
        yaxis2=axis("")
        | {"overlaying": "y", "side": "right", "showgrid": False, "exponentformat": "e"}
        # There is nothing to measure on it until a curve of the memory is shown.
        | {"tickmode": "auto", "visible": False, "fixedrange": True, "automargin": True},
        meta={"E": ErrorFunction.parse(state.E).text, "headroom": HEADROOM},
    )
    return figure


def within_headroom(error: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the errors that a linear axis shows, nan for the rest of a diverging run.

    A linear axis ends a little above the first error, or a run that explodes would flatten all that
    came before; a logarithmic axis shows everything.
    """
    first = error[0]
    return np.where(error <= first + HEADROOM * max(abs(first), 1e-9), error, np.nan)
