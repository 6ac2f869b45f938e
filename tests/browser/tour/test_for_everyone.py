"""For everybody: axe finds nothing at any stop, the keyboard reaches all, no scripts are needed."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from components.tour.scene import scene_of
from components.tour.sentences import said, spoken_result
from components.tour.stops import STOPS
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme
from tests.support.browser.tour import OWN, Tour

GROUNDS = {
    "light": ("rgb(253, 252, 249)", "rgb(156, 192, 193)"),
    "dark": ("rgb(21, 25, 28)", "rgb(19, 34, 39)"),
}
"""The colour of the page, and that of the ground of stills."""


class OpenWithoutScripts(Protocol):
    """Opens an empty page whose scripts do not run."""

    def __call__(self, width: int, height: int, color_scheme: ColorScheme = "light") -> Page: ...


def ground_of(page: Page) -> tuple[str, str]:
    """Return the colour of the page, and that of the ground of its stills."""
    colour, fill = page.evaluate("""[
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector(".still .high")).fill,
    ]""")
    return colour, fill


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing_at_any_stop(
    open_page: OpenPage, axe: Axe, size: tuple[int, int]
) -> None:
    page = open_page(*size, touch=size[0] < 500)
    tour = Tour(page)
    tour.open()
    for stop in STOPS:
        tour.scroll_to(stop)
        # What may change its colours on the way; all of the page is asked at both ends.
        changing = f":is(.stops, .tour-figure, #{stop.key}) *"
        assert axe(page, "*" if stop in (STOPS[0], STOPS[-1]) else changing) == [], stop.key


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


@pytest.fixture
def without_scripts(browser: Browser, site: str) -> Iterator[OpenWithoutScripts]:
    """Open pages of any size and color scheme whose scripts do not run."""
    with ExitStack() as stack:

        def open_page(width: int, height: int, color_scheme: ColorScheme = "light") -> Page:
            context = browser.new_context(
                base_url=site,
                viewport={"width": width, "height": height},
                color_scheme=color_scheme,
                java_script_enabled=False,
            )
            stack.callback(context.close)
            return context.new_page()

        yield open_page


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing_without_scripts(
    browser: Browser, site: str, axe: Axe, size: tuple[int, int]
) -> None:
    # axe is a script: only the page's own do not run, and its style takes it for a page without.
    def unscripted(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r"scripting:\s*enabled", "scripting: none", answer.text())
        route.fulfill(response=answer, body=body)

    width, height = size
    context = browser.new_context(base_url=site, viewport={"width": width, "height": height})
    context.route("**/*.js*", lambda route: route.abort())
    context.route("**/*.css*", unscripted)
    page = context.new_page()
    page.goto("/tour")
    expect(page.locator("figure.still svg")).to_have_count(len(OWN))
    expect(page.locator("figure.still svg").last).to_be_visible()
    for color_scheme in COLOR_SCHEMES:
        page.emulate_media(color_scheme=color_scheme)
        assert ground_of(page) == GROUNDS[color_scheme]
    assert axe(page) == []
    context.close()


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
def test_the_address_chooses_the_colours_without_scripts(
    without_scripts: OpenWithoutScripts, color_scheme: ColorScheme
) -> None:
    other: ColorScheme = "light" if color_scheme == "dark" else "dark"
    page = without_scripts(1280, 800, color_scheme)
    for theme, seen in ((other, other), (color_scheme, color_scheme), ("auto", color_scheme)):
        page.goto(f"/tour?theme={theme}")
        assert ground_of(page) == GROUNDS[seen]
        # Paper is white whatever is seen.
        page.emulate_media(media="print")
        assert ground_of(page) == ("rgb(255, 255, 255)", GROUNDS["light"][1])
        page.emulate_media(media="screen")


def test_without_scripts_all_is_there(without_scripts: OpenWithoutScripts) -> None:
    page = without_scripts(1280, 800)
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
