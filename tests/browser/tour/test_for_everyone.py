"""For everybody: axe finds nothing at any stop, the keyboard reaches all, no scripts are needed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from components.tour.scene import scene_of
from components.tour.sentences import said, spoken_result
from components.tour.stops import STOPS
from tests.browser.conftest import OpenPage, Violation
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme
from tests.support.browser.tour import OWN, Tour

Axe = Callable[[Page], list[Violation]]


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing_at_any_stop(
    open_page: OpenPage, axe: Axe, size: tuple[int, int], color_scheme: ColorScheme
) -> None:
    page = open_page(*size, color_scheme=color_scheme, touch=size[0] < 500)
    tour = Tour(page)
    tour.open()
    for stop in OWN:
        tour.scroll_to(stop)
        assert axe(page) == [], stop.key


def test_the_first_key_leads_to_the_playground_and_the_keyboard_to_number_and_range(
    page: Page,
) -> None:
    tour = Tour(page)
    tour.open()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the playground")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the playground")).to_be_in_viewport()
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
        if page.evaluate("document.activeElement.type === 'range'"):
            break
    assert any('role="slider"' in html or "data-drag" in html for html in reached)
    expect(tour.range).to_be_focused()
    # The page has not moved on to another stop.
    tour.is_at(STOPS[0])


def test_the_theme_button_changes_the_colours(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    button = page.get_by_role("button", name="Colours of the page: auto")
    button.click()
    expect(page.get_by_role("button", name="Colours of the page: light")).to_be_focused()
    page.keyboard.press("Enter")
    expect(tour.root).to_have_attribute("data-theme", "dark")


def test_without_scripts_all_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(
        base_url=site, viewport={"width": 1280, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/tour")
    expect(page.get_by_role("complementary", name="Figure")).to_be_hidden()
    for stop in OWN:
        scene = scene_of(stop)
        section = page.locator(f"#{stop.key}")
        expect(section.locator("figure.still svg")).to_be_visible()
        expect(section.get_by_role("img", name=spoken_result(scene), exact=True)).to_have_count(1)
        for name in stop.says:
            for part in section.locator(f"[data-say={name}]").all():
                assert part.text_content() == said(name, scene)
    context.close()
