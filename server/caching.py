"""How long a browser, and a cache in front of the server, may keep what they were sent.

Kernels and tables say so themselves (`responses`). Nothing here depends on who asks: an
address has one answer.
"""

from __future__ import annotations

from collections.abc import Collection

from flask import Flask, Response, request

from server.responses import A_YEAR, AN_HOUR

A_MINUTE = 60

BUNDLE = "/assets/dist/"
"""Files here have their hash in their name."""

PAGE = ("/", "/_dash-layout", "/_dash-dependencies")
"""What a page is made of; a new version of Lockstep must be seen soon."""


def allow_caching(server: Flask, named: Collection[str]) -> None:
    """Make a server say of its pages and files how long they may be cached.

    Parameters
    ----------
    server : Flask
        The server.
    named : collection of str
        The addresses, relative to the page, of files whose address names their content.
    """

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
            control.max_age = A_YEAR if control.immutable else AN_HOUR
        elif request.path.startswith("/_dash-component-suites/") and not control.max_age:
            control.no_cache = None
            control.public, control.max_age = True, AN_HOUR
        return response

    server.after_request(allow)
