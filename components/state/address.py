"""The state in an address, read: ``?E=...&start=...&steps=...&view=...&run=...``.

The browser writes addresses (assets/state/address.js); the server only reads them, as they were
meant where a hand or a program in between has changed them (components/state/hand_typed.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from components.state.address_error import AddressError
from components.state.hand_typed import read_as_meant
from components.state.limits import (
    LARGEST_COORDINATE,
    MOST_OPERATIONS,
    PLAYGROUND,
    SMALLEST_EXTENT,
    Limits,
)
from components.state.parameter import Parameter, read_parameter, read_parameters
from components.state.query import Parts
from components.state.refused_parameters import readable_parameters
from components.state.refused_runs import readable_runs
from components.state.state import AXES, TRACES, State, default_state, read_run, run_of
from optimizers import ExpressionError, LockstepError
from optimizers.error_function import parse_used
from optimizers.numbers import decimal_number

Reader = Callable[[Sequence[str], Limits, State], dict[str, Any]]
"""From the values of a part, and the state that the parts before it describe, to its fields."""


def _parameters(texts: Sequence[str], _: Limits, __: State) -> dict[str, Any]:
    return {"parameters": read_parameters(texts)}


def _error_function(texts: Sequence[str], _: Limits, state: State) -> dict[str, Any]:
    values = {parameter.name: parameter.value for parameter in state.parameters}
    return {"E": parse_used(texts[0], values), "typed": str(texts[0])}


def _numbers(text: str, count: int) -> tuple[float, ...]:
    numbers = tuple(map(decimal_number, text.split(",")))
    if len(numbers) != count or not all(abs(n) <= LARGEST_COORDINATE for n in numbers):
        raise LockstepError(
            f"Give {count} numbers of at most {LARGEST_COORDINATE:g}, separated by commas."
        )
    return numbers


def _start(texts: Sequence[str], _: Limits, __: State) -> dict[str, Any]:
    return {"start": _numbers(texts[0], 2)}


def _whole(text: str, most: int) -> int:
    number = decimal_number(text)  # also 1e3, as number boxes read it
    if "." in text or not 1 <= number <= most or number % 1:
        raise LockstepError(f"Give a whole number from 1 to {most}.")
    return int(number)


def _steps(texts: Sequence[str], limits: Limits, state: State) -> dict[str, Any]:
    steps = _whole(texts[0], limits.steps)
    return {"steps": steps, "step": min(state.step, steps)}


def _view(texts: Sequence[str], _: Limits, __: State) -> dict[str, Any]:
    left, right, bottom, top = _numbers(texts[0], 4)
    if min(right - left, top - bottom) < SMALLEST_EXTENT:
        raise LockstepError("Give the lowest and highest w1, then the lowest and highest w2.")
    return {"view": (left, right, bottom, top)}


def _runs(texts: Sequence[str], limits: Limits, _: State) -> dict[str, Any]:
    if len(texts) > limits.most_runs:
        raise LockstepError(f"Give at most {limits.most_runs} runs.")
    if len(texts) < limits.fewest_runs:
        raise LockstepError(f"Give {limits.fewest_runs} runs.")
    runs = tuple(run_of(*read_run(text)) for text in texts)
    return {"runs": runs, "selected": len(runs) - 1}


def _hidden(texts: Sequence[str], _: Limits, state: State) -> dict[str, Any]:
    places = {_whole(text, len(state.runs)) for text in texts[0].split(",")}
    runs = (replace(run, hidden=k in places) for k, run in enumerate(state.runs, start=1))
    return {"runs": tuple(runs)}


def _selected(texts: Sequence[str], _: Limits, state: State) -> dict[str, Any]:
    return {"selected": _whole(texts[0], len(state.runs)) - 1}


def _step(texts: Sequence[str], _: Limits, state: State) -> dict[str, Any]:
    return {"step": _whole(texts[0], state.steps)}


def _choice(name: str, choices: Sequence[str]) -> Reader:
    def read(texts: Sequence[str], _: Limits, __: State) -> dict[str, Any]:
        choice = texts[0].strip().lower()
        if choice not in choices:
            raise LockstepError(f"Give {' or '.join(choices)}.")
        return {name: choice}

    return read


PARTS: Mapping[str, Reader] = MappingProxyType(
    {
        "p": _parameters,
        "E": _error_function,
        "start": _start,
        "steps": _steps,
        "view": _view,
        "run": _runs,
        "hidden": _hidden,
        "selected": _selected,
        "step": _step,
        "axis": _choice("axis", AXES),
        "traces": _choice("traces", TRACES),
    }
)
"""For each part of an address: how its values become fields of the state; read in this order."""


EACH: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"p": read_parameter, "run": lambda text: run_of(*read_run(text))}
)
"""For parts that may have several values: how one of them is read."""


def _fields_as_meant(
    read: Reader, texts: Sequence[str], limits: Limits, state: State
) -> dict[str, Any]:
    return read_as_meant(lambda found: read(found, limits, state), texts)


def _readable(name: str, texts: Sequence[str], limits: Limits, state: State) -> dict[str, Any]:
    """Return the fields that can be read of a refused part, if there are any."""
    if name == "p":
        return {"parameters": readable_parameters(texts)}
    found = readable_runs(texts, limits, state.selected_run) if name == "run" else None
    return {"runs": found[0], "selected": found[1]} if found else {}


def _mistakes(name: str, texts: Sequence[str], mistake: str) -> list[AddressError]:
    """Return what is said of a refused part: a sentence for each of its mistaken values."""
    found: dict[int, str] = {}
    for place, text in enumerate(texts, start=1) if name in EACH else ():
        try:
            read_as_meant(lambda one: EACH[name](one[0]), [text])
        except LockstepError as error:
            found[place] = str(error)
    said = [] if mistake in found.values() else [mistake]
    is_placed = name == "run" and len(found) > 1
    for place, sentence in found.items():
        said.append(f"{sentence[:-1]} (run {place})." if is_placed else sentence)
    return [AddressError(name, sentence) for sentence in said]


def _mistake_in_text(name: str, error: ExpressionError) -> AddressError:
    """Return the mistake in a typed error function."""
    return AddressError(name, str(error), error.position, error.replacement, error.parameter)


def _used(state: State) -> tuple[Parameter, ...]:
    """Return the parameters that the error function has."""
    return tuple(p for p in state.parameters if p.name in state.E.parameters)


def read_address(
    query: Parts,
    default: State | None = None,
    limits: Limits = PLAYGROUND,
    *,
    exact: bool = False,
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
    exact : bool
        Whether texts are taken as they stand: what is typed into the page is not an address.

    Returns
    -------
    State
        What to show.
    list of AddressError
        One for each part that could not be read, or for each of its runs or parameters.
    """
    default = default_state() if default is None else default
    state = default
    errors: list[AddressError] = []
    for name, read in PARTS.items():
        texts = query.get(name)
        if not texts:
            continue
        try:
            fields = (
                read(texts, limits, state)
                if exact
                else _fields_as_meant(read, texts, limits, state)
            )
            state = replace(state, **fields)
        except ExpressionError as error:
            errors.append(_mistake_in_text(name, error))
        except LockstepError as error:
            errors += _mistakes(name, texts, str(error))
            state = replace(state, **_readable(name, texts, limits, state))
    if unused := [p.name for p in state.parameters if p.name not in state.E.parameters]:
        state = replace(state, parameters=_used(state))
        if not exact and not any(error.part in ("E", "p") for error in errors):
            names = " and ".join(unused)
            errors.append(AddressError("p", f"The error function has no {names}."))
    most = MOST_OPERATIONS // (max(len(state.runs), 1) * state.E.operations)
    if state.steps > most:
        # Steps that nobody asked for are as many as can be.
        if query.get("steps"):
            text = f"Give at most {most} steps: this error function is a long one."
            errors.append(AddressError("steps", text))
        steps = min(most, default.steps)
        state = replace(state, steps=steps, step=min(state.step, steps))
    return state, errors
