"""The page: its headers, those of what is no page, and that it repeats and names nothing else."""

import re

import pytest
from flask.testing import FlaskClient

import app
from tests.support.responses import address


def test_the_page_has_strict_headers(client: FlaskClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.mimetype) == (200, "text/html")
    policy = dict(
        rule.split(" ", 1) for rule in response.headers["Content-Security-Policy"].split("; ")
    )
    hashed = re.fullmatch(r"'self'(?: 'sha256-[\w+/]{43}=')+", policy.pop("script-src"))
    assert hashed, "scripts of this site and those of Dash that are known by their hash, no others"
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "style-src-elem": "'self' 'unsafe-inline'",
        "style-src-attr": "'none'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        "/kernels/optimizers.js",
        "/trajectory.csv",
        "/kernels/error-function.js",
        "/assets/lockstep.js",
        "/_dash-layout",
    ],
)
def test_what_is_no_page_may_do_nothing_at_all(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Permitted-Cross-Domain-Policies"] == "none"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/x.js",
        "/kernels/none.js",
        "/nothing/here",
        "/index.html",
        "/_reload-hash",
        "/_favicon.ico",
        "/_dash-component-suites/plotly/package_data/plotly.min.js",
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert answer.get_data(as_text=True) == "There is nothing at this address.\n"


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    text = client.get("/").get_data(as_text=True)
    assert re.findall(r"(?:https?:)?//[^\s\"'<>]+", text) == []
    assert '<html lang="en">' in text


def test_the_index_repeats_nothing_of_the_address(client: FlaskClient) -> None:
    assert b"onerror" not in client.get(address("/", E='"><img src=x onerror=alert(1)>')).data


def test_who_may_embed_the_page_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCKSTEP_FRAME_ANCESTORS", "https://blog.example")
    answer = app.create_app().server.test_client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors https://blog.example;" in policy


def test_the_server_says_that_it_can_serve(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
