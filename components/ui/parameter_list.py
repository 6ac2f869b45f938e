"""The place for the sliders of the parameters of E, which assets/controls/parameters.js fills."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.html_attributes import attributes


def layout(prefix: str = "") -> html.Div:
    """Return the place, which is hidden while the error function has no parameters.

    Parameters
    ----------
    prefix : str
        Goes before its id.
    """
    return html.Div(
        id=prefix + ids.PARAMETERS,
        className="parameters",
        role="group",
        hidden=True,
        **attributes(aria_label="Parameters of the error function"),
    )
