"""A path prefix in front of every address, whether the proxy that adds it keeps it or takes it off.

The page writes its addresses with the prefix (Dash's ``requests_pathname_prefix``); here it is
taken off again, so that routes know nothing of it. A request without it is answered as well: a
proxy may have taken it off, and a platform may ask ``/healthz`` without going through the proxy.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def serve_under(server: Flask, prefix: str) -> None:
    """Make a server answer under a prefix too.

    Parameters
    ----------
    server : Flask
        The server.
    prefix : str
        Begins and ends with a slash; "/" changes nothing.
    """
    bare = prefix.rstrip("/")
    if not bare:
        return
    inner: WSGIApplication = server.wsgi_app

    def take_off(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith(prefix):
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + bare
            environ["PATH_INFO"] = path[len(bare) :]
        return inner(environ, start_response)

    def add_slash() -> Response | None:
        # Without it, addresses that start from the page would miss the prefix.
        if request.path != bare:
            return None
        query = request.query_string.decode("ascii", "replace")
        return redirect(f"{prefix}?{query}" if query else prefix, 308)

    server.wsgi_app = take_off  # type: ignore[method-assign]
    server.before_request(add_slash)
