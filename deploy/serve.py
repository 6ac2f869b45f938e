"""Production server: uvicorn with several worker processes; ``python -m deploy.serve`` starts it.

What a deployment chooses is in settings.py; here is what suits every deployment.
"""

from __future__ import annotations

import os
import socket
import sys

from uvicorn import Config
from uvicorn.supervisors import Multiprocess

from settings import SettingError, Settings, read_settings

KEEP_ALIVE_S = 75
"""Longer than a proxy keeps an idle connection (nginx: 60 s), so that the proxy closes first: it
may be sending a request while the server closes."""
SEND_BUFFER = 128 * 1024
"""Bytes of answers that the system keeps for a connection whose client reads nothing."""
UNREAD_MS = 60_000
"""After so long without progress an answer that is not read is dropped, with its connection."""
BACKLOG = 2048


def listen(settings: Settings) -> socket.socket:
    """Return the listening socket of a deployment; what is set here holds for its connections.

    Raises
    ------
    OSError
        If nothing can listen there.
    """
    host, port = settings.host, settings.port
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    listener = socket.create_server(
        (host, port),
        family=family,
        backlog=BACKLOG,
        dualstack_ipv6=family == socket.AF_INET6 and socket.has_dualstack_ipv6(),
    )
    # asyncio sets this only where a socket names its protocol, which create_server does not: a head
    # and a short body would wait 40 ms for each other.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    if sys.platform == "linux":
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_MS)
    return listener


def raise_file_limit() -> None:
    """Allow as many connections as the system lets this process have; each is an open file."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def main() -> None:
    """Serve until interrupted or terminated."""
    try:
        settings = read_settings(os.environ)
        listener = listen(settings)
    except SettingError as error:
        sys.exit(str(error))
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]
        sys.exit(
            f"Lockstep cannot listen on HOST {settings.host} and PORT {settings.port}: {reason}."
        )
    raise_file_limit()
    # Workers inherit this too. Nothing here multiplies matrices: a pool of threads in each of them
    # would only take memory.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    config = Config(
        "deploy.asgi:application",
        workers=settings.workers,
        http="h11",  # httptools has no limits
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # server/admission.py reads them, as settings say
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=settings.grace,
        timeout_worker_healthcheck=settings.timeout,
    )
    host, port = settings.address.rpartition(":")[0], listener.getsockname()[1]
    print(f"Lockstep is at http://{host}:{port}{settings.prefix} (Ctrl+C stops it)", flush=True)
    Multiprocess(config, [listener]).run()


if __name__ == "__main__":
    main()
