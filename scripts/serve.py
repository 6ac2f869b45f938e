"""Serves Lockstep from one process, with waitress: where gunicorn does not run, as on Windows."""

import os
import signal
import sys

from waitress import create_server

from settings import SettingError, read_settings

LARGEST_HEADER = 16 * 1024
"""Bytes of a request's first line and headers; an address may have 8000."""


def main() -> None:
    """Serve on the HOST and PORT of the environment until interrupted or terminated."""
    try:
        chosen = read_settings(os.environ)
    except SettingError as error:
        sys.exit(str(error))
    from app import server  # reads the settings too, and would not say so plainly

    try:
        listener = create_server(
            server,
            host=chosen.host,
            port=chosen.port,
            threads=chosen.threads,
            max_request_body_size=chosen.largest_body,
            max_request_header_size=LARGEST_HEADER,
        )
    except (OSError, ValueError) as error:
        sys.exit(f"Lockstep cannot listen on HOST {chosen.host} and PORT {chosen.port}: {error}")
    port = getattr(listener, "effective_port", chosen.port)  # PORT 0 lets the system choose one
    host = chosen.address.rpartition(":")[0]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # ends run(), as Ctrl+C does
    print(f"Lockstep is at http://{host}:{port}{chosen.prefix} (Ctrl+C stops it)", flush=True)
    listener.run()


if __name__ == "__main__":
    main()
