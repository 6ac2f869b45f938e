"""MathML elements: building blocks of formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence

MINUS = "<mo>−</mo>"
PREFIX_MINUS = '<mo form="prefix" lspace="0" rspace="0">−</mo>'
SPACE = '<mspace width="0.4em"></mspace>'
THIN_SPACE = '<mspace width="0.17em"></mspace>'
DOT = "<mo>·</mo>"


def whole(value: int) -> str:
    """Return a whole number."""
    return f"<mrow>{PREFIX_MINUS if value < 0 else ''}<mn>{abs(value)}</mn></mrow>"


_TALL = re.compile("<m(frac|sqrt|root|table)")


def bracketed(text: str) -> str:
    """Return a formula in brackets, which grow around content that is taller than a line."""
    # A stretchy bracket takes up extra width in browsers even where it does not grow.
    fixed = "" if _TALL.search(text) else ' stretchy="false"'
    return f"<mrow><mo{fixed}>(</mo>{text}<mo{fixed}>)</mo></mrow>"


def applied(head: str, arguments: Sequence[str]) -> str:
    """Return a function with its arguments."""
    listed = "<mo>,</mo>".join(f"<mrow>{a}</mrow>" for a in arguments)
    return f"<mrow>{head}{bracketed(listed)}</mrow>"


def block(equation: str) -> str:
    """Return an equation on a line of its own."""
    return f'<math display="block"><mrow>{equation}</mrow></math>'
