"""The state in an address, read: ``?E=...&start=...&steps=...&view=...&run=...``.

The browser writes addresses (assets/address.js); the server only reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from components.state.query import MOST_OPERATIONS, Parts
from components.state.state import (
    LARGEST_COORDINATE,
    MOST_RUNS,
    MOST_STEPS,
    SMALLEST_EXTENT,
    Run,
    State,
    default_state,
    run_of,
)
from optimizers import OPTIMIZERS, ErrorFunction, LockstepError


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an address may ask of a figure.

    Parameters
    ----------
    steps : int
        The most steps.
    fewest_runs, most_runs : int
        How many runs there may be.
    """

    steps: int = MOST_STEPS
    fewest_runs: int = 1
    most_runs: int = MOST_RUNS


PLAYGROUND = Limits()


class AddressError(LockstepError):
    """A part of an address that cannot be read; the message names the part and the mistake."""


def _error_function(texts: Sequence[str], _: Limits) -> str:
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


def _start(texts: Sequence[str], _: Limits) -> tuple[float, float]:
    w1, w2 = _numbers(texts[0], 2)
    return w1, w2


def _steps(texts: Sequence[str], limits: Limits) -> int:
    text = texts[0].strip()
    if not (text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= limits.steps):
        raise LockstepError(f"Give a whole number from 1 to {limits.steps}.")
    return int(text)


def _view(texts: Sequence[str], _: Limits) -> tuple[float, float, float, float]:
    left, right, bottom, top = _numbers(texts[0], 4)
    if min(right - left, top - bottom) < SMALLEST_EXTENT:
        raise LockstepError("Give the lowest and highest w1, then the lowest and highest w2.")
    return left, right, bottom, top


def _runs(texts: Sequence[str], limits: Limits) -> tuple[Run, ...]:
    if len(texts) > limits.most_runs:
        raise LockstepError(f"Give at most {limits.most_runs} runs.")
    if len(texts) < limits.fewest_runs:
        raise LockstepError(f"Give {limits.fewest_runs} runs.")
    return tuple(_run(text) for text in texts)


def _run(text: str) -> Run:
    return run_of(*read_run(text))


def read_run(text: str) -> tuple[str, dict[str, float]]:
    """Return the optimizer that ``rmsprop,eta:0.05`` names, and what is set of it, unchecked."""
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
    return key, settings


PARTS: Mapping[str, tuple[str, Callable[[Sequence[str], Limits], Any]]] = MappingProxyType(
    {
        "E": ("E", _error_function),
        "start": ("start", _start),
        "steps": ("steps", _steps),
        "view": ("view", _view),
        "run": ("runs", _runs),
    }
)
"""For each part of an address: the field of the state, and how its values are read."""


def read_address(
    query: Parts,
    default: State | None = None,
    limits: Limits = PLAYGROUND,
) -> tuple[State, list[AddressError]]:
    """Return the state an address describes, with defaults where it is silent or mistaken.

    Parameters
    ----------
    query : mapping of str to sequence of str
        The decoded query, every name with all its values.
    default : State, optional
        What holds where the address is silent: the playground's, unless given.
    limits : Limits
        How much may be asked for.

    Returns
    -------
    State
        What to show.
    list of AddressError
        One for each part that could not be read.
    """
    default = default_state() if default is None else default
    state = default
    errors: list[AddressError] = []
    for name, (field, read) in PARTS.items():
        texts = query.get(name)
        if not texts:
            continue
        try:
            state = replace(state, **{field: read(texts, limits)})
        except LockstepError as error:
            errors.append(AddressError(f"{name}: {error}"))
    most = MOST_OPERATIONS // (max(len(state.runs), 1) * ErrorFunction.parse(state.E).operations)
    if state.steps > most:
        text = f"steps: Give at most {most} steps: this error function is a long one."
        errors.append(AddressError(text))
        state = replace(state, steps=min(most, default.steps))
    return state, errors
