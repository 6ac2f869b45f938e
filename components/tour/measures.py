"""Measures: the numbers of a stop, from NumPy's runs; assets/tour/measures.js has the same kinds.

Beyond the last row of a run that diverged a measure is inf, and nan beyond that of one that stopped
for another reason.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from components.tour.path_measures import PATH_MEASURES, stopped_at
from components.tour.scene import Scene, scene_of
from components.tour.stop import Measure
from optimizers import Trajectory

Function = Callable[[Measure, Scene], float]


def measured(measure: Measure, scene: Scene) -> float:
    """Return the value of a measure in a scene.

    Raises
    ------
    KeyError
        If there is no such kind.
    """
    with np.errstate(all="ignore"):
        return float(MEASURES[measure.kind](measure, scene))


def _control(_: Measure, scene: Scene) -> float:
    return scene.value if isinstance(scene.value, float) else math.nan


def _constant(measure: Measure, _: Scene) -> float:
    return measure.value


def _setting(measure: Measure, scene: Scene) -> float:
    return scene.state.runs[measure.run].settings[measure.name]


def _parameter(measure: Measure, scene: Scene) -> float:
    return scene.state.E.parameters[measure.name]


def _at(run: Trajectory, column: NDArray[np.float64] | None, row: int) -> float:
    """Return a column's value in a row, or what there is beyond the last one."""
    if column is None or row < 0:
        return math.nan
    if row < len(column):
        return float(column[row])
    return math.inf if (run.stopped or "").startswith("diverged") else math.nan


def _error(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    return _at(run, run.error, scene.row(measure.t))


def _weight(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    return _at(run, run.w[:, measure.i - 1], scene.row(measure.t))


def _gradient(measure: Measure, scene: Scene) -> float:
    # That of the start is the gradient of the first step.
    run = scene.trajectories[measure.run]
    return _at(run, run.gradient[:, measure.i - 1], max(scene.row(measure.t), 1) - 1)


def _slope(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    return _at(run, np.hypot(*run.gradient.T), max(scene.row(measure.t), 1) - 1)


def _update(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    return _at(run, run.update[:, measure.i - 1], scene.row(measure.t) - 1)


def _state(measure: Measure, scene: Scene) -> float:
    run = scene.trajectories[measure.run]
    return _at(run, run.state[measure.name][:, measure.i - 1], scene.row(measure.t))


def _rates(measure: Measure, scene: Scene) -> NDArray[np.float64] | None:
    """Return the rates of both weights: eta for a rule that has no others."""
    run = scene.trajectories[measure.run]
    eta = scene.state.runs[measure.run].settings.get("eta")
    if run.rate is not None or eta is None:
        return run.rate
    return np.full(run.update.shape, eta)


def _rate(measure: Measure, scene: Scene) -> float:
    rates = _rates(measure, scene)
    column = None if rates is None else rates[:, measure.i - 1]
    return _at(scene.trajectories[measure.run], column, scene.row(measure.t) - 1)


def _rates_in_eta(measure: Measure, scene: Scene) -> NDArray[np.float64]:
    rates = _rates(measure, scene)
    eta = scene.state.runs[measure.run].settings.get("eta", math.nan)
    return np.array([math.nan]) if rates is None else rates[: int(measure.value)] / eta


def _least_rate(measure: Measure, scene: Scene) -> float:
    return float(np.min(_rates_in_eta(measure, scene), initial=math.inf))


def _most_rate(measure: Measure, scene: Scene) -> float:
    return float(np.max(_rates_in_eta(measure, scene), initial=-math.inf))


def _steps_below(measure: Measure, scene: Scene) -> float:
    return _first_below(scene.trajectories[measure.run].error, measure.value)


def _steps_until(measure: Measure, scene: Scene) -> float:
    error = scene.trajectories[measure.run].error
    return _first_below(error, float(error[0]) / measure.value)


def _first_below(error: NDArray[np.float64], limit: float) -> float:
    found = np.flatnonzero(error < limit)
    return float(found[0]) if found.size else math.nan


def _stopped(measure: Measure, scene: Scene) -> float:
    return stopped_at(scene.trajectories[measure.run])


def _size(measure: Measure, scene: Scene) -> float:
    return abs(measured(measure.of[0], scene))


def _quotient(measure: Measure, scene: Scene) -> float:
    above, below = (np.float64(measured(one, scene)) for one in measure.of)
    return float(above / below)


def _product(measure: Measure, scene: Scene) -> float:
    return math.prod(measured(one, scene) for one in measure.of)


def _difference(measure: Measure, scene: Scene) -> float:
    first, second = (measured(one, scene) for one in measure.of)
    return first - second


def _where_control_is(measure: Measure, scene: Scene) -> float:
    return measured(measure.of[0], scene_of(scene.stop, measure.value))


MEASURES: Mapping[str, Function] = MappingProxyType(
    {
        "control": _control,
        "constant": _constant,
        "setting": _setting,
        "parameter": _parameter,
        "error": _error,
        "weight": _weight,
        "gradient": _gradient,
        "slope": _slope,
        "update": _update,
        "state": _state,
        "rate": _rate,
        "least_rate": _least_rate,
        "most_rate": _most_rate,
        "steps_below": _steps_below,
        "steps_until": _steps_until,
        "stopped": _stopped,
        "size": _size,
        "quotient": _quotient,
        "product": _product,
        "difference": _difference,
        "at": _where_control_is,
        **PATH_MEASURES,
    }
)
"""For each kind of measure: from the measure and the scene to the number."""
