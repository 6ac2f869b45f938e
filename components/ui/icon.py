"""Icons: masks of assets/view/icons.css in the colour of the words beside them."""

from __future__ import annotations

from dash import html

from components.ui.html_attributes import attributes


def icon(name: str) -> html.Span:
    """Return an icon, which a screen reader passes over."""
    return html.Span(className=f"icon icon-{name}", **attributes(aria_hidden="true"))
