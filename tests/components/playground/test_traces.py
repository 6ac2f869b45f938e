"""The curves of a rule beside E: which columns, and what they are called."""

from typing import Any

import pytest

from components.playground.traces import MOST_STATES, traces
from optimizers import OPTIMIZERS, ErrorFunction, descend


def names(group: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(curve["column"], curve["name"]) for one in group for curve in one["curves"]]


def test_the_traces_of_rmsprop() -> None:
    assert traces(OPTIMIZERS["rmsprop"]) == {
        "rate": {
            "name": "η/√(sᵢ + ε)",
            "curves": [{"column": "rate1", "name": "w₁"}, {"column": "rate2", "name": "w₂"}],
        },
        "constant": None,
        "states": [
            {
                "symbol": "s",
                "label": "scaling factor",
                "curves": [{"column": "s1", "name": "s₁"}, {"column": "s2", "name": "s₂"}],
            }
        ],
    }


@pytest.mark.parametrize(
    ("key", "states"),
    [
        ("gradient-descent", []),
        ("momentum", [("m1", "m₁"), ("m2", "m₂")]),
        ("adam", [("m1", "m₁"), ("m2", "m₂"), ("s1", "s₁"), ("s2", "s₂")]),
        ("adadelta", [("s1", "s₁"), ("s2", "s₂"), ("u1", "u₁"), ("u2", "u₂")]),
        ("rprop", [("delta1", "Δ₁"), ("delta2", "Δ₂")]),
        ("super-sab", [("eta_i1", "η₁"), ("eta_i2", "η₂"), ("m1", "m₁"), ("m2", "m₂")]),
    ],
)
def test_a_state_has_a_column_and_a_name_for_each_weight(
    key: str, states: list[tuple[str, str]]
) -> None:
    assert names(traces(OPTIMIZERS[key])["states"]) == states


@pytest.mark.parametrize("key", ["gradient-descent", "momentum", "nesterov"])
def test_a_rule_without_rates_of_its_own_has_one_for_both_weights(key: str) -> None:
    found = traces(OPTIMIZERS[key])
    assert (found["rate"], found["constant"]) == (None, "eta")


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_trace_is_a_column_of_the_run(key: str) -> None:
    rule = OPTIMIZERS[key]
    found = traces(rule)
    run = descend(ErrorFunction.parse("w1^2 + w2^2"), rule, (1, 1), 2, **rule.settings({}))
    shown = [state.name for state in rule.state if state.shown][:MOST_STATES]
    columns = [column for column, _ in names(found["states"])]
    assert columns == [f"{name}{i}" for name in shown for i in (1, 2)]
    assert set(shown) <= set(run.state)
    assert (found["rate"] is None) == (run.rate is None)
    assert found["constant"] is None or found["constant"] in rule.settings({})
