"""Parser: a typed text to an unevaluated SymPy tree, by a grammar; no text is ever executed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import sympy as sp
from lark import Lark, Token, UnexpectedToken
from lark.lexer import Lexer

from optimizers.errors import ExpressionError
from optimizers.language.tokens import tokenize
from optimizers.language.tree_builder import Node, TreeBuilder


class _TokenStream(Lexer):
    """Lexer adapter: passes tokens from `tokenize` to lark."""

    def __init__(self, conf: object) -> None:
        """Accept lark's configuration, which is not needed: the text is tokenized already."""

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        """Yield the tokens."""
        yield from lexer_state


_GRAMMAR = Lark(
    Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8"),
    parser="lalr",
    lexer=_TokenStream,
    transformer=TreeBuilder(),
)


def parse(text: str, parameters: frozenset[str] = frozenset()) -> sp.Expr:
    """Parse a formula in w1 and w2 into its unevaluated tree.

    Parameters
    ----------
    text : str
        What a reader typed, read left to right with juxtaposition as multiplication.
    parameters : frozenset of str
        Names that are parameters, where the language has no other reading of them.

    Returns
    -------
    sympy.Expr
        The tree as written; constants stay as they were typed.

    Raises
    ------
    ExpressionError
        If the text is no formula, or too long, too deeply nested, or has too large a number.
    """
    try:
        node = cast("Node", _GRAMMAR.parse(tokenize(text, parameters)))
    except UnexpectedToken as error:
        raise _syntax_error(error.token, text) from None
    return node.expression


def _syntax_error(token: Token, text: str) -> ExpressionError:
    if token.type == "$END":
        return ExpressionError("The formula ends too early: complete it.", len(text))
    start = token.start_pos or 0
    return ExpressionError(
        f"Something is missing before the '{token}' at position {start + 1}.", start
    )
