"""Sentences: the parts of a stop's text that follow its control, as texts.

Numbers are rounded as ``rounded`` of assets/view/numbers.js does, halves away from zero, with a
power of ten below 0.0001 and from 100 000 on. A text, and a stop's result, names other parts of the
sentence in braces; ``{value}`` is what the control says.
"""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal

from components.tour.measures import measured
from components.tour.scene import Scene
from components.tour.stop import Number, Words

LEAST_PLAIN, MOST_PLAIN = 1e-4, 1e5
"""Sizes of numbers that are written without a power of ten."""

CONTROL_DIGITS = 6
"""Of the number that a control shows."""

DECAY_PLAIN = 0.9e-4
"""Below it 1 − β is written, and not β, which would be rounded to 1."""

RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
LOWERED = {low: high for high, low in RAISED.items()}
POWER = re.compile("(?:([0-9.]+)·)?10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)")
NAMED = re.compile(r"\{(\w+)\}")


def number_text(value: float, digits: int) -> str:
    """Return a number as text, rounded to significant digits.

    Examples
    --------
    >>> number_text(0.0016735, 2), number_text(-1470000, 3), number_text(0.5, 3)
    ('0.0017', '−1.47·10⁶', '0.5')
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(Decimal(value))
    if not rounded:
        return "0"
    exponent = rounded.adjusted()
    if LEAST_PLAIN <= abs(value) < MOST_PLAIN:
        return _plain(rounded)
    return f"{_plain(rounded.scaleb(-exponent))}·10{str(exponent).translate(RAISED)}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


def value_text(scene: Scene) -> str:
    """Return what the control says: the number that is dragged, with its unit, or a point."""
    control, value = scene.stop.control, scene.value
    if control is None or value is None:
        return ""
    if isinstance(value, tuple):
        return f"({number_text(value[0], 3)}, {number_text(value[1], 3)})"
    if control.scale == "decay" and 0 < 1 - value < DECAY_PLAIN:
        return f"1 − {number_text(1 - value, 2).removeprefix('1·')}"
    return number_text(value, CONTROL_DIGITS) + control.unit


def said(name: str, scene: Scene) -> str:
    """Return a part of a stop's sentences as text.

    Raises
    ------
    KeyError
        If the stop has no such part.
    """
    if name == "value" and name not in scene.stop.says:
        return value_text(scene)
    say = scene.stop.says[name]
    value = measured(say.measure, scene)
    if isinstance(say, Number):
        return number_text(value, say.digits) + say.unit
    return filled(_case(say, value), scene)


def _case(words: Words, value: float) -> str:
    if math.isnan(value):
        return words.missing
    return next((text for limit, text in words.cases if value < limit), words.otherwise)


def filled(template: str, scene: Scene) -> str:
    """Return a text with the parts that it names in braces."""
    return NAMED.sub(lambda found: said(found[1], scene), template)


def spoken_result(scene: Scene) -> str:
    """Return the sentence of what is seen, for screen readers: powers of ten are words in it."""
    text = filled(scene.stop.result, scene)
    return POWER.sub(lambda found: _spoken(found[1] or "", found[2]), text)


def _spoken(mantissa: str, raised: str) -> str:
    exponent = raised.translate(LOWERED).replace("-", "minus ")
    return f"{'' if mantissa in ('', '1') else f'{mantissa} times '}10 to the {exponent}"
