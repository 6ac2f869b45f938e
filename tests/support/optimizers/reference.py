"""Reference evaluation of formulas, independent of ``optimizers``, for the random tests.

It takes the arithmetic as an argument: `DOUBLE`, or `EXACT` with 150 digits, in which rounding
cannot hide a mistake.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import mpmath  # type: ignore[import-untyped]

Number = Any
Arithmetic = Mapping[str, Callable[..., Number]]
Evaluate = Callable[[Arithmetic, Number, Number], Number]

MANY_DIGITS = mpmath.mp.clone()
MANY_DIGITS.dps = 150
LARGEST_ARGUMENT = 100
"""Limit for exponentials, whose values grow too long, and for waves, which need every digit."""


@dataclass(frozen=True)
class Formula:
    """A text and the function that evaluates it; `varies` is true if a weight occurs in it."""

    text: str
    evaluate: Evaluate
    varies: bool = True

    def __call__(self, arithmetic: Arithmetic, w1: Number, w2: Number) -> Number | None:
        """Return the value at a point, or None if undefined in this arithmetic."""
        try:
            value = self.evaluate(arithmetic, w1, w2)
        except (ArithmeticError, ValueError):
            return None
        return value if math.isfinite(value) else None

    def value(self, w1: float, w2: float) -> float | None:
        """Return the value at a point, or None if undefined or lost to rounding."""
        exact = self(EXACT, MANY_DIGITS.mpf(w1), MANY_DIGITS.mpf(w2))
        double = self(DOUBLE, w1, w2)
        if exact is None or double is None or abs(double - exact) > 1e-12 * abs(exact):
            return None
        return float(exact)


def _real(function: Callable[..., Number]) -> Callable[..., Number]:
    def checked(*arguments: Number) -> Number:
        value = function(*arguments)
        if isinstance(value, MANY_DIGITS.mpc):
            raise ValueError("not a real number")
        return value

    return checked


def _limited(function: Callable[..., Number]) -> Callable[..., Number]:
    def checked(x: Number) -> Number:
        if abs(x) > LARGEST_ARGUMENT:
            raise OverflowError
        return function(x)

    return checked


def _exact_power(base: Number, exponent: Number) -> Number:
    base = MANY_DIGITS.mpf(base)
    if base and abs(exponent * MANY_DIGITS.log(abs(base))) > LARGEST_ARGUMENT:
        raise OverflowError
    return MANY_DIGITS.power(base, exponent)


def _exact_cbrt(x: Number) -> Number:
    return MANY_DIGITS.sign(x) * MANY_DIGITS.cbrt(abs(x))


def _sign(x: Number) -> Number:
    return (x > 0) - (x < 0)


SAME_NAME = [
    "exp",
    "log",
    "log10",
    "sqrt",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "atan2",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
    "expm1",
    "log1p",
    "hypot",
    "erf",
    "erfc",
]
_ANY: Arithmetic = {"abs": abs, "sign": _sign, "min": min, "max": max}
DOUBLE: Arithmetic = {
    **_ANY,
    **{name: getattr(math, name) for name in (*SAME_NAME, "log2", "cbrt", "pow")},
}
EXACT: Arithmetic = {
    **_ANY,
    **{name: _real(getattr(MANY_DIGITS, name)) for name in SAME_NAME},
    **{
        name: _limited(getattr(MANY_DIGITS, name))
        for name in ("exp", "expm1", "sinh", "cosh", "sin", "cos", "tan", "erf", "erfc")
    },
    "log2": _real(lambda x: MANY_DIGITS.log(x, 2)),
    "cbrt": _exact_cbrt,
    "pow": _real(_exact_power),
}


OVER = {"sec": "cos", "csc": "sin", "cot": "tan", "sech": "cosh", "csch": "sinh", "coth": "tanh"}
"""What one is divided by."""


def call(name: str, arithmetic: Arithmetic, values: list[Number]) -> Number:
    """Return the value of a function of the language."""
    match name:
        case "sigmoid":
            return 1 / (1 + arithmetic["exp"](-values[0]))
        case "softplus":
            return arithmetic["log"](1 + arithmetic["exp"](values[0]))
        case "relu":
            return max(values[0], 0 * values[0])
        case "sec" | "csc" | "cot" | "sech" | "csch" | "coth":
            return 1 / arithmetic[OVER[name]](values[0])
        case "logcosh":
            return arithmetic["log"](arithmetic["cosh"](values[0]))
        case "logaddexp":
            return arithmetic["log"](sum(map(arithmetic["exp"], values)))
        case "elu":
            return values[0] if values[0] > 0 else arithmetic["expm1"](values[0])
        case "gelu":
            return values[0] * arithmetic["erfc"](-values[0] / arithmetic["sqrt"](2)) / 2
        case "square":
            return values[0] * values[0]
        case "ln":
            return arithmetic["log"](values[0])
    return arithmetic[name](*values)
