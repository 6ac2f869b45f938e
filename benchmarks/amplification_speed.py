"""How fast the amplification map follows a hand: redraws a second, and hand event to painted.

Run it from the checkout, on a machine that does nothing else meanwhile::

    .venv/bin/python -m benchmarks.amplification_speed

It serves the site from a process of its own and drags, in a headless Chromium, the sliders of the
large map out and back for two seconds each. Measured as in `hand_speed`; a redraw is a painted
frame in which a value of the map changed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys

import numpy as np
from playwright.async_api import Browser, Page, async_playwright

from benchmarks.drag import DRAG_S, READY_S, Drag, drag, launch, open_page, serve, slow_down

DRAGS = 3
LONGEST_MS = 50.0
"""The longest 95th percentile from hand event to painted."""

REST_S = 1.0
SLIDER_END = 0.97
SLIDERS = {
    "beta, the large map": "#amplification-rmsprop-beta-slider",
    "eta, every map": "#amplification-rmsprop-eta-slider",
    "epsilon, RMSProp's maps": "#amplification-rmsprop-epsilon-slider",
    "range of g, every map": "#amplification-range-slider",
}

WATCH = """() => {
  const {large, state} = lockstep.amplification, {draw} = large;
  large.draw = (...given) => {
    draw(...given);
    let sum = state.range;
    for (let at = 0; at < large.values.length; at += 97) sum = sum * 0.75 + large.values[at];
    handSpeed.drawn(String(sum));
  };
}"""


async def go_to_map(page: Page) -> None:
    """Bring the figure into the window, wait for it and watch what it draws."""
    await page.locator("#amplification").scroll_into_view_if_needed()
    await page.locator(".amplification[data-ready]").wait_for(timeout=1000 * READY_S)
    await page.evaluate(WATCH)


async def measure(browser: Browser, url: str, selector: str, throttle: float) -> list[Drag]:
    """Return the drags of a slider."""
    drags = []
    async with open_page(browser, url) as page:
        await go_to_map(page)
        session = await slow_down(page, 0.0, throttle)
        slider = page.locator(selector)
        await slider.scroll_into_view_if_needed()
        for _ in range(DRAGS):
            await asyncio.sleep(REST_S)
            box = await slider.bounding_box()
            if box is None:
                sys.exit(f"The page shows no {selector}.")
            share = await slider.evaluate("({value, min, max}) => (value - min) / (max - min)")
            middle = box["y"] + box["height"] / 2
            start = (box["x"] + 8 + share * (box["width"] - 16), middle)
            end = SLIDER_END if share < 0.5 else 1 - SLIDER_END
            drags.append(await drag(page, session, start, (box["x"] + box["width"] * end, middle)))
    return drags


async def run(throttle: float) -> list[str]:
    """Measure and print everything; return a sentence for every bar that is missed."""
    missed: list[str] = []
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
        print(
            f"Chromium {browser.version}, {os.cpu_count()} cores, load {load}, "
            f"{DRAGS} drags of {DRAG_S:g} s, processor slowed {throttle:g} times"
        )
        print(f"{'':26}{'redraws/s':18}{'median ms':18}{'p95 ms':18}{'busy ms':18}requests")
        with serve() as site:
            for name, selector in SLIDERS.items():
                drags = await measure(browser, f"{site}/", selector, throttle)
                p95 = [float(np.percentile(d.waits, 95)) for d in drags]
                columns = (
                    [d.rate for d in drags],
                    [statistics.median(d.waits) for d in drags],
                    p95,
                    [d.cost for d in drags],
                )
                cells = "".join(f"{' '.join(f'{v:.1f}' for v in c):18}" for c in columns)
                requests = sum(d.requests for d in drags)
                print(f"{name:26}{cells}{requests}", flush=True)
                if statistics.median(p95) > LONGEST_MS:
                    missed.append(f"{name}: a p95 of {statistics.median(p95):.1f} ms.")
                if requests:
                    missed.append(f"{name}: {requests} requests were sent during the drags.")
        await browser.close()
    return missed


def main() -> None:
    """Measure, print the table and, with --check, exit with a sentence for a missed bar."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.amplification_speed")
    parser.add_argument(
        "--throttle", type=float, default=1.0, help="slow the processor so many times"
    )
    parser.add_argument("--check", action="store_true", help="exit with status 1 for a missed bar")
    arguments = parser.parse_args()
    missed = asyncio.run(run(arguments.throttle))
    if missed and arguments.check:
        sys.exit("\n".join(missed))


if __name__ == "__main__":
    main()
