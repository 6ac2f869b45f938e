"""How fast each stop of the tour follows a hand: redraws a second, and hand event to painted.

Run it from the checkout, on a machine that does nothing else meanwhile::

    .venv/bin/python -m benchmarks.tour_speed

It serves the site from a process of its own and drags, in a headless Chromium, the control of every
stop out and back for two seconds: the range on its axis, or the start. Measured as in `hand_speed`;
a redraw is a painted frame in which the value of the control changed. Values are round, so that a
control with few of them is drawn less often than the hand moves.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
from collections import Counter

from playwright.async_api import Browser, Page, async_playwright

from benchmarks.bars import run_with_bars
from benchmarks.cpu_profile import profiled_into
from benchmarks.drag import DRAG_S, HAND, READY_S, SIZE, Drag, Point, drag, launch, serve, slow_down
from benchmarks.hand_speed import load, percentile, profile_lines
from components.tour.stop import Stop
from components.tour.stops import STOPS

DRAGS = 3
LONGEST_MS = 10.0
"""The longest 95th percentile from hand event to painted."""

REST_S = 1.5
ENDS = (0.05, 0.95)
START_TRAVEL = (250.0, 120.0)

WATCH = """() => {
  const next = window.requestAnimationFrame;
  let value = lockstep.tour.scene.value;
  window.requestAnimationFrame = callback => next(time => {
    callback(time);
    const {scene} = lockstep.tour;
    if (scene.value === value) return;
    value = scene.value;
    handSpeed.drawn(String(value));
  });
  // Values are round: a hand may move the range and leave its value as it is.
  window.addEventListener("input", () => {
    if (String(lockstep.tour.value) === String(value)) handSpeed.forget();
  });
}"""

MOVED = [stop for stop in STOPS if stop.control and stop.control.kind != "guess"]


async def open_stop(browser: Browser, site: str, stop: Stop) -> Page:
    """Open the tour at a stop that has all that it needs, and watch what it draws."""
    page = await browser.new_page(viewport=SIZE, reduced_motion="reduce")
    await page.goto(f"{site}/tour#{stop.key}")
    await page.locator(f"html[data-ready][data-live][data-stop={stop.key}]").wait_for(
        timeout=1000 * READY_S
    )
    await asyncio.sleep(REST_S)
    await page.evaluate(HAND.read_text(encoding="utf-8"))
    await page.evaluate(WATCH)
    return page


async def ends(page: Page, stop: Stop) -> tuple[Point, Point]:
    """Return where a drag begins and where it turns round."""
    is_start = stop.control is not None and stop.control.kind == "start"
    dragged = page.locator(".tour-figure").locator(".start-handle" if is_start else "input")
    box = await dragged.bounding_box()
    if box is None:
        sys.exit(f"{stop.key}: the page shows nothing to drag.")
    left, middle = box["x"], box["y"] + box["height"] / 2
    if is_start:
        x = left + box["width"] / 2
        return (x, middle), (x + START_TRAVEL[0], middle + START_TRAVEL[1])
    share = await dragged.evaluate("({value, min, max}) => (value - min) / (max - min)")
    end = ENDS[0] if share > 0.5 else ENDS[1]
    # Half the knob beyond each end of the axis belongs to the range, too.
    width = box["width"] - 22
    return (left + 11 + share * width, middle), (left + 11 + end * width, middle)


async def measure(
    browser: Browser, site: str, stop: Stop, throttle: float, times: Counter[str] | None
) -> list[Drag]:
    """Return the drags of a stop's control; with a counter, profile them into it as well."""
    page = await open_stop(browser, site, stop)
    session = await slow_down(page, 0.0, throttle)
    drags = []
    for _ in range(DRAGS):
        start, end = await ends(page, stop)
        async with profiled_into(session, times):
            drags.append(await drag(page, session, start, end))
        await asyncio.sleep(REST_S)
    await page.close()
    return drags


async def run(arguments: argparse.Namespace) -> list[str]:
    """Measure and print everything; return a sentence for every bar that is missed."""
    missed: list[str] = []
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        print(f"Chromium {browser.version}, load {load()}, {DRAGS} drags of {DRAG_S:g} s")
        print(f"{'stop':20}{'redraws/s':18}{'median ms':20}{'p95 ms':20}{'busy ms':18}requests")
        with serve() as site:
            for stop in (stop for stop in MOVED if arguments.only in stop.key):
                times: Counter[str] | None = Counter() if arguments.profile else None
                drags = await measure(browser, site, stop, arguments.throttle, times)
                p95 = [percentile(drag.waits, 95) for drag in drags]
                columns = (
                    ([drag.rate for drag in drags], 18),
                    ([percentile(drag.waits, 50) for drag in drags], 20),
                    (p95, 20),
                    ([drag.cost for drag in drags], 18),
                )
                cells = "".join(f"{' '.join(f'{v:.1f}' for v in c):{wide}}" for c, wide in columns)
                requests = sum(drag.requests for drag in drags)
                print(f"{stop.key:20}{cells}{requests}", flush=True)
                for line in profile_lines(times or Counter(), sum(d.redraws for d in drags)):
                    print(line)
                if not statistics.median(p95) <= LONGEST_MS:
                    missed.append(f"{stop.key}: a p95 of {statistics.median(p95):.1f} ms.")
                if requests:
                    missed.append(f"{stop.key}: {requests} requests were sent during the drags.")
        await browser.close()
    return missed


def main() -> None:
    """Measure, print the table and, with --check, exit with a sentence for a missed bar."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tour_speed")
    parser.add_argument("--throttle", type=float, default=1.0, help="slow the processor down")
    parser.add_argument("--only", default="", help="measure only stops with this in their key")
    parser.add_argument("--profile", action="store_true", help="show what costs; slows the drags")
    run_with_bars(parser, run)


if __name__ == "__main__":
    main()
