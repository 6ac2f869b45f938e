"""The tour in a page, for hands to try."""

import re
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect

from components.tour.scene import Scene, scene_of
from components.tour.sentences import said
from components.tour.stop import Stop
from components.tour.stops import STOPS
from tests.support.browser.live import Live
from tests.support.browser.wait import wait_for_attribute, wait_for_change

Motion = Literal["reduce", "no-preference"]

OWN = tuple(stop for stop in STOPS if not stop.figure)
"""Stops with a surface of the tour's own."""

POINTS = ("start", "guess")


def stop_of(kind: str, *, sweeps: bool = False) -> Stop:
    """Return the first stop with a kind of control, or the first whose control is swept."""
    return next(
        stop
        for stop in OWN
        if stop.control and stop.control.kind == kind and (stop.control.sweep is not None) >= sweeps
    )


def after(stop: Stop) -> Stop:
    """Return the stop after another."""
    return STOPS[STOPS.index(stop) + 1]


class Tour(Live):
    """The tour in a page; nothing moves by itself unless it is asked to."""

    def __init__(self, page: Page, motion: Motion = "reduce") -> None:
        super().__init__(page, "tour: figure", page.locator("html"))
        page.emulate_media(reduced_motion=motion)
        self.motion = motion
        self.figure = page.get_by_role("complementary", name="Figure")
        self.range = self.figure.locator("input[type=range]")
        self.handle = self.figure.locator(".start-handle")
        self.surface = self.figure.locator("canvas.live")
        self.said = page.locator("#tour-said")

    def open(self, address: str = "/tour") -> None:
        """Open an address, and wait until its stop is seen, and at rest where nothing moves."""
        self.page.goto(address)
        wait_for_attribute(self.root, "data-live", "true")
        if self.motion == "reduce":
            wait_for_change(self.root, "data-settled", None)

    def section(self, stop: Stop) -> Locator:
        return self.page.locator(f"#{stop.key}")

    def scroll_to(self, stop: Stop) -> None:
        """Scroll to a stop, and wait until its figure is seen."""
        self.section(stop).evaluate("section => section.scrollIntoView({behavior: 'instant'})")
        self.is_at(stop)

    def is_at(self, stop: Stop) -> None:
        """Wait until a stop is the current one, and its figure is seen."""
        wait_for_attribute(self.root, "data-stop", stop.key)
        if not stop.figure:
            self.until(f"figure.scene?.stop.key === '{stop.key}'")

    def number(self, stop: Stop) -> Locator:
        """Return the number of a stop's sentence that is its control."""
        return self.section(stop).get_by_role("slider").first

    def says(self, stop: Stop, scene: Scene) -> None:
        """Expect that a stop's sentences say what Python says in a scene."""
        for part in self.section(stop).locator("[data-say]").all():
            name = part.get_attribute("data-say") or ""
            expect(part).to_have_text(said(name, scene))

    def value(self) -> Any:
        """Return what the control of the current stop says."""
        return self.get("figure.scene.value")

    def scene(self, stop: Stop) -> Scene:
        """Return Python's scene of the current stop at the value of its control."""
        value = self.value()
        return scene_of(stop, tuple(value) if isinstance(value, list) else value and float(value))

    def query(self) -> str:
        """Return the query and the anchor of the address."""
        return re.sub("^.*/tour", "", self.page.url)
