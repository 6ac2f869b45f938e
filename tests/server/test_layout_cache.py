"""What was built lately is answered again without being built."""

import pytest
from dash import Dash, html
from flask import request
from flask.testing import FlaskClient

from server.layout_cache import LONGEST_KEPT, MOST_KEPT, keep_layouts


@pytest.fixture
def built() -> list[str]:
    """Return the queries for which a layout was built."""
    return []


@pytest.fixture
def client(built: list[str]) -> FlaskClient:
    def layout() -> html.Div:
        built.append(request.query_string.decode())
        return html.Div(request.query_string.decode())

    app = Dash("layouts", compress=True, suppress_callback_exceptions=True)
    app.layout = layout
    keep_layouts(app)
    client: FlaskClient = app.server.test_client()
    client.get("/")  # Dash builds a layout of its own before it answers for the first time
    built.clear()
    return client


def ask(client: FlaskClient, query: str, **headers: str) -> bytes:
    response = client.get(f"/_dash-layout?{query}", headers=headers)
    assert (response.status_code, response.mimetype) == (200, "application/json")
    data: bytes = response.data
    return data


def test_a_layout_is_built_once(client: FlaskClient, built: list[str]) -> None:
    assert ask(client, "E=w1") == ask(client, "E=w1")
    assert ask(client, "E=w2") != ask(client, "E=w1")
    assert ask(client, "") == ask(client, "")
    assert built == ["E=w1", "E=w2", ""]


def test_it_is_kept_as_it_was_before_compression(client: FlaskClient) -> None:
    ask(client, "E=w1", Accept_Encoding="gzip")
    assert b'"E=w1"' in ask(client, "E=w1")


def test_the_oldest_go_and_the_bare_page_stays(client: FlaskClient, built: list[str]) -> None:
    ask(client, "")
    for k in range(MOST_KEPT + 3):
        ask(client, f"E={k}")
    built.clear()
    ask(client, "")
    ask(client, f"E={MOST_KEPT + 2}")
    assert built == []
    ask(client, "E=0")
    assert built == ["E=0"]


def test_a_long_address_is_not_kept(client: FlaskClient, built: list[str]) -> None:
    for _ in range(2):
        ask(client, "E=" + "x" * LONGEST_KEPT)
    assert len(built) == 2
