"""Refusals: what no page asks for is answered in one sentence, never with a 500."""

import json

import pytest
from flask.testing import FlaskClient

from server.version import deployment_version
from settings import read_settings
from tests.support.responses import SENTENCE, json_of
from tests.support.routes import ROUTES

DASH_CALLBACKS = "/_dash-update-component"
"""Where Dash posts a callback; every callback of this page runs in the browser."""

BODIES = {
    "empty": b"",
    "words": b"not json",
    "cut off": b'{"output":',
    "not utf-8": b"\xff\xfe",
    "nested": b"[" * 30_000,
    "null": b"null",
    "a callback of Dash": json.dumps(
        {
            "output": "page-content.children",
            "outputs": {"id": "page-content", "property": "children"},
            "inputs": [{"id": "page-content", "property": "id", "value": "page-content"}],
            "changedPropIds": [],
        }
    ).encode(),
    "too large": b"x" * (read_settings({}).largest_body + 1),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("mimetype", ["application/json", "text/plain", "multipart/form-data", ""])
def test_a_callback_is_refused_whatever_its_body(
    client: FlaskClient, body: bytes, mimetype: str
) -> None:
    answer = client.post(DASH_CALLBACKS, data=body, content_type=mimetype)
    assert (answer.status_code, answer.mimetype) == (405, "text/plain")
    assert answer.get_data(as_text=True) == "Ask with GET.\n"
    assert answer.headers["Allow"] == "GET, HEAD"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("path", [*ROUTES, DASH_CALLBACKS, "/none"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "x"])
def test_every_other_method_is_refused_everywhere(
    client: FlaskClient, path: str, method: str
) -> None:
    answer = client.open(path, method=method, data=b"x=1")
    assert (answer.status_code, answer.mimetype) == (405, "text/plain")
    assert SENTENCE.fullmatch(answer.get_data(as_text=True))
    assert not answer.cache_control.public


@pytest.mark.parametrize(
    "path",
    [
        *("/x", "/x.js", "/kernels/none.js", "/nothing/here", "/index.html"),
        *("/figures/none.json", "/figures/none/surface.json", "/figures/playground", "/layout"),
        *("/_reload-hash", "/_favicon.ico", DASH_CALLBACKS),
        "/_dash-component-suites/plotly/package_data/plotly.min.js",
    ],
)
def test_an_unknown_address_is_404_in_a_sentence(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert answer.get_data(as_text=True) == "There is nothing at this address.\n"


def test_an_asset_that_is_not_there_is_404(client: FlaskClient) -> None:
    for path in ("/assets/none.js", "/assets/dist/none.js", "/assets/../app.py"):
        assert client.get(path).status_code == 404


def test_after_all_this_the_page_is_answered(client: FlaskClient) -> None:
    client.post(DASH_CALLBACKS, data=b"{")
    assert client.get("/").status_code == 200
    query = f"?E=w1^2&m={deployment_version()}"
    assert json_of(client.get(f"/figures/playground/surface.json{query}"))["E"] == "w1^2"
