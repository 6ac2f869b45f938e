"""Runs of the tour's stops, measured without the tour's own measures."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from components.state.state import State
from components.tour.scene import scene_of
from components.tour.stop_state import Value
from components.tour.stops import STOPS
from optimizers import Trajectory, descend
from optimizers.track import track
from tests.components.tour.settings import scenes

BY_KEY = {stop.key: stop for stop in STOPS}
Floats = NDArray[np.float64]

Claim = tuple[str, float, float]
"""What is claimed, the number that says so, and what it is measured as; 1 where it is true."""

PLACES = 400
"""Of a learning rate's slider, at which a search looks."""


def run(key: str, place: int = 0, value: Value = None) -> Trajectory:
    """Return a run of a stop, at a value of its control."""
    return scene_of(BY_KEY[key], value).trajectories[place]


def until(found: Trajectory, share: float) -> int:
    """Return the first step at which E is below a share of its first value, or -1."""
    return below(found, float(found.error[0]) / share)


def below(found: Trajectory, limit: float) -> int:
    """Return the first step at which E is below a limit, or -1."""
    steps = np.flatnonzero(found.error < limit)
    return int(steps[0]) if steps.size else -1


def end(found: Trajectory) -> float:
    """Return the last E of a run, infinite where it ended early."""
    return math.inf if found.stopped else float(found.error[-1])


def detour(path: Floats) -> float:
    """Return the length of a path divided by that of the straight line between its ends."""
    return float(np.hypot(*np.diff(path, axis=0).T).sum() / np.hypot(*(path[-1] - path[0])))


def turning(found: Trajectory) -> float:
    """Return by how many degrees a path turns in all."""
    headings = np.arctan2(-found.update[:, 1], -found.update[:, 0])
    turns = (np.diff(headings) + math.pi) % (2 * math.pi) - math.pi
    return float(np.degrees(np.abs(turns).sum()))


def uphill(found: Trajectory) -> int:
    """Return in how many steps a weight moves along its gradient."""
    return int((np.sign(found.update) == -np.sign(found.gradient)).any(axis=1).sum())


def moves(found: Trajectory, t: int = 1) -> tuple[float, float]:
    """Return how far the weights move in a step."""
    first, second = np.abs(found.update[t - 1])
    return float(first), float(second)


def scaling(found: Trajectory, t: int) -> tuple[float, float]:
    """Return both scaling factors after a step."""
    first, second = found.state["s"][t]
    return float(first), float(second)


def in_state(state: State, place: int, **settings: float) -> Trajectory:
    """Return a run of a state with other settings."""
    chosen = state.runs[place]
    return descend(
        state.E, chosen.rule, state.start, state.steps, **{**chosen.settings, **settings}
    )


def excess(key: str, place: int, value: Value = None, eta: float | None = None) -> float:
    """Return how much higher a stop's run ends than the best of a search, as a share.

    The search goes over the whole slider of the learning rate, as that of the playground does.
    """
    state = scene_of(BY_KEY[key], value).state
    rate = state.runs[place].rule.hyperparameters[0]
    slider = track(rate)
    places = np.linspace(slider.start, slider.end, PLACES)
    best = min(end(in_state(state, place, eta=float(10**at))) for at in places)
    own = in_state(state, place, eta=state.runs[place].settings["eta"] if eta is None else eta)
    return max(0.0, end(own) / best - 1)


def always(key: str, holds: Callable[[float, tuple[Trajectory, ...]], bool]) -> bool:
    """Return whether something holds at every setting of a stop's control."""
    found = scenes(key)
    return all(
        holds(scene.value if isinstance(scene.value, float) else math.nan, scene.trajectories)
        for scene in found
    )
