"""Figure 1 as Plotly draws it: the surface, and on it the steps and gradients of two runs.

On the page a canvas shows the same, with labels; these traces are seen before it and in an export.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from components.state.state import State
from components.surface.surface import FARTHEST, over_contours
from components.two_steps.frame import gradient_scale
from components.ui.palette import TWO
from optimizers import Trajectory

SYMBOLS = ("circle", "square")
"""The weights of the two runs: told apart by their shape as well as by their colour."""

Floats = NDArray[np.float64]


def two_steps_figure(state: State, *, framed: bool) -> go.Figure:
    """Return the surface with both runs, everything the live layer needs beside them.

    The contour is trace 0; then for each run come its gradients and its steps.

    Parameters
    ----------
    state : State
        With two runs.
    framed : bool
        Whether its view is the one that frames them, and not a reader's own.
    """
    trajectories = [state.trajectory(run) for run in state.runs]
    scale = gradient_scale(trajectories)
    traces = [
        trace
        for run, found, colour, symbol in zip(
            state.runs, trajectories, TWO["light"], SYMBOLS, strict=True
        )
        for trace in (
            gradient_trace(found, scale, colour, run.rule.name),
            step_trace(found, colour, symbol, run.rule.name),
        )
    ]
    return over_contours(
        state, traces, colours=TWO, scale=scale, framed=framed, view=list(state.view)
    )


def gradient_trace(trajectory: Trajectory, scale: float, colour: str, name: str) -> go.Scatter:
    """Return g(1), g(2), ... as arrows from w(0), w(1), ..., `scale` times as short."""
    feet = trajectory.w[: len(trajectory.gradient)]
    gaps = np.full_like(feet, np.nan)
    path = np.stack([feet, feet + trajectory.gradient / scale, gaps], axis=1).reshape(-1, 2)
    marker = {"symbol": "arrow", "angleref": "previous", "size": [0, 9, 0] * len(feet)}
    return _lines(path, colour, f"{name}: g(t) at 1 : {scale:g}", 1.2, marker)


def step_trace(trajectory: Trajectory, colour: str, symbol: str, name: str) -> go.Scatter:
    """Return the way from w(0) over w(1) on: each piece is an update vector, -v(t)."""
    return _lines(trajectory.w, colour, f"{name}: w(t)", 2.4, {"symbol": symbol, "size": 7})


def _lines(
    path: Floats, colour: str, name: str, width: float, marker: Mapping[str, object]
) -> go.Scatter:
    near = np.where(np.abs(path) <= FARTHEST, path, np.nan)
    return go.Scatter(
        x=near[:, 0],
        y=near[:, 1],
        mode="lines+markers",
        line={"color": colour, "width": width},
        marker={**marker, "color": colour},
        hoverinfo="skip",
        name=name,
    )
