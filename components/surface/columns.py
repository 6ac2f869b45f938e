"""Columns of a trajectory as JSON, for what the browser draws before the kernels are there."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizers import Trajectory

Column = list[float | None]


def trajectory_columns(trajectory: Trajectory, *, path_only: bool = False) -> dict[str, Any]:
    """Return a trajectory as the browser keeps its own runs: columns, rows, why it stopped.

    Parameters
    ----------
    trajectory : Trajectory
        From NumPy.
    path_only : bool
        Leave out everything but w1, w2 and E, and of these all but six digits: enough for a
        picture that lasts until the browser has runs of its own.

    Returns
    -------
    dict
        Numbers that are not finite, and g and v of row 0, which nothing has led to, are None.
    """
    columns: dict[str, Column] = {"E": _column(trajectory.error)} | _pair("w", trajectory.w)
    if path_only:
        columns = {name: [_rounded(value) for value in column] for name, column in columns.items()}
    else:
        start = np.full((1, 2), np.nan)
        for name, values in (("g", trajectory.gradient), ("v", trajectory.update)):
            columns |= _pair(name, np.vstack([start, values]))
        for name, values in trajectory.state.items():
            columns |= _pair(name, values)
    return {"columns": columns, "rows": len(trajectory.error), "stopped": trajectory.stopped}


def _pair(name: str, values: NDArray[np.float64]) -> dict[str, Column]:
    return {f"{name}{i + 1}": _column(values[:, i]) for i in (0, 1)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.6g}")


def _column(values: NDArray[np.float64]) -> Column:
    return [float(value) if np.isfinite(value) else None for value in values]
