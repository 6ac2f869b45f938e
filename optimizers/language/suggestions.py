"""What to do about a text that is no formula: the habits of programs and of equations."""

from __future__ import annotations

import difflib
import re

from optimizers.language.vocabulary import CONSTANTS, FUNCTIONS, VARIABLES

HINTS = {
    "[": "Use round brackets ( ) instead of [ ].",
    "]": "Use round brackets ( ) instead of [ ].",
    "{": "Use round brackets ( ) instead of { }.",
    "}": "Use round brackets ( ) instead of { }.",
    "!": "Factorials are not part of an error function: leave out the '!'.",
    ";": "Leave out the ';': an error function is a single formula.",
}
"""For a character that no formula has, what to do instead."""

_MEANT = frozenset({"inf", "infinity", "nan", "and", "or", "not", "if", "else", "true", "false"})
"""Words of programs, which are no slip of the keys, however close to a function they are."""

_NAMED = re.compile(r"([A-Za-z]\w*)\s*(?:\([^()]*\))?")
_NUMBER = re.compile(r"-?[0-9.]+")


def equation(text: str, sign: int) -> str:
    """Return what to do about the equals sign of ``y = ...``, ``... = 0`` or an equation proper.

    Parameters
    ----------
    text : str
        What a reader typed.
    sign : int
        Where the sign stands in it.
    """
    before, after = text[:sign].strip(), text[sign:].strip("= ")
    named = _NAMED.fullmatch(before)
    word = named[1] if named and named[1] not in FUNCTIONS else ""
    if _NUMBER.fullmatch(after) and (not word or word in VARIABLES):
        leave = "what stands after it"
    elif word or not before:
        leave = "what stands before it"
    else:
        leave = "one of its sides"
    return f"Leave out the equals sign and {leave}: type only the formula."


def near(word: str) -> str | None:
    """Return the known word that a reader may have meant by another, if there is one."""
    if re.fullmatch("[A-Za-z][12]", word):
        return f"w{word[1]}"
    if word.lower() in _MEANT:
        return None
    begun = [f for f in FUNCTIONS if len(f) > 1 and word.startswith(f)]
    known = [*FUNCTIONS, *(VARIABLES | CONSTANTS)]
    close = begun or difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return close[-1] if close else None
