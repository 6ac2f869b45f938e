"""SIGTERM: requests under way are finished, and the server ends within ten seconds."""

import signal
import time
from contextlib import ExitStack

from tests.support.deploy.servers import PATIENCE_S, Deployment, serving, until
from tests.support.deploy.slow_clients import KINDS, open_clients
from tests.support.deploy.stream import get

LONGEST_STOP_S = 10.0


def stop(server: Deployment) -> float:
    """Send SIGTERM and return how long the server takes to end, in seconds."""
    begun = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(PATIENCE_S) == 0
    return time.monotonic() - begun


def test_an_idle_server_stops() -> None:
    with serving() as server:
        get(server.site)
        assert stop(server) < LONGEST_STOP_S


def test_a_request_under_way_is_finished() -> None:
    with serving() as server, server.connect() as reader:
        reader.sendall(
            b"GET /trajectory.csv?steps=2000 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Content-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        )
        answer = reader.makefile("rb")
        assert answer.readline().split()[1] == b"100", "a worker has begun with the request"
        assert answer.readline() == b"\r\n"
        begun = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        until(lambda: len(server.workers) == 1)  # the other had nothing to finish
        reader.sendall(b"{}")
        head, _, rest = answer.read().partition(b"\r\n\r\n")
        assert head.split()[1] == b"200"
        assert rest.count(b"\n") > 2000
        assert server.process.wait(PATIENCE_S) == 0
        assert time.monotonic() - begun < LONGEST_STOP_S


def test_slow_clients_do_not_keep_it_from_stopping() -> None:
    with ExitStack() as slow, serving() as server:
        get(server.site)
        for kind in KINDS:
            open_clients(slow, server, kind, 20)
        assert stop(server) < LONGEST_STOP_S
