"""Canonical texts: the shortest spelling of a typed formula that parses to the same tree."""

from __future__ import annotations

from functools import lru_cache

import sympy as sp

from optimizers.codegen.printer import CALCULATOR, print_code
from optimizers.errors import ExpressionError
from optimizers.language.parser import parse


@lru_cache(maxsize=64)
def canonical(text: str, parameters: frozenset[str] = frozenset()) -> tuple[str, sp.Expr]:
    """Return the canonical text and the tree of a typed text; see `parser.parse`."""
    expression = parse(text, parameters)
    found, printed = "", _print(expression)
    try:
        while printed != found:  # a fixed point after two passes, or three with "- -"
            found, printed = printed, _print(parse(printed, parameters))
    except ExpressionError:
        message = "The formula is too long once every * is written out: shorten it."
        raise ExpressionError(message, len(text)) from None
    return found, expression


def _print(expression: sp.Expr) -> str:
    return print_code(expression, CALCULATOR).replace(" ", "")
