"""Where the system forces its colours on the page: what is chosen is seen, and keys stay true."""

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from components.ui.palette import RUNS
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, wait_until_ready
from tests.support.browser.everyone import Colour, colour, contrast, pixels
from tests.support.browser.wait import wait_for_attribute

SHAPE = 3.0


def seen(page: Page, elements: list[Locator], across: float, down: float) -> list[Colour]:
    """Return the colour at a place of each element, in shares of its box."""
    boxes = [element.bounding_box() for element in elements]
    places = [
        (int(box["x"] + across * box["width"]), int(box["y"] + down * box["height"]))
        for box in boxes
        if box
    ]
    assert len(places) == len(elements)
    return pixels(page, places)


def forced(open_page: OpenPage, color_scheme: ColorScheme, address: str = "/") -> Page:
    page = open_page(1280, 900, color_scheme=color_scheme)
    page.emulate_media(forced_colors="active")
    page.goto(address)
    wait_until_ready(page)
    return page


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
def test_what_is_chosen_has_another_ground(open_page: OpenPage, color_scheme: ColorScheme) -> None:
    page = forced(open_page, color_scheme)
    for name, chosen in (("E axis", "log"), ("Lower chart", "rate")):
        group = page.get_by_role("group", name=name)
        expect(group.get_by_role("button", pressed=True)).to_have_text([chosen])
        on, *off = (
            group.get_by_role("button", pressed=True).all()
            + group.get_by_role("button", pressed=False).all()
        )
        ground, *grounds = seen(page, [on, *off], 0.5, 0.12)
        assert min(contrast(ground, other) for other in grounds) >= SHAPE, name
    # Light pictures on black, or dark ones on white, are not what was asked of the system.
    other = "light" if color_scheme == "dark" else "dark"
    theme = page.get_by_role("button", name="Colours of the page")
    for _ in range(1 if other == "light" else 2):
        theme.click()
    expect(theme).to_have_accessible_name(f"Colours of the page: {other}")
    expect(page.locator("html")).to_have_attribute("data-theme", color_scheme)
    page.emulate_media(forced_colors="none")
    expect(page.locator("html")).to_have_attribute("data-theme", other)


def test_the_list_of_runs_has_their_colours(open_page: OpenPage) -> None:
    page = forced(open_page, "dark")
    shapes = page.locator(f"#{ids.RUN_LIST} .glyph:visible").all()
    assert seen(page, shapes, 0.5, 0.5) == [colour(hue) for hue, *_ in RUNS["dark"][:2]]


def test_marks_and_arrows_of_figure_1_are_seen(open_page: OpenPage) -> None:
    page = forced(open_page, "light", "/?embed=two-steps")
    marks = page.locator(".field .mark").all()
    assert seen(page, marks, 0.5, 0.5) == [colour(hue) for hue, *_ in RUNS["light"][:2]]
    for arrow in (".step-arrow", ".gradient-arrow"):
        [found] = seen(page, [page.locator(arrow)], 0.5, 0.5)
        assert contrast(found, colour("#ffffff")) >= SHAPE, arrow


def test_the_key_of_the_maps_and_the_chosen_map_are_seen(open_page: OpenPage) -> None:
    page = open_page(1280, 1900)
    page.emulate_media(forced_colors="active")
    page.goto("/?embed=amplification")
    figure = page.locator(f"#{ids.AMPLIFICATION}")
    wait_for_attribute(figure, "data-ready", "true", 60_000)
    red, blue, _ = seen(page, page.locator(".swatch").all(), 0.5, 0.5)
    assert red[0] > 2 * max(red[1:])
    assert blue[2] > 2 * max(blue[:2])
    tiles = page.get_by_role("region", name="Amplification by every rule").get_by_role("button")
    width = "tile => parseFloat(getComputedStyle(tile).borderTopWidth)"
    widths = [tile.evaluate(width) for tile in tiles.all()]
    assert widths == [4, *[1] * (len(widths) - 1)]
