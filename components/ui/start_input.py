"""The start w(0) as two number boxes: exact where a click is only close."""

from __future__ import annotations

from dash import dcc, html

from components import ids
from components.state.state import State
from components.ui.formula import math_span


def layout(state: State, prefix: str = "") -> html.Div:
    """Return the two boxes; `prefix` goes before their ids."""
    names = (prefix + ids.START_W1, prefix + ids.START_W2)
    boxes = zip(names, ("w_1", "w_2"), state.start, strict=True)
    return html.Div(
        [
            html.Span([html.Span("Start "), math_span("w(0)")], className="start-title"),
            *(
                html.Div(
                    [
                        html.Label(
                            [html.Span("start, ", className="visually-hidden"), math_span(symbol)],
                            htmlFor=identity,
                        ),
                        dcc.Input(
                            id=identity,
                            type="text",
                            value=value,
                            debounce=True,
                            className="control-number",
                        ),
                    ],
                    className="start-box",
                )
                for identity, symbol, value in boxes
            ),
        ],
        className="field start",
    )
