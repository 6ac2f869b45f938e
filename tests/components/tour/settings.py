"""Settings of a stop's control: evenly over its axis."""

import itertools
from functools import lru_cache

import numpy as np

from components.tour.scene import Scene, scene_of
from components.tour.stop import Stop
from components.tour.stop_state import Value
from components.tour.stops import STOPS

COUNT = 25


def settings(stop: Stop) -> list[Value]:
    """Return so many values of a stop's control, both ends included; one where it has none."""
    control = stop.control
    if control is None or control.kind == "guess":
        return [None]
    low, high = control.low, control.high
    if control.kind == "start":
        # Also where a gradient is 0.
        return list(itertools.product((-5.0, -3.0, -0.4, 0.0, 1.5), (-1.9, -0.02, 0.0, 0.3, 1.4)))
    if control.scale == "log":
        return [float(f"{x:.1e}") for x in np.geomspace(low, high, COUNT)]
    if control.scale == "decay":
        return [*(1 - float(f"{10**-x:.1e}") for x in np.linspace(1, 6, COUNT - 1)), 1.0]
    step = control.step or (high - low) / 100
    found = low + np.round(np.linspace(0, high - low, COUNT) / step) * step
    return [float(f"{x:.12g}") for x in found]


@lru_cache(maxsize=2)
def scenes(key: str) -> tuple[Scene, ...]:
    """Return the scenes of a stop at these settings, and the one that it opens with."""
    stop = next(stop for stop in STOPS if stop.key == key)
    return (scene_of(stop), *(scene_of(stop, value) for value in settings(stop)))
