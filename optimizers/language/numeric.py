"""Numerical implementations of the functions, and constant folding.

`NUMPY` follows IEEE 754 as a browser does: overflow is inf, a domain error nan. `SCALARS` is the
same at a single point. `FLOATS` is several times faster on single floats, and raises
ArithmeticError or ValueError where the others give inf or nan, so that a caller can fall back on
them. Compiled code sees one of these tables and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType
from typing import Any

import numpy as np
import sympy as sp

from optimizers.language.functions import Lowered

Functions = Mapping[str, Callable[..., Any]]


def _sign(x: float) -> float:
    return math.copysign(1.0, x) if x and x == x else x


def _minimum(a: float, b: float) -> float:
    return a if a <= b or a != a else b


def _maximum(a: float, b: float) -> float:
    return a if a >= b or a != a else b


def _where(condition: bool, a: float, b: float) -> float:
    return a if condition else b


NUMPY_NAMES: Mapping[str, str] = MappingProxyType(
    {"Min": "minimum", "Max": "maximum", "Abs": "abs"}
)
"""Names in the tables below of the SymPy classes that are named otherwise."""

_SAME_NAME = (
    *("exp", "expm1", "sqrt", "cbrt", "log", "log2", "log10", "log1p", "hypot"),
    *("sin", "cos", "tan", "sinh", "cosh", "tanh"),
)
_INVERSE = ("asin", "acos", "atan", "atan2", "asinh", "acosh", "atanh")

NUMPY: Functions = MappingProxyType(
    {name: getattr(np, name) for name in _SAME_NAME}
    | {name: getattr(np, name.replace("a", "arc", 1)) for name in _INVERSE}
    | {"abs": np.abs, "sign": np.sign, "pow": np.float_power, "where": np.where}
    | {"minimum": np.minimum, "maximum": np.maximum}
)

SCALARS: Functions = MappingProxyType({**NUMPY, "where": lambda c, a, b: np.float64(a if c else b)})
"""`NUMPY` at one point, where a plain choice is much faster than `numpy.where`."""

FOLDING: Functions = MappingProxyType({"erf": math.erf, "erfc": math.erfc, **NUMPY})
"""`NUMPY` and the functions that printed code defines for itself, for constant folding."""

FLOATS: Functions = MappingProxyType(
    {name: getattr(math, name) for name in _SAME_NAME}
    | {name: getattr(math, name) for name in (*_INVERSE, "pow")}
    | {"abs": abs, "sign": _sign, "minimum": _minimum, "maximum": _maximum, "where": _where}
)


def evaluate_node(expression: sp.Expr, arguments: Sequence[float]) -> float:
    """Return the value of one node of a tree from the values of its arguments.

    Parameters
    ----------
    expression : sympy.Expr
        A sum, product, power or function.
    arguments : sequence of float
        One number for each of ``expression.args``.
    """
    values = [np.float64(a) for a in arguments]
    with np.errstate(all="ignore"):
        if expression.is_Add:
            return float(sum(values[1:], values[0]))
        if expression.is_Mul:
            return float(math.prod(values[1:], start=values[0]))
        if isinstance(expression, Lowered):
            names = [sp.Dummy(real=True) for _ in values]
            lowered = expression.func(*names, evaluate=False).in_primitives()
            return _evaluate(lowered, dict(zip(names, values, strict=True)))
        name = "pow" if expression.is_Pow else type(expression).__name__
        function = FOLDING[NUMPY_NAMES.get(name, name)]
        return float(reduce(function, values) if len(values) > 1 else function(*values))


def evaluate_constant(expression: sp.Expr) -> float:
    """Return the value of an expression without variables, in double precision."""
    return _evaluate(expression, {})


def _evaluate(expression: sp.Expr, values: Mapping[sp.Symbol, float]) -> float:
    if expression.is_Symbol:
        return float(values[expression])
    if expression.is_Number or expression.is_NumberSymbol:
        return float(expression)
    if isinstance(expression, sp.Piecewise):
        (value, below), (otherwise, _) = expression.args
        left, right = (_evaluate(a, values) for a in below.args)
        return _evaluate(value if left < right else otherwise, values)
    return evaluate_node(expression, [_evaluate(a, values) for a in expression.args])
