"""Whoever is slow, or silent, waits alone: with a proxy in front and without."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.deploy.servers import PATIENCE_S, Gunicorn, gunicorn
from tests.support.deploy.stream import get

MANY = 40
"""Several times as many as there are threads."""
KERNEL = "kernels/optimizers.js"
WAYS = {
    "say nothing": b"",
    "send half a header": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept",
    "send half a body": (
        b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b'Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"output":'
    ),
    "send half a body in chunks": (
        b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{"
    ),
    "announce a body that is too long": (
        b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        b"Content-Type: application/json\r\nContent-Length: 9000000\r\n\r\n{"
    ),
    "read nothing of a script": b"GET /assets/plotly.min.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "read nothing of their tables": (
        b"GET /trajectory.csv?steps=2000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 20
    ),
}


@pytest.fixture(scope="module")
def small() -> Iterator[Gunicorn]:
    """Serve with one worker of four threads."""
    with gunicorn(WEB_CONCURRENCY="1", LOCKSTEP_THREADS="4") as server:
        yield server


@pytest.mark.parametrize("way", WAYS)
def test_many_who_are_slow_keep_nobody_waiting(small: Gunicorn, way: str) -> None:
    page, kernel = get(small.site), get(small.site + KERNEL)
    with ExitStack() as slow:
        for _ in range(MANY):
            one = slow.enter_context(socket.create_connection(("127.0.0.1", small.port)))
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            one.sendall(WAYS[way])
        # They stay while others come: each is answered, and as before.
        for _ in range(5):
            assert get(small.site) == page
            assert get(small.site + KERNEL) == kernel


def test_who_has_been_silent_longest_makes_room_for_the_next(small: Gunicorn) -> None:
    page = get(small.site)
    with ExitStack() as slow:
        silent = [
            slow.enter_context(socket.create_connection(("127.0.0.1", small.port)))
            for _ in range(600)
        ]
        assert get(small.site) == page
        silent[0].settimeout(PATIENCE_S)
        assert silent[0].recv(1) == b"", "the first was let go"
        silent[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert silent[-1].recv(12) == b"HTTP/1.1 200"
