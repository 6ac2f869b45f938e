"""How gunicorn serves Lockstep; ``python -m gunicorn --config deploy/gunicorn.py`` starts it.

What a deployment may choose is in settings.py; here is what follows from that, and what suits
every deployment.
"""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

from deploy.worker import Worker
from settings import SettingError, read_settings

SHARED_MEMORY = "/dev/shm"
FIRST_ASKED = ("/", "/_dash-layout", "/_dash-dependencies", "/kernels/optimizers.js")


try:
    chosen = read_settings(os.environ)
except SettingError as error:
    sys.exit(str(error))

# A thread pool of its own in each worker would only take memory: nothing here multiplies matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

wsgi_app = "app:server"
bind = chosen.address
workers = chosen.workers
worker_class = Worker
timeout = chosen.timeout
graceful_timeout = chosen.grace
preload_app = True  # the workers share what they do not change, and a new one is ready at once
control_socket_disable = True  # it would be a file in the home folder
worker_tmp_dir = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None
loglevel = "warning"


def on_starting(server: Any) -> None:
    """Say plainly when nobody can listen there; answer the first requests before any worker is."""
    if "GUNICORN_FD" not in os.environ:  # else the listening socket is handed over
        _try_address()
    from app import server as application

    client = application.test_client()
    for address in FIRST_ASKED:
        client.get(address)


def _try_address() -> None:
    host = chosen.host
    try:
        family = socket.getaddrinfo(host, chosen.port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, chosen.port), family=family).close()
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]
        sys.exit(f"Lockstep cannot listen on HOST {host} and PORT {chosen.port}: {reason}.")


def when_ready(server: Any) -> None:
    """Say where the page is."""
    port = server.LISTENERS[0].getsockname()[1]  # PORT 0 lets the system choose one
    host = chosen.address.rpartition(":")[0]
    print(f"Lockstep is at http://{host}:{port}{chosen.prefix} (Ctrl+C stops it)", flush=True)
