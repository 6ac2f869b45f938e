"""Plain numbers: which values of a caller count as one, and which texts of an address."""

from __future__ import annotations

import math
import re
from numbers import Real

_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def plain_number(value: object) -> float:
    """Return a plain number as a float, and nan for anything else.

    Python and NumPy have integers and floats; a bool, a text, a complex number or an array is none.

    Examples
    --------
    >>> import numpy as np
    >>> plain_number(3), plain_number(np.float32(0.5)), plain_number("3"), plain_number(True)
    (3.0, 0.5, nan, nan)
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.nan


def decimal_number(text: str) -> float:
    r"""Return the number that a text writes in decimals, as ``-0.5`` or ``1e-3``, and nan if none.

    Python's `float` reads more: ``1_0``, ``infinity``, digits of other scripts. A minus may be that
    of mathematics (U+2212), as the page prints it.

    Examples
    --------
    >>> decimal_number(" 1e-3 "), decimal_number("\N{MINUS SIGN}2"), decimal_number("1_0")
    (0.001, -2.0, nan)
    """
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    return float(text) if _DECIMAL.fullmatch(text) else math.nan
