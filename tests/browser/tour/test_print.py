"""The printed tour: each beat says what its still shows, whatever was moved."""

import pytest
from playwright.sync_api import Page, expect

from components.tour.scene import scene_of
from components.tour.sentences import spoken_result, value_text
from components.tour.stops import STOPS
from tests.support.browser.tour import OWN, Tour

RAVINE = OWN[0]
OTHER = next(stop for stop in OWN[1:] if stop.control and stop.control.kind == "hyperparameter")


@pytest.mark.parametrize("loaded", [None, 0.02], ids=["plain", "address"])
def test_a_sentence_never_parts_from_its_picture(page: Page, loaded: float | None) -> None:
    tour = Tour(page)
    tour.open(f"/tour?ravine.eta={loaded}" if loaded else "/tour")
    for stop in (RAVINE, OTHER):
        tour.scroll_to(stop)
        tour.number(stop).focus()
        with tour.settling():
            page.keyboard.press("Home")
    moved = [(stop, scene_of(stop, stop.control.low)) for stop in (RAVINE, OTHER) if stop.control]
    printed = [(RAVINE, scene_of(RAVINE, loaded)), (OTHER, scene_of(OTHER))]

    # A preview that is made again may tell of it again.
    for _ in range(2):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for stop, scene in printed:
        section = tour.section(stop)
        expect(section.locator("figure.still svg")).to_be_visible()
        expect(section.get_by_role("img", name=spoken_result(scene), exact=True)).to_be_visible()
        expect(section.locator("[data-drag]").first).to_have_text(value_text(scene))
        tour.says(stop, scene)
    expect(tour.figure).to_be_hidden()

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    for stop, scene in moved:
        expect(tour.number(stop)).to_have_text(value_text(scene))
        tour.says(stop, scene)


def test_a_print_of_the_browser_s_own_has_what_was_loaded(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.number(RAVINE).focus()
    with tour.settling():
        page.keyboard.press("Home")
    page.evaluate("""() => {
      const number = document.querySelector("#ravine [data-drag]");
      window.printed = [];
      addEventListener("beforeprint", () => window.printed.push(number.textContent));
      addEventListener("afterprint", () => window.printed.push(number.textContent));
    }""")
    page.pdf()
    assert RAVINE.control is not None
    moved = scene_of(RAVINE, RAVINE.control.low)
    texts = [value_text(scene) for scene in (scene_of(RAVINE), moved)]
    page.wait_for_function("() => window.printed.length === 2")
    assert page.evaluate("window.printed") == texts


def test_each_stop_is_whole_on_paper(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    # What the margins leave of A4, in CSS pixels.
    width, height = (int((side - 2 * 14) * 96 / 25.4) for side in (210, 297))
    page.set_viewport_size({"width": width, "height": height})
    for stop in STOPS:
        section = tour.section(stop)
        expect(section).to_have_css("break-inside", "avoid")
        box = section.bounding_box()
        assert box is not None
        assert box["height"] <= height, stop.key
