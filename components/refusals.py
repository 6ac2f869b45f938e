"""Refusals that hold for every address: what Flask or Dash would answer with a 500."""

from __future__ import annotations

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, request

from .answers import refused


def refuse_unreadable(app: Dash) -> None:
    """Refuse addresses that are no text, and say of files that are not there that they are not."""

    def check_address() -> Response | None:
        try:
            request.query_string.decode("ascii")
        except UnicodeDecodeError:
            return refused("The address holds bytes that must be written with %, such as %C3%BC.")
        return None

    def no_such_file(_: DependencyException) -> Response:
        return Response("There is no such file.\n", status=404, mimetype="text/plain")

    app.server.before_request(check_address)
    app.server.register_error_handler(DependencyException, no_such_file)
