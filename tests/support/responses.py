"""Requests to the server and checks of its answers."""

import re
from typing import Any
from urllib.parse import urlencode

from werkzeug.test import TestResponse

ROSENBROCK = "(1-w1)^2+20*(3*w2-w1^2)^2"
SENTENCE = re.compile(r"[^\n]{10,400}[.?]\n?")
"""One plain sentence, or two."""


def address(path: str, **parts: object) -> str:
    """Return an address with a query; a part that is a list is repeated."""
    return f"{path}?{urlencode(parts, doseq=True, errors='surrogatepass')}"


def refusal(response: TestResponse, part: str = "") -> str:
    """Return the sentence of a 400, after checking its form and the part that it names."""
    assert (response.status_code, response.mimetype) == (400, "text/plain")
    text = response.get_data(as_text=True)
    assert SENTENCE.fullmatch(text)
    assert text.startswith(f"{part}: " if part else "")
    assert not response.cache_control.public
    assert not response.get_etag()[0]
    return text


def json_of(response: TestResponse) -> Any:
    """Return the JSON of an answer, after checking that it is JSON and that it can be cached."""
    assert (response.status_code, response.mimetype) == (200, "application/json")
    assert response.cache_control.public
    assert response.get_etag()[0]
    return response.get_json()
