"""One specification holds what a slider shows, what is accepted and what a message says."""

import math
from typing import Any

import pytest

from optimizers import OPTIMIZERS, Hyperparameter, HyperparameterError

BETA = Hyperparameter("beta", "β", "decay", default=0.9, low=0.0, high=1.0)

DEFAULTS = {
    "gradient-descent": {"eta": 0.001},
    "momentum": {"eta": 0.001, "alpha": 0.9},
    "nesterov": {"eta": 0.001, "alpha": 0.9},
    "adagrad": {"eta": 1, "epsilon": 1e-8},
    "rmsprop": {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8},
    "adadelta": {"eta": 1, "beta": 0.9, "epsilon": 1e-2},
    "adam": {"eta": 0.2, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    "rprop": {
        "delta0": 0.1,
        "increase": 1.2,
        "decrease": 0.5,
        "delta_min": 1e-6,
        "delta_max": 50,
    },
    "super-sab": {"eta": 0.001, "alpha": 0.5, "increase": 1.05, "decrease": 0.5, "eta_max": 10},
}


@pytest.mark.parametrize("value", [0, 1, 0.5, 0.0, 1.0])
def test_a_number_within_the_bounds_is_returned_as_a_float(value: float) -> None:
    checked = BETA.check(value)
    assert (checked, type(checked)) == (value, float)


@pytest.mark.parametrize(
    "value", [-1e-9, 1.0000001, math.nan, math.inf, -math.inf, 10**400, None, "a lot", "", [], 1j]
)
def test_anything_else_is_refused_by_name_and_bounds(value: Any) -> None:
    with pytest.raises(HyperparameterError) as caught:
        BETA.check(value)
    assert str(caught.value) == "beta must be a number from 0 to 1."


def test_another_default_changes_nothing_else() -> None:
    other = BETA.with_default(0.5)
    assert other == Hyperparameter("beta", "β", "decay", default=0.5, low=0.0, high=1.0)
    assert BETA.default == 0.9


def test_the_optimizers_and_their_defaults() -> None:
    assert {key: rule.settings({}) for key, rule in OPTIMIZERS.items()} == DEFAULTS
    assert [key for key, rule in OPTIMIZERS.items() if rule.key != key] == []


def test_given_settings_replace_defaults() -> None:
    assert OPTIMIZERS["rmsprop"].settings({"beta": 0}) == {"eta": 0.05, "beta": 0, "epsilon": 1e-8}


def test_a_logarithmic_scale_begins_above_zero() -> None:
    specs = [spec for rule in OPTIMIZERS.values() for spec in rule.hyperparameters]
    assert min(spec.low for spec in specs if spec.scale == "log") > 0
    assert [spec.name for spec in specs if not spec.low < spec.high] == []


def test_the_registry_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        OPTIMIZERS["mine"] = OPTIMIZERS["adam"]  # type: ignore[index]
