"""Serves Lockstep with waitress; scripts/run starts this."""

import os
import signal
import sys

from waitress import create_server

from app import server
from components.bounds import LARGEST_BODY

THREADS = 8
LARGEST_HEADER = 16 * 1024
"""Bytes of a request's first line and headers; an address may have 8000."""


def main() -> None:
    """Serve on the HOST and PORT of the environment until interrupted or terminated."""
    host = os.environ.get("HOST") or "127.0.0.1"
    port = os.environ.get("PORT") or "8050"
    if not (port.isdecimal() and int(port) < 2**16):
        sys.exit(f"PORT is {port}, which is no number from 0 to 65535.")
    try:
        listener = create_server(
            server,
            host=host,
            port=port,
            threads=THREADS,
            max_request_body_size=LARGEST_BODY,
            max_request_header_size=LARGEST_HEADER,
        )
    except (OSError, ValueError) as error:
        sys.exit(f"Lockstep cannot listen on HOST {host} and PORT {port}: {error}")
    port = getattr(listener, "effective_port", port)  # PORT 0 lets the system choose one
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # ends run(), as Ctrl+C does
    print(f"Lockstep is at http://{host}:{port} (Ctrl+C stops it)", flush=True)
    listener.run()


if __name__ == "__main__":
    main()
