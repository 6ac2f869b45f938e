"""The error curve: layout of the plot of E, states and effective learning rates by iteration.

It also says which curves a rule has. The browser draws them (assets/playground/error_curve.js).
"""

from __future__ import annotations

from dash import html

from components import ids
from components.playground import curve_legend
from components.state.state import State
from components.ui.html_attributes import attributes
from components.ui.palette import STATE
from optimizers import Rule
from optimizers.formulas.symbols import plain

STATE_CURVES = len(STATE)
"""Curves of states: two states, each for both weights."""


def layout(state: State) -> html.Section:
    """Return the section: run summary, switch of the E axis, legend and stage."""
    rule = state.selected_run.rule
    return html.Section(
        [
            html.Div(
                [html.Div(run_summary(rule), className="run-summary-place"), _scale_switch()],
                className="curve-head",
            ),
            curve_legend.layout(curves(rule)[:-1]),
            _stage(),
        ],
        className="curve",
        **attributes(aria_label="Error against the iteration"),
    )


def run_summary(rule: Rule) -> html.P:
    """Return the summary of a run, whose numbers the browser fills in."""
    return html.P(
        [
            html.Strong(rule.name, **attributes(data_part="name")),
            html.Span(" after "),
            html.Span(**attributes(data_part="steps")),
            html.Span(" steps: E from "),
            html.Span(**attributes(data_part="first")),
            html.Span(" to "),
            html.Strong(**attributes(data_part="last")),
            html.Span(className="stopped", **attributes(data_part="stopped")),
        ],
        id=ids.RUN_SUMMARY,
        className="run-summary",
    )


def _scale_switch() -> html.Div:
    label = f"{ids.CURVE_SCALE}-label"
    return html.Div(
        [
            html.Span("E axis", id=label),
            html.Button("linear", value="linear", **attributes(aria_pressed="true")),
            html.Button("log", value="log", **attributes(aria_pressed="false")),
        ],
        id=ids.CURVE_SCALE,
        className="switch",
        role="group",
        **attributes(aria_labelledby=label),
    )


def _stage() -> html.Div:
    canvas = html.Canvas(id=ids.CURVE_CANVAS, className="live", **attributes(aria_hidden="true"))
    return html.Div(
        [
            html.Div(
                canvas,
                id=ids.CURVE_GRAPH,
                role="img",
                **attributes(aria_label="E against the iteration"),
            ),
            html.P(id=ids.CURVE_NOTE, className="curve-note"),
            html.Div(id=ids.CURVE_TOOLTIP, className="tooltip", hidden=True),
        ],
        className="stage",
    )


def state_columns(rule: Rule) -> list[str]:
    """Return the columns of the states that have curves, such as ``s1`` and ``s2``."""
    return [f"{s.name}{i}" for s in rule.state if s.shown for i in (1, 2)][:STATE_CURVES]


def state_names(rule: Rule) -> list[str]:
    """Return the names of the states' curves in the legend."""
    symbols = [plain(s.symbol)[0] for s in rule.state if s.shown]
    return [plain(f"{symbol}_{i}") for symbol in symbols for i in (1, 2)][:STATE_CURVES]


def rate_names(rule: Rule) -> list[str]:
    """Return the names of the effective learning rates of both weights, if the rule has them."""
    return [rule.rate.name.replace("ᵢ", weight) for weight in "₁₂"] if rule.rate else []


def curves(rule: Rule) -> list[dict[str, str] | None]:
    """Return column, name and group of every curve, None for one that the rule has not.

    E comes first, then `STATE_CURVES` states, two effective learning rates, and the level that
    the rates are compared with.
    """
    states = [
        {"column": column, "name": name, "group": "state"}
        for column, name in zip(state_columns(rule), state_names(rule), strict=True)
    ]
    rates = [
        {"column": f"rate{i}", "name": name, "group": "rate"}
        for i, name in enumerate(rate_names(rule), start=1)
    ]
    level = {"column": "level", "name": "level", "group": "level"}
    unused: list[dict[str, str] | None] = [None] * (STATE_CURVES - len(states))
    error = {"column": "E", "name": "E", "group": "error"}
    return [error, *states, *unused, *([*rates, level] if rates else [None] * 3)]


def rate_level(rule: Rule) -> dict[str, str | None] | None:
    """Return the hyperparameter that rates are compared with, and what holds where they agree."""
    return {"of": rule.rate.level, "mark": rule.rate.mark} if rule.rate else None
