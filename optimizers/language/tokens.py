"""Tokenizer: a typed text to the tokens of the grammar; each mistake is one plain sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lark import Token

from optimizers.errors import ExpressionError
from optimizers.language.suggestions import CHARACTER_HINTS, closest_name, equals_sign_hint
from optimizers.language.vocabulary import CONSTANTS, FUNCTIONS, VARIABLES

MOST_CHARACTERS = 1000
MOST_TOKENS = 600
MOST_DIGITS = 30
MOST_SHOWN = 40
"""Length to which an unknown word is cut in a message."""

# Each is replaced by a single character, so that positions remain those of the typed text.
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


def tokenize(text: str) -> list[Token]:
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
    split = list(_split_words(list(_scan(text))))
    if len(split) > MOST_TOKENS:
        raise ExpressionError(
            f"The formula is too long: use at most {MOST_TOKENS} numbers, names and signs.",
            split[MOST_TOKENS].start_pos or 0,
        )
    return _match_brackets(split)


def _scan(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text.translate(_SPELLINGS)):
        kind, value, start = match.lastgroup or "OTHER", match.group(), match.start()
        if kind == "SPACE":
            continue
        if kind == "OTHER":
            hint = equals_sign_hint(text, start) if value == "=" else CHARACTER_HINTS.get(value)
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


def _split_words(scanned: list[Token]) -> Iterator[Token]:
    """Split words into names and functions; ``xy`` is x times y, ``2pix`` is 2 pi x."""
    for token, after in zip(scanned, [*scanned[1:], None], strict=True):
        if token.type != "WORD":
            yield token
            continue
        called = after is not None and after.type == "_OPEN"
        start = token.start_pos or 0
        for part in _known_names(token, called, start):
            kind = "FUNCTION" if part in FUNCTIONS else "NAME"
            yield Token(kind, part, start_pos=start, end_pos=token.end_pos)


def _known_names(word: str, called: bool, start: int) -> list[str]:
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
    suggestion = closest_name(spelled)
    advice = f"did you mean {suggestion}?" if suggestion else "the variables are w1 and w2."
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


def _match_brackets(words: Iterable[Token]) -> list[Token]:
    """Match brackets, distinguish opening from closing bars, and reject '2 3'."""
    matched: list[Token] = []
    opened: list[Token] = []
    for token in words:
        before = matched[-1].type if matched else ""
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
        matched.append(token)
    if opened:
        start = opened[-1].start_pos or 0
        raise ExpressionError(
            f"Close the '{opened[-1]}' that opens at position {start + 1}.", start
        )
    return matched
