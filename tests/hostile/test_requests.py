"""Requests as no page sends them: nothing is run, nothing is answered with a 500."""

import json

import pytest
from flask.testing import FlaskClient

from tests.hostile.conftest import Listening
from tests.support.callback_bodies import asking
from tests.support.hostile.doors import CALLBACKS, SENTENCE

STYLE = "/assets/style.css"

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
@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/", {200}),
        ("/_dash-layout", {200}),
        ("/trajectory.csv", {200, 400}),
        ("/kernels/error-function.js", {200, 400}),
        ("/kernels/optimizers.js", {200}),
        ("/healthz", {200}),
        (STYLE, {200}),
    ],
)
def test_a_raw_query(
    raw: str, path: str, statuses: set[int], client: FlaskClient, nothing_is_run: Listening
) -> None:
    with nothing_is_run():
        assert client.get(f"{path}?{raw}", buffered=True).status_code in statuses


def test_bytes_that_are_not_encoded_are_refused(client: FlaskClient) -> None:
    for path in (
        "/",
        "/_dash-layout",
        "/trajectory.csv",
        "/assets/style.css",
        CALLBACKS,
    ):
        response = client.open(path, environ_overrides={"QUERY_STRING": "E=\xff"})
        assert response.status_code == 400
        assert SENTENCE.fullmatch(response.get_data(as_text=True))


@pytest.mark.parametrize(
    "path",
    ["os/path.js", "dash/x.js", "dash/../../app.py", "dash/deps/%00.js", "plotly/.js"],
)
def test_a_file_of_a_library_that_is_not_there(client: FlaskClient, path: str) -> None:
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
@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/kernels/optimizers.js", "/assets/style.css"]
)
def test_a_header(client: FlaskClient, path: str, name: str, value: str) -> None:
    assert client.get(path, headers={name: value}, buffered=True).status_code in (
        200,
        206,
        304,
        400,
        416,
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "x" * 100])
@pytest.mark.parametrize("path", ["/", "/trajectory.csv", CALLBACKS, "/assets/style.css"])
def test_a_method(client: FlaskClient, path: str, method: str) -> None:
    assert client.open(path, method=method, data=b"x=1").status_code == 405


@pytest.mark.parametrize("levels", [9, 100, 900, 20_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
def test_a_nested_body(client: FlaskClient, levels: int, opened: str, closed: str) -> None:
    good = json.dumps(asking("@"))
    nested = good.replace('"@"', opened * levels + "1" + closed * levels)
    response = client.post(CALLBACKS, data=nested, content_type="application/json")
    assert 400 <= response.status_code < 500


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32-le"])
def test_a_body_in_another_encoding(client: FlaskClient, encoding: str) -> None:
    body = json.dumps(asking("?E=w1^2"))
    for raw, status in ((body.encode(), 200), (body.encode(encoding), 400)):
        response = client.post(CALLBACKS, data=raw, content_type="application/json")
        assert response.status_code == status


def test_the_address_of_a_callback_says_nothing(client: FlaskClient) -> None:
    # Dash numbers its requests there.
    plain = client.post(CALLBACKS, json=asking("?E=w1^2"))
    for address in ("endId=7", "E=w1", "E=sin(", "E=" + "w1+" * 5000):
        response = client.post(f"{CALLBACKS}?{address}", json=asking("?E=w1^2"))
        assert response.status_code == 200
        assert response.get_json() == plain.get_json()
