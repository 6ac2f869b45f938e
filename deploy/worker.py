"""A worker of gunicorn's whose readers are waited for in one loop; see readers.py."""

from __future__ import annotations

import os
from typing import Any

from gunicorn.workers import base

from deploy.readers import Readers
from settings import read_settings

TURN_S = 1.0


class Worker(base.Worker):  # type: ignore[misc]
    """A process that answers until it is told to stop, or until its master is gone."""

    _readers: Readers

    def run(self) -> None:
        """Answer."""
        listeners = [listener.sock for listener in self.sockets]
        self._readers = Readers(self.wsgi, read_settings(os.environ), listeners)
        while self.alive and self.ppid == os.getppid():
            self.notify()
            self._readers.turn(TURN_S)
        self._readers.finish(self.cfg.graceful_timeout, self.notify)

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Stop, after what is under way."""
        super().handle_exit(sig, frame)
        self._readers.wake()
