"""The control of a stop: what its reader moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Control:
    """What a reader moves at a stop.

    Parameters
    ----------
    kind : str
        ``hyperparameter`` of the runs `runs`, ``parameter`` of E, ``turn`` (a parameter that is an
        angle in degrees; the start is turned about the origin with it), ``step`` (the iteration
        that is inspected), ``start`` (the ring on the surface) or ``guess`` (where the last step of
        the first of `runs` leads, which is not drawn before; the stop after it reveals that).
    name : str
        Of the hyperparameter or the parameter.
    label : str
        In words, for screen readers and below the axis.
    symbol : str
        As sentences write it: η, β, κ, θ, t.
    low, high : float
        Ends of its axis.
    step : float
        Between its values; on a logarithmic axis they have two digits instead.
    scale : str
        ``linear``, ``log``, or ``decay``: 1 − β on a logarithmic axis, with β = 1 as its end.
    runs : tuple of int
        The places of the runs whose hyperparameter it is.
    sweep : float, optional
        Where it sets out as the stop arrives; it ends at the value in the state.
    unit : str
        Behind its value, such as °.

    Notes
    -----
    Its value as the stop opens is that of the stop's state.
    """

    kind: Literal["hyperparameter", "parameter", "turn", "step", "start", "guess"]
    label: str
    symbol: str = ""
    name: str = ""
    low: float = 0.0
    high: float = 1.0
    step: float = 0.0
    scale: Literal["linear", "log", "decay"] = "linear"
    runs: tuple[int, ...] = (0,)
    sweep: float | None = None
    unit: str = ""
