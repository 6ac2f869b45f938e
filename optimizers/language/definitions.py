"""Definitions: quotes and dollar signs around a formula, and ``E(w1, w2) =`` in front of it."""

from __future__ import annotations

import re
from itertools import pairwise

from optimizers.language.spelling import Spelling
from optimizers.language.vocabulary import FUNCTIONS, VARIABLES

_AROUND = [
    *(("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")),
    *(('"', '"'), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“")),
]
"""What may stand before and after a whole formula."""

MOST_AROUND = 4

_HEAD = re.compile(
    r"\s*(?P<name>[A-Za-zα-ω\u0391-\u03a1\u03a3-\u03a9]\w*)\s*"
    r"(?:\((?P<round>[^()=]*)\)|\[(?P<square>[^\[\]=]*)\])?\s*(?:=|:=)(?!=)"
)
_PREAMBLE = re.compile(
    r"\s*(?P<lead>lambda\b[^:]*:|def\b[^:]*:\s*return\b|return\b|@\s*\([^()]*\)"
    r"|\(?[\w\s,]*\)?\s*(?:=>|->|↦)|function\b\s*\([^()]*\))\s*"
)
_FIRST, _SECOND = re.compile("[wxθ]_?1|x"), re.compile("[wxθ]_?2|y")


def without_wrapping(spelling: Spelling) -> Spelling:
    """Return a formula without quotes and dollar signs around it, and without what ends it."""
    for _ in range(MOST_AROUND):
        start, end = _stripped(spelling.text)
        inner = spelling.text[start:end]
        around = [
            (len(a), len(b))
            for a, b in _AROUND
            if inner.startswith(a) and inner.endswith(b) and len(inner) > len(a) + len(b)
        ]
        if not around:
            return spelling.part(start, end)
        before, after = around[0]
        spelling = spelling.part(start + before, end - after)
    return spelling


def _stripped(text: str) -> tuple[int, int]:
    """Return where a text starts and ends without spaces, and without ``;,.`` after it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    while end > start and (
        text[end - 1] in ";," or (text[end - 1] == "." and not text[: end - 1][-1:].isdigit())
    ):
        end = len(text[: end - 1].rstrip())
    return (start, end) if end > start else (0, len(text))


def split_definition(spelling: Spelling) -> tuple[Spelling, Spelling]:
    """Return the arguments that a definition lists, and the formula after its equals sign.

    Parameters
    ----------
    spelling : Spelling
        A text without LaTeX.

    Raises
    ------
    ExpressionError
        If a function of a programming language begins, or the weights are listed as (w2, w1).
    """
    text = spelling.text
    preamble = _PREAMBLE.match(text)
    if preamble:
        raise spelling.mistake(
            f"Leave out '{_shortened(preamble['lead'])}' at position {{position}}: "
            "type only the formula.",
            preamble.start("lead"),
            preamble.end(),
            "",
        )
    head = _HEAD.match(text)
    name = head["name"].lower() if head else ""
    is_weight = name in VARIABLES or _FIRST.fullmatch(name) or _SECOND.fullmatch(name)
    if not head or name in FUNCTIONS or is_weight:
        return spelling.part(0, 0), spelling
    span = head.span("round" if head["round"] is not None else "square")
    arguments = spelling.part(*span) if span[0] >= 0 else spelling.part(0, 0)
    names = [a.strip().lower() for a in arguments.text.split(",")]
    for first, second in pairwise(names):
        if _SECOND.fullmatch(first) and _FIRST.fullmatch(second):
            raise spelling.mistake(
                "Name the weights at position {position} in the order (w1, w2).", span[0]
            )
    return arguments, spelling.part(head.end(), len(text))


def _shortened(text: str) -> str:
    return " ".join(text.split())[:40]
