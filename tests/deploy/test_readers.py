"""What one process holds for its readers, seen from within."""

import socket
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from deploy import readers
from deploy.readers import Channel, Readers
from settings import read_settings

BODY = bytes(8_000_000)
"""More than the system keeps for a connection."""
ASKED = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def answer(_: object, start: Any) -> Iterable[bytes]:
    start("200 OK", [("Content-Length", str(len(BODY)))])
    return [BODY]


@pytest.fixture
def serving() -> Iterator[Readers]:
    found = Readers(answer, read_settings({"PORT": "0", "LOCKSTEP_THREADS": "1"}))
    yield found
    found.finish(0.5)


def channels(serving: Readers) -> list[Channel]:
    return list(serving._channels())


def ask(serving: Readers) -> socket.socket:
    """Ask, and return once the answer waits to be read."""
    reader = socket.create_connection(("127.0.0.1", serving.port))
    reader.sendall(ASKED)
    port = reader.getsockname()[1]
    unsent = 0
    while not unsent:
        serving.turn(0.05)
        unsent = sum(c.total_outbufs_len for c in channels(serving) if c.addr[1] == port)
    return reader


def read(serving: Readers, reader: socket.socket) -> bytes:
    """Read a whole answer, in turns with the server."""
    reader.setblocking(False)
    found = b""
    while not found.endswith(BODY):
        serving.turn(0.05)
        try:
            found += reader.recv(1 << 20)
        except BlockingIOError:
            continue
    return found


def test_what_has_been_sent_is_not_kept(serving: Readers) -> None:
    with ask(serving) as reader:
        head, _, body = read(serving, reader).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 OK")
        assert body == BODY
        serving.turn(0.05)
        (channel,) = channels(serving)
        assert channel.total_outbufs_len == 0
        assert [
            bytes(buffer.getfile().getvalue()) for buffer in channel.outbufs if buffer.buf
        ] == []
        # And it can be asked again.
        reader.sendall(ASKED)
        assert read(serving, reader).endswith(BODY)


def test_who_reads_slowest_makes_room(serving: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_UNSENT", len(BODY))
    with ask(serving) as first, ask(serving) as second, ask(serving) as third:
        serving.turn(0.05)
        unsent = [channel.total_outbufs_len for channel in channels(serving)]
        assert sum(unsent) <= len(BODY)
        assert 1 <= len(unsent) < 3
        assert read(serving, third).endswith(BODY)
        for reader in (first, second):
            reader.close()
