"""The runs of a state as a table: ``/trajectory.csv?...``."""

from __future__ import annotations

import csv
import io

import numpy as np
from flask import Blueprint, Response
from numpy.typing import NDArray

from components.state.state import Run, State
from optimizers import LockstepError, Trajectory
from server.request_query import request_state
from server.responses import refused, versioned

Column = list[float | None]

FIXED = ("t", "w1", "w2", "E", "g1", "g2", "v1", "v2")
"""Columns that the table of every rule has."""

trajectories = Blueprint("trajectories", __name__)


@trajectories.get("/trajectory.csv")
def trajectory() -> Response:
    """Answer with the NumPy runs of the state in the address."""
    try:
        return versioned(Response(table(request_state()), mimetype="text/csv"))
    except LockstepError as error:
        return refused(str(error))


def table(state: State) -> str:
    """Return the runs as CSV.

    Columns: ``run,t,w1,w2,E,g1,g2,v1,v2``, then the states of all rules in the table. Row t = 0 is
    the start; g and v of row t led to it. A place without a value is empty; floats have full
    precision.
    """
    names = list(dict.fromkeys(s.name for run in state.runs for s in run.rule.state))
    columns = [*FIXED, *(f"{name}{i}" for name in names for i in (1, 2))]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["run", *columns])
    for number, run in enumerate(state.runs, start=1):
        found = run_columns(state, run)
        nothing = [None] * len(found["t"])
        rows = zip(*(found.get(name, nothing) for name in columns), strict=True)
        writer.writerows([f"{number} {run.optimizer}", *row] for row in rows)
    return text.getvalue()


def run_columns(state: State, run: Run) -> dict[str, Column]:
    """Return the columns of one of the runs by name: `FIXED`, then the states of its rule."""
    found: Trajectory = state.trajectory(run)
    columns: dict[str, Column] = {"t": list(range(found.error.size))}
    columns |= _pair("w", found.w)
    columns["E"] = found.error.tolist()
    for name, led in (("g", found.gradient), ("v", found.update)):
        columns |= {key: [None, *values] for key, values in _pair(name, led).items()}
    for name, values in found.state.items():
        columns |= _pair(name, values)
    return columns


def _pair(name: str, values: NDArray[np.float64]) -> dict[str, Column]:
    return {f"{name}{i + 1}": values[:, i].tolist() for i in (0, 1)}
