"""Requests that no page sends are refused, and none is answered with a 500."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from components import ids
from settings import read_settings
from tests.support.callback_bodies import asking
from tests.support.responses import CALLBACKS, answer, send

GOOD = asking("?E=w1^2")
WRONG: dict[str, Any] = {
    "nothing": {},
    "null": None,
    "a list": [],
    "a number": 1,
    "a text": "x",
    "NaN": float("nan"),
    "an unknown output": {**GOOD, "output": "nobody.children"},
    "an output without a property": {**GOOD, "output": "nobody"},
    "an output of the browser's own": {**GOOD, "output": "state.id"},
    "an output that is null": {**GOOD, "output": None},
    "an output that is a number": {**GOOD, "output": 5},
    "an output that is a list": {**GOOD, "output": []},
    "an output that is an object": {**GOOD, "output": {}},
    "only an output": {"output": GOOD["output"]},
    "outputs that are null": {**GOOD, "outputs": None},
    "outputs that are a text": {**GOOD, "outputs": "x"},
    "outputs that are numbers": {**GOOD, "outputs": [1, 2, 3, 4]},
    "no outputs": {**GOOD, "outputs": []},
    "other outputs": {**GOOD, "outputs": [{"id": "a", "property": "b"}] * 4},
    "one output": {**GOOD, "outputs": {"id": "a", "property": "b"}},
    "inputs that are null": {**GOOD, "inputs": None},
    "inputs that are an object": {**GOOD, "inputs": {}},
    "inputs that are a text": {**GOOD, "inputs": "x"},
    "inputs that are numbers": {**GOOD, "inputs": [1]},
    "inputs in a list": {**GOOD, "inputs": [[]]},
    "no inputs": {**GOOD, "inputs": []},
    "too many inputs": {**GOOD, "inputs": GOOD["inputs"] * 2},
    "an input without a name": {**GOOD, "inputs": [{"value": "?E=w1"}]},
    "an input of another name": {
        **GOOD,
        "inputs": [{"id": "a", "property": "b", "value": "?E=w1"}],
    },
    "state that is a number": {**GOOD, "state": 5},
    "state that nobody asked for": {**GOOD, "state": [{"id": "x", "property": "y", "value": 1}]},
    "changes that are a number": {**GOOD, "changedPropIds": 5},
    "changes that are numbers": {**GOOD, "changedPropIds": [5]},
}
WITHOUT = {
    f"without {name}": {key: value for key, value in GOOD.items() if key != name}
    for name in ("output", "outputs", "inputs")
}


@pytest.mark.parametrize("body", (WRONG | WITHOUT).values(), ids=(WRONG | WITHOUT).keys())
def test_a_body_of_the_wrong_shape_is_refused(client: FlaskClient, body: object) -> None:
    assert 400 <= send(client, json.dumps(body)) < 500


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b'{"output":', b"\xff\xfe", b"[" * 30_000, b"1" * 5000],
    ids=["empty", "words", "cut off", "not utf-8", "nested", "digits"],
)
def test_a_body_that_is_no_json_is_refused(client: FlaskClient, body: bytes) -> None:
    assert 400 <= send(client, body) < 500


@pytest.mark.parametrize("mimetype", ["text/plain", "application/x-www-form-urlencoded", "", "x"])
def test_a_body_of_another_type_is_refused(client: FlaskClient, mimetype: str) -> None:
    # A page of another site can send these without asking first.
    assert 400 <= send(client, json.dumps(GOOD), mimetype) < 500


def test_a_huge_body_is_refused_unread(client: FlaskClient) -> None:
    assert (
        send(client, json.dumps({**GOOD, "padding": "x" * read_settings({}).largest_body})) == 413
    )


def test_other_methods_are_refused(client: FlaskClient) -> None:
    for path in ("/kernels/optimizers.js", "/trajectory.csv", "/healthz"):
        assert client.post(path).status_code in (404, 405)
    assert client.get(CALLBACKS).status_code in (200, 404, 405)


def test_after_all_this_the_page_is_answered(client: FlaskClient) -> None:
    assert client.get("/").status_code == 200
    assert ids.SURFACE_GRAPH in answer(client, "?E=w1^2")
