"""Lifetimes and ETags of answers that follow from version and address."""

import pytest
from flask.testing import FlaskClient

from server.version import deployment_version
from tests.support.responses import ROSENBROCK, address
from tests.support.routes import LAYOUTS, STRICT

VERSIONED = (*LAYOUTS, *STRICT)
every_route = pytest.mark.parametrize("route", VERSIONED)
ASKED = {"E": ROSENBROCK, "steps": 3}


@every_route
@pytest.mark.parametrize("encoding", ["identity", "br", "gzip"])
def test_an_answer_that_the_browser_has_is_304_with_the_same_headers(
    client: FlaskClient, route: str, encoding: str
) -> None:
    accept = {"Accept-Encoding": encoding}
    first = client.get(address(route, **ASKED), headers=accept)
    again = client.get(
        address(route, **ASKED), headers={**accept, "If-None-Match": first.headers["ETag"]}
    )
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    # Of the body, which the browser has.
    body = {"Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition", "Date"}
    kept = {name: text for name, text in first.headers.items() if name not in body}
    assert kept == {name: text for name, text in again.headers.items() if name not in body}
    other = client.get(
        address(route, E="w1^3"), headers={**accept, "If-None-Match": first.headers["ETag"]}
    )
    assert other.status_code == 200


@every_route
def test_the_etag_follows_from_path_and_query(client: FlaskClient, route: str) -> None:
    etags = {
        client.get(path).get_etag()[0]
        for path in (address(route, E="w1^2"), address(route, E="w1^3"), address(route, E="w1 ^2"))
    }
    assert len(etags) == 3
    assert client.get(address(route, E="w1^2")).get_etag()[0] in etags


def test_two_routes_have_two_etags(client: FlaskClient) -> None:
    etags = {client.get(address(route, E="w1^2")).get_etag()[0] for route in VERSIONED}
    assert len(etags) == len(VERSIONED)


@every_route
def test_the_etag_changes_with_the_version(
    client: FlaskClient, route: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = address(route, E="w1^2")
    before = client.get(path)
    monkeypatch.setattr("server.responses.deployment_version", lambda: "0123456789ab")
    after = client.get(path, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.get_etag() != before.get_etag()


@every_route
def test_only_an_address_that_names_the_running_version_may_be_cached_for_a_year(
    client: FlaskClient, route: str
) -> None:
    year = {"public": None, "immutable": None, "max-age": "31536000"}
    each_time = {"public": None, "max-age": "0"}
    for version, expected in (
        (deployment_version(), year),
        ("0123456789ab", each_time),
        ("", each_time),
    ):
        for _ in range(2):  # computed, then from the cache of answers
            answer = client.get(address(route, E="w1^2", m=version))
            assert dict(answer.cache_control) == expected
    assert dict(client.get(route + "?E=w1^2").cache_control) == each_time


@every_route
def test_head_has_the_headers_of_get(client: FlaskClient, route: str) -> None:
    path = address(route, E="w1^2")
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]
    assert head.headers["Content-Length"] == get.headers["Content-Length"]
