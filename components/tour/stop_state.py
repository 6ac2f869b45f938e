"""The state of a stop at a value of its control, read as every address of the playground is."""

from __future__ import annotations

import math
from functools import lru_cache

from components.state.address import read_address
from components.state.query import Parts, parts_of, query_of
from components.state.state import State
from components.tour.stop import Control, Stop
from optimizers import LockstepError
from optimizers.numbers import decimal_number

Value = float | tuple[float, float] | None
"""What a control says: a number, the place of a ring, or nothing at a stop without one."""

WRITTEN = {"step": "t", "start": "w"}
"""The name of a control in the tour's address where it has none of its own."""

POINTS = ("start", "guess")


def part_of(stop: Stop) -> str:
    """Return the name of the part of the tour's address that has a control's value."""
    control = stop.control
    if control is None or control.kind == "guess":
        return ""
    return f"{stop.key}.{WRITTEN.get(control.kind, control.name)}"


def opening(stop: Stop) -> Value:
    """Return the value of a stop's control in its query."""
    if stop.control is None or stop.control.kind == "guess":
        return None
    state = state_at(stop, None)
    kind, name = stop.control.kind, stop.control.name
    if kind == "start":
        return state.start
    if kind == "step":
        return float(state.step)
    if kind == "hyperparameter":
        return state.runs[stop.control.runs[0]].settings[name]
    return next(p.value for p in state.parameters if p.name == name)


def value_in(stop: Stop, parts: Parts) -> Value:
    """Return the value of a stop's control in the tour's address; as it opens where it is silent.

    Raises
    ------
    LockstepError
        If it cannot be read, or lies outside the control's axis.
    """
    texts = parts.get(part_of(stop), ()) if part_of(stop) else ()
    if not texts or stop.control is None:
        return opening(stop)
    value = _read(stop.control, str(texts[0]))
    state_at(stop, value)
    return value


def _read(control: Control, text: str) -> Value:
    if control.kind in POINTS:
        numbers = tuple(map(decimal_number, text.split(",")))
        if len(numbers) != 2 or not all(map(math.isfinite, numbers)):
            raise LockstepError("Give two numbers, separated by a comma.")
        return numbers[0], numbers[1]
    number = decimal_number(text)
    if not control.low <= number <= control.high:
        raise LockstepError(f"Give a number from {control.low:g} to {control.high:g}.")
    if control.kind == "step" and not number.is_integer():
        raise LockstepError("Give a whole number.")
    return number


def query_at(stop: Stop, value: Value) -> str:
    """Return the query of a stop's state in the playground at a value of its control."""
    control = stop.control
    if value is None or control is None:
        return stop.query
    parts = {name: list(texts) for name, texts in parts_of(stop.query).items()}
    name = control.name
    if isinstance(value, tuple):
        parts["start"] = [",".join(map(_written, value))]
    elif control.kind == "step":
        parts["step"] = [_written(value)]
    elif control.kind == "hyperparameter":
        for place in control.runs:
            parts["run"][place] = _with_setting(parts["run"][place], name, value)
    else:
        before = state_at(stop, None)
        parts["p"] = [_with_parameter(text, name, value) for text in parts["p"]]
        if control.kind == "turn":
            turned = value - next(p.value for p in before.parameters if p.name == name)
            parts["start"] = [",".join(map(_written, _turned(before.start, turned)))]
    return query_of((name, text) for name, texts in parts.items() for text in texts)


def state_at(stop: Stop, value: Value) -> State:
    """Return a stop's state at a value of its control, or as it opens.

    Raises
    ------
    AddressError
        If a part of its query cannot be read.
    """
    return _state(query_at(stop, value))


@lru_cache(maxsize=64)
def _state(query: str) -> State:
    state, errors = read_address(parts_of(query))
    if errors:
        raise errors[0]
    return state


def _written(number: float) -> str:
    return repr(number).removesuffix(".0")


def _with_setting(run: str, name: str, value: float) -> str:
    key, *pairs = run.split(",")
    others = [pair for pair in pairs if pair.partition(":")[0].strip() != name]
    return ",".join([key, *others, f"{name}:{_written(value)}"])


def _with_parameter(text: str, name: str, value: float) -> str:
    first, *rest = text.split(",")
    is_it = first.partition(":")[0].strip() == name
    return ",".join([f"{name}:{_written(value)}" if is_it else first, *rest])


def _turned(point: tuple[float, float], degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    along, across = math.cos(angle), math.sin(angle)
    return point[0] * along - point[1] * across, point[0] * across + point[1] * along
