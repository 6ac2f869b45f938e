"""Tape of a tree: one line for each node, and its lines as straight-line code."""

from __future__ import annotations

from collections import Counter
from functools import partial, reduce

import sympy as sp

from optimizers.language.activations import relu
from optimizers.language.functions import Lowered, Max, Min
from optimizers.language.numeric import evaluate_constant
from optimizers.language.vocabulary import W1, W2

MOST_NESTED = 8
"""Depth to which lines that are used once are inlined into each other."""

LONGEST_PRODUCT = 4
"""Longer products are split into pairs: their gradient is then linear in their length."""

Assignment = tuple[str, sp.Expr]
"""A name and its expression, in symbols of earlier names."""


class Tape:
    """Wengert list: one line for each node of the tree; a common subexpression has one line."""

    def __init__(self) -> None:
        self.lines: list[tuple[sp.Symbol, sp.Expr]] = []
        self.recorded: dict[sp.Basic, sp.Basic] = {}
        self.varying: set[sp.Basic] = {W1, W2}

    def record(self, expression: sp.Basic) -> sp.Basic:
        """Return the symbol or number that stands for an expression, adding lines as needed."""
        if expression not in self.recorded:
            self.recorded[expression] = self._record_new(expression)
        return self.recorded[expression]

    def varies(self, recorded: sp.Basic) -> bool:
        """Return whether a line depends on a weight: a number and a parameter do not."""
        return recorded in self.varying

    def _record_new(self, expression: sp.Basic) -> sp.Basic:
        if expression.is_Symbol or expression in (sp.true, sp.false):
            return expression
        if not expression.free_symbols:
            return _constant_node(evaluate_constant(expression))
        if isinstance(expression, sp.Piecewise):
            pairs = [(self.record(a), self._condition(c)) for a, c in expression.args]
            return self._line(sp.Piecewise(*pairs, evaluate=False))
        arguments = [self.record(a) for a in expression.args]
        long_product = expression.is_Mul and len(arguments) > LONGEST_PRODUCT
        if long_product or isinstance(expression, (Min, Max)):
            return reduce(partial(self._pair, expression.func), arguments)
        if isinstance(expression, relu):
            return self.record(expression.func(*arguments, evaluate=False).in_primitives())
        return self._line(expression.func(*arguments, evaluate=False))

    def _pair(self, function: type[sp.Expr], a: sp.Expr, b: sp.Expr) -> sp.Basic:
        shallow = function(a, b, evaluate=False)
        return (
            self._line(shallow)
            if shallow.free_symbols
            else _constant_node(evaluate_constant(shallow))
        )

    def _condition(self, condition: sp.Basic) -> sp.Basic:
        if condition in (sp.true, sp.false):
            return condition
        return condition.func(*map(self.record, condition.args), evaluate=False)

    def _line(self, shallow: sp.Expr) -> sp.Basic:
        if shallow not in self.recorded:
            symbol = sp.Symbol(f"x{len(self.lines)}", real=True)
            self.lines.append((symbol, shallow))
            self.recorded[shallow] = symbol
            if not self.varying.isdisjoint(shallow.free_symbols):
                self.varying.add(symbol)
        return self.recorded[shallow]


def _constant_node(value: float) -> sp.Expr:
    if abs(value) == 0.5:  # a fraction, as the exponent of a square root
        return sp.Rational(value)
    whole = value.is_integer() and abs(value) < 2**53
    return sp.Integer(int(value)) if whole else sp.Float(value)


def inline_single_uses(
    lines: list[tuple[sp.Symbol, sp.Expr]], results: dict[str, sp.Basic]
) -> tuple[Assignment, ...]:
    """Remove dead lines and inline those that are used once."""
    lines = [(symbol, _lowered(shallow)) for symbol, shallow in lines]
    uses: Counter[sp.Basic] = Counter(results.values())
    for symbol, shallow in reversed(lines):
        if uses[symbol]:
            uses.update(_printed_symbols(shallow))
    assignments: list[Assignment] = []
    inline: dict[sp.Basic, sp.Basic] = {}
    nesting: Counter[sp.Basic] = Counter()
    with sp.evaluate(False):
        for symbol, shallow in lines:
            full = shallow.xreplace(inline)
            nesting[symbol] = 1 + max(nesting[s] for s in shallow.free_symbols)
            if uses[symbol] == 1 and nesting[symbol] <= MOST_NESTED:
                inline[symbol] = full
            elif uses[symbol]:
                assignments.append((symbol.name, full))
                nesting[symbol] = 0
        assignments += [(name, inline.get(symbol, symbol)) for name, symbol in results.items()]
    return tuple(assignments)


def _lowered(shallow: sp.Expr) -> sp.Expr:
    """Return a line, once differentiated, in functions that every target language has."""
    return shallow.in_primitives() if isinstance(shallow, Lowered) else shallow


def _printed_symbols(shallow: sp.Expr) -> list[sp.Basic]:
    """Return the symbols of a line, each as often as it occurs in the printed code."""
    found = [s for s in sp.preorder_traversal(shallow) if s.is_Symbol]
    # A small power of a symbol is printed as a product, with the symbol at least twice.
    return found * 2 if shallow.is_Pow and shallow.args[0] in found else found
