"""The choice of an optimizer, its own hyperparameters and only those, and its rule as a formula."""

from __future__ import annotations

from dash import html

from optimizers import OPTIMIZERS, Hyperparameter, Rule
from optimizers.typeset import rule_formula

from . import ids
from .attributes import attributes
from .control import control
from .formula import math_div
from .state import MOST_STEPS, Run, State

STEPS = Hyperparameter("steps", "t_max", "number of steps", 100, 1, MOST_STEPS, "log")


def layout(state: State) -> html.Div:
    """Return the menu and a group of controls for every rule, all but one hidden."""
    run = state.runs[0]
    return html.Div(
        [
            html.Div(
                [
                    html.Label("Optimizer", htmlFor=ids.OPTIMIZER_PICKER),
                    html.Select(
                        [
                            html.Option(rule.name, value=key, selected=key == run.optimizer)
                            for key, rule in OPTIMIZERS.items()
                        ],
                        id=ids.OPTIMIZER_PICKER,
                        className="menu",
                    ),
                ],
                className="field-head",
            ),
            *(_group(rule, run) for rule in OPTIMIZERS.values()),
            html.Div(control(ids.STEPS, STEPS, state.steps, whole=True), className="shared"),
        ],
        className="field",
    )


def formulas(state: State) -> html.Div:
    """Return every rule as the article writes it, all but one hidden."""
    chosen = state.runs[0].optimizer
    return html.Div(
        [
            html.Div(
                [
                    math_div(rule_formula(rule), f"The rule of {rule.name}", ids.rule_formula(key)),
                    html.P(rule.source, className="source"),
                ],
                hidden=key != chosen,
                **attributes(data_optimizer=key),
            )
            for key, rule in OPTIMIZERS.items()
        ],
        id=ids.OPTIMIZER_FORMULAS,
        className="rule",
    )


def _group(rule: Rule, run: Run) -> html.Div:
    chosen = rule.key == run.optimizer
    settings = run.settings if chosen else rule.settings({})
    return html.Div(
        [
            control(ids.hyperparameter(rule.key, spec.name), spec, settings[spec.name])
            for spec in rule.hyperparameters
        ],
        hidden=not chosen,
        className="hyperparameters",
        role="group",
        **attributes(data_optimizer=rule.key, aria_label=f"Hyperparameters of {rule.name}"),
    )
