"""A reader's text to an unevaluated SymPy tree, by a grammar: no text is ever executed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import sympy as sp
from lark import Lark, Token, Transformer, UnexpectedToken
from lark.lexer import Lexer

from optimizers.errors import ExpressionError
from optimizers.language.numeric import apply, constant
from optimizers.language.tokens import tokens
from optimizers.language.vocabulary import (
    CONSTANTS,
    FUNCTIONS,
    VARIABLES,
    power,
    product,
    reciprocal,
    total,
)

MOST_NESTED = 32
LARGEST_CONSTANT = 1e100
LARGEST_EXPONENT = 100


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the formula that has been read.

    Parameters
    ----------
    expression : sympy.Expr
        The unevaluated tree.
    start : int
        Where it begins in the text.
    value : float or None
        Its number, where it has no variable.
    depth : int
        How deep it nests.
    """

    expression: sp.Expr
    start: int
    value: float | None = None
    depth: int = 1


class Builder(Transformer[Token, Node]):
    """Builds the tree from the leaves up, and stops at the first thing that is too much."""

    def number(self, children: list[Token]) -> Node:
        """Read a number literal, whole where it is written so."""
        return _number(children[0])

    def name(self, children: list[Token]) -> Node:
        """Read a variable or a constant."""
        (token,) = children
        start = token.start_pos or 0
        if token in VARIABLES:
            return Node(VARIABLES[token], start)
        expression = CONSTANTS[token]
        return Node(expression, start, constant(expression))

    def sum(self, children: list[Any]) -> Node:
        """Read a chain of additions and subtractions."""
        terms = [children[0]]
        for sign, term in zip(children[1::2], children[2::2], strict=True):
            terms.append(_negative(term, sign) if sign == "-" else term)
        return _join(total, terms)

    def product(self, children: list[Any]) -> Node:
        """Read a chain of multiplications and divisions, left to right."""
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
        """Read a sign before a factor."""
        sign, node = children
        return _negative(node, sign) if sign == "-" else node

    def power(self, children: list[Node]) -> Node:
        """Read base ^ exponent."""
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
        """Read a power written with raised digits."""
        base, token = children
        digits = Token.new_borrow_pos("NUMBER", token.lstrip("-"), token)
        exponent = _number(digits)
        return self.power([base, _negative(exponent, token) if token != digits else exponent])

    def absolute(self, children: list[Node]) -> Node:
        """Read a value between bars."""
        return _join(FUNCTIONS["abs"].build, children)

    def call(self, children: list[Any]) -> Node:
        """Read a function with its arguments."""
        name, *arguments = children
        word = FUNCTIONS[name]
        if not word.takes(len(arguments)):
            raise ExpressionError(
                f"Give {name} at position {name.start_pos + 1} {word.arguments}.", name.start_pos
            )
        return self.power(arguments) if name == "pow" else _join(word.build, arguments)


def _number(token: Token) -> Node:
    start = token.start_pos or 0
    value = _bounded(float(token), start)
    whole = token.isdigit() and value < 2**53
    return Node(sp.Integer(int(token)) if whole else sp.Float(value), start, value)


def _negative(node: Node, sign: Token) -> Node:
    start = sign.start_pos or 0
    return _join(product, [Node(sp.Integer(-1), start, -1.0), node])


def _join(build: Callable[..., sp.Expr], parts: list[Node]) -> Node:
    """Build one node over its parts, within the bounds."""
    start = parts[0].start
    depth = 1 + max(part.depth for part in parts)
    if depth > MOST_NESTED:
        raise ExpressionError(
            f"The part at position {start + 1} is nested too deeply: simplify it.", start
        )
    expression = build(*(part.expression for part in parts))
    known = {part.expression: part.value for part in parts}
    if None in known.values():
        return Node(expression, start, None, depth)
    values = [known.get(a) or constant(a) for a in expression.args]
    value = apply(expression, values)
    if math.isinf(value) and values[0] == 0:
        why = "nothing can be divided by it" if expression.is_Pow else "it has no logarithm"
        raise ExpressionError(
            f"The constant at position {start + 1} is 0, and {why}: correct it.", start
        )
    return Node(expression, start, _bounded(value, start), depth)


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


class _Handed(Lexer):
    """Hands the grammar tokens that are cut already."""

    def __init__(self, conf: object) -> None:
        """Ignore what the library offers: the tokens come with the call."""

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        """Yield the tokens."""
        yield from lexer_state


_GRAMMAR = Lark(
    Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8"),
    parser="lalr",
    lexer=_Handed,
    transformer=Builder(),
)


def parse(text: str) -> sp.Expr:
    """Return the unevaluated tree of a formula in w1 and w2.

    Parameters
    ----------
    text : str
        What a reader typed, read left to right with juxtaposition as multiplication.

    Returns
    -------
    sympy.Expr
        The tree as written; constants stay as they were typed.

    Raises
    ------
    ExpressionError
        If the text is no formula, or is too long, too deep or has too large a number.
    """
    try:
        node = cast("Node", _GRAMMAR.parse(tokens(text)))
    except UnexpectedToken as error:
        raise _misplaced(error.token, text) from None
    return node.expression


def _misplaced(token: Token, text: str) -> ExpressionError:
    if token.type == "$END":
        return ExpressionError("The formula ends too early: complete it.", len(text))
    start = token.start_pos or 0
    if token.type == "_COMMA":
        return ExpressionError(
            f"The comma at position {start + 1} is out of place: write decimals with a point.",
            start,
        )
    return ExpressionError(
        f"Something is missing before the '{token}' at position {start + 1}.", start
    )
