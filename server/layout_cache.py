"""Layouts that were built lately are kept: the bare page, and the address a class has in hand."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from dash import Dash
from flask import Response, request

MOST_KEPT = 16
"""Some 400 kB each."""

LONGEST_KEPT = 500
"""Bytes of the query of a layout that is kept."""


def keep_layouts(app: Dash) -> None:
    """Make an app answer with the layouts it has built lately, each address having one."""
    path = f"{app.config.routes_pathname_prefix}_dash-layout"
    kept: OrderedDict[bytes, bytes] = OrderedDict()
    lock = Lock()

    def answer() -> Response | None:
        query = request.query_string
        if request.path != path or request.method != "GET" or query not in kept:
            return None
        with lock:
            text = kept.get(query)
            if text is None:
                return None
            kept.move_to_end(query)
        return Response(text, mimetype="application/json")

    def keep(response: Response) -> Response:
        query = request.query_string
        if request.path != path or request.method != "GET" or response.status_code != 200:
            return response
        if len(query) <= LONGEST_KEPT and query not in kept:
            with lock:
                kept[query] = response.get_data()
                if len(kept) > MOST_KEPT:
                    # The bare page is asked for most, and stays.
                    del kept[next(other for other in kept if other)]
        return response

    app.server.before_request(answer)
    app.server.after_request(keep)
