"""Symbols and names light up in the figure what they stand for."""

from playwright.sync_api import Page, expect

from tests.support.browser.tour import OWN, Tour

RAVINE = OWN[0]


def test_a_pointer_and_the_focus_light_up_a_run(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    name = tour.section(RAVINE).locator("[data-link=run-0]").first
    name.hover()
    tour.until("figure.scene.linked === 'run-0'")
    expect(name).to_have_class("linked run-0 lit")
    page.mouse.move(2, 2)
    tour.until("figure.scene.linked === null")
    name.focus()
    tour.until("figure.scene.linked === 'run-0'")
    # One that is pressed stays lit.
    page.keyboard.press("Enter")
    expect(name).to_have_attribute("aria-pressed", "true")
    name.blur()
    assert tour.get("figure.scene.linked") == "run-0"
    name.focus()
    page.keyboard.press("Enter")
    name.blur()
    tour.until("figure.scene.linked === null")


def test_the_keyboard_meets_each_symbol_of_the_current_stop_once(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    for stop in OWN:
        tour.scroll_to(stop)
        keys = page.locator("[data-link][tabindex='0']").evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.link)"
        )
        assert len(keys) == len(set(keys)), stop.key
        assert page.locator(".stop:not(.here) [data-link][tabindex='0']").count() == 0
