"""Parameters of E in an address: ``p=k:25,min:1,max:100,step:0.5``, a part for each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from components.state.limits import LARGEST_COORDINATE
from optimizers import LockstepError
from optimizers.language.parameters import MOST_PARAMETERS, checked_parameters
from optimizers.numbers import decimal_number

LEAST_RANGE = 10.0
"""A slider goes from its negative to it, or to the next power of ten that holds the value."""

RANGE = ("min", "max", "step")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with the range of its slider.

    Parameters
    ----------
    name : str
        One letter, with or without an index.
    value, low, high, step : float
        Its value, the ends of its slider, and how far apart two places of it are.
    """

    name: str
    value: float
    low: float
    high: float
    step: float

    def to_json(self) -> dict[str, float | str]:
        """Return the parameter as the browser keeps it."""
        return asdict(self)


def parameter_of(name: str, value: float, given: Mapping[str, float] | None = None) -> Parameter:
    """Return a parameter, with a range that follows from the value where none is given.

    ``parameterOf`` of assets/state/parameters.js gives the same.

    Raises
    ------
    LockstepError
        If a number is too large, or the range is none.

    Examples
    --------
    >>> parameter_of("k", 25)
    Parameter(name='k', value=25, low=-100.0, high=100.0, step=1.0)
    """
    given = given or {}
    extent = LEAST_RANGE
    while extent < abs(value) < math.inf:
        extent *= 10
    low, high = given.get("min", -extent), given.get("max", extent)
    if not all(abs(n) <= LARGEST_COORDINATE for n in (value, low, high)):
        raise LockstepError(f"Give {name} numbers of at most {LARGEST_COORDINATE:g}.")
    if not low < high:
        raise LockstepError(f"Give {name} a min that is less than its max.")
    if not low <= value <= high:
        raise LockstepError(f"Give {name} a value from {low:g} to {high:g}, or another range.")
    step = given.get("step", _usual_step(low, high))
    if not 0 < step <= high - low:
        raise LockstepError(f"Give {name} a step above 0 that is no longer than its range.")
    return Parameter(name, value, low, high, step)


def _usual_step(low: float, high: float) -> float:
    """Return a power of ten of which a range has 100 to 1000."""
    return float(f"1e{Decimal(repr(high - low)).adjusted() - 2}")


def read_parameter(text: str) -> Parameter:
    """Return the parameter that ``k:25,min:1,max:100`` describes."""
    numbers: dict[str, float] = {}
    for pair in text.split(","):
        name, _, given = (part.strip() for part in pair.partition(":"))
        number = decimal_number(given)
        known = name.lower() if numbers else name
        if math.isnan(number) or (numbers and known not in RANGE):
            raise LockstepError(
                f"Write {pair.strip()[:40]!r} as in k:25, or with a range, as in "
                "k:25,min:1,max:100,step:0.5."
            )
        if known in numbers:
            raise LockstepError(f"Give {known} once.")
        numbers[known] = number
    (letter, value), *rest = numbers.items()
    if not abs(value) <= LARGEST_COORDINATE:
        raise LockstepError(f"Give {letter[:40]} numbers of at most {LARGEST_COORDINATE:g}.")
    ((name, value),) = checked_parameters({letter[:40]: value}).items()
    return parameter_of(name, value, dict(rest))


def read_parameters(texts: Sequence[str]) -> tuple[Parameter, ...]:
    """Return the parameters of the values of a part, each once."""
    if len(texts) > MOST_PARAMETERS:
        raise LockstepError(f"Give at most {MOST_PARAMETERS} parameters.")
    found: dict[str, Parameter] = {}
    for text in texts:
        parameter = read_parameter(text)
        if parameter.name in found:
            raise LockstepError(f"Give {parameter.name} once.")
        found[parameter.name] = parameter
    return tuple(found.values())
