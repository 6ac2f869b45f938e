"""How soon the playground, or the tour, is there for a reader who has nothing of it yet.

Run it from the checkout::

    .venv/bin/python -m benchmarks.arrival
    .venv/bin/python -m benchmarks.arrival --tour

It serves the site from a process of its own and opens it in a headless Chromium with an empty
cache, at an emulated 10 Mbit/s and 60 ms for every request, and says for each visit when the first
contour was painted, when the playground followed the hand, and how many bytes had come by then,
headers included.

Notes
-----
Painted is the first message of a MessageChannel after the animation frame in which a contour was in
the page, by `performance.now()`, which begins with the navigation. The tour's are on a canvas: its
page says when it has drawn.
"""

from __future__ import annotations

import argparse
import statistics
from dataclasses import dataclass
from typing import NamedTuple

from playwright.async_api import Browser, async_playwright

from benchmarks.bars import run_with_bars
from benchmarks.drag import READY_S, SIZE, launch, serve

VISITS = 7
LATENCY_MS = 60.0
MEGABITS = 10.0

WATCH = """(() => {
  const channel = new MessageChannel();
  const at = window.arrival = {};
  channel.port1.onmessage = ({data}) => { at[data] = performance.now(); };
  const painted = name => requestAnimationFrame(() => channel.port2.postMessage(name));
  const awaited = {contour: "CONTOUR", ready: "html[data-ready]"};
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(awaited)) {
      if (document.querySelector(selector)) {
        delete awaited[name];
        painted(name);
      }
    }
  }).observe(document, {subtree: true, childList: true, attributes: true});
})();"""


class Place(NamedTuple):
    """A page of the site: what tells of its first contour, and its bars."""

    path: str
    contour: str
    largest: int
    latest_ms: float


PLAYGROUND = Place("/", ".contourlines path", 620_000, 1300.0)
TOUR = Place("/tour", "html[data-live=true]", 620_000, 1400.0)


@dataclass(frozen=True)
class Visit:
    """What one visit showed.

    Parameters
    ----------
    contour, ready : float
        Milliseconds until the first contour was painted, and until the page was alive.
    size : int
        Bytes that had come by then.
    requests : int
        How many answers they were.
    """

    contour: float
    ready: float
    size: int
    requests: int


async def visit(
    browser: Browser, site: str, place: Place, latency_ms: float, megabits: float
) -> Visit:
    """Open a page with nothing in the cache."""
    context = await browser.new_context(viewport=SIZE)
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    rate = megabits * 1e6 / 8
    limits = {"downloadThroughput": rate, "uploadThroughput": rate}
    await session.send("Network.enable")
    conditions = {"offline": False, "latency": latency_ms, **limits}
    await session.send("Network.emulateNetworkConditions", conditions)
    await page.add_init_script(WATCH.replace("CONTOUR", place.contour))
    await page.goto(site + place.path)
    await page.locator("html[data-ready]").wait_for(timeout=1000 * READY_S)
    # Icons are in the styles: their addresses are loaded without an answer.
    size, requests = int(sum(sizes)), sum(size > 0 for size in sizes)
    at = await page.evaluate("new Promise(requestAnimationFrame).then(() => window.arrival)")
    await context.close()
    return Visit(at["contour"], at["ready"], size, requests)


def line(name: str, values: list[float]) -> str:
    """Return least, middle and greatest of some values."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{name:36}{low:10,.0f}{middle:10,.0f}{high:10,.0f}"


async def run(arguments: argparse.Namespace) -> list[str]:
    """Measure and print; return a sentence for every bar that is missed."""
    place = TOUR if arguments.tour else PLAYGROUND
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        with serve() as site:
            await visit(browser, site, place, 0.0, 1000.0)  # all is compressed then
            given = (arguments.latency, arguments.megabits)
            visits = [await visit(browser, site, place, *given) for _ in range(VISITS)]
        print(
            f"Chromium {browser.version}, {VISITS} visits of {place.path} with an empty cache at "
            f"{arguments.megabits:g} Mbit/s and {arguments.latency:g} ms"
        )
        await browser.close()
    print(f"{'':36}{'least':>10}{'median':>10}{'most':>10}")
    print(line("first contour painted, ms", [v.contour for v in visits]))
    print(line("page follows the hand, ms", [v.ready for v in visits]))
    print(line("transferred by then, bytes", [v.size for v in visits]))
    print(line("answers", [v.requests for v in visits]))
    missed = []
    if statistics.median(v.contour for v in visits) > place.latest_ms:
        missed.append(f"The first contour comes later than {place.latest_ms:g} ms.")
    if max(v.size for v in visits) > place.largest:
        missed.append(f"More than {place.largest:,} bytes are transferred.")
    return missed


def main() -> None:
    """Measure, print the table and, with --check, exit with a sentence for a missed bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.arrival",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--latency", type=float, default=LATENCY_MS, help="of a request, in ms")
    parser.add_argument("--megabits", type=float, default=MEGABITS, help="a second")
    parser.add_argument("--tour", action="store_true", help="the tour instead of the playground")
    run_with_bars(parser, run)


if __name__ == "__main__":
    main()
