"""A control: symbol, name, number box and slider, all from one specification."""

from __future__ import annotations

import json

from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.ui.formula import math_span
from components.ui.html_attributes import attributes
from optimizers import Hyperparameter
from optimizers.formulas.symbols import plain
from optimizers.track import track


def control(
    name: str, spec: Hyperparameter, value: float, *, whole: bool = False, sweep: bool = False
) -> html.Div:
    """Return the control of one number.

    Parameters
    ----------
    name : str
        The id from which its parts derive theirs.
    spec : Hyperparameter
        Symbol, label, bounds and scale.
    value : float
        What it shows.
    whole : bool
        Whether only whole numbers make sense.
    sweep : bool
        Whether it shows the final error over its whole track; see assets/controls/sweep_view.js.
    """
    slider, number = ids.control_slider(name), ids.control_number(name)
    own = track(spec, whole=whole)
    place = dcc.Input(
        id=slider,
        type="range",
        value=own.position(value),
        min=own.start,
        max=own.end,
        step=own.step,
        className="control-slider",
    )
    return html.Div(
        [
            html.Label(
                [math_span(spec.symbol), html.Span(spec.label)],
                htmlFor=slider,
                className="control-label",
            ),
            html.Label(
                f"{plain(spec.symbol)}, exact value", htmlFor=number, className="visually-hidden"
            ),
            dcc.Input(
                id=number, type="text", value=value, debounce=True, className="control-number"
            ),
            *([_sweep()] if sweep else []),
            html.Div(
                [place, _mark(own.position(spec.default), own.start, own.end)], className="track"
            ),
        ],
        className="control",
        **attributes(
            data_control=spec.name,
            data_symbol=plain(spec.symbol),
            data_track=json.dumps(own.to_json()),
        ),
    )


def _mark(position: float, start: float, end: float) -> html.Span:
    share = (position - start) / (end - start)
    return html.Span(className="default-mark", style={"--share": f"{share:.4f}"})


def _sweep() -> Component:
    return html.Div([html.Canvas(), html.Button(type="button", hidden=True)], className="sweep")
