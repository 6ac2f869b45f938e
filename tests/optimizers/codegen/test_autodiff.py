"""Reverse-mode autodiff against complex steps and central differences, and by hand at kinks."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sympy as sp

from optimizers import ErrorFunction
from optimizers.language.vocabulary import W1, W2
from optimizers.preset import Preset
from optimizers.presets import PRESETS

TINY = 1e-30
POINT = np.array([0.37, 0.62])

COMPLEX = {
    "cbrt": lambda z: z ** (1 / 3),  # for a real part above 0
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "log2": lambda z: np.log(z) / np.log(2),
    "log10": lambda z: np.log(z) / np.log(10),
    "atan2": lambda y, x: np.arctan(y / x),  # for x above 0
}

ANALYTIC = [
    *(
        f"{name}(w1 w2 + 0.1w1)"
        for name in [
            "exp",
            "log",
            "ln",
            "log10",
            "log2",
            "sqrt",
            "cbrt",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "tanh",
            "sigmoid",
            "softplus",
        ]
    ),
    "atan2(w1, w2)",
    "atan2(w2^2, w1 + 1)",
    "w1^3 w2^5 - 7w1^-2 + w2^0.5",
    "w1^w2 + w2^w1",
    "2^(w1 w2) e^-w1 / (1 + w2^2)",
    "pow(w1 + w2, 2.5)",
    "w1/w2/w1^2 - (w1 - w2)/(w1 + w2)",
    "w1 w2 (w1 + 1) (w2 + 2) (w1 + 3) (w2 + 4) sin(w1) cos(w2)",
    "w1^w1^w2",
    "sqrt(w1 + sqrt(w2 + sqrt(w1 w2)))",
    "sigmoid(w1) sigmoid(w1) + sigmoid(-w1)",
]


def by_complex_steps(error_function: ErrorFunction, point: np.ndarray[Any, Any]) -> list[float]:
    """Return Im E(w + i h) / h for each weight, which loses no digits to a difference."""
    error = sp.lambdify((W1, W2), error_function.expression, modules=[COMPLEX, "numpy"])
    steps = np.eye(2) * 1j * TINY
    return [complex(error(*(point + step))).imag / TINY for step in steps]


def by_differences(
    error: Callable[[float, float], Any], point: np.ndarray[Any, Any], width: float = 1e-5
) -> list[float]:
    """Return central differences."""
    steps = np.eye(2) * width
    return [float(error(*(point + s)) - error(*(point - s))) / (2 * width) for s in steps]


@pytest.mark.parametrize("text", ANALYTIC)
def test_gradient_is_that_of_complex_steps(text: str) -> None:
    error_function = ErrorFunction.parse(text)
    expected = by_complex_steps(error_function, POINT)
    assert np.abs(expected).max() > 1e-3
    np.testing.assert_allclose(error_function.gradient(*POINT), expected, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(error_function.evaluate_floats(*POINT)[1:], expected, rtol=1e-12)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_gradient_of_a_preset_is_that_of_complex_steps(preset: Preset) -> None:
    error_function = ErrorFunction.parse(preset.text)
    low1, high1, low2, high2 = preset.view
    points = np.random.default_rng(7).uniform((low1, low2), (high1, high2), (20, 2))
    expected = np.transpose([by_complex_steps(error_function, point) for point in points])
    atol = 1e-13 * np.abs(expected).max()
    np.testing.assert_allclose(
        error_function.gradient(*points.T), expected, rtol=1e-10, atol=float(atol)
    )


@pytest.mark.parametrize(
    "text",
    [
        "|w1| w2",
        "|w1 - w2| + |w1 + w2|",
        "min(w1, w2) w1",
        "max(w1, w2) w1",
        "min(w1, 2, w2^2, 3w1)",
        "max(w1, 2, w2^2, 3w1)",
        "relu(w1 - 2w2)^2",
        "sign(w1) w2^2",
        "softplus(w1 w2)",
        "cbrt(w1 - w2)",
        "atan2(w1, w2)",
        "atan2(w1 - 3, w2 - 5)",
        "|sin(3w1)| max(w2, min(w1, 0.5))",
    ],
)
@pytest.mark.parametrize("point", [(0.4, -1.1), (-0.7, 0.3), (1.9, 1.2), (-1.3, -0.8)])
def test_gradient_is_that_of_central_differences(text: str, point: tuple[float, float]) -> None:
    error_function = ErrorFunction.parse(text)
    expected = by_differences(error_function, np.array(point))
    np.testing.assert_allclose(error_function.gradient(*point), expected, rtol=1e-8, atol=1e-9)


@pytest.mark.parametrize(
    ("text", "point", "gradient"),
    [
        ("softplus(w1)", (0, 0), (0.5, 0)),
        ("sigmoid(w1)", (0, 0), (0.25, 0)),
        ("|w1|", (0, 0), (0, 0)),
        ("sign(w1)", (0, 0), (0, 0)),
        ("relu(w1)", (0, 0), (0, 0)),
        ("relu(-w1)", (0, 0), (0, 0)),
        # of equal arguments the first one gives the derivative
        ("max(w1, w2)", (1, 1), (1, 0)),
        ("max(w2, w1)", (1, 1), (0, 1)),
        ("min(w1, w2)", (1, 1), (1, 0)),
        ("min(w2, w1, 1)", (1, 1), (0, 1)),
        ("max(w1, 0)", (0, 0), (1, 0)),
        ("max(0, w1)", (0, 0), (0, 0)),
        ("max(w1, w1)", (3, 0), (1, 0)),
        ("cbrt(w1)", (0, 0), (np.inf, 0)),
        ("sqrt(w1)", (0, 0), (np.inf, 0)),
        ("sqrt(w1^2)", (0, 0), (np.nan, 0)),
        ("w1^0", (0, 0), (0, 0)),
        ("w1^1", (0, 0), (1, 0)),
        ("w1^2", (0, 0), (0, 0)),
        ("w1^4", (0, 0), (0, 0)),
    ],
)
def test_gradient_at_a_kink(
    text: str, point: tuple[float, float], gradient: tuple[float, float]
) -> None:
    assert ErrorFunction.parse(text).gradient(*point).tolist() == pytest.approx(
        gradient, rel=1e-15, nan_ok=True
    )


@pytest.mark.parametrize("at", [-1000.0, -400.0, -40.0, 40.0, 400.0, 1000.0])
def test_slope_of_a_saturated_sigmoid_vanishes_symmetrically(at: float) -> None:
    # exp(-|x|) / (1 + exp(-|x|))^2
    error_function = ErrorFunction.parse("sigmoid(w1)")
    expected = np.exp(-abs(at)) / (1 + np.exp(-abs(at))) ** 2
    assert error_function.gradient(at, 0)[0] == pytest.approx(expected, rel=1e-13, abs=0)


def test_a_gradient_that_overflows_is_infinite() -> None:
    huge = ErrorFunction.parse("1e99 1 1e99 1 1e99 1 1e99 w1 w2".replace(" 1 ", "*"))
    assert huge.evaluate(1, -1) == (-np.inf, -np.inf, np.inf)


def test_value_and_gradient_have_the_broadcast_shape_of_the_weights() -> None:
    bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    w1, w2 = np.array([-15.0, 1, 2]), np.array([[20.0], [1]])
    assert bowl(w1, w2).tolist() == [[4675, 4003, 4012], [685, 13, 22]]
    assert bowl.gradient(w1, w2).tolist() == [
        [[-90, 6, 12], [-90, 6, 12]],
        [[400, 400, 400], [20, 20, 20]],
    ]
    assert (bowl(1, 1).shape, bowl.gradient(1, 1).shape) == ((), (2,))


def test_a_constant_is_broadcast_to_the_shape_of_the_weights() -> None:
    constant = ErrorFunction.parse("5")
    assert constant(np.zeros((2, 3)), 0).tolist() == [[5, 5, 5], [5, 5, 5]]
    assert constant.gradient(np.zeros(4), 0).tolist() == [[0, 0, 0, 0], [0, 0, 0, 0]]


@pytest.mark.parametrize(
    ("text", "most"), [("x", 5), ("x^2 + y^2", 10), ("max(" + ",".join("xy" * 145) + ")", 3000)]
)
def test_the_operations_of_a_function_are_a_small_multiple_of_its_text(
    text: str, most: int
) -> None:
    assert 1 <= ErrorFunction.parse(text).operations <= most
