"""Parser: the meaning of typed texts, by their values at points, and their canonical texts."""

import math
from collections.abc import Callable

import pytest

from optimizers import ErrorFunction

W1, W2 = 0.7, -1.3
"""Where the texts below are evaluated."""

VALUES: dict[str, float] = {
    # the examples of the article, and spellings of the weights
    "3 w1^2 + 10 w2^2": 3 * 0.49 + 10 * 1.69,
    "sin(w1) + cos(w2)": math.sin(W1) + math.cos(W2),
    "2sin(w1) w2": 2 * math.sin(W1) * W2,
    "(1-w1)^2+100(w2-w1^2)^2": 0.3**2 + 100 * (W2 - 0.49) ** 2,
    "e^(-w1^2)": math.exp(-0.49),
    "|w1|": W1,
    "|w2|": -W2,
    "w₁²": 0.49,
    "w_2²": 1.69,
    "x y": W1 * W2,
    "xy": W1 * W2,
    "X + Y": W1 + W2,
    "W1": W1,
    "2pi w1": 2 * math.pi * W1,
    "2πx": 2 * math.pi * W1,
    "pi e": math.pi * math.e,
    "E": math.e,
    "√(w1)": math.sqrt(W1),
    "w1 2": 1.4,
    "2(w1)(w2)": 2 * W1 * W2,
    "(w1)2": 1.4,
    "x(y + 1)": W1 * (W2 + 1),
    "xsin(y)": W1 * math.sin(W2),
    "  w1\t+\n1 ": 1.7,
    # operators and their other spellings
    "w1 + w2": W1 + W2,
    "w1 - w2": W1 - W2,
    "w1 − w2": W1 - W2,
    "w1 * w2": W1 * W2,
    "w1 · w2": W1 * W2,
    "w1 × w2": W1 * W2,
    "w1 / w2": W1 / W2,
    "w1 ÷ w2": W1 / W2,
    "w1 ^ 3": W1**3,
    "w1 ** 3": W1**3,
    "w1³": W1**3,
    "w1⁻²": W1**-2,
    "w1¹²": W1**12,
    # numbers
    "1e3": 1000,
    "1.5E-2 w1": 0.015 * W1,
    "2.5e+1": 25,
    ".5 + 2.": 2.5,
    "007": 7,
    "9007199254740993": 9007199254740992.0,
    "2e": 2 * math.e,
    "2ex": 2 * math.e * W1,
    "3e-w1": 3 * math.e - W1,
    # left to right, powers first and from the right, a sign after the power
    "-w1^2": -0.49,
    "(-w1)^2": 0.49,
    "2^-x": 2**-W1,
    "2^-x y": 2**-W1 * W2,
    "2x^2": 2 * 0.49,
    "x^2^3": W1**8,
    "(x^2)^3": W1**6,
    "2^x^2": 2**0.49,
    "1/2w1": W1 / 2,
    "1/2/4": 0.125,
    "8/2*4": 16,
    "1 - 2 - 3": -4,
    "w1/w2^2": W1 / 1.69,
    "--w1": W1,
    "+-+w1": -W1,
    "2 - -w1": 2 + W1,
    "2*-w1": -2 * W1,
    "w1 * -w2^2": -W1 * 1.69,
    "sin(w1)^2": math.sin(W1) ** 2,
    "e^x^2": math.exp(0.49),
    "e^-x": math.exp(-W1),
    "-e^x": -math.exp(W1),
    "(2e)^x": (2 * math.e) ** W1,
    # bars
    "2|w2|": 2 * 1.3,
    "|w1||w2|": W1 * 1.3,
    "|w1|w2|w1|": W1 * W2 * W1,
    "||w2| - 2|": 0.7,
    "|w1 - |w2||": 0.6,
    "|2*|w2||": 2.6,
    "-|w2|^2": -1.69,
    "(2|w2|)": 2.6,
    "max(2|w2|, 0)": 2.6,
    "|(|w2|)|": 1.3,
}


@pytest.mark.parametrize("text", VALUES)
def test_value_of_a_text(text: str) -> None:
    assert float(ErrorFunction.parse(text)(W1, W2)) == pytest.approx(VALUES[text], rel=1e-14)


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "exp": math.exp,
    "log": math.log,
    "ln": math.log,
    "log10": math.log10,
    "log2": math.log2,
    "sqrt": math.sqrt,
    "cbrt": math.cbrt,
    "abs": abs,
    "sign": lambda x: math.copysign(1, x),
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "relu": lambda x: max(x, 0.0),
    "softplus": lambda x: math.log(1 + math.exp(x)),
}
ONLY_ABOVE_ZERO = {"log", "ln", "log10", "log2", "sqrt"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_value_of_a_function(name: str) -> None:
    error_function = ErrorFunction.parse(f"{name}(w1)")
    for x in (0.25, 0.8) if name in ONLY_ABOVE_ZERO else (0.25, 0.8, -0.6):
        assert float(error_function(x, 0)) == pytest.approx(FUNCTIONS[name](x), rel=1e-14)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_value_of_a_function_of_a_constant(name: str) -> None:
    error_function = ErrorFunction.parse(f"{name}(0.8) w1")
    assert float(error_function(2, 0)) == pytest.approx(2 * FUNCTIONS[name](0.8), rel=1e-14)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("atan2(w1, w2)", math.atan2(W1, W2)),
        ("atan2(w2, w1)", math.atan2(W2, W1)),
        ("min(w1, w2)", W2),
        ("max(w1, w2)", W1),
        ("min(3, w1, w2, 2w2)", 2 * W2),
        ("max(w1, 2, w2)", 2),
        ("max(e, e) w1", math.e * W1),
        ("min(relu(w1), max(w1, 0))", W1),
        ("pow(w1, 3)", W1**3),
        ("pow(2, w1)", 2**W1),
        ("pow(e, w2)", math.exp(W2)),
    ],
)
def test_value_of_a_function_of_several_arguments(text: str, value: float) -> None:
    assert float(ErrorFunction.parse(text)(W1, W2)) == pytest.approx(value, rel=1e-14)


def test_minimum_of_many_arguments() -> None:
    arguments = ",".join(f"w1-{k}" for k in range(100))
    least = ErrorFunction.parse(f"min({arguments})")
    assert float(least(W1, W2)) == W1 - 99
    assert least.gradient(W1, W2).tolist() == [1, 0]


@pytest.mark.parametrize("text", ["softplus(w1)", "sigmoid(w1) + w1", "log(1 + exp(-|w1|)) + w1"])
def test_a_saturated_function_stays_finite_far_out(text: str) -> None:
    error_function = ErrorFunction.parse(text)
    value, slope, _ = error_function.evaluate(1000, 0)
    assert (value - 1000, slope) in ((0, 1), (1, 1))


def test_value_is_nan_outside_the_domain() -> None:
    # 1 / (1 + exp(-log(x))) must not become x / (1 + x)
    for text in ("sigmoid(log(w2))", "exp(log(w2))", "sqrt(w2)^2", "w2^0.5 w2^0.5"):
        assert math.isnan(float(ErrorFunction.parse(text)(W1, W2))), text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("3 w1^2 + 10 w2^2", "3*w1^2+10*w2^2"),
        ("x y", "w1*w2"),
        ("w₁² − w_2³", "w1^2-w2^3"),
        ("2sin(w1) w2", "2*sin(w1)*w2"),
        ("e^(-w1^2)", "exp(-w1^2)"),
        ("|w1|", "abs(w1)"),
        ("√(x)", "sqrt(w1)"),
        ("2πx", "2*pi*w1"),
        ("ln(x)", "log(w1)"),
        ("pow(x, 2)", "w1^2"),
        ("x^2^3", "w1^(2^3)"),
        ("(x^2)^3", "(w1^2)^3"),
        ("((x))", "w1"),
        ("1/2w1", "1/2*w1"),
        ("1/(2w1)", "1/(2*w1)"),
        ("x⁻²", "w1^(-2)"),
        ("x - (y - 1)", "w1-(w2-1)"),
        ("(x + y) + 1", "(w1+w2)+1"),
        ("1.50e2 x", "150*w1"),
        ("max(y, 3, x)", "max(w2,3,w1)"),
        ("1e-7x", "1e-07*w1"),
    ],
)
def test_canonical_text(text: str, canonical: str) -> None:
    assert ErrorFunction.parse(text).text == canonical


def test_canonical_text_preserves_the_typed_order() -> None:
    text = "w2+1+w1*3+cos(w2*w1)*2+min(w2,2,w1)"
    assert ErrorFunction.parse(text).text == text
