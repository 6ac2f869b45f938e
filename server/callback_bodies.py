"""A check of every callback's body before Dash reads it: what the page never sends is refused.

Dash answers a malformed body with 500; a public server meets many of those.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import Dash
from flask import Response, request

from components.state.query import is_shallow
from server.responses import refused

ENDPOINT = "_dash-update-component"

BEGINNING = b'{"'
"""How every body of the page begins. A reader of JSON would let other bytes choose the encoding."""


def check_callback_bodies(app: Dash) -> None:
    """Refuse bodies that do not name one of an app's callbacks with all its parts.

    Parameters
    ----------
    app : Dash
        With all its callbacks defined.
    """
    known = {
        callback["output"]: callback
        for callback in app._callback_list
        if callback["clientside_function"] is None
    }
    path = f"{app.config.routes_pathname_prefix}{ENDPOINT}"

    def refuse_malformed() -> Response | None:
        if request.method != "POST" or request.path != path:
            return None
        try:
            body = request.get_json() if request.get_data().startswith(BEGINNING) else None
        except RecursionError:
            body = None
        if is_shallow(body) and _names_a_callback(body, known):
            return None
        return refused("The request names no callback of this page: reload the page.")

    app.server.before_request(refuse_malformed)


def _names_a_callback(body: object, known: Mapping[str, Mapping[str, Any]]) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    callback = known.get(body["output"])
    if callback is None or body.get("outputs") != _outputs(body["output"]):
        return False
    inputs = callback["inputs"]
    named = [f"{i['id']}.{i['property']}" for i in inputs]
    changed = body.get("changedPropIds", [])
    return (
        _parts(body.get("inputs")) == inputs
        and _parts(body.get("state", [])) == callback["state"]
        and isinstance(changed, list)
        and all(one in named for one in changed)
    )


def _outputs(output: str) -> object:
    """Return what a body has as ``outputs``: one part, or a list of them between double dots."""
    parts = [
        dict(zip(("id", "property"), part.split(".", 1), strict=True))
        for part in output.strip(".").split("...")
    ]
    return parts if output.startswith("..") else parts[0]


def _parts(values: object) -> object:
    """Return the names in a list of named values, without the values."""
    if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
        return None
    return [{k: v[k] for k in v if k != "value"} for v in values]
