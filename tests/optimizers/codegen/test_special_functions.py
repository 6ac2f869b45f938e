"""Special functions: values and slopes of the printed code near its hard points."""

import math

import mpmath  # type: ignore[import-untyped]
import numpy as np
import pytest

from optimizers import ErrorFunction
from optimizers.codegen.error_function_module import error_function_module

MANY = mpmath.mp.clone()
MANY.dps = 60


def reference(name: str, x: float) -> tuple[float, float]:
    """Return a value and a slope to many digits."""
    functions = {
        "logcosh": lambda x: MANY.log(MANY.cosh(x)),
        "gelu": lambda x: x * MANY.erfc(-x / MANY.sqrt(2)) / 2,
        "elu": lambda x: x if x > 0 else MANY.expm1(x),
        "square": lambda x: x * x,
    }
    function = functions.get(name) or getattr(MANY, name)
    return float(function(MANY.mpf(x))), float(
        MANY.diff(function, MANY.mpf(x), h=MANY.mpf("1e-25"))
    )


HARD = {
    "erf": (1e-300, 1e-20, 0.1, 0.5, 0.999999, 1.000001, 2.5, 5.9, 6.0, -0.3, -1.5, -6.0),
    "log1p": (1e-20, -1e-20, 1e-9, -0.5, 1e10),
    "expm1": (1e-20, -1e-20, -50.0, 20.0),
    "logcosh": (1e-9, -1e-3, 0.999999, 1.000001, 20.0, -1e3, 1e3),
    "gelu": (1e-20, -1.0, 3.0, -10.0, 40.0),
    "elu": (1e-20, -1e-20, -50.0, 7.0),
    "sech": (1e-9, 1.0, 700.0),
    "csch": (1e-9, -2.0, 700.0),
    "coth": (1e-9, -2.0, 30.0),
    "sec": (1e-9, 1.57),
    "csc": (1e-9, 3.14),
    "cot": (1e-9, 1.57),
    "asinh": (1e-20, -3.0, 1e10),
    "acosh": (1.0000001, 1e10),
    "atanh": (1e-20, 0.9999999999),
    "square": (1e-100, -3.0),
}


@pytest.mark.parametrize("name", HARD)
def test_value_and_slope_near_hard_points(name: str) -> None:
    error_function = ErrorFunction.parse(f"{name}(w1)")
    for x in HARD[name]:
        value, slope = reference(name, x)
        for found in (
            error_function.evaluate(x, 0)[:2],
            (error_function([x], 0)[0], error_function.gradient([x], 0)[0, 0]),
        ):
            assert found[0] == pytest.approx(value, rel=2e-14, abs=0), x
            assert found[1] == pytest.approx(slope, rel=2e-11, abs=1e-290), x


def test_erf_is_that_of_the_platform() -> None:
    x = np.concatenate([np.linspace(-7, 7, 2001), 10.0 ** np.arange(-300, 2)])
    expected = [math.erf(v) for v in x]
    np.testing.assert_allclose(ErrorFunction.parse("erf(w1)")(x, 0), expected, rtol=5e-16)
    ends = ErrorFunction.parse("erf(w1)")([0, np.inf, -np.inf, np.nan], 0)
    np.testing.assert_array_equal(ends, [0, 1, -1, np.nan])


@pytest.mark.parametrize(
    ("text", "point", "expected"),
    [
        ("logaddexp(x, y)", (1000, 999), (1000.3132616875182, 0.7310585786300049)),
        ("logaddexp(x, y)", (-800, -800), (-799.3068528194401, 0.5)),
        ("hypot(x, y)", (3e200, 4e200), (5e200, 0.6)),
    ],
)
def test_functions_of_two(
    text: str, point: tuple[float, float], expected: tuple[float, float]
) -> None:
    assert ErrorFunction.parse(text).evaluate(*point)[:2] == pytest.approx(expected, rel=1e-15)


def test_a_module_defines_only_what_it_calls() -> None:
    assert "function erf" not in error_function_module(ErrorFunction.parse("exp(w1)"))
    module = error_function_module(ErrorFunction.parse("erf(w1) + gelu(w2)"))
    assert module.count("function erf(x0) {") == module.count("function erfc(x0) {") == 1
    assert "Math.erf" not in module
