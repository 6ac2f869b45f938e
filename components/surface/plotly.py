"""What all figures share: paper, ink, axes and Plotly's settings."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from dash import dcc, html

from components.ui.html_attributes import attributes
from components.ui.palette import GRID_LINE, INK

CONFIG: Any = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "responsive": True,
    "scrollZoom": True,
    "doubleClick": False,
    "showTips": False,
}

PAPER: dict[str, Any] = {
    "template": None,
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": "Lockstep Sans, Lockstep Math, sans-serif", "size": 13, "color": INK},
    # The page has a readout of its own, exact between grid points and under a moving hand.
    "hovermode": False,
}


def axis(title: str) -> dict[str, Any]:
    """Return an axis with its title and quiet lines."""
    return {
        "title": {"text": title, "standoff": 6, "font": {"size": 14}},
        "zeroline": False,
        "gridcolor": GRID_LINE,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": GRID_LINE,
        "linecolor": GRID_LINE,
    }


def picture(identity: str, figure: go.Figure, name: str) -> html.Div:
    """Return a figure as one picture with a name, not as the many pieces that Plotly draws."""
    return html.Div(
        dcc.Graph(id=identity, figure=figure, config=CONFIG, className="graph"),
        role="img",
        **attributes(aria_label=name),
    )
