"""HTTP caching: Cache-Control of pages and files, for browsers and shared caches.

Kernels and tables set theirs themselves (`responses.cacheable`). Nothing here depends on the
client: an address has one answer.
"""

from __future__ import annotations

from collections.abc import Collection

import dash
from flask import Flask, Response, request

from server.responses import A_YEAR, AN_HOUR

A_MINUTE = 60

BUNDLE = "/assets/dist/"
"""Files here have their hash in their name."""
INSTALLED = f".v{dash.__version__.replace('.', '_')}m"
"""The version of Dash that is installed, as its addresses name it."""

PAGE = ("/", "/_dash-layout", "/_dash-dependencies")
"""What a page is made of; a new version of Lockstep must be seen soon."""


def allow_caching(server: Flask, named: Collection[str], *, development: bool = False) -> None:
    """Make a server say of its pages and files how long they may be cached.

    Parameters
    ----------
    server : Flask
        The server.
    named : collection of str
        The addresses, relative to the page, of files whose address names their content.
    development : bool
        Whether other files are asked for each time, so that a change is seen at once.
    """
    unnamed = 0 if development else AN_HOUR

    def allow(response: Response) -> Response:
        if request.method not in ("GET", "HEAD") or response.status_code not in (200, 304):
            return response
        control = response.cache_control
        if request.path in PAGE:
            # The browser asks each time; only a shared cache may answer without the server.
            control.public, control.max_age, control.s_maxage = True, 0, A_MINUTE
            response.add_etag()
            response.make_conditional(request)
        elif request.path.startswith("/assets/") and response.get_etag()[0]:
            control.no_cache = None
            control.public = True
            control.immutable = request.path.startswith(BUNDLE) or request.full_path[1:] in named
            control.max_age = A_YEAR if control.immutable else unnamed
        elif request.path.startswith("/_dash-component-suites/"):
            # Dash allows a year for every version that an address names, installed or not.
            control.no_cache = None
            control.public = True
            control.max_age = A_YEAR if INSTALLED in request.path else AN_HOUR
        return response

    server.after_request(allow)
