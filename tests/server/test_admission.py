"""Admission control: costly requests wait in fair queues, cheap ones pass."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask, Response, request

from server import admission
from server.admission import (
    BUSY,
    SHORT,
    FairQueue,
    Queues,
    client_key,
    control_admission,
    trust_proxies,
)

LONG = "w1" + "+w1" * SHORT


def test_one_is_let_in_and_another_waits_in_vain() -> None:
    queue = FairQueue(waiting=1, patience=0)
    assert queue.enter("a")
    assert not queue.enter("a")
    queue.leave()
    assert queue.enter("b")
    queue.leave()


@dataclass
class Clients:
    """Clients in a queue that is busy; `admitted` lists them as they get their turns."""

    queue: FairQueue
    admitted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)

    def wait(self, client: str) -> None:
        """Let a client wait, and return once it has a place or is refused."""
        before = self.waiting()
        lost = len(self.refused)
        thread = threading.Thread(target=self._enter, args=(client,))
        thread.start()
        self.threads.append(thread)
        while self.waiting() == before and len(self.refused) == lost:
            thread.join(0.001)

    def waiting(self) -> dict[str, int]:
        return {client: len(places) for client, places in self.queue._places.items()}

    def _enter(self, client: str) -> None:
        if not self.queue.enter(client):
            self.refused.append(client)
            return
        self.admitted.append(client)
        self.queue.leave()

    def finish(self) -> None:
        """End the request under way; each that waits has its turn after the other."""
        self.queue.leave()
        for thread in self.threads:
            thread.join()


def busy(waiting: int) -> Clients:
    queue = FairQueue(waiting, patience=60)
    assert queue.enter("first")
    return Clients(queue)


def test_turns_go_round_robin_by_client() -> None:
    clients = busy(waiting=9)
    for client in ("a", "a", "a", "b", "b", "c"):
        clients.wait(client)
    assert clients.waiting() == {"a": 3, "b": 2, "c": 1}
    clients.finish()
    assert clients.admitted == ["a", "b", "c", "a", "b", "a"]
    assert clients.refused == []


def test_in_a_full_queue_the_client_with_most_places_gives_one_up() -> None:
    clients = busy(waiting=4)
    for client in ("a", "a", "a", "a", "a"):
        clients.wait(client)
    assert clients.refused == ["a"]
    clients.wait("b")
    clients.threads[3].join()  # a's last one was told at once
    assert clients.refused == ["a", "a"]
    assert clients.waiting() == {"a": 3, "b": 1}
    clients.wait("b")
    clients.threads[2].join()
    assert clients.waiting() == {"a": 2, "b": 2}
    clients.wait("b")
    clients.wait("a")
    assert clients.refused[3:] == ["b", "a"]
    assert clients.waiting() == {"a": 2, "b": 2}
    clients.finish()
    assert clients.admitted == ["a", "b", "a", "b"]


def test_who_gave_up_waiting_gets_no_turn() -> None:
    queue = FairQueue(waiting=2, patience=0)
    assert queue.enter("a")
    assert not queue.enter("b")
    queue.leave()
    assert queue.enter("c")
    queue.leave()
    assert queue._places == {}


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_a_client_is_its_address_or_its_network(address: str, key: str) -> None:
    assert client_key(address) == key


@pytest.mark.parametrize(
    ("count", "forwarded", "address"),
    [
        (0, "192.0.2.1", "127.0.0.1"),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "192.0.2.9, 192.0.2.1", "192.0.2.1"),
        (2, "192.0.2.9, 192.0.2.1", "192.0.2.9"),
        (2, "192.0.2.1", "127.0.0.1"),
    ],
)
def test_only_what_trusted_proxies_wrote_is_believed(
    count: int, forwarded: str, address: str
) -> None:
    server = Flask(__name__)
    server.add_url_rule("/", "address", lambda: str(request.remote_addr))
    trust_proxies(server, count)
    answer = server.test_client().get("/", headers={"X-Forwarded-For": forwarded})
    assert answer.get_data(as_text=True) == address


@dataclass
class Slow:
    """A server whose kernels take as long as the test wants.

    `begun` is set when one is under way, which ends when `end` is set.
    """

    server: Flask
    begun: threading.Event = field(default_factory=threading.Event)
    end: threading.Event = field(default_factory=threading.Event)

    def status(self, path: str) -> int:
        return self.server.test_client().get(path).status_code


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow(Flask(__name__))

    @slow.server.before_request
    def cached() -> Response | None:
        return Response("known") if "known" in request.args else None

    @slow.server.get("/kernel")
    def kernel() -> str:
        slow.begun.set()
        assert slow.end.wait(60)
        return "kernel"

    @slow.server.get("/broken")
    def broken() -> str:
        raise ZeroDivisionError

    @slow.server.get("/")
    def page() -> str:
        return "page"

    queues = Queues(short=FairQueue(0), long=FairQueue(0))
    monkeypatch.setattr(admission, "COSTLY", re.compile("/(kernel|broken)"))
    control_admission(slow.server, queues)
    yield slow
    slow.end.set()


def test_one_request_too_many_is_refused_while_the_page_and_short_formulas_are_answered(
    slow: Slow,
) -> None:
    statuses: list[int] = []
    first = threading.Thread(target=lambda: statuses.append(slow.status(f"/kernel?E={LONG}")))
    first.start()
    assert slow.begun.wait(60)

    refused = slow.server.test_client().get(f"/kernel?E={LONG}-w2")
    assert (refused.status_code, refused.mimetype) == (503, "text/plain")
    assert refused.get_data(as_text=True) == BUSY
    assert refused.headers["Retry-After"] == "1"
    assert statuses == []
    assert slow.status("/") == 200
    assert slow.status(f"/kernel?E={LONG}&known=1") == 200, "a cache answers before"

    slow.end.set()
    assert slow.status("/kernel?E=w1") == 200
    first.join()
    assert statuses == [200]
    assert slow.status(f"/kernel?E={LONG}") == 200


def test_a_turn_ends_with_an_error_too(slow: Slow) -> None:
    slow.end.set()
    for _ in range(3):
        assert slow.status(f"/broken?E={LONG}") == 500
    assert slow.status(f"/kernel?E={LONG}") == 200
