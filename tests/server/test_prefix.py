"""Under a prefix, with it and without it, the same is answered."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

import app
from settings import read_settings

SETTINGS = read_settings({})


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    given = replace(SETTINGS, prefix="/figures/lockstep/")
    client: FlaskClient = app.create_app(given).server.test_client()
    return client


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/healthz", "/kernels/optimizers.js", "/trajectory.csv?steps=1"]
)
def test_an_address_is_answered_with_and_without_the_prefix(client: FlaskClient, path: str) -> None:
    with_it, without = client.get(f"/figures/lockstep{path}"), client.get(path)
    assert with_it.status_code == without.status_code == 200
    assert with_it.mimetype == without.mimetype
    if path != "/":  # Dash numbers its pages
        assert with_it.data == without.data


def test_callbacks_are_refused_under_the_prefix_too(client: FlaskClient) -> None:
    refused = client.post("/figures/lockstep/_dash-update-component", json={})
    assert refused.status_code == 405
    assert refused.get_data(as_text=True) == "Ask with GET.\n"


def test_the_page_asks_under_the_prefix(client: FlaskClient) -> None:
    text = client.get("/").get_data(as_text=True)
    assert re.search('data-entry="/figures/lockstep/assets/dist/main-[A-Z0-9]+.js"', text)
    assert re.search('href="/figures/lockstep/assets/dist/main-[A-Z0-9]+.css"', text)
    assert 'src="/_dash' not in text


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/figures/lockstep", "/figures/lockstep/"),
        ("/figures/lockstep?E=w1^2%2B1&run=adam", "/figures/lockstep/?E=w1%5E2%2B1&run=adam"),
    ],
)
def test_a_missing_slash_is_added(client: FlaskClient, path: str, location: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (308, location)
    assert "Content-Security-Policy" in answer.headers


def test_a_path_that_only_begins_like_the_prefix_is_another(client: FlaskClient) -> None:
    assert client.get("/figures/lockstepped/healthz").status_code == 404
    assert client.get("/figures/healthz").status_code == 404


def test_without_a_prefix_nothing_is_taken_off() -> None:
    client = app.create_app(SETTINGS).server.test_client()
    assert client.get("/healthz").data == b"OK"
    assert client.get("/figures/lockstep/healthz").status_code == 404
