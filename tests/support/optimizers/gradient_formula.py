"""The gradient's closed form in tests, evaluated and compared with reverse-mode autodiff."""

import math
from collections.abc import Iterable

import numpy as np
import pytest
import sympy as sp

from optimizers import ErrorFunction
from optimizers.codegen.compiled import compile_function
from optimizers.codegen.printer import PYTHON, print_code
from optimizers.formulas.derivative import gradient_terms
from optimizers.language.numeric import FOLDING

FUNCTIONS = {
    **FOLDING,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "softplus": lambda x: np.logaddexp(0, x),
    "relu": lambda x: np.maximum(x, 0),
    "elu": lambda x: np.where(x > 0, x, np.expm1(x)),
    "gelu": lambda x: x * math.erfc(-x / math.sqrt(2)) / 2,
    "logcosh": lambda x: np.log(np.cosh(x)),
    "logaddexp": np.logaddexp,
    "sec": lambda x: 1 / np.cos(x),
    "csc": lambda x: 1 / np.sin(x),
    "cot": lambda x: 1 / np.tan(x),
    "sech": lambda x: 1 / np.cosh(x),
    "csch": lambda x: 1 / np.sinh(x),
    "coth": lambda x: 1 / np.tanh(x),
}
"""The functions of formulas, independent of the code that is printed for them."""


def check_gradient_terms(
    error_function: ErrorFunction, points: Iterable[tuple[float, float]]
) -> None:
    """Check the closed form, if there is one, against the gradient that descents use."""
    terms = gradient_terms(error_function.expression)
    if terms is None:
        return
    for point in points:
        _, *gradient = error_function.evaluate(*point)
        for term, slope in zip(terms, gradient, strict=True):
            value = _value(term, *point)
            if np.isfinite(slope) and not np.isnan(value):  # 0/0 where autodiff takes a branch
                assert value == pytest.approx(slope, rel=1e-7, abs=1e-7), term


def _value(term: sp.Expr, w1: float, w2: float) -> float:
    code = f"def term(w1, w2):\n    return {print_code(term, PYTHON)}\n"
    with np.errstate(all="ignore"):
        return float(compile_function("term", code, FUNCTIONS)(np.float64(w1), np.float64(w2)))
