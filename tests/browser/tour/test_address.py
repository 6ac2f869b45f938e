"""The tour's address: where the reader is, and what was moved."""

from playwright.sync_api import Page

from components.tour.scene import scene_of
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.tour import OWN, Tour, stop_of

RAVINE = OWN[0]


def test_an_untouched_tour_has_the_plain_address(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.until("document.documentElement.dataset.settled")
    assert tour.query() == ""


def test_what_was_moved_comes_back(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.number(RAVINE).focus()
    with tour.settling():
        page.keyboard.press("Home")
    assert RAVINE.control is not None
    assert tour.query() == f"?ravine.eta={RAVINE.control.low}#ravine"
    other = stop_of("start")
    with tour.settling():
        tour.scroll_to(other)
    tour.handle.focus()
    with tour.settling():
        page.keyboard.press("ArrowLeft")
    value = tour.value()
    assert tour.query() == (
        f"?ravine.eta={RAVINE.control.low}&{other.key}.w={value[0]},{value[1]}#{other.key}"
    )

    page.reload()
    tour.is_at(other)
    assert tour.value() == value
    tour.says(RAVINE, scene_of(RAVINE, RAVINE.control.low))


def test_the_link_opens_what_is_seen(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.number(RAVINE).focus()
    with tour.settling():
        page.keyboard.press("Home")
    link = tour.figure.get_by_role("link", name="Open in the playground")
    assert RAVINE.control is not None
    link.click()
    wait_until_ready(page)
    run = page.evaluate("window.lockstep.playground.state.runs[0]")
    assert run["settings"]["eta"] == RAVINE.control.low


def test_the_browser_goes_back_out_of_the_tour_at_once(page: Page) -> None:
    page.goto("about:blank")
    tour = Tour(page)
    tour.open()
    for stop in OWN[1:3]:
        with tour.settling():
            tour.scroll_to(stop)
    page.go_back()
    assert page.url == "about:blank"
