"""Text whose numbers follow a hand: it takes its room once, and nothing below it moves again."""

from playwright.sync_api import Page

from components.tour.stops import STOPS
from tests.support.browser.tour import Tour

TWO_SLOPES = next(stop for stop in STOPS if stop.key == "two-slopes")
"""Its first paragraph has one line more at some settings."""

BOTTOM = "section => section.querySelector('p:last-of-type').getBoundingClientRect().bottom"


def test_nothing_moves_again_below_a_number_that_took_another_line(page: Page) -> None:
    tour = Tour(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    tour.open(f"/tour#{TWO_SLOPES.key}")
    tour.is_at(TWO_SLOPES)
    number = tour.number(TWO_SLOPES)
    number.focus()

    def bottoms() -> list[float]:
        """Return where the text ends at settings from one end of the control to the other."""
        number.press("Home")
        found = []
        for _ in range(12):
            number.press("PageUp")
            page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            found.append(float(tour.section(TWO_SLOPES).evaluate(BOTTOM)))
        return found

    first = bottoms()
    assert first == sorted(first)
    assert set(bottoms()) == {first[-1]}


def test_another_width_of_the_window_asks_for_its_own_room(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    room = (
        f"parseFloat(document.querySelector('#{STOPS[0].key} p:has([data-say])').style.minHeight)"
    )
    tour.until(f"{room} > 0")
    wide = tour.get(room)
    page.set_viewport_size({"width": 900, "height": 800})
    tour.until(f"{room} > {wide}")
    page.set_viewport_size({"width": 1280, "height": 800})
    tour.until(f"{room} === {wide}")
