"""What a reader takes home as a file: the scene as a script, a run's steps as a table."""

from __future__ import annotations

from flask import Blueprint, Response, request

from optimizers import LockstepError
from optimizers.hand_calculation import FORMS, steps_table
from optimizers.scripts import FLAVOURS, script
from server.request_query import request_query, request_state
from server.responses import refused, versioned

LIBRARY = "library"
"""The part of an address that names the library of a script."""

TYPES = {"md": "text/markdown", "tex": "application/x-tex", "csv": "text/csv"}

attachments = Blueprint("attachments", __name__)


@attachments.get("/script.py")
def scene() -> Response:
    """Answer with the runs of the state in the address as a script."""
    try:
        state = request_state()
        library = request_query().get(LIBRARY, ["numpy"])[0]
        if library not in FLAVOURS:
            return refused(f"{LIBRARY}: Give {' or '.join(FLAVOURS)}.")
        runs = [(run.rule, run.settings) for run in state.runs]
        code = script(library, state.E, state.start, state.steps, runs)
        return versioned(Response(code, mimetype="text/x-python"))
    except LockstepError as error:
        return refused(str(error))


@attachments.get(f"/steps.<any({', '.join(FORMS)}):form>")
def steps(form: str) -> Response:
    """Answer with the steps of the selected run of the state in the address as a table."""
    try:
        state = request_state()
        run = state.selected_run
        text = steps_table(form, run.rule, state.trajectory(run))
        return versioned(Response(text, mimetype=TYPES[form]))
    except LockstepError as error:
        return refused(str(error))


@attachments.after_app_request
def save_file(response: Response) -> Response:
    """Have a browser save it; here, since the answer cache keeps no headers.

    A link's `download` names the file; without one, the last part of the path does.
    """
    is_saved = request.path == "/script.py" or request.path.startswith("/steps.")
    if is_saved and response.status_code == 200:
        response.headers["Content-Disposition"] = "attachment"
    return response
