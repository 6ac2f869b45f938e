"""The legend of the error curve: a button for every curve, which shows or hides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html

from components import ids
from components.ui.html_attributes import attributes


def layout(
    curves: Sequence[Mapping[str, str] | None], lines: Sequence[Mapping[str, object]]
) -> html.Div:
    """Return the buttons, which assets/curve_legend.js binds.

    Parameters
    ----------
    curves : sequence of mapping or None
        What each trace shows, None for one that the rule has no use for.
    lines : sequence of mapping
        How each trace is drawn, in the same order.
    """
    return html.Div(
        [
            html.Button(
                [
                    html.Span(className=f"sample {line.get('dash', 'solid')}"),
                    html.Span(curve["name"] if curve else ""),
                ],
                hidden=curve is None,
                **attributes(aria_pressed=str(k == 0).lower()),
            )
            for k, (curve, line) in enumerate(zip(curves, lines, strict=False))
        ],
        id=ids.CURVE_LEGEND,
        className="legend",
        role="group",
        **attributes(aria_label="Curves"),
    )
