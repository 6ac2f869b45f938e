"""The box in which a reader types E(w1, w2): presets, the formula as understood, and mistakes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.state.address_error import AddressError
from components.state.state import State
from components.ui import error_function_help
from components.ui.formula import math_div, math_span
from components.ui.html_attributes import attributes
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula
from optimizers.presets import PRESETS, preset_of

OWN = ""
"""The menu's value for a function that is no preset."""


def layout(
    state: State,
    prefix: str = "",
    refused: tuple[str, AddressError] | None = None,
    presets: Sequence[Component] | None = None,
) -> html.Div:
    """Return the presets, the box with a place for mistakes, and below it the formula.

    Parameters
    ----------
    state : State
        Whose function is shown.
    prefix : str
        Goes before every id.
    refused : tuple of str and AddressError, optional
        The text of an address that was refused, and why: it stands in the box to be mended.
    presets : sequence of Component, optional
        From which a preset is chosen: a menu unless given.
    """
    text, mistake = refused or (state.typed, None)
    return html.Div(
        [
            _head(presets or _menu(None if mistake else state.E, prefix), prefix),
            _box(text, mistake, prefix),
            math_div(
                error_function_formula(state.E),
                "The error function as it was understood",
                prefix + ids.ERROR_FUNCTION_FORMULA,
            ),
        ],
        className="field",
    )


def _head(presets: Sequence[Component], prefix: str) -> html.Div:
    """Return the label and the presets."""
    return html.Div(
        [
            html.Label(
                [html.Span("Error function "), math_span("E")],
                htmlFor=prefix + ids.ERROR_FUNCTION_TEXT,
            ),
            *presets,
        ],
        className="field-head",
    )


def _box(text: str, mistake: AddressError | None, prefix: str) -> html.Div:
    """Return the box, with what can be typed and what is mistaken."""
    return html.Div(
        [
            dcc.Input(
                id=prefix + ids.ERROR_FUNCTION_TEXT,
                type="text",
                value=text,
                autoComplete="off",
                spellCheck=False,
                className="text-box",
            ),
            html.Div(
                id=prefix + ids.ERROR_FUNCTION_CARET,
                className="caret-line",
                hidden=True,
                **attributes(aria_hidden="true"),
            ),
            error_function_help.layout(prefix),
            _mistake(mistake, prefix),
        ],
        className="text-place",
    )


def _mistake(mistake: AddressError | None, prefix: str) -> html.Div:
    """Return the place below the box for a mistake, and for the text that is advised instead."""
    return html.Div(
        [
            html.Div(
                [
                    html.Span(
                        id=prefix + ids.ERROR_FUNCTION_MESSAGE,
                        className="message",
                        **attributes(data_mistake=json.dumps(mistake and mistake.to_json())),
                    ),
                    html.Span(
                        id=prefix + ids.ERROR_FUNCTION_MISTAKE_PLACE, className="visually-hidden"
                    ),
                ],
                id=prefix + ids.ERROR_FUNCTION_MISTAKE,
                role="status",
            ),
            html.Button(
                id=prefix + ids.ERROR_FUNCTION_USE,
                className="use",
                hidden=True,
                **attributes(aria_description="Type this instead"),
            ),
        ],
        className="mistake",
    )


def _menu(function: ErrorFunction | None, prefix: str) -> list[Component]:
    """Return the menu with the preset that a function is; None is a function that is refused."""
    preset = function and preset_of(function)
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
