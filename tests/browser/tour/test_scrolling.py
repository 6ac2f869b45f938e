"""Scrolling makes each stop current: one control is live, the contents and the figure say which."""

import pytest
from playwright.sync_api import Page, expect

from components.tour.scene import scene_of
from components.tour.sentences import spoken_result, value_text
from components.tour.stop import Stop
from components.tour.stops import STOPS
from tests.browser.conftest import OpenPage
from tests.support.browser.tour import OWN, POINTS, Tour

LIVE_NUMBERS = "[role=slider][data-drag][tabindex='0']"
WIDTHS = ((390, 844), (768, 1024), (1280, 800), (1920, 1080))


def beat(stop: Stop) -> Stop:
    """Return the stop with the number that a stop belongs to."""
    return next(s for s in reversed(STOPS[: STOPS.index(stop) + 1]) if not s.is_part)


def test_each_stop_becomes_current_with_one_live_control(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    for stop in STOPS:
        tour.scroll_to(stop)
        expect(page.locator(".stop.here")).to_have_count(1)
        expect(tour.section(stop)).to_have_class("stop here")
        current = page.locator(".stops a[aria-current=true]")
        expect(current).to_have_attribute("data-stop", beat(stop).key)
        if stop.figure:
            expect(tour.figure.locator("iframe")).to_have_attribute("title", stop.title)
            expect(tour.figure.locator("canvas.live")).to_be_hidden()
            continue
        control = stop.control
        on_axis = control is not None and control.kind not in POINTS
        expect(tour.range).to_be_visible(visible=on_axis)
        expect(tour.handle).to_be_visible(visible=control is not None and not on_axis)
        numbers = page.locator(LIVE_NUMBERS)
        assert (numbers.count() > 0) == on_axis, stop.key
        assert page.locator(f".stop:not(.here) {LIVE_NUMBERS}").count() == 0


def test_a_stop_says_what_python_printed(page: Page, subtests: pytest.Subtests) -> None:
    tour = Tour(page)
    for stop in (OWN[4], *OWN):  # the tour arrives in its middle, and goes on by its links
        with subtests.test(stop.key):
            tour.open(f"/tour#{stop.key}")
            tour.is_at(stop)
            scene = scene_of(stop)
            tour.says(stop, scene)
            if stop.control and stop.control.kind not in POINTS:
                expect(tour.number(stop)).to_have_attribute("aria-valuetext", value_text(scene))
            expect(tour.surface).to_have_accessible_name(spoken_result(scene))


@pytest.mark.parametrize("size", WIDTHS, ids=lambda size: str(size[0]))
def test_nothing_is_wider_than_the_window(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(*size, touch=size[0] < 500)
    tour = Tour(page)
    tour.open()
    for stop in STOPS:
        tour.scroll_to(stop)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, stop.key


def test_on_a_phone_the_figure_leaves_room_for_the_words(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True)
    tour = Tour(page)
    tour.open()
    for stop in STOPS:
        tour.scroll_to(stop)
        box = tour.figure.bounding_box()
        assert box is not None
        assert box["y"] == 0, stop.key
        assert box["height"] <= 0.45 * 844, stop.key


def test_a_link_of_the_contents_leads_to_its_stop(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    stop = OWN[4]
    page.locator(f".stops a[data-stop='{beat(stop).key}']").click()
    tour.is_at(beat(stop))
    tour.until(f"location.hash === '#{beat(stop).key}'")


def test_later_stops_cost_nothing_before_they_come_near(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    tour = Tour(page)
    tour.open()
    tour.until("document.documentElement.dataset.settled")
    # The first stop's surface is in the page; the one after it is near.
    near = {scene_of(stop).state.E.text for stop in OWN[:3]}
    assert not [url for url in asked if "embed=" in url]
    assert len([url for url in asked if "surface.json" in url]) < len(near)
    assert len([url for url in asked if "error-function.js" in url]) <= len(near)
