"""Lexemes: a text cut into numbers, words and signs, each with its place in the typed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from optimizers.language.spelling import Spelling

MOST_DIGITS = 30

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_LETTERS = "A-Za-z\u0391-\u03a1\u03a3-\u03a9α-ορ-ω"
_LEXEME = re.compile(
    rf"""(?P<PARTED>[0-9]+(?:_[0-9]+)+)
      | (?P<SPACED>(?:[0-9]+\.?[0-9]*|\.[0-9]+)[ \u00a0]+[eE][+-]?[0-9]+)
      | (?P<NUMBER>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<PREFIX>(?:np|jnp|numpy|math|torch|tf|Math|special|nn|F)\.
                   (?:(?:nn|functional|special|linalg|math)\.)*(?=[A-Za-z]))
      | (?P<WORD>[{_LETTERS}][{_LETTERS}0-9_]*|[π√∛])
      | (?P<SUPERSCRIPT>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
      | (?P<_RAISED>\.?(?:\*\*|\^))
      | (?P<_TIMES>\.?\*)
      | (?P<OVER>\.?/(?![/*]))
      | (?P<SIGN>[+-])
      | (?P<_OPEN>\()
      | (?P<_CLOSE>\))
      | (?P<_COMMA>,)
      | (?P<BAR>\|)
      | (?P<SPACE>[ \t\r\n\u00a0\u2009\u202f]+)
      | (?P<OTHER>:=|[=<>!]=|//|&&|.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A number, word or sign.

    Parameters
    ----------
    kind : str
        Its terminal in the grammar, or ``WORD``, ``OTHER``, ``INDEXED`` and others until read.
    text : str
        How the grammar reads it.
    start, end : int
        Its part of the typed text.
    spaced : bool
        Whether a space stands before it.
    index : int
        For ``INDEXED``, the index of a weight as it was written.
    """

    kind: str
    text: str
    start: int
    end: int
    spaced: bool = False
    index: int = 0

    def become(self, kind: str, text: str, index: int = 0) -> Lexeme:
        """Return another lexeme in this place."""
        return replace(self, kind=kind, text=text, index=index)


def lexemes_of(spelling: Spelling) -> Iterator[Lexeme]:
    """Yield the lexemes of a text, words unsplit.

    Raises
    ------
    ExpressionError
        If a number is written in a way that would be read as something else.
    """
    spaced = False
    for match in _LEXEME.finditer(spelling.text):
        kind, value = match.lastgroup or "OTHER", match.group()
        if kind == "SPACE":
            spaced = True
            continue
        start, end = spelling.typed_span(*match.span())
        if kind in ("PARTED", "SPACED"):
            joined = re.sub(r"[_\s]", "", value)
            raise spelling.mistake(
                f"Write the number at position {{position}} in one piece, as {joined}.",
                *match.span(),
                joined,
            )
        if kind == "NUMBER":
            _check_number(spelling, match)
        if kind == "SUPERSCRIPT":
            value = value.translate(_SUPERSCRIPTS)
        yield Lexeme(kind, value, start, end, spaced)
        spaced = False


def _check_number(spelling: Spelling, match: re.Match[str]) -> None:
    value = match.group()
    if len(value) > MOST_DIGITS:
        raise spelling.mistake(
            f"Shorten the number at position {{position}} to {MOST_DIGITS} digits.", *match.span()
        )
    mantissa = re.split("[eE]", value)[0]
    if float(value) == 0 and mantissa.strip("0."):
        raise spelling.mistake(
            "The number at position {position} is too small to be told from 0: use a larger one.",
            *match.span(),
        )
