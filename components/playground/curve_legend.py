"""The legend of the error curve: a button for every curve, which shows or hides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html

from components import ids
from components.ui.html_attributes import attributes


def layout(curves: Sequence[Mapping[str, str] | None]) -> html.Div:
    """Return the buttons, which assets/playground/curve_legend.js binds and colours.

    Parameters
    ----------
    curves : sequence of mapping or None
        The curves of the rule, None for one that it has not.
    """
    return html.Div(
        [
            html.Button(
                [html.Span(className="sample"), html.Span(curve["name"] if curve else "")],
                hidden=curve is None,
                **attributes(aria_pressed=str(k == 0).lower()),
            )
            for k, curve in enumerate(curves)
        ],
        id=ids.CURVE_LEGEND,
        className="legend",
        role="group",
        **attributes(aria_label="Curves"),
    )
