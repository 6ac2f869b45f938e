"""Symbolic differentiation: the gradient as a formula to read, as one would write it by hand.

Numbers come from reverse-mode differentiation (`codegen.autodiff`), whose code is always short. A
closed form can grow much longer than E, so its size is estimated before it is derived.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

import sympy as sp

from optimizers.codegen.printer import divisor
from optimizers.language.activations import sigmoid
from optimizers.language.functions import Max, Min
from optimizers.language.vocabulary import W1, W2, power, product, reciprocal, total

MOST_ESTIMATED_NODES = 600
"""Limit of the estimated size of a derivative, in nodes of its tree: above, it is not derived."""

MOST_NODES = 120
"""Limit of the actual size: longer formulas are not readable."""


def gradient_terms(expression: sp.Expr) -> tuple[sp.Expr, sp.Expr] | None:
    """Return dE/dw1 and dE/dw2 as unevaluated trees, or None where they would be too long.

    Parameters
    ----------
    expression : sympy.Expr
        An unevaluated tree over ``w1`` and ``w2`` in the functions of `vocabulary`.
    """
    if max(_estimate_size(expression, w)[1] for w in (W1, W2)) > MOST_ESTIMATED_NODES:
        return None
    try:
        terms = _derivative(expression, W1), _derivative(expression, W2)
    except OverflowError:  # an integer too large for a double, times a double
        return None
    longest = max(sum(1 for _ in sp.preorder_traversal(term)) for term in terms)
    return terms if longest <= MOST_NODES else None


def _estimate_size(term: sp.Basic, w: sp.Symbol) -> tuple[int, int, bool]:
    """Return the size of a term, a bound for that of its derivative, and if it depends on w."""
    if not term.args:
        return 1, 1, term == w
    parts = [_estimate_size(a, w) for a in term.args]
    size = 1 + sum(part[0] for part in parts)
    varying = [part for part in parts if part[2]]
    if term.is_Add:
        return size, 1 + sum(part[1] for part in varying), bool(varying)
    # Every other derivative repeats the term or its arguments a few times for each argument.
    return size, 1 + sum(part[1] + 2 * size + 8 for part in varying), bool(varying)


def _derivative(term: sp.Expr, w: sp.Symbol) -> sp.Expr:
    if w not in term.free_symbols:
        return sp.Integer(0)
    if term.is_Symbol:
        return sp.Integer(1)
    inner = [_derivative(a, w) for a in term.args]
    if term.is_Add:
        return _sum(inner)
    if isinstance(term, (Min, Max)):
        return _extreme(term, inner)
    return _sum(_product([*_partial(term, k), part]) for k, part in enumerate(inner) if part != 0)


def _partial(term: sp.Expr, k: int) -> list[sp.Expr]:
    """Return factors of the derivative of a term with respect to its argument k."""
    arguments = term.args
    if term.is_Mul:
        return [*arguments[:k], *arguments[k + 1 :]]
    if term.is_Pow:
        base, exponent = arguments
        if k == 1:
            return [term, sp.log(base, evaluate=False)]
        if exponent == sp.Rational(1, 2):
            return [reciprocal(sp.Integer(2)), reciprocal(term)]
        if exponent.is_Number:
            lower = exponent - 1
            return (
                [exponent] if lower == 0 else [exponent, base if lower == 1 else power(base, lower)]
            )
        return [exponent, power(base, total(exponent, product(sp.Integer(-1), sp.Integer(1))))]
    if isinstance(term, sp.sign):
        return [sp.Integer(0)]
    if isinstance(term, sigmoid):
        return [term, total(sp.Integer(1), product(sp.Integer(-1), term))]
    names, outer = _outer(term.func, len(arguments), k)
    with sp.evaluate(False):
        return [outer.xreplace(dict(zip(names, arguments, strict=True)))]


@lru_cache(maxsize=64)
def _outer(function: Hashable, count: int, k: int) -> tuple[list[sp.Symbol], sp.Expr]:
    """Return names for a function's arguments and its derivative with respect to the k-th."""
    names = [sp.Dummy(real=True) for _ in range(count)]
    return names, cast("Any", function)(*names).fdiff(k + 1)


def _extreme(term: sp.Expr, inner: Sequence[sp.Expr]) -> sp.Expr:
    """Return the derivative of a minimum or maximum: that of the argument that it is equal to."""
    *first, last = term.args
    if len(first) == 1:
        others, slope = first[0], inner[0]
    else:
        others = term.func(*first, evaluate=False)
        slope = _extreme(others, inner[:-1])
    if slope == inner[-1]:
        return slope
    compare = sp.Le if isinstance(term, Min) else sp.Ge
    is_other = compare(others, last, evaluate=False)
    return sp.Piecewise((slope, is_other), (inner[-1], True), evaluate=False)


def _sum(terms: Iterable[sp.Expr]) -> sp.Expr:
    terms = [term for term in terms if term != 0]
    if len(terms) < 2:
        return terms[0] if terms else sp.Integer(0)
    return total(*(part for term in terms for part in (term.args if term.is_Add else (term,))))


def _product(factors: Iterable[sp.Expr]) -> sp.Expr:
    """Return a product as number, weights and other factors, over the divisors."""
    number, rest = _number_and_rest(factors)
    if number == 0:
        return sp.Integer(0)
    above: list[sp.Expr] = []
    below: list[sp.Expr] = []
    weights: dict[sp.Expr, sp.Expr] = {}
    for factor in rest:
        under, base = divisor(factor), factor.args[0] if factor.is_Pow else factor
        raised = factor.args[1] if factor.is_Pow else sp.Integer(1)
        if under is not None:
            below.append(under)
        elif base.is_Symbol and raised.is_Integer:
            weights[base] = weights.get(base, sp.Integer(0)) + raised
        else:
            above.append(factor)
    above.sort(key=lambda factor: not factor.is_NumberSymbol)
    if isinstance(number, Fraction):
        size: sp.Expr = sp.Integer(abs(number.numerator))
        if number.denominator != 1:
            below.insert(0, sp.Integer(number.denominator))
    else:
        size = sp.Float(abs(number))
    found = [*(power(w, n) if n != 1 else w for w, n in sorted(weights.items(), key=str)), *above]
    if size != 1 or not found:
        found.insert(0, size)
    if below:
        found.append(reciprocal(below[0] if len(below) == 1 else product(*below)))
    if number < 0:
        found.insert(0, sp.Integer(-1))
    return product(*found) if len(found) > 1 else found[0]


def _number_and_rest(factors: Iterable[sp.Expr]) -> tuple[Fraction | float, list[sp.Expr]]:
    """Return the product of the numbers among the factors, and the other factors."""
    number: Fraction | float = Fraction(1)
    rest: list[sp.Expr] = []
    stack = list(factors)[::-1]
    while stack:
        factor = stack.pop()
        over = factor.is_Pow and factor.args[1] == -1 and factor.args[0].is_Number
        under = divisor(factor)
        if factor.is_Mul:
            stack.extend(factor.args[::-1])
        elif under is not None and under.is_Mul:
            stack.extend(reciprocal(part) for part in under.args[::-1])
        elif factor.is_Number or over:
            value = _exact(factor.args[0] if over else factor)
            if over and value == 0:
                rest.append(factor)
            else:
                number = number / value if over else number * value
        else:
            rest.append(factor)
    return number, rest


def _exact(number: sp.Number) -> Fraction | float:
    return Fraction(number.p, number.q) if number.is_Rational else float(number)
