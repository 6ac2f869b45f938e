"""The buttons that zoom and move what is seen of a surface: a drag is not everybody's."""

from __future__ import annotations

from dash import html

from components import ids
from components.ui.html_attributes import attributes


def layout(fit: str, prefix: str = "") -> html.Div:
    """Return the buttons; arrow keys on any of them move the view as well.

    Parameters
    ----------
    fit : str
        What the third button does, in words.
    prefix : str
        Goes before every id.
    """
    buttons = (
        (ids.SURFACE_ZOOM_IN, "in", "Zoom in"),
        (ids.SURFACE_ZOOM_OUT, "out", "Zoom out"),
        (ids.SURFACE_RESET, "fit", fit),
    )
    return html.Div(
        [
            *(_button(prefix + button, sign, title) for button, sign, title in buttons),
            html.Div(
                [
                    _button(f"{prefix}{ids.SURFACE_PAN}-{way}", way, f"Move {way}")
                    for way in ("up", "left", "right", "down")
                ],
                role="group",
                className="pan",
                **attributes(aria_label="Move the view"),
            ),
        ],
        role="group",
        className="zoom",
        **attributes(aria_label="View"),
    )


def _button(identity: str, sign: str, title: str) -> html.Button:
    return html.Button(
        id=identity, className=f"sign-{sign}", title=title, **attributes(aria_label=title)
    )
