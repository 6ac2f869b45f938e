"""Note beside contours: why a part of the view has no value or no slope; what to type instead."""

from __future__ import annotations

import numpy as np
import sympy as sp
from numpy.typing import NDArray

from optimizers import ErrorFunction
from optimizers.codegen.printer import CALCULATOR, print_code
from optimizers.language.numeric import evaluate_constant

LEAST_SHARE = 0.02
"""The part of the view without a value from which on a note explains it."""

MOST_TERMS = 8
STRIDE = 4
"""Every so many points of the grid are enough to find the term."""

Floats = NDArray[np.float64]


def note_on(function: ErrorFunction, w1: Floats, w2: Floats, values: Floats) -> str:
    """Return one sentence on a grid where E is flat or has no value in a part, or an empty text.

    Parameters
    ----------
    function : ErrorFunction
        E.
    w1, w2 : ndarray
        The grid's coordinates, of the shape of `values`.
    values : ndarray
        E there.
    """
    if (values == values.flat[0]).all():
        return "E is the same everywhere here: there is no slope to follow."
    missing = np.isnan(values)
    if missing.mean() < LEAST_SHARE:
        return ""
    coarse = (slice(None, None, STRIDE), slice(None, None, STRIDE))
    missing = missing[coarse]
    for term in _real_only(function.expression)[:MOST_TERMS]:
        inside = term.args[0]
        negative = function.values_of(inside, w1[coarse], w2[coarse]) < 0
        if (negative & missing).sum() > missing.sum() / 2:
            text = _text(inside)
            advice = _defined_everywhere(term, text)
            return (
                f"E is blank where {text} is negative, since {_text(term)} has no real value there:"
                f" {advice} has one on both sides."
            )
    return "E is blank where it has no real value."


def _real_only(expression: sp.Expr) -> list[sp.Expr]:
    """Return the terms that have no real value for a negative argument."""
    return [term for term in sp.preorder_traversal(expression) if _needs_positive(term)]


def _needs_positive(term: sp.Basic) -> bool:
    if not term.args or not term.args[0].free_symbols:
        return False
    if term.is_Pow:
        varies = bool(term.exp.free_symbols)
        return varies or not evaluate_constant(term.exp).is_integer()
    return type(term).__name__ in ("log", "log2", "log10")


def _defined_everywhere(term: sp.Expr, inside: str) -> str:
    """Return what to type instead of a term."""
    if not term.is_Pow:
        return f"{type(term).__name__}(|{inside}|)"
    if term.exp.free_symbols:
        return f"|{inside}|^({_text(term.exp)})"
    exponent = evaluate_constant(term.exp)
    thirds = round(3 * exponent)
    if abs(exponent - thirds / 3) < 1e-9:
        return f"cbrt({inside})" + (f"^{thirds}" if thirds != 1 else "")
    return f"sqrt(|{inside}|)" if exponent == 0.5 else f"|{inside}|^{exponent:g}"


def _text(term: sp.Expr) -> str:
    return print_code(term, CALCULATOR).replace(" ", "")
