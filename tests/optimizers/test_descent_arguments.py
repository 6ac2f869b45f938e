"""Arguments of a descent: only plain numbers, inside their bounds."""

import math
from typing import Any

import numpy as np
import pytest

from optimizers import (
    OPTIMIZERS,
    DescentError,
    ErrorFunction,
    ExpressionError,
    HyperparameterError,
    descend,
)

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")
LARGEST = 1.7976931348623157e308


@pytest.mark.parametrize(
    "start",
    [
        (math.nan, 0),
        (0, math.inf),
        (1.1e100, 0),
        (10**400, 0),
        (1, 2, 3),
        (1,),
        ("a", 0),
        "ab",
        "12",
        b"12",
        ("1", "2"),
        (True, False),
        {1: 2, 3: 4},
        {1, 2},
        np.zeros((2, 1)),
        np.array(["1", "2"]),
        np.float64(1),
        None,
        5,
        (1j, 0),
    ],
    ids=repr,
)
def test_a_start_that_is_not_two_numbers_is_rejected(start: Any) -> None:
    with pytest.raises(DescentError, match=r"^start must be two numbers of at most 1e\+100\.$"):
        descend(BOWL, OPTIMIZERS["adam"], start, steps=1)


@pytest.mark.parametrize(
    "start", [[1, 2.0], np.array([1, 2]), (np.float32(1), np.int64(2)), range(1, 3)], ids=repr
)
def test_a_start_of_plain_numbers_is_accepted(start: Any) -> None:
    one: Any = np.int64(1)
    run = descend(BOWL, OPTIMIZERS["adam"], start, steps=one)
    assert run.w[0].tolist() == [1, 2]
    assert len(run.w) == 2


@pytest.mark.parametrize("text", [None, 3, b"w1", ["w1"], ErrorFunction], ids=repr)
def test_what_is_no_text_is_no_error_function(text: Any) -> None:
    with pytest.raises(
        ExpressionError, match=r"^The formula must be a text: write it in quotes\.$"
    ):
        ErrorFunction.parse(text)


def test_the_largest_start_is_accepted() -> None:
    run = descend(BOWL, OPTIMIZERS["rmsprop"], (-1e100, 1e100), steps=1)
    assert run.w[0].tolist() == [-1e100, 1e100]


@pytest.mark.parametrize(
    "steps", [-1, 1.5, 1_000_001, 10**400, math.nan, math.inf, "3", None, True, 3j, [3]]
)
def test_a_number_of_steps_that_is_not_whole_or_too_large_is_rejected(steps: Any) -> None:
    with pytest.raises(DescentError, match=r"^steps must be a whole number from 0 to 1000000\.$"):
        descend(BOWL, OPTIMIZERS["adam"], (0, 0), steps)


def test_an_unknown_hyperparameter_is_rejected_and_the_known_ones_are_named() -> None:
    with pytest.raises(
        HyperparameterError, match=r"^RMSProp has no hyperparameter 'alpha': .*eta, beta, epsilon"
    ):
        descend(BOWL, OPTIMIZERS["rmsprop"], (0, 0), 1, alpha=0.9)


def test_every_bound_is_inclusive() -> None:
    for rule in OPTIMIZERS.values():
        for spec in rule.hyperparameters:
            for bound in (spec.low, spec.high):
                run = descend(BOWL, rule, (1, 1), 1, **{spec.name: bound})
                assert run.w.shape == (2, 2), (rule.key, spec.name, bound)


def test_values_beyond_every_bound_are_rejected() -> None:
    for rule in OPTIMIZERS.values():
        for spec in rule.hyperparameters:
            for beyond in (np.nextafter(spec.low, -math.inf), np.nextafter(spec.high, math.inf)):
                with pytest.raises(HyperparameterError, match=f"^{spec.name} must be a number"):
                    descend(BOWL, rule, (1, 1), 1, **{spec.name: beyond})
