"""Traces: the curves of a rule beside E, which the browser draws (assets/playground/traces.js)."""

from __future__ import annotations

from typing import Any

from optimizers import Rule
from optimizers.formulas.symbols import plain

MOST_STATES = 2
"""Each state has two curves, and more than four are not told apart."""

WEIGHTS = ("₁", "₂")


def traces(rule: Rule) -> dict[str, Any]:
    """Return the columns, names and words of a rule's rates and states.

    Parameters
    ----------
    rule : Rule

    Returns
    -------
    dict
        ``rate``, the effective learning rates, or None; ``constant``, the hyperparameter that is
        the rate of both weights where there is no other, or None; ``states``, the first shown.
    """
    states = [state for state in rule.state if state.shown][:MOST_STATES]
    return {
        "rate": {
            "name": rule.rate.name,
            "curves": [
                {"column": f"rate{i}", "name": f"w{weight}"}
                for i, weight in enumerate(WEIGHTS, start=1)
            ],
        }
        if rule.rate
        else None,
        "constant": "eta" if not rule.rate and "eta" in rule.settings({}) else None,
        "states": [
            {
                "symbol": plain(state.symbol.removesuffix("_i")),
                "label": state.label,
                "curves": [
                    {
                        "column": f"{state.name}{i}",
                        "name": plain(state.symbol.removesuffix("_i")) + weight,
                    }
                    for i, weight in enumerate(WEIGHTS, start=1)
                ],
            }
            for state in states
        ],
    }
