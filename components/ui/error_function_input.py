"""The box in which a reader types E(w1, w2): presets, the formula as understood, and mistakes."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.state.state import State
from components.ui.formula import math_div, math_span
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula
from optimizers.presets import PRESETS, preset_of

OWN = ""
"""The menu's value for a function that is no preset."""


def layout(
    state: State, prefix: str = "", presets: Sequence[Component] | None = None
) -> html.Div:
    """Return the presets, the box, and below it the formula and a place for mistakes.

    Parameters
    ----------
    state : State
        Whose function is shown.
    prefix : str
        Goes before every id.
    presets : sequence of Component, optional
        From which a preset is chosen: a menu unless given.
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
                    *(presets or _menu(state.E, prefix)),
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


def _menu(function: ErrorFunction, prefix: str) -> list[Component]:
    preset = preset_of(function)
    chosen = preset.key if preset else OWN
    options = [(OWN, "Your own"), *((p.key, p.name) for p in PRESETS)]
    identity = prefix + ids.ERROR_FUNCTION_PRESET
    return [
        html.Label("Preset", htmlFor=identity, className="visually-hidden"),
        html.Select(
            [html.Option(name, value=key, selected=key == chosen) for key, name in options],
            id=identity,
            className="menu",
        ),
    ]
