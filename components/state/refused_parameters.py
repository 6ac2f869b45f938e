"""Parameters of an address that are refused in part: what can be read of them is shown."""

from __future__ import annotations

from collections.abc import Sequence

from components.state.limits import LARGEST_COORDINATE
from components.state.parameter import RANGE, Parameter, parameter_of, read_parameter
from optimizers import LockstepError
from optimizers.language.parameters import MOST_PARAMETERS, parameter_name
from optimizers.numbers import decimal_number

FALLBACK = 1.0
"""Of a letter whose value is refused: the text stands in its box, to be mended."""


def _texts(text: str) -> tuple[str | None, dict[str, str]]:
    """Return the name, and the texts of the value, ``min``, ``max`` and ``step`` that are given."""
    first, *others = (pair.partition(":") for pair in text.split(","))
    ends = {name.strip().lower(): number.strip() for name, _, number in others}
    given = {"value": first[2].strip()} | {part: ends[part] for part in RANGE if part in ends}
    return parameter_name(first[0].strip()), given


def _is_refused(part: str, text: str) -> bool:
    number = decimal_number(text)
    return not abs(number) <= LARGEST_COORDINATE or (part == "step" and number <= 0)


def refused_texts(text: str) -> tuple[str | None, dict[str, str]]:
    """Return the name of a parameter, and its numbers that are refused, each as it stands.

    Examples
    --------
    >>> refused_texts("k:many,min:1,max:1e9")
    ('k', {'value': 'many', 'max': '1e9'})
    """
    name, given = _texts(text)
    return name, {part: number for part, number in given.items() if _is_refused(part, number)}


def _readable(text: str) -> Parameter | None:
    """Return a parameter with usual numbers for what is refused; None without a name."""
    try:
        return read_parameter(text)
    except LockstepError:
        name, given = _texts(text)
    if name is None:
        return None
    numbers = {
        part: decimal_number(number)
        for part, number in given.items()
        if not _is_refused(part, number)
    }
    value = numbers.pop("value", FALLBACK)
    try:
        return parameter_of(name, value, numbers)
    except LockstepError:
        return parameter_of(name, value)


def readable_parameters(texts: Sequence[str]) -> tuple[Parameter, ...]:
    """Return the parameters of an address as far as they can be read, each once."""
    found: dict[str, Parameter] = {}
    for text in texts:
        parameter = _readable(text)
        if parameter:
            found.setdefault(parameter.name, parameter)
    return tuple(found.values())[:MOST_PARAMETERS]
