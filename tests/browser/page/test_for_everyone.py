"""For everybody: every control by keyboard and finger, enlarged, at rest, in enough contrast."""

import re
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from components import ids
from components.ui.palette import RUNS, palette
from optimizers.presets import PRESETS
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, wait_until_ready
from tests.support.browser.everyone import (
    BOXES,
    FOCUSED,
    colour,
    contrast,
    let_all_arrive,
    over,
    pixels,
)
from tests.support.browser.playground import Playground

PHONE = (390, 844)
SMALLEST_TARGET = 24
TEXT, SHAPE = 4.5, 3.0


def all_open(open_page: OpenPage, size: tuple[int, int], *, touch: bool = False) -> Page:
    """Open the whole page with all that can be unfolded on it."""
    page = open_page(*size, touch=touch, arrivals=True)
    page.goto("/")
    wait_until_ready(page)
    let_all_arrive(page)
    for name in ("The runs as numbers", "The large map as numbers"):
        page.get_by_text(name, exact=True).click()
    for table in ("Iterations", "E on the surface", "C_a for"):
        expect(page.get_by_role("table", name=table).first).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("size", "key"),
    [((1280, 800), "Tab"), (PHONE, "Shift+Tab"), ((640, 400), "Shift+Tab")],
    ids=["desktop", "narrow", "enlarged"],
)
def test_the_keyboard_reaches_every_control_in_order_and_in_sight(
    open_page: OpenPage, size: tuple[int, int], key: str
) -> None:
    page = all_open(open_page, size)
    tools = page.get_by_role("group", name="This page")
    ends = (
        page.get_by_role("region", name="The large map"),
        tools.get_by_role("button", disabled=False).first,
    )
    first, last = ends if key == "Shift+Tab" else ends[::-1]
    first.focus()
    for there_and_back in (key, {"Tab": "Shift+Tab", "Shift+Tab": "Tab"}[key]):
        page.keyboard.press(there_and_back)  # now the focus is the keyboard's, which has a ring
    reached = []
    while found := page.evaluate(FOCUSED):
        place, count, ringed, in_sight, element = found
        assert ringed, f"no ring: {element}"
        assert in_sight, f"out of sight: {element}"
        reached.append(place)
        page.keyboard.press(key)
    expect(last).to_be_in_viewport()
    assert sorted(reached) == list(range(count))
    assert reached == sorted(reached, reverse=key == "Shift+Tab")


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_every_target_is_large_enough_for_a_finger(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = all_open(open_page, size, touch=size == PHONE)
    boxes = page.evaluate(BOXES)
    assert len(boxes) > 90
    inline = "trajectory.csv"  # a link in a sentence may be as low as its line
    small = [
        (name, width, height)
        for name, _, _, width, height in boxes
        if min(width, height) < SMALLEST_TARGET and name != inline
    ]
    assert small == []


@pytest.mark.parametrize("size", [(640, 400), (320, 568)], ids=["1280 x 800 at 200 %", "320 wide"])
def test_an_enlarged_page_scrolls_one_way_and_nothing_is_cut_off(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = all_open(open_page, size)
    page.evaluate("scrollTo(0, 0)")  # nothing that stays in sight lies on anything there
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    table_link = "trajectory.csv"
    boxes = [box for box in page.evaluate(BOXES) if box[0] != table_link]
    for name, x, _, width, _ in boxes:
        assert x >= 0, name
        assert x + width <= size[0] + 0.5, name
    # No control lies on another, but for those that lie on a figure.
    on_figures = re.compile(r"^(Start point|Probe|Zoom|Show runs|Show all|Move)")
    plain = [box for box in boxes if not on_figures.match(box[0])]
    for k, (name, x, y, width, height) in enumerate(plain):
        for other, x1, y1, width1, height1 in plain[k + 1 :]:
            across = min(x + width, x1 + width1) - max(x, x1)
            down = min(y + height, y1 + height1) - max(y, y1)
            assert min(across, down) < 1, f"{name} and {other}"


def test_nothing_moves_for_who_wants_no_motion(open_page: OpenPage) -> None:
    page = open_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto("/")
    wait_until_ready(page)
    moving = """() => [...document.querySelectorAll("*")].filter(element => {
      const {animationName, scrollBehavior, transitionDuration} = getComputedStyle(element);
      return animationName !== "none" || scrollBehavior !== "auto"
        || transitionDuration.split(",").some(duration => parseFloat(duration) > 0);
    }).map(({outerHTML}) => outerHTML)"""
    assert page.evaluate(moving) == []
    # Whatever asks for motion: it gets none, and only for who wants none.
    page.evaluate("document.body.style.transition = 'all 5s'")
    page.evaluate("document.documentElement.style.scrollBehavior = 'smooth'")
    assert page.evaluate(moving) == []
    page.emulate_media(reduced_motion="no-preference")
    assert len(page.evaluate(moving)) == 2


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
def test_what_axe_cannot_see_has_contrast(open_page: OpenPage, color_scheme: ColorScheme) -> None:
    page = open_page(color_scheme=color_scheme)
    playground = Playground(page)
    page.goto("/?start=-19,24")
    wait_until_ready(page)
    style = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"
    named = {
        name: colour(page.evaluate(style, f"--{name}"))
        for name in ("paper", "panel", "ink", "quiet", "field", "accent", "halo")
    }
    paper = named["paper"]
    # Words on the canvases of the charts; edges, rings and curves.
    words = playground.get("[playground.theme.ink, playground.theme.quiet]")
    assert [colour(word) for word in words] == [named["ink"], named["quiet"]]
    assert min(contrast(colour(word), paper) for word in words) >= TEXT
    shapes = {name: contrast(named[name], paper) for name in ("field", "accent", "ink")}
    shapes |= {hue: contrast(colour(hue), paper) for hue, *_ in RUNS[color_scheme]}
    assert {name: ratio for name, ratio in shapes.items() if ratio < SHAPE} == {}
    assert contrast(named["field"], named["panel"]) >= SHAPE

    # What lies on the surface, at its lowest and at its highest place.
    runs = cast("list[dict[str, Any]]", palette(color_scheme)["runs"])
    ground_colours = cast("dict[str, Any]", palette(color_scheme)["ground"])
    plot = playground.plot()
    grounds = pixels(page, [plot.pixel(2, -2), (plot.left + 8, plot.top + plot.height - 8)])
    assert contrast(*grounds) > 1.2
    for ground in grounds:
        edged = over(named["halo"], ground)
        numbers = colour(ground_colours["tick"])
        assert contrast(over(numbers, edged), edged) >= TEXT
        parts = [part for run in runs for part in run["bins"]]
        assert min(contrast(colour(part), edged) for part in parts) >= SHAPE
        assert min(contrast(colour(run), edged) for run, *_ in RUNS[color_scheme][:2]) >= TEXT
        assert contrast(named["accent"], ground) >= SHAPE

    # The track of a slider, at its unfilled end, has an edge that is seen.
    slider = page.get_by_role("slider", name="guard against division").bounding_box()
    assert slider
    x, middle = round(slider["x"] + slider["width"] - 30), slider["y"] + slider["height"] / 2
    track = pixels(page, [(x, round(middle) + dy) for dy in range(-8, 9)])
    assert max(contrast(part, paper) for part in track) >= SHAPE


def test_axe_finds_nothing_in_what_opens(playground: Playground, axe: Axe) -> None:
    playground.open()
    page = playground.page
    page.get_by_text("The runs as numbers").click()
    page.get_by_role("group", name="Lower chart").get_by_role("button", name="s").click()
    playground.choose_surface(PRESETS[1].name)
    expect(page.locator(f"#{ids.LEAD}")).to_have_text(PRESETS[1].look)
    assert axe(page) == []
