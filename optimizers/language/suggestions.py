"""Suggestions for error messages: "did you mean", and hints for programming and equation syntax."""

from __future__ import annotations

import difflib
import re

from optimizers.language.vocabulary import CONSTANTS, FUNCTIONS, VARIABLES

CHARACTER_HINTS = {
    "[": "Use round brackets ( ) instead of [ ].",
    "]": "Use round brackets ( ) instead of [ ].",
    "{": "Use round brackets ( ) instead of { }.",
    "}": "Use round brackets ( ) instead of { }.",
    "!": "Factorials are not part of an error function: leave out the '!'.",
    ";": "Leave out the ';': an error function is a single formula.",
}
"""Advice for characters that no formula contains."""

_KEYWORDS = frozenset({"inf", "infinity", "nan", "and", "or", "not", "if", "else", "true", "false"})
"""Words of programming languages: no typing errors, however close to a function they are."""

_NAMED = re.compile(r"([A-Za-z]\w*)\s*(?:\([^()]*\))?")
_NUMBER = re.compile(r"-?[0-9.]+")


def equals_sign_hint(text: str, position: int) -> str:
    """Return advice for the equals sign in ``y = ...``, ``... = 0`` or an equation of two sides.

    Parameters
    ----------
    text : str
        What a reader typed.
    position : int
        Index of the equals sign in it.
    """
    before, after = text[:position].strip(), text[position:].strip("= ")
    named = _NAMED.fullmatch(before)
    word = named[1] if named and named[1] not in FUNCTIONS else ""
    if _NUMBER.fullmatch(after) and (not word or word in VARIABLES):
        leave = "what stands after it"
    elif word or not before:
        leave = "what stands before it"
    else:
        leave = "one of its sides"
    return f"Leave out the equals sign and {leave}: type only the formula."


def closest_name(word: str) -> str | None:
    """Return the known name to suggest for an unknown word ("did you mean"), if there is one."""
    if re.fullmatch("[A-Za-z][12]", word):
        return f"w{word[1]}"
    if word.lower() in _KEYWORDS:
        return None
    prefixes = [f for f in FUNCTIONS if len(f) > 1 and word.startswith(f)]
    known = [*FUNCTIONS, *(VARIABLES | CONSTANTS)]
    close = prefixes or difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return close[-1] if close else None
