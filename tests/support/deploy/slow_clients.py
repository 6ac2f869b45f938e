"""Slow clients: every way to keep a server waiting on a connection."""

import select
import socket
from contextlib import ExitStack

from tests.support.deploy.servers import PATIENCE_S, Deployment

LARGE = (
    b"GET /assets/vendor/plotly.min.js HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n"
)
"""Its answer is longer than what the system keeps for a connection."""
POST = b"POST /layout.json HTTP/1.1\r\nHost: 127.0.0.1\r\n"

KINDS = {
    "silent": b"",
    "half a head": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept",
    "half a body": POST + b'Content-Length: 500\r\n\r\n{"output":',
    "half a body in chunks": POST + b"Transfer-Encoding: chunked\r\n\r\n10\r\n{",
    "unread": LARGE,
    "pipelined, unread": LARGE * 60,
}


def open_clients(
    stack: ExitStack, server: Deployment, kind: str, count: int
) -> list[socket.socket]:
    """Connect so many clients of a kind, and return once the server has heard what they send.

    An answer that is not read has begun to arrive by then.
    """
    clients = []
    for _ in range(count):
        client = stack.enter_context(socket.socket())
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(PATIENCE_S)
        client.connect(("127.0.0.1", server.port))
        client.sendall(KINDS[kind])
        clients.append(client)
    if "unread" in kind:
        for client in clients:
            assert select.select([client], [], [], PATIENCE_S)[0], "The answer does not begin."
    return clients
