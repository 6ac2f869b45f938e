"""Near names: words that are a known name with one typing slip, or a call without its brackets."""

from __future__ import annotations

import re
from functools import cache

from optimizers.language.vocabulary import CONSTANTS, FUNCTIONS, VARIABLES

LONGEST = 40
"""Longer words are not compared."""


def joined_calls(word: str) -> list[str]:
    """Return how a word such as ``sinx`` can be read: names, a function and its argument."""
    operand = re.compile(r"(?:[0-9]*)(?:w[12]|x|y|pi|e)*")
    before = re.compile(r"(?:w[12]|x|y|pi|e)*")
    return [
        f"{word[:start]}{name}({word[start + len(name) :]})"
        for name, spec in FUNCTIONS.items()
        if spec.arity == 1 and len(name) > 1
        for start in [word.find(name)]
        if start >= 0
        and before.fullmatch(word[:start])
        and word[start + len(name) :]
        and operand.fullmatch(word[start + len(name) :])
    ]


def one_slip_away(word: str, called: bool) -> str | None:
    """Return the only known name that is one typing slip away, if there is just one."""
    if len(word) < 3 or len(word) > LONGEST:
        return None
    near = {name for name in _slips(word) if name in (FUNCTIONS if called else _names())}
    return near.pop() if len(near) == 1 else None


@cache
def _names() -> frozenset[str]:
    return frozenset({*FUNCTIONS, *VARIABLES, *CONSTANTS})


def _slips(word: str) -> set[str]:
    """Return what a word is with one character left out, put in, exchanged or swapped."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    cuts = [(word[:k], word[k:]) for k in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + c + b[1:] for a, b in cuts if b for c in letters),
        *(a + c + b for a, b in cuts for c in letters),
    }
