"""A control: symbol, name, number box and slider, all from one specification."""

from __future__ import annotations

import math

from dash import dcc, html

from components import ids
from components.ui.formula import math_span
from components.ui.html_attributes import attributes
from optimizers import Hyperparameter
from optimizers.formulas.symbols import plain

PLACES_PER_DECADE = 40
"""How fine a slider over decades is; the number box takes every value between its bounds."""


def control(name: str, spec: Hyperparameter, value: float, *, whole: bool = False) -> html.Div:
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
    """
    low, high = slider_position(spec, spec.low), slider_position(spec, spec.high)
    slider, number = ids.control_slider(name), ids.control_number(name)
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
                id=number,
                type="number",
                value=value,
                min=spec.low,
                max=spec.high,
                step=1 if whole else "any",
                className="control-number",
            ),
            dcc.Input(
                id=slider,
                type="range",
                value=slider_position(spec, value),
                min=low,
                max=high,
                step=1 if whole and spec.scale == "linear" else slider_step(spec),
                className="control-slider",
            ),
        ],
        className="control",
        **attributes(
            data_control=spec.name,
            data_scale=spec.scale,
            data_low=spec.low,
            data_high=spec.high,
            data_whole=str(whole).lower(),
        ),
    )


def slider_position(spec: Hyperparameter, value: float) -> float:
    """Return where a value lies on its slider: the value, or its exponent where decades count."""
    return math.log10(value) if spec.scale == "log" else value


def slider_step(spec: Hyperparameter) -> float:
    """Return the distance between two places of a slider, such that round values have a place."""
    if spec.scale == "log":
        return 1 / PLACES_PER_DECADE
    return 0.001 if spec.high - spec.low <= 1 else 0.005
