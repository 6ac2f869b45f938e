"""Hypothesis strategies: random formulas along the grammar, each with a reference evaluation.

Strategies are cached: hypothesis validates a new one at each draw, which takes most of the time.
"""

import math
from collections.abc import Callable
from functools import cache, reduce
from typing import TypeVar

from hypothesis import strategies as st

from tests.support.optimizers.reference import (
    DOUBLE,
    OVER,
    SAME_NAME,
    Evaluate,
    Formula,
    Number,
    call,
)

LARGEST_CONSTANT = 1e100

T = TypeVar("T")


def _name(name: str) -> Evaluate:
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
ARITY = dict.fromkeys((*SAME_NAME, "ln", "log2", "cbrt", "abs", "sign"), 1)
ARITY |= dict.fromkeys((*OVER, "logcosh", "elu", "gelu", "square"), 1)
ARITY |= {"logaddexp": 2, "hypot": 2}
del ARITY["erfc"]  # not a function of the language
ARITY |= {"atan2": 2, "min": 3, "max": 2, "sigmoid": 1, "relu": 1, "softplus": 1}


@cache
def _one_of(*values: T) -> st.SearchStrategy[T]:
    return st.sampled_from(values)


def _usable(formula: Formula) -> Formula:
    """Return the formula, or a weight in place of a constant that the parser rejects."""
    if formula.varies:
        return formula
    value = formula(DOUBLE, 1.0, 1.0)
    if value is None or abs(value) > LARGEST_CONSTANT:
        return Formula("w1", _name("w1"))
    return formula


@cache
@st.composite
def atoms(draw: st.DrawFn, depth: int, juxtaposed: bool = False) -> Formula:
    """Draw a name, number, call, bars or brackets; a juxtaposed one begins with no digit or bar."""
    kinds = ["name", "name"] if juxtaposed else ["name", "name", "number"]
    if depth > 0:
        kinds += (
            ["call", "call", "brackets"] if juxtaposed else ["call", "call", "brackets", "bars"]
        )
    kind = draw(_one_of(*kinds))
    if kind == "name":
        name = draw(_one_of("w1", "w2", "w1", "w2", "pi", "e"))
        spelling = draw(_one_of(*SPELLINGS[name]))
        return Formula(spelling, _name(name), name in ("w1", "w2"))
    if kind == "number":
        text = draw(_one_of(*NUMBERS))
        return Formula(text, lambda a, w1, w2: w1 * 0 + float(text), varies=False)
    if kind == "call":
        return draw(calls(depth))
    inner = draw(sums(depth - 1))
    if kind == "bars" and "|" not in inner.text:
        return Formula(
            f"|{inner.text}|", lambda a, w1, w2: abs(inner.evaluate(a, w1, w2)), inner.varies
        )
    return Formula(f"({inner.text})", inner.evaluate, inner.varies)


@cache
@st.composite
def calls(draw: st.DrawFn, depth: int) -> Formula:
    """Draw a function with its arguments."""
    name = draw(_one_of(*sorted(ARITY)))
    parts = [draw(sums(depth - 1)) for _ in range(ARITY[name])]
    return _usable(
        Formula(
            f"{name}({', '.join(part.text for part in parts)})",
            lambda a, w1, w2: call(name, a, [part.evaluate(a, w1, w2) for part in parts]),
            any(part.varies for part in parts),
        )
    )


@cache
@st.composite
def powers(draw: st.DrawFn, depth: int, juxtaposed: bool = False) -> Formula:
    """Draw an atom, perhaps with an exponent; one that varies has a base above 0."""
    base = draw(atoms(depth, juxtaposed))
    kind = draw(_one_of("plain", "plain", "operator", "superscript", "varying"))
    if kind == "plain":
        return base
    if kind == "varying":
        name = draw(_one_of("e", "2", "pi")) if not juxtaposed else "e"
        base = Formula(name, _name(name) if name != "2" else lambda a, w1, w2: w1 * 0 + 2.0, False)
        exponent = draw(factors(depth - 1))
        if not exponent.varies:
            exponent = Formula("w2", _name("w2"))
        return Formula(
            f"{base.text}{draw(_one_of('^', '**', ' ^ '))}{exponent.text}",
            lambda a, w1, w2: a["pow"](base.evaluate(a, w1, w2), exponent.evaluate(a, w1, w2)),
        )
    written = {
        "operator": ("^2", "**3", "^-1", "^0.5", "^4", "^(1/2)"),
        "superscript": ("²", "³", "⁻¹", "⁵"),
    }
    text = draw(_one_of(*written[kind]))
    exponent_value = {"^2": 2, "**3": 3, "^-1": -1, "^0.5": 0.5, "^4": 4, "^(1/2)": 0.5}
    exponent_value |= {"²": 2, "³": 3, "⁻¹": -1, "⁵": 5}
    value = float(exponent_value[text])
    return _usable(
        Formula(
            base.text + text,
            lambda a, w1, w2: a["pow"](base.evaluate(a, w1, w2), value),
            base.varies,
        )
    )


@cache
@st.composite
def factors(draw: st.DrawFn, depth: int) -> Formula:
    """Draw a power, perhaps with signs before it."""
    inner = draw(powers(max(depth, 0)))
    sign = draw(_one_of("", "", "", "-", "+", "−", "--"))
    if sign in ("-", "−"):
        return Formula(
            sign + inner.text, lambda a, w1, w2: -inner.evaluate(a, w1, w2), inner.varies
        )
    return Formula(sign + inner.text, inner.evaluate, inner.varies)


@cache
@st.composite
def products(draw: st.DrawFn, depth: int) -> Formula:
    """Draw factors, multiplied and divided from left to right."""
    product = draw(factors(depth))
    for _ in range(draw(_one_of(0, 0, 1, 2))):
        sign = draw(_one_of("*", " * ", "·", "/", " ÷ ", " "))
        right = draw(powers(depth, juxtaposed=True) if sign == " " else factors(depth))
        if "/" in sign or "÷" in sign:
            right = right if right.varies or right(DOUBLE, 1.0, 1.0) else Formula("w2", _name("w2"))
            product = _joined(product, sign, right, lambda a, b: a / b)
        else:
            product = _joined(product, sign, right, lambda a, b: a * b)
    return _usable(product)


@cache
@st.composite
def sums(draw: st.DrawFn, depth: int) -> Formula:
    """Draw products, added and subtracted."""
    terms = [draw(products(depth)) for _ in range(draw(_one_of(1, 1, 2, 3)))]

    def joined(left: Formula, right: Formula) -> Formula:
        sign = draw(_one_of("+", " + ", "-", " - ", " − "))
        if "+" in sign:
            return _joined(left, sign, right, lambda a, b: a + b)
        return _joined(left, sign, right, lambda a, b: a - b)

    return _usable(reduce(joined, terms))


def _joined(
    left: Formula, sign: str, right: Formula, operation: Callable[[Number, Number], Number]
) -> Formula:
    return Formula(
        f"{left.text}{sign}{right.text}",
        lambda a, w1, w2: operation(left.evaluate(a, w1, w2), right.evaluate(a, w1, w2)),
        left.varies or right.varies,
    )


def formulas() -> st.SearchStrategy[Formula]:
    """Draw formulas of moderate size."""
    return sums(2).filter(lambda formula: len(formula.text) < 150)
