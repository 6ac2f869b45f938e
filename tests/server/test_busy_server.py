"""The server while its queues are busy: what is cheap or known is answered, the rest refused."""

import sys
from collections.abc import Iterator

import pytest
from flask import Flask

import app
from server.admission import (
    BUSY,
    EXTENSION,
    SHORT,
    SWITCH_INTERVAL_S,
    Queues,
    fair_queues,
)

LONG = "w1" + "+w1" * SHORT
KNOWN = ("/layout.json", "/layout.json?E=w2", "/kernels/error-function.js?E=w2")


@pytest.fixture
def full() -> Iterator[Flask]:
    """Return the page's server while both its queues are busy and no request has patience."""
    server: Flask = app.create_app().server
    for path in KNOWN:
        assert server.test_client().get(path).status_code == 200
    queues: Queues = server.extensions[EXTENSION]
    for queue in queues:
        queue.patience = 0
        assert queue.enter("another")
    yield server
    for queue in queues:
        queue.leave()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *((path, 200) for path in KNOWN),
        ("/", 200),
        ("/?E=w1", 200),
        ("/_dash-layout", 200),
        ("/_dash-dependencies", 200),
        ("/healthz", 200),
        ("/assets/vendor/plotly.min.js", 200),
        ("/kernels/optimizers.js", 200),
        ("/kernels/optimizers.js?m=1", 200),
        ("/layout.json?E=w1", 503),
        ("/figures/two-steps.json?two-steps.E=w1", 503),
        ("/figures/playground/surface.json?E=w1", 503),
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


def test_what_a_browser_still_has_is_not_computed_again(full: Flask) -> None:
    client = full.test_client()
    tag = client.get(KNOWN[1]).headers["ETag"]
    again = client.get(KNOWN[1], headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_threads_that_compute_are_switched_soon() -> None:
    before = sys.getswitchinterval()
    try:
        sys.setswitchinterval(0.1)
        app.create_app()
        assert sys.getswitchinterval() == pytest.approx(SWITCH_INTERVAL_S)
    finally:
        sys.setswitchinterval(before)


@pytest.mark.parametrize(
    ("threads", "short", "long"), [(1, 0, 0), (4, 1, 0), (8, 3, 1), (32, 17, 5)]
)
def test_threads_are_left_for_pages(threads: int, short: int, long: int) -> None:
    queues = fair_queues(threads)
    assert (queues.short.waiting, queues.long.waiting) == (short, long)
    if threads >= 4:
        assert 2 + short + long < threads
