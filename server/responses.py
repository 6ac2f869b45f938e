"""Responses of all routes but the page: cacheable text and JSON, or one plain sentence."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from dash.development.base_component import Component
from flask import Response, request

from optimizers.kernels import content_hash
from server.version import deployment_version

AN_HOUR = 3600
A_YEAR = 365 * 24 * 3600
VERSION = "m"
"""The part of an address that names the version of the answer; Dash uses the same letter."""


def cacheable(text: str, mimetype: str) -> Response:
    """Return a text that may be cached: for a year if the address names its hash, else for an hour.

    After an hour it is revalidated by its ETag. While a new version is rolled out, an address may
    reach an older text than it names.
    """
    response = Response(text, mimetype=mimetype)
    named = request.args.get(VERSION) == content_hash(text.encode())
    response.cache_control.public = True
    response.cache_control.immutable = named
    response.cache_control.max_age = A_YEAR if named else AN_HOUR
    response.add_etag()
    response.make_conditional(request)
    return response


def versioned_json(value: Any) -> Response:
    """Return an answer that follows from the deployment's version and the address alone, as JSON.

    It may be cached for a year if the address names the version that is running.
    """
    text = json.dumps(
        value, default=_component, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return versioned(Response(text, mimetype="application/json"))


def versioned(response: Response, etag: str = "") -> Response:
    """Add the lifetime in caches and the ETag of the address, or the one given, to an answer."""
    named = request.args.get(VERSION) == deployment_version()
    response.cache_control.public = True
    response.cache_control.immutable = named
    response.cache_control.max_age = A_YEAR if named else 0
    response.set_etag(etag or address_etag(), weak=True)  # bytes may differ by process
    response.make_conditional(request)
    return response


def address_etag() -> str:
    """Return the ETag of an answer that depends on nothing but version, path and query."""
    address = f"{deployment_version()} {request.path}?".encode() + request.query_string
    return hashlib.sha256(address).hexdigest()[:24]


def _component(value: object) -> Any:
    if isinstance(value, Component):
        to_json: Any = value.to_plotly_json
        return to_json()
    raise TypeError(f"{type(value).__name__} has no JSON")


def refused(sentence: str) -> Response:
    """Return 400 with one sentence that names the parameter and the mistake."""
    return Response(f"{sentence}\n", status=400, mimetype="text/plain")
