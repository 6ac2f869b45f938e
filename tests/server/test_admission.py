"""Costly requests take turns; who comes when the queue is full is told at once, cheap ones pass."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Blueprint, Flask

import app
from server.admission import BUSY, EXTENSION, SHORT, YIELD_AFTER, Lane, lanes, take_turns
from tests.support.callback_bodies import asking

LONG = "w1" + "+w1" * SHORT


def test_one_is_let_in_and_a_few_may_wait() -> None:
    lane = Lane(waiting=1, patience=0)
    assert lane.enter()
    assert not lane.enter()  # waits, in vain
    lane.leave()
    assert lane.enter()
    lane.leave()


def test_one_waits_until_it_is_let_in() -> None:
    lane = Lane(waiting=1, patience=60)
    came: list[bool] = []
    assert lane.enter()
    waits = threading.Thread(target=lambda: came.append(lane.enter()))
    waits.start()
    lane.leave()
    waits.join()
    assert came == [True]
    lane.leave()


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
def slow() -> Iterator[Slow]:
    slow = Slow(Flask(__name__))
    kernels = Blueprint("kernels", __name__)

    @kernels.get("/kernel")
    def kernel() -> str:
        slow.begun.set()
        assert slow.end.wait(60)
        return "kernel"

    @kernels.get("/broken")
    def broken() -> str:
        raise ZeroDivisionError

    @slow.server.get("/")
    def page() -> str:
        return "page"

    slow.server.register_blueprint(kernels)
    take_turns(slow.server, short=Lane(0), long=Lane(0))
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


@pytest.fixture
def full() -> Iterator[Flask]:
    """Return the page's server while both its lanes are full and nobody has patience."""
    server: Flask = app.create_app().server
    for query in ("", "?E=w2"):
        server.test_client().get(f"/_dash-layout{query}")
    both: list[Lane] = list(server.extensions[EXTENSION].values())
    for lane in both:
        lane.patience = 0
        assert lane.enter()
    yield server
    for lane in both:
        lane.leave()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/?E=w1", 200),
        ("/_dash-layout", 200),
        ("/_dash-dependencies", 200),
        ("/healthz", 200),
        ("/assets/style.css?m=1", 200),
        ("/kernels/optimizers.js", 200),
        ("/kernels/optimizers.js?m=1", 200),
        ("/_dash-layout?E=w1", 503),
        ("/_dash-layout?E=w2", 200),  # it was built before
        ("/kernels/error-function.js?E=w1", 503),
        (f"/kernels/error-function.js?E={LONG}", 503),
        ("/trajectory.csv?steps=3", 503),
    ],
)
def test_what_costs_little_is_answered_by_a_busy_server(
    full: Flask, path: str, status: int
) -> None:
    response = full.test_client().get(path, buffered=True)
    assert response.status_code == status
    assert "Content-Security-Policy" in response.headers
    assert (response.get_data(as_text=True) == BUSY) == (status == 503)


def test_a_callback_waits_its_turn_like_any_other(full: Flask) -> None:
    client = full.test_client()
    assert client.post("/_dash-update-component", json=asking("?E=w1")).status_code == 503
    full.extensions[EXTENSION]["short"].leave()
    assert client.post("/_dash-update-component", json=asking("?E=w1")).status_code == 200
    assert client.post("/_dash-update-component", json=asking(f"?E={LONG}")).status_code == 503
    assert client.post("/_dash-update-component", json={}).status_code == 400
    assert full.extensions[EXTENSION]["short"].enter()


def test_who_computes_lets_others_go_on_soon() -> None:
    before = sys.getswitchinterval()
    try:
        sys.setswitchinterval(0.1)
        app.create_app()
        assert sys.getswitchinterval() == pytest.approx(YIELD_AFTER)
    finally:
        sys.setswitchinterval(before)


@pytest.mark.parametrize(("threads", "short", "long"), [(1, 0, 0), (4, 0, 1), (8, 4, 1)])
def test_a_thread_is_left_for_pages(threads: int, short: int, long: int) -> None:
    found = lanes(threads)
    for name, waiting in (("short", short), ("long", long)):
        assert found[name].waiting == waiting
    if threads >= 4:
        assert 2 + found["short"].waiting + found["long"].waiting < threads
