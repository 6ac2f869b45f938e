"""Admission control: costly requests wait in fair queues, so that cheap ones need not wait.

Python computes one thing at a time in a process: costly requests that run side by side only slow
each other down, and the page with them. So one computes and a few wait, served round robin by
client: a client with many connections cannot starve the others. A request that finds the queue full
is refused at once with 503 and may be repeated. A long formula may take a second, so it has a queue
apart from the short ones that most readers type.

What is known already is not queued: a cache answers before this, as a `before_request` function
that is registered earlier.
"""

from __future__ import annotations

import re
import sys
from collections import OrderedDict, deque
from concurrent.futures import Future
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock
from typing import NamedTuple

from flask import Flask, Response, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from components.state.query import QueryError
from server.request_query import request_query

COSTLY = re.compile(
    r"/(tour|layout\.json|presets\.json|figures/[^/]+\.json|figures/[^/]+/(surface|state)\.json"
    r"|kernels/error-function\.js|trajectory\.(csv|json)|script\.py|steps\.(md|tex|csv))"
)
"""Paths of answers that are computed, for the default state too."""

TABLES = ("/trajectory.", "/steps.")
"""They run many steps, whatever the formula."""

EXTENSION = "lockstep-admission"
"""Where a server keeps its `Queues`."""

SHORT = 200
"""Characters of a formula that is understood within a few hundredths of a second."""

PATIENCE_S = 5.0
"""How long a request waits for its turn."""

SWITCH_INTERVAL_S = 0.001
"""After so long a thread that computes lets another one run, if one waits: a page is answered in
many small steps, and would wait before each of them."""

BUSY = "The server is busy with other formulas: try again in a moment.\n"


class FairQueue:
    """Queue in which one request computes and others wait, served round robin by client.

    Parameters
    ----------
    waiting : int
        How many may wait. When the queue is full, the client with most places loses its last one
        to a client that has fewer. All queues together must hold fewer than the server has threads.
    patience : float
        How many seconds they wait.
    """

    def __init__(self, waiting: int, patience: float = PATIENCE_S) -> None:
        self.waiting = waiting
        self.patience = patience
        self._lock = Lock()
        self._busy = False
        self._places: OrderedDict[str, deque[Future[bool]]] = OrderedDict()

    def enter(self, client: str) -> bool:
        """Wait for a turn and say whether it came; if it did, `leave` must follow."""
        with self._lock:
            if not self._busy:
                self._busy = True
                return True
            place = self._join(client)
        return place is not None and self._wait(client, place)

    def leave(self) -> None:
        """Give the turn to the next client's first request."""
        with self._lock:
            self._busy = bool(self._places)
            if self._busy:
                client, places = self._places.popitem(last=False)
                places.popleft().set_result(True)
                if places:
                    self._places[client] = places

    def _join(self, client: str) -> Future[bool] | None:
        if sum(map(len, self._places.values())) >= self.waiting:
            largest = max(self._places.values(), key=len, default=deque[Future[bool]]())
            if len(largest) <= len(self._places.get(client, ())) + 1:
                return None
            largest.pop().set_result(False)
        place: Future[bool] = Future()
        self._places.setdefault(client, deque()).append(place)
        return place

    def _wait(self, client: str, place: Future[bool]) -> bool:
        try:
            return place.result(self.patience)
        except TimeoutError:
            with self._lock:
                if place.done():
                    return place.result()
                self._places[client].remove(place)
                if not self._places[client]:
                    del self._places[client]
                return False


class Queues(NamedTuple):
    """Queues of a server: for short formulas, and for long ones and tables."""

    short: FairQueue
    long: FairQueue


def fair_queues(threads: int) -> Queues:
    """Return the queues of a server with so many threads, a quarter of which is left for pages."""
    waiting = max(0, threads - 2 - max(1, threads // 4))
    return Queues(short=FairQueue(waiting - waiting // 4), long=FairQueue(waiting // 4))


def is_costly() -> bool:
    """Say whether the present request may take long to answer, unless its answer is known."""
    return COSTLY.fullmatch(request.path) is not None


def control_admission(server: Flask, queues: Queues) -> None:
    """Make a server's costly requests wait in two queues.

    Parameters
    ----------
    server : Flask
        The server.
    queues : Queues
        Where they wait.
    """

    def enter() -> Response | None:
        if not is_costly():
            return None
        queue = queues.short if _is_short() else queues.long
        if not queue.enter(client_key(request.remote_addr or "")):
            return Response(BUSY, 503, {"Retry-After": "1"}, mimetype="text/plain")
        g.queue = queue
        return None

    def leave(_: BaseException | None) -> None:
        queue: FairQueue | None = g.pop("queue", None)
        if queue is not None:
            queue.leave()

    sys.setswitchinterval(SWITCH_INTERVAL_S)
    server.extensions[EXTENSION] = queues
    server.before_request(enter)
    server.teardown_request(leave)


def trust_proxies(server: Flask, count: int) -> None:
    """Take the client's address from X-Forwarded-For, as the last so many proxies wrote it."""
    if count:
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            server.wsgi_app, x_for=count, x_proto=0, x_host=0
        )


def client_key(address: str) -> str:
    """Return what tells a client from others: its address, of IPv6 the /64 that a site is given."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    return str(parsed.ipv4_mapped or ip_network((int(parsed), 64), strict=False))


def _is_short() -> bool:
    if request.path.startswith(TABLES):
        return False
    try:
        return all(len(text) <= SHORT for texts in request_query().values() for text in texts)
    except QueryError:
        return True  # it will be refused unread
