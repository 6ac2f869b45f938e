"""How an address that is not the page answers: cacheable text, or one plain sentence."""

from __future__ import annotations

from flask import Response, request

AN_HOUR = 3600


def cacheable(text: str, mimetype: str) -> Response:
    """Return a text that may be kept for an hour and checked by its tag after that."""
    response = Response(text, mimetype=mimetype)
    response.cache_control.public = True
    response.cache_control.max_age = AN_HOUR
    response.add_etag()
    response.make_conditional(request)
    return response


def refused(sentence: str) -> Response:
    """Return 400 with one sentence that names the parameter and the mistake."""
    return Response(f"{sentence}\n", status=400, mimetype="text/plain")
