"""How an address that is not the page answers: cacheable text, or one plain sentence."""

from __future__ import annotations

from flask import Response, request

from optimizers.kernels import content_hash

AN_HOUR = 3600
A_YEAR = 365 * 24 * 3600
VERSION = "m"
"""The part of an address that says what is in the answer, by its content hash; Dash's own too."""


def cacheable(text: str, mimetype: str) -> Response:
    """Return a text that may be kept: for a year if the address names it, else for an hour.

    After an hour it is checked by its tag. While a new version of Lockstep is rolled out, an
    address may reach an older text than it names.
    """
    response = Response(text, mimetype=mimetype)
    named = request.args.get(VERSION) == content_hash(text.encode())
    response.cache_control.public = True
    response.cache_control.immutable = named
    response.cache_control.max_age = A_YEAR if named else AN_HOUR
    response.add_etag()
    response.make_conditional(request)
    return response


def refused(sentence: str) -> Response:
    """Return 400 with one sentence that names the parameter and the mistake."""
    return Response(f"{sentence}\n", status=400, mimetype="text/plain")
