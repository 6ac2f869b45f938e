"""The error function of a script: E, its gradient, and limits where the gradient has holes."""

from __future__ import annotations

import sympy as sp

from optimizers.codegen.printer import OWN_FUNCTIONS
from optimizers.codegen.slopes import DIRECTIONS, RANGES, limit_code
from optimizers.codegen.tape import Assignment
from optimizers.error_function import ErrorFunction
from optimizers.language.functions import Lowered, Max, Min
from optimizers.language.vocabulary import W1, W2
from optimizers.scripts.dialects import DIFFERENTIABLE, NUMPY, Autograd, assignments

EXACT = '''\
def {name}(w):
    """Return E and its exact gradient at w."""
    w1, w2 = w
{lines}    return float(E), np.array([g1, g2], dtype=float)
'''

ERROR = '''\
def error(w):
    """Return E."""
    w1, w2 = w
{lines}    return E
'''

SPECIAL = """\
def {name}(x):
    return np.float64(math.{name}(x))
"""

WHY_EXACT = """\
# The gradient is exact code, printed with E. {library}'s automatic gradient of this function may
# have other slopes, or none, at a kink, or where a part of it overflows.
"""

LIMIT = """\
def limit(g, low, high, far_low, far_high):
{lines}    return slope
"""

EVALUATE = '''\
RANGES = {ranges}
DIRECTIONS = {directions}


def evaluate(w):
    """Return E and its gradient; a component that is not finite is the limit of those around."""
    E, g = value_and_gradient(w)
    if np.isfinite(g).all() or not np.isfinite(E):
        return E, g
    bounds = []
    for share, least in RANGES:
        distance = share*np.abs(w).max() + least
        around = [value_and_gradient(w + distance*np.array(d)) for d in DIRECTIONS]
        slopes = [near if np.isfinite(value) else np.full(2, np.nan) for value, near in around]
        bounds += [np.fmin.reduce(slopes), np.fmax.reduce(slopes)]
    return E, np.where(np.isfinite(g), g, limit(g, *bounds))
'''


def differentiable(function: ErrorFunction) -> bool:
    """Say whether a library's automatic gradient is that of Lockstep wherever it is finite.

    It is not where a function has a kink and a convention there, or is printed in parts that
    overflow; a constant has no automatic gradient at all, and a function of a parameter alone is
    none of tensors.
    """
    parts = list(sp.preorder_traversal(function.expression))
    called = {type(part).__name__ for part in parts if isinstance(part, sp.Function)}
    return (
        not function.expression.free_symbols.isdisjoint((W1, W2))
        and called <= DIFFERENTIABLE
        and not any(isinstance(part, (Lowered, Min, Max)) for part in parts)
        and all(not part.exp.free_symbols for part in parts if part.is_Pow)
        and not any(part.free_symbols.isdisjoint((W1, W2)) for part in parts if _is_call(part))
    )


def _is_call(part: sp.Basic) -> bool:
    """Return whether a part of a tree with symbols is printed as a call, such as a root."""
    power = part.is_Pow and not part.exp.is_Integer
    return bool(part.free_symbols) and (power or isinstance(part, sp.Function))


def evaluation(function: ErrorFunction, autograd: Autograd | None, library: str) -> list[str]:
    """Return the functions that end with ``evaluate(w)``: E and its gradient as NumPy values.

    Parameters
    ----------
    function : ErrorFunction
        E.
    autograd : Autograd or None
        How the library differentiates, if it does.
    library : str
        Its name.
    """
    code = function.code
    name = "value_and_gradient" if code.singular else "evaluate"
    found: list[str] = []
    if autograd and differentiable(function):
        if special := ", ".join(sorted(_special(code.value))):
            found.append(f"from {autograd.special} import {special}\n")
        found.append(ERROR.format(lines=assignments(code.value, autograd.dialect)))
        found.append(autograd.code.format(name=name))
    else:
        found += [SPECIAL.format(name=n) for n in sorted(_special(code.value_and_gradient))]
        exact = EXACT.format(name=name, lines=assignments(code.value_and_gradient, NUMPY))
        found.append(WHY_EXACT.format(library=library) + exact if autograd else exact)
    if code.singular:
        found.append(LIMIT.format(lines=assignments(limit_code(), NUMPY)))
        found.append(EVALUATE.format(ranges=RANGES, directions=DIRECTIONS))
    return found


def _special(lines: tuple[Assignment, ...]) -> set[str]:
    parts = (part for _, term in lines for part in sp.preorder_traversal(term))
    return {type(part).__name__ for part in parts} & OWN_FUNCTIONS
