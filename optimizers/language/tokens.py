"""A reader's text cut into the tokens of the grammar, with one plain sentence for each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lark import Token

from optimizers.errors import ExpressionError
from optimizers.language.suggestions import HINTS, equation, near
from optimizers.language.vocabulary import CONSTANTS, FUNCTIONS, VARIABLES

MOST_CHARACTERS = 1000
MOST_TOKENS = 600
MOST_DIGITS = 30
MOST_SHOWN = 40
"""How much of an unknown word a sentence repeats."""

# One character for one, so that positions stay those of the text as typed.
_SPELLINGS = str.maketrans("₀₁₂₃₄₅₆₇₈₉−–·×∙⋅÷", "0123456789--****/")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_TOKEN = re.compile(
    r"""(?P<NUMBER>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<WORD>[A-Za-z][A-Za-z0-9_]*|[π√])
      | (?P<SUPERSCRIPT>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
      | (?P<_RAISED>\*\*|\^)
      | (?P<_TIMES>\*)
      | (?P<OVER>/)
      | (?P<SIGN>[+-])
      | (?P<_OPEN>\()
      | (?P<_CLOSE>\))
      | (?P<_COMMA>,)
      | (?P<BAR>\|)
      | (?P<SPACE>[ \t\r\n\u00a0\u2009\u202f]+)
      | (?P<OTHER>.)""",
    re.VERBOSE | re.DOTALL,
)
_ALIASES = {"π": "pi", "√": "sqrt"}
_OPERAND_ENDS = frozenset({"NUMBER", "NAME", "SUPERSCRIPT", "_CLOSE", "_BAR_CLOSE"})


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text.

    Parameters
    ----------
    text : str
        What a reader typed.

    Returns
    -------
    list of lark.Token
        Each with ``start_pos`` and ``end_pos``, indices into the text.

    Raises
    ------
    ExpressionError
        If the text is empty or too long, or holds an unknown name or character, an unmatched
        bracket, or two numbers side by side.
    """
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            f"The formula is too long: use at most {MOST_CHARACTERS} characters.", MOST_CHARACTERS
        )
    if not text.strip():
        raise ExpressionError("Type an error function of w1 and w2, such as 3 w1^2 + 10 w2^2.")
    found = list(_words(_raw(text)))
    if len(found) > MOST_TOKENS:
        raise ExpressionError(
            f"The formula is too long: use at most {MOST_TOKENS} numbers, names and signs.",
            found[MOST_TOKENS].start_pos or 0,
        )
    return _with_roles(found)


def _raw(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text.translate(_SPELLINGS)):
        kind, value, start = match.lastgroup or "OTHER", match.group(), match.start()
        if kind == "SPACE":
            continue
        if kind == "OTHER":
            hint = equation(text, start) if value == "=" else HINTS.get(value)
            shown = value if value.isprintable() else f"U+{ord(value):04X}"
            raise ExpressionError(
                hint or f"Take out the character '{shown}' at position {start + 1}.", start
            )
        if kind == "NUMBER" and len(value) > MOST_DIGITS:
            raise ExpressionError(
                f"Shorten the number at position {start + 1} to {MOST_DIGITS} digits.", start
            )
        if kind == "SUPERSCRIPT":
            value = value.translate(_SUPERSCRIPTS)
        yield Token(kind, value, start_pos=start, end_pos=match.end())


def _words(raw: Iterator[Token]) -> Iterator[Token]:
    """Turn words into names and functions; ``xy`` is x times y, ``2pix`` is 2 pi x."""
    held = list(raw)
    for token, after in zip(held, [*held[1:], None], strict=True):
        if token.type != "WORD":
            yield token
            continue
        called = after is not None and after.type == "_OPEN"
        start = token.start_pos or 0
        for part in _parts(token, called, start):
            kind = "FUNCTION" if part in FUNCTIONS else "NAME"
            yield Token(kind, part, start_pos=start, end_pos=token.end_pos)


def _parts(word: str, called: bool, start: int) -> list[str]:
    """Split a word into known names; only the last may be a function, and must be called."""
    spelled = _ALIASES.get(word, word.replace("_", ""))
    for candidate in (spelled, spelled.lower()):
        parts = _split(candidate, called)
        if parts:
            return parts
    where = f"at position {start + 1}"
    if spelled.lower() in FUNCTIONS:
        raise ExpressionError(
            f"Put the argument of {spelled.lower()} {where} in brackets, "
            f"as in {spelled.lower()}(w1).",
            start,
        )
    close = near(spelled)
    advice = f"did you mean {close}?" if close else "the variables are w1 and w2."
    shown = spelled if len(spelled) <= MOST_SHOWN else f"{spelled[:MOST_SHOWN]}..."
    raise ExpressionError(f"'{shown}' {where} is not known: {advice}", start)


def _split(word: str, called: bool) -> list[str]:
    parts: list[str] = []
    while word:  # no name begins another, so the first that fits is the only one
        if word in FUNCTIONS:
            return [*parts, word] if called else []
        name = next((n for n in (*VARIABLES, *CONSTANTS) if word.startswith(n)), None)
        if name is None:
            return []
        parts.append(name)
        word = word.removeprefix(name)
    return parts


def _with_roles(words: Iterable[Token]) -> list[Token]:
    """Match brackets, tell an opening bar from a closing one, and refuse '2 3'."""
    found: list[Token] = []
    opened: list[Token] = []
    for token in words:
        before = found[-1].type if found else ""
        position = (token.start_pos or 0) + 1
        if token.type == "NUMBER" and before == "NUMBER":
            raise ExpressionError(
                f"Write * between the numbers at position {position}, or join them.", position - 1
            )
        if token.type == "BAR":
            closes = bool(opened) and opened[-1].type == "_BAR_OPEN" and before in _OPERAND_ENDS
            token = Token.new_borrow_pos("_BAR_CLOSE" if closes else "_BAR_OPEN", "|", token)
        if token.type in ("_OPEN", "_BAR_OPEN"):
            opened.append(token)
        elif token.type in ("_CLOSE", "_BAR_CLOSE"):
            if not opened or opened[-1].type != token.type.replace("CLOSE", "OPEN"):
                raise ExpressionError(
                    f"The '{token}' at position {position} closes nothing: "
                    "take it out, or open a bracket before it.",
                    position - 1,
                )
            opened.pop()
        found.append(token)
    if opened:
        start = opened[-1].start_pos or 0
        raise ExpressionError(
            f"Close the '{opened[-1]}' that opens at position {start + 1}.", start
        )
    return found
