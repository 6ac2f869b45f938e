"""Limits of a request: 408, 413 and 431, each one sentence with the security headers."""

import asyncio
import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest

from deploy import asgi
from server.security_headers import PLAIN
from settings import read_settings
from tests.support.deploy.servers import PATIENCE_S, Deployment, serving

LARGEST = read_settings({}).largest_body


@pytest.fixture(scope="module")
def server() -> Iterator[Deployment]:
    with serving(WEB_CONCURRENCY="1") as server:
        yield server


def answer(
    server: Deployment,
    headers: dict[str, str],
    body: bytes | Iterator[bytes] = b"",
    path: str = "/",
) -> tuple[int, dict[str, str], str]:
    with closing(
        http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)
    ) as connection:
        connection.request("GET", path, body, headers)
        response = connection.getresponse()
        return response.status, dict(response.headers), response.read().decode()


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (413, {"Content-Length": str(LARGEST + 1)}, b"{"),
        (
            413,
            {"Transfer-Encoding": "chunked"},
            b"%x\r\n%b\r\n" % (LARGEST + 1, bytes(LARGEST + 1)),
        ),
        (431, {"Cookie": "x" * asgi.LARGEST_HEAD}, b""),
    ],
    ids=["announced body", "body in chunks", "header"],
)
def test_a_request_that_is_too_large_is_refused_in_a_sentence(
    server: Deployment, status: int, headers: dict[str, str], body: bytes
) -> None:
    found, said, sentence = answer(server, headers, body)
    assert found == status
    assert said.items() >= {**PLAIN, "Content-Type": "text/plain", "Connection": "close"}.items()
    assert sentence.encode() == asgi.REFUSALS[status]


def test_an_address_that_is_too_long_is_refused(server: Deployment) -> None:
    for path in ("/" + "x" * asgi.LARGEST_HEAD, "/?E=" + "1" * asgi.LARGEST_HEAD):
        assert answer(server, {}, path=path)[0] == 431


def test_requests_within_the_limits_are_answered(server: Deployment) -> None:
    for headers in ({"Cookie": "x" * 15_000}, {"Content-Length": str(LARGEST)}):
        status, said, _ = answer(server, headers, bytes(int(headers.get("Content-Length", 0))))
        assert status == 200
        assert "Server" not in said


def request(*events: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Return what a request that does not go on is answered, and what reached the application."""
    sent: list[Any] = []
    reached: list[Any] = []
    waiting = list(events)

    async def receive() -> Any:
        if waiting:
            return waiting.pop(0)
        return await asyncio.Event().wait()

    async def send(event: Any) -> None:
        sent.append(event)

    async def application(scope: dict[str, Any], receive: Any, _: Any) -> None:
        reached.append((scope["headers"], await receive()))

    headers = [(b"x-forwarded-for", b"192.0.2.1"), (b"x_forwarded_for", b"192.0.2.2")]
    scope = {"type": "http", "headers": headers, "query_string": b"", "raw_path": b"/"}
    asked = asgi.gather_bodies(application, 10)(scope, receive, send)
    # In a thread of its own: Playwright leaves an event loop in that of the tests.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asked).result()
    return sent, reached


def part(body: bytes, more_body: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more_body}


def test_a_body_that_does_not_come_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asgi, "BODY_SECONDS", 0.01)
    (start, end), reached = request(part(b"{", more_body=True))
    assert start["status"] == 408
    assert dict(start["headers"]).items() >= {
        (name.encode(), value.encode()) for name, value in PLAIN.items()
    }
    assert end["body"] == asgi.REFUSALS[408]
    assert reached == []


def test_the_application_gets_a_body_whole_and_no_header_with_an_underscore() -> None:
    sent, reached = request(part(b"01234", more_body=True), part(b"56789", more_body=False))
    headers = [(b"x-forwarded-for", b"192.0.2.1")]
    assert reached == [(headers, {"type": "http.request", "body": b"0123456789"})]
    assert sent == []


def test_a_client_that_leaves_is_not_answered() -> None:
    assert request(part(b"{", more_body=True), {"type": "http.disconnect"}) == ([], [])
