"""A plotly Figure of trajectories on the surface of E."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from components.notebook.run_traces import SYMBOLS, end_labels, error_curve, run_traces
from components.notebook.surface_traces import level_labels, minima_trace, surface_traces
from components.state.state import View
from components.surface.contours import contours
from components.surface.region import region, widened
from components.two_steps.frame import frame
from components.ui import ground
from components.ui.palette import GRID_LINE, palette
from optimizers import ErrorFunction, Trajectory
from optimizers.presets import preset_of

WIDTH, HEIGHT = 1000, 640
SURFACE, CURVES = [0, 0.62], [0.7, 1]
"""The parts of the width of both panels; the first is square."""


def figure(
    error_function: ErrorFunction,
    trajectories: Mapping[str, Trajectory],
    *,
    view: View | None = None,
    theme: str = "light",
) -> Any:
    """Return a plotly Figure of trajectories on the surface of E, with the look of the page.

    Both axes have one scale; ground and contour levels are those of the page; a trajectory goes
    from dark to bright in the colour of its place, to its shape and its name; minima are marked.
    Beside the surface stands E against the iteration, on a logarithmic axis where it is positive.

    Parameters
    ----------
    error_function : ErrorFunction
        E.
    trajectories : mapping of str to Trajectory
        Up to six runs by the names that they are labelled with.
    view : tuple of four floats, optional
        Lowest and highest w1, lowest and highest w2, which have to be seen; by default those of the
        preset that E is, if the runs start in it, or what the runs reach.
    theme : str
        ``"light"`` or ``"dark"``.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction, descend
    >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    >>> run = descend(bowl, OPTIMIZERS["rmsprop"], start=(-15, 20), steps=500)
    >>> figure(bowl, {"RMSProp": run}).layout.yaxis.scaleanchor
    'x'
    """
    import plotly.graph_objects as go  # here, since it takes a second that the page need not wait

    runs = palette(theme)["runs"]
    if not 1 <= len(trajectories) <= len(SYMBOLS):
        raise ValueError(f"Give 1 to {len(SYMBOLS)} trajectories.")
    colours = ground.colours(theme)
    halo = colours["flat"][0 if theme == "light" else -1]
    wanted = view or _view(error_function, [*trajectories.values()])
    found = contours(error_function, region(wanted))
    traces = [*surface_traces(found, colours), minima_trace(error_function, found, colours, halo)]
    for place, (name, run) in enumerate(trajectories.items()):
        traces += run_traces(name, run, runs[place], SYMBOLS[place], halo)
        traces.append(error_curve(name, run, runs[place]))
    shown = widened(wanted, 1.0)
    labels = [*level_labels(found, colours, shown), *end_labels(trajectories, runs, shown, halo)]
    layout = _layout(shown, colours, halo) | {"annotations": labels}
    layout["yaxis2"]["type"] = "log" if _is_positive(trajectories) else "linear"
    return go.Figure(data=traces, layout=layout)


def _is_positive(trajectories: Mapping[str, Trajectory]) -> bool:
    return all(error > 0 for run in trajectories.values() for error in run.error)


def _view(error_function: ErrorFunction, trajectories: list[Trajectory]) -> View:
    preset = preset_of(error_function)
    if preset:
        left, right, bottom, top = preset.view
        starts = [run.w[0] for run in trajectories]
        if all(left <= w1 <= right and bottom <= w2 <= top for w1, w2 in starts):
            return preset.view
    return frame(trajectories, math.inf)


def _layout(shown: View, colours: dict[str, Any], halo: str) -> dict[str, Any]:
    left, right, bottom, top = shown
    axis = {"showgrid": False, "zeroline": False, "ticks": "outside", "tickcolor": colours["tick"]}
    return {
        "template": "none",
        "width": WIDTH,
        "height": HEIGHT,
        "margin": {"l": 56, "r": 16, "t": 16, "b": 48},
        "paper_bgcolor": halo,
        "plot_bgcolor": halo,
        "font": {"color": colours["tick"]},
        "showlegend": False,
        "hovermode": "closest",
        "xaxis": axis
        | {
            "range": [left, right],
            "title": {"text": "w₁"},
            "constrain": "domain",
            "domain": SURFACE,
        },
        "yaxis": axis
        | {
            "range": [bottom, top],
            "title": {"text": "w₂"},
            "scaleanchor": "x",
            "scaleratio": 1,
            "constrain": "domain",
        },
        "xaxis2": axis | {"domain": CURVES, "anchor": "y2", "title": {"text": "iteration t"}},
        "yaxis2": axis
        | {
            "anchor": "x2",
            "title": {"text": "E"},
            "exponentformat": "power",
            "gridcolor": GRID_LINE,
        }
        | {"showgrid": True},
    }
