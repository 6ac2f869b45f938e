"""HTTP caching: Cache-Control of pages and files, for browsers and shared caches.

Kernels and tables set theirs themselves (`responses.cacheable`). Nothing here depends on the
client: an address has one answer.
"""

from __future__ import annotations

import dash
from flask import Flask, Response, request

from server.responses import A_YEAR, AN_HOUR, VERSION

A_MINUTE = 60

INSTALLED = f".v{dash.__version__.replace('.', '_')}m"
"""The version of Dash that is installed, as its addresses name it."""

PAGE = ("/", "/_dash-layout", "/_dash-dependencies")
"""What a page is made of; a new version of Lockstep must be seen soon."""


def allow_caching(server: Flask) -> None:
    """Make a server say of its pages and files how long they may be kept."""

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
            control.immutable = _names_its_version(response)
            control.max_age = A_YEAR if control.immutable else AN_HOUR
        elif request.path.startswith("/_dash-component-suites/"):
            # Dash allows a year for every version that an address names, installed or not.
            control.no_cache = None
            control.public = True
            control.max_age = A_YEAR if INSTALLED in request.path else AN_HOUR
        return response

    server.after_request(allow)


def _names_its_version(response: Response) -> bool:
    """Say whether the address names the file that is sent, as its tag does (`assets`).

    While a new version of Lockstep is rolled out, an address may reach an older file than it names.
    """
    version, tag = request.args.get(VERSION), response.get_etag()[0]
    return bool(version and tag and tag.startswith(f"{version}-"))
