"""Escape takes away what covers a figure, and the pointer's next move brings it back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.maps import Maps
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps

FRAMES = """async () => {
  for (let k = 0; k < 5; k++) await new Promise(requestAnimationFrame);
}"""


def goes_and_comes(page: Page, card: Locator, place: tuple[float, float]) -> None:
    """Assert that a card at a place goes with Escape, stays away, and comes with the next move."""
    x, y = place
    page.mouse.move(x, y)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.evaluate(FRAMES)
    expect(card).to_be_hidden()
    page.mouse.move(x + 1, y)
    expect(card).to_be_visible()


def test_the_note_of_the_surface(playground: Playground) -> None:
    playground.open()
    place = playground.plot().pixel(8, 10)
    goes_and_comes(playground.page, playground.page.locator(f"#{ids.SURFACE_TOOLTIP}"), place)


@pytest.mark.parametrize("chart", ["error", "trace"])
def test_the_notes_of_the_charts(playground: Playground, chart: str) -> None:
    playground.open()
    page, plot = playground.page, playground.chart(chart)
    middle = plot.left + plot.width / 2, plot.top + plot.height / 2
    goes_and_comes(page, page.locator(f"#{chart}-chart .chart-note"), middle)
    # The marks in the other pictures go with it.
    assert playground.get("playground.marked") in (250, 251, 252)
    page.keyboard.press("Escape")
    playground.until("playground.marked === null")


def test_escape_ends_a_race_and_keeps_the_step(playground: Playground) -> None:
    playground.open(step=170)
    page = playground.page
    with playground.settling():
        page.get_by_role("button", name="One step forward").click()
    assert playground.get("playground.time") == {"t": 171, "isRace": True, "isPlaying": False}
    page.keyboard.press("Escape")
    playground.until("!playground.time.isRace")
    assert playground.get("playground.state.step") == 171


def test_the_hint_of_the_wheel(playground: Playground) -> None:
    playground.open()
    page, hint = playground.page, playground.page.locator(f"#{ids.SURFACE_HINT}")
    # It goes by itself after a while: that is kept from happening here.
    page.evaluate("window.setTimeout = () => 0")
    page.mouse.move(*playground.plot().pixel(8, -5))
    for _ in range(2):
        page.mouse.wheel(0, -120)
        expect(hint).to_be_visible()
        page.keyboard.press("Escape")
        expect(hint).to_be_hidden()


def test_the_card_of_figure_1_by_pointer_and_by_focus(open_page: OpenPage) -> None:
    two = TwoSteps(open_page())
    two.open()
    box = two.handle.bounding_box()
    assert box
    goes_and_comes(two.page, two.card, (box["x"] + 15, box["y"] + 16))
    two.root.get_by_role("slider").first.hover()
    expect(two.card).to_be_hidden()
    row = two.root.get_by_role("button", name="t = 1 of RMSProp")
    row.focus()
    expect(two.card).to_be_visible()
    two.page.keyboard.press("Escape")
    expect(two.card).to_be_hidden()
    expect(row).to_be_focused()


def test_the_card_of_the_maps(open_page: OpenPage) -> None:
    maps = Maps(open_page(1280, 1300))
    maps.open()
    card = maps.page.locator(f"#{ids.AMPLIFICATION_TOOLTIP}")
    for place in (maps.root.locator(".stage"), maps.root.locator(".tile canvas").first):
        box = place.bounding_box()
        assert box
        middle = box["x"] + box["width"] / 2 + 20, box["y"] + box["height"] / 2
        goes_and_comes(maps.page, card, middle)
