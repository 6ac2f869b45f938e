"""Serves Lockstep from one process, with waitress: where gunicorn does not run, as on Windows."""

import os
import signal
import sys
import threading

from deploy.readers import Readers
from settings import SettingError, read_settings

TURN_S = 1.0


def main() -> None:
    """Serve on the HOST and PORT of the environment until interrupted or terminated."""
    try:
        chosen = read_settings(os.environ)
    except SettingError as error:
        sys.exit(str(error))
    from app import server  # reads the settings too, and would not say so plainly

    try:
        readers = Readers(server, chosen)
    except (OSError, ValueError) as error:
        sys.exit(f"Lockstep cannot listen on HOST {chosen.host} and PORT {chosen.port}: {error}")
    stopped = threading.Event()

    def stop(*_: object) -> None:
        stopped.set()
        readers.wake()

    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, stop)
    host = chosen.address.rpartition(":")[0]
    print(
        f"Lockstep is at http://{host}:{readers.port}{chosen.prefix} (Ctrl+C stops it)", flush=True
    )
    while not stopped.is_set():
        readers.turn(TURN_S)
    readers.finish(chosen.grace)


if __name__ == "__main__":
    main()
