"""The box in which a reader types E(w1, w2): presets, the formula as understood, and mistakes."""

from __future__ import annotations

from dash import dcc, html

from components import ids
from components.state.state import State
from components.ui.formula import math_div, math_span
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula
from optimizers.presets import PRESETS

OWN = ""
"""The menu's value for a function that is no preset."""


def layout(state: State, prefix: str = "") -> html.Div:
    """Return the menu of presets, the box, and below it the formula and a place for mistakes.

    Parameters
    ----------
    state : State
        Whose function is shown.
    prefix : str
        Goes before every id.
    """
    return html.Div(
        [
            html.Div(
                [
                    html.Label(
                        [
                            html.Span("Error function "),
                            math_span("E"),
                        ],
                        htmlFor=prefix + ids.ERROR_FUNCTION_TEXT,
                    ),
                    html.Label(
                        "Preset",
                        htmlFor=prefix + ids.ERROR_FUNCTION_PRESET,
                        className="visually-hidden",
                    ),
                    _menu(state.E, prefix),
                ],
                className="field-head",
            ),
            dcc.Input(
                id=prefix + ids.ERROR_FUNCTION_TEXT,
                type="text",
                value=state.typed,
                autoComplete="off",
                spellCheck=False,
                className="text-box",
            ),
            math_div(
                error_function_formula(state.E),
                "The error function as it was understood",
                prefix + ids.ERROR_FUNCTION_FORMULA,
            ),
            html.P(id=prefix + ids.ERROR_FUNCTION_MESSAGE, className="message", role="status"),
        ],
        className="field",
    )


def _menu(function: ErrorFunction, prefix: str) -> html.Select:
    chosen = next((p.key for p in PRESETS if ErrorFunction.parse(p.text) == function), OWN)
    options = [(OWN, "Your own"), *((p.key, p.name) for p in PRESETS)]
    return html.Select(
        [html.Option(name, value=key, selected=key == chosen) for key, name in options],
        id=prefix + ids.ERROR_FUNCTION_PRESET,
        className="menu",
    )
