"""The tabs of the playground on a phone: which of its parts is below the surface."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.html_attributes import attributes

TABS = (
    ("rule", "Rule"),
    ("start", "Start"),
    ("step", "Step"),
    ("charts", "Charts"),
    ("runs", "Runs"),
)
"""Value of `data-tab` and name; assets/playground/narrow.css shows what belongs to it."""


def layout() -> html.Div:
    """Return the buttons, which are seen on a phone only."""
    return html.Div(
        [
            html.Button(name, value=tab, **attributes(aria_pressed=str(tab == TABS[0][0]).lower()))
            for tab, name in TABS
        ],
        id=ids.TABS,
        className="tabs",
        role="group",
        **attributes(aria_label="Controls"),
    )
