"""Hyperparameters: bounds, defaults and messages; the registry is read-only."""

import math
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, Hyperparameter, HyperparameterError
from tests.support.optimizers.expectations import EXPECTED

BETA = Hyperparameter("beta", "β", "decay", default=0.9, low=0.0, high=1.0)


@pytest.mark.parametrize("value", [0, 1, 0.5, 0.0, 1.0, np.float64(0.5), np.int32(1)])
def test_a_number_within_the_bounds_is_returned_as_a_float(value: float) -> None:
    checked = BETA.check(value)
    assert (checked, type(checked)) == (value, float)


@pytest.mark.parametrize(
    "value",
    [
        -1e-9,
        1.0000001,
        math.nan,
        math.inf,
        -math.inf,
        10**400,
        None,
        "a lot",
        "0.5",
        "",
        [],
        1j,
        True,
    ],
)
def test_any_other_value_is_rejected_with_name_and_bounds(value: Any) -> None:
    with pytest.raises(HyperparameterError) as caught:
        BETA.check(value)
    assert str(caught.value) == "beta must be a number from 0 to 1."


def test_another_default_changes_nothing_else() -> None:
    other = BETA.with_default(0.5)
    assert other == Hyperparameter("beta", "β", "decay", default=0.5, low=0.0, high=1.0)
    assert BETA.default == 0.9


@pytest.mark.parametrize("key", EXPECTED)
def test_hyperparameters_and_defaults_of_every_rule(key: str) -> None:
    assert [*OPTIMIZERS[key].settings({}).items()] == [*EXPECTED[key].defaults.items()]


def test_a_rule_is_registered_by_its_key() -> None:
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
