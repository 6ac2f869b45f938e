"""Slow clients wait alone: others are answered as before."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.deploy.servers import Deployment, serving
from tests.support.deploy.slow_clients import KINDS, open_clients
from tests.support.deploy.stream import get

KERNEL = "kernels/optimizers.js"
LONGEST_WAIT_S = 1.0


@pytest.fixture(scope="module")
def small() -> Iterator[Deployment]:
    """Serve with fewer threads than there are slow clients."""
    with serving(LOCKSTEP_THREADS="4") as server:
        yield server


def wait(site: str, expected: bytes) -> float:
    """Return how long a reader waits for an answer, in seconds."""
    begun = time.monotonic()
    assert get(site) == expected
    return time.monotonic() - begun


@pytest.mark.parametrize("count", [20, 400])
@pytest.mark.parametrize("kind", KINDS)
def test_another_reader_has_the_page_within_a_second(
    small: Deployment, kind: str, count: int
) -> None:
    page, kernel = get(small.site), get(small.site + KERNEL)
    with ExitStack() as slow:
        open_clients(slow, small, kind, count)
        # A machine that is busy otherwise may hold up one of them, but not all.
        assert min(wait(small.site, page) for _ in range(4)) < LONGEST_WAIT_S
        assert min(wait(small.site + KERNEL, kernel) for _ in range(4)) < LONGEST_WAIT_S
