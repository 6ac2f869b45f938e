"""The page around the figures: its colours, one figure alone, and the address that all share."""

import re

import pytest
from playwright.sync_api import Page, expect

from components import ids
from components.page import HEADING
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

BRIGHTNESS = "getComputedStyle(document.documentElement).backgroundColor"


def brightness(page: Page) -> int:
    return max(map(int, re.findall(r"\d+", page.evaluate(BRIGHTNESS))[:3]))


def test_the_button_overrules_the_system_and_is_remembered(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto("/")
    wait_until_ready(page)
    theme = page.get_by_role("button", name="Colours of the page")
    expect(theme).to_have_accessible_name("Colours of the page: auto")
    assert brightness(page) < 64
    canvas = page.locator(f"#{ids.SURFACE_CANVAS}")
    dark = canvas.evaluate("canvas => canvas.toDataURL()")

    theme.click()
    expect(theme).to_have_accessible_name("Colours of the page: light")
    assert brightness(page) > 192
    Playground(page).until(
        f"document.getElementById('{ids.SURFACE_CANVAS}').toDataURL() !== {dark!r}"
    )

    page.reload()
    wait_until_ready(page)
    assert brightness(page) > 192
    # Whatever the system does now, it is the reader's choice that holds.
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert brightness(page) > 192
    expect(theme).to_have_accessible_name("Colours of the page: light")
    theme.click()
    expect(theme).to_have_accessible_name("Colours of the page: dark")
    assert brightness(page) < 64
    page.emulate_media(color_scheme="light")
    assert brightness(page) < 64
    theme.click()
    expect(theme).to_have_accessible_name("Colours of the page: auto")
    assert brightness(page) > 192


def test_the_masthead_has_heading_lead_and_tools_and_links_lead_on(playground: Playground) -> None:
    playground.open()
    page = playground.page
    banner = page.get_by_role("banner")
    expect(banner.get_by_role("heading", level=1)).to_have_text(HEADING)
    expect(banner.locator(f"#{ids.LEAD}")).to_contain_text("gradient descent rushes down")
    tools = banner.get_by_role("group", name="This page").get_by_role("button")
    names = [tool.get_attribute("aria-label") for tool in tools.all()]
    assert names == [
        "Undo",
        "Redo",
        "Back to the first picture",
        "Share this state",
        "Export this state",
        "Colours of the page: auto",
    ]
    links = page.get_by_role("navigation", name="Figures").get_by_role("link")
    expect(links).to_have_text(
        ["The tour: what each rule does, step by step", "Two steps", "Amplification"]
    )
    expect(links.first).to_have_attribute("href", "tour")
    for link in links.all()[1:]:
        link.click()
        target = page.locator(str(link.get_attribute("href")))
        expect(target).to_be_in_viewport()
        expect(page).to_have_url(re.compile(f"{link.get_attribute('href')}$"))


def test_the_playground_alone_keeps_its_state_in_an_address_of_its_own(
    playground: Playground,
) -> None:
    playground.open(embed="playground", steps=7)
    page = playground.page
    expect(page.get_by_role("navigation")).to_have_count(0)
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Playground: runs compared on one surface")
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    assert page.evaluate("location.search") == (
        "?embed=playground&steps=7&run=gradient-descent&run=rmsprop,beta:0"
    )
    link = page.get_by_role("link", name="Open the whole page")
    expect(link).to_have_attribute("target", "_blank")


def test_the_playground_leaves_the_others_parts_of_the_address(playground: Playground) -> None:
    page = playground.page
    page.goto("/?two-steps.steps=5&steps=7#playground")
    wait_until_ready(page)
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    assert page.evaluate("location.search + location.hash") == (
        "?steps=7&run=gradient-descent&run=rmsprop,beta:0&two-steps.steps=5#playground"
    )


@pytest.mark.parametrize("asked", ["light", "dark"])
def test_an_address_asks_for_a_theme_which_is_not_stored(open_page: OpenPage, asked: str) -> None:
    page = open_page(color_scheme="light" if asked == "dark" else "dark")
    page.goto(f"/?embed=playground&theme={asked}")
    wait_until_ready(page)
    html = page.locator("html")
    expect(html).to_have_attribute("data-theme", asked)
    playground = Playground(page)
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    assert playground.search().startswith(f"?embed=playground&theme={asked}&run=")
    page.goto("/?embed=playground")
    wait_until_ready(page)
    expect(html).to_have_attribute("data-theme", "light" if asked == "dark" else "dark")
