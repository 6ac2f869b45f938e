"""How fast the picture follows a hand: redraws a second, and from hand event to painted.

Run it from the checkout, on a machine that does nothing else meanwhile::

    .venv/bin/python -m benchmarks.hand_speed

It serves the site from a process of its own and drags, in a headless Chromium, the slider of eta,
the start handle and the scrubber out and back for two seconds each, with two runs of 500 steps and
with six, with the sweeps above the sliders in sight, without and with an emulated round trip. A
blank page on which one path follows the hand is the floor: what display itself costs.

Notes
-----
A hand event is taken by `performance.now()` in a capturing listener, painted is the first message
of a MessageChannel after the animation frame, and a redraw is a painted frame in which a point of
the trajectory moved by a sixteenth of a pixel or more. The hand moves about 62 times a second and
does not wait for the page.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from playwright.async_api import Browser, Locator, Page, async_playwright

from benchmarks.bars import run_with_bars
from benchmarks.cpu_profile import profiled_into
from benchmarks.drag import DRAG_S, Drag, Point, drag, launch, open_page, serve, slow_down

DRAGS = 3
ROUND_TRIP_MS = 60.0
LONGEST_MS = 10.0
"""The longest 95th percentile of two runs, from hand event to painted."""
BLANK_RATE = 58.0
"""With fewer redraws a second of a blank page, a measurement says little of the site."""

BLANK = Path(__file__).with_name("blank.html").as_uri()
ETA = "#hyperparameter-rmsprop-eta-slider"
HANDLE = "#surface-handle"
SCRUBBER = "#scrubber"
SLIDER_END = 0.93
HANDLE_TRAVEL = (300.0, 220.0)
REST_S = 1.5
"""Long enough after a drag for the site to commit its state."""

FUNCTIONS_SHOWN = 12


class Scene(NamedTuple):
    """What is on the page, and what share of the blank page's redraws it must have."""

    name: str
    query: str
    share: float


TWO = Scene("2 runs", "", 0.9)
OTHERS = ("gradient-descent", "momentum", "adagrad", "adam", "nesterov", "rmsprop")
SIX = Scene("6 runs", "&".join(f"run={key}" for key in OTHERS), 0.75)


@dataclass(frozen=True)
class Scenario:
    """What is dragged, and under which conditions.

    Parameters
    ----------
    name : str
        What the table calls it.
    selector : str
        The element that is dragged; of the blank page none.
    scene : Scene
        What is on the page.
    round_trip_ms : float
        What every request waits.
    """

    name: str
    selector: str = ""
    scene: Scene = TWO
    round_trip_ms: float = 0.0

    def url(self, site: str, query: str) -> str:
        """Return the page."""
        if not self.selector:
            return BLANK
        return f"{site}/?{self.scene.query}&{query}"

    def missed(self, drags: list[Drag], blank: float) -> Iterator[str]:
        """Yield a sentence for every bar that the middle one of the drags misses."""
        rate = statistics.median(drag.rate for drag in drags)
        if not self.selector:
            if rate < BLANK_RATE:
                yield f"The machine is busy: a {self.name}, gets only {rate:.1f} redraws/s."
            return
        p95 = statistics.median(percentile(drag.waits, 95) for drag in drags)
        requests = sum(drag.requests for drag in drags)
        least = self.scene.share * blank
        if rate < least:
            yield f"{self.name}: {rate:.1f} redraws/s are less than {least:.1f}."
        if self.scene is TWO and not p95 <= LONGEST_MS:
            yield f"{self.name}: a p95 of {p95:.1f} ms is more than {LONGEST_MS:g} ms."
        if requests:
            yield f"{self.name}: {requests} requests were sent during the drags."


FLOOR = Scenario("blank page, one path")
SCENARIOS = [
    Scenario(f"{part}, {scene.name}{f', {trip:g} ms' if trip else ''}", selector, scene, trip)
    for part, selector in (("eta slider", ETA), ("start handle", HANDLE), ("scrubber", SCRUBBER))
    for scene, trip in ((TWO, 0.0), (TWO, ROUND_TRIP_MS), (SIX, 0.0))
]


def percentile(values: list[float], percent: float) -> float:
    """Return a percentile, nan where there are no values."""
    return float(np.percentile(values, percent)) if values else float("nan")


async def ends(page: Page, scenario: Scenario) -> tuple[Point, Point]:
    """Return where a drag begins and where it turns round."""
    if not scenario.selector:
        return (100, 100), (700, 500)
    dragged = page.locator(scenario.selector)
    box = await dragged.bounding_box()
    if box is None:
        sys.exit(f"{scenario.name}: the page shows nothing to drag.")
    left, middle = box["x"], box["y"] + box["height"] / 2
    if scenario.selector == HANDLE:
        x, (right, down) = left + box["width"] / 2, HANDLE_TRAVEL
        return (x, middle), (x + right, middle + down)
    width = box["width"]
    return (left + width * await thumb(dragged), middle), (left + width * SLIDER_END, middle)


async def thumb(slider: Locator) -> float:
    """Return where a slider stands, from 0 to 1."""
    place: float = await slider.evaluate("({value, min, max}) => (value - min) / (max - min)")
    return place


async def measure(
    browser: Browser, scenario: Scenario, url: str, throttle: float, times: Counter[str] | None
) -> list[Drag]:
    """Return the drags of a scenario; with a counter, profile them into it as well."""
    drags = []
    async with open_page(browser, url) as page:
        session = await slow_down(page, scenario.round_trip_ms, throttle)
        for _ in range(DRAGS):
            await asyncio.sleep(REST_S)
            start, end = await ends(page, scenario)
            async with profiled_into(session, times):
                drags.append(await drag(page, session, start, end))
    return drags


def row(scenario: Scenario, drags: list[Drag]) -> str:
    """Return a row of the table, with the figures of every drag."""

    def cells(values: Iterator[float], width: int) -> str:
        return " ".join(f"{value:{width}.1f}" for value in values)

    waits = [cells((percentile(d.waits, p) for d in drags), 5) for p in (50, 95, 100)]
    rates = cells((drag.rate for drag in drags), 4)
    costs = cells((drag.cost for drag in drags), 4)
    requests = " ".join(str(drag.requests) for drag in drags)
    calls = " ".join(str(len(drag.plotly)) for drag in drags)
    worst = max((ms for drag in drags for ms in drag.plotly), default=0.0)
    plotly = f"{calls} ({worst:.0f} ms)" if worst else calls
    return f"{scenario.name:32}{rates}  {'  '.join(waits)}  {costs}  {requests:9} {plotly}"


def profile_lines(times: Counter[str], redraws: int) -> Iterator[str]:
    """Yield what the costliest functions take themselves, in milliseconds a redraw."""
    for name, milliseconds in times.most_common(FUNCTIONS_SHOWN):
        yield f"    {milliseconds / max(redraws, 1):6.2f}  {name}"


def load() -> str:
    """Return how many programs wanted the processor in the last minute, on average."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


async def run(arguments: argparse.Namespace) -> list[str]:
    """Measure and print everything; return a sentence for every bar that is missed."""
    missed: list[str] = []
    blank = 0.0
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        print(
            f"Chromium {browser.version}, {os.cpu_count()} cores with {load()} programs running, "
            f"{DRAGS} drags of {DRAG_S:g} s"
            + (f", processor slowed {arguments.throttle:g} times" * (arguments.throttle != 1))
        )
        print(f"{'':32}{'redraws/s':14}  hand event -> painted, ms: ", end="")
        print(f"{'median':>8}{'p95':>19}{'worst':>19}{'busy ms':>16}  {'requests':9} Plotly")
        with serve() as site:
            for scenario in (FLOOR, *(s for s in SCENARIOS if arguments.only in s.name)):
                times: Counter[str] | None = Counter() if arguments.profile else None
                url = scenario.url(site, arguments.query)
                drags = await measure(browser, scenario, url, arguments.throttle, times)
                print(row(scenario, drags), flush=True)
                for line in profile_lines(times or Counter(), sum(d.redraws for d in drags)):
                    print(line)
                blank = blank or statistics.median(drag.rate for drag in drags)
                missed += scenario.missed(drags, blank)
        await browser.close()
    return missed


def main() -> None:
    """Measure, print the table and, with --check, exit with a sentence for a missed bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.hand_speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--throttle", type=float, default=1.0, help="slow the processor so many times"
    )
    parser.add_argument("--only", default="", help="measure only where the name has this in it")
    parser.add_argument("--query", default="", help="more of the address, such as E=w1^4%%2Bw2^2")
    parser.add_argument("--profile", action="store_true", help="show what costs; slows the drags")
    run_with_bars(parser, run)


if __name__ == "__main__":
    main()
