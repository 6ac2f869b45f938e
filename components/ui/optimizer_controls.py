"""The choice of an optimizer, its own hyperparameters and only those, and its rule as a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash import State as DashState
from dash.development.base_component import Component

from components import ids
from components.state.state import Run
from components.ui.control import control
from components.ui.formula import math_div
from components.ui.html_attributes import attributes, plain_tree
from optimizers import OPTIMIZERS, Rule
from optimizers.formulas.typeset import rule_formula

Label = str | Sequence[Component]

LONG, LONGER = 4, 10
"""Rows of a rule, of which a fraction and a case each take one more, above which it is long."""


def choice(run: Run, label: Label, prefix: str = "") -> list[Component]:
    """Return the menu of optimizers for a run and a group of controls for every rule.

    Parameters
    ----------
    run : Run
        What is chosen.
    label : str or sequence of Component
        What the menu is called.
    prefix : str
        Goes before every id.
    """
    picker = prefix + ids.OPTIMIZER_PICKER
    options = [
        html.Option(rule.name, value=key, selected=key == run.optimizer)
        for key, rule in OPTIMIZERS.items()
    ]
    return [
        html.Div(
            [
                html.Label(label if isinstance(label, str) else list(label), htmlFor=picker),
                html.Select(options, id=picker, className="menu"),
            ],
            className="field-head",
        ),
        *(_group(rule, run, prefix) for rule in OPTIMIZERS.values()),
        dcc.Store(id=prefix + ids.OPTIMIZERS_ASKED),
        dcc.Store(
            id=prefix + ids.OPTIMIZERS_WAITING,
            data=_deferred_controls(prefix) | {run.optimizer: None},
        ),
    ]


def register(app: Dash, prefix: str = "") -> None:
    """Bind the groups of the rules that are not chosen: they come when they may be.

    Some fifty hidden fields would take a third of the time in which the page is built.
    """
    bind_in_browser: Any = app.clientside_callback
    bind_in_browser(
        ClientsideFunction("lockstep", "deferredControls"),
        *(Output(prefix + ids.hyperparameters(key), "children") for key in OPTIMIZERS),
        Input(prefix + ids.OPTIMIZERS_ASKED, "data"),
        DashState(prefix + ids.OPTIMIZERS_WAITING, "data"),
        prevent_initial_call=True,
    )


def rules(run: Run, prefix: str = "") -> html.Div:
    """Return every rule as the article writes it, all but the run's hidden."""
    return html.Div(
        [_formula(rule, run, prefix) for rule in OPTIMIZERS.values()],
        id=prefix + ids.OPTIMIZER_FORMULAS,
        className="rule",
    )


def sources(run: Run) -> list[html.P]:
    """Return the paper of every rule, all but that of the run's hidden."""
    return [
        html.P(
            rule.source,
            hidden=key != run.optimizer,
            className="source",
            **attributes(data_optimizer=key),
        )
        for key, rule in OPTIMIZERS.items()
    ]


def _formula(rule: Rule, run: Run, prefix: str) -> html.Div:
    """Return a rule; a long one is marked, for it needs smaller letters."""
    mathml = rule_formula(rule)
    formula = math_div(mathml, f"The rule of {rule.name}", prefix + ids.rule_formula(rule.key))
    rows = sum(mathml.count(tag) for tag in ("<math", "<mfrac", "<mtr")) - mathml.count("<mtable")
    length = " is-longest" if rows > LONGER else " is-long" if rows > LONG else ""
    return html.Div(
        formula,
        hidden=rule.key != run.optimizer,
        className=f"rule-of-one{length}",
        **attributes(data_optimizer=rule.key),
    )


@lru_cache(maxsize=8)
def _deferred_controls(prefix: str) -> dict[str, Any]:
    """Return the controls of every rule at its defaults, as JSON has them: they never change."""
    return {
        rule.key: [plain_tree(one) for one in _controls(rule, rule.settings({}), prefix)]
        for rule in OPTIMIZERS.values()
    }


def _group(rule: Rule, run: Run, prefix: str) -> html.Div:
    chosen = rule.key == run.optimizer
    return html.Div(
        _controls(rule, run.settings, prefix) if chosen else [],
        id=prefix + ids.hyperparameters(rule.key),
        hidden=not chosen,
        className="hyperparameters",
        role="group",
        **attributes(data_optimizer=rule.key, aria_label=f"Hyperparameters of {rule.name}"),
    )


def _controls(rule: Rule, settings: Mapping[str, float], prefix: str) -> list[html.Div]:
    return [
        control(
            prefix + ids.hyperparameter(rule.key, spec.name),
            spec,
            settings[spec.name],
            sweep=not prefix,
        )
        for spec in rule.hyperparameters
    ]
