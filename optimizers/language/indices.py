"""Indices: ``x_1``, ``θ2``, ``w[0]`` and ``x(2)`` to w1 and w2, where all indices of a text agree.

A text counts from 0 where it uses an index 0, and from 1 otherwise. What could be read in two ways
is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from optimizers.language.lexemes import Lexeme
from optimizers.language.spelling import mistake

MOST_SHOWN = 40
INDEXED = ("INDEXED", "IN_BRACKETS", "IN_PARENTHESES")


def named_weights(lexemes: list[Lexeme], arguments: Iterable[Lexeme], typed: str) -> list[Lexeme]:
    """Return lexemes in which every indexed weight is w1 or w2.

    Parameters
    ----------
    lexemes : list of Lexeme
        The formula.
    arguments : iterable of Lexeme
        Those in front of it, as in ``f(x_0, x_1) =``, which say from where indices count.
    typed : str
        What a reader typed.

    Raises
    ------
    ExpressionError
        If the indices do not say which weight is meant.
    """
    indexed = [lexeme for lexeme in lexemes if lexeme.kind in INDEXED]
    if not indexed:
        return lexemes
    listed = [a for a in arguments if a.kind in INDEXED]
    _check_products(indexed, typed)
    _check_names(lexemes, indexed, typed)
    used = {lexeme.index for lexeme in (*indexed, *listed)}
    _check_indices(indexed, used, typed)
    first = 0 if 0 in used else 1
    return [
        lexeme.become("NAME", f"w{lexeme.index - first + 1}") if lexeme.kind in INDEXED else lexeme
        for lexeme in lexemes
    ]


def _check_names(lexemes: list[Lexeme], indexed: list[Lexeme], typed: str) -> None:
    """Refuse a text in which weights are written in two ways that may not mean the same."""
    habit = {(lexeme.kind, lexeme.text) for lexeme in indexed}
    if habit == {("INDEXED", "w")} and all(lexeme.index for lexeme in indexed):
        return
    plain = [x for x in lexemes if x.kind == "NAME" and x.text in ("x", "y")]
    others = plain + [x for x in indexed if (x.kind, x.text) != (indexed[0].kind, indexed[0].text)]
    if others:
        other = min(others, key=lambda lexeme: lexeme.start)
        raise mistake(
            typed,
            f"Write the weights in one way, as w1 and w2: '{_shown(indexed[0], typed)}' and "
            f"'{_shown(other, typed)}' at position {{position}} are mixed.",
            other.start,
        )


def _check_products(indexed: list[Lexeme], typed: str) -> None:
    """Refuse ``x(3)``, which can only be a product, but looks like an index."""
    for lexeme in indexed:
        if lexeme.kind == "IN_PARENTHESES" and lexeme.index > 2:
            instead = f"{lexeme.text}*{lexeme.index}"
            raise mistake(
                typed,
                f"'{_shown(lexeme, typed)}' at position {{position}} reads as an index: "
                f"write {instead} for a product.",
                lexeme.start,
                lexeme.end,
                instead,
            )


def _check_indices(indexed: list[Lexeme], used: set[int], typed: str) -> None:
    beyond = next((x for x in indexed if x.index > (1 if 0 in used else 2)), None)
    if beyond is not None:
        raise mistake(
            typed,
            f"'{_shown(beyond, typed)}' at position {{position}} is not known: "
            "E has two weights, w1 and w2.",
            beyond.start,
        )
    if used == {1} and indexed[0].kind == "IN_BRACKETS":
        raise mistake(
            typed,
            f"'{_shown(indexed[0], typed)}' at position {{position}} is the first weight or, "
            "counted from 0, the second: write w1 or w2.",
            indexed[0].start,
        )


def _shown(lexeme: Lexeme, typed: str) -> str:
    if lexeme.kind == "INDEXED":
        return f"{lexeme.text}{lexeme.index}"[:MOST_SHOWN]
    return typed[lexeme.start : lexeme.end] if lexeme.kind in INDEXED else lexeme.text
