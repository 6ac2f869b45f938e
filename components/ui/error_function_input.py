"""The box in which a reader types E(w1, w2): presets, the formula as understood, and mistakes."""

from __future__ import annotations

import json

from dash import dcc, html

from components import ids
from components.state.address import AddressError
from components.state.state import State
from components.ui import error_function_help
from components.ui.formula import math_div, math_span
from components.ui.html_attributes import attributes
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula
from optimizers.presets import PRESETS

OWN = ""
"""The menu's value for a function that is no preset."""


def layout(
    state: State, prefix: str = "", refused: tuple[str, AddressError] | None = None
) -> html.Div:
    """Return the menu of presets, the box with a place for mistakes, and below it the formula.

    Parameters
    ----------
    state : State
        Whose function is shown.
    prefix : str
        Goes before every id.
    refused : tuple of str and AddressError, optional
        The text of an address that was refused, and why: it stands in the box to be mended.
    """
    text, mistake = refused or (state.typed, None)
    return html.Div(
        [
            _head(None if mistake else state.E, prefix),
            _box(text, mistake, prefix),
            math_div(
                error_function_formula(state.E),
                "The error function as it was understood",
                prefix + ids.ERROR_FUNCTION_FORMULA,
            ),
        ],
        className="field",
    )


def _head(function: ErrorFunction | None, prefix: str) -> html.Div:
    """Return the label and the presets."""
    return html.Div(
        [
            html.Label(
                [html.Span("Error function "), math_span("E")],
                htmlFor=prefix + ids.ERROR_FUNCTION_TEXT,
            ),
            html.Label(
                "Preset", htmlFor=prefix + ids.ERROR_FUNCTION_PRESET, className="visually-hidden"
            ),
            _menu(function, prefix),
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


def _menu(function: ErrorFunction | None, prefix: str) -> html.Select:
    """Return the menu with the preset that a function is; None is a function that is refused."""
    chosen = next((p.key for p in PRESETS if ErrorFunction.parse(p.text) == function), OWN)
    options = [(OWN, "Your own"), *((p.key, p.name) for p in PRESETS)]
    return html.Select(
        [html.Option(name, value=key, selected=key == chosen) for key, name in options],
        id=prefix + ids.ERROR_FUNCTION_PRESET,
        className="menu",
    )
