"""Random formulas for the tests: a text, and what it means by an evaluation of our own.

A formula is drawn along the grammar as a reader knows it, each part with the function that computes
it, so nothing of ``optimizers`` is needed to know the answer. Its evaluation takes the arithmetic
as an argument: `DOUBLE`, or `EXACT` with 150 digits, in which rounding cannot hide a mistake.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import mpmath  # type: ignore[import-untyped]
from hypothesis import strategies as st

Number = Any
Arithmetic = Mapping[str, Callable[..., Number]]
Meaning = Callable[[Arithmetic, Number, Number], Number]

MANY_DIGITS = mpmath.mp.clone()
MANY_DIGITS.dps = 150
LARGEST_CONSTANT = 1e100
LARGEST_ARGUMENT = 100
"""Of exponentials, whose numbers grow too long beyond, and of waves, which need every digit."""


@dataclass(frozen=True)
class Formula:
    """A text and its meaning; `varies` tells whether a weight occurs in it."""

    text: str
    meaning: Meaning
    varies: bool = True

    def __call__(self, arithmetic: Arithmetic, w1: Number, w2: Number) -> Number | None:
        """Return the value at a point, or None where there is none in this arithmetic."""
        try:
            value = self.meaning(arithmetic, w1, w2)
        except (ArithmeticError, ValueError):
            return None
        return value if math.isfinite(value) else None

    def value(self, w1: float, w2: float) -> float | None:
        """Return the value at a point, or None where there is none or rounding spoils it."""
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


def _moderate(function: Callable[..., Number]) -> Callable[..., Number]:
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


_ALIKE = [
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
]
_ANY: Arithmetic = {"abs": abs, "sign": _sign, "min": min, "max": max}
DOUBLE: Arithmetic = {
    **_ANY,
    **{name: getattr(math, name) for name in (*_ALIKE, "log2", "cbrt", "pow")},
}
EXACT: Arithmetic = {
    **_ANY,
    **{name: _real(getattr(MANY_DIGITS, name)) for name in _ALIKE},
    **{
        name: _moderate(getattr(MANY_DIGITS, name))
        for name in ("exp", "sinh", "cosh", "sin", "cos", "tan")
    },
    "log2": _real(lambda x: MANY_DIGITS.log(x, 2)),
    "cbrt": _exact_cbrt,
    "pow": _real(_exact_power),
}


def _name(name: str) -> Meaning:
    return {
        "w1": lambda a, w1, w2: w1,
        "w2": lambda a, w1, w2: w2,
        "pi": lambda a, w1, w2: w1 * 0 + math.pi,
        "e": lambda a, w1, w2: w1 * 0 + math.e,
    }[name]


SPELLINGS = {
    "w1": ("w1", "w1", "x", "w₁", "w_1", "W1"),
    "w2": ("w2", "w2", "y", "w₂", "w_2", "Y"),
    "pi": ("pi", "π", "PI"),
    "e": ("e", "E"),
}
NUMBERS = ("0", "1", "2", "3", "0.5", ".25", "1.", "10", "1e1", "25e-1", "1.5E+0")
ARITY = dict.fromkeys((*_ALIKE, "ln", "log2", "cbrt", "abs", "sign"), 1)
ARITY |= {"atan2": 2, "min": 3, "max": 2, "sigmoid": 1, "relu": 1, "softplus": 1}


def _call(name: str, arithmetic: Arithmetic, values: list[Number]) -> Number:
    match name:
        case "sigmoid":
            return 1 / (1 + arithmetic["exp"](-values[0]))
        case "softplus":
            return arithmetic["log"](1 + arithmetic["exp"](values[0]))
        case "relu":
            return max(values[0], 0 * values[0])
        case "ln":
            return arithmetic["log"](values[0])
    return arithmetic[name](*values)


def _usable(formula: Formula) -> Formula:
    """Return the formula, or a weight in place of a constant that the parser refuses."""
    if formula.varies:
        return formula
    value = formula(DOUBLE, 1.0, 1.0)
    if value is None or abs(value) > LARGEST_CONSTANT:
        return Formula("w1", _name("w1"))
    return formula


@st.composite
def atoms(draw: st.DrawFn, depth: int, juxtaposed: bool = False) -> Formula:
    """Draw a name, number, call, bars or brackets; a juxtaposed one begins with no digit or bar."""
    kinds = ["name", "name"] if juxtaposed else ["name", "name", "number"]
    if depth > 0:
        kinds += (
            ["call", "call", "brackets"] if juxtaposed else ["call", "call", "brackets", "bars"]
        )
    kind = draw(st.sampled_from(kinds))
    if kind == "name":
        name = draw(st.sampled_from(["w1", "w2", "w1", "w2", "pi", "e"]))
        spelling = draw(st.sampled_from(SPELLINGS[name]))
        return Formula(spelling, _name(name), name in ("w1", "w2"))
    if kind == "number":
        text = draw(st.sampled_from(NUMBERS))
        return Formula(text, lambda a, w1, w2: w1 * 0 + float(text), varies=False)
    if kind == "call":
        return draw(calls(depth))
    inner = draw(sums(depth - 1))
    if kind == "bars" and "|" not in inner.text:
        return Formula(
            f"|{inner.text}|", lambda a, w1, w2: abs(inner.meaning(a, w1, w2)), inner.varies
        )
    return Formula(f"({inner.text})", inner.meaning, inner.varies)


@st.composite
def calls(draw: st.DrawFn, depth: int) -> Formula:
    """Draw a function with its arguments."""
    name = draw(st.sampled_from(sorted(ARITY)))
    parts = [draw(sums(depth - 1)) for _ in range(ARITY[name])]
    return _usable(
        Formula(
            f"{name}({', '.join(part.text for part in parts)})",
            lambda a, w1, w2: _call(name, a, [part.meaning(a, w1, w2) for part in parts]),
            any(part.varies for part in parts),
        )
    )


@st.composite
def powers(draw: st.DrawFn, depth: int, juxtaposed: bool = False) -> Formula:
    """Draw an atom, perhaps raised; a varying exponent comes with a base above 0."""
    base = draw(atoms(depth, juxtaposed))
    kind = draw(st.sampled_from(["plain", "plain", "whole", "raised", "varying"]))
    if kind == "plain":
        return base
    if kind == "varying":
        name = draw(st.sampled_from(["e", "2", "pi"])) if not juxtaposed else "e"
        base = Formula(name, _name(name) if name != "2" else lambda a, w1, w2: w1 * 0 + 2.0, False)
        exponent = draw(factors(depth - 1))
        if not exponent.varies:
            exponent = Formula("w2", _name("w2"))
        return Formula(
            f"{base.text}{draw(st.sampled_from(['^', '**', ' ^ ']))}{exponent.text}",
            lambda a, w1, w2: a["pow"](base.meaning(a, w1, w2), exponent.meaning(a, w1, w2)),
        )
    written = {
        "whole": ("^2", "**3", "^-1", "^0.5", "^4", "^(1/2)"),
        "raised": ("²", "³", "⁻¹", "⁵"),
    }
    text = draw(st.sampled_from(written[kind]))
    exponent_value = {"^2": 2, "**3": 3, "^-1": -1, "^0.5": 0.5, "^4": 4, "^(1/2)": 0.5}
    exponent_value |= {"²": 2, "³": 3, "⁻¹": -1, "⁵": 5}
    value = float(exponent_value[text])
    return _usable(
        Formula(
            base.text + text,
            lambda a, w1, w2: a["pow"](base.meaning(a, w1, w2), value),
            base.varies,
        )
    )


@st.composite
def factors(draw: st.DrawFn, depth: int) -> Formula:
    """Draw a power, perhaps with signs before it."""
    inner = draw(powers(max(depth, 0)))
    sign = draw(st.sampled_from(["", "", "", "-", "+", "−", "--"]))
    if sign in ("-", "−"):
        return Formula(sign + inner.text, lambda a, w1, w2: -inner.meaning(a, w1, w2), inner.varies)
    return Formula(sign + inner.text, inner.meaning, inner.varies)


@st.composite
def products(draw: st.DrawFn, depth: int) -> Formula:
    """Draw factors, multiplied and divided from left to right."""
    found = draw(factors(depth))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        sign = draw(st.sampled_from(["*", " * ", "·", "/", " ÷ ", " "]))
        right = draw(powers(depth, juxtaposed=True) if sign == " " else factors(depth))
        if "/" in sign or "÷" in sign:
            right = right if right.varies or right(DOUBLE, 1.0, 1.0) else Formula("w2", _name("w2"))
            found = _joined(found, sign, right, lambda a, b: a / b)
        else:
            found = _joined(found, sign, right, lambda a, b: a * b)
    return _usable(found)


@st.composite
def sums(draw: st.DrawFn, depth: int) -> Formula:
    """Draw products, added and subtracted."""
    terms = [draw(products(depth)) for _ in range(draw(st.sampled_from([1, 1, 2, 3])))]

    def joined(found: Formula, right: Formula) -> Formula:
        sign = draw(st.sampled_from(["+", " + ", "-", " - ", " − "]))
        if "+" in sign:
            return _joined(found, sign, right, lambda a, b: a + b)
        return _joined(found, sign, right, lambda a, b: a - b)

    return _usable(reduce(joined, terms))


def _joined(
    left: Formula, sign: str, right: Formula, operation: Callable[[Number, Number], Number]
) -> Formula:
    return Formula(
        f"{left.text}{sign}{right.text}",
        lambda a, w1, w2: operation(left.meaning(a, w1, w2), right.meaning(a, w1, w2)),
        left.varies or right.varies,
    )


def formulas() -> st.SearchStrategy[Formula]:
    """Draw formulas of moderate size."""
    return sums(2).filter(lambda formula: len(formula.text) < 150)
