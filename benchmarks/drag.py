"""Drags by a scripted hand in a Chromium, on a site that a process of its own serves."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, CDPSession, Error, Page, Playwright, ViewportSize

from tests.support.browser.chromium import FLAGS, NoChromiumError, candidates, is_root

CHECKOUT = Path(__file__).parent.parent
HAND = Path(__file__).with_name("hand.js")
SIZE: ViewportSize = {"width": 1280, "height": 800}
DRAG_S = 2.0
BETWEEN_MOVES_S = 0.016
READY_S = 60.0
UNLIMITED = -1

Point = tuple[float, float]


@dataclass(frozen=True)
class Drag:
    """What one drag showed.

    Parameters
    ----------
    seconds : float
        From before the press to before the release.
    redraws : int
        Painted frames in which the picture differed from the one before.
    waits : list of float
        For each of them, the milliseconds from the hand event that it follows to its painting.
    plotly : list of float
        The milliseconds of every call of Plotly that draws.
    requests : int
        How many the page sent.
    busy : float
        The seconds of processor time of the page's own thread, however busy the machine was.
    """

    seconds: float
    redraws: int
    waits: list[float]
    plotly: list[float]
    requests: int
    busy: float

    @property
    def rate(self) -> float:
        """Redraws per second."""
        return self.redraws / self.seconds

    @property
    def cost(self) -> float:
        """Milliseconds of processor time for a redraw."""
        return 1000 * self.busy / max(self.redraws, 1)


@contextmanager
def serve() -> Iterator[str]:
    """Serve the checkout from a process of its own; give its address, no slash at the end."""
    environment = os.environ | {"HOST": "127.0.0.1", "PORT": "0", "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-m", "deploy.serve"]
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


async def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that the browser tests start, for asyncio.

    The tests' own `launch` cannot be asked: its mouse waits for the page after every move, and a
    hand does not.
    """
    flags = [*FLAGS, "--no-sandbox"] if is_root() else [*FLAGS]
    for path, channel in candidates():
        try:
            return await playwright.chromium.launch(
                executable_path=path, channel=channel, args=flags
            )
        except Error:
            continue
    raise NoChromiumError("No Chromium could be started: scripts/test says why.")


@asynccontextmanager
async def open_page(browser: Browser, url: str) -> AsyncIterator[Page]:
    """Open a page that times its drags; it is the site's unless its URL is a file's."""
    page = await browser.new_page(viewport=SIZE)
    await page.goto(url)
    await page.evaluate(HAND.read_text(encoding="utf-8"))
    if not url.startswith("file:"):
        await page.locator("html[data-ready]").wait_for(timeout=1000 * READY_S)
        await page.evaluate("handSpeed.watchSite()")
    yield page
    await page.close()


async def slow_down(page: Page, round_trip_ms: float, throttle: float) -> CDPSession:
    """Put a round trip between a page and its site, and slow its processor down.

    Parameters
    ----------
    page : Page
        Has loaded all that it needs.
    round_trip_ms : float
        What every request waits from now on; 0 for none.
    throttle : float
        How many times slower the processor shall be; 1 for as fast as it is.
    """
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})
    await session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    if round_trip_ms:
        limits = {"downloadThroughput": UNLIMITED, "uploadThroughput": UNLIMITED}
        conditions = {"offline": False, "latency": round_trip_ms, **limits}
        await session.send("Network.enable")
        await session.send("Network.emulateNetworkConditions", conditions)
        begun = time.perf_counter()
        await page.evaluate("fetch('healthz', {cache: 'no-store'}).then(({ok}) => ok)")
        took = 1000 * (time.perf_counter() - begun)
        if took < round_trip_ms:
            sys.exit(f"Chromium emulates no round trip: a request took {took:.0f} ms.")
    return session


async def busy(session: CDPSession) -> float:
    """Return the seconds of processor time that the thread of a page has taken so far."""
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    return next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")


async def drag(page: Page, session: CDPSession, start: Point, end: Point) -> Drag:
    """Drag from one place to another and back, and return what the page counted.

    Parameters
    ----------
    page : Page
        One of `open_page`.
    session : CDPSession
        What `slow_down` returned for it.
    start, end : tuple of two floats
        In CSS pixels of the window.
    """
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    await page.mouse.move(*start)
    busy_before = await busy(session)
    await page.evaluate("handSpeed.begin()")
    await page.mouse.down()
    moves = []
    begun = due = time.perf_counter()
    while (phase := (time.perf_counter() - begun) / DRAG_S) < 1:
        out = 1 - abs(1 - 2 * phase)
        place = (a + out * (b - a) for a, b in zip(start, end, strict=True))
        x, y = place
        move = {"type": "mouseMoved", "x": x, "y": y, "button": "left", "buttons": 1}
        moves.append(asyncio.create_task(session.send("Input.dispatchMouseEvent", move)))
        due += BETWEEN_MOVES_S
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
    await asyncio.gather(*moves)
    counted = await page.evaluate("handSpeed.end()")
    sent, took = len(requests), await busy(session) - busy_before
    await page.mouse.up()
    return Drag(**counted, requests=sent, busy=took)
