"""Every hostile text in every route: nothing is run, nothing is answered with a 500.

A text that happens to be a formula is read as one; every other is answered with one sentence.
"""

import json
from functools import lru_cache
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from components import ids
from components.amplification.state import PARTS as AMPLIFICATION_PARTS
from components.amplification.state import read_parts
from components.figure import Figure
from components.figures import FIGURES
from components.state.address import PARTS, read_address
from components.state.query import LONGEST_ADDRESS, QueryError, parts_of
from optimizers import ErrorFunction, ExpressionError
from optimizers.codegen.error_function_module import error_function_module
from optimizers.formulas.typeset import error_function_formula
from tests.hostile.conftest import Audit
from tests.support.hostile.corpus import CORPUS
from tests.support.layout_tree import find, props
from tests.support.responses import SENTENCE
from tests.support.routes import CONSTANT, ROUTES, SURFACES

LONGEST_LINE = 256 * 1024
"""Servers refuse a first line that is longer before they hand it on."""

every_text = pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)


@lru_cache(maxsize=1)
def quoted(text: str) -> str:
    return quote(text[:LONGEST_LINE], safe="", errors="surrogatepass")


def asking(route: str, text: str, *names: str, also: str = "") -> str:
    """Return an address with a text in some parts, cut where a server would refuse to read on."""
    query = "&".join([*([also] * bool(also)), *(f"{name}={quoted(text)}" for name in names)])
    return f"{route}?{query}"[:LONGEST_LINE]


def is_read(path: str) -> bool:
    """Tell whether an address is short enough to be read."""
    return len(path.partition("?")[2]) <= LONGEST_ADDRESS


@lru_cache(maxsize=1)
def parsed(text: str) -> ErrorFunction | ExpressionError:
    """Return the function that a text is, or why it is none."""
    try:
        return ErrorFunction.parse(text)
    except ExpressionError as error:
        return error


def is_function(text: str) -> bool:
    return isinstance(parsed(text), ErrorFunction)


def mistakes_of(query: str) -> list[str]:
    """Return what is wrong with a query."""
    try:
        return [str(error) for error in read_address(parts_of(query))[1]]
    except QueryError as error:
        return [str(error)]


@every_text
def test_parsing(text: str, nothing_is_run: Audit) -> None:
    with nothing_is_run():
        function = parsed(text)
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
def test_kernel(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    path = asking("/kernels/error-function.js", text, "E")
    with nothing_is_run():
        response = client.get(path)
    assert response.status_code == (200 if is_read(path) and is_function(text) else 400)
    if response.status_code == 400:
        assert SENTENCE.fullmatch(response.get_data(as_text=True))
    assert "X-Injected" not in response.headers
    with nothing_is_run():
        module = client.get(asking("/kernels/error-function.js", text, "E", also="refusal=module"))
    assert module.status_code == 200
    assert module.get_data(as_text=True).startswith("export const ") or is_function(text)


@every_text
def test_surface(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    for route in SURFACES:
        path = asking(route, text, "E")
        with nothing_is_run():
            response = client.get(path)
        assert response.status_code == (200 if is_read(path) else 400)
        if response.status_code == 400:
            assert SENTENCE.fullmatch(response.get_data(as_text=True))
        else:
            found = response.get_json()
            assert ("trace" in found) == is_function(text)
            assert is_function(text) or SENTENCE.fullmatch(found["message"])


@every_text
def test_layout(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    paths = [asking("/layout.json", text, "E", "run")]
    if is_function(text):  # another text leaves the default, as on the page
        paths.append(asking("/figures/two-steps.json", text, "two-steps.E"))
    for path in paths:
        with nothing_is_run():
            response = client.get(path)
        assert response.status_code == 200
        assert response.get_json()["type"] == "Div"


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_layout_with_a_text_in_every_part(
    figure: Figure, client: FlaskClient, nothing_is_run: Audit
) -> None:
    names = AMPLIFICATION_PARTS if figure.key == "amplification" else PARTS
    prefix = "" if figure is FIGURES[0] else f"{figure.key}."
    texts = [quoted(text) for text in CORPUS.values() if len(text) < 1000]
    while texts:
        parts = [f"{prefix}{name}={texts.pop()}" for name in names if texts]
        with nothing_is_run():
            response = client.get(f"/figures/{figure.key}.json?{'&'.join(parts)}")
        assert response.status_code in (200, 400)  # together they may be too long
        if response.status_code == 200:
            assert response.get_json()["type"] == "Div"
        else:
            assert SENTENCE.fullmatch(response.get_data(as_text=True))


@every_text
def test_table(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    for part in PARTS:
        with nothing_is_run():
            response = client.get(
                asking("/trajectory.csv", text, part, also="" if part == "steps" else "steps=3")
            )
        assert response.status_code in (200, 400)
        if response.status_code == 400:
            assert SENTENCE.fullmatch(response.get_data(as_text=True))


@every_text
def test_routes_that_read_no_query(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    for route in CONSTANT:
        with nothing_is_run():
            response = client.get(asking(route, text, "E", "embed", "m"), buffered=True)
        assert response.status_code == 200


@every_text
def test_path(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    name = quoted(text)[:8000]
    paths = [f"{folder}{name}" for folder in ("", "assets/", "assets/dist/", "figures/")]
    paths += [f"_dash-component-suites/{folder}{name}" for folder in ("", "dash/")]
    for path in (*paths, f"figures/{name}.json", f"figures/{name}/surface.json"):
        with nothing_is_run():
            response = client.get(f"/{path}", buffered=True)
        assert response.status_code in (200, 304, 308, 404)


@every_text
def test_body(text: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    body = text.encode("utf-8", "surrogatepass")
    for route in ("/_dash-update-component", "/layout.json"):
        with nothing_is_run():
            response = client.post(route, data=body, content_type="application/json")
        assert response.status_code == 405


@every_text
def test_reading_an_address(text: str, nothing_is_run: Audit) -> None:
    with nothing_is_run():
        for mistake in (*mistakes_of(text), *mistakes_of(asking("", text, "E")[1:])):
            assert SENTENCE.fullmatch(mistake)
        for name in AMPLIFICATION_PARTS:
            for error in read_parts({name: [text]})[1]:
                assert SENTENCE.fullmatch(str(error))


def test_a_text_is_not_repeated_as_markup(client: FlaskClient) -> None:
    text = CORPUS["element"]
    for route in ROUTES:
        response = client.get(asking(route, text, "E", "embed", "run"), buffered=True)
        if response.mimetype == "text/html":
            assert b"onerror" not in response.data
    layout = client.get(asking("/layout.json", text, "E")).get_json()
    # It is a value of the box, to be mended there.
    assert [props(found)["id"] for found in find(layout, value=text)] == [ids.ERROR_FUNCTION_TEXT]
