"""Figure 3, amplification or attenuation: C_a(g1, g2) for several beta, and of any rule."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash import State as DashState

from components import ids
from components.amplification import controls as amplification_controls
from components.amplification import data_table as amplification_numbers
from components.amplification import map as amplification_map
from components.amplification.diverging import BEYOND, diverging
from components.amplification.state import (
    DECAYS_SENTENCE,
    MOST_DECAYS,
    PARTS,
    AmplificationState,
    default_settings,
    default_state,
    read_parts,
)
from components.figure import Figure
from components.kernel_urls import rule_kernel_url
from components.state.query import Parts
from components.ui.html_attributes import attributes
from components.ui.notice import notice, sentences
from components.ui.palette import GRID_LINE
from optimizers import OPTIMIZERS, Hyperparameter
from optimizers.amplification import decay_of, rate_of
from optimizers.formulas.symbols import plain

KEY = "amplification"

AT_ONE = {
    "rmsprop": "With β = 1 nothing enters s: only √ε is left below the gradient, so v(2) = η g₂/√ε."
}
"""Why a rule's map is what it is when its decay is 1, where that needs to be said."""


def layout(parts: Parts) -> html.Div:
    """Return the figure in the state of its address; the browser draws the maps."""
    state, errors = read_parts(parts)
    return html.Div(
        [
            notice(KEY, errors),
            html.Div(
                [
                    html.Div([amplification_map.layout(), _key()], className="map"),
                    html.Div(
                        [amplification_controls.layout(state), _probe()],
                        className="map-side",
                    ),
                ],
                className="map-and-side",
            ),
            _decays(state),
            _rules(),
            amplification_numbers.layout(state),
            dcc.Store(id=ids.AMPLIFICATION_STATE, data={"state": state.to_json()}),
            dcc.Store(id=ids.AMPLIFICATION_CATALOGUE, data=catalogue()),
        ],
        id=ids.AMPLIFICATION,
        className="amplification",
    )


def state_answer(parts: Parts) -> tuple[dict[str, Any], list[str]]:
    """Return the state of an address, and its mistakes."""
    state, errors = read_parts(parts)
    return state.to_json(), sentences(errors)


def _key() -> html.P:
    """Return what the colours mean, in words."""
    return html.P(
        [
            html.Span(className="swatch amplified"),
            html.Strong("Red: amplified"),
            ", the second step is longer than the plain gradient step. ",
            html.Span(className="swatch attenuated"),
            html.Strong("Blue: attenuated"),
            ", it is shorter. The line between is C",
            html.Sub("a"),
            " = 0. Colours grow with asinh(C",
            html.Sub("a"),
            "/η), alike on all maps; ",
            html.Span(className="swatch beyond"),
            html.Strong("hatched"),
            " is amplified beyond the scale.",
        ],
        className="key",
    )


def _probe() -> html.Div:
    """Return a place for the numbers at the probe, which the browser fills in."""
    return html.Div(
        [
            html.H3("At the probe"),
            html.Div(id=ids.AMPLIFICATION_PROBE, className="probe-numbers"),
            html.P(
                "Drag the probe, tap the map, or move it with the arrow keys.", className="source"
            ),
        ],
        className="field",
    )


def _decays(state: AmplificationState) -> html.Section:
    return html.Section(
        [
            html.Div(
                [
                    html.H3(id=f"{ids.AMPLIFICATION_DECAYS}-title", children="Several β"),
                    amplification_controls.decays_input(state),
                ],
                className="tiles-head",
            ),
            html.Div(id=ids.AMPLIFICATION_DECAYS_TILES, className="tiles"),
            html.P(className="source", **attributes(data_part="remarks")),
        ],
        id=ids.AMPLIFICATION_DECAYS,
        className="small-maps",
        **attributes(aria_labelledby=f"{ids.AMPLIFICATION_DECAYS}-title"),
    )


def _rules() -> html.Section:
    return html.Section(
        [
            html.Div(html.H3("Every rule, two steps of its own"), className="tiles-head"),
            html.Div(id=ids.AMPLIFICATION_RULES_TILES, className="tiles"),
            html.P(
                "The same measure from each rule's own definition, at the same learning rate and "
                "on the same colours. Choose a map to make it the large one.",
                className="source",
            ),
        ],
        className="small-maps",
        **attributes(aria_label="Amplification by every rule"),
    )


def catalogue() -> dict[str, Any]:
    """Return what the browser needs to draw every map without a request."""
    return {
        "defaults": default_state().to_json(),
        "kernel": rule_kernel_url("amplification"),
        "rules": {
            key: {
                "name": rule.name,
                "rate": _named(rate_of(rule)),
                "decay": _named(decay_of(rule)),
                "defaults": default_settings(rule),
                "atOne": AT_ONE.get(key, ""),
            }
            for key, rule in OPTIMIZERS.items()
        },
        "colours": {theme: diverging(theme) for theme in ("light", "dark")},
        "beyond": BEYOND,
        "grid": GRID_LINE,
        "decays": {"most": MOST_DECAYS, "sentence": DECAYS_SENTENCE},
        "shares": amplification_numbers.SHARES,
    }


def _named(spec: Hyperparameter | None) -> dict[str, Any] | None:
    if spec is None:
        return None
    symbol = plain(spec.symbol)
    return {"name": spec.name, "symbol": symbol, "low": spec.low, "high": spec.high}


def register(app: Dash) -> None:
    """Bind the maps to an app: all that moves is bound in the browser."""
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "beginAmplification"),
        Output(ids.AMPLIFICATION_STATE, "id"),
        Input(ids.AMPLIFICATION_CATALOGUE, "data"),
        DashState(ids.AMPLIFICATION_STATE, "data"),
    )


FIGURE = Figure(
    key=KEY,
    name="Amplification",
    title="Amplification or attenuation",
    words=(
        "One weight takes two steps, with gradient g₁ and then g₂. Is the second step longer than "
        "that of plain gradient descent, or shorter? RMSProp amplifies where s(2) + ε is below 1 "
        "and attenuates where it is above. The border is an ellipse around zero, for β = 0 two "
        "lines; from β = 1/3 on it grows with β."
    ),
    layout=layout,
    state=state_answer,
    register=register,
    parts=PARTS,
)
