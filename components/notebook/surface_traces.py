"""The surface in a plotly Figure: ground, contour lines and minima, as the page draws them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.state.state import View
from components.surface.contours import Contours
from components.surface.optimum import minima
from components.ui import ground
from optimizers import ErrorFunction

LINES = {"thin": 0.9, "strong": 1.1, "dotted": 1.1}
"""Widths in pixels, as in assets/surface/contour_lines.js."""

LABEL_ROOM = 0.04
"""Of the height of the view: labels of levels are as far apart."""

Floats = NDArray[np.float64]
Trace = dict[str, Any]


def surface_traces(found: Contours, colours: dict[str, Any]) -> Iterator[Trace]:
    """Yield the ground and the contour lines, whose levels are whole numbers of the height."""
    levels, last = found.levels, found.levels.values.size - 1
    heights = np.linspace(0, max(last, 1), found.tones.size)
    tones = np.interp(found.height, heights, found.tones)
    yield {
        "type": "heatmap",
        **_grid(found, np.where(np.isfinite(found.height), tones, np.nan)),
        "customdata": found.values.astype(np.float32),
        "colorscale": [[k / (ground.TONES - 1), c] for k, c in enumerate(colours["flat"])],
        "zmin": 0,
        "zmax": 1,
        "zsmooth": "best",
        "showscale": False,
        "name": "E",
        "hovertemplate": "w₁ = %{x:.4g}<br>w₂ = %{y:.4g}<br>E = %{customdata:.4g}<extra></extra>",
    }
    every = levels.strong[1] - levels.strong[0] if len(levels.strong) > 1 else 1
    line = colours["line"]
    opacity = (line["low"] + line["high"]) / 2
    kinds = {
        "thin": (levels.dotted + 1, last - 1, 1, line["colour"], opacity * line["thin"]),
        "dotted": (1, levels.dotted, 1, colours["dotted"], 1),
    }
    if levels.strong:
        ends = levels.strong[0], levels.strong[-1]
        kinds["strong"] = (*ends, every, line["colour"], opacity)
    for kind, (start, end, size, colour, opacity) in kinds.items():
        if start <= end:
            yield {
                "type": "contour",
                **_grid(found, found.height),
                "autocontour": False,
                "contours": {"start": start, "end": end, "size": size, "coloring": "none"},
                "line": {
                    "color": colour,
                    "width": LINES[kind],
                    "dash": "dot" if kind == "dotted" else "solid",
                },
                "opacity": opacity,
                "showscale": False,
                "hoverinfo": "skip",
                "name": f"{kind} contours",
            }


def level_labels(found: Contours, colours: dict[str, Any], shown: View) -> Iterator[Trace]:
    """Yield the values of the strong levels, where they cross a ray upwards from the lowest place.

    A label has the tone of the ground below it, so that its line is interrupted there.
    """
    left, right, bottom, top = shown
    seen = np.where(np.isfinite(found.values), found.values, np.inf)
    row, column = np.unravel_index(np.argmin(seen), seen.shape)
    if not left <= found.w1[column] <= right:
        column = np.searchsorted(found.w1, (left + right) / 2)
    heights = np.linspace(0, max(found.levels.values.size - 1, 1), found.tones.size)
    last = bottom
    for level in found.levels.strong:
        ray = found.height[row:, column] - level
        crossed = np.flatnonzero((ray[:-1] < 0) & (ray[1:] >= 0))
        if not crossed.size:
            continue
        k = int(crossed[0])
        part = ray[k] / (ray[k] - ray[k + 1])
        w2 = float(found.w2[row + k] + part * (found.w2[row + k + 1] - found.w2[row + k]))
        if not last + LABEL_ROOM * (top - bottom) < w2 < top - LABEL_ROOM * (top - bottom) / 2:
            continue
        last = w2
        tone = round(float(np.interp(level, heights, found.tones)) * (ground.TONES - 1))
        yield {
            "name": "level",
            "x": float(found.w1[column]),
            "y": w2,
            "text": f"{found.levels.values[level]:.4g}",
            "showarrow": False,
            "font": {"color": colours["label"], "size": 11},
            "bgcolor": colours["flat"][tone],
            "borderpad": 1,
        }


def _grid(found: Contours, z: Floats) -> Trace:
    return {"x": found.w1, "y": found.w2, "z": z.astype(np.float32)}


def minima_trace(
    error_function: ErrorFunction, found: Contours, colours: dict[str, Any], halo: str
) -> Trace:
    """Return the marks at the minima."""
    marked = np.array(minima(error_function, found)).reshape(-1, 2)
    return {
        "type": "scatter",
        "x": marked[:, 0],
        "y": marked[:, 1],
        "mode": "markers",
        "marker": {
            "symbol": "cross-thin",
            "size": 22,
            "color": halo,
            "line": {"color": colours["label"], "width": 1.5},
        },
        "hovertemplate": "minimum<br>w₁ = %{x:.4g}<br>w₂ = %{y:.4g}<extra></extra>",
        "name": "minima",
    }
