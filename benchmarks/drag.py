"""Drags by a scripted hand, in a Chromium, on a site that a process of its own serves."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page

CHECKOUT = Path(__file__).parent.parent
HAND = Path(__file__).with_name("hand.js")
DRAG_S = 2.0
BETWEEN_MOVES_S = (0.012, 0.016)
SETTLE_TIMEOUT_MS = 10_000

Point = tuple[float, float]


@dataclass(frozen=True)
class Drag:
    """What one drag showed.

    Parameters
    ----------
    seconds : float
        From the press to the release.
    moves : int
        Moves of the pointer that the page heard of.
    redraws : int
        Painted frames in which the picture differed from the one before.
    waits : list of float
        For each of these, the milliseconds from the hand event it follows to its painting.
    plotly : list of float
        The milliseconds of every call of Plotly that draws.
    requests : int
        Requests that the page sent.
    """

    seconds: float
    moves: int
    redraws: int
    waits: list[float]
    plotly: list[float]
    requests: int

    @property
    def rate(self) -> float:
        """Redraws per second."""
        return self.redraws / self.seconds


@contextmanager
def serve() -> Iterator[str]:
    """Serve the checkout from a process of its own; give its address, no slash at the end."""
    environment = os.environ | {"HOST": "127.0.0.1", "PORT": "0", "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, str(CHECKOUT / "scripts" / "serve.py")]
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            words = process.stdout.readline().split() if process.stdout else []
            address = next((word for word in words if word.startswith("http://")), None)
            if address is None:
                sys.exit("The site did not start; its process says why above.")
            yield address
        finally:
            process.terminate()


def slow_down(page: Page, round_trip_ms: float, throttle: float) -> CDPSession:
    """Put a round trip between a page and its site, and slow its processor down.

    Parameters
    ----------
    page : Page
        Has loaded what it needs.
    round_trip_ms : float
        Is added to every request from now on.
    throttle : float
        How many times slower the processor shall be; 1 for as fast as it is.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    if round_trip_ms:
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": round_trip_ms,
                "downloadThroughput": -1,
                "uploadThroughput": -1,
            },
        )
        took = page.evaluate(
            "async () => { const t = performance.now(); await fetch('healthz', {cache: 'no-store'});"
            " return performance.now() - t; }"
        )
        if took < round_trip_ms:
            sys.exit(f"Chromium emulates no round trip: a request took {took:.0f} ms.")
    return session


def drag(page: Page, start: Point, end: Point) -> Drag:
    """Drag from one place to another and back, and return what the page counted.

    Parameters
    ----------
    page : Page
        Has evaluated hand.js.
    start, end : tuple of two floats
        In CSS pixels of the window.
    """
    requests: list[str] = []
    gaps = random.Random(1)
    page.mouse.move(*start)
    page.wait_for_timeout(200)
    page.on("request", lambda request: requests.append(request.url))
    page.evaluate("handSpeed.begin()")
    page.mouse.down()
    begun = due = time.perf_counter()
    while (phase := (time.perf_counter() - begun) / DRAG_S) < 1:
        out = 1 - abs(1 - 2 * phase)
        page.mouse.move(*(a + out * (b - a) for a, b in zip(start, end, strict=True)))
        due += gaps.uniform(*BETWEEN_MOVES_S)
        time.sleep(max(0.0, due - time.perf_counter()))
    counted = page.evaluate("handSpeed.end()")
    asked = len(requests)
    page.mouse.up()
    return Drag(**counted, requests=asked)
