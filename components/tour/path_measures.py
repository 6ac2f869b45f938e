"""Measures of the shape of a run's path: how far, how straight, from which side to which."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from components.tour.scene import Scene
from components.tour.stop import Measure
from optimizers import Trajectory

AT_STEP = re.compile(r"at step (\d+)")


def stopped_at(run: Trajectory) -> float:
    """Return the step at which a run ended early, and nan for one that did not."""
    if run.stopped is None:
        return math.nan
    found = AT_STEP.search(run.stopped)
    return float(found[1]) if found else 0.0


def _beyond(run: Trajectory) -> float:
    return math.inf if (run.stopped or "").startswith("diverged") else math.nan


def _path(measure: Measure, scene: Scene) -> NDArray[np.float64] | None:
    """Return the points up to w(t), or None where there is no such row."""
    run, row = scene.trajectories[measure.run], scene.row(measure.t)
    return run.w[: row + 1] if 0 <= row < len(run.w) else None


def _detour(measure: Measure, scene: Scene) -> float:
    path = _path(measure, scene)
    if path is None:
        return _beyond(scene.trajectories[measure.run])
    straight = math.hypot(*(path[-1] - path[0]))
    along = float(np.hypot(*np.diff(path, axis=0).T).sum())
    return along / straight if straight else math.nan


def _distance(measure: Measure, scene: Scene) -> float:
    path = _path(measure, scene)
    if path is None:
        return _beyond(scene.trajectories[measure.run])
    return math.hypot(*(path[-1] - path[0]))


def _turning(measure: Measure, scene: Scene) -> float:
    steps = -scene.trajectories[measure.run].update
    steps = steps[np.hypot(*steps.T) > 0]
    before, after = steps[:-1], steps[1:]
    across = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    along = (before * after).sum(axis=1)
    return float(np.degrees(np.abs(np.arctan2(across, along)).sum()))


def _aim(measure: Measure, scene: Scene) -> float:
    path = _path(measure, scene)
    if path is None or scene.minimum is None:
        return math.nan
    _, g1, g2 = scene.state.E.evaluate(*map(float, path[-1]))
    way = np.array(scene.minimum) - path[-1]
    if not (math.hypot(g1, g2) > 0 and math.hypot(*way) > 0):
        return math.nan
    across = -g1 * way[1] + g2 * way[0]
    return abs(math.degrees(math.atan2(across, -g1 * way[0] - g2 * way[1])))


def _swing(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    if len(run.w) <= scene.state.steps:
        return _beyond(run)
    return float(np.abs(run.w[-int(measure.value) :, measure.i - 1]).max())


def _sign_changes(measure: Measure, scene: Scene) -> float:
    weight = scene.trajectories[measure.run].w[:, measure.i - 1]
    return float((np.sign(weight[1:]) * np.sign(weight[:-1]) < 0).sum())


def _directions(measure: Measure, scene: Scene) -> float:
    signs = np.sign(scene.trajectories[measure.run].update)
    return float(len(np.unique(signs, axis=0)))


def _uphill(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    return float((np.sign(run.update) * np.sign(run.gradient) < 0).any(axis=1).sum())


PATH_MEASURES: Mapping[str, Callable[[Measure, Scene], float]] = MappingProxyType(
    {
        "detour": _detour,
        "distance": _distance,
        "turning": _turning,
        "aim": _aim,
        "swing": _swing,
        "sign_changes": _sign_changes,
        "directions": _directions,
        "uphill": _uphill,
    }
)
"""For each kind of measure: from the measure and the scene to the number."""
