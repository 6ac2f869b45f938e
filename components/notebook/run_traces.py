"""Runs in a plotly Figure: trajectories from dark to bright, their ends and their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.state.state import View
from components.ui.palette import BINS
from optimizers import Trajectory

WIDTH, CASING = 3.6, 3.4
SYMBOLS = ("circle", "square", "triangle-up", "diamond", "cross", "hexagon")
"""The shapes of the runs by their place, plotly's names of those in assets/view/glyphs.js."""

BESIDE = 0.06
"""Of the side of the view: ends as near as that have their labels below each other."""

Floats = NDArray[np.float64]
Trace = dict[str, Any]


def run_traces(
    name: str, run: Trajectory, colour: dict[str, Any], symbol: str, halo: str
) -> Iterator[Trace]:
    """Yield the casing of a trajectory, which has the numbers, its pieces, its start and end."""
    w1, w2 = run.w.T
    line = {"type": "scatter", "mode": "lines", "name": name}
    yield line | {
        "x": w1,
        "y": w2,
        "customdata": np.column_stack([np.arange(len(w1)), run.error]),
        "line": {"color": halo, "width": WIDTH + CASING},
        "hovertemplate": f"{_safe(name)}, t = %{{customdata[0]}}<br>w₁ = %{{x:.4g}}<br>"
        "w₂ = %{y:.4g}<br>E = %{customdata[1]:.4g}<extra></extra>",
    }
    last = len(w1) - 1
    for k, shade in enumerate(colour["bins"]):
        part = slice(k * last // BINS, (k + 1) * last // BINS + 1)
        yield line | {
            "x": w1[part],
            "y": w2[part],
            "line": {"color": shade, "width": WIDTH},
            "hoverinfo": "skip",
        }
    point = {"type": "scatter", "mode": "markers", "name": name, "hoverinfo": "skip"}
    start = {"symbol": "circle-open", "size": 11, "color": colour["bins"][0], "line": {"width": 3}}
    end = {"symbol": symbol, "size": 11, "color": colour["colour"]}
    yield point | {"x": w1[:1], "y": w2[:1], "marker": start}
    yield point | {
        "x": w1[-1:],
        "y": w2[-1:],
        "marker": end | {"line": {"color": halo, "width": 1.8}},
    }


def error_curve(name: str, run: Trajectory, colour: dict[str, Any]) -> Trace:
    """Return E against the iteration, for the panel beside the surface."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"E of {name}",
        "xaxis": "x2",
        "yaxis": "y2",
        "x": np.arange(len(run.error)),
        "y": run.error,
        "line": {"color": colour["colour"], "width": 2},
        "hovertemplate": f"{_safe(name)}, t = %{{x}}<br>E = %{{y:.4g}}<extra></extra>",
    }


def end_labels(
    trajectories: Mapping[str, Trajectory], runs: list[dict[str, Any]], shown: View, halo: str
) -> Iterator[Trace]:
    """Yield the names beside the ends that are seen; of ends that are close, below each other."""
    left, right, bottom, top = shown
    placed: list[Floats] = []
    for (name, run), colour in zip(trajectories.items(), runs, strict=False):
        end = run.w[-1]
        if not (left <= end[0] <= right and bottom <= end[1] <= top):
            continue
        close = sum(np.hypot(*(end - other)) < BESIDE * (right - left) for other in placed)
        placed.append(end)
        on_the_left = end[0] > left + 0.75 * (right - left)
        yield {
            "x": end[0],
            "y": end[1],
            "text": f"<b>{_safe(name)}</b>",
            "showarrow": False,
            "xanchor": "right" if on_the_left else "left",
            "xshift": -12 if on_the_left else 12,
            "yshift": -20 * close,
            "font": {"color": colour["colour"], "size": 13},
            "bgcolor": halo,
            "opacity": 0.9,
        }


def _safe(name: str) -> str:
    """Return a name in which plotly sees no markup and no template."""
    return name.replace("&", "&amp;").replace("<", "&lt;").replace("%{", "% {")
