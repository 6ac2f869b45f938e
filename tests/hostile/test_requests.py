"""Malformed requests to every route: nothing is run, nothing is answered with a 500."""

import pytest
from flask.testing import FlaskClient

from tests.hostile.conftest import Audit
from tests.support.responses import SENTENCE
from tests.support.routes import ROUTES, statuses

RAW = {
    "not utf-8": "E=%FF%FE%C0",
    "cut off": "E=%",
    "null byte": "E=%00w1",
    "no name": "=w1",
    "no value": "E",
    "nothing": "&&=&=&",
    "semicolons": "E=w1;E=w2",
    "twice": "E=w1&E=sin(",
    "encoded name": "%45=sin(",
    "nested name": "playground.E=sin(&two-steps.E=__import__",
    "unknown figure": "embed=%3Cscript%3E",
    "many values": "run=adam&" * 59,
    "too many values": "run=adam&" * 70,
    "many names": "&".join(f"{name}=" for name in range(5000)),
    "long name": "x" * 7000 + "=1",
}


@pytest.mark.parametrize("raw", RAW.values(), ids=RAW)
@pytest.mark.parametrize("route", ROUTES)
def test_raw_query(raw: str, route: str, client: FlaskClient, nothing_is_run: Audit) -> None:
    with nothing_is_run():
        response = client.get(f"{route}?{raw}", buffered=True)
    assert response.status_code in statuses(route)
    if response.status_code == 400:
        assert SENTENCE.fullmatch(response.get_data(as_text=True))


@pytest.mark.parametrize("route", [*ROUTES, "/_dash-update-component", "/none"])
def test_bytes_that_are_not_encoded_are_refused(client: FlaskClient, route: str) -> None:
    response = client.open(route, environ_overrides={"QUERY_STRING": "E=\xff"})
    assert response.status_code == 400
    assert SENTENCE.fullmatch(response.get_data(as_text=True))


@pytest.mark.parametrize(
    "path",
    ["os/path.js", "dash/x.js", "dash/../../app.py", "dash/deps/%00.js", "plotly/.js"],
)
def test_missing_file_of_a_library(client: FlaskClient, path: str) -> None:
    response = client.get(f"/_dash-component-suites/{path}")
    assert response.status_code == 404
    assert "Registered" not in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Accept-Encoding", "gzip;q=x, br;q=1e999, ;;=,"),
        ("Accept-Encoding", "," * 5000),
        ("If-None-Match", '"x",' * 2000),
        ("If-None-Match", 'W/"'),
        ("If-Modified-Since", "Mon, 99 Foo 99999 99:99:99 GMT"),
        ("If-Range", "x"),
        ("Range", "bytes=0-0,5-,-1"),
        ("Range", "bytes=99999999999999999999-"),
        ("Host", "["),
        ("Host", "a b"),
        ("Cookie", "=;" * 1000),
        ("X-Forwarded-Prefix", "//example.org"),
        ("Content-Length", "-1"),
        ("Content-Length", "9" * 40),
        ("Content-Type", "text/plain; charset=../../x"),
        ("Transfer-Encoding", "chunked"),
    ],
)
@pytest.mark.parametrize("route", ROUTES)
def test_header(client: FlaskClient, route: str, name: str, value: str) -> None:
    path = f"{route}?E=w1^2"
    assert client.get(path, headers={name: value}, buffered=True).status_code in (
        200,
        206,
        304,
        400,
        416,
    )
