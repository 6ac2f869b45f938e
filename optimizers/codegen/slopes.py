"""Slopes where automatic differentiation meets 0 times infinity, and the terms that have none.

The chain rule has no answer for sqrt(x^2 + y^2)^3 at 0, which is smooth there: its factors are 0
and infinity. Analysis has one. Where E is continuous and its gradient tends to a limit, that limit
is the gradient (a corollary of the mean value theorem). So a component of the gradient that is not
finite is replaced by the limit of the exact gradient at points around, if it has one.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from optimizers.codegen.autodiff import StraightLineCode
from optimizers.codegen.tape import Assignment

RANGES = ((2.0**-36, 2.0**-80), (2.0**-20, 2.0**-50))
"""How far near and far points lie: a share of the greater weight, plus a number."""

DIRECTIONS = ((1.0, 0.625), (-1.0, -0.625), (-1.0, 0.625), (1.0, -0.625))
"""Two pairs of opposite directions, on no line on which a typed formula is likely singular."""

NARROWED, GROWN, VANISHED = 0.9, 1.1, 1.5
"""A limit exists if the slopes around differ less near than far, down to that share, and do not
grow beyond that multiple; it is 0 if the way from far to near, so many times, leads there."""

RESOLUTION = 1e-9
"""Slopes closer than that, relative to their size, are the same."""

LONGEST_TERM = 60


def limit_code() -> tuple[Assignment, ...]:
    """Return the straight-line code of ``limit`` from ``g, low, high, far_low, far_high``.

    ``g`` is the component that is not finite, which stays where there is no limit; the others are
    the least and the greatest of that component at near and far points.
    """
    g, low, high, far_low, far_high = sp.symbols("g low high far_low far_high", real=True)
    middle, before, width = sp.symbols("middle before width", real=True)
    size = sp.Abs(middle, evaluate=False)
    with sp.evaluate(False):
        narrows = high - low <= NARROWED * width + RESOLUTION * size
        bounded = size <= GROWN * sp.Abs(before, evaluate=False) + width
        vanishes = size <= VANISHED * sp.Abs(middle - before, evaluate=False)
        limit = _choice(vanishes, sp.Integer(0), middle)
        return (
            ("middle", (low + high) / 2),
            ("before", (far_low + far_high) / 2),
            ("width", far_high - far_low),
            ("slope", _choice(narrows, _choice(bounded, limit, g), g)),
        )


def _choice(condition: sp.Basic, a: sp.Expr, b: sp.Expr) -> sp.Expr:
    return sp.Piecewise((a, condition), (b, True), evaluate=False)


def slopeless_cases(code: StraightLineCode) -> Iterator[tuple[str, str]]:
    """Yield conditions, valid in Python and JavaScript, and the term that then has no slope.

    A term has none where its own derivative is not finite, something multiplies it, and the
    gradient lacks a component that depends on it. The conditions are on ``g1``, ``g2`` and the
    names that ``code.slopes`` assigns.
    """
    for k, term in enumerate(code.singular):
        lacking = " + ".join(f"(g{w[1]} - g{w[1]})" for w in term.weights)
        text = term.text if len(term.text) <= LONGEST_TERM else f"{term.text[: LONGEST_TERM - 1]}…"
        yield f"(a{k} != 0) & (p{k} - p{k} != 0) & ({lacking} != 0)", text
