"""How the tests ask the server, and what they make of its answers."""

import re
from typing import Any
from urllib.parse import urlencode

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.callback_bodies import asking

CALLBACKS = "/_dash-update-component"
BANANA = "(1-w1)^2+20*(3*w2-w1^2)^2"


def address(path: str, **parts: object) -> str:
    return f"{path}?{urlencode(parts, doseq=True)}"


def said_of_a_mistake(response: TestResponse, part: str) -> str:
    """Return the sentence that answers a mistake, after checking its form."""
    assert (response.status_code, response.mimetype) == (400, "text/plain")
    text = response.get_data(as_text=True)
    assert re.fullmatch(rf"{part}: [^\n]+[.?]\n", text), text
    assert len(text) < 300
    assert not response.cache_control.public
    return text


def send(client: FlaskClient, body: str | bytes, mimetype: str = "application/json") -> int:
    return client.post(CALLBACKS, data=body, content_type=mimetype).status_code


def answer(client: FlaskClient, query: object) -> dict[str, Any]:
    response = client.post(CALLBACKS, json=asking(query))
    assert response.status_code == 200
    return dict(response.get_json()["response"])
