"""An error function and its exact gradient as straight-line code, by reverse accumulation.

Griewank and Walther 2008, Evaluating derivatives, chapter 3.2: one sweep back through the lines of
E gives all derivatives in a small multiple of the lines of E. So nothing a reader types can grow
beyond that, which a closed-form derivative can.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial, reduce

import sympy as sp

from optimizers.language.numeric import constant
from optimizers.language.vocabulary import W1, W2, Max, Min, log1p, relu, sigmoid, softplus

MOST_NESTED = 8
"""How deep lines that are used once may be put into each other."""

LONGEST_PRODUCT = 4
"""Longer products go two by two: their gradient is then as long as they are, not its square."""

_CHOSEN = {Min: (sp.Le, sp.Gt), Max: (sp.Ge, sp.Lt)}
"""How the two arguments compare where the first, or the second, is the one chosen."""

Assignment = tuple[str, sp.Expr]
"""A name and the expression it stands for, in symbols of earlier names."""


@dataclass(frozen=True, slots=True)
class Program:
    """Straight-line code.

    Parameters
    ----------
    value : tuple of Assignment
        Lines that end in ``E``.
    value_and_gradient : tuple of Assignment
        Lines that end in ``E``, ``g1`` and ``g2``.
    """

    value: tuple[Assignment, ...]
    value_and_gradient: tuple[Assignment, ...]


def program(expression: sp.Expr) -> Program:
    """Return the straight-line code of E(w1, w2) and of its gradient.

    Parameters
    ----------
    expression : sympy.Expr
        An unevaluated tree over ``w1`` and ``w2`` in the words of `vocabulary`.
    """
    lines = _Lines()
    error = lines.name(expression)
    forward = lines.lines.copy()
    g1, g2 = _sweep_back(lines, error)
    return Program(
        _inlined(forward, {"E": error}),
        _inlined(lines.lines, {"E": error, "g1": g1, "g2": g2}),
    )


class _Lines:
    """Lines under construction; an expression met twice is computed once."""

    def __init__(self) -> None:
        self.lines: list[tuple[sp.Symbol, sp.Expr]] = []
        self.known: dict[sp.Basic, sp.Basic] = {}

    def name(self, expression: sp.Basic) -> sp.Basic:
        """Return the symbol or number that stands for an expression, adding lines as needed."""
        if expression not in self.known:
            self.known[expression] = self._named(expression)
        return self.known[expression]

    def _named(self, expression: sp.Basic) -> sp.Basic:
        if expression.is_Symbol or expression in (sp.true, sp.false):
            return expression
        if not expression.free_symbols:
            return _folded(constant(expression))
        if isinstance(expression, sp.Piecewise):
            pairs = [(self.name(a), self._condition(c)) for a, c in expression.args]
            return self._line(sp.Piecewise(*pairs, evaluate=False))
        arguments = [self.name(a) for a in expression.args]
        long_product = expression.is_Mul and len(arguments) > LONGEST_PRODUCT
        if long_product or isinstance(expression, (Min, Max)):
            return reduce(partial(self._pair, expression.func), arguments)
        if isinstance(expression, relu):
            return self.name(Max(0, *arguments, evaluate=False))
        return self._line(expression.func(*arguments, evaluate=False))

    def _pair(self, function: type[sp.Expr], a: sp.Expr, b: sp.Expr) -> sp.Basic:
        shallow = function(a, b, evaluate=False)
        return self._line(shallow) if shallow.free_symbols else _folded(constant(shallow))

    def _condition(self, condition: sp.Basic) -> sp.Basic:
        if condition in (sp.true, sp.false):
            return condition
        return condition.func(*map(self.name, condition.args), evaluate=False)

    def _line(self, shallow: sp.Expr) -> sp.Basic:
        if shallow not in self.known:
            symbol = sp.Symbol(f"x{len(self.lines)}", real=True)
            self.lines.append((symbol, shallow))
            self.known[shallow] = symbol
        return self.known[shallow]


def _folded(value: float) -> sp.Expr:
    if abs(value) == 0.5:  # kept as a fraction: the exponent of a square root
        return sp.Rational(value)
    whole = value.is_integer() and abs(value) < 2**53
    return sp.Integer(int(value)) if whole else sp.Float(value)


def _sweep_back(lines: _Lines, error: sp.Basic) -> tuple[sp.Basic, sp.Basic]:
    """Add the lines of the gradient of `error` and return what stands for g1 and g2."""
    contributions: dict[sp.Basic, list[sp.Expr]] = {error: [sp.Integer(1)]}
    for symbol, shallow in reversed(lines.lines.copy()):
        if symbol not in contributions:
            continue
        adjoint = lines.name(sp.Add(*contributions[symbol]))
        for k, argument in enumerate(shallow.args):
            if argument.free_symbols:
                term = _times(adjoint, shallow, k)
                contributions.setdefault(argument, []).append(term)
    g1, g2 = (lines.name(sp.Add(*contributions.get(w, []))) for w in (W1, W2))
    return g1, g2


def _times(adjoint: sp.Expr, shallow: sp.Expr, k: int) -> sp.Expr:
    """Return `adjoint` times the derivative of `shallow` with respect to its argument k."""
    arguments = shallow.args
    if shallow.is_Add:
        return adjoint
    if shallow.is_Mul:
        return sp.Mul(adjoint, *arguments[:k], *arguments[k + 1 :])
    if shallow.is_Pow:
        base, exponent = arguments
        partial = exponent * base ** (exponent - 1) if k == 0 else shallow * sp.log(base)
        return adjoint * partial
    if isinstance(shallow, (Min, Max)):
        kept = _CHOSEN[type(shallow)][k](*arguments, evaluate=False)
        return sp.Piecewise((adjoint, kept), (0, True), evaluate=False) if adjoint else adjoint
    if isinstance(shallow, sp.sign):
        return sp.Integer(0)
    return adjoint * shallow.fdiff(k + 1)


def _inlined(
    lines: list[tuple[sp.Symbol, sp.Expr]], results: dict[str, sp.Basic]
) -> tuple[Assignment, ...]:
    """Drop lines that no result needs and put those used once where they are used."""
    lines = [(symbol, _in_every_language(shallow)) for symbol, shallow in lines]
    uses: Counter[sp.Basic] = Counter(results.values())
    for symbol, shallow in reversed(lines):
        if uses[symbol]:
            uses.update(_mentions(shallow))
    kept: list[Assignment] = []
    inline: dict[sp.Basic, sp.Basic] = {}
    nesting: Counter[sp.Basic] = Counter()
    with sp.evaluate(False):
        for symbol, shallow in lines:
            full = shallow.xreplace(inline)
            nesting[symbol] = 1 + max(nesting[s] for s in shallow.free_symbols)
            if uses[symbol] == 1 and nesting[symbol] <= MOST_NESTED:
                inline[symbol] = full
            elif uses[symbol]:
                kept.append((symbol.name, full))
                nesting[symbol] = 0
        kept += [(name, inline.get(symbol, symbol)) for name, symbol in results.items()]
    return tuple(kept)


def _in_every_language(shallow: sp.Expr) -> sp.Expr:
    """Return sigmoid and softplus in functions that stay finite; differentiated before."""
    if isinstance(shallow, sigmoid):
        return 1 / (1 + sp.exp(-shallow.args[0]))
    if isinstance(shallow, softplus):
        (x,) = shallow.args
        return Max(x, 0, evaluate=False) + log1p(sp.exp(-sp.Abs(x, evaluate=False)))
    return shallow


def _mentions(shallow: sp.Expr) -> list[sp.Basic]:
    """Return every symbol of a line as often as its source will mention it."""
    found = [s for s in sp.preorder_traversal(shallow) if s.is_Symbol]
    # A small power of a symbol is printed as a product of it.
    return found * 2 if shallow.is_Pow and shallow.args[0] in found else found
