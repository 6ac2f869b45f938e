"""Numerical functions: floats and arrays agree wherever floats do not raise."""

import math
from itertools import product

import numpy as np
import pytest

from optimizers.language.numeric import FLOATS, NUMPY

SPECIAL = (0.0, 1.0, -2.5, math.inf, -math.inf, math.nan)


def test_both_tables_have_the_same_functions() -> None:
    assert FLOATS.keys() == NUMPY.keys()


@pytest.mark.parametrize("name", ["minimum", "maximum", "atan2"])
def test_functions_of_two_numbers_agree_on_special_ones(name: str) -> None:
    for a, b in product(SPECIAL, SPECIAL):
        assert str(float(FLOATS[name](a, b))) == str(float(NUMPY[name](a, b))), (a, b)


@pytest.mark.parametrize("name", ["abs", "sign", "atan", "tanh", "cbrt", "exp"])
def test_functions_of_one_number_agree_on_special_ones(name: str) -> None:
    for x in SPECIAL:
        fast, on_arrays = FLOATS[name](x), float(NUMPY[name](x))
        assert fast == pytest.approx(on_arrays, rel=1e-15, nan_ok=True), x


def test_a_choice_takes_the_branch_of_its_condition() -> None:
    assert [FLOATS["where"](c, 1.0, 2.0) for c in (True, False)] == [1, 2]
    assert NUMPY["where"](np.array([True, False]), 1.0, 2.0).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("log", (0.0,)), ("log", (-1.0,)), ("sqrt", (-1.0,)), ("exp", (1e3,)), ("pow", (0.0, -1.0))],
)
def test_floats_raise_where_arrays_have_inf_or_nan(name: str, arguments: tuple[float, ...]) -> None:
    with pytest.raises((ArithmeticError, ValueError)):
        FLOATS[name](*arguments)
    with np.errstate(all="ignore"):
        assert not np.isfinite(NUMPY[name](*arguments))
