"""Tracks: what a slider spans of a hyperparameter's range, and where a value lies on it.

A position is the value itself, its decimal logarithm, or for a decay -log10(1 - value), so that
0.9, 0.99 and 0.999 are equally far apart. assets/engine/track.js turns positions into values.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from optimizers.hyperparameter import Hyperparameter, Scale

PLACES_PER_DECADE = 40
"""How fine a slider over decades is; the number box takes every value between its bounds."""

MOST_NINES = 4
"""A slider of a decay goes to 0.9999, and from there to a bound of 1 in one place."""


@dataclass(frozen=True, slots=True)
class Track:
    """Track of a slider.

    Parameters
    ----------
    scale : {"linear", "log", "decay"}
        What a position is.
    low, high : float
        Inclusive bounds of the value, which a number box takes.
    start, end, step : float
        The ends of the track and the distance of two places, as positions.
    whole : bool
        Whether only whole numbers make sense.
    """

    scale: Scale
    low: float
    high: float
    start: float
    end: float
    step: float
    whole: bool = False

    def position(self, value: float) -> float:
        """Return where a value lies: an end of the track for a value beyond it."""
        if self.scale == "decay" and value >= self.high:
            return self.end
        return min(max(_position(self.scale, value), self.start), self.end)

    def to_json(self) -> dict[str, float | str | bool]:
        """Return the track for the browser."""
        return asdict(self)


def track(spec: Hyperparameter, *, whole: bool = False) -> Track:
    """Return the track of a hyperparameter's slider.

    Examples
    --------
    >>> from optimizers.hyperparameter import BETA, ETA
    >>> track(BETA).position(0.99), track(ETA).position(0.001)
    (2.0, -3.0)
    """
    low, high = spec.low, spec.high
    if spec.scale == "linear":
        step = 1.0 if whole else 0.001 if high - low <= 1 else 0.005
        return Track("linear", low, high, low, high, step, whole)
    step = 1 / PLACES_PER_DECADE
    if spec.scale == "decay":
        end = MOST_NINES + step if high == 1 else _position("decay", high)
        return Track("decay", low, high, _position("decay", low), end, step, whole)
    start, end = math.log10(low), math.log10(high)
    if spec.around:
        decade = math.floor(math.log10(spec.default))
        below, above = spec.around
        start, end = max(start, decade - below), min(end, decade + above)
    return Track("log", low, high, start, end, step, whole)


def _position(scale: Scale, value: float) -> float:
    if scale == "log":
        return math.log10(value)
    return abs(round(math.log10(1 - value), 12)) if scale == "decay" and value < 1 else value
