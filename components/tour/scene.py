"""A stop with a value of its control: all that is printed, measured and drawn follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from components.state.state import State, View
from components.surface.contours import contours
from components.surface.optimum import minima
from components.surface.region import region
from components.tour.stop import At, Stop
from components.tour.stop_state import Value, opening, state_at
from optimizers import ErrorFunction, Trajectory, descend

Point = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """A stop with a value of its control.

    Parameters
    ----------
    stop : Stop
        The stop.
    value : float, tuple of two floats or None
        What its control says.
    state : State
        Its state with that value in it.
    trajectories : tuple of Trajectory
        One for each run, with all its steps.
    minimum : tuple of two floats or None
        The first minimum of its surface.
    """

    stop: Stop
    value: Value
    state: State
    trajectories: tuple[Trajectory, ...]
    minimum: Point | None

    def row(self, t: At) -> int:
        """Return an iteration, counted from 0.

        From the end a negative one is counted, that of the steps that were asked for.
        """
        if t == "control":
            return int(self.value) if isinstance(self.value, float) else 0
        return t if t >= 0 else self.state.steps + 1 + t


@lru_cache(maxsize=64)
def scene_of(stop: Stop, value: Value = None) -> Scene:
    """Return the scene of a stop at a value of its control; as it opens unless one is given.

    Raises
    ------
    LockstepError
        If the state of the stop cannot be read.
    """
    value = opening(stop) if value is None else value
    value = float(value) if isinstance(value, int) else value
    state = state_at(stop, value)
    runs = tuple(
        descend(state.E, run.rule, state.start, state.steps, **run.settings) for run in state.runs
    )
    found = _minima(state.E, state.view)
    return Scene(stop, value, state, runs, found[0] if found else None)


@lru_cache(maxsize=256)
def _minima(error_function: ErrorFunction, view: View) -> tuple[Point, ...]:
    return minima(error_function, contours(error_function, region(view)))
