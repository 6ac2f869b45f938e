"""The runs of a state as JSON: ``/trajectory.json?...``, the table's numbers and what they are."""

from __future__ import annotations

import math
from typing import Any

from flask import Blueprint, Response, request

from components.state.state import Run, State
from optimizers import LockstepError
from server.request_query import request_state
from server.responses import refused, versioned_json
from server.trajectory_csv import run_columns

trajectory_json = Blueprint("trajectory_json", __name__)


@trajectory_json.get("/trajectory.json")
def trajectory() -> Response:
    """Answer with the NumPy runs of the state in the address."""
    try:
        query = request.query_string.decode("utf-8", "replace")
        address = f"/?{query}" if query else "/"
        return versioned_json({"address": address, **document(request_state())})
    except LockstepError as error:
        return refused(str(error))


def document(state: State) -> dict[str, Any]:
    """Return function, start, steps and runs; the columns of a run are those of the table.

    A number that JSON has no form for is null, as g and v of row t = 0, to which nothing led.
    """
    return {
        "E": state.E.text,
        "start": state.start,
        "steps": state.steps,
        "runs": [_run(state, run) for run in state.runs],
    }


def _run(state: State, run: Run) -> dict[str, Any]:
    columns = run_columns(state, run)
    return {
        "optimizer": run.optimizer,
        "name": run.rule.name,
        "hyperparameters": run.settings,
        "stopped": state.trajectory(run).stopped,
        "columns": {name: [_number(value) for value in values] for name, values in columns.items()},
    }


def _number(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
