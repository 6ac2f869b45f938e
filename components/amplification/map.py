"""The stage of the large map of C_a(g1, g2); the browser draws the map on its canvas."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.html_attributes import attributes


def layout() -> html.Div:
    """Return canvas, probe and a place for the tooltip."""
    return html.Div(
        [
            html.Canvas(
                id=ids.AMPLIFICATION_CANVAS,
                className="live",
                role="img",
                **attributes(
                    aria_label="Map of amplification and attenuation over g₁ and g₂; "
                    "its numbers are below"
                ),
            ),
            html.Button(
                id=ids.AMPLIFICATION_HANDLE,
                className="start-handle probe",
                **attributes(
                    aria_label="Probe: arrow keys move it", aria_roledescription="draggable point"
                ),
            ),
            html.Div(id=ids.AMPLIFICATION_TOOLTIP, className="tooltip", hidden=True),
        ],
        className="stage",
    )
