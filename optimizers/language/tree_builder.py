"""Tree builder: from the leaves of the parse up to an unevaluated SymPy tree, within limits."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy as sp
from lark import Token, Transformer

from optimizers.errors import ExpressionError
from optimizers.language.functions import (
    atanh,
    cot,
    coth,
    csc,
    csch,
    log1p,
    log2,
    log10,
    sec,
)
from optimizers.language.numeric import evaluate_constant, evaluate_node
from optimizers.language.vocabulary import (
    CONSTANTS,
    FUNCTIONS,
    VARIABLES,
    parameter,
    power,
    product,
    reciprocal,
    total,
)

MOST_NESTED = 32
LARGEST_CONSTANT = 1e100
LARGEST_EXPONENT = 100


_LOGARITHMS = (sp.log, log2, log10)
_WITH_POLES = (sp.tan, log1p, atanh, sec, csc, cot, csch, coth)
"""Functions that are infinite at a pole, where the others overflow."""


@dataclass(frozen=True, slots=True)
class Node:
    """A parsed part of the formula.

    Parameters
    ----------
    expression : sympy.Expr
        The unevaluated tree.
    start : int
        Index of its first character in the text.
    value : float or None
        Its value, if it contains no variable and no parameter.
    depth : int
        Its nesting depth.
    """

    expression: sp.Expr
    start: int
    value: float | None = None
    depth: int = 1


class TreeBuilder(Transformer[Token, Node]):
    """Build the tree bottom-up; the first part beyond a limit raises ExpressionError."""

    def number(self, children: list[Token]) -> Node:
        """Build a number, an integer where it is written as one."""
        return _number(children[0])

    def name(self, children: list[Token]) -> Node:
        """Build a variable, a constant or a parameter."""
        (token,) = children
        start = token.start_pos or 0
        if token in VARIABLES:
            return Node(VARIABLES[token], start)
        if token not in CONSTANTS:
            return Node(parameter(str(token)), start)
        expression = CONSTANTS[token]
        return Node(expression, start, evaluate_constant(expression))

    def sum(self, children: list[Any]) -> Node:
        """Build a chain of additions and subtractions."""
        terms = [children[0]]
        for sign, term in zip(children[1::2], children[2::2], strict=True):
            terms.append(_negative(term, sign) if sign == "-" else term)
        return _join(total, terms)

    def product(self, children: list[Any]) -> Node:
        """Build a chain of multiplications and divisions, left to right."""
        factors: list[Node] = []
        over = False
        for child in children:
            if isinstance(child, Token):
                over = True
            else:
                factors.append(_join(reciprocal, [child]) if over else child)
                over = False
        return _join(product, factors)

    def signed(self, children: list[Any]) -> Node:
        """Build a factor with a sign."""
        sign, node = children
        return _negative(node, sign) if sign == "-" else node

    def power(self, children: list[Node]) -> Node:
        """Build base ^ exponent."""
        base, exponent = children
        if exponent.value is None and base.value is not None and base.value <= 0:
            raise ExpressionError(
                "Use a base above 0 with an exponent that varies; "
                f"the one at position {base.start + 1} is not.",
                base.start,
            )
        if exponent.value is not None and abs(exponent.value) > LARGEST_EXPONENT:
            raise ExpressionError(
                f"Use exponents from -{LARGEST_EXPONENT} to {LARGEST_EXPONENT}; "
                f"the one at position {exponent.start + 1} is beyond.",
                exponent.start,
            )
        return _join(power, children)

    def superscript(self, children: list[Any]) -> Node:
        """Build a power written with superscript digits."""
        base, token = children
        digits = Token.new_borrow_pos("NUMBER", token.lstrip("-"), token)
        exponent = _number(digits)
        return self.power([base, _negative(exponent, token) if token != digits else exponent])

    def absolute(self, children: list[Node]) -> Node:
        """Build an absolute value written with bars."""
        return _join(FUNCTIONS["abs"].build, children)

    def call(self, children: list[Any]) -> Node:
        """Build a function call."""
        name, *arguments = children
        spec = FUNCTIONS[name]  # `brackets` has counted the arguments
        return self.power(arguments) if name == "pow" else _join(spec.build, arguments)


def _number(token: Token) -> Node:
    start = token.start_pos or 0
    value = _bounded(float(token), start)
    whole = token.isdigit() and value < 2**53
    return Node(sp.Integer(int(token)) if whole else sp.Float(value), start, value)


def _negative(node: Node, sign: Token) -> Node:
    start = sign.start_pos or 0
    return _join(product, [Node(sp.Integer(-1), start, -1.0), node])


def _join(build: Callable[..., sp.Expr], parts: list[Node]) -> Node:
    """Build a node from its parts, fold it if it is constant, and check the limits."""
    start = parts[0].start
    depth = 1 + max(part.depth for part in parts)
    if depth > MOST_NESTED:
        raise ExpressionError(
            f"The part at position {start + 1} is nested too deeply: simplify it.", start
        )
    expression = build(*(part.expression for part in parts))
    known = {part.expression: part.value for part in parts}
    if None in known.values():
        if expression.is_Mul:
            numbers = [part.value for part in parts if part.value is not None]
            _check_underflow(math.prod(numbers), 0 not in numbers, start)
        return Node(expression, start, None, depth)
    values = [known.get(a) or evaluate_constant(a) for a in expression.args]
    value = evaluate_node(expression, values)
    _check_underflow(value, _is_never_zero(expression, values), start)
    if math.isinf(value) and values[0] == 0 and isinstance(expression, (sp.Pow, *_LOGARITHMS)):
        why = "nothing can be divided by it" if expression.is_Pow else "it has no logarithm"
        raise ExpressionError(
            f"The constant at position {start + 1} is 0, and {why}: correct it.", start
        )
    if math.isinf(value) and isinstance(expression, _WITH_POLES):
        value = math.nan
    return Node(expression, start, _bounded(value, start), depth)


def _is_never_zero(expression: sp.Expr, values: list[float]) -> bool:
    """Return whether a constant that rounds to 0 is not 0."""
    if expression.is_Mul:
        return 0 not in values
    return isinstance(expression, sp.exp) or bool(expression.is_Pow and values[0] != 0)


def _check_underflow(value: float, is_never_zero: bool, start: int) -> None:
    if value == 0 and is_never_zero:
        raise ExpressionError(
            f"The constant at position {start + 1} is too small to be told from 0: "
            "use a larger one.",
            start,
        )


def _bounded(value: float, start: int) -> float:
    if math.isnan(value):
        raise ExpressionError(
            f"The constant at position {start + 1} has no value: correct it.", start
        )
    if abs(value) > LARGEST_CONSTANT:
        raise ExpressionError(
            f"The constant at position {start + 1} is beyond {LARGEST_CONSTANT:g}: "
            "use a smaller one.",
            start,
        )
    return value
