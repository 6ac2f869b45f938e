"""What is fuzzed: a formula with all its renderings, an address, and requests of every kind."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote, unquote_to_bytes
from xml.etree import ElementTree

import numpy as np
from werkzeug.test import run_wsgi_app

import app
from components.state.address import read_address
from components.state.query import QueryError, parts_of
from components.surface.contours import contours
from optimizers import OPTIMIZERS, ErrorFunction, LockstepError, descend
from optimizers.codegen.error_function_module import error_function_module
from optimizers.formulas.typeset import error_function_formula
from tests.support.routes import CONSTANT, LAYOUTS, STRICT

POINTS = ((0.7, -1.3), (0.0, 0.0), (1e6, -1e6), (-3.0, 2.0))
REFUSED_OR_BUSY = 503
HEADERS = (
    *("ACCEPT_ENCODING", "IF_NONE_MATCH", "RANGE", "HOST", "CONTENT_TYPE", "COOKIE"),
    *("IF_MODIFIED_SINCE", "ACCEPT", "X_FORWARDED_FOR", "X_FORWARDED_PREFIX", "IF_RANGE"),
    *("AUTHORIZATION", "ORIGIN", "TRANSFER_ENCODING", "CONTENT_ENCODING", "CONTENT_LENGTH"),
)
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE", "PROPFIND", "")
PATHS = (*LAYOUTS, *STRICT, "/tour", *CONSTANT, "/_dash-update-component", "/_reload-hash")
"""Those that read a query stand first."""


class BrokenError(Exception):
    """A promise that was not kept."""


def formula(text: str, number: int) -> None:
    """Read a formula; if it is one, print it everywhere and compute it at some points."""
    try:
        function = ErrorFunction.parse(text)
    except LockstepError as error:
        _check_sentence(str(error))
        return
    again = ErrorFunction.parse(function.text)
    if again.text != function.text or not (function.text.isascii() and function.text.isprintable()):
        raise BrokenError(f"canonical text {function.text!r} reads back as {again.text!r}")
    for w1, w2 in POINTS:
        if len(function.evaluate(w1, w2)) != 3:
            raise BrokenError("E, g1 and g2 are three numbers")
    grid = np.meshgrid(np.linspace(-2, 2, 4), np.linspace(-3, 3, 5))
    if function(*grid).shape != (5, 4) or function.gradient(*grid).shape != (2, 5, 4):
        raise BrokenError("values have the shape of the weights")
    error_function_module(function)
    ElementTree.fromstring(f"<page>{error_function_formula(function)}</page>")
    if number % 16 == 0:
        contours(function, (-5, 5, -5, 5))
    descend(function, list(OPTIMIZERS.values())[number % len(OPTIMIZERS)], POINTS[number % 4], 20)


def address(text: str, _: int) -> None:
    """Read an address."""
    try:
        mistakes: Sequence[LockstepError] = read_address(parts_of(text))[1]
    except QueryError as error:
        mistakes = [error]
    for mistake in mistakes:
        _check_sentence(str(mistake))


def request(data: bytes, way: int, number: int) -> None:
    """Send a request whose path, query, header or body is the input."""
    text = data.decode("latin-1")
    environment = _environment()
    WAYS[way % len(WAYS)](environment, text, number)
    answer, status, headers = run_wsgi_app(app.server, environment, buffered=True)
    body = b"".join(answer)
    code = int(status.split()[0])
    if not 200 <= code < 500 and code != REFUSED_OR_BUSY:
        raise BrokenError(f"answered with {status}: {body[:200]!r}")
    if "X-Injected" in headers:
        raise BrokenError("a header was injected")


def _environment() -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8050",
        "HTTP_HOST": "127.0.0.1:8050",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def _post(environment: dict[str, Any], body: bytes) -> None:
    environment |= {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/_dash-update-component",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }


def _kernel(environment: dict[str, Any], text: str, _: int) -> None:
    query = "E=" + quote(text.encode("latin-1"))
    environment |= {"PATH_INFO": "/kernels/error-function.js", "QUERY_STRING": query}


def _query(environment: dict[str, Any], text: str, number: int) -> None:
    environment |= {"PATH_INFO": PATHS[number % len(PATHS)], "QUERY_STRING": text}


def _body(environment: dict[str, Any], text: str, _: int) -> None:
    _post(environment, text.encode("latin-1"))


def _path(environment: dict[str, Any], text: str, number: int) -> None:
    below = (
        "/",
        "/assets/",
        "/_dash-component-suites/",
        "/_dash-component-suites/dash/",
        "/kernels/",
        "/figures/",
    )
    path = unquote_to_bytes(text.encode("latin-1")).decode("latin-1")
    environment["PATH_INFO"] = below[number % len(below)] + path


def _header(environment: dict[str, Any], text: str, number: int) -> None:
    name = HEADERS[number % len(HEADERS)]
    value = text.replace("\r", "").replace("\n", "").replace("\0", "")  # no server lets these by
    environment["PATH_INFO"] = PATHS[number // 16 % len(PATHS)]
    environment[name if name.startswith("CONTENT_") else f"HTTP_{name}"] = value


def _method(environment: dict[str, Any], text: str, number: int) -> None:
    _post(environment, text.encode("latin-1"))
    environment |= {
        "REQUEST_METHOD": METHODS[number % len(METHODS)],
        "PATH_INFO": PATHS[number // 16 % len(PATHS)],
        "CONTENT_TYPE": ("application/json", "multipart/form-data; boundary=x")[number & 1],
    }


WAYS: tuple[Callable[[dict[str, Any], str, int], None], ...] = (
    *(_kernel, _query, _body, _path, _header, _method),
)
"""How an input becomes a request."""

BY_PATH = WAYS.index(_query)
"""The way to every path of the site."""


def _check_sentence(text: str) -> None:
    """Check that a message is one printable sentence of bounded length."""
    if not (text.isprintable() and text.endswith((".", "?")) and len(text) < 400):
        raise BrokenError(f"no sentence: {text!r}")
