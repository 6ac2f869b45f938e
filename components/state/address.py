"""The state in an address, read: ``?E=...&start=...&steps=...&view=...&run=...``.

The browser writes addresses (assets/address.js); the server only reads them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from components.state.limits import (
    LARGEST_COORDINATE,
    MOST_OPERATIONS,
    PLAYGROUND,
    SMALLEST_EXTENT,
    Limits,
)
from components.state.query import Parts
from components.state.state import Run, State, default_state, run_of
from optimizers import OPTIMIZERS, ErrorFunction, ExpressionError, LockstepError
from optimizers.numbers import decimal_number


class AddressError(LockstepError):
    """A part of an address that cannot be read; the message names the part and the mistake.

    Parameters
    ----------
    part : str
        The name of the part.
    mistake : str
        One plain sentence.
    position : int, optional
        Index of the character that is mistaken, in a typed error function.
    replacement : str, optional
        The whole text as the sentence advises to type it.
    """

    def __init__(
        self,
        part: str,
        mistake: str,
        position: int | None = None,
        replacement: str | None = None,
    ) -> None:
        super().__init__(f"{part}: {mistake}")
        self.part = part
        self.mistake = mistake
        self.position = position
        self.replacement = replacement

    def to_json(self) -> dict[str, Any]:
        """Return the mistake as the box of the error function shows it."""
        return {
            "message": self.mistake,
            "position": self.position,
            "replacement": self.replacement,
        }


def _error_function(texts: Sequence[str], _: Limits) -> dict[str, Any]:
    return {"E": ErrorFunction.parse(texts[0]), "typed": texts[0]}


def _numbers(text: str, count: int) -> tuple[float, ...]:
    numbers = tuple(map(decimal_number, text.split(",")))
    if len(numbers) != count or not all(abs(n) <= LARGEST_COORDINATE for n in numbers):
        raise LockstepError(
            f"Give {count} numbers of at most {LARGEST_COORDINATE:g}, separated by commas."
        )
    return numbers


def _start(texts: Sequence[str], _: Limits) -> dict[str, Any]:
    return {"start": _numbers(texts[0], 2)}


def _steps(texts: Sequence[str], limits: Limits) -> dict[str, Any]:
    text = texts[0].strip()
    if not (text.isascii() and text.isdigit() and len(text) < 8 and 1 <= int(text) <= limits.steps):
        raise LockstepError(f"Give a whole number from 1 to {limits.steps}.")
    return {"steps": int(text)}


def _view(texts: Sequence[str], _: Limits) -> dict[str, Any]:
    left, right, bottom, top = _numbers(texts[0], 4)
    if min(right - left, top - bottom) < SMALLEST_EXTENT:
        raise LockstepError("Give the lowest and highest w1, then the lowest and highest w2.")
    return {"view": (left, right, bottom, top)}


def _runs(texts: Sequence[str], limits: Limits) -> dict[str, Any]:
    if len(texts) > limits.most_runs:
        raise LockstepError(f"Give at most {limits.most_runs} runs.")
    if len(texts) < limits.fewest_runs:
        raise LockstepError(f"Give {limits.fewest_runs} runs.")
    return {"runs": tuple(_run(text) for text in texts)}


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
        number = decimal_number(value)
        if math.isnan(number):
            raise LockstepError(f"Write {name[:40]!r} as name:number, such as eta:0.05.")
        settings[name[:40]] = number
    return key, settings


PARTS: Mapping[str, Callable[[Sequence[str], Limits], dict[str, Any]]] = MappingProxyType(
    {"E": _error_function, "start": _start, "steps": _steps, "view": _view, "run": _runs}
)
"""For each part of an address: how its values become fields of the state."""


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
    for name, read in PARTS.items():
        texts = query.get(name)
        if not texts:
            continue
        try:
            state = replace(state, **read(texts, limits))
        except ExpressionError as error:
            errors.append(AddressError(name, str(error), error.position, error.replacement))
        except LockstepError as error:
            errors.append(AddressError(name, str(error)))
    most = MOST_OPERATIONS // (max(len(state.runs), 1) * state.E.operations)
    if state.steps > most:
        text = f"Give at most {most} steps: this error function is a long one."
        errors.append(AddressError("steps", text))
        state = replace(state, steps=min(most, default.steps))
    return state, errors


def refused_text(query: Parts, errors: Sequence[AddressError]) -> tuple[str, AddressError] | None:
    """Return the error function of an address that was refused, with its mistake, to be mended."""
    mistake = next((error for error in errors if error.part == "E"), None)
    return (query["E"][0], mistake) if mistake else None
