"""Routes as a whole: the list that tests go through is complete, and all answer."""

import re

import pytest
from flask.testing import FlaskClient

import app
from tests.support.routes import ROUTES

OF_DASH = {
    *("/<path:path>", "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"),
    *("/_dash-update-component", "/_favicon.ico", "/_reload-hash", "/static/<path:filename>"),
}
"""Rules that answer 404 or 405, and files of libraries."""


def test_every_rule_of_the_server_is_in_the_list_of_routes() -> None:
    rules = {str(rule) for rule in app.server.url_map.iter_rules()}
    assert rules > OF_DASH
    for rule in rules - OF_DASH:
        pattern = re.sub("<[^>]+>", ".+", rule).replace("/.+.js", "/[a-z]+.js")
        assert [route for route in ROUTES if re.fullmatch(pattern, route)], rule


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_answers_without_a_query(client: FlaskClient, route: str) -> None:
    status = client.get(route, buffered=True).status_code
    assert status == (400 if route == "/kernels/error-function.js" else 200)


def test_healthz_says_that_the_server_can_serve(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.data) == (200, b"OK")


def test_search_engines_are_kept_from_tables(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    lines = answer.get_data(as_text=True).splitlines()
    kept = ("/trajectory.", "/script.py", "/steps.")
    assert lines == ["User-agent: *", *(f"Disallow: {path}" for path in kept)]
