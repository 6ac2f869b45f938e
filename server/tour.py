"""Routes of the tour: a page of its own, which the browser needs no further request to read."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from flask import Blueprint, Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from components.state.hand_typed import names_in
from components.state.query import Parts, QueryError
from server.request_query import request_query
from server.responses import versioned

EMBED, KEY = "embed", "tour"


def tour_routes(page: Callable[[Parts, str], str]) -> Blueprint:
    """Return the routes.

    Parameters
    ----------
    page : callable
        From the query, and a sentence on why it could not be read, to the page's HTML.
    """
    tour = Blueprint(KEY, __name__)
    # Two that render side by side would both compute what neither has yet.
    rendering = Lock()

    @tour.before_app_request
    def elsewhere() -> AnyResponse | None:
        if request.path == "/tour/":
            # Addresses that start from the page would miss the prefix.
            return _redirected("../")
        return _redirected("") if request.path == "/" and _is_asked_for() else None

    @tour.get("/tour")
    def whole() -> Response:
        with rendering:
            try:
                html = page(request_query(), "")
            except QueryError as error:
                html = page({}, f"{error} The page shows its default instead.")
        return versioned(Response(html, mimetype="text/html"))

    return tour


def prepare_tour(server: Flask) -> None:
    """Render the tour once, so that the caches of its parts are filled before a reader asks.

    It is no request, which would hold the turn of admission control: who asks for the tour
    meanwhile waits for this, and nobody else does.

    Parameters
    ----------
    server : Flask
        A server with the routes.
    """
    with server.test_request_context(f"/{KEY}"):
        server.view_functions[f"{KEY}.whole"]()


def _is_asked_for() -> bool:
    try:
        return KEY in names_in(request_query().get(EMBED, ()))
    except QueryError:
        return False


def _redirected(folder: str) -> AnyResponse:
    """Return a redirection to the tour, relative so that it keeps the deployment's prefix."""
    query = request.query_string.decode("ascii", "replace")
    return redirect(f"{folder}tour?{query}" if query else f"{folder}tour")
