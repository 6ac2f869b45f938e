"""Every hostile text through every door: nothing is run, nothing is answered with a 500.

A text that happens to be a formula is read as one; every other is answered with one sentence.
"""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from components import ids
from components.state.address import PARTS, read_address
from components.state.query import LONGEST_ADDRESS, QueryError, parts_of
from optimizers import ErrorFunction, ExpressionError
from optimizers.codegen.javascript import error_function_module
from optimizers.formulas.typeset import error_function_formula
from settings import read_settings
from tests.hostile.conftest import Listening
from tests.support.callback_bodies import asking
from tests.support.hostile.corpus import CORPUS
from tests.support.hostile.doors import CALLBACKS, SENTENCE

LONGEST_LINE = 256 * 1024
"""Servers refuse a first line that is longer before they hand it on."""

every_text = pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)


def query(**parts: str) -> str:
    """Return a query, cut where a server would refuse to read on."""
    return urlencode(parts, errors="surrogatepass")[:LONGEST_LINE]


def read(text: str) -> ErrorFunction | ExpressionError:
    """Return the function that a text is, or why it is none."""
    try:
        return ErrorFunction.parse(text)
    except ExpressionError as error:
        return error


def understood(text: str) -> bool:
    return isinstance(read(text), ErrorFunction)


def mistakes_of(text: str) -> list[str]:
    """Return what is wrong with an address."""
    try:
        return [str(error) for error in read_address(parts_of(text))[1]]
    except QueryError as error:
        return [str(error)]


@every_text
def test_parsing(text: str, nothing_is_run: Listening) -> None:
    with nothing_is_run():
        function = read(text)
        if isinstance(function, ExpressionError):
            assert SENTENCE.fullmatch(str(function))
            assert str(function).isprintable()
            return
        assert function.text.isascii()
        assert function.text.isprintable()
        assert len(function.evaluate(0.7, -1.3)) == 3
        assert json.dumps(function.text) in error_function_module(function)
        assert error_function_formula(function).startswith("<math")


@every_text
def test_the_address_of_a_kernel(text: str, client: FlaskClient, nothing_is_run: Listening) -> None:
    asked = query(E=text)
    with nothing_is_run():
        response = client.get(f"/kernels/error-function.js?{asked}")
    fits = len(asked) <= LONGEST_ADDRESS
    assert response.status_code == (200 if fits and understood(text) else 400)
    if response.status_code == 400:
        assert SENTENCE.fullmatch(response.get_data(as_text=True))
    assert "X-Injected" not in response.headers


@every_text
def test_the_address_of_a_table(text: str, client: FlaskClient, nothing_is_run: Listening) -> None:
    for part in PARTS:
        with nothing_is_run():
            response = client.get("/trajectory.csv?" + query(**({"steps": "3"} | {part: text})))
        assert response.status_code in (200, 400)
        if response.status_code == 400:
            assert SENTENCE.fullmatch(response.get_data(as_text=True))


@every_text
def test_the_address_of_the_page(text: str, client: FlaskClient, nothing_is_run: Listening) -> None:
    asked = query(E=text, run=text)
    with nothing_is_run():
        assert client.get(f"/?{asked}").status_code == 200
        response = client.get(f"/_dash-layout?{asked}")
    assert response.status_code == 200
    assert response.get_json()["props"]["id"] == ids.PAGE


@every_text
@pytest.mark.parametrize("store", [ids.ERROR_FUNCTION_ASKED, ids.SURFACE_VIEW_ASKED])
def test_a_callback(text: str, store: str, client: FlaskClient, nothing_is_run: Listening) -> None:
    body = json.dumps(asking("?" + query(E=text), store))
    with nothing_is_run():
        response = client.post(CALLBACKS, data=body, content_type="application/json")
    if len(body) > read_settings({}).largest_body:
        assert response.status_code == 413
        return
    assert response.status_code in (200, 204)
    if store == ids.ERROR_FUNCTION_ASKED:
        answer: dict[str, Any] = response.get_json()["response"]
        said = answer[ids.ERROR_FUNCTION_MESSAGE]["children"]
        assert (ids.SURFACE_GRAPH in answer) == (said == "")
        assert said == "" or SENTENCE.fullmatch(said)


@every_text
def test_a_body_that_is_the_text(text: str, client: FlaskClient, nothing_is_run: Listening) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    for body in (raw, json.dumps(text).encode(), json.dumps({"output": text}).encode()):
        with nothing_is_run():
            response = client.post(CALLBACKS, data=body, content_type="application/json")
        assert 400 <= response.status_code < 500


@every_text
def test_a_path(text: str, client: FlaskClient, nothing_is_run: Listening) -> None:
    path = query(p=text)[2:8000]
    for folder in ("", "assets/", "_dash-component-suites/", "_dash-component-suites/dash/"):
        with nothing_is_run():
            response = client.get(f"/{folder}{path}", buffered=True)
        assert response.status_code in (200, 304, 308, 404)


@every_text
def test_reading_an_address(text: str, nothing_is_run: Listening) -> None:
    with nothing_is_run():
        for said in (*mistakes_of(text), *mistakes_of(query(E=text))):
            assert SENTENCE.fullmatch(said)
