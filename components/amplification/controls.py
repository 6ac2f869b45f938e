"""The controls of the amplification maps: a rule, its hyperparameters, the range, the decays."""

from __future__ import annotations

from dash import dcc, html

from components import ids
from components.amplification.state import RANGE, AmplificationState, settings_of
from components.ui.control import control
from components.ui.formula import math_div
from components.ui.html_attributes import attributes
from optimizers import OPTIMIZERS, Hyperparameter, Rule
from optimizers.amplification import rate_of
from optimizers.formulas.amplification import amplification_formula
from optimizers.formulas.symbols import plain


def layout(state: AmplificationState) -> html.Div:
    """Return the menu of rules, a group of controls for each, and the range of gradients."""
    return html.Div(
        [
            html.Div(
                [
                    html.Label("Rule", htmlFor=ids.AMPLIFICATION_PICKER),
                    html.Select(
                        [
                            html.Option(rule.name, value=key, selected=key == state.run.optimizer)
                            for key, rule in OPTIMIZERS.items()
                        ],
                        id=ids.AMPLIFICATION_PICKER,
                        className="menu",
                    ),
                ],
                className="field-head",
            ),
            *(_group(rule, state) for rule in OPTIMIZERS.values()),
            html.Div(control(ids.AMPLIFICATION_RANGE, RANGE, state.range), className="shared"),
            *(_measure(rule, state) for rule in OPTIMIZERS.values()),
        ],
        className="field",
        role="group",
        **attributes(aria_label="Controls of the amplification map"),
    )


def _group(rule: Rule, state: AmplificationState) -> html.Div:
    settings = settings_of(state, rule)
    name = ids.amplification_hyperparameter
    return html.Div(
        [control(name(rule.key, h.name), h, settings[h.name]) for h in rule.hyperparameters],
        hidden=rule is not state.run.rule,
        className="hyperparameters",
        role="group",
        **attributes(data_optimizer=rule.key, aria_label=f"{rule.name} in the amplification map"),
    )


def _measure(rule: Rule, state: AmplificationState) -> html.Div:
    formula = ids.amplification_hyperparameter(rule.key, "formula")
    return html.Div(
        [
            math_div(amplification_formula(rule), f"C_a of {rule.name}", formula),
            html.P(compared(rule, rate_of(rule)), className="source"),
        ],
        hidden=rule is not state.run.rule,
        className="measure",
        **attributes(data_optimizer=rule.key),
    )


def compared(rule: Rule, spec: Hyperparameter | None) -> str:
    """Return, in words, what a rule's second step is compared with."""
    if spec is None:
        return f"{rule.name} has no learning rate: its second step is compared with g₂ itself."
    symbol = plain(spec.symbol)
    if spec.name == "eta":
        return f"v(2) is the second step of {rule.name} from rest; {symbol} g₂ the plain one."
    return (
        f"{rule.name} has no learning rate: its second step v(2) is compared with a plain one at "
        f"the rate {symbol}, which its step size starts from."
    )


def decays_input(state: AmplificationState) -> html.Div:
    """Return the box for the decays of the small maps, with a place for a mistake."""
    text = ", ".join(f"{value:g}" for value in state.decays)
    return html.Div(
        [
            html.Label(
                html.Span("Values of β", **attributes(data_part="label")),
                htmlFor=ids.AMPLIFICATION_DECAYS_LIST,
            ),
            dcc.Input(
                id=ids.AMPLIFICATION_DECAYS_LIST, type="text", value=text, className="list-box"
            ),
            html.P(id=ids.AMPLIFICATION_DECAYS_MESSAGE, className="message", role="alert"),
        ],
        className="decays-list",
    )
