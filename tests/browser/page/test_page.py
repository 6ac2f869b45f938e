"""The page around the figures: its colours, one figure alone, and the address that all share."""

import re

from playwright.sync_api import Page, expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

BRIGHTNESS = "getComputedStyle(document.documentElement).backgroundColor"


def brightness(page: Page) -> int:
    return max(map(int, re.findall(r"\d+", page.evaluate(BRIGHTNESS))[:3]))


def test_the_switch_overrules_the_system_and_is_remembered(open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto("/")
    wait_until_ready(page)
    switch = page.get_by_role("group", name="Colours of the page")
    expect(switch.get_by_role("button", name="Auto")).to_have_attribute("aria-pressed", "true")
    assert brightness(page) < 64
    canvas = page.locator(f"#{ids.SURFACE_CANVAS}")
    dark = canvas.evaluate("canvas => canvas.toDataURL()")

    switch.get_by_role("button", name="Light").click()
    expect(switch.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
    expect(switch.get_by_role("button", name="Auto")).to_have_attribute("aria-pressed", "false")
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
    switch.get_by_role("button", name="Auto").click()
    assert brightness(page) < 64


def test_the_playground_alone_keeps_its_state_in_an_address_of_its_own(
    playground: Playground,
) -> None:
    playground.open(embed="playground", steps=7)
    page = playground.page
    expect(page.get_by_role("navigation")).to_have_count(0)
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Playground: one run on one surface")
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    assert page.evaluate("location.search") == "?embed=playground&steps=7&run=rmsprop,beta:0"
    link = page.get_by_role("link", name="Open the whole page")
    expect(link).to_have_attribute("target", "_blank")


def test_the_playground_leaves_the_others_parts_of_the_address(playground: Playground) -> None:
    page = playground.page
    page.goto("/?two-steps.steps=5&steps=7#playground")
    wait_until_ready(page)
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    assert page.evaluate("location.search + location.hash") == (
        "?steps=7&run=rmsprop,beta:0&two-steps.steps=5#playground"
    )
