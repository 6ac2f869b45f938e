"""The tour where the system forces its colours: words can be read, keys to the figure stay true."""

from itertools import product

import pytest
from playwright.sync_api import Locator, Page

from components.ui.palette import RUNS
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme
from tests.support.browser.everyone import colour, contrast, pixels
from tests.support.browser.tour import OWN, Tour, stop_of

TEXT, SHAPE = 4.5, 3.0
RAVINE = OWN[0]
CANVAS = {"light": "#ffffff", "dark": "#000000"}
SHARES = [k / 24 for k in range(1, 24)]


def readable(page: Page, text: Locator) -> float:
    """Return the greatest contrast between points of a text's box."""
    text.scroll_into_view_if_needed()
    box = text.bounding_box()
    assert box is not None
    found = pixels(
        page,
        [
            (int(box["x"] + across * box["width"]), int(box["y"] + down * box["height"]))
            for across, down in product(SHARES, SHARES)
        ],
    )
    luminances = [contrast(one, colour("#000000")) for one in found]
    return max(luminances) / min(luminances)


def opened(open_page: OpenPage, color_scheme: ColorScheme, address: str = "/tour") -> Tour:
    page = open_page(color_scheme=color_scheme)
    tour = Tour(page)
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    tour.open(address)
    return tour


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
def test_words_on_a_ground_of_their_own_can_be_read(
    open_page: OpenPage, color_scheme: ColorScheme
) -> None:
    stop = stop_of("guess")
    tour = opened(open_page, color_scheme, f"/tour#{stop.key}")
    tour.is_at(stop)
    page = tour.page
    current = page.locator(".stops [aria-current] .number")
    button = tour.section(stop).get_by_role("button", name="Just show me")
    for text in (current, tour.figure.locator(".pill"), button):
        assert readable(page, text) >= TEXT


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
def test_names_and_symbols_have_the_colours_of_the_figure(
    open_page: OpenPage, color_scheme: ColorScheme
) -> None:
    tour = opened(open_page, color_scheme)
    section = tour.section(RAVINE)
    name = section.locator("[data-link=run-0]").first
    shown = name.evaluate("element => getComputedStyle(element).color")
    assert colour(shown) == colour(RUNS[color_scheme][0][0])
    for link in ("run-0", "w1", "w2"):
        assert readable(tour.page, section.locator(f"[data-link={link}]").first) >= TEXT
    # What is pointed at is seen.
    ground = "element => getComputedStyle(element).backgroundColor"
    before = name.evaluate(ground)
    name.hover()
    tour.until("figure.scene.linked === 'run-0'")
    assert name.evaluate(ground) != before


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
def test_curve_and_knob_are_seen_on_the_ground_of_the_system(
    open_page: OpenPage, color_scheme: ColorScheme
) -> None:
    tour = opened(open_page, color_scheme)
    canvas = colour(CANVAS[color_scheme])
    box = tour.range.bounding_box()
    assert box is not None
    share = tour.get("+document.querySelector('.plot input').value") / 1000
    # In the ring of the knob, whose middle has the colour of the page.
    x = box["x"] + 11 + share * (box["width"] - 22)
    y = box["y"] + box["height"] / 2
    middle, ring = pixels(tour.page, [(round(x), round(y)), (round(x - 8.5), round(y))])
    assert contrast(middle, canvas) < 1.1
    assert contrast(ring, canvas) >= SHAPE
    for plot in tour.figure.locator(".plot").all():
        box = plot.bounding_box()
        assert box is not None
        across = int(box["x"] + 0.3 * box["width"])
        column = [(across, int(box["y"]) + k) for k in range(4, int(0.7 * box["height"]))]
        run = colour(RUNS[color_scheme][0][0])
        found = pixels(tour.page, column)
        assert min(max(abs(a - b) for a, b in zip(one, run, strict=True)) for one in found) < 24
