"""The gallery of error functions: a button with a small picture, and the dialog that it opens."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import ids
from components.ui.html_attributes import attributes
from components.ui.icon import icon
from optimizers import ErrorFunction
from optimizers.presets import preset_of

NAME = "Choose a surface"


def button(function: ErrorFunction) -> list[Component]:
    """Return the button, named after the function that is shown."""
    preset = preset_of(function)
    label = f"{NAME}: {preset.name if preset else 'your own'}"
    return [
        html.Button(
            [html.Canvas(), icon("down")],
            id=ids.GALLERY_OPEN,
            className="pick",
            title=label,
            **attributes(aria_label=label, aria_haspopup="dialog"),
        )
    ]


def dialog() -> html.Dialog:
    """Return the dialog; the browser fills it when it is opened first."""
    heading = f"{ids.GALLERY}-title"
    return html.Dialog(
        html.Div(
            [
                html.Header(
                    [
                        html.H2(NAME, id=heading),
                        html.P(["or type your own: ", html.Kbd("3 w1^2 + 10 w2^2")]),
                        html.Button(
                            icon("cross"), className="close", **attributes(aria_label="Close")
                        ),
                    ]
                ),
                html.Ul(),
            ]
        ),
        id=ids.GALLERY,
        className="dialog gallery",
        **attributes(aria_labelledby=heading),
    )
