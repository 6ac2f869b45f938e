"""The runs of a state as a table: ``/trajectory.csv?...``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from flask import Blueprint, Response

from components.state.state import Run, State
from optimizers import LockstepError, Trajectory
from server.request_query import request_state
from server.responses import refused, versioned

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
    columns = [f"{name}{i}" for name in names for i in (1, 2)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["run", "t", "w1", "w2", "E", "g1", "g2", "v1", "v2", *columns])
    for number, run in enumerate(state.runs, start=1):
        writer.writerows(_rows(f"{number} {run.optimizer}", run, names, state))
    return text.getvalue()


def _rows(label: str, run: Run, names: list[str], state: State) -> Iterator[list[object]]:
    found: Trajectory = state.trajectory(run)
    for t in range(found.error.size):
        led = [*found.gradient[t - 1].tolist(), *found.update[t - 1].tolist()] if t else [""] * 4
        memory = [
            value
            for name in names
            for value in (found.state[name][t].tolist() if name in found.state else ["", ""])
        ]
        yield [label, t, *found.w[t].tolist(), float(found.error[t]), *led, *memory]
