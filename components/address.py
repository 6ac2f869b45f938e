"""The state in an address, read: ``?E=...&start=...&steps=...&view=...&run=...``.

The browser writes addresses (assets/address.js); the server only reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from optimizers import OPTIMIZERS, ErrorFunction, LockstepError

from .state import (
    LARGEST_COORDINATE,
    MOST_RUNS,
    MOST_STEPS,
    SMALLEST_EXTENT,
    Run,
    State,
    default_state,
    run_of,
)

LONGEST_QUERY = 8000
"""The most characters of an address that a callback reads."""


class AddressError(LockstepError):
    """A part of an address that cannot be read; the message names the part and the mistake."""


def _error_function(texts: Sequence[str]) -> str:
    ErrorFunction.parse(texts[0])
    return texts[0]


def _numbers(text: str, count: int) -> tuple[float, ...]:
    try:
        numbers = tuple(float(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != count or not all(abs(n) <= LARGEST_COORDINATE for n in numbers):
        raise LockstepError(
            f"Give {count} numbers of at most {LARGEST_COORDINATE:g}, separated by commas."
        )
    return numbers


def _start(texts: Sequence[str]) -> tuple[float, float]:
    w1, w2 = _numbers(texts[0], 2)
    return w1, w2


def _steps(texts: Sequence[str]) -> int:
    text = texts[0].strip()
    if not (text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= MOST_STEPS):
        raise LockstepError(f"Give a whole number from 1 to {MOST_STEPS}.")
    return int(text)


def _view(texts: Sequence[str]) -> tuple[float, float, float, float]:
    left, right, bottom, top = _numbers(texts[0], 4)
    if min(right - left, top - bottom) < SMALLEST_EXTENT:
        raise LockstepError("Give the lowest and highest w1, then the lowest and highest w2.")
    return left, right, bottom, top


def _runs(texts: Sequence[str]) -> tuple[Run, ...]:
    if len(texts) > MOST_RUNS:
        raise LockstepError(f"Give at most {MOST_RUNS} runs.")
    return tuple(_run(text) for text in texts)


def _run(text: str) -> Run:
    key, *pairs = text.split(",")
    if key not in OPTIMIZERS:
        raise LockstepError(f"There is no optimizer {key[:40]!r}: use {', '.join(OPTIMIZERS)}.")
    settings: dict[str, float] = {}
    for pair in pairs:
        name, _, value = pair.partition(":")
        try:
            settings[name[:40]] = float(value)
        except ValueError:
            raise LockstepError(f"Write {name[:40]!r} as name:number, such as eta:0.05.") from None
    return run_of(key, settings)


PARTS: Mapping[str, tuple[str, Callable[[Sequence[str]], Any]]] = MappingProxyType(
    {
        "E": ("E", _error_function),
        "start": ("start", _start),
        "steps": ("steps", _steps),
        "view": ("view", _view),
        "run": ("runs", _runs),
    }
)
"""For each part of an address: the field of the state, and how its values are read."""


def read_address(query: Mapping[str, Sequence[str]]) -> tuple[State, list[AddressError]]:
    """Return the state an address describes, with defaults where it is silent or mistaken.

    Parameters
    ----------
    query : mapping of str to sequence of str
        The decoded query, every name with all its values.

    Returns
    -------
    State
        What to show.
    list of AddressError
        One for each part that could not be read.
    """
    state = default_state()
    errors: list[AddressError] = []
    for name, (field, read) in PARTS.items():
        texts = query.get(name)
        if not texts:
            continue
        try:
            state = replace(state, **{field: read(texts)})
        except LockstepError as error:
            errors.append(AddressError(f"{name}: {error}"))
    return state, errors
