"""Costly requests take turns, so that whoever asks for the page need not wait for them.

Python computes one thing at a time in a process: costly requests that run side by side only slow
each other down, and the page with them. So they queue, a few in each lane; who comes when the queue
is full is told at once to try again. A long formula may take a second, hence it has a lane of its
own, apart from those that most readers type.
"""

from __future__ import annotations

import sys
from threading import BoundedSemaphore, Lock

from flask import Flask, Response, g, request

from components.state.query import QueryError
from server.request_query import request_query

EXTENSION = "lockstep-lanes"
"""Where a server keeps its lanes, ``short`` and ``long``."""

SHORT = 200
"""A formula of up to so many characters is understood within a few hundredths of a second."""

PATIENCE = 3.0
"""How many seconds a request waits for its turn."""

YIELD_AFTER = 0.001
"""After so many seconds a thread that computes lets another one go on, if one waits: a page is
answered in many small steps, and would wait before each of them."""

BUSY = "The server is busy with other formulas: try again in a moment.\n"


class Lane:
    """A queue in which one request computes and a few wait.

    Parameters
    ----------
    waiting : int
        How many may wait. All lanes together must hold fewer than the server has threads.
    patience : float
        How many seconds they wait.
    """

    def __init__(self, waiting: int, patience: float = PATIENCE) -> None:
        self.waiting = waiting
        self.patience = patience
        self._turn = Lock()
        self._places = BoundedSemaphore(1 + waiting)

    def enter(self) -> bool:
        """Wait for a turn and say whether it came; if it did, `leave` must follow."""
        if not self._places.acquire(blocking=False):
            return False
        if self._turn.acquire(timeout=self.patience):
            return True
        self._places.release()
        return False

    def leave(self) -> None:
        """Let the next one in."""
        self._turn.release()
        self._places.release()


def lanes(threads: int) -> dict[str, Lane]:
    """Return the lanes of a server with so many threads, one of which is always left for pages."""
    long = Lane(waiting=1 if threads > 3 else 0)
    return {"short": Lane(waiting=max(0, threads - 4)), "long": long}


def take_turns(server: Flask, short: Lane, long: Lane) -> None:
    """Make a server's costly requests queue in two lanes.

    Parameters
    ----------
    server : Flask
        The server.
    short, long : Lane
        For short formulas, and for long ones and tables.
    """

    def enter() -> Response | None:
        if not is_costly():
            return None
        lane = short if _is_short() else long
        if not lane.enter():
            return Response(BUSY, 503, {"Retry-After": "1"}, mimetype="text/plain")
        g.lane = lane
        return None

    def leave(_: BaseException | None) -> None:
        lane = g.pop("lane", None)
        if lane is not None:
            lane.leave()

    sys.setswitchinterval(YIELD_AFTER)
    server.extensions[EXTENSION] = {"short": short, "long": long}
    server.before_request(enter)
    server.teardown_request(leave)


COSTLY = ("/layout.json", "/figures/", "/kernels/error-function.js", "/trajectory.csv")


def is_costly() -> bool:
    """Say whether the present request may take long to answer."""
    return bool(request.query_string) and request.path.startswith(COSTLY)


def _is_short() -> bool:
    if request.path == "/trajectory.csv":
        return False
    try:
        return all(len(text) <= SHORT for texts in request_query().values() for text in texts)
    except QueryError:
        return True  # it will be refused unread
