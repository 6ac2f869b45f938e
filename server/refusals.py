"""Refusals that hold for every address: what Flask or Dash would answer with a 500 or a page."""

from __future__ import annotations

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, request

from server.responses import refused

EVERYWHERE = "/<path:path>"
"""Dash's route for all that has no other."""

RELOAD_HASH = "/_reload-hash"
"""Dash's route for reload during development."""

UNUSED = ("/_dash-component-suites/plotly/", "/_favicon.ico")
"""Files that Dash serves and the page never asks for; Plotly's own script has 4.8 MB."""


def not_found() -> Response:
    """Return 404 with one sentence."""
    return Response("There is nothing at this address.\n", status=404, mimetype="text/plain")


def refuse_unreadable(app: Dash) -> None:
    """Refuse addresses that are no text, and say of what is not there that it is not."""

    def check_address() -> Response | None:
        try:
            request.query_string.decode("ascii")
        except UnicodeDecodeError:
            return refused("The address holds bytes that must be written with %, such as %C3%BC.")
        return None

    def no_such_file(_: DependencyException) -> Response:
        return not_found()

    app.server.before_request(check_address)
    app.server.register_error_handler(DependencyException, no_such_file)


def refuse_callbacks(server: Flask) -> None:
    """Refuse Dash's callbacks: all of this site's run in the browser."""

    def check_method() -> Response | None:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return None
        headers = {"Allow": "GET, HEAD"}
        return Response("Ask with GET.\n", 405, headers, mimetype="text/plain")

    server.before_request(check_method)


def refuse_elsewhere(server: Flask) -> None:
    """Answer 404 for unused routes, and for what has no route: Dash would show its page."""

    def check_path() -> Response | None:
        unused = request.path.startswith(UNUSED) or (
            request.path == RELOAD_HASH and not server.debug
        )
        return not_found() if unused or request.endpoint == EVERYWHERE else None

    server.before_request(check_path)
