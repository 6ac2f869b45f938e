"""The kernels of error functions in a real Chromium give the values and slopes of Python."""

import numpy as np
import pytest
from playwright.sync_api import Page

from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.browser.against_python import check_values


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_error_and_gradient_are_those_of_python(kernels: Page, preset: Preset) -> None:
    low1, high1, low2, high2 = preset.view
    points = np.random.default_rng(11).uniform((low1, low2), (high1, high2), (200, 2))
    check_values(kernels, preset.text, points)


WORDS = [
    "exp(w1) + log(w1 + 3) + log2(w2 + 3) + log10(w1 + w2 + 5)",
    "sqrt(w1 + 3) + cbrt(w2) + w1^w2 + pow(w1 + 3, w2) + 2^w1 + w2^5 + w1^-3 + (w1 w2)^2",
    "sin(w1) cos(w2) tan(w1) + asin(w1/3) + acos(w2/3) + atan(w1) + atan2(w1, w2)",
    "sinh(w1) cosh(w2) tanh(w1 w2) + sigmoid(3w1) softplus(5w2) + relu(w1 - w2)",
    "|w1| sign(w2) + min(w1, w2, 0.5) max(w1, -w2, |w1|)",
    "1e99*1e99*1e99*1e99*w1 w2",
    "sigmoid(500 w1) + softplus(500 w2)",
    "pi w1 - e w2 + 1e-300*w1 + 123456789.123456789",
    "5",
    "*".join(f"(w1 + {k} w2)" for k in range(1, 30)),
    "max(" + ",".join(f"{k}*w1 - {k * k}/20 w2" for k in range(1, 40)) + ")",
]


@pytest.mark.parametrize("text", WORDS, ids=lambda text: text[:20])
def test_every_function_is_that_of_python(kernels: Page, text: str) -> None:
    points = np.random.default_rng(13).uniform(-2.9, 2.9, (200, 2))
    check_values(kernels, text, points)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("softplus(w1) + |w2| + relu(w2) + sign(w2)", (0, 0)),
        ("max(w1, w2) + 2min(w2, w1)", (1, 1)),
        ("max(0, w1) + max(w2, 0)", (0, 0)),
        ("1/w1 + cbrt(w2)", (0, 0)),
        ("log(w1) + sqrt(w2)", (-1, 0)),
        ("w1^0 + w1^1 + w2^2 + w2^-1", (0, 0)),
    ],
)
def test_kinks_and_poles_are_those_of_python(
    kernels: Page, text: str, point: tuple[float, float]
) -> None:
    check_values(kernels, text, np.array([point], dtype=np.float64))


@pytest.mark.parametrize("k", [25, 1, 0.5, 0, -3])
@pytest.mark.parametrize(
    "text",
    [
        "w1^2/2 + k/2 w2^2",
        "sqrt(k w1^2 + λ^2) + |w2 - λ| + exp(-w1^2/k)",
        "(w1^2 + w2^2)^k + k^w1 + erf(λ w1)",
        "max(k w1, w2, a1) + min(w1, k) + log(k) w2",
    ],
)
def test_a_kernel_with_parameters_is_python_with_the_same_values(
    kernels: Page, text: str, k: float
) -> None:
    points = np.random.default_rng(17).uniform(-2.9, 2.9, (200, 2))
    values = {name: value for name, value in {"λ": 1.7, "a1": 0.3}.items() if name in text}
    check_values(kernels, text, points, {"k": k, **values})
